/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-legal-values.h"

#include <gio/gio.h>
#include <string.h>

#include "acq-legal-error.h"
#include "acq-legal-resources.h"
#include "acq-money.h"

#define VALUES_PATH "/fr/acquit/Acquit/legal/legal-values.csv"
#define RATE_MAX    10000

enum
{
  COLUMN_CODE,
  COLUMN_VALUE,
  COLUMN_UNIT,
  COLUMN_VALID_FROM,
  COLUMN_VALID_TO,
  COLUMN_CONFIRMED,
  COLUMN_CHECKED_ON,
  COLUMN_SOURCE,
  N_COLUMNS,
};

static const char *const kind_codes[] = {
  "ecb_rate",
  "legal_rate_professional",
  "legal_rate_individual",
  "professional_points",
  "public_points",
  "floor_factor",
  "excessive_rate",
  "judgment_points",
  "judgment_months",
  "recovery_indemnity",
  "term_default",
  "term_longest",
  "term_longest_month_end",
  "term_longest_periodic",
  "term_public",
  "term_public_hospital",
  "term_public_undertaking",
  "limitation_professional",
  "limitation_consumer",
  "limitation_public",
  "limitation_carriage",
  "claim_declaration",
  "claim_declaration_abroad",
  "order_service",
  "order_opposition",
  "small_claim_ceiling",
  "prior_conciliation_ceiling",
  "lawyer_ceiling",
  "retention_rate",
  "retention_months",
  "insolvency_clawback",
};

ACQ_DEFINE_CODES (AcqLegalValueKind, acq_legal_value_kind, kind_codes)

static const char *const unit_codes[] = { "percent", "points", "times", "euros", "days", "months" };

ACQ_DEFINE_CODES (AcqLegalUnit, acq_legal_unit, unit_codes)

/* Those of half-years, as an error names them. */
static const char *const rate_names[] = {
  "rate of the European Central Bank",
  "legal rate of professional creditors",
  "legal rate of individual creditors",
};

struct _AcqLegalValues
{
  GArray *values[ACQ_N_LEGAL_VALUE_KINDS]; /* AcqLegalValue, by first day */
};

static void
clear_value (gpointer data)
{
  g_free (((AcqLegalValue *) data)->source);
}

gboolean
acq_legal_value_kind_is_half_yearly (AcqLegalValueKind kind)
{
  return kind <= ACQ_LEGAL_VALUE_LEGAL_RATE_INDIVIDUAL;
}

/* Where the value that starts on that day stands, or where it would be put in. */
static guint
find_place (const GArray *values, AcqDay first)
{
  guint low = 0, high = values->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (values, AcqLegalValue, middle).valid_from < first)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Takes the value's source. */
static void
put_value (AcqLegalValues *self, const AcqLegalValue *value)
{
  GArray *values = self->values[value->kind];
  guint place = find_place (values, value->valid_from);

  if (place < values->len && g_array_index (values, AcqLegalValue, place).valid_from == value->valid_from)
    g_array_remove_index (values, place);
  g_array_insert_val (values, place, *value);
}

gboolean
acq_legal_values_enter (AcqLegalValues *self, AcqLegalValueKind kind, AcqDay day, int rate, AcqDay checked_on,
                        const char *source, GError **error)
{
  AcqLegalValue value = { kind, rate, ACQ_LEGAL_UNIT_PERCENT, .confirmed = TRUE, .entered = TRUE };

  g_return_val_if_fail (acq_legal_value_kind_is_half_yearly (kind), FALSE);

  if (!acq_day_is_valid (day))
    {
      g_set_error_literal (error, ACQ_LEGAL_ERROR, ACQ_LEGAL_ERROR_RATE_INVALID, "this is no half-year");
      return FALSE;
    }
  if (rate < 0 || rate > RATE_MAX)
    {
      g_set_error_literal (error, ACQ_LEGAL_ERROR, ACQ_LEGAL_ERROR_RATE_INVALID,
                           "a rate lies between 0 and 100 per cent");
      return FALSE;
    }
  value.valid_from = acq_day_start_of_half_year (day);
  value.valid_to = acq_day_end_of_half_year (day);
  value.checked_on = checked_on;
  value.source = g_strdup (source);
  put_value (self, &value);
  return TRUE;
}

static gboolean
has_cents (AcqLegalUnit unit)
{
  return unit == ACQ_LEGAL_UNIT_PERCENT || unit == ACQ_LEGAL_UNIT_POINTS || unit == ACQ_LEGAL_UNIT_EUROS;
}

static void
add_line (AcqLegalValues *self, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, ",", N_COLUMNS);
  AcqLegalValue value = { 0 };
  gint64 figure;

  g_return_if_fail (g_strv_length (fields) == N_COLUMNS);
  g_return_if_fail (acq_legal_value_kind_from_code (fields[COLUMN_CODE], &value.kind));
  g_return_if_fail (acq_legal_unit_from_code (fields[COLUMN_UNIT], &value.unit));
  g_return_if_fail (acq_amount_parse (fields[COLUMN_VALUE], has_cents (value.unit) ? 2 : 0, &figure));

  value.value = (int) figure;
  value.valid_from = acq_day_parse_iso (fields[COLUMN_VALID_FROM]);
  value.valid_to = acq_day_parse_iso (fields[COLUMN_VALID_TO]);
  value.confirmed = strcmp (fields[COLUMN_CONFIRMED], "yes") == 0;
  value.checked_on = acq_day_parse_iso (fields[COLUMN_CHECKED_ON]);
  value.source = g_strdup (fields[COLUMN_SOURCE]);
  put_value (self, &value);
}

AcqLegalValues *
acq_legal_values_new (void)
{
  AcqLegalValues *self = g_new0 (AcqLegalValues, 1);
  g_autoptr (GBytes) bytes
    = g_resource_lookup_data (acq_legal_get_resource (), VALUES_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  G_STATIC_ASSERT (G_N_ELEMENTS (kind_codes) == ACQ_N_LEGAL_VALUE_KINDS);

  for (int i = 0; i < ACQ_N_LEGAL_VALUE_KINDS; i++)
    {
      self->values[i] = g_array_new (FALSE, FALSE, sizeof (AcqLegalValue));
      g_array_set_clear_func (self->values[i], clear_value);
    }
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      add_line (self, lines[i]);
  return self;
}

void
acq_legal_values_free (AcqLegalValues *self)
{
  if (self == NULL)
    return;
  for (int i = 0; i < ACQ_N_LEGAL_VALUE_KINDS; i++)
    g_array_unref (self->values[i]);
  g_free (self);
}

const AcqLegalValue *
acq_legal_values_find (const AcqLegalValues *self, AcqLegalValueKind kind, AcqDay day)
{
  const GArray *values = self->values[kind];
  guint place = find_place (values, day + 1);
  const AcqLegalValue *value;

  if (place == 0)
    return NULL;
  value = &g_array_index (values, AcqLegalValue, place - 1);
  return value->valid_to == ACQ_DAY_NONE || day <= value->valid_to ? value : NULL;
}

int
acq_legal_values_get_rate (const AcqLegalValues *self, AcqLegalValueKind kind, AcqDay day, GError **error)
{
  const AcqLegalValue *value = acq_legal_values_find (self, kind, day);
  g_autofree char *half_year = NULL;

  g_return_val_if_fail (acq_legal_value_kind_is_half_yearly (kind), ACQ_LEGAL_VALUE_NONE);

  if (value != NULL)
    return value->value;
  half_year = acq_half_year_name (day);
  g_set_error (error, ACQ_LEGAL_ERROR, ACQ_LEGAL_ERROR_RATE_MISSING, "the %s of the half-year %s is not known",
               rate_names[kind], half_year);
  return ACQ_LEGAL_VALUE_NONE;
}

int
acq_legal_values_get (const AcqLegalValues *self, AcqLegalValueKind kind, AcqDay day)
{
  const AcqLegalValue *value = acq_legal_values_find (self, kind, day);

  g_return_val_if_fail (!acq_legal_value_kind_is_half_yearly (kind), 0);

  return value == NULL ? 0 : value->value;
}

AcqDay
acq_legal_values_find_missing (const AcqLegalValues *self, AcqLegalValueKind kind, AcqDay first, AcqDay last)
{
  for (AcqDay day = acq_day_start_of_half_year (first); day <= last; day = acq_day_end_of_half_year (day) + 1)
    if (acq_legal_values_find (self, kind, day) == NULL)
      return day;
  return ACQ_DAY_NONE;
}

GPtrArray *
acq_legal_values_list (const AcqLegalValues *self, AcqLegalValueKind kind)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->values[kind]->len; i++)
    g_ptr_array_add (list, &g_array_index (self->values[kind], AcqLegalValue, i));
  return list;
}

char *
acq_half_year_name (AcqDay day)
{
  int year, month;

  acq_day_get (day, &year, &month, NULL);
  return g_strdup_printf ("%d-S%d", year, month <= 6 ? 1 : 2);
}

AcqDay
acq_half_year_parse (const char *name)
{
  g_autofree char *iso = NULL;

  if (name == NULL || strlen (name) != 7 || name[4] != '-' || name[5] != 'S' || (name[6] != '1' && name[6] != '2'))
    return ACQ_DAY_NONE;
  iso = g_strdup_printf ("%.4s-%s-01", name, name[6] == '1' ? "01" : "07");
  return acq_day_parse_iso (iso);
}
