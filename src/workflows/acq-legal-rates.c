/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-legal-rates.h"

#include <string.h>

#include "acq-legal-rate-repository.h"
#include "acq-money.h"
#include "acq-text-normalizer.h"
#include "acq-workflow-error.h"

/* From mid-June and mid-December on the coming half-year is asked for. */
#define DAYS_BEFORE 16

static const struct
{
  const char *prefix;
  AcqLegalValueKind kind;
} keys[] = {
  { "ecb_rate.", ACQ_LEGAL_VALUE_ECB_RATE },
  { "legal_rate.", ACQ_LEGAL_VALUE_LEGAL_RATE_PROFESSIONAL },
  { "legal_rate_individual.", ACQ_LEGAL_VALUE_LEGAL_RATE_INDIVIDUAL },
};

/* A row that this version does not know, or that was damaged, is no reason to refuse the whole file: what is built in holds. */
static void
take_rate (gpointer user_data, const char *code, AcqDay valid_from, int rate, AcqDay checked_on, const char *source)
{
  AcqLegalValueKind kind;

  if (acq_legal_value_kind_from_code (code, &kind) && acq_legal_value_kind_is_half_yearly (kind))
    acq_legal_values_enter (user_data, kind, valid_from, rate, checked_on, source, NULL);
}

AcqLegalValues *
acq_legal_rates_load (AcqConnection *connection, GError **error)
{
  g_autoptr (AcqLegalValues) law = acq_legal_values_new ();

  return acq_legal_rate_repository_each (connection, take_rate, law, error) ? g_steal_pointer (&law) : NULL;
}

static gboolean
keep (AcqConnection *connection, AcqLegalValueKind kind, AcqDay day, int rate, AcqDay today, const char *source,
      GError **error)
{
  return acq_legal_rate_repository_keep (connection, acq_legal_value_kind_to_code (kind),
                                         acq_day_start_of_half_year (day), rate, today, source, error);
}

gboolean
acq_legal_rates_enter (AcqCompanyFile *file, const AcqHalfYearRates *rates, const char *source, GError **error)
{
  const struct
  {
    AcqLegalValueKind kind;
    int rate;
  } entered[] = {
    { ACQ_LEGAL_VALUE_ECB_RATE, rates->ecb },
    { ACQ_LEGAL_VALUE_LEGAL_RATE_PROFESSIONAL, rates->legal_professional },
  };
  g_autoptr (AcqLegalValues) law = acq_legal_values_new ();
  AcqConnection *connection = acq_company_file_connection (file);
  AcqDay today = acq_clock_today (acq_company_file_clock (file));
  g_autofree char *squeezed = acq_text_squeeze (source == NULL ? "" : source);
  g_autofree char *half_year = acq_half_year_name (rates->first);
  g_autoptr (AcqChange) change = acq_change_begin (file, error);

  if (change == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (entered); i++)
    if (entered[i].rate != ACQ_LEGAL_VALUE_NONE
        && (!acq_legal_values_enter (law, entered[i].kind, rates->first, entered[i].rate, today, squeezed, error)
            || !keep (connection, entered[i].kind, rates->first, entered[i].rate, today,
                      squeezed[0] == '\0' ? NULL : squeezed, error)))
      return FALSE;
  return acq_change_commit (change, "rates", half_year, squeezed, error);
}

gboolean
acq_legal_rates_parse_key (const char *key, AcqLegalValueKind *ret_kind, AcqDay *ret_first)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_has_prefix (key, keys[i].prefix))
      {
        *ret_kind = keys[i].kind;
        *ret_first = acq_half_year_parse (key + strlen (keys[i].prefix));
        return *ret_first != ACQ_DAY_NONE;
      }
  return FALSE;
}

gboolean
acq_legal_rates_write (AcqConnection *connection, const char *key, const char *value, AcqDay today, GError **error)
{
  const char *space = strchr (value, ' ');
  g_autofree char *figure = space == NULL ? g_strdup (value) : g_strndup (value, (gsize) (space - value));
  AcqLegalValueKind kind;
  AcqDay first;
  gint64 rate;

  if (acq_legal_rates_parse_key (key, &kind, &first) && acq_amount_parse_written (figure, 2, &rate) && rate >= 0
      && rate <= 10000)
    return keep (connection, kind, first, (int) rate, today, space == NULL ? NULL : space + 1, error);
  g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE, "%s=%s", key, value);
  return FALSE;
}

static gboolean
knows (const AcqLegalValues *law, AcqDay day, gboolean *ret_confirmed)
{
  const AcqLegalValue *ecb = acq_legal_values_find (law, ACQ_LEGAL_VALUE_ECB_RATE, day);
  const AcqLegalValue *legal = acq_legal_values_find (law, ACQ_LEGAL_VALUE_LEGAL_RATE_PROFESSIONAL, day);

  *ret_confirmed = ecb != NULL && legal != NULL && ecb->confirmed && legal->confirmed;
  return ecb != NULL && legal != NULL;
}

AcqRatesAdvice
acq_legal_rates_advise (const AcqLegalValues *law, AcqDay today, AcqDay *ret_first)
{
  AcqDay next = acq_day_end_of_half_year (today) + 1;
  gboolean confirmed, ignored;

  *ret_first = acq_day_start_of_half_year (today);
  if (!knows (law, today, &confirmed))
    return ACQ_RATES_ADVICE_MISSING;
  if (!confirmed)
    return ACQ_RATES_ADVICE_CONFIRM;
  *ret_first = next;
  return next - today <= DAYS_BEFORE && !knows (law, next, &ignored) ? ACQ_RATES_ADVICE_SOON : ACQ_RATES_ADVICE_NONE;
}
