/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-approval.h"
#include "acq-example-job.h"
#include "acq-fact-entry.h"
#include "acq-old-items.h"
#include "acq-todays-work.h"
#include "import-case.h"

#define FRIDAY acq_day_new (2026, 11, 20)

static AcqTodaysWork *
read_work (AcqCompanyFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqCompanyView) partial = acq_company_view_read (file, &error);
  g_autoptr (AcqCompanyView) view = acq_company_view_complete (partial, file, NULL, &error);
  AcqTodaysWork *work = acq_todays_work_new (view, file, &error);

  g_assert_no_error (error);
  g_assert_nonnull (work);
  return work;
}

static guint
count (const AcqTodaysWork *work, AcqWorkKind kind)
{
  const AcqWorkItem *item = acq_todays_work_find (work, kind);

  return item != NULL ? item->count : 0;
}

static void
enter (StoreCase *self, AcqNoteEntry entry)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  acq_fact_enter_note (self->file, &entry, &id, &error);
  g_assert_no_error (error);
}

/* The company of these tests is nobody's until this machine may send for it. */
static void
take_right_to_send (StoreCase *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqChange) change = acq_change_begin (self->file, &error);

  g_assert_true (acq_planning_take_right_to_send (self->file, &error));
  g_assert_true (acq_change_commit (change, "set", NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_nothing (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqTodaysWork) work = read_work (self->file);

  g_assert_cmpuint (work->items->len, ==, 0);
  g_assert_cmpint (work->next_day, ==, ACQ_DAY_NONE);
}

/* What was late at the first import is asked about before anything leaves, and counts once. */
static void
test_old_items (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  AcqOldReply reply = { .number = "F1", .answer = ACQ_OLD_ANSWER_STILL_DUE };
  g_autoptr (AcqTodaysWork) before = NULL;
  g_autoptr (AcqTodaysWork) after = NULL;
  g_autoptr (AcqTodaysWork) at_home = NULL;
  g_autoptr (GError) error = NULL;

  import_case_read (self, "a.csv", INVOICES "F1;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;;\n", "1 0 0 0");
  before = read_work (self->file);
  g_assert_cmpuint (count (before, ACQ_WORK_OLD_ITEMS), ==, 1);
  /* Dupont is late and owes interest by law: the weak rates of this half-year are asked about too. */
  g_assert_cmpuint (count (before, ACQ_WORK_RATES), ==, 1);
  g_assert_cmpuint (before->items->len, ==, 2);

  g_assert_true (acq_old_items_answer (self->file, &reply, 1, &error));
  g_assert_no_error (error);
  after = read_work (self->file);
  g_assert_cmpuint (count (after, ACQ_WORK_OLD_ITEMS), ==, 0);
  g_assert_cmpuint (count (after, ACQ_WORK_RIGHT_TO_SEND), ==, 1);

  take_right_to_send (self);
  at_home = read_work (self->file);
  g_assert_cmpuint (at_home->items->len, ==, 2);
  /* No statement was ever read. */
  g_assert_cmpuint (count (at_home, ACQ_WORK_STATEMENT), ==, 1);
  g_assert_cmpint (acq_todays_work_find (at_home, ACQ_WORK_STATEMENT)->day, ==, acq_day_new (2026, 10, 7));
  g_assert_cmpint (acq_todays_work_find (at_home, ACQ_WORK_STATEMENT)->total, ==, 10000);
  g_assert_cmpuint (acq_todays_work_find (at_home, ACQ_WORK_STATEMENT)->customers->len, ==, 1);
}

static void
test_next_day (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqTodaysWork) work = NULL;

  import_case_read (self, "a.csv", INVOICES "F1;05/11/2026;05/12/2026;C1;Dupont SARL;100,00;;\n", "1 0 0 0");
  work = read_work (self->file);
  g_assert_cmpuint (work->items->len, ==, 0);
  /* Three days after the due day it is Tuesday. */
  g_assert_cmpint (work->next_day, ==, acq_day_new (2026, 12, 8));
}

static void
test_promises_and_answers (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqTodaysWork) work = NULL;
  const AcqWorkItem *promises = NULL;

  import_case_read (self, "a.csv",
                    INVOICES "F1;05/10/2026;30/10/2026;C1;Dupont SARL;100,00;;\n"
                             "F2;05/10/2026;30/10/2026;C2;Martin SARL;50,00;;\n"
                             "F3;05/10/2026;30/10/2026;C3;Perrin SARL;70,00;;\n",
                    "3 0 0 0");
  enter (self, (AcqNoteEntry){ ACQ_NOTE_KIND_PROMISE, .number = "F1", .amount = -1, .day = FRIDAY - 8,
                               .until = FRIDAY - 1 });
  enter (self, (AcqNoteEntry){ ACQ_NOTE_KIND_PROMISE, .number = "F2", .amount = 2000, .day = FRIDAY - 8,
                               .until = FRIDAY + 3 });
  enter (self, (AcqNoteEntry){ ACQ_NOTE_KIND_ANSWER, .customer = "C3", .amount = -1, .day = FRIDAY,
                               .until = ACQ_DAY_NONE });
  work = read_work (self->file);
  promises = acq_todays_work_find (work, ACQ_WORK_PROMISES);
  g_assert_nonnull (promises);
  g_assert_cmpuint (promises->count, ==, 1);
  g_assert_cmpint (promises->total, ==, 10000);
  g_assert_cmpint (promises->day, ==, FRIDAY - 1);
  g_assert_cmpint (promises->until, ==, FRIDAY + 3); /* two bank days after Thursday */
  g_assert_cmpuint (count (work, ACQ_WORK_ANSWERS), ==, 1);
  g_assert_cmpstr (
    ((AcqCustomer *) g_ptr_array_index (acq_todays_work_find (work, ACQ_WORK_ANSWERS)->customers, 0))->code, ==,
    "C3");
}

static void
test_refused_lines_and_cheques (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqTodaysWork) work = NULL;
  g_autoptr (GError) error = NULL;
  AcqPaymentEntry cheque = { "F1", 4000, FRIDAY - 1, ACQ_MEANS_CHEQUE, NULL };
  AcqReceiptState state;

  import_case_read (self, "a.csv",
                    INVOICES "F1;20/10/2026;19/12/2026;C1;Dupont SARL;100,00;;\n"
                             "F2;99/10/2026;19/12/2026;C1;Dupont SARL;100,00;;\n",
                    "1 0 0 1");
  acq_fact_enter_payment (self->file, &cheque, &state, &error);
  g_assert_no_error (error);
  work = read_work (self->file);
  g_assert_cmpuint (count (work, ACQ_WORK_REJECTED_LINES), ==, 1);
  g_assert_cmpuint (count (work, ACQ_WORK_CHEQUES), ==, 1);
  g_assert_cmpint (acq_todays_work_find (work, ACQ_WORK_CHEQUES)->total, ==, 4000);
}

static guint
count_messages (const AcqTodaysWork *work)
{
  static const AcqWorkKind kinds[] = { ACQ_WORK_RIGHT_TO_SEND, ACQ_WORK_STATEMENT, ACQ_WORK_MAILS,    ACQ_WORK_CALLS,
                                       ACQ_WORK_NOTICES,       ACQ_WORK_LETTERS,   ACQ_WORK_CONTACTS, ACQ_WORK_COPIES };
  guint sum = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    sum += count (work, kinds[i]);
  return sum;
}

/* Each message and each receipt of a whole company is some work, once; what is approved is none any more. */
static void
test_example (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *path = store_case_path (self, "example.acquit");
  g_autoptr (GError) error = NULL;
  AcqCompanyFile *file = acq_example_build (path, store_case_clock (), NULL, NULL, &error);
  g_autoptr (GPtrArray) mails = g_ptr_array_new ();
  g_autoptr (AcqTodaysWork) before = NULL;
  g_autoptr (AcqTodaysWork) after = NULL;

  g_assert_no_error (error);
  before = read_work (file);
  g_assert_cmpuint (count_messages (before), ==, before->view->plan->messages->len);
  g_assert_cmpuint (count (before, ACQ_WORK_RECEIPTS), ==, acq_company_view_count_receipts (before->view));
  for (guint i = 0; i < before->items->len; i++)
    {
      const AcqWorkItem *item = g_ptr_array_index (before->items, i);

      g_assert_cmpuint (item->count, >, 0);
      g_assert_cmpuint (item->customers->len, <=, MAX (item->count, item->n_invoices));
    }
  for (guint i = 0; i < before->view->plan->messages->len; i++)
    if (((AcqPlanMessage *) g_ptr_array_index (before->view->plan->messages, i))->needs == 0)
      g_ptr_array_add (mails, g_ptr_array_index (before->view->plan->messages, i));
  if (mails->len > 0)
    g_assert_true (acq_approval_approve (file, mails, 0, &error));
  g_assert_no_error (error);
  after = read_work (file);
  g_assert_cmpuint (count_messages (after), ==, count_messages (before) - mails->len);
  acq_company_file_close (file);
}

static void
test_codes (void)
{
  for (guint i = 0; i < ACQ_N_WORK_KINDS; i++)
    {
      AcqWorkKind kind = ACQ_WORK_OLD_ITEMS;

      g_assert_true (acq_work_kind_from_code (acq_work_kind_to_code ((AcqWorkKind) i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/todays-work/nothing", test_nothing);
  g_test_add_func ("/todays-work/old-items", test_old_items);
  g_test_add_func ("/todays-work/next-day", test_next_day);
  g_test_add_func ("/todays-work/promises-and-answers", test_promises_and_answers);
  g_test_add_func ("/todays-work/refused-lines-and-cheques", test_refused_lines_and_cheques);
  g_test_add_func ("/todays-work/example", test_example);
  g_test_add_func ("/todays-work/codes", test_codes);
  return g_test_run ();
}
