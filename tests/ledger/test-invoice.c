/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice.h"

#define NORMAL ACQ_DUE_KIND_NORMAL
#define RETENTION ACQ_DUE_KIND_RETENTION

static AcqInvoice *
new_invoice (AcqInvoiceKind kind, gint64 total)
{
  AcqInvoice *invoice = acq_invoice_new ();

  invoice->number = g_strdup ("F2026-0001");
  invoice->kind = kind;
  invoice->issued = 20000;
  invoice->total = total;
  return invoice;
}

static gint64
balance_of (const AcqInvoice *invoice, guint index)
{
  return acq_invoice_due_item (invoice, index)->balance;
}

static void
test_order (void)
{
  g_autoptr (AcqInvoice) invoice = new_invoice (ACQ_INVOICE_KIND_INVOICE, 10000);

  acq_invoice_add_due_item (invoice, RETENTION, 20010, 500);
  acq_invoice_add_due_item (invoice, NORMAL, 20060, 4000);
  acq_invoice_add_due_item (invoice, NORMAL, 20030, 5500);
  g_assert_cmpint (acq_invoice_due_item (invoice, 0)->due, ==, 20030);
  g_assert_cmpint (acq_invoice_due_item (invoice, 1)->due, ==, 20060);
  g_assert_cmpint (acq_invoice_due_item (invoice, 2)->kind, ==, RETENTION);
  g_assert_cmpint (acq_invoice_find_flaw (invoice), ==, ACQ_INVOICE_FLAW_NONE);
}

static void
test_spread (void)
{
  g_autoptr (AcqInvoice) invoice = new_invoice (ACQ_INVOICE_KIND_INVOICE, 10000);

  acq_invoice_add_due_item (invoice, NORMAL, 20030, 5500);
  acq_invoice_add_due_item (invoice, NORMAL, 20060, 4000);
  acq_invoice_add_due_item (invoice, RETENTION, 20400, 500);

  acq_invoice_spread_settled (invoice, 6000);
  g_assert_cmpint (invoice->balance, ==, 4000);
  g_assert_cmpint (balance_of (invoice, 0), ==, 0);
  g_assert_cmpint (balance_of (invoice, 1), ==, 3500);
  g_assert_cmpint (balance_of (invoice, 2), ==, 500);
  g_assert_cmpint (acq_invoice_due_day (invoice), ==, 20060);

  acq_invoice_spread_settled (invoice, 10000);
  g_assert_cmpint (invoice->balance, ==, 0);
  g_assert_cmpint (acq_invoice_due_day (invoice), ==, 20030);

  acq_invoice_spread_settled (invoice, 10200);
  g_assert_cmpint (invoice->balance, ==, -200);
  g_assert_cmpint (balance_of (invoice, 2), ==, -200);

  acq_invoice_spread_settled (invoice, 0);
  g_assert_cmpint (balance_of (invoice, 0), ==, 5500);
}

static void
test_spread_credit_note (void)
{
  g_autoptr (AcqInvoice) note = new_invoice (ACQ_INVOICE_KIND_CREDIT_NOTE, -3000);

  acq_invoice_add_due_item (note, NORMAL, 20000, -3000);
  acq_invoice_spread_settled (note, -1000);
  g_assert_cmpint (note->balance, ==, -2000);
  g_assert_cmpint (balance_of (note, 0), ==, -2000);
  g_assert_true (acq_invoice_is_credit_note (note));
}

/* Σ parts = balance whatever was settled; and a part takes nothing before the one that falls due earlier is paid. */
static void
test_spread_any (void)
{
  for (int round = 0; round < 20000; round++)
    {
      gboolean credit = g_test_rand_int_range (0, 5) == 0;
      g_autoptr (AcqInvoice) invoice = new_invoice (credit ? ACQ_INVOICE_KIND_CREDIT_NOTE : ACQ_INVOICE_KIND_INVOICE, 0);
      gint64 sum = 0, settled;
      guint n = (guint) g_test_rand_int_range (1, 6);

      for (guint i = 0; i < n; i++)
        {
          gint64 amount = g_test_rand_int_range (0, 100000);

          amount = credit ? -amount : amount;
          acq_invoice_add_due_item (invoice, i == 4 ? RETENTION : NORMAL, 20000 + g_test_rand_int_range (0, 90), amount);
          invoice->total += amount;
        }
      settled = g_test_rand_int_range (-50000, 500000);
      settled = credit ? -settled : settled;
      acq_invoice_spread_settled (invoice, settled);

      g_assert_cmpint (invoice->balance, ==, invoice->total - settled);
      for (guint i = 0; i < n; i++)
        {
          const AcqDueItem *item = acq_invoice_due_item (invoice, i);

          sum += item->balance;
          if (i + 1 < n && item->balance != 0 && settled != 0 && (settled > 0) == (invoice->total > 0))
            for (guint later = i + 1; later < n; later++)
              g_assert_cmpint (balance_of (invoice, later), ==, acq_invoice_due_item (invoice, later)->amount);
        }
      g_assert_cmpint (sum, ==, invoice->balance);
    }
}

static void
test_complete_due_items (void)
{
  g_autoptr (AcqInvoice) plain = new_invoice (ACQ_INVOICE_KIND_INVOICE, 10000);
  g_autoptr (AcqInvoice) retained = new_invoice (ACQ_INVOICE_KIND_FINAL, 10000);
  g_autoptr (AcqInvoice) deposited = new_invoice (ACQ_INVOICE_KIND_INVOICE, 10000);

  acq_invoice_complete_due_items (plain, (AcqPaymentTerms){ 30, FALSE, 0 });
  g_assert_cmpuint (plain->due_items->len, ==, 1);
  g_assert_cmpint (acq_invoice_due_item (plain, 0)->due, ==, 20030);
  acq_invoice_complete_due_items (plain, (AcqPaymentTerms){ 30, FALSE, 0 });
  g_assert_cmpuint (plain->due_items->len, ==, 1);

  acq_invoice_add_due_item (retained, RETENTION, 20365, 500);
  acq_invoice_complete_due_items (retained, ACQ_PAYMENT_TERMS_UNKNOWN);
  g_assert_cmpuint (retained->due_items->len, ==, 2);
  g_assert_cmpint (acq_invoice_due_item (retained, 0)->amount, ==, 9500);
  g_assert_cmpint (acq_invoice_find_flaw (retained), ==, ACQ_INVOICE_FLAW_NONE);

  deposited->deposited = 20005;
  acq_invoice_complete_due_items (deposited, (AcqPaymentTerms){ 30, FALSE, 0 });
  g_assert_cmpint (acq_invoice_due_item (deposited, 0)->due, ==, 20035);
}

static void
expect_flaw (AcqInvoice *invoice, AcqInvoiceFlaw flaw)
{
  g_assert_cmpint (acq_invoice_find_flaw (invoice), ==, flaw);
  acq_invoice_free (invoice);
}

static AcqInvoice *
new_whole (AcqInvoiceKind kind, gint64 total)
{
  AcqInvoice *invoice = new_invoice (kind, total);

  acq_invoice_add_due_item (invoice, NORMAL, 20030, total);
  return invoice;
}

static void
test_flaws (void)
{
  AcqInvoice *invoice;

  expect_flaw (new_whole (ACQ_INVOICE_KIND_INVOICE, 10000), ACQ_INVOICE_FLAW_NONE);
  expect_flaw (new_whole (ACQ_INVOICE_KIND_INVOICE, 0), ACQ_INVOICE_FLAW_NONE);
  expect_flaw (new_whole (ACQ_INVOICE_KIND_INVOICE, -1), ACQ_INVOICE_FLAW_SIGN);
  expect_flaw (new_whole (ACQ_INVOICE_KIND_CREDIT_NOTE, 1), ACQ_INVOICE_FLAW_SIGN);
  expect_flaw (new_whole (ACQ_INVOICE_KIND_CREDIT_NOTE, -1), ACQ_INVOICE_FLAW_NONE);
  expect_flaw (new_whole (ACQ_INVOICE_KIND_INVOICE, ACQ_MONEY_MAX + 1), ACQ_INVOICE_FLAW_AMOUNT_TOO_LARGE);
  expect_flaw (new_invoice (ACQ_INVOICE_KIND_INVOICE, 1), ACQ_INVOICE_FLAW_NO_DAY);

  invoice = new_whole (ACQ_INVOICE_KIND_INVOICE, 100);
  g_clear_pointer (&invoice->number, g_free);
  expect_flaw (invoice, ACQ_INVOICE_FLAW_NO_NUMBER);

  invoice = new_whole (ACQ_INVOICE_KIND_INVOICE, 100);
  invoice->issued = ACQ_DAY_NONE;
  expect_flaw (invoice, ACQ_INVOICE_FLAW_NO_DAY);

  invoice = new_whole (ACQ_INVOICE_KIND_INVOICE, 100);
  acq_invoice_due_item (invoice, 0)->due = ACQ_DAY_NONE;
  expect_flaw (invoice, ACQ_INVOICE_FLAW_NO_DAY);

  invoice = new_whole (ACQ_INVOICE_KIND_INVOICE, 100);
  invoice->currency = ACQ_CURRENCY_NONE;
  expect_flaw (invoice, ACQ_INVOICE_FLAW_CURRENCY);

  invoice = new_whole (ACQ_INVOICE_KIND_INVOICE, 100);
  acq_invoice_add_due_item (invoice, NORMAL, 20060, 1);
  expect_flaw (invoice, ACQ_INVOICE_FLAW_PARTS_DIFFER);

  /* Parts too large by themselves do not add up to a total that is not. */
  invoice = new_whole (ACQ_INVOICE_KIND_INVOICE, 0);
  acq_invoice_add_due_item (invoice, NORMAL, 20060, G_MAXINT64);
  acq_invoice_add_due_item (invoice, NORMAL, 20061, -G_MAXINT64);
  expect_flaw (invoice, ACQ_INVOICE_FLAW_AMOUNT_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invoice/order", test_order);
  g_test_add_func ("/invoice/spread", test_spread);
  g_test_add_func ("/invoice/spread-credit-note", test_spread_credit_note);
  g_test_add_func ("/invoice/spread-any", test_spread_any);
  g_test_add_func ("/invoice/complete-due-items", test_complete_due_items);
  g_test_add_func ("/invoice/flaws", test_flaws);
  return g_test_run ();
}
