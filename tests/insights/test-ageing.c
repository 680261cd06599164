/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-ageing.h"

#define TODAY 20000

static void
test_edges (void)
{
  static const struct
  {
    int late;
    AcqAgeingBucket bucket;
  } cases[] = {
    { -400, ACQ_AGEING_NOT_DUE }, { 0, ACQ_AGEING_NOT_DUE },   { 1, ACQ_AGEING_1_TO_30 },
    { 30, ACQ_AGEING_1_TO_30 },   { 31, ACQ_AGEING_31_TO_60 }, { 60, ACQ_AGEING_31_TO_60 },
    { 61, ACQ_AGEING_61_TO_90 },  { 90, ACQ_AGEING_61_TO_90 }, { 91, ACQ_AGEING_OVER_90 },
    { 4000, ACQ_AGEING_OVER_90 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AcqAgeing ageing = acq_ageing_init (TODAY);

      acq_ageing_add (&ageing, TODAY - cases[i].late, 1250);
      g_assert_cmpint (ageing.buckets[cases[i].bucket], ==, 1250);
      g_assert_cmpuint (ageing.counts[cases[i].bucket], ==, 1);
      g_assert_cmpint (acq_ageing_outstanding (&ageing), ==, 1250);
      g_assert_cmpint (acq_ageing_overdue (&ageing), ==, cases[i].late > 0 ? 1250 : 0);
    }
}

static void
test_credits_stand_apart (void)
{
  AcqAgeing ageing = acq_ageing_init (TODAY);

  acq_ageing_add (&ageing, TODAY - 45, 100000);
  acq_ageing_add (&ageing, TODAY - 45, -30000);
  acq_ageing_add (&ageing, TODAY - 5, 0);
  g_assert_cmpint (acq_ageing_outstanding (&ageing), ==, 70000);
  g_assert_cmpint (acq_ageing_overdue (&ageing), ==, 100000);
  g_assert_cmpint (ageing.credits, ==, -30000);
  g_assert_cmpuint (ageing.n_credits, ==, 1);
  g_assert_cmpuint (ageing.counts[ACQ_AGEING_1_TO_30], ==, 0);
}

static void
test_invoice (void)
{
  g_autoptr (AcqInvoice) invoice = acq_invoice_new ();
  AcqAgeing ageing = acq_ageing_init (TODAY);

  invoice->total = 100000;
  acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, TODAY - 70, 40000);
  acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, TODAY - 10, 55000);
  acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_RETENTION, TODAY + 300, 5000);
  acq_invoice_spread_settled (invoice, 10000);
  acq_ageing_add_invoice (&ageing, invoice);
  g_assert_cmpint (ageing.buckets[ACQ_AGEING_61_TO_90], ==, 30000);
  g_assert_cmpint (ageing.buckets[ACQ_AGEING_1_TO_30], ==, 55000);
  g_assert_cmpint (ageing.buckets[ACQ_AGEING_NOT_DUE], ==, 5000);
  g_assert_cmpint (acq_ageing_outstanding (&ageing), ==, invoice->balance);
  invoice->cancelled = TRUE;
  acq_ageing_add_invoice (&ageing, invoice);
  g_assert_cmpint (acq_ageing_outstanding (&ageing), ==, invoice->balance);
}

/* Whatever the rows, nothing is lost between the columns. */
static void
test_random_rows (void)
{
  AcqAgeing ageing = acq_ageing_init (TODAY);
  gint64 sum = 0, overdue = 0;
  guint rows = 0;

  for (int i = 0; i < 20000; i++)
    {
      AcqDay due = TODAY + g_test_rand_int_range (-200, 200);
      gint64 balance = g_test_rand_int_range (-50000, 200000);

      acq_ageing_add (&ageing, due, balance);
      sum += balance;
      overdue += due < TODAY && balance > 0 ? balance : 0;
      rows += balance != 0;
    }
  g_assert_cmpint (acq_ageing_outstanding (&ageing), ==, sum);
  g_assert_cmpint (acq_ageing_overdue (&ageing), ==, overdue);
  for (int i = 0; i < ACQ_AGEING_N_BUCKETS; i++)
    rows -= ageing.counts[i];
  g_assert_cmpuint (rows, ==, ageing.n_credits);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insights/ageing/edges", test_edges);
  g_test_add_func ("/insights/ageing/credits", test_credits_stand_apart);
  g_test_add_func ("/insights/ageing/invoice", test_invoice);
  g_test_add_func ("/insights/ageing/random-rows", test_random_rows);
  return g_test_run ();
}
