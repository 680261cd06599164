/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cheque-slip-draft.h"

#include "acq-french-text.h"
#include "acq-letter-check.h"
#include "acq-letter-kinds.h"
#include "acq-receipt-repository.h"
#include "acq-slip-repository.h"
#include "acq-text-normalizer.h"
#include "acq-workflow-error.h"

AcqDay
acq_cheque_slip_day (AcqDay today)
{
  return acq_day_is_bank_day (today) ? today : acq_day_add_bank_days (today, 1);
}

static gboolean
is_in_hand (const AcqReceipt *receipt)
{
  return receipt->means == ACQ_MEANS_CHEQUE && receipt->state == ACQ_RECEIPT_STATE_IN_HAND
         && receipt->transaction_id == 0 && receipt->slip_id == 0;
}

GPtrArray *
acq_cheques_in_hand (const AcqLedger *ledger, AcqDay day)
{
  GPtrArray *cheques = g_ptr_array_new ();

  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      AcqReceipt *receipt = ledger->receipts->pdata[i];

      if (is_in_hand (receipt) && receipt->day <= day && acq_currency_equal (receipt->currency, ACQ_CURRENCY_EUR))
        g_ptr_array_add (cheques, receipt);
    }
  return cheques;
}

static AcqReceipt *
find_cheque (const AcqLedger *ledger, gint64 id)
{
  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      AcqReceipt *receipt = ledger->receipts->pdata[i];

      if (receipt->id == id && receipt->means == ACQ_MEANS_CHEQUE && receipt->source == ACQ_RECEIPT_SOURCE_HAND
          && acq_currency_equal (receipt->currency, ACQ_CURRENCY_EUR))
        return receipt;
    }
  return NULL;
}

/* In the order of the ledger, each once, however they were chosen. */
static GPtrArray *
find_chosen (const AcqLedger *ledger, const gint64 *payments, gsize n_payments, GError **error)
{
  g_autoptr (GPtrArray) cheques = g_ptr_array_new ();
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < n_payments; i++)
    {
      AcqReceipt *cheque = find_cheque (ledger, payments[i]);

      if (cheque == NULL)
        {
          g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_PAYMENT, "%" G_GINT64_FORMAT,
                       payments[i]);
          return NULL;
        }
      g_hash_table_add (chosen, cheque);
    }
  for (guint i = 0; i < ledger->receipts->len; i++)
    if (g_hash_table_contains (chosen, ledger->receipts->pdata[i]))
      g_ptr_array_add (cheques, ledger->receipts->pdata[i]);
  return g_steal_pointer (&cheques);
}

const char *
acq_cheque_drawer (const AcqLedger *ledger, const AcqReceipt *cheque)
{
  const AcqCustomer *customer = acq_ledger_find_customer (ledger, cheque->customer_id);
  const AcqCustomer *payer
    = customer == NULL || customer->payer_id == 0 ? NULL : acq_ledger_find_customer (ledger, customer->payer_id);

  if (cheque->cheque_drawer != NULL)
    return cheque->cheque_drawer;
  return payer != NULL ? payer->name : customer != NULL ? customer->name : "";
}

/* The same piece of paper cannot be handed in twice. */
static gboolean
was_handed_in (const AcqLedger *ledger, const AcqReceipt *cheque)
{
  if (!is_in_hand (cheque))
    return TRUE;
  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      const AcqReceipt *other = ledger->receipts->pdata[i];

      if (other != cheque && !is_in_hand (other) && other->state != ACQ_RECEIPT_STATE_RETURNED
          && acq_receipt_is_same_cheque (cheque, other))
        return TRUE;
    }
  return FALSE;
}

static void
add_on_behalf (AcqSlipCheque *row, const AcqCustomer *customer)
{
  g_autofree char *names = g_steal_pointer (&row->on_behalf);

  row->on_behalf = names == NULL ? g_strdup (customer->name) : g_strconcat (names, ", ", customer->name, NULL);
}

/* A customer for whom somebody else has written the cheque is named once. */
static void
name_customer (AcqSlipCheque *row, const AcqCustomer *customer, GHashTable *named)
{
  if (customer != NULL && g_strcmp0 (customer->name, row->drawer) != 0 && g_hash_table_add (named, (gpointer) customer))
    add_on_behalf (row, customer);
}

static void
add_allocations (const AcqLedger *ledger, AcqSlipCheque *row, const AcqReceipt *cheque, GHashTable *named)
{
  for (guint i = 0; i < cheque->allocations->len; i++)
    {
      const AcqAllocation *allocation = &g_array_index (cheque->allocations, AcqAllocation, i);
      const AcqInvoice *invoice = acq_ledger_find_invoice (ledger, allocation->invoice_id);

      row->allocated += allocation->amount;
      if (invoice == NULL)
        continue;
      acq_slip_cheque_add_invoice (row, invoice->number);
      row->in_part = row->in_part || allocation->amount < invoice->balance;
      name_customer (row, acq_ledger_find_customer (ledger, invoice->customer_id), named);
    }
}

/* What one piece of paper settles, from one receipt or several. */
static void
add_cheque (AcqChequeSlip *slip, const AcqLedger *ledger, const GPtrArray *cheques, guint first, GHashTable *done)
{
  const AcqReceipt *cheque = cheques->pdata[first];
  AcqSlipCheque *row = acq_cheque_slip_add (slip, acq_cheque_drawer (ledger, cheque), 0);
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);

  row->number = g_strdup (cheque->cheque_number);
  row->bank = g_strdup (cheque->cheque_bank);
  for (guint i = first; i < cheques->len; i++)
    {
      const AcqReceipt *part = cheques->pdata[i];

      if (part != cheque && !acq_receipt_is_same_cheque (cheque, part))
        continue;
      g_hash_table_add (done, (gpointer) part);
      row->amount += part->amount;
      row->handed_in = row->handed_in || was_handed_in (ledger, part);
      add_allocations (ledger, row, part, named);
    }
}

AcqChequeSlip *
acq_draft_cheque_slip (const AcqLedger *ledger, const gint64 *payments, gsize n_payments, AcqDay day,
                       const char *reference, GPtrArray **ret_cheques, GError **error)
{
  g_autoptr (GPtrArray) cheques = payments == NULL ? acq_cheques_in_hand (ledger, day)
                                                   : find_chosen (ledger, payments, n_payments, error);
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  AcqChequeSlip *slip;

  if (cheques == NULL)
    return NULL;
  slip = acq_cheque_slip_new ();
  slip->company = ledger->company;
  slip->reference = g_strdup (reference);
  slip->day = day;
  for (guint i = 0; i < cheques->len; i++)
    if (!g_hash_table_contains (done, cheques->pdata[i]))
      add_cheque (slip, ledger, cheques, i, done);
  if (ret_cheques != NULL)
    *ret_cheques = g_steal_pointer (&cheques);
  return slip;
}

static AcqDepositSlip *
make_record (const AcqChequeSlip *slip)
{
  AcqDepositSlip *record = acq_deposit_slip_new ();

  record->reference = g_strdup (slip->reference);
  record->day = slip->day;
  record->total = acq_cheque_slip_total (slip);
  record->n_cheques = slip->cheques->len;
  return record;
}

/* What the company file learns when the slip leaves. */
static void
fill_in_result (const AcqChequeSlip *slip, const GPtrArray *cheques, AcqLetterResult *result)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);

  result->slip = make_record (slip);
  result->payments = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < cheques->len; i++)
    g_array_append_val (result->payments, ((const AcqReceipt *) cheques->pdata[i])->id);
  for (guint i = 0; i < slip->cheques->len; i++)
    {
      const AcqSlipCheque *cheque = slip->cheques->pdata[i];

      for (guint j = 0; j < cheque->invoices->len; j++)
        if (g_hash_table_add (named, cheque->invoices->pdata[j]))
          g_ptr_array_add (result->numbers, g_strdup (cheque->invoices->pdata[j]));
    }
}

GBytes *
acq_write_cheque_slip (const AcqLetterTask *task, AcqLetterResult *result, GError **error)
{
  const AcqLetterRequest *request = task->request;
  AcqDay day = request->day != 0 ? task->source->today : acq_cheque_slip_day (task->source->today);
  g_autoptr (GPtrArray) cheques = NULL;
  g_autoptr (AcqChequeSlip) slip = acq_draft_cheque_slip (task->source->ledger, request->payments, request->n_payments,
                                                          day, task->reference, &cheques, error);
  g_autoptr (GArray) flaws = NULL;
  g_autoptr (GBytes) pdf = NULL;
  AcqLetterReport report = { 0 };

  if (slip == NULL)
    return NULL;
  flaws = acq_cheque_slip_find_flaws (task->press, slip);
  if (!acq_letter_flaws_decide (flaws, request->accepted, &result->warnings, error))
    return NULL;
  fill_in_result (slip, cheques, result);
  pdf = acq_cheque_slip_write (task->press, slip, &report, error);
  result->n_pages = report.n_pages;
  result->total_due = report.total_due;
  return g_steal_pointer (&pdf);
}

gboolean
acq_cheque_slip_issued (AcqCompanyFile *file, const AcqLetterRequest *request, const AcqLetterResult *result,
                        GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);

  if (!acq_slip_repository_insert (connection, result->slip, error))
    return FALSE;
  for (guint i = 0; i < result->payments->len; i++)
    if (!acq_slip_repository_hand_in (connection, result->slip, g_array_index (result->payments, gint64, i), error))
      return FALSE;
  return TRUE;
}

gboolean
acq_cheque_slip_take_back (AcqCompanyFile *file, const char *reference, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (AcqDepositSlip) slip = NULL;

  if (change == NULL)
    return FALSE;
  slip = acq_slip_repository_find (connection, reference, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (slip == NULL)
    {
      g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_SLIP, reference);
      return FALSE;
    }
  return acq_slip_repository_take_back (connection, slip, error)
         && acq_change_commit (change, "take_back_slip", reference, NULL, error);
}

static char *
plain_or_null (const char *text)
{
  g_autofree char *plain = acq_text_squeeze (text == NULL ? "" : text);

  return plain[0] == '\0' ? NULL : g_steal_pointer (&plain);
}

static gboolean
check_in_hand (AcqConnection *connection, gint64 payment, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqReceipt) cheque = acq_receipt_repository_find (connection, payment, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (cheque == NULL)
    g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_PAYMENT, "%" G_GINT64_FORMAT, payment);
  else if (!is_in_hand (cheque))
    g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_STATE,
                         acq_receipt_state_to_code (cheque->state));
  else
    return TRUE;
  return FALSE;
}

gboolean
acq_cheques_describe (AcqCompanyFile *file, const AcqChequeDetails *details, gsize n_details, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (GString) numbers = g_string_new (NULL);

  if (change == NULL)
    return FALSE;
  for (gsize i = 0; i < n_details; i++)
    {
      g_autofree char *number = plain_or_null (details[i].number);
      g_autofree char *bank = plain_or_null (details[i].bank);

      if (!check_in_hand (connection, details[i].payment, error)
          || !acq_receipt_repository_describe_cheque (connection, details[i].payment, number, bank, error))
        return FALSE;
      g_string_append_printf (numbers, "%s%s", i == 0 ? "" : " ", number == NULL ? "-" : number);
    }
  return acq_change_commit (change, "describe_cheque", NULL, numbers->str, error);
}
