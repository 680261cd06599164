/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-columns.h"

struct _AcqColumns
{
  GtkWidget parent_instance;

  GtkWidget *first;
  GtkWidget *second;
  int threshold;
  int spacing;
  int share;
  int max_first; /* pixels; 0: as wide as there is room */

  guint telling; /* source id; 0: none */
  gboolean narrow;
  gboolean placed; /* once it was seen how much room there is */
};

G_DEFINE_FINAL_TYPE (AcqColumns, acq_columns, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FIRST,
  PROP_SECOND,
  PROP_THRESHOLD,
  PROP_SPACING,
  PROP_SHARE,
  PROP_MAX_FIRST,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_side_by_side (AcqColumns *self, int width)
{
  return width >= self->threshold;
}

gboolean
acq_columns_is_narrow (AcqColumns *self)
{
  g_return_val_if_fail (ACQ_IS_COLUMNS (self), FALSE);
  return self->narrow;
}

/* How wide the second one is beside the first, which leaves it what it may not use. */
static int
get_second_width (AcqColumns *self, int width)
{
  int minimum, natural, wanted;

  gtk_widget_measure (self->second, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  wanted = self->share == 0 ? natural : ((width - self->spacing) * self->share + 99) / 100;
  if (self->max_first > 0)
    wanted = MAX (wanted, width - self->spacing - self->max_first);
  return MAX (minimum, wanted);
}

static void
measure_width (AcqColumns *self, int *minimum, int *natural)
{
  int first_minimum, first_natural, second_minimum, second_natural;

  gtk_widget_measure (self->first, GTK_ORIENTATION_HORIZONTAL, -1, &first_minimum, &first_natural, NULL,
                      NULL);
  gtk_widget_measure (self->second, GTK_ORIENTATION_HORIZONTAL, -1, &second_minimum, &second_natural, NULL,
                      NULL);
  *minimum = MAX (first_minimum, second_minimum);
  *natural = MAX (first_natural + self->spacing + second_natural, *minimum);
}

static void
measure_height (AcqColumns *self, int width, int *minimum, int *natural)
{
  gboolean beside = width < 0 || is_side_by_side (self, width);
  int second_width = beside && width >= 0 ? get_second_width (self, width) : width;
  int first_width = beside && width >= 0 ? MAX (0, width - self->spacing - second_width) : width;
  int first_minimum, first_natural, second_minimum, second_natural;

  gtk_widget_measure (self->first, GTK_ORIENTATION_VERTICAL, first_width, &first_minimum, &first_natural,
                      NULL, NULL);
  gtk_widget_measure (self->second, GTK_ORIENTATION_VERTICAL, second_width, &second_minimum, &second_natural,
                      NULL, NULL);
  *minimum = beside ? MAX (first_minimum, second_minimum) : first_minimum + self->spacing + second_minimum;
  *natural = beside ? MAX (first_natural, second_natural) : first_natural + self->spacing + second_natural;
}

static void
acq_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (ACQ_COLUMNS (widget), minimum, natural);
  else
    measure_height (ACQ_COLUMNS (widget), for_size, minimum, natural);
}

static void
allocate_at (GtkWidget *widget, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (widget, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
allocate_beside (AcqColumns *self, int width, int height)
{
  int second_width = get_second_width (self, width);
  int first_width = MAX (0, width - self->spacing - second_width);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    {
      allocate_at (self->first, second_width + self->spacing, 0, first_width, height);
      allocate_at (self->second, 0, 0, second_width, height);
      return;
    }
  allocate_at (self->first, 0, 0, first_width, height);
  allocate_at (self->second, first_width + self->spacing, 0, second_width, height);
}

static void
allocate_below (AcqColumns *self, int width, int height)
{
  int minimum, first_height;

  gtk_widget_measure (self->second, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  first_height = MAX (0, height - self->spacing - minimum);
  gtk_widget_measure (self->first, GTK_ORIENTATION_VERTICAL, width, NULL, &minimum, NULL, NULL);
  first_height = MIN (first_height, minimum);
  allocate_at (self->first, 0, 0, width, first_height);
  allocate_at (self->second, 0, first_height + self->spacing, width, height - first_height - self->spacing);
}

static gboolean
tell_cb (gpointer data)
{
  AcqColumns *self = data;

  self->telling = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  return G_SOURCE_REMOVE;
}

/* Whoever hears of it may want another size, which cannot be had while sizes are being allocated. */
static void
take_narrow (AcqColumns *self, gboolean narrow)
{
  if (narrow == self->narrow && self->placed)
    return;
  self->narrow = narrow;
  self->placed = TRUE;
  if (self->telling == 0)
    self->telling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_cb, self, NULL);
}

static void
acq_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AcqColumns *self = ACQ_COLUMNS (widget);

  if (is_side_by_side (self, width))
    allocate_beside (self, width, height);
  else
    allocate_below (self, width, height);
  take_narrow (self, !is_side_by_side (self, width));
}

static GtkSizeRequestMode
acq_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
set_child (AcqColumns *self, GtkWidget **place, GtkWidget *child)
{
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  /* The order of the children is that in which the keyboard reaches them. */
  if (child != NULL)
    gtk_widget_insert_after (child, GTK_WIDGET (self), place == &self->second ? self->first : NULL);
}

static void
acq_columns_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AcqColumns *self = ACQ_COLUMNS (object);

  switch (id)
    {
    case PROP_FIRST:
      g_value_set_object (value, self->first);
      break;
    case PROP_SECOND:
      g_value_set_object (value, self->second);
      break;
    case PROP_THRESHOLD:
      g_value_set_int (value, self->threshold);
      break;
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_SHARE:
      g_value_set_int (value, self->share);
      break;
    case PROP_MAX_FIRST:
      g_value_set_int (value, self->max_first);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_columns_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AcqColumns *self = ACQ_COLUMNS (object);

  switch (id)
    {
    case PROP_FIRST:
      set_child (self, &self->first, g_value_get_object (value));
      break;
    case PROP_SECOND:
      set_child (self, &self->second, g_value_get_object (value));
      break;
    case PROP_THRESHOLD:
      self->threshold = g_value_get_int (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_SHARE:
      self->share = g_value_get_int (value);
      break;
    case PROP_MAX_FIRST:
      self->max_first = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
acq_columns_dispose (GObject *object)
{
  AcqColumns *self = ACQ_COLUMNS (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  g_clear_pointer (&self->first, gtk_widget_unparent);
  g_clear_pointer (&self->second, gtk_widget_unparent);
  G_OBJECT_CLASS (acq_columns_parent_class)->dispose (object);
}

static void
acq_columns_class_init (AcqColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = acq_columns_get_property;
  object_class->set_property = acq_columns_set_property;
  object_class->dispose = acq_columns_dispose;
  widget_class->measure = acq_columns_measure;
  widget_class->size_allocate = acq_columns_size_allocate;
  widget_class->get_request_mode = acq_columns_get_request_mode;
  properties[PROP_FIRST] = g_param_spec_object ("first", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SECOND] = g_param_spec_object ("second", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_THRESHOLD] = g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_SHARE] = g_param_spec_int ("share", NULL, NULL, 0, 100, 0, flags);
  properties[PROP_MAX_FIRST] = g_param_spec_int ("max-first", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_NARROW] = g_param_spec_boolean (
    "narrow", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
acq_columns_init (AcqColumns *self)
{
  self->narrow = TRUE;
}
