/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-chart-measure.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"

AcqChartUnit
acq_chart_measure_choose_unit (const AcqChartMeasure *self, gint64 largest)
{
  AcqChartUnit unit = { .size = self->one };

  if (self->thousands && largest / 1000000 >= self->one)
    {
      unit.size = self->one * 1000000;
      /* Translators: millions of a currency, "M€". */
      g_snprintf (unit.sign, sizeof unit.sign, _ ("M%s"), self->sign);
    }
  else if (self->thousands && largest / 1000 >= self->one)
    {
      unit.size = self->one * 1000;
      /* Translators: thousands of a currency, "k€". */
      g_snprintf (unit.sign, sizeof unit.sign, _ ("k%s"), self->sign);
    }
  else
    g_strlcpy (unit.sign, self->sign, sizeof unit.sign);
  return unit;
}

/* Rounded half away from zero, in ten-to-the-power-of-decimals parts of a unit. */
static guint64
count_parts (guint64 magnitude, gint64 size, int decimals)
{
  static const guint64 powers[] = { 1, 10, 100 };
  guint64 whole = magnitude / (guint64) size;
  guint64 rest = magnitude % (guint64) size;

  return whole * powers[decimals] + (rest * powers[decimals] + (guint64) size / 2) / (guint64) size;
}

char *
acq_chart_unit_format (const AcqChartUnit *self, gint64 value, int decimals)
{
  static const guint64 powers[] = { 1, 10, 100 };
  guint64 magnitude = value < 0 ? -(guint64) value : (guint64) value;
  guint64 parts = 0;
  g_autofree char *number = NULL;
  g_autofree char *figure = NULL;

  g_return_val_if_fail (decimals >= 0 && decimals <= 2, NULL);

  parts = count_parts (magnitude, self->size, decimals);
  if (decimals > 0)
    number = g_strdup_printf ("%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, parts / powers[decimals], decimals,
                              parts % powers[decimals]);
  else
    number = g_strdup_printf ("%" G_GUINT64_FORMAT, parts);
  figure = acq_amount_text_separate (number);
  return value < 0 && parts > 0 ? g_strconcat ("−", figure, NULL) : g_steal_pointer (&figure);
}

static int
count_decimals (const AcqChartUnit *self, gint64 value)
{
  gint64 rest = ABS (value % self->size);

  if (rest == 0 || self->size % 10 != 0)
    return 0;
  return rest % (self->size / 10) == 0 ? 1 : 2;
}

char *
acq_chart_unit_format_tick (const AcqChartUnit *self, gint64 value, gboolean with_sign)
{
  g_autofree char *figure = acq_chart_unit_format (self, value, count_decimals (self, value));

  if (!with_sign || self->sign[0] == '\0')
    return g_steal_pointer (&figure);
  /* Translators: the top tick of an axis: a figure and its unit, "15 k€". */
  return g_strdup_printf (_ ("%s %s"), figure, self->sign);
}
