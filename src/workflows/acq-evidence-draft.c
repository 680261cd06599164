/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-draft.h"

#include "acq-debt-limitation.h"
#include "acq-lookup.h"
#include "acq-workflow-error.h"

/* What keeps reminders back by the user's own choice does not keep a debt out of a file about it. */
#define ALWAYS_ALLOWED (ACQ_LETTER_BAR_EXCLUDED | ACQ_LETTER_BAR_HELD | ACQ_LETTER_BAR_UNREAD_ANSWER)

static GPtrArray *
choose_named (const AcqLetterSource *source, const AcqCustomer *customer, const char *const *numbers,
              GError **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (; *numbers != NULL; numbers++)
    {
      AcqInvoice *invoice = acq_lookup_invoice_in (source->ledger, *numbers, error);

      if (invoice == NULL)
        return NULL;
      if (invoice->customer_id != customer->id)
        {
          g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_INVOICE, *numbers);
          return NULL;
        }
      if (!g_ptr_array_find (chosen, invoice, NULL))
        g_ptr_array_add (chosen, invoice);
    }
  return g_steal_pointer (&chosen);
}

static GPtrArray *
choose_overdue (const AcqLetterSource *source, const AcqCustomer *customer, AcqLetterBar allowed)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < source->ledger->invoices->len; i++)
    {
      AcqInvoice *invoice = source->ledger->invoices->pdata[i];

      if (invoice->customer_id == customer->id && acq_currency_equal (invoice->currency, ACQ_CURRENCY_EUR)
          && acq_standings_get (source->standings, invoice, source->today).overdue
          && (acq_letter_find_bars (source, invoice) & ~(guint) allowed) == 0)
        g_ptr_array_add (chosen, invoice);
    }
  return chosen;
}

/* Where nothing may be claimed all is taken, so that the checks can say why. */
static GPtrArray *
choose (const AcqLetterSource *source, const AcqCustomer *customer, AcqEvidenceReader reader)
{
  AcqLetterBar allowed
    = reader == ACQ_EVIDENCE_READER_LAWYER ? ALWAYS_ALLOWED | ACQ_LETTER_BAR_DISPUTED : ALWAYS_ALLOWED;
  GPtrArray *chosen = choose_overdue (source, customer, allowed);

  if (chosen->len > 0)
    return chosen;
  g_ptr_array_unref (chosen);
  return choose_overdue (source, customer, (AcqLetterBar) ~0u);
}

static void
add_limitations (AcqEvidenceFile *evidence, const AcqLetterSource *source, const GPtrArray *invoices)
{
  for (guint i = 0; i < invoices->len; i++)
    {
      const AcqInvoice *invoice = invoices->pdata[i];
      AcqEvidenceLimitation known
        = { invoice->performed,
            acq_debt_limitation (source->ledger, source->history, source->basis->law, invoice) };

      g_array_append_val (evidence->limitations, known);
    }
}

AcqEvidenceFile *
acq_draft_evidence_file (const AcqLetterSource *source, const AcqCustomer *customer, const char *const *numbers,
                         AcqEvidenceReader reader, GError **error)
{
  g_autoptr (AcqEvidenceFile) evidence = acq_evidence_file_new ();
  g_autoptr (GPtrArray) invoices = numbers == NULL || *numbers == NULL
                                     ? choose (source, customer, reader)
                                     : choose_named (source, customer, numbers, error);

  if (invoices == NULL)
    return NULL;
  evidence->reader = reader;
  evidence->law = source->basis->law;
  evidence->letter = acq_draft_debt (source, customer, invoices, error);
  if (evidence->letter == NULL)
    return NULL;
  evidence->interest_until = acq_day_end_of_half_year (source->today);
  evidence->statement = acq_draft_account_statement (source, customer, NULL);
  evidence->statement->for_third_party = TRUE;
  add_limitations (evidence, source, invoices);
  acq_evidence_file_add_claim (evidence);
  if (!acq_evidence_add_reminders (evidence, source, invoices, error))
    return NULL;
  acq_evidence_add_notes (evidence, source, invoices);
  if (evidence->exchanges->len > 0)
    acq_evidence_file_add (evidence, ACQ_EVIDENCE_PIECE_EXCHANGES, NULL, source->today);
  if (!acq_evidence_add_letters (evidence, source, invoices, error))
    return NULL;
  return g_steal_pointer (&evidence);
}
