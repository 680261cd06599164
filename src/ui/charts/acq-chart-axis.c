/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-chart-axis.h"

static gint64
floor_multiple (gint64 value, gint64 step)
{
  gint64 rest = value % step;

  return rest < 0 ? value - rest - step : value - rest;
}

static gint64
ceil_multiple (gint64 value, gint64 step)
{
  return -floor_multiple (-value, step);
}

static gboolean
covers (gint64 lowest, gint64 highest, gint64 step)
{
  return (ceil_multiple (highest, step) - floor_multiple (lowest, step)) / step <= ACQ_CHART_AXIS_MAX_STEPS;
}

/* Tries 1, 2, 2.5 and 5 times each power of ten. */
static gint64
choose_step (gint64 lowest, gint64 highest, gint64 finest)
{
  for (gint64 power = finest;; power *= 10)
    {
      const gint64 steps[] = { power, 2 * power, power / finest % 10 == 0 ? power / 2 * 5 : 5 * power, 5 * power };

      for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
        if (covers (lowest, highest, steps[i]) || steps[i] >= ACQ_CHART_AXIS_LIMIT)
          return steps[i];
    }
}

AcqChartAxis
acq_chart_axis_cover (gint64 lowest, gint64 highest, gint64 finest)
{
  AcqChartAxis self = { 0 };

  g_return_val_if_fail (lowest <= highest && finest >= 1, ((AcqChartAxis){ 0, 1, 1 }));

  lowest = CLAMP (lowest, -ACQ_CHART_AXIS_LIMIT, ACQ_CHART_AXIS_LIMIT);
  highest = CLAMP (highest, -ACQ_CHART_AXIS_LIMIT, ACQ_CHART_AXIS_LIMIT);
  self.step = choose_step (lowest, highest, finest);
  self.minimum = floor_multiple (lowest, self.step);
  self.maximum = ceil_multiple (highest, self.step);
  if (self.minimum == self.maximum)
    self.maximum += self.step;
  return self;
}

guint
acq_chart_axis_count_ticks (const AcqChartAxis *self)
{
  return (guint) ((self->maximum - self->minimum) / self->step) + 1;
}

gint64
acq_chart_axis_get_tick (const AcqChartAxis *self, guint index)
{
  return self->minimum + (gint64) index * self->step;
}

double
acq_chart_axis_place (const AcqChartAxis *self, gint64 value)
{
  value = CLAMP (value, self->minimum, self->maximum);
  return (double) (value - self->minimum) / (double) (self->maximum - self->minimum);
}
