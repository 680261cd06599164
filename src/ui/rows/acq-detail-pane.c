/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-detail-pane.h"

#define LINE_WIDTH 1

struct _AcqDetailPane
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *detail;
  GtkWidget *line;
  int threshold;
  int detail_width;
  gboolean show_detail;
  gboolean folded;
  guint notify_source;
};

G_DEFINE_FINAL_TYPE (AcqDetailPane, acq_detail_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CONTENT,
  PROP_DETAIL,
  PROP_SHOW_DETAIL,
  PROP_THRESHOLD,
  PROP_DETAIL_WIDTH,
  PROP_FOLDED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

gboolean
acq_detail_pane_get_show_detail (AcqDetailPane *self)
{
  g_return_val_if_fail (ACQ_IS_DETAIL_PANE (self), FALSE);
  return self->show_detail;
}

gboolean
acq_detail_pane_is_folded (AcqDetailPane *self)
{
  g_return_val_if_fail (ACQ_IS_DETAIL_PANE (self), FALSE);
  return self->folded;
}

/* What is not shown cannot be reached by the keyboard either. */
static void
update_shown (AcqDetailPane *self)
{
  if (self->content != NULL)
    gtk_widget_set_child_visible (self->content, !self->folded || !self->show_detail);
  if (self->detail != NULL)
    gtk_widget_set_child_visible (self->detail, self->show_detail);
  gtk_widget_set_child_visible (self->line, self->show_detail && !self->folded);
}

void
acq_detail_pane_set_show_detail (AcqDetailPane *self, gboolean show_detail)
{
  g_return_if_fail (ACQ_IS_DETAIL_PANE (self));
  if (self->show_detail == show_detail)
    return;
  self->show_detail = show_detail;
  update_shown (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_DETAIL]);
}

static gboolean
notify_folded_cb (gpointer data)
{
  AcqDetailPane *self = data;

  self->notify_source = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
  return G_SOURCE_REMOVE;
}

/* Widgets must not be changed while sizes are handed out: who listens hears of it afterwards. */
static void
set_folded (AcqDetailPane *self, gboolean folded)
{
  if (self->folded == folded)
    return;
  self->folded = folded;
  update_shown (self);
  if (self->notify_source == 0)
    self->notify_source = g_idle_add_full (GTK_PRIORITY_RESIZE, notify_folded_cb, self, NULL);
}

static void
acq_detail_pane_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  AcqDetailPane *self = ACQ_DETAIL_PANE (widget);
  int detail_minimum, detail_natural;

  gtk_widget_measure (self->content, orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (self->detail, orientation, -1, &detail_minimum, &detail_natural, NULL, NULL);
  *minimum = MAX (*minimum, detail_minimum);
  *natural = MAX (*natural, detail_minimum);
}

static void
allocate_beside (AcqDetailPane *self, int width, int height)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int minimum, detail_width, content_width;

  gtk_widget_measure (self->detail, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  detail_width = MAX (self->detail_width, minimum);
  content_width = width - detail_width - LINE_WIDTH;
  gtk_widget_size_allocate (
    self->content, &(GtkAllocation){ is_rtl ? width - content_width : 0, 0, content_width, height }, -1);
  gtk_widget_size_allocate (
    self->line, &(GtkAllocation){ is_rtl ? detail_width : content_width, 0, LINE_WIDTH, height }, -1);
  gtk_widget_size_allocate (
    self->detail, &(GtkAllocation){ is_rtl ? 0 : width - detail_width, 0, detail_width, height }, -1);
}

static void
acq_detail_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AcqDetailPane *self = ACQ_DETAIL_PANE (widget);

  set_folded (self, width < self->threshold);
  if (self->show_detail && !self->folded)
    allocate_beside (self, width, height);
  else
    gtk_widget_allocate (self->show_detail ? self->detail : self->content, width, height, baseline, NULL);
}

static void
set_child (AcqDetailPane *self, GtkWidget **place, GtkWidget *child)
{
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  /* The order of the children is that in which the keyboard reaches them. */
  if (child != NULL)
    gtk_widget_insert_after (child, GTK_WIDGET (self), place == &self->detail ? self->content : NULL);
  update_shown (self);
}

static void
acq_detail_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AcqDetailPane *self = ACQ_DETAIL_PANE (object);

  switch (id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_DETAIL:
      g_value_set_object (value, self->detail);
      break;
    case PROP_SHOW_DETAIL:
      g_value_set_boolean (value, self->show_detail);
      break;
    case PROP_THRESHOLD:
      g_value_set_int (value, self->threshold);
      break;
    case PROP_DETAIL_WIDTH:
      g_value_set_int (value, self->detail_width);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_detail_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AcqDetailPane *self = ACQ_DETAIL_PANE (object);

  switch (id)
    {
    case PROP_CONTENT:
      set_child (self, &self->content, g_value_get_object (value));
      break;
    case PROP_DETAIL:
      set_child (self, &self->detail, g_value_get_object (value));
      break;
    case PROP_SHOW_DETAIL:
      acq_detail_pane_set_show_detail (self, g_value_get_boolean (value));
      break;
    case PROP_THRESHOLD:
      self->threshold = g_value_get_int (value);
      break;
    case PROP_DETAIL_WIDTH:
      self->detail_width = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
acq_detail_pane_dispose (GObject *object)
{
  AcqDetailPane *self = ACQ_DETAIL_PANE (object);

  g_clear_handle_id (&self->notify_source, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->detail, gtk_widget_unparent);
  g_clear_pointer (&self->line, gtk_widget_unparent);
  G_OBJECT_CLASS (acq_detail_pane_parent_class)->dispose (object);
}

static void
acq_detail_pane_class_init (AcqDetailPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = acq_detail_pane_get_property;
  object_class->set_property = acq_detail_pane_set_property;
  object_class->dispose = acq_detail_pane_dispose;
  widget_class->measure = acq_detail_pane_measure;
  widget_class->size_allocate = acq_detail_pane_size_allocate;
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_DETAIL] = g_param_spec_object ("detail", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SHOW_DETAIL] = g_param_spec_boolean ("show-detail", NULL, NULL, FALSE, flags);
  properties[PROP_THRESHOLD] = g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_DETAIL_WIDTH] = g_param_spec_int ("detail-width", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean (
    "folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
acq_detail_pane_init (AcqDetailPane *self)
{
  self->line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  update_shown (self);
}
