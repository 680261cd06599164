/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-fit.h"

struct _AcqFit
{
  GtkWidget parent_instance;

  GtkWidget *wide;
  GtkWidget *narrow;
  int threshold;
  guint telling; /* that another one is shown: not while sizes are given out */
};

G_DEFINE_FINAL_TYPE (AcqFit, acq_fit, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_WIDE,
  PROP_NARROW,
  PROP_THRESHOLD,
  PROP_IS_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

gboolean
acq_fit_is_narrow (AcqFit *self)
{
  g_return_val_if_fail (ACQ_IS_FIT (self), FALSE);
  return gtk_widget_get_child_visible (self->narrow);
}

static void
acq_fit_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                 int *minimum_baseline, int *natural_baseline)
{
  AcqFit *self = ACQ_FIT (widget);
  int wide;

  gtk_widget_measure (self->narrow, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->wide, orientation, -1, NULL, &wide, NULL, NULL);
      *natural = MAX (*natural, wide);
    }
}

static int
get_threshold (AcqFit *self)
{
  int minimum;

  if (self->threshold > 0)
    return self->threshold;
  gtk_widget_measure (self->wide, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static gboolean
tell_cb (gpointer data)
{
  AcqFit *self = data;

  self->telling = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_NARROW]);
  return G_SOURCE_REMOVE;
}

static void
acq_fit_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AcqFit *self = ACQ_FIT (widget);
  gboolean is_wide = width >= get_threshold (self);
  GtkWidget *shown = is_wide ? self->wide : self->narrow;

  if (acq_fit_is_narrow (self) == is_wide && self->telling == 0)
    self->telling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_cb, self, NULL);
  gtk_widget_set_child_visible (self->wide, is_wide);
  gtk_widget_set_child_visible (self->narrow, !is_wide);
  gtk_widget_allocate (shown, width, height, baseline, NULL);
}

static void
set_child (AcqFit *self, GtkWidget **place, GtkWidget *child)
{
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child == NULL)
    return;
  gtk_widget_set_child_visible (child, place == &self->wide);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
acq_fit_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AcqFit *self = ACQ_FIT (object);

  switch (id)
    {
    case PROP_WIDE:
      g_value_set_object (value, self->wide);
      break;
    case PROP_NARROW:
      g_value_set_object (value, self->narrow);
      break;
    case PROP_THRESHOLD:
      g_value_set_int (value, self->threshold);
      break;
    case PROP_IS_NARROW:
      g_value_set_boolean (value, acq_fit_is_narrow (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_fit_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AcqFit *self = ACQ_FIT (object);

  switch (id)
    {
    case PROP_WIDE:
      set_child (self, &self->wide, g_value_get_object (value));
      break;
    case PROP_NARROW:
      set_child (self, &self->narrow, g_value_get_object (value));
      break;
    case PROP_THRESHOLD:
      self->threshold = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_fit_dispose (GObject *object)
{
  AcqFit *self = ACQ_FIT (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  g_clear_pointer (&self->wide, gtk_widget_unparent);
  g_clear_pointer (&self->narrow, gtk_widget_unparent);
  G_OBJECT_CLASS (acq_fit_parent_class)->dispose (object);
}

static void
acq_fit_class_init (AcqFitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = acq_fit_get_property;
  object_class->set_property = acq_fit_set_property;
  object_class->dispose = acq_fit_dispose;
  widget_class->measure = acq_fit_measure;
  widget_class->size_allocate = acq_fit_size_allocate;
  properties[PROP_WIDE] = g_param_spec_object ("wide", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_NARROW] = g_param_spec_object ("narrow", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_THRESHOLD] = g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_IS_NARROW]
    = g_param_spec_boolean ("is-narrow", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
acq_fit_init (AcqFit *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
