/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-insolvency-text.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"

static char *
tell_sum (const AcqInsolvencyClaim *claim)
{
  g_autofree char *principal = acq_amount_text (claim->principal, ACQ_CURRENCY_EUR);
  g_autofree char *interest = acq_amount_text (claim->interest, ACQ_CURRENCY_EUR);
  g_autofree char *indemnities = acq_amount_text (claim->indemnities, ACQ_CURRENCY_EUR);
  g_autofree char *total = acq_amount_text (acq_insolvency_claim_total (claim), ACQ_CURRENCY_EUR);
  g_autofree char *eve = acq_day_text_full (claim->judged - 1);

  if (claim->interest_unknown)
    /* Translators: amounts with VAT to declare in insolvency proceedings. */
    return g_strdup_printf (
      _ ("To declare: %s with VAT, and besides it late interest and indemnities, which can be reckoned once all rates are known."),
      principal);
  /* Translators: what is to be declared in insolvency proceedings: total, principal, interest, the last day that bears
     interest, indemnities. */
  return g_strdup_printf (_ ("To declare: %s, which is %s with VAT, %s of late interest up to %s, and %s of indemnities."), total,
                          principal, interest, eve, indemnities);
}

static char *
tell_deadline (const AcqInsolvencyClaim *claim, AcqDay today)
{
  g_autofree char *day = acq_day_text_full (claim->deadline);

  if (claim->declared != ACQ_DAY_NONE)
    return g_strdup (_ ("It is declared."));
  if (acq_insolvency_claim_is_late (claim, today))
    return g_strdup_printf (
      claim->published == ACQ_DAY_NONE
        ? _ ("Counted from the judgment the last day was %s; the publication in the BODACC decides. Ask a lawyer at once.")
        : _ ("The last day was %s. A judge may still help within six months: ask a lawyer at once."),
      day);
  if (claim->published == ACQ_DAY_NONE)
    return g_strdup_printf (_ ("The delay runs from the publication in the BODACC. Counted from the judgment the last day is %s: "
                               "no earlier, and perhaps later."),
                            day);
  return g_strdup_printf (_ ("The last day is %s."), day);
}

char *
acq_insolvency_claim_text (const AcqInsolvencyClaim *claim, AcqDay today)
{
  g_autofree char *sum = tell_sum (claim);
  g_autofree char *deadline = tell_deadline (claim, today);

  return g_strconcat (sum, "\n", deadline, NULL);
}
