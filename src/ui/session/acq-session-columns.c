/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-session-columns.h"

#define THRESHOLD   760
#define GAP         26
#define MAX_START   460
#define START_SHARE 38 /* hundredths of the width */

struct _AcqSessionColumns
{
  GtkWidget parent_instance;

  /* Child widgets */
  GtkWidget *start;
  GtkWidget *end;

  guint telling; /* source id; 0: none */
  gboolean narrow;
  gboolean told; /* once it was seen how much room there is */
};

G_DEFINE_FINAL_TYPE (AcqSessionColumns, acq_session_columns, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_START,
  PROP_END,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

gboolean
acq_session_columns_is_narrow (AcqSessionColumns *self)
{
  g_return_val_if_fail (ACQ_IS_SESSION_COLUMNS (self), FALSE);
  return self->narrow;
}

static int
start_width (int width)
{
  return MIN (MAX_START, (width - GAP) * START_SHARE / 100);
}

static void
measure_width (AcqSessionColumns *self, int *minimum, int *natural)
{
  int start_minimum, start_natural, end_minimum, end_natural;

  gtk_widget_measure (self->start, GTK_ORIENTATION_HORIZONTAL, -1, &start_minimum, &start_natural, NULL,
                      NULL);
  gtk_widget_measure (self->end, GTK_ORIENTATION_HORIZONTAL, -1, &end_minimum, &end_natural, NULL, NULL);
  *minimum = MAX (start_minimum, end_minimum);
  *natural = MAX (THRESHOLD, start_natural + GAP + end_natural);
}

static int
measure_child (GtkWidget *child, int width, gboolean natural_wanted)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  return natural_wanted ? natural : minimum;
}

/* Below each other both are there as a whole, beside each other the second one may scroll. */
static void
measure_height (AcqSessionColumns *self, int width, int *minimum, int *natural)
{
  if (width >= 0 && width < THRESHOLD)
    {
      *minimum = *natural
        = measure_child (self->start, width, TRUE) + GAP + measure_child (self->end, width, TRUE);
      return;
    }
  if (width < 0)
    width = THRESHOLD;
  *minimum = MAX (measure_child (self->start, start_width (width), TRUE),
                  measure_child (self->end, width - GAP - start_width (width), FALSE));
  *natural = MAX (*minimum, measure_child (self->end, width - GAP - start_width (width), TRUE));
}

static void
acq_session_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                             int *natural, int *minimum_baseline, int *natural_baseline)
{
  AcqSessionColumns *self = ACQ_SESSION_COLUMNS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    measure_height (self, for_size, minimum, natural);
}

static GtkSizeRequestMode
acq_session_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static gboolean
tell_cb (gpointer data)
{
  AcqSessionColumns *self = data;

  self->telling = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  return G_SOURCE_REMOVE;
}

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  GtkAllocation allocation = { x, y, width, height };

  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
acq_session_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AcqSessionColumns *self = ACQ_SESSION_COLUMNS (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean narrow = width < THRESHOLD;
  int first = narrow ? measure_child (self->start, width, TRUE) : start_width (width);

  if (narrow)
    {
      place (self->start, 0, 0, width, first);
      place (self->end, 0, first + GAP, width, MAX (height - first - GAP, 0));
    }
  else
    {
      place (self->start, rtl ? width - first : 0, 0, first, height);
      place (self->end, rtl ? 0 : first + GAP, 0, width - first - GAP, height);
    }
  if (narrow == self->narrow && self->told)
    return;
  self->narrow = narrow;
  self->told = TRUE;
  if (self->telling == 0)
    self->telling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_cb, self, NULL);
}

static void
set_child (AcqSessionColumns *self, GtkWidget **where, GtkWidget *child)
{
  g_clear_pointer (where, gtk_widget_unparent);
  *where = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
acq_session_columns_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AcqSessionColumns *self = ACQ_SESSION_COLUMNS (object);

  switch (id)
    {
    case PROP_START:
      g_value_set_object (value, self->start);
      break;
    case PROP_END:
      g_value_set_object (value, self->end);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_session_columns_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AcqSessionColumns *self = ACQ_SESSION_COLUMNS (object);

  switch (id)
    {
    case PROP_START:
      set_child (self, &self->start, g_value_get_object (value));
      break;
    case PROP_END:
      set_child (self, &self->end, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_session_columns_dispose (GObject *object)
{
  AcqSessionColumns *self = ACQ_SESSION_COLUMNS (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);
  G_OBJECT_CLASS (acq_session_columns_parent_class)->dispose (object);
}

static void
acq_session_columns_class_init (AcqSessionColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = acq_session_columns_get_property;
  object_class->set_property = acq_session_columns_set_property;
  object_class->dispose = acq_session_columns_dispose;
  widget_class->measure = acq_session_columns_measure;
  widget_class->get_request_mode = acq_session_columns_get_request_mode;
  widget_class->size_allocate = acq_session_columns_size_allocate;
  properties[PROP_START] = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_NARROW] = g_param_spec_boolean (
    "narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
acq_session_columns_init (AcqSessionColumns *self)
{
  self->narrow = TRUE;
}
