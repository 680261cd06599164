/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The example company as its file holds it: built, verified, fed with its own files, reconciled, reminded. */
#include "acq-example-job.h"
#include "acq-ledger-repository.h"
#include "acq-letter-job.h"
#include "acq-matching.h"
#include "acq-planning.h"
#include "acq-legal-values.h"
#include "import-case.h"

/* Builds the example in place of the empty file. */
static StoreCase *
new_case (GPtrArray *paths)
{
  StoreCase *self = store_case_new ();
  g_autofree char *files = store_case_path (self, "files");
  g_autoptr (GError) error = NULL;

  acq_company_file_close (self->file);
  g_free (self->path);
  self->path = store_case_path (self, "example.acquit");
  self->file = acq_example_build (self->path, store_case_clock (), files, paths, &error);
  g_assert_no_error (error);
  self->connection = acq_company_file_connection (self->file);
  store_case_assert_sound (self);
  return self;
}

static void
import_all (StoreCase *self, const GPtrArray *paths, gboolean again)
{
  for (guint i = 0; i < paths->len; i++)
    {
      AcqImportOptions options = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (AcqImportResult) result = acq_import_file (self->file, paths->pdata[i], &options, &error);

      g_assert_no_error (error);
      g_assert_cmpint (result->n_rejected, ==, 0);
      g_assert_cmpstr (result->balance, !=, "mismatch");
      if (again)
        g_assert_cmpint (result->added + result->updated, ==, 0);
      else
        g_assert_cmpint (result->added + result->updated, >, 0);
      store_case_assert_sound (self);
    }
}

static guint
reconcile (StoreCase *self)
{
  AcqDay today = acq_clock_today (store_case_clock ());
  g_autoptr (AcqLedger) ledger = acq_ledger_repository_load (self->connection, ACQ_LEDGER_WHOLE, today, NULL);
  g_autoptr (AcqReconciliation) reconciliation = acq_reconciliation_run (ledger, today, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  guint posted;

  acq_match_post_sure (self->file, ledger, reconciliation, &posted, &error);
  g_assert_no_error (error);
  store_case_assert_sound (self);
  return posted;
}

/* Imports in, all back out in the other order, and in again. */
static void
test_files (void)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (StoreCase) self = new_case (paths);
  g_autofree char *before = store_case_dump (self, FALSE);

  import_all (self, paths, FALSE);
  for (guint i = paths->len; i > 0; i--)
    import_case_undo (self, i);
  store_case_assert_dump (self, FALSE, before);
  import_all (self, paths, FALSE);
  import_all (self, paths, TRUE);
  g_assert_cmpuint (reconcile (self), >=, 5);
  g_assert_cmpuint (reconcile (self), ==, 0);
  import_case_expect (
    self, "SELECT count(*) FROM invoice WHERE balance <> 0 AND (balance < 0) <> (total < 0)", "0");
}

/* Over a fortnight, the first message to each recipient: of nothing that was or may be paid, and of no step but the next. */
static void
test_plan (void)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (StoreCase) self = new_case (paths);
  g_autoptr (GHashTable) recipients = g_hash_table_new (NULL, NULL);
  g_autoptr (AcqPlanning) planning = NULL;
  g_autoptr (AcqPlan) plan = NULL;
  AcqDay today = acq_clock_today (store_case_clock ());

  import_all (self, paths, FALSE);
  reconcile (self);
  planning = acq_planning_new (self->file, NULL);
  plan = acq_plan_new (&planning->request, today + 14);
  g_assert_cmpuint (plan->messages->len, >, 0);
  for (guint i = 0; i < plan->messages->len; i++)
    {
      const AcqPlanMessage *message = plan->messages->pdata[i];

      g_assert_cmpint (message->day, >=, today);
      if (!g_hash_table_add (recipients, (gpointer) message->recipient))
        continue;
      for (guint j = 0; j < message->items->len; j++)
        {
          const AcqPlanItem *item = &g_array_index (message->items, AcqPlanItem, j);
          AcqStanding standing = acq_standings_get (planning->standings, item->invoice, today);

          g_assert_cmpint (standing.chaseable, >, 0);
          g_assert_cmpint (item->amount, <=, standing.chaseable);
          g_assert_false (g_hash_table_contains (planning->could_settle, &item->invoice->id));
          g_assert_cmpint ((int) acq_standings_reminders_of (planning->standings, item->invoice->id)->len, <=,
                           item->step->level);
        }
    }
}

/* What was owed of an invoice at the end of a day. */
static gint64
owed_after (const AcqLedger *ledger, const AcqInvoice *invoice, AcqDay day)
{
  gint64 owed = invoice->total - invoice->prepaid;

  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      const AcqReceipt *receipt = ledger->receipts->pdata[i];

      for (guint j = 0; j < receipt->allocations->len && receipt->day <= day; j++)
        if (g_array_index (receipt->allocations, AcqAllocation, j).invoice_id == invoice->id
            && receipt->state == ACQ_RECEIPT_STATE_CREDITED)
          owed -= g_array_index (receipt->allocations, AcqAllocation, j).amount;
    }
  return owed;
}

/* ECB + 10 points a day from the day after the due day, on what was owed the evening before, ACT/365; rounded wherever the rate or
   the principal changes. Counted day by day. */
static gint64
count_interest (const AcqLedger *ledger, const AcqInvoice *invoice, AcqDay due, AcqDay last)
{
  g_autoptr (AcqLegalValues) rates = acq_legal_values_new ();
  gint64 interest = 0, sum = 0;

  for (AcqDay day = due + 1; day <= last; day++)
    {
      const AcqLegalValue *rate = acq_legal_values_find (rates, ACQ_LEGAL_VALUE_ECB_RATE, day);
      gint64 principal = owed_after (ledger, invoice, day - 1);

      sum += principal * (rate->value + 1000);
      if (day == last || acq_legal_values_find (rates, ACQ_LEGAL_VALUE_ECB_RATE, day + 1) != rate
          || owed_after (ledger, invoice, day) != principal)
        {
          interest += (sum + 10000 * 365 / 2) / (10000 * 365);
          sum = 0;
        }
    }
  return interest;
}

/* The letter asks for what is left of each invoice, its interest and one indemnity each. */
static void
test_notice (void)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (StoreCase) self = new_case (paths);
  g_autofree char *output = store_case_path (self, "notice.pdf");
  const char *const accepted[] = { "rate_unconfirmed", NULL };
  AcqLetterRequest request = { ACQ_LETTER_MODEL_FORMAL_NOTICE, "C001", NULL, output, accepted };
  AcqDay today = acq_clock_today (store_case_clock ());
  g_autoptr (AcqLetterResult) result = NULL;
  g_autoptr (AcqLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  gint64 total = 0;

  import_all (self, paths, FALSE);
  reconcile (self);
  result = acq_letter_issue (self->file, &request, &error);
  g_assert_no_error (error);
  ledger = acq_ledger_repository_load (self->connection, ACQ_LEDGER_WHOLE, today, NULL);
  g_assert_cmpuint (result->numbers->len, >=, 2);
  for (guint i = 0; i < result->numbers->len; i++)
    {
      const AcqInvoice *invoice = acq_ledger_find_invoice_by_number (ledger, result->numbers->pdata[i]);

      g_assert_cmpstr (acq_ledger_find_customer (ledger, invoice->customer_id)->code, ==, "C001");
      g_assert_cmpuint (invoice->due_items->len, ==, 1);
      total += invoice->balance + 4000
               + count_interest (ledger, invoice, acq_invoice_due_item (invoice, 0)->due, today);
    }
  g_assert_cmpint (result->total_due, ==, total);
  g_assert_true (g_file_test (output, G_FILE_TEST_IS_REGULAR));
  store_case_assert_sound (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/example-company/files", test_files);
  g_test_add_func ("/example-company/plan", test_plan);
  g_test_add_func ("/example-company/notice", test_notice);
  return g_test_run ();
}
