/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-line-entry.h"

#include "acq-bank-repository.h"
#include "acq-customer-repository.h"
#include "acq-fact-entry.h"
#include "acq-lookup.h"
#include "acq-matching.h"
#include "acq-receipt-repository.h"
#include "acq-workflow-error.h"

static AcqTransaction *
find_line (AcqConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  AcqTransaction *transaction = acq_bank_repository_find (connection, id, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (transaction == NULL)
    g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_TRANSACTION, "%" G_GINT64_FORMAT, id);
  return transaction;
}

gboolean
acq_bank_line_set_ignored (AcqCompanyFile *file, gint64 transaction_id, gboolean ignored, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (AcqTransaction) transaction = NULL;
  g_autofree char *subject = g_strdup_printf ("transaction %" G_GINT64_FORMAT, transaction_id);

  transaction = change == NULL ? NULL : find_line (connection, transaction_id, error);
  if (transaction == NULL)
    return FALSE;
  if (ignored && transaction->matched != 0)
    {
      g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_MATCHED, "%s", transaction->label);
      return FALSE;
    }
  return acq_bank_repository_set_ignored (connection, transaction_id, ignored, error)
         && acq_change_commit (change, ignored ? "ignore" : "unignore", subject, transaction->label, error);
}

/* What the line has for invoices above zero, credit notes used up. */
static gint64
find_means (const AcqTransaction *transaction, const GPtrArray *invoices)
{
  gint64 means = transaction->amount - transaction->matched;

  for (guint i = 0; i < invoices->len; i++)
    means -= MIN (((const AcqInvoice *) invoices->pdata[i])->balance, 0);
  return means;
}

/* The last invoice above zero, and what of it the line leaves open. NULL where there is none such, or nothing is left open. */
static const AcqInvoice *
find_short_invoice (const AcqTransaction *transaction, const GPtrArray *invoices, gint64 *ret_short)
{
  gint64 means = find_means (transaction, invoices);
  const AcqInvoice *last = NULL;

  *ret_short = 0;
  if (transaction->amount <= 0)
    return NULL;
  for (guint i = 0; i < invoices->len; i++)
    {
      const AcqInvoice *invoice = invoices->pdata[i];

      if (!acq_currency_equal (invoice->currency, transaction->currency))
        return NULL;
      if (invoice->balance <= 0)
        continue;
      if (means <= 0)
        return NULL;
      means -= invoice->balance;
      last = invoice;
    }
  if (last == NULL || means >= 0)
    return NULL;
  *ret_short = -means;
  return last;
}

gint64
acq_bank_line_find_shortfall (const AcqTransaction *transaction, const GPtrArray *invoices)
{
  gint64 missing;

  find_short_invoice (transaction, invoices, &missing);
  return missing;
}

gboolean
acq_bank_line_may_be (AcqShortfall answer, const AcqTransaction *transaction, const GPtrArray *invoices)
{
  gint64 missing;
  const AcqInvoice *invoice = find_short_invoice (transaction, invoices, &missing);

  if (invoice == NULL)
    return FALSE;
  return answer != ACQ_SHORTFALL_DISCOUNT || transaction->booked <= acq_invoice_due_day (invoice);
}

AcqShortfall
acq_bank_line_preselect (const AcqLedger *ledger, const AcqTransaction *transaction,
                         const GPtrArray *invoices)
{
  gint64 missing;
  const AcqInvoice *invoice = find_short_invoice (transaction, invoices, &missing);
  const AcqCustomer *customer
    = invoice == NULL ? NULL : acq_ledger_find_customer (ledger, invoice->customer_id);

  if (customer == NULL || !acq_bank_line_may_be (customer->shortfall, transaction, invoices))
    return ACQ_SHORTFALL_STILL_OWED;
  return customer->shortfall;
}

static GPtrArray *
look_up_invoices (AcqConnection *connection, const char *const *numbers, GError **error)
{
  g_autoptr (GPtrArray) invoices = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_invoice_free);

  for (gsize i = 0; numbers[i] != NULL; i++)
    {
      AcqInvoice *invoice = acq_lookup_invoice (connection, numbers[i], error);

      if (invoice == NULL)
        return NULL;
      g_ptr_array_add (invoices, invoice);
    }
  return g_steal_pointer (&invoices);
}

static gboolean
match (AcqCompanyFile *file, gint64 transaction_id, const GPtrArray *invoices, gint64 means, GError **error)
{
  g_autoptr (GPtrArray) parts = acq_match_parts_new ();

  for (guint i = 0; i < invoices->len; i++)
    {
      const AcqInvoice *invoice = invoices->pdata[i];
      gint64 part = invoice->balance <= 0 ? invoice->balance : MIN (invoice->balance, means);

      if (part == 0)
        continue;
      acq_match_parts_add (parts, invoice->number, part);
      means -= MAX (part, 0);
    }
  return acq_match_write (file, transaction_id, parts, error);
}

static gboolean
write_off (AcqConnection *connection, const AcqTransaction *transaction, const AcqInvoice *invoice,
           gint64 missing, AcqShortfall answer, GError **error)
{
  g_autoptr (AcqReceipt) payment
    = acq_receipt_repository_find_by_transaction (connection, transaction->id, error);
  g_autoptr (AcqReceipt) receipt = acq_receipt_new ();

  if (payment == NULL)
    return FALSE;
  receipt->customer_id = invoice->customer_id;
  receipt->day = transaction->booked;
  receipt->amount = missing;
  receipt->currency = invoice->currency;
  receipt->means = ACQ_MEANS_WRITE_OFF;
  receipt->state = ACQ_RECEIPT_STATE_CREDITED;
  receipt->source = ACQ_RECEIPT_SOURCE_HAND;
  receipt->reason = g_strdup (acq_shortfall_to_code (answer));
  receipt->beside = payment->id;
  return acq_receipt_repository_insert (connection, receipt, 0, error)
         && acq_receipt_repository_allocate (connection, receipt->id, invoice->id, missing,
                                             ACQ_ALLOCATION_ORIGIN_HAND, error);
}

static gboolean
note (AcqCompanyFile *file, const AcqInvoice *invoice, gint64 missing, AcqShortfall answer, GError **error)
{
  gboolean disputed = answer == ACQ_SHORTFALL_DISPUTE;
  AcqNoteEntry entry = {
    .kind = disputed ? ACQ_NOTE_KIND_DISPUTE : ACQ_NOTE_KIND_HOLD,
    .number = invoice->number,
    .amount = disputed ? missing : -1,
    .day = ACQ_DAY_NONE,
    .until = ACQ_DAY_NONE,
    .reason = acq_shortfall_to_code (answer),
    .in_passing = TRUE,
  };
  gint64 id;

  return acq_fact_write_note (file, &entry, &id, error);
}

static gboolean
settle (AcqCompanyFile *file, const AcqTransaction *transaction, const AcqInvoice *invoice, gint64 missing,
        AcqShortfall answer, GError **error)
{
  switch (answer)
    {
    case ACQ_SHORTFALL_BANK_FEE:
    case ACQ_SHORTFALL_DISCOUNT:
      return write_off (acq_company_file_connection (file), transaction, invoice, missing, answer, error);
    case ACQ_SHORTFALL_CREDIT_NOTE:
    case ACQ_SHORTFALL_DISPUTE:
      return note (file, invoice, missing, answer, error);
    case ACQ_SHORTFALL_STILL_OWED:
    default:
      return TRUE;
    }
}

static gboolean
check_missing (const AcqShortPayment *payment, const AcqTransaction *transaction, gint64 missing,
               GError **error)
{
  if (payment->missing == 0 || payment->missing == missing)
    return TRUE;
  g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_OUTDATED, "%s", transaction->label);
  return FALSE;
}

gboolean
acq_bank_line_match_short (AcqCompanyFile *file, const AcqShortPayment *payment, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (AcqTransaction) transaction = NULL;
  g_autoptr (GPtrArray) invoices = NULL;
  g_autofree char *subject = g_strdup_printf ("transaction %" G_GINT64_FORMAT, payment->transaction_id);
  g_autofree char *amount = NULL, *detail = NULL;
  const AcqInvoice *invoice;
  gint64 missing;

  transaction = change == NULL ? NULL : find_line (connection, payment->transaction_id, error);
  invoices = transaction == NULL ? NULL : look_up_invoices (connection, payment->numbers, error);
  if (invoices == NULL)
    return FALSE;
  invoice = find_short_invoice (transaction, invoices, &missing);
  if (invoice == NULL || !acq_bank_line_may_be (payment->answer, transaction, invoices))
    {
      g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NOT_SHORT, "%s", transaction->label);
      return FALSE;
    }
  if (!check_missing (payment, transaction, missing, error))
    return FALSE;
  amount = acq_money_format (acq_money_new (missing, invoice->currency));
  detail = g_strdup_printf ("%s=%s short=%s", invoice->number, acq_shortfall_to_code (payment->answer), amount);
  if (!match (file, transaction->id, invoices, find_means (transaction, invoices), error)
      || !settle (file, transaction, invoice, missing, payment->answer, error))
    return FALSE;
  if (payment->always
      && !acq_customer_repository_set_shortfall (connection, invoice->customer_id, payment->answer, error))
    return FALSE;
  return acq_change_commit (change, "match_short", subject, detail, error);
}

/* (element-type AcqInvoice) (transfer full): the invoices that the parts name, as they are now. */
static GPtrArray *
look_up_parts (AcqConnection *connection, const GPtrArray *parts, GError **error)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();

  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (numbers, ((const AcqMatchPart *) parts->pdata[i])->number);
  g_ptr_array_add (numbers, NULL);
  return look_up_invoices (connection, (const char *const *) numbers->pdata, error);
}

/* What is kept of that invoice. */
static gint64
find_commission (const GPtrArray *commissions, const AcqInvoice *invoice)
{
  for (guint i = 0; i < commissions->len; i++)
    {
      const AcqMatchPart *commission = commissions->pdata[i];

      if (g_str_equal (commission->number, invoice->number))
        return commission->amount;
    }
  return 0;
}

static gboolean
write_commissions (AcqConnection *connection, const AcqTransaction *transaction, const GPtrArray *invoices,
                   const AcqPayoutMatch *payout, GError **error)
{
  for (guint i = 0; i < invoices->len; i++)
    {
      const AcqInvoice *invoice = invoices->pdata[i];
      gint64 commission = find_commission (payout->commissions, invoice);
      gint64 left = invoice->balance - ((const AcqMatchPart *) payout->parts->pdata[i])->amount;

      if (commission > left)
        {
          g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_OUTDATED, "%s", invoice->number);
          return FALSE;
        }
      if (commission > 0 && !write_off (connection, transaction, invoice, commission, ACQ_SHORTFALL_BANK_FEE, error))
        return FALSE;
    }
  return TRUE;
}

static gint64
sum_owed (const GPtrArray *invoices)
{
  gint64 sum = 0;

  for (guint i = 0; i < invoices->len; i++)
    sum += ((const AcqInvoice *) invoices->pdata[i])->balance;
  return sum;
}

gboolean
acq_bank_line_match_payout (AcqCompanyFile *file, const AcqPayoutMatch *payout, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (AcqTransaction) transaction = change == NULL ? NULL : find_line (connection, payout->transaction_id, error);
  g_autoptr (GPtrArray) invoices = transaction == NULL ? NULL : look_up_parts (connection, payout->parts, error);
  g_autofree char *subject = g_strdup_printf ("transaction %" G_GINT64_FORMAT, payout->transaction_id);

  if (invoices == NULL)
    return FALSE;
  if (sum_owed (invoices) != payout->owed)
    {
      g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_OUTDATED, "%s", transaction->label);
      return FALSE;
    }
  return acq_match_write (file, payout->transaction_id, payout->parts, error)
         && write_commissions (connection, transaction, invoices, payout, error)
         && acq_change_commit (change, "match_payout", subject, transaction->label, error);
}
