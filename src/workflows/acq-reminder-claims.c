/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reminder-claims.h"

#include "acq-interest-report.h"

/* What a debtor's claims are worked out from. */
typedef struct
{
  const AcqPlanning *planning;
  const AcqInterestBasis *basis;
  AcqDay day;
  GHashTable *seen; /* invoices, several parts of which may be late */
} Reckoning;

static gboolean
is_all_asked (const AcqPlanItem *planned)
{
  return planned->amount == planned->due_item->balance;
}

static gboolean
add_invoice (const Reckoning *self, const AcqInvoice *invoice, AcqMailClaims *claims)
{
  g_autoptr (AcqInterestReport) report = NULL;

  if (!g_hash_table_add (self->seen, (gpointer) invoice))
    return TRUE;
  report = acq_interest_report_new (self->planning->ledger, self->planning->books->history, self->basis,
                                    invoice, self->day, NULL);
  if (report == NULL)
    return FALSE;
  claims->penalties += report->interest->interest - report->interest->interest_paid;
  claims->indemnities += report->indemnity;
  return TRUE;
}

/* What is below the message's level is not threatened with anything. */
static void
add_account (const Reckoning *self, const AcqPlanMessage *message, AcqMailAccount *account)
{
  AcqMailClaims claims = { .known = TRUE };

  for (guint i = 0; i < message->items->len && claims.known; i++)
    {
      const AcqPlanItem *planned = &g_array_index (message->items, AcqPlanItem, i);

      if (planned->invoice->customer_id == account->customer->id && planned->step->level >= message->level
          && planned->due < message->day)
        claims.known = is_all_asked (planned) && add_invoice (self, planned->invoice, &claims);
    }
  account->claims = claims.known ? claims : (AcqMailClaims){ 0 };
}

gboolean
acq_reminder_claims_add (AcqReminderMail *mail, const AcqPlanning *planning, const AcqPlanMessage *message,
                         AcqConnection *connection, GError **error)
{
  g_autoptr (AcqInterestBasis) basis = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (mail->tone != ACQ_MAIL_TONE_LAST || !acq_currency_equal (mail->currency, ACQ_CURRENCY_EUR))
    return TRUE;
  basis = acq_interest_basis_load (connection, error);
  if (basis == NULL)
    return FALSE;
  for (guint i = 0; i < mail->accounts->len; i++)
    add_account (&(Reckoning){ planning, basis, message->day, seen }, message, mail->accounts->pdata[i]);
  return TRUE;
}
