/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-session-progress.h"

#include "acq-session-text.h"
#include "acq-style.h"

#define THICKNESS   6
#define LARGEST_GAP 4

typedef enum
{
  SEGMENT_TO_COME,
  SEGMENT_CURRENT,
  SEGMENT_DONE,
  SEGMENT_ASIDE,
} Segment;

struct _AcqSessionProgress
{
  GtkWidget parent_instance;

  GArray *segments; /* (element-type Segment) */
};

G_DEFINE_FINAL_TYPE (AcqSessionProgress, acq_session_progress, GTK_TYPE_WIDGET)

static Segment
find_segment (AcqSession *session, guint index)
{
  switch (acq_session_get_entry (session, index)->state)
    {
    case ACQ_SESSION_WAITING:
      return index == acq_session_get_current (session) ? SEGMENT_CURRENT : SEGMENT_TO_COME;
    case ACQ_SESSION_APPROVED:
    case ACQ_SESSION_CALLED:
    case ACQ_SESSION_PROMISED:
    case ACQ_SESSION_PAID:
      return SEGMENT_DONE;
    case ACQ_SESSION_DISPUTED:
    case ACQ_SESSION_ANSWERED:
    case ACQ_SESSION_LATER:
    case ACQ_SESSION_HELD:
    case ACQ_SESSION_CHANGED:
    default:
      return SEGMENT_ASIDE;
    }
}

void
acq_session_progress_show (AcqSessionProgress *self, AcqSession *session)
{
  guint n_entries = acq_session_get_n_entries (session);
  g_autofree char *done = acq_session_text_done (session);
  g_autofree char *left = acq_session_text_left (session);
  g_autofree char *label = g_strjoin (", ", done, left, NULL);

  g_return_if_fail (ACQ_IS_SESSION_PROGRESS (self));
  g_array_set_size (self->segments, 0);
  for (guint i = 0; i < n_entries; i++)
    {
      Segment segment = find_segment (session, i);

      g_array_append_val (self->segments, segment);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
find_color (AcqSessionProgress *self, Segment segment, GdkRGBA *color)
{
  static const char *const names[] = {
    [SEGMENT_CURRENT] = "acq_session_current",
    [SEGMENT_DONE] = "acq_session_done",
    [SEGMENT_ASIDE] = "acq_session_aside",
    [SEGMENT_TO_COME] = "acq_session_to_come",
  };

  acq_style_lookup_color (GTK_WIDGET (self), names[segment], color);
}

static void
draw_segment (GtkSnapshot *snapshot, const graphene_rect_t *area, const GdkRGBA *color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, MIN (3, area->size.width / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, area);
  gtk_snapshot_pop (snapshot);
}

/* However many there are, they fill the width. */
static void
acq_session_progress_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AcqSessionProgress *self = ACQ_SESSION_PROGRESS (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  float step = width / (float) MAX (self->segments->len, 1);
  float gap = MIN (LARGEST_GAP, step / 4);

  for (guint i = 0; i < self->segments->len; i++)
    {
      float x = (float) (rtl ? self->segments->len - 1 - i : i) * step;
      graphene_rect_t area
        = GRAPHENE_RECT_INIT (x + gap / 2, (height - THICKNESS) / 2, step - gap, THICKNESS);
      GdkRGBA color;

      find_color (self, g_array_index (self->segments, Segment, i), &color);
      draw_segment (snapshot, &area, &color);
    }
}

static void
acq_session_progress_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                              int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? THICKNESS : 60;
}

static void
acq_session_progress_finalize (GObject *object)
{
  g_array_unref (ACQ_SESSION_PROGRESS (object)->segments);
  G_OBJECT_CLASS (acq_session_progress_parent_class)->finalize (object);
}

static void
acq_session_progress_class_init (AcqSessionProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = acq_session_progress_finalize;
  widget_class->snapshot = acq_session_progress_snapshot;
  widget_class->measure = acq_session_progress_measure;
  gtk_widget_class_set_css_name (widget_class, "sessionprogress");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
acq_session_progress_init (AcqSessionProgress *self)
{
  self->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
}
