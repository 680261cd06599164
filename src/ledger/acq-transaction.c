/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-transaction.h"

static const char *const means_codes[] = {
  "unknown", "transfer", "direct_debit", "cheque",       "card",      "cash",
  "bill",    "fee",      "compensation", "write_off", "credit_note",
};
static const char *const status_codes[] = { "open", "partly_matched", "matched", "ignored", "outgoing" };
static const char *const kind_codes[] = { "statement", "report", "notice" };

ACQ_DEFINE_CODES (AcqStatementKind, acq_statement_kind, kind_codes)
ACQ_DEFINE_CODES (AcqMeans, acq_means, means_codes)
ACQ_DEFINE_CODES (AcqTransactionStatus, acq_transaction_status, status_codes)

AcqTransaction *
acq_transaction_new (void)
{
  AcqTransaction *self = g_new0 (AcqTransaction, 1);

  self->booked = ACQ_DAY_NONE;
  self->value = ACQ_DAY_NONE;
  self->currency = ACQ_CURRENCY_EUR;
  return self;
}

static gpointer
copy_part (gconstpointer part, gpointer user_data)
{
  return acq_transaction_copy (part);
}

AcqTransaction *
acq_transaction_copy (const AcqTransaction *self)
{
  AcqTransaction *copy = g_new (AcqTransaction, 1);

  *copy = *self;
  copy->label = g_strdup (self->label);
  copy->bank_ref = g_strdup (self->bank_ref);
  copy->counterparty = g_strdup (self->counterparty);
  copy->counterparty_iban = g_strdup (self->counterparty_iban);
  copy->remittance = g_strdup (self->remittance);
  copy->end_to_end = g_strdup (self->end_to_end);
  copy->cheque_number = g_strdup (self->cheque_number);
  copy->message_id = g_strdup (self->message_id);
  copy->payment_id = g_strdup (self->payment_id);
  copy->return_reason = g_strdup (self->return_reason);
  if (self->children != NULL)
    {
      copy->children = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_transaction_free);
      g_ptr_array_extend (copy->children, self->children, (GCopyFunc) copy_part, NULL);
    }
  return copy;
}

void
acq_transaction_free (AcqTransaction *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_free (self->bank_ref);
  g_free (self->counterparty);
  g_free (self->counterparty_iban);
  g_free (self->remittance);
  g_free (self->end_to_end);
  g_free (self->cheque_number);
  g_free (self->message_id);
  g_free (self->payment_id);
  g_free (self->return_reason);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

AcqTransactionStatus
acq_transaction_status (const AcqTransaction *self)
{
  if (self->ignored)
    return ACQ_TRANSACTION_STATUS_IGNORED;
  if (self->matched == self->amount && self->amount != 0)
    return ACQ_TRANSACTION_STATUS_MATCHED;
  if (self->amount <= 0)
    return ACQ_TRANSACTION_STATUS_OUTGOING;
  return self->matched == 0 ? ACQ_TRANSACTION_STATUS_OPEN : ACQ_TRANSACTION_STATUS_PARTLY_MATCHED;
}

AcqStatement *
acq_statement_new (void)
{
  AcqStatement *self = g_new0 (AcqStatement, 1);

  self->currency = ACQ_CURRENCY_EUR;
  self->first = ACQ_DAY_NONE;
  self->last = ACQ_DAY_NONE;
  return self;
}

void
acq_statement_free (AcqStatement *self)
{
  if (self == NULL)
    return;
  g_free (self->iban);
  g_free (self->account_number);
  g_free (self->account_name);
  g_free (self->bank);
  g_free (self->reference);
  g_free (self);
}
