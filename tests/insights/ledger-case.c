/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-case.h"

AcqCustomer *
case_customer (AcqLedger *ledger, const char *name)
{
  AcqCustomer *customer = acq_customer_new ();

  customer->id = ledger->customers->len + 1;
  customer->code = g_strdup_printf ("C%" G_GINT64_FORMAT, customer->id);
  customer->name = g_strdup (name);
  acq_ledger_take_customer (ledger, customer);
  return customer;
}

AcqInvoice *
case_invoice (AcqLedger *ledger, const AcqCustomer *customer, AcqDay issued, AcqDay due, gint64 total)
{
  AcqInvoice *invoice = acq_invoice_new ();

  invoice->id = ledger->invoices->len + 1;
  invoice->number = g_strdup_printf ("F%" G_GINT64_FORMAT, invoice->id);
  invoice->customer_id = customer->id;
  invoice->kind = total < 0 ? ACQ_INVOICE_KIND_CREDIT_NOTE : ACQ_INVOICE_KIND_INVOICE;
  invoice->issued = issued;
  invoice->total = total;
  acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, due, total);
  acq_ledger_take_invoice (ledger, invoice);
  return invoice;
}

AcqReceipt *
case_receipt (AcqLedger *ledger, const AcqCustomer *customer, AcqDay day, gint64 amount)
{
  AcqReceipt *receipt = acq_receipt_new ();

  receipt->id = ledger->receipts->len + 1;
  receipt->customer_id = customer->id;
  receipt->day = receipt->state_since = day;
  receipt->amount = amount;
  receipt->means = ACQ_MEANS_TRANSFER;
  g_ptr_array_add (ledger->receipts, receipt);
  return receipt;
}

void
case_allocate (AcqReceipt *receipt, const AcqInvoice *invoice, gint64 amount)
{
  AcqAllocation allocation = { 0, invoice->id, amount, ACQ_ALLOCATION_ORIGIN_HAND };

  g_array_append_val (receipt->allocations, allocation);
}

AcqReceipt *
case_pay (AcqLedger *ledger, const AcqInvoice *invoice, AcqDay day, gint64 amount)
{
  AcqReceipt *receipt
    = case_receipt (ledger, acq_ledger_find_customer (ledger, invoice->customer_id), day, amount);

  case_allocate (receipt, invoice, amount);
  return receipt;
}

AcqNote *
case_note (AcqLedger *ledger, AcqNoteKind kind, const AcqInvoice *invoice, AcqDay day, AcqDay until)
{
  AcqNote *note = acq_note_new ();

  note->id = ledger->notes->len + 1;
  note->kind = kind;
  note->customer_id = invoice->customer_id;
  note->invoice_id = invoice->id;
  note->amount = -1;
  note->day = day;
  note->until = until;
  g_ptr_array_add (ledger->notes, note);
  return note;
}

void
case_remind (AcqLedger *ledger, const AcqInvoice *invoice, AcqDay day, int level)
{
  AcqReminder *reminder = acq_reminder_new ();

  reminder->id = ledger->reminders->len + 1;
  reminder->invoice_id = invoice->id;
  reminder->day = day;
  reminder->level = level;
  g_ptr_array_add (ledger->reminders, reminder);
}

void
case_derive (AcqLedger *ledger)
{
  acq_ledger_derive_balances (ledger);
}

static void
pay_some (AcqLedger *ledger, const AcqInvoice *invoice, AcqDay today)
{
  AcqDay day = invoice->issued + g_test_rand_int_range (-5, 120);
  gint64 amount = g_test_rand_int_range (0, 4) == 0 ? invoice->total / 3 : invoice->total;

  if (day > today || g_test_rand_int_range (0, 12) == 0)
    return;
  case_pay (ledger, invoice, day, amount);
  if (g_test_rand_int_range (0, 15) == 0 && day + 9 <= today)
    case_pay (ledger, invoice, day + 9, -amount);
  else if (amount < invoice->total && day + 30 <= today)
    case_pay (ledger, invoice, day + 30, invoice->total - amount);
}

static void
use_credit (AcqLedger *ledger, const AcqInvoice *invoice, AcqDay today)
{
  const AcqCustomer *customer = acq_ledger_find_customer (ledger, invoice->customer_id);
  AcqDay issued = invoice->issued + 12;
  AcqInvoice *note;
  AcqReceipt *receipt;

  if (issued > today)
    return;
  note = case_invoice (ledger, customer, issued, issued, -invoice->total / 5);
  if (issued + 20 > today || g_test_rand_bit ())
    return;
  receipt = case_receipt (ledger, customer, issued + 20, invoice->total + note->total);
  case_allocate (receipt, invoice, invoice->total);
  case_allocate (receipt, note, note->total);
}

AcqLedger *
case_random (AcqDay today)
{
  AcqLedger *ledger = acq_ledger_new ();

  for (int i = 0; i < 20; i++)
    case_customer (ledger, "Essai SA");
  for (int i = 0; i < 400; i++)
    {
      const AcqCustomer *customer = ledger->customers->pdata[g_test_rand_int_range (0, 20)];
      AcqDay issued = today - g_test_rand_int_range (0, 730);
      gint64 total = g_test_rand_int_range (1000, 500000);
      AcqInvoice *invoice = case_invoice (ledger, customer, issued, issued + 30, total);

      if (i % 7 == 0)
        {
          g_array_set_size (invoice->due_items, 0);
          acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, issued + 15, total / 2);
          acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, issued + 75, total - total / 2);
        }
      invoice->cancelled = i % 50 == 49;
      if (i % 11 == 10)
        use_credit (ledger, invoice, today);
      else
        pay_some (ledger, invoice, today);
      if (i % 40 == 39)
        case_receipt (ledger, customer, issued, 5000);
    }
  case_derive (ledger);
  return ledger;
}
