/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-interest-payment.h"

#include "acq-interest-report.h"
#include "acq-matching.h"
#include "acq-workflow-error.h"
#include "store-case.h"

/* A company that owes 10,000.00 since 10 March and 5,000.00 since 10 April 2025, a consumer who owes 30.00, and three bank lines
   of 30 May: the first of more than the company owes with all interest and indemnities, the second of 5.00, the third of 100.00. */
static StoreCase *
new_case (void)
{
  StoreCase *self = store_case_new ();
  g_autoptr (GError) error = NULL;

  acq_connection_exec (
    self->connection,
    "INSERT INTO customer (id, code, name, name_key, kind, kind_source) VALUES"
    " (1, 'C1', 'Dupont', 'DUPONT', 'company', 'stated'), (2, 'C2', 'Mme Durand', 'MME DURAND', 'consumer', 'stated');"
    "INSERT INTO invoice (id, number, customer_id, kind, issued, currency, total, balance) VALUES"
    " (1, 'F1', 1, 'invoice', '2025-02-08', 'EUR', 1000000, 1000000),"
    " (2, 'F2', 1, 'invoice', '2025-03-11', 'EUR', 500000, 500000),"
    " (3, 'F3', 2, 'invoice', '2025-02-08', 'EUR', 3000, 3000);"
    "INSERT INTO due_item (invoice_id, kind, due, currency, amount, balance) VALUES"
    " (1, 'normal', '2025-03-10', 'EUR', 1000000, 1000000), (2, 'normal', '2025-04-10', 'EUR', 500000, 500000),"
    " (3, 'normal', '2025-03-10', 'EUR', 3000, 3000);"
    "INSERT INTO account (id, currency) VALUES (1, 'EUR');"
    "INSERT INTO bank_transaction (id, account_id, booked, amount, matched, label, means) VALUES"
    " (1, 1, '2025-05-30', 1548000, 0, 'VIR DUPONT', 'transfer'), (2, 1, '2025-05-30', 500, 0, 'VIR DUPONT', 'transfer'),"
    " (3, 1, '2025-05-30', 10000, 0, 'VIR DURAND', 'transfer')",
    &error);
  g_assert_no_error (error);
  return self;
}

static GPtrArray *
parts_of (gint64 first, gint64 second)
{
  GPtrArray *parts = acq_match_parts_new ();

  if (first != 0)
    acq_match_parts_add (parts, "F1", first);
  if (second != 0)
    acq_match_parts_add (parts, "F2", second);
  return parts;
}

static gint64
ask (const StoreCase *self, const char *sql)
{
  gint64 value = 0;
  g_autoptr (GError) error = NULL;

  acq_connection_get_int (self->connection, &value, &error, sql, "");
  g_assert_no_error (error);
  return value;
}

/* What an invoice owes beside its principal on 30 May. */
static gint64
claims_of (const StoreCase *self, const char *number, gint64 *ret_indemnity)
{
  g_autoptr (AcqBooks) books = acq_books_load (self->file, NULL);
  g_autoptr (AcqInterestBasis) basis = acq_interest_basis_load (self->connection, NULL);
  g_autoptr (AcqInterestReport) report = NULL;

  for (guint i = 0; i < books->ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = books->ledger->invoices->pdata[i];

      if (g_str_equal (invoice->number, number))
        report = acq_interest_report_new (books->ledger, books->history, basis, invoice,
                                          acq_day_parse_iso ("2025-05-30"), NULL);
    }
  *ret_indemnity = report->indemnity;
  return report->interest->interest - report->interest->interest_paid;
}

/* 81 days of 10,000.00 and 50 of 5,000.00 at 13.15 per cent, and twice 40.00: what comes on top stays on account. */
static void
test_all (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GPtrArray) parts = parts_of (1000000, 500000);
  g_autoptr (GError) error = NULL;
  gint64 first, second, indemnity, removed;

  first = claims_of (self, "F1", &indemnity);
  g_assert_cmpint (first, ==, (1000000LL * 1315 * 81 * 2 + 3650000) / (2 * 3650000));
  g_assert_cmpint (indemnity, ==, 4000);
  second = claims_of (self, "F2", &indemnity);
  g_assert_true (acq_interest_payment_match (self->file, 1, parts, NULL, &error));
  g_assert_no_error (error);
  store_case_assert_sound (self);
  g_assert_cmpint (ask (self, "SELECT sum (penalties) FROM interest_payment"), ==, first + second);
  g_assert_cmpint (ask (self, "SELECT sum (indemnity) FROM interest_payment"), ==, 8000);
  g_assert_cmpint (ask (self, "SELECT matched FROM bank_transaction WHERE id = 1"), ==, 1508000 + first + second);
  g_assert_cmpint (ask (self, "SELECT sum (balance) FROM invoice WHERE customer_id = 1"), ==, 0);
  g_assert_cmpint (claims_of (self, "F1", &indemnity), ==, 0);
  g_assert_cmpint (indemnity, ==, 0);
  g_assert_true (acq_match_take_back (self->file, 1, NULL, &removed, &error));
  g_assert_cmpint (removed, ==, 4);
  store_case_assert_sound (self);
  g_assert_cmpint (ask (self, "SELECT count(*) FROM interest_payment"), ==, 0);
  g_assert_cmpint (claims_of (self, "F1", &indemnity), ==, first);
}

/* The principal was paid before, and the claims outlive it: they are paid by a line of their own, once. */
static void
test_alone (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GPtrArray) principal = parts_of (1000000, 500000), none = acq_match_parts_new ();
  const char *const numbers[] = { "F1", "F2", NULL };
  g_autoptr (GError) error = NULL, again = NULL;
  gint64 indemnity;

  g_assert_true (acq_match_by_hand (self->file, 1, principal, &error));
  g_assert_true (acq_interest_payment_match (self->file, 2, none, numbers, &error));
  g_assert_no_error (error);
  store_case_assert_sound (self);
  /* Five euros go to the first indemnity. */
  claims_of (self, "F1", &indemnity);
  g_assert_cmpint (indemnity, ==, 3500);
  claims_of (self, "F2", &indemnity);
  g_assert_cmpint (indemnity, ==, 4000);
  g_assert_cmpint (ask (self, "SELECT matched FROM bank_transaction WHERE id = 2"), ==, 500);
  g_assert_false (acq_interest_payment_match (self->file, 2, none, numbers, &again));
  g_assert_error (again, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_INTEREST);
}

/* Interest that is given up later leaves the indemnity paid, and lets what was paid of older interest not count against newer. */
static void
test_then_waived (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GPtrArray) none = acq_match_parts_new ();
  const char *const numbers[] = { "F1", NULL };
  g_autoptr (GError) error = NULL;
  gint64 indemnity, before;

  acq_connection_exec (self->connection, "UPDATE bank_transaction SET amount = 10000, booked = '2025-04-30' WHERE id = 2",
                       &error);
  g_assert_no_error (error);
  g_assert_true (acq_interest_payment_match (self->file, 2, none, numbers, &error));
  before = claims_of (self, "F1", &indemnity);
  g_assert_cmpint (indemnity, ==, 0);
  acq_connection_exec (self->connection,
                       "INSERT INTO note (kind, customer_id, invoice_id, day, reason, waives) VALUES"
                       " ('waiver', 1, 1, '2025-05-10', 'agreed', 'interest')",
                       &error);
  g_assert_no_error (error);
  /* Twenty days of it, and nothing of the 60.00 that were paid in April. */
  g_assert_cmpint (claims_of (self, "F1", &indemnity), ==, (1000000LL * 1315 * 20 * 2 + 3650000) / (2 * 3650000));
  g_assert_cmpint (claims_of (self, "F1", &indemnity), <, before);
  g_assert_cmpint (indemnity, ==, 0);
}

/* Somebody who owes no interest by law pays none, and nothing is half done. */
static void
test_consumer (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GPtrArray) parts = acq_match_parts_new ();
  g_autofree char *before = store_case_dump (self, TRUE);
  g_autoptr (GError) error = NULL;

  acq_match_parts_add (parts, "F3", 3000);
  g_assert_false (acq_interest_payment_match (self->file, 3, parts, NULL, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_INTEREST);
  store_case_assert_dump (self, TRUE, before);
}

/* Whatever comes in: never more than there is, never more than is owed, and late interest only behind the indemnities. */
static void
test_any_money (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqBooks) books = acq_books_load (self->file, NULL);
  g_autoptr (AcqInterestBasis) basis = acq_interest_basis_load (self->connection, NULL);
  gint64 indemnity, owed = claims_of (self, "F1", &indemnity) + claims_of (self, "F2", &indemnity);

  for (int i = 0; i < 2000; i++)
    {
      gint64 money = g_test_rand_int_range (-100, 60000), penalties = 0, indemnities = 0;
      g_autoptr (GArray) payments = acq_interest_payment_plan (books, basis, books->ledger->invoices,
                                                               acq_day_parse_iso ("2025-05-30"), money, NULL);

      for (guint j = 0; j < payments->len; j++)
        {
          const AcqInterestPayment *paid = &g_array_index (payments, AcqInterestPayment, j);

          g_assert_true (paid->penalties >= 0 && paid->indemnity >= 0 && paid->invoice_id != 3);
          penalties += paid->penalties;
          indemnities += paid->indemnity;
        }
      g_assert_cmpint (penalties + indemnities, ==, CLAMP (money, 0, owed + 8000));
      g_assert_true (penalties == 0 || indemnities == 8000);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interest-payment/all", test_all);
  g_test_add_func ("/interest-payment/alone", test_alone);
  g_test_add_func ("/interest-payment/then-waived", test_then_waived);
  g_test_add_func ("/interest-payment/consumer", test_consumer);
  g_test_add_func ("/interest-payment/any-money", test_any_money);
  return g_test_run ();
}
