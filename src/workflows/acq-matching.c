/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-matching.h"

#include "acq-bank-repository.h"
#include "acq-invoice-repository.h"
#include "acq-journal.h"
#include "acq-lookup.h"
#include "acq-receipt-repository.h"
#include "acq-settings-repository.h"
#include "acq-slip-repository.h"
#include "acq-workflow-error.h"

static void
match_part_free (gpointer data)
{
  AcqMatchPart *self = data;

  g_free (self->number);
  g_free (self);
}

GPtrArray *
acq_match_parts_new (void)
{
  return g_ptr_array_new_with_free_func (match_part_free);
}

void
acq_match_parts_add (GPtrArray *parts, const char *number, gint64 amount)
{
  AcqMatchPart *part = g_new0 (AcqMatchPart, 1);

  part->number = g_strdup (number);
  part->amount = amount;
  g_ptr_array_add (parts, part);
}

AcqTransaction *
acq_match_find_transaction (AcqConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  AcqTransaction *transaction = acq_bank_repository_find (connection, id, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (transaction == NULL)
    g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_TRANSACTION, "%" G_GINT64_FORMAT, id);
  return transaction;
}

gint64
acq_match_find_receipt (AcqConnection *connection, const AcqTransaction *transaction, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqReceipt) receipt
    = acq_receipt_repository_find_by_transaction (connection, transaction->id, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return 0;
    }
  if (receipt != NULL)
    return receipt->id;
  receipt = acq_receipt_new ();
  receipt->transaction_id = transaction->id;
  receipt->day = transaction->booked;
  receipt->amount = transaction->amount;
  receipt->currency = transaction->currency;
  receipt->means = transaction->means;
  return acq_receipt_repository_insert (connection, receipt, 0, error) ? receipt->id : 0;
}

/* A receipt takes from what is owed and uses up credit notes; a returned payment may give back no more than
   was paid. */
static gboolean
check_part (const AcqTransaction *transaction, const AcqInvoice *invoice, const AcqMatchPart *part,
            GError **error)
{
  g_autofree char *owed = acq_money_format (acq_money_new (invoice->balance, invoice->currency));
  gint64 least = MIN (invoice->balance, 0), most = MAX (invoice->balance, 0);

  if (!acq_currency_equal (transaction->currency, invoice->currency))
    {
      g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_OTHER_CURRENCY, "%s", invoice->number);
      return FALSE;
    }
  if (transaction->amount < 0 && !acq_invoice_is_credit_note (invoice))
    least = -(invoice->total - invoice->prepaid - invoice->balance);
  if (part->amount != 0 && part->amount >= least && part->amount <= most)
    return TRUE;
  g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_MORE_THAN_OWED, "%s %s", invoice->number, owed);
  return FALSE;
}

/* A number that was mistyped is said before anything about amounts. */
static gboolean
check_numbers (AcqConnection *connection, const GPtrArray *parts, GError **error)
{
  for (guint i = 0; i < parts->len; i++)
    {
      g_autoptr (AcqInvoice) invoice
        = acq_lookup_invoice (connection, ((const AcqMatchPart *) parts->pdata[i])->number, error);

      if (invoice == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_sum (const AcqTransaction *transaction, const GPtrArray *parts, GError **error)
{
  gint64 left = transaction->amount - transaction->matched;
  gint64 sum = 0;
  g_autofree char *text = acq_money_format (acq_money_new (left, transaction->currency));

  for (guint i = 0; i < parts->len; i++)
    if (__builtin_add_overflow (sum, ((const AcqMatchPart *) parts->pdata[i])->amount, &sum))
      sum = G_MAXINT64;
  if (left >= 0 ? sum <= left && sum >= 0 : sum >= left && sum <= 0)
    return TRUE;
  g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_MORE_THAN_RECEIPT, "%s", text);
  return FALSE;
}

/* Of payments in flight that the bank line credits, none may stay beside it: a whole slip of cheques, or what was awaited for
   each invoice. */
static gboolean
replace_in_flight (AcqConnection *connection, gint64 receipt_id, const GPtrArray *parts, GError **error)
{
  gboolean slip;

  if (!acq_slip_repository_credit (connection, receipt_id, &slip, error))
    return FALSE;
  for (guint i = 0; !slip && i < parts->len; i++)
    {
      g_autoptr (AcqInvoice) invoice
        = acq_lookup_invoice (connection, ((const AcqMatchPart *) parts->pdata[i])->number, error);

      if (invoice == NULL
          || !acq_receipt_repository_replace_in_flight (connection, receipt_id, invoice->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
allocate_parts (AcqConnection *connection, const AcqTransaction *transaction, const GPtrArray *parts,
                AcqAllocationOrigin origin, GError **error)
{
  gint64 receipt_id = acq_match_find_receipt (connection, transaction, error);

  if (receipt_id == 0)
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      const AcqMatchPart *part = parts->pdata[i];
      g_autoptr (AcqInvoice) invoice = acq_lookup_invoice (connection, part->number, error);

      if (invoice == NULL || !check_part (transaction, invoice, part, error)
          || !acq_receipt_repository_allocate (connection, receipt_id, invoice->id, part->amount, origin,
                                               error)
          || !acq_invoice_repository_answer_old_item (connection, invoice->id, error))
        return FALSE;
    }
  return replace_in_flight (connection, receipt_id, parts, error);
}

/* Whose payment a bank line is by the user's word: of the one customer whose invoices it settles; 0 where nobody matched it by hand
   or it settles several customers' invoices, -1 on an error. */
static gint64
confirmed_payer (AcqConnection *connection, gint64 transaction_id, GError **error)
{
  gint64 id = 0;

  if (!acq_connection_get_int (
        connection, &id, error,
        "SELECT CASE WHEN count (DISTINCT i.customer_id) = 1 AND sum (a.origin = 'hand') > 0"
        " THEN min (i.customer_id) ELSE 0 END"
        " FROM receipt r JOIN allocation a ON a.receipt_id = r.id"
        " JOIN invoice i ON i.id = a.invoice_id WHERE r.transaction_id = ?",
        "i", transaction_id))
    return -1;
  return id;
}

typedef gboolean (*AliasFunc) (AcqConnection *connection, const char *key, gboolean is_iban,
                               gint64 customer_id, GError **error);

static gboolean
forget (AcqConnection *connection, const char *key, gboolean is_iban, gint64 customer_id, GError **error)
{
  return acq_settings_repository_forget_payer (connection, key, customer_id, error);
}

static gboolean
each_alias (AcqConnection *connection, const AcqTransaction *transaction, gint64 customer_id, AliasFunc func,
            GError **error)
{
  g_autofree char *key = acq_payer_key (transaction);

  if (customer_id <= 0)
    return customer_id == 0;
  if (key != NULL && !func (connection, key, FALSE, customer_id, error))
    return FALSE;
  return transaction->counterparty_iban == NULL
         || func (connection, transaction->counterparty_iban, TRUE, customer_id, error);
}

/* Each bank line confirms its payer once, however many matches and unmatches led there. */
static gboolean
relearn (AcqConnection *connection, const AcqTransaction *transaction, gint64 payer_before, GError **error)
{
  gint64 payer = confirmed_payer (connection, transaction->id, error);

  if (payer == payer_before)
    return TRUE;
  return payer >= 0 && each_alias (connection, transaction, payer_before, forget, error)
         && each_alias (connection, transaction, payer, acq_settings_repository_learn_payer, error);
}

static char *
describe_parts (const GPtrArray *parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const AcqMatchPart *part = parts->pdata[i];
      g_autofree char *amount = acq_amount_format (part->amount);

      g_string_append_printf (text, "%s%s=%s", i == 0 ? "" : " ", part->number, amount);
    }
  return g_string_free (text, FALSE);
}

gboolean
acq_match_write (AcqCompanyFile *file, gint64 transaction_id, const GPtrArray *parts, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqTransaction) transaction = acq_match_find_transaction (connection, transaction_id, error);
  gint64 payer;

  if (transaction == NULL || !check_numbers (connection, parts, error)
      || !check_sum (transaction, parts, error))
    return FALSE;
  payer = confirmed_payer (connection, transaction_id, error);
  return payer >= 0 && allocate_parts (connection, transaction, parts, ACQ_ALLOCATION_ORIGIN_HAND, error)
         && relearn (connection, transaction, payer, error);
}

gboolean
acq_match_by_hand (AcqCompanyFile *file, gint64 transaction_id, const GPtrArray *parts, GError **error)
{
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autofree char *subject = g_strdup_printf ("transaction %" G_GINT64_FORMAT, transaction_id);
  g_autofree char *detail = describe_parts (parts);

  return change != NULL && acq_match_write (file, transaction_id, parts, error)
         && acq_change_commit (change, "match", subject, detail, error);
}

static AcqReceipt *
find_matched_receipt (AcqConnection *connection, gint64 transaction_id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqReceipt) receipt
    = acq_receipt_repository_find_by_transaction (connection, transaction_id, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (receipt == NULL || receipt->allocations->len + receipt->interest->len == 0)
    g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NOT_MATCHED, "%" G_GINT64_FORMAT,
                 transaction_id);
  else
    return g_steal_pointer (&receipt);
  return NULL;
}

gboolean
acq_match_take_back (AcqCompanyFile *file, gint64 transaction_id, const char *number, gint64 *ret_removed,
                     GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (AcqTransaction) transaction = NULL;
  g_autoptr (AcqReceipt) receipt = NULL;
  g_autoptr (AcqInvoice) invoice = NULL;
  g_autofree char *subject = g_strdup_printf ("transaction %" G_GINT64_FORMAT, transaction_id);
  gint64 payer;

  if (change == NULL)
    return FALSE;
  transaction = acq_match_find_transaction (connection, transaction_id, error);
  receipt = transaction == NULL ? NULL : find_matched_receipt (connection, transaction_id, error);
  if (receipt == NULL)
    return FALSE;
  invoice = number == NULL ? NULL : acq_lookup_invoice (connection, number, error);
  payer = confirmed_payer (connection, transaction_id, error);
  if ((number != NULL && invoice == NULL) || payer < 0
      || !acq_receipt_repository_take_back (connection, receipt->id, invoice == NULL ? 0 : invoice->id,
                                            ret_removed, error)
      || !relearn (connection, transaction, payer, error))
    return FALSE;
  if (*ret_removed == 0)
    {
      g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NOT_MATCHED, "%s", number);
      return FALSE;
    }
  return acq_change_commit (change, "unmatch", subject, number, error);
}

GPtrArray *
acq_match_parts_of (const AcqLedger *ledger, const GArray *allocations)
{
  GPtrArray *parts = acq_match_parts_new ();

  for (guint i = 0; i < allocations->len; i++)
    {
      const AcqProposedAllocation *allocation = &g_array_index (allocations, AcqProposedAllocation, i);
      const AcqInvoice *invoice = acq_ledger_find_invoice (ledger, allocation->invoice_id);

      acq_match_parts_add (parts, invoice->number, allocation->amount);
    }
  return parts;
}

static gboolean
post (AcqConnection *connection, const AcqLedger *ledger, const AcqProposal *proposal, GError **error)
{
  g_autoptr (AcqTransaction) transaction = acq_match_find_transaction (connection, proposal->transaction_id, error);
  g_autoptr (GPtrArray) parts = acq_match_parts_of (ledger, proposal->allocations);

  return transaction != NULL && check_sum (transaction, parts, error)
         && allocate_parts (connection, transaction, parts, ACQ_ALLOCATION_ORIGIN_SURE, error);
}

/* Inside a change. */
static gboolean
post_sure (AcqConnection *connection, const AcqLedger *ledger, const AcqReconciliation *reconciliation,
           guint *ret_posted, GError **error)
{
  const GPtrArray *proposals = reconciliation->proposals;

  *ret_posted = 0;
  for (guint i = 0; i < proposals->len; i++)
    {
      const AcqProposal *proposal = proposals->pdata[i];

      if (proposal->certainty != ACQ_CERTAINTY_SURE)
        continue;
      if (!post (connection, ledger, proposal, error))
        return FALSE;
      ++*ret_posted;
    }
  return TRUE;
}

static gboolean
commit_posted (AcqChange *change, guint posted, GError **error)
{
  g_autofree char *detail = g_strdup_printf ("sure=%u", posted);

  return posted == 0 || acq_change_commit (change, "reconcile", NULL, detail, error);
}

gboolean
acq_match_post_sure (AcqCompanyFile *file, const AcqLedger *ledger, const AcqReconciliation *reconciliation,
                     guint *ret_posted, GError **error)
{
  g_autoptr (AcqChange) change = acq_change_begin (file, error);

  *ret_posted = 0;
  return change != NULL
         && post_sure (acq_company_file_connection (file), ledger, reconciliation, ret_posted, error)
         && commit_posted (change, *ret_posted, error);
}

gboolean
acq_match_post_shown (AcqCompanyFile *file, const AcqBooks *books, const AcqReconciliation *reconciliation,
                      guint *ret_posted, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  gint64 journal_end;

  *ret_posted = 0;
  if (change == NULL || !acq_journal_find_end (connection, &journal_end, error))
    return FALSE;
  if (journal_end != books->journal_end)
    {
      g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_OUTDATED, "");
      return FALSE;
    }
  return post_sure (connection, books->ledger, reconciliation, ret_posted, error)
         && commit_posted (change, *ret_posted, error);
}
