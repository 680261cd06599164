/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-legal-value-text.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"

/* In the order of the enumeration. */
static const char *const titles[ACQ_N_LEGAL_VALUE_KINDS] = {
  N_ ("Rate of the European Central Bank"),
  N_ ("Legal rate, creditor a professional"),
  N_ ("Legal rate, creditor a private person"),
  N_ ("Penalties between professionals, on top of the ECB rate"),
  N_ ("Interest of public buyers, on top of the ECB rate"),
  N_ ("Least rate of a contract, of the legal rate"),
  N_ ("Rate that a judge would probably lower"),
  N_ ("Rise of the legal rate after a judgment"),
  N_ ("That rise comes after the judgment by"),
  N_ ("Indemnity for each late invoice"),
  N_ ("Term where nothing was agreed"),
  N_ ("Longest term between professionals"),
  N_ ("Longest term, end of month"),
  N_ ("Longest term of a periodic invoice"),
  N_ ("Term of State and local authorities"),
  N_ ("Term of public hospitals"),
  N_ ("Term of public undertakings"),
  N_ ("Limitation between professionals"),
  N_ ("Limitation against a consumer"),
  N_ ("Limitation against a public body, from the next year on"),
  N_ ("Limitation of carriage of goods"),
  N_ ("Declaring a claim in insolvency"),
  N_ ("Declaring a claim from outside metropolitan France"),
  N_ ("Having a payment order served"),
  N_ ("Opposing a payment order"),
  N_ ("Ceiling of the procedure for small claims"),
  N_ ("Below it, conciliation before a summons"),
  N_ ("Above it, a lawyer is compulsory"),
  N_ ("Retention on building work, at most"),
  N_ ("Retention is due after the acceptance by"),
  N_ ("Payments after an insolvency judgment can be taken back for"),
};

char *
acq_rate_text_plain (int rate)
{
  g_autofree char *plain = acq_amount_format (rate);

  return acq_amount_text_separate (plain);
}

char *
acq_rate_text (int rate)
{
  g_autofree char *plain = acq_rate_text_plain (rate);

  return g_strdup_printf (C_ ("share", "%s %%"), plain);
}

char *
acq_half_year_text (AcqDay first, AcqDay today)
{
  int year, month;
  g_autofree char *day = NULL;

  if (first == acq_day_start_of_half_year (today))
    {
      day = acq_day_text_full (first);
      /* Translators: "Since 1 July 2026". */
      return g_strdup_printf (_ ("Since %s"), day);
    }
  acq_day_get (first, &year, &month, NULL);
  return g_strdup_printf (month == 1 ? _ ("First half of %d") : _ ("Second half of %d"), year);
}

const char *
acq_legal_value_title (AcqLegalValueKind kind)
{
  g_return_val_if_fail (kind < ACQ_N_LEGAL_VALUE_KINDS, NULL);

  return _ (titles[kind]);
}

char *
acq_legal_value_text (const AcqLegalValue *value)
{
  switch (value->unit)
    {
    case ACQ_LEGAL_UNIT_PERCENT:
      return acq_rate_text (value->value);
    case ACQ_LEGAL_UNIT_POINTS:
      return g_strdup_printf (ngettext ("+ %d point", "+ %d points", (gulong) value->value / 100), value->value / 100);
    case ACQ_LEGAL_UNIT_TIMES:
      /* Translators: so many times: "3 ×". */
      return g_strdup_printf (_ ("%d ×"), value->value);
    case ACQ_LEGAL_UNIT_EUROS:
      return acq_amount_text (value->value, ACQ_CURRENCY_EUR);
    case ACQ_LEGAL_UNIT_DAYS:
      return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) value->value), value->value);
    case ACQ_LEGAL_UNIT_MONTHS:
      if (value->value % 12 == 0)
        return g_strdup_printf (ngettext ("%d year", "%d years", (gulong) value->value / 12), value->value / 12);
      return g_strdup_printf (ngettext ("%d month", "%d months", (gulong) value->value), value->value);
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
acq_legal_value_source_text (const AcqLegalValue *value)
{
  const char *source = value->source == NULL ? _ ("Entered without a source") : value->source;
  g_autofree char *day = value->checked_on == ACQ_DAY_NONE ? NULL : acq_day_text_full (value->checked_on);

  if (day == NULL)
    return g_strdup (source);
  /* Translators: where a value of the law stands, and when that was looked up. */
  return g_strdup_printf (_ ("%s. Checked on %s"), source, day);
}
