/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reference-rates.h"

#include <gio/gio.h>
#include <string.h>

#include "acq-legal-error.h"
#include "acq-legal-resources.h"
#include "acq-money.h"

#define RATES_PATH "/fr/acquit/Acquit/legal/reference-rates.csv"
#define RATE_MAX   10000

enum
{
  COLUMN_HALF_YEAR,
  COLUMN_VALID_FROM,
  COLUMN_VALID_TO,
  COLUMN_ECB,
  COLUMN_LEGAL_PROFESSIONAL,
  COLUMN_LEGAL_INDIVIDUAL,
  COLUMN_CONFIRMED,
  COLUMN_CHECKED_ON,
  COLUMN_SOURCE,
  N_COLUMNS,
};

static const char *const figure_names[] = {
  "rate of the European Central Bank",
  "legal rate of professional creditors",
  "legal rate of individual creditors",
};

struct _AcqReferenceRates
{
  GArray *rates; /* AcqReferenceRate, by first day */
};

static void
clear_rate (gpointer data)
{
  g_free (((AcqReferenceRate *) data)->source);
}

/* Where the half-year of that day stands, or where it would be put in. */
static guint
find_place (const AcqReferenceRates *self, AcqDay first)
{
  guint low = 0, high = self->rates->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->rates, AcqReferenceRate, middle).first < first)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
rate_is_in_range (int rate)
{
  return rate == ACQ_RATE_NONE || (rate >= 0 && rate <= RATE_MAX);
}

gboolean
acq_reference_rates_add (AcqReferenceRates *self, const AcqReferenceRate *rate, GError **error)
{
  AcqReferenceRate copy = *rate;
  guint place;

  if (!acq_day_is_valid (rate->first) || acq_day_start_of_half_year (rate->first) != rate->first)
    {
      g_set_error_literal (error, ACQ_LEGAL_ERROR, ACQ_LEGAL_ERROR_RATE_INVALID,
                           "a half-year starts on 1 January or 1 July");
      return FALSE;
    }
  if (!rate_is_in_range (rate->ecb) || !rate_is_in_range (rate->legal_professional)
      || !rate_is_in_range (rate->legal_individual))
    {
      g_set_error_literal (error, ACQ_LEGAL_ERROR, ACQ_LEGAL_ERROR_RATE_INVALID,
                           "a rate lies between 0 and 100 per cent");
      return FALSE;
    }
  copy.source = g_strdup (rate->source);
  place = find_place (self, rate->first);
  if (place < self->rates->len && g_array_index (self->rates, AcqReferenceRate, place).first == rate->first)
    g_array_remove_index (self->rates, place);
  g_array_insert_val (self->rates, place, copy);
  return TRUE;
}

static int
parse_rate (const char *text)
{
  gint64 rate;

  return acq_amount_parse (text, 2, &rate) ? (int) rate : ACQ_RATE_NONE;
}

static void
add_line (AcqReferenceRates *self, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, ",", N_COLUMNS);
  AcqReferenceRate rate = { ACQ_DAY_NONE };

  g_return_if_fail (g_strv_length (fields) == N_COLUMNS);

  rate.first = acq_day_parse_iso (fields[COLUMN_VALID_FROM]);
  rate.ecb = parse_rate (fields[COLUMN_ECB]);
  rate.legal_professional = parse_rate (fields[COLUMN_LEGAL_PROFESSIONAL]);
  rate.legal_individual = parse_rate (fields[COLUMN_LEGAL_INDIVIDUAL]);
  rate.confirmed = strcmp (fields[COLUMN_CONFIRMED], "yes") == 0;
  rate.checked_on = acq_day_parse_iso (fields[COLUMN_CHECKED_ON]);
  rate.source = fields[COLUMN_SOURCE];
  g_return_if_fail (acq_day_parse_iso (fields[COLUMN_VALID_TO]) == acq_day_end_of_half_year (rate.first));
  acq_reference_rates_add (self, &rate, NULL);
}

AcqReferenceRates *
acq_reference_rates_new (void)
{
  AcqReferenceRates *self = g_new0 (AcqReferenceRates, 1);
  g_autoptr (GBytes) bytes
    = g_resource_lookup_data (acq_legal_get_resource (), RATES_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  self->rates = g_array_new (FALSE, FALSE, sizeof (AcqReferenceRate));
  g_array_set_clear_func (self->rates, clear_rate);
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      add_line (self, lines[i]);
  return self;
}

void
acq_reference_rates_free (AcqReferenceRates *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rates);
  g_free (self);
}

const AcqReferenceRate *
acq_reference_rates_find (const AcqReferenceRates *self, AcqDay day)
{
  AcqDay first = acq_day_start_of_half_year (day);
  guint place = find_place (self, first);
  const AcqReferenceRate *rate;

  if (place >= self->rates->len)
    return NULL;
  rate = &g_array_index (self->rates, AcqReferenceRate, place);
  return rate->first == first ? rate : NULL;
}

static int
read_figure (const AcqReferenceRates *self, AcqDay day, AcqRateFigure figure)
{
  const AcqReferenceRate *rate = acq_reference_rates_find (self, day);

  if (rate == NULL)
    return ACQ_RATE_NONE;
  switch (figure)
    {
    case ACQ_RATE_FIGURE_ECB:
      return rate->ecb;
    case ACQ_RATE_FIGURE_LEGAL_PROFESSIONAL:
      return rate->legal_professional;
    case ACQ_RATE_FIGURE_LEGAL_INDIVIDUAL:
      return rate->legal_individual;
    default:
      return ACQ_RATE_NONE;
    }
}

int
acq_reference_rates_get (const AcqReferenceRates *self, AcqDay day, AcqRateFigure figure, GError **error)
{
  int rate = read_figure (self, day, figure);

  if (rate == ACQ_RATE_NONE)
    {
      g_autofree char *half_year = acq_half_year_name (day);

      g_set_error (error, ACQ_LEGAL_ERROR, ACQ_LEGAL_ERROR_RATE_MISSING,
                   "the %s of the half-year %s is not known", figure_names[figure], half_year);
    }
  return rate;
}

AcqDay
acq_reference_rates_find_missing (const AcqReferenceRates *self, AcqDay first, AcqDay last,
                                  AcqRateFigure figure)
{
  for (AcqDay day = acq_day_start_of_half_year (first); day <= last; day = acq_day_end_of_half_year (day) + 1)
    if (read_figure (self, day, figure) == ACQ_RATE_NONE)
      return day;
  return ACQ_DAY_NONE;
}

char *
acq_half_year_name (AcqDay day)
{
  int year, month;

  acq_day_get (day, &year, &month, NULL);
  return g_strdup_printf ("%d-S%d", year, month <= 6 ? 1 : 2);
}
