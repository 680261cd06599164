/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-ledger.h"

static AcqCustomer *
new_customer (gint64 id, gint64 recipient_id)
{
  AcqCustomer *customer = acq_customer_new ();

  customer->id = id;
  customer->recipient_id = recipient_id;
  return customer;
}

static AcqInvoice *
new_invoice (gint64 id, gint64 total)
{
  AcqInvoice *invoice = acq_invoice_new ();

  invoice->id = id;
  invoice->number = g_strdup_printf ("F%" G_GINT64_FORMAT, id);
  invoice->customer_id = 1;
  invoice->issued = 20000;
  invoice->total = total;
  acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, 20030, total);
  return invoice;
}

static AcqReceipt *
new_receipt (gint64 transaction_id, gint64 amount, AcqReceiptState state)
{
  AcqReceipt *receipt = acq_receipt_new ();

  receipt->transaction_id = transaction_id;
  receipt->amount = amount;
  receipt->state = state;
  return receipt;
}

static void
allocate (AcqReceipt *receipt, gint64 invoice_id, gint64 amount)
{
  AcqAllocation allocation = { 0, invoice_id, amount, ACQ_ALLOCATION_ORIGIN_HAND };

  g_array_append_val (receipt->allocations, allocation);
}

static AcqTransaction *
new_transaction (gint64 id, gint64 amount)
{
  AcqTransaction *transaction = acq_transaction_new ();

  transaction->id = id;
  transaction->amount = amount;
  return transaction;
}

static void
test_find (void)
{
  g_autoptr (AcqLedger) ledger = acq_ledger_new ();

  acq_ledger_take_customer (ledger, new_customer (1, 2));
  acq_ledger_take_customer (ledger, new_customer (2, 0));
  acq_ledger_take_customer (ledger, new_customer (3, 99));
  acq_ledger_take_invoice (ledger, new_invoice (7, 100));
  g_assert_cmpint (acq_ledger_find_customer (ledger, 1)->id, ==, 1);
  g_assert_null (acq_ledger_find_customer (ledger, 4));
  g_assert_cmpint (acq_ledger_find_invoice (ledger, 7)->id, ==, 7);
  g_assert_null (acq_ledger_find_invoice (ledger, 1));
  g_assert_cmpint (acq_ledger_find_invoice_by_number (ledger, "F7")->id, ==, 7);
  g_assert_null (acq_ledger_find_invoice_by_number (ledger, "F8"));
  g_assert_cmpint (acq_ledger_find_recipient (ledger, ledger->customers->pdata[0])->id, ==, 2);
  g_assert_cmpint (acq_ledger_find_recipient (ledger, ledger->customers->pdata[1])->id, ==, 2);
  /* A recipient that is not there leaves the customer himself. */
  g_assert_cmpint (acq_ledger_find_recipient (ledger, ledger->customers->pdata[2])->id, ==, 3);
}

/* One transfer pays two invoices net of a credit note; a returned payment reopens; what is in flight does not count. */
static void
test_balances (void)
{
  g_autoptr (AcqLedger) ledger = acq_ledger_new ();
  AcqReceipt *transfer = new_receipt (11, 25000, ACQ_RECEIPT_STATE_CREDITED);
  AcqReceipt *returned = new_receipt (12, -10000, ACQ_RECEIPT_STATE_CREDITED);
  AcqReceipt *cheque = new_receipt (0, 5000, ACQ_RECEIPT_STATE_DEPOSITED);
  AcqReceipt *lost = new_receipt (0, 5000, ACQ_RECEIPT_STATE_RETURNED);

  acq_ledger_take_invoice (ledger, new_invoice (1, 10000));
  acq_ledger_take_invoice (ledger, new_invoice (2, 20000));
  acq_ledger_take_invoice (ledger, new_invoice (3, -5000));
  acq_ledger_take_invoice (ledger, new_invoice (4, 5000));
  ((AcqInvoice *) ledger->invoices->pdata[3])->prepaid = 1500;
  g_ptr_array_add (ledger->transactions, new_transaction (11, 25000));
  g_ptr_array_add (ledger->transactions, new_transaction (12, -10000));
  g_ptr_array_add (ledger->transactions, new_transaction (13, 700));
  allocate (transfer, 1, 10000);
  allocate (transfer, 2, 20000);
  allocate (transfer, 3, -5000);
  allocate (returned, 1, -10000);
  allocate (cheque, 4, 5000);
  allocate (lost, 4, 5000);
  g_ptr_array_add (ledger->receipts, transfer);
  g_ptr_array_add (ledger->receipts, returned);
  g_ptr_array_add (ledger->receipts, cheque);
  g_ptr_array_add (ledger->receipts, lost);

  acq_ledger_derive_balances (ledger);
  g_assert_cmpint (acq_ledger_find_invoice (ledger, 1)->balance, ==, 10000);
  g_assert_cmpint (acq_ledger_find_invoice (ledger, 2)->balance, ==, 0);
  g_assert_cmpint (acq_ledger_find_invoice (ledger, 3)->balance, ==, 0);
  g_assert_cmpint (acq_ledger_find_invoice (ledger, 4)->balance, ==, 3500);
  g_assert_cmpint (((AcqTransaction *) ledger->transactions->pdata[0])->matched, ==, 25000);
  g_assert_cmpint (((AcqTransaction *) ledger->transactions->pdata[1])->matched, ==, -10000);
  g_assert_cmpint (((AcqTransaction *) ledger->transactions->pdata[2])->matched, ==, 0);

  /* Deriving twice is deriving once. */
  acq_ledger_derive_balances (ledger);
  g_assert_cmpint (acq_ledger_find_invoice (ledger, 4)->balance, ==, 3500);
}

/* On any ledger: Σ balances = Σ totals − Σ allocations that are credited, and each balance is that of its own. */
static void
test_any_balances (void)
{
  for (int round = 0; round < 200; round++)
    {
      g_autoptr (AcqLedger) ledger = acq_ledger_new ();
      gint64 totals = 0, settled = 0, balances = 0;

      for (gint64 id = 1; id <= 30; id++)
        {
          acq_ledger_take_invoice (ledger, new_invoice (id, g_test_rand_int_range (0, 100000)));
          totals += acq_ledger_find_invoice (ledger, id)->total;
        }
      for (int i = 0; i < 40; i++)
        {
          AcqReceiptState state = (AcqReceiptState) g_test_rand_int_range (0, ACQ_RECEIPT_STATE_REPLACED + 1);
          AcqReceipt *receipt = new_receipt (0, 0, state);

          for (int j = g_test_rand_int_range (0, 4); j > 0; j--)
            {
              gint64 amount = g_test_rand_int_range (-1000, 50000);

              allocate (receipt, g_test_rand_int_range (1, 31), amount);
              settled += state == ACQ_RECEIPT_STATE_CREDITED ? amount : 0;
            }
          g_ptr_array_add (ledger->receipts, receipt);
        }
      acq_ledger_derive_balances (ledger);
      for (guint i = 0; i < ledger->invoices->len; i++)
        balances += ((AcqInvoice *) ledger->invoices->pdata[i])->balance;
      g_assert_cmpint (balances, ==, totals - settled);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/find", test_find);
  g_test_add_func ("/ledger/balances", test_balances);
  g_test_add_func ("/ledger/any-balances", test_any_balances);
  return g_test_run ();
}
