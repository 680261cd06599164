/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-chart-point.h"

#include <glib/gi18n.h>

struct _AcqChartPoint
{
  GObject parent_instance;

  AcqChartDatum datum;
};

G_DEFINE_FINAL_TYPE (AcqChartPoint, acq_chart_point, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_VALUE_TEXT,
  PROP_RANGE_TEXT,
  PROP_NOTE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
acq_chart_point_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AcqChartPoint *self = ACQ_CHART_POINT (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->datum.name);
      break;
    case PROP_VALUE_TEXT:
      g_value_set_string (value, self->datum.value_text);
      break;
    case PROP_RANGE_TEXT:
      g_value_set_string (value, self->datum.range_text);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->datum.note);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_chart_point_finalize (GObject *object)
{
  AcqChartDatum *datum = &ACQ_CHART_POINT (object)->datum;

  g_free ((char *) datum->label);
  g_free ((char *) datum->name);
  g_free ((char *) datum->value_text);
  g_free ((char *) datum->range_text);
  g_free ((char *) datum->note);
  g_free ((char *) datum->target);
  G_OBJECT_CLASS (acq_chart_point_parent_class)->finalize (object);
}

static void
acq_chart_point_class_init (AcqChartPointClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "name", "value-text", "range-text", "note" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = acq_chart_point_get_property;
  object_class->finalize = acq_chart_point_finalize;
  for (guint i = PROP_NAME; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
acq_chart_point_init (AcqChartPoint *self)
{
}

AcqChartPoint *
acq_chart_point_new (const AcqChartDatum *datum)
{
  AcqChartPoint *self = NULL;

  g_return_val_if_fail (datum != NULL && datum->label != NULL, NULL);
  g_return_val_if_fail (datum->tone < ACQ_CHART_N_TONES, NULL);

  self = g_object_new (ACQ_TYPE_CHART_POINT, NULL);
  self->datum = *datum;
  self->datum.label = g_strdup (datum->label);
  self->datum.name = g_strdup (datum->name != NULL ? datum->name : datum->label);
  self->datum.value_text = g_strdup (datum->value_text != NULL ? datum->value_text : "");
  self->datum.range_text = g_strdup (datum->range_text);
  self->datum.note = g_strdup (datum->note);
  self->datum.target = g_strdup (datum->target);
  return self;
}

const AcqChartDatum *
acq_chart_point_get (AcqChartPoint *self)
{
  g_return_val_if_fail (ACQ_IS_CHART_POINT (self), NULL);
  return &self->datum;
}

gboolean
acq_chart_point_is_weak (AcqChartPoint *self)
{
  g_return_val_if_fail (ACQ_IS_CHART_POINT (self), FALSE);
  return self->datum.counted && self->datum.cases < ACQ_CHART_FEW_CASES;
}

char *
acq_chart_point_describe (AcqChartPoint *self)
{
  g_return_val_if_fail (ACQ_IS_CHART_POINT (self), NULL);

  if (self->datum.range_text != NULL)
    /* Translators: one value of a chart in words: its name, its value, the range it may lie in. */
    return g_strdup_printf (_ ("%s: %s, %s"), self->datum.name, self->datum.value_text, self->datum.range_text);
  /* Translators: one value of a chart in words: its name and its value. */
  return g_strdup_printf (_ ("%s: %s"), self->datum.name, self->datum.value_text);
}
