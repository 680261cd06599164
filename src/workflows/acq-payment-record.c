/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payment-record.h"

#include "acq-invoice-repository.h"
#include "acq-receipt-repository.h"
#include "acq-workflow-error.h"

static int
compare_since (gconstpointer a, gconstpointer b)
{
  const AcqReceipt *left = *(AcqReceipt *const *) a, *right = *(AcqReceipt *const *) b;

  if (left->state_since != right->state_since)
    return left->state_since < right->state_since ? -1 : 1;
  return (left->id > right->id) - (left->id < right->id);
}

GPtrArray *
acq_payment_list_in_flight (const AcqLedger *ledger)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < ledger->receipts->len; i++)
    if (acq_receipt_is_in_flight (ledger->receipts->pdata[i]))
      g_ptr_array_add (list, ledger->receipts->pdata[i]);
  g_ptr_array_sort (list, compare_since);
  return list;
}

gboolean
acq_payment_may_move (const AcqReceipt *receipt, AcqReceiptState to)
{
  gboolean told = receipt->source == ACQ_RECEIPT_SOURCE_HAND && receipt->transaction_id == 0;

  switch (to)
    {
    case ACQ_RECEIPT_STATE_DEPOSITED:
      return told && receipt->state == ACQ_RECEIPT_STATE_IN_HAND;
    case ACQ_RECEIPT_STATE_CREDITED:
      return told && acq_receipt_is_in_flight (receipt);
    case ACQ_RECEIPT_STATE_RETURNED:
      return told && receipt->beside == 0
             && (acq_receipt_is_in_flight (receipt) || receipt->state == ACQ_RECEIPT_STATE_CREDITED);
    case ACQ_RECEIPT_STATE_IN_HAND:
    case ACQ_RECEIPT_STATE_AWAITED:
    case ACQ_RECEIPT_STATE_ACCEPTED:
    case ACQ_RECEIPT_STATE_REPLACED:
    default:
      return FALSE;
    }
}

static AcqReceipt *
find_payment (AcqConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  AcqReceipt *receipt = acq_receipt_repository_find (connection, id, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (receipt == NULL)
    g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_PAYMENT, "%" G_GINT64_FORMAT, id);
  return receipt;
}

static gboolean
check_move (const AcqReceipt *receipt, AcqReceiptState to, AcqDay on, AcqDay today, GError **error)
{
  if (receipt->transaction_id != 0)
    {
      g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_ON_BANK_LINE,
                           acq_receipt_state_to_code (receipt->state));
      return FALSE;
    }
  if (!acq_payment_may_move (receipt, to))
    {
      g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_STATE,
                           acq_receipt_state_to_code (receipt->state));
      return FALSE;
    }
  if (acq_day_is_valid (on) && on <= today)
    return TRUE;
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY, "on");
  return FALSE;
}

/* While it was in flight, its invoice may have been paid in another way. */
static gboolean
check_owed (AcqConnection *connection, const AcqReceipt *receipt, GError **error)
{
  for (guint i = 0; i < receipt->allocations->len; i++)
    {
      const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, i);
      g_autoptr (AcqInvoice) invoice
        = acq_invoice_repository_find (connection, allocation->invoice_id, error);
      g_autofree char *owed = NULL;

      if (invoice == NULL)
        return FALSE;
      if (allocation->amount <= invoice->balance)
        continue;
      owed = acq_money_format (acq_money_new (invoice->balance, invoice->currency));
      g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_MORE_THAN_OWED, "%s %s", invoice->number,
                   owed);
      return FALSE;
    }
  return TRUE;
}

/* The number of the first invoice that a payment settles; NULL where it settles none. */
static char *
name_subject (AcqConnection *connection, const AcqReceipt *receipt)
{
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, NULL,
                            "SELECT i.number FROM allocation a JOIN invoice i ON i.id = a.invoice_id"
                            " WHERE a.receipt_id = ? ORDER BY a.id LIMIT 1",
                            "i", receipt->id);

  return rows != NULL && acq_rows_next (rows, NULL) ? acq_rows_dup_text (rows, 0) : NULL;
}

static char *
describe (const AcqReceipt *receipt, AcqReceiptState to)
{
  g_autofree char *amount = acq_money_format (acq_money_new (receipt->amount, receipt->currency));

  return g_strdup_printf ("amount=%s means=%s from=%s to=%s", amount, acq_means_to_code (receipt->means),
                          acq_receipt_state_to_code (receipt->state), acq_receipt_state_to_code (to));
}

gboolean
acq_payment_move (AcqCompanyFile *file, gint64 receipt_id, AcqReceiptState to, AcqDay on, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  AcqDay today = acq_clock_today (acq_company_file_clock (file));
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (AcqReceipt) receipt = NULL;
  g_autofree char *subject = NULL, *detail = NULL;
  gint64 linked;

  receipt = change == NULL ? NULL : find_payment (connection, receipt_id, error);
  if (receipt == NULL || !check_move (receipt, to, on, today, error)
      || (to == ACQ_RECEIPT_STATE_CREDITED && !check_owed (connection, receipt, error)))
    return FALSE;
  subject = name_subject (connection, receipt);
  detail = describe (receipt, to);
  return acq_receipt_repository_set_state (connection, receipt_id, to, on, error)
         && acq_receipt_repository_link (connection, &linked, error)
         && acq_change_commit (change, "move_payment", subject, detail, error);
}

gboolean
acq_payment_take_back (AcqCompanyFile *file, gint64 receipt_id, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (AcqReceipt) receipt = NULL;
  g_autofree char *subject = NULL, *amount = NULL, *detail = NULL;

  receipt = change == NULL ? NULL : find_payment (connection, receipt_id, error);
  if (receipt == NULL)
    return FALSE;
  if (receipt->source != ACQ_RECEIPT_SOURCE_HAND || receipt->transaction_id != 0
      || receipt->state == ACQ_RECEIPT_STATE_REPLACED)
    {
      g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_ON_BANK_LINE,
                           acq_receipt_state_to_code (receipt->state));
      return FALSE;
    }
  subject = name_subject (connection, receipt);
  amount = acq_money_format (acq_money_new (receipt->amount, receipt->currency));
  detail = g_strdup_printf ("amount=%s means=%s", amount, acq_means_to_code (receipt->means));
  return acq_receipt_repository_remove (connection, receipt_id, error)
         && acq_change_commit (change, "take_back_payment", subject, detail, error);
}
