/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-transaction.h"

static const struct
{
  gint64 amount, matched;
  gboolean ignored;
  const char *status;
} cases[] = {
  { 5000, 0, FALSE, "open" },       { 5000, 2000, FALSE, "partly_matched" }, { 5000, 5000, FALSE, "matched" },
  { -5000, 0, FALSE, "outgoing" },  { -5000, -5000, FALSE, "matched" },      { 0, 0, FALSE, "outgoing" },
  { 5000, 0, TRUE, "ignored" },     { -5000, 0, TRUE, "ignored" },           { 5000, -100, FALSE, "partly_matched" },
};

static void
test_status (void)
{
  g_autoptr (AcqTransaction) transaction = acq_transaction_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      transaction->amount = cases[i].amount;
      transaction->matched = cases[i].matched;
      transaction->ignored = cases[i].ignored;
      g_assert_cmpstr (acq_transaction_status_to_code (acq_transaction_status (transaction)), ==, cases[i].status);
    }
}

static void
test_children (void)
{
  g_autoptr (AcqTransaction) batch = acq_transaction_new ();

  batch->children = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_transaction_free);
  g_ptr_array_add (batch->children, acq_transaction_new ());
  g_assert_cmpint (batch->booked, ==, ACQ_DAY_NONE);
}

static void
test_statement (void)
{
  g_autoptr (AcqStatement) statement = acq_statement_new ();

  g_assert_false (statement->has_opening);
  g_assert_cmpint (statement->first, ==, ACQ_DAY_NONE);
  g_assert_cmpstr (statement->currency.code, ==, "EUR");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transaction/status", test_status);
  g_test_add_func ("/transaction/children", test_children);
  g_test_add_func ("/transaction/statement", test_statement);
  return g_test_run ();
}
