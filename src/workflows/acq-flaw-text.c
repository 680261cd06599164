/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-flaw-text.h"

#include <glib/gi18n.h>

#include "acq-letter-check.h"

static const char *const sentences[] = {
  [ACQ_LETTER_FLAW_NO_ITEMS] = N_ ("Nothing is overdue that it could claim."),
  [ACQ_LETTER_FLAW_MISSING_COPY] = N_ ("The PDF of an invoice or a credit note is missing. Import it."),
  [ACQ_LETTER_FLAW_NEVER_REMINDED] = N_ ("An invoice has had no reminder since it was due."),
  [ACQ_LETTER_FLAW_INCOMPLETE_SENDER]
  = N_ ("Details of your company that the law or the payer needs are missing. Give them with set."),
  [ACQ_LETTER_FLAW_KIND_UNKNOWN]
  = N_ ("Whether the customer is a company or a consumer is not known. Import the customer's SIREN or kind."),
  [ACQ_LETTER_FLAW_RATE_UNCONFIRMED]
  = N_ ("The rate of a half-year rests on weak sources. Look it up and enter it with set ecb_rate.YYYY-S1=…"),
  [ACQ_LETTER_FLAW_ADDRESS_TOO_LONG]
  = N_ ("The address has more lines than the window of an envelope shows."),
  [ACQ_LETTER_FLAW_ADDRESS_SIX_LINES]
  = N_ ("The address has six lines: the first may hide in a smaller window."),
  [ACQ_LETTER_FLAW_ADDRESS_INCOMPLETE]
  = N_ ("Street, postcode or town of the customer is missing. Import them."),
  [ACQ_LETTER_FLAW_MEDIATOR_MISSING] = N_ ("A consumer must be told the mediator. Enter it with set."),
  [ACQ_LETTER_FLAW_DISPUTED] = N_ ("An invoice is disputed."),
  [ACQ_LETTER_FLAW_PROMISED] = N_ ("A payment is promised and its day has not passed."),
  [ACQ_LETTER_FLAW_IN_PLAN] = N_ ("A payment plan is being kept."),
  [ACQ_LETTER_FLAW_INSOLVENT] = N_ ("Insolvency proceedings forbid it."),
  [ACQ_LETTER_FLAW_FACTORED] = N_ ("An invoice was ceded to a factor."),
  [ACQ_LETTER_FLAW_EXCLUDED] = N_ ("You have excluded an invoice from reminders."),
  [ACQ_LETTER_FLAW_HELD] = N_ ("You have put an invoice on hold."),
  [ACQ_LETTER_FLAW_PAYMENT_IN_FLIGHT] = N_ ("A payment is on its way."),
  [ACQ_LETTER_FLAW_POSSIBLE_RECEIPT]
  = N_ ("A receipt that is not matched yet could have paid an invoice. Reconcile first."),
  [ACQ_LETTER_FLAW_UNREAD_ANSWER] = N_ ("The customer has answered and nobody has read it."),
  [ACQ_LETTER_FLAW_UNALLOCATED_CREDIT] = N_ ("A credit of the customer's covers an invoice."),
  [ACQ_LETTER_FLAW_OTHER_CURRENCY] = N_ ("Letters claim euros: an invoice is in another currency."),
  [ACQ_LETTER_FLAW_NOT_OVERDUE] = N_ ("An invoice is not overdue."),
  [ACQ_LETTER_FLAW_LETTER_DAY_NOT_WORKING] = N_ ("Today is no working day."),
  [ACQ_LETTER_FLAW_DEADLINE_NOT_WORKING] = N_ ("The deadline is no working day."),
  [ACQ_LETTER_FLAW_DEADLINE_TOO_SOON] = N_ ("The deadline is not after the day of the letter."),
  [ACQ_LETTER_FLAW_CONSUMER_CHARGED] = N_ ("It would claim charges from somebody who owes none."),
  [ACQ_LETTER_FLAW_RATE_BELOW_FLOOR]
  = N_ ("The agreed rate lies under three times the legal rate, which the law asks for at least."),
  [ACQ_LETTER_FLAW_RATE_EXCESSIVE] = N_ ("The agreed rate is very high: a judge may lower it."),
  [ACQ_LETTER_FLAW_INVOICES_DIFFER]
  = N_ ("An invoice announces another rate of penalties than the one chosen under “Rates and rules”."),
  [ACQ_LETTER_FLAW_UNPRINTABLE_TEXT] = N_ ("A name has characters that the typeface does not have."),
  [ACQ_LETTER_FLAW_NO_CHEQUES] = N_ ("There is no cheque in hand to deposit."),
  [ACQ_LETTER_FLAW_CHEQUE_HANDED_IN] = N_ ("A cheque has been handed to the bank already."),
  [ACQ_LETTER_FLAW_CHEQUE_NOT_ALLOCATED]
  = N_ ("The invoices of a cheque do not add up to its amount. Record it anew."),
  [ACQ_LETTER_FLAW_CHEQUE_NUMBER_MISSING] = N_ ("The number of a cheque or its bank is not known."),
  [ACQ_LETTER_FLAW_DEPOSIT_DAY_NOT_WORKING] = N_ ("Banks are closed on the day of the deposit."),
  [ACQ_LETTER_FLAW_NO_RETENTION] = N_ ("No retention is due."),
  [ACQ_LETTER_FLAW_PUBLIC_CONTRACT]
  = N_ ("Public contracts have rules of their own for retention: this letter is for private works."),
  [ACQ_LETTER_FLAW_ACCEPTANCE_MISSING] = N_ ("The day on which the works were accepted is not given."),
  [ACQ_LETTER_FLAW_RETENTION_RUNNING] = N_ ("The year after the acceptance of the works has not passed."),
  [ACQ_LETTER_FLAW_RETENTION_TOO_HIGH] = N_ ("More is kept back than the law allows: ask for the rest as unpaid."),
  [ACQ_LETTER_FLAW_RETENTION_NOT_ALL] = N_ ("Something else of an invoice is open too: ask for that first."),
  [ACQ_LETTER_FLAW_RESERVES_OPEN] = N_ ("Not all reserves were lifted, or their day is not given."),
  [ACQ_LETTER_FLAW_OPPOSITION_UNKNOWN]
  = N_ ("Say that the customer has notified no opposition by registered letter."),
  [ACQ_LETTER_FLAW_CHOICE_MISSING]
  = N_ ("What becomes of late interest and indemnity has not been chosen: claimed or waived."),
  [ACQ_LETTER_FLAW_PLAN_SUM] = N_ ("The instalments of the plan do not add up to what is owed."),
  [ACQ_LETTER_FLAW_INSTALMENT_DAY] = N_ ("An instalment is past, or not on a working day."),
  [ACQ_LETTER_FLAW_NOTHING_RECEIVED] = N_ ("No money is credited and matched to the invoice."),
  [ACQ_LETTER_FLAW_OFFER_BROKEN]
  = N_ ("The formal notice offered to take this payment as settlement in full: the rest can only be waived."),
};

G_STATIC_ASSERT (G_N_ELEMENTS (sentences) == ACQ_N_LETTER_FLAWS);

static void
append_flaw (GString *text, const char *code)
{
  AcqLetterFlaw flaw;

  g_string_append_printf (text, "\n  %s", code);
  if (!acq_letter_flaw_from_code (code, &flaw))
    return;
  g_string_append_printf (text, ": %s", _ (sentences[flaw]));
  if (acq_letter_flaw_weight (flaw) == ACQ_LETTER_FLAW_BLOCKS_UNLESS_ACCEPTED)
    /* Translators: behind the sentence that says why a letter must not be written; %s is a code. */
    g_string_append_printf (text, _ (" (--accept %s overrules it)"), code);
}

char *
acq_flaw_text (const char *codes)
{
  g_auto (GStrv) list = g_strsplit (codes, ", ", -1);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; list[i] != NULL; i++)
    append_flaw (text, list[i]);
  return g_string_free (text, FALSE);
}

/* What the command line sends to a verb. */
static const char *
find_window_sentence (AcqLetterFlaw flaw)
{
  switch (flaw)
    {
    case ACQ_LETTER_FLAW_INCOMPLETE_SENDER:
      return _ (
        "Details of your company that the law or the payer needs are missing. Give them in the preferences.");
    case ACQ_LETTER_FLAW_KIND_UNKNOWN:
      return _ (
        "Whether the customer is a company or a consumer is not known. Say it on the customer’s page.");
    case ACQ_LETTER_FLAW_RATE_UNCONFIRMED:
      return _ ("The rate of a half-year rests on weak sources: look it up before you claim interest.");
    case ACQ_LETTER_FLAW_ADDRESS_INCOMPLETE:
      return _ ("Street, postcode or town of the customer is missing. Complete the customer’s page.");
    case ACQ_LETTER_FLAW_MEDIATOR_MISSING:
      return _ ("A consumer must be told the mediator. Give it in the preferences.");
    default:
      return _ (sentences[flaw]);
    }
}

char *
acq_flaw_text_sentences (const char *codes)
{
  g_auto (GStrv) list = g_strsplit (codes, ", ", -1);
  GString *text = g_string_new (NULL);
  AcqLetterFlaw flaw;

  for (gsize i = 0; list[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            acq_letter_flaw_from_code (list[i], &flaw) ? find_window_sentence (flaw)
                                                                       : list[i]);
  return g_string_free (text, FALSE);
}

gboolean
acq_flaw_text_may_accept (const char *codes)
{
  g_auto (GStrv) list = g_strsplit (codes, ", ", -1);
  AcqLetterFlaw flaw;

  for (gsize i = 0; list[i] != NULL; i++)
    if (!acq_letter_flaw_from_code (list[i], &flaw)
        || acq_letter_flaw_weight (flaw) == ACQ_LETTER_FLAW_BLOCKS)
      return FALSE;
  return list[0] != NULL;
}
