/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-approval.h"
#include "acq-finished-invoices.h"
#include "acq-held-release.h"
#include "acq-message-postpone.h"
#include "acq-queue.h"
#include "acq-why-now.h"
#include "acq-workflow-error.h"
#include "import-case.h"

#define TODAY    (acq_clock_today (store_case_clock ()))
#define COVERAGE ACQ_NEED_BIT (ACQ_NEED_BANK_COVERAGE)

/* C1 is owed for two invoices, C2 and C4 for one each, C3 has no address. Letters leave on Tuesday 24 November; the bank has
   been read to the day before today unless a test takes that away. */
static StoreCase *
new_case (void)
{
  StoreCase *self = store_case_new ();
  g_autoptr (AcqChange) change = NULL;
  g_autoptr (GError) error = NULL;

  import_case_read (self, "a.csv",
                    INVOICES "F1;05/10/2026;05/11/2026;C1;Dupont SARL;100,00;;\n"
                             "F2;05/10/2026;06/11/2026;C1;Dupont SARL;50,00;;\n"
                             "F3;05/10/2026;01/11/2026;C2;Martin SARL;300,00;;\n"
                             "F4;05/10/2026;05/11/2026;C3;Petit SARL;40,00;;\n"
                             "F5;05/10/2026;05/11/2026;C4;Arnaud SARL;70,00;;\n",
                    "5 0 0 0");
  change = acq_change_begin (self->file, &error);
  acq_planning_take_right_to_send (self->file, NULL);
  acq_connection_exec (
    self->connection,
    "UPDATE invoice SET old_item = 0; INSERT INTO setting (key, value) VALUES ('scenario', 'formal');"
    "UPDATE customer SET address = '1 rue Haute', postcode = '25000', city = 'Besançon'"
    " WHERE code <> 'C3';"
    "INSERT INTO account (id, iban, currency) VALUES (90, 'FR7610278000000001234567890', 'EUR');"
    "INSERT INTO statement (account_id, first_day, last_day) VALUES (90, '2026-09-01', '2026-11-20')",
    &error);
  g_assert_no_error (error);
  acq_change_commit (change, "set", NULL, NULL, &error);
  g_assert_no_error (error);
  return self;
}

static AcqCompanyView *
read_view (StoreCase *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqCompanyView) partial = acq_company_view_read (self->file, &error);
  AcqCompanyView *view;

  g_assert_no_error (error);
  view = acq_company_view_complete (partial, self->file, NULL, &error);
  g_assert_no_error (error);
  return view;
}

static AcqQueue *
read_queue (StoreCase *self)
{
  g_autoptr (AcqCompanyView) view = read_view (self);
  g_autoptr (GError) error = NULL;
  AcqQueue *queue = acq_queue_new (view, self->file, view->plan_day, &error);

  g_assert_no_error (error);
  /* The sidebar counts what the page shows. */
  g_assert_cmpuint (acq_company_view_count_messages (view), ==, queue->messages->len);
  return queue;
}

static const AcqPlanMessage *
find_message (const AcqQueue *queue, const char *code)
{
  for (guint i = 0; i < queue->messages->len; i++)
    {
      const AcqQueueMessage *queued = queue->messages->pdata[i];

      if (g_str_equal (queued->message->recipient->code, code))
        return queued->message;
    }
  return NULL;
}

static const AcqQueueHeld *
find_held (const AcqQueue *queue, const char *code)
{
  for (guint i = 0; i < queue->held->len; i++)
    {
      const AcqQueueHeld *held = queue->held->pdata[i];

      if (g_str_equal (held->customer->code, code))
        return held;
    }
  return NULL;
}

static gint64
note (StoreCase *self, AcqNoteKind kind, const char *number, const char *until)
{
  AcqNoteEntry entry = {
    .kind = kind,
    .number = number,
    .amount = -1,
    .day = ACQ_DAY_NONE,
    .until = acq_day_parse_iso (until),
    .reason = "test",
  };
  g_autoptr (GError) error = NULL;
  gint64 id;

  acq_fact_enter_note (self->file, &entry, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* Every late invoice stands in one place, and in one alone. */
static void
assert_nobody_forgotten (const AcqQueue *queue)
{
  const AcqBooks *books = queue->view->books;

  for (guint i = 0; i < books->ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = books->ledger->invoices->pdata[i];
      guint n_places = 0;

      for (guint j = 0; j < queue->messages->len; j++)
        {
          const AcqPlanMessage *message = ((const AcqQueueMessage *) queue->messages->pdata[j])->message;

          for (guint k = 0; k < message->items->len; k++)
            n_places += g_array_index (message->items, AcqPlanItem, k).invoice == invoice;
        }
      for (guint j = 0; j < queue->held->len; j++)
        n_places += g_ptr_array_find (((AcqQueueHeld *) queue->held->pdata[j])->invoices, invoice, NULL);
      for (guint j = 0; j < queue->approved->len; j++)
        {
          const AcqMessage *approved = ((const AcqQueueApproved *) queue->approved->pdata[j])->approved;

          for (guint k = 0; k < approved->items->len; k++)
            n_places += ((const AcqMessageItem *) approved->items->pdata[k])->invoice_id == invoice->id;
        }
      g_assert_cmpuint (n_places, ==, acq_standings_get (books->standings, invoice, books->today).overdue);
    }
}

static void
test_lists (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqQueue) queue = read_queue (self);
  g_autoptr (GArray) totals = acq_queue_total_messages (queue);
  const AcqQueueHeld *held = find_held (queue, "C3");

  g_assert_cmpint (queue->day, ==, acq_day_parse_iso ("2026-11-24"));
  g_assert_false (queue->is_preview);
  g_assert_cmpuint (queue->messages->len, ==, 3);
  g_assert_cmpuint (totals->len, ==, 1);
  g_assert_cmpint (g_array_index (totals, AcqQueueTotal, 0).amount, ==, 52000);
  g_assert_cmpuint (((AcqQueueMessage *) queue->messages->pdata[1])->n_invoices, ==, 2);
  g_assert_cmpint (((AcqQueueMessage *) queue->messages->pdata[1])->oldest_due, ==,
                   acq_day_parse_iso ("2026-11-05"));
  g_assert_nonnull (held);
  g_assert_true (held->message != NULL && held->message->needs == ACQ_NEED_BIT (ACQ_NEED_CONTACT));
  g_assert_cmpint (held->group, ==, ACQ_HELD_FOR_YOU);
  g_assert_cmpint (held->amount, ==, 4000);
  assert_nobody_forgotten (queue);
}

static void
assert_order (const AcqQueue *queue, AcqQueueOrder order, const char *codes)
{
  g_autoptr (GArray) places = acq_queue_order (queue, order);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const AcqQueueMessage *queued = queue->messages->pdata[g_array_index (places, guint, i)];

      g_string_append (text, queued->message->recipient->code);
    }
  g_assert_cmpstr (text->str, ==, codes);
}

static void
test_order (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqQueue) queue = read_queue (self);

  assert_order (queue, ACQ_QUEUE_BY_AMOUNT, "C2C1C4");
  assert_order (queue, ACQ_QUEUE_BY_AGE, "C2C1C4");
  assert_order (queue, ACQ_QUEUE_BY_NAME, "C4C1C2");
}

static void
test_groups (void)
{
  static const struct
  {
    AcqNoteKind kind;
    const char *until;
    const char *held_until; /* a promise is awaited for two bank days more */
    AcqReason reason;
    AcqHeldGroup group;
  } cases[] = {
    { ACQ_NOTE_KIND_PROMISE, "2026-11-30", "2026-12-02", ACQ_REASON_PROMISE_PENDING, ACQ_HELD_FOR_CUSTOMER },
    { ACQ_NOTE_KIND_DISPUTE, NULL, NULL, ACQ_REASON_DISPUTED, ACQ_HELD_FOR_YOU },
    { ACQ_NOTE_KIND_DISPUTE, "2026-12-10", "2026-12-10", ACQ_REASON_DISPUTED, ACQ_HELD_FOR_CUSTOMER },
    { ACQ_NOTE_KIND_HOLD, NULL, NULL, ACQ_REASON_HELD, ACQ_HELD_FOR_YOU },
    { ACQ_NOTE_KIND_HOLD, "2026-12-10", "2026-12-10", ACQ_REASON_HELD, ACQ_HELD_FOR_CUSTOMER },
    { ACQ_NOTE_KIND_EXCLUDE, NULL, NULL, ACQ_REASON_EXCLUDED, ACQ_HELD_FOR_NOBODY },
    { ACQ_NOTE_KIND_ANSWER, NULL, NULL, ACQ_REASON_UNREAD_ANSWER, ACQ_HELD_FOR_YOU },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StoreCase) self = new_case ();
      gint64 id = note (self, cases[i].kind, "F3", cases[i].until);
      g_autoptr (AcqQueue) queue = read_queue (self);
      const AcqQueueHeld *held = find_held (queue, "C2");

      g_assert_null (find_message (queue, "C2"));
      g_assert_nonnull (held);
      g_assert_null (held->message);
      g_assert_cmpint (held->gravest, ==, cases[i].reason);
      g_assert_cmpint (held->group, ==, cases[i].group);
      g_assert_cmpint (held->until, ==, acq_day_parse_iso (cases[i].held_until));
      g_assert_cmpint (held->amount, ==, 30000);
      g_assert_cmpuint (held->notes->len, ==, 1);
      g_assert_cmpint (((const AcqNote *) held->notes->pdata[0])->id, ==, id);
      assert_nobody_forgotten (queue);
    }
}

/* All steps are done: the user is asked, until it is handed over. */
static void
test_finished (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqQueue) queue = NULL, handed_over = NULL;
  g_autoptr (AcqFinishedInvoices) finished = NULL, nothing = NULL;
  g_auto (GStrv) numbers = NULL;
  const AcqQueueHeld *held;

  change = acq_change_begin (self->file, &error);
  acq_connection_exec (self->connection,
                       "INSERT INTO reminder (invoice_id, day, level) SELECT id, '2026-11-08', 4 FROM invoice"
                       " WHERE number IN ('F1', 'F2')",
                       &error);
  g_assert_no_error (error);
  acq_change_commit (change, "set", NULL, NULL, &error);
  g_assert_no_error (error);
  queue = read_queue (self);
  held = find_held (queue, "C1");
  g_assert_cmpint (held->gravest, ==, ACQ_REASON_SCENARIO_FINISHED);
  g_assert_cmpint (held->group, ==, ACQ_HELD_FOR_YOU);
  g_assert_cmpint (held->sequel, ==, ACQ_SEQUEL_ASK);
  g_assert_cmpuint (held->invoices->len, ==, 2);
  finished = acq_finished_invoices_new (queue->view, "C1");
  g_assert_cmpint (finished->amount, ==, 15000);
  numbers = acq_finished_invoices_numbers (finished);
  g_assert_cmpstr (numbers[0], ==, "F1");
  g_assert_cmpstr (numbers[1], ==, "F2");
  g_assert_null (numbers[2]);
  note (self, ACQ_NOTE_KIND_HANDOVER, "F1", NULL);
  note (self, ACQ_NOTE_KIND_HANDOVER, "F2", NULL);
  handed_over = read_queue (self);
  held = find_held (handed_over, "C1");
  g_assert_cmpint (held->gravest, ==, ACQ_REASON_EXCLUDED);
  g_assert_cmpint (held->group, ==, ACQ_HELD_FOR_NOBODY);
  g_assert_cmpuint (held->notes->len, ==, 2);
  nothing = acq_finished_invoices_new (handed_over->view, "C1");
  g_assert_cmpuint (nothing->invoices->len, ==, 0);
  assert_nobody_forgotten (handed_over);
}

static void
test_release (void)
{
  g_autoptr (StoreCase) self = new_case ();
  gint64 id = note (self, ACQ_NOTE_KIND_HOLD, "F3", NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqQueue) queue = NULL;
  g_autofree char *before = NULL;

  g_array_append_val (ids, id);
  g_assert_true (acq_held_release (self->file, ids, "C2", &error));
  g_assert_no_error (error);
  store_case_assert_sound (self);
  queue = read_queue (self);
  g_assert_nonnull (find_message (queue, "C2"));
  before = store_case_dump (self, TRUE);
  g_assert_false (acq_held_release (self->file, ids, "C2", &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_NOTE);
  store_case_assert_dump (self, TRUE, before);
}

static void
test_postpone (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqQueue) queue = read_queue (self);
  const AcqPlanMessage *message = find_message (queue, "C1");
  AcqDay day = acq_message_postponed_day (queue->view->planning, message, 7);
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqQueue) after = NULL, later = NULL;
  g_autoptr (AcqCompanyView) view = NULL;

  g_assert_cmpint (day, ==, acq_day_parse_iso ("2026-12-01"));
  g_assert_false (acq_message_postpone (self->file, message, TODAY, NULL, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY);
  g_clear_error (&error);
  g_assert_true (acq_message_postpone (self->file, message, day, "next week", &error));
  g_assert_no_error (error);
  store_case_assert_sound (self);
  after = read_queue (self);
  g_assert_null (find_message (after, "C1"));
  g_assert_cmpuint (find_held (after, "C1")->invoices->len, ==, 2);
  g_assert_cmpint (find_held (after, "C1")->until, ==, day - 1);
  assert_nobody_forgotten (after);
  view = read_view (self);
  later = acq_queue_new (view, self->file, day, &error);
  g_assert_no_error (error);
  g_assert_true (later->is_preview);
  g_assert_cmpuint (later->held->len, ==, 0);
  g_assert_nonnull (find_message (later, "C1"));
}

static void
approve (StoreCase *self, const AcqPlanMessage *message)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (one, (gpointer) message);
  acq_approval_approve (self->file, one, 0, &error);
  g_assert_no_error (error);
}

static void
test_approved (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqQueue) queue = read_queue (self);
  g_autoptr (AcqQueue) after = NULL, stale = NULL;
  AcqPaymentEntry payment = { .number = "F3", .amount = 10000, .day = TODAY, .means = ACQ_MEANS_CASH };
  g_autoptr (GError) error = NULL;
  AcqReceiptState state;
  const AcqQueueApproved *approved;

  approve (self, find_message (queue, "C2"));
  after = read_queue (self);
  g_assert_null (find_message (after, "C2"));
  g_assert_cmpuint (after->approved->len, ==, 1);
  approved = after->approved->pdata[0];
  g_assert_cmpstr (approved->recipient->code, ==, "C2");
  g_assert_nonnull (approved->message);
  assert_nobody_forgotten (after);
  /* A part payment makes it another message: the approval holds no longer, and the new one waits to be seen. */
  acq_fact_enter_payment (self->file, &payment, &state, &error);
  g_assert_no_error (error);
  stale = read_queue (self);
  g_assert_null (((const AcqQueueApproved *) stale->approved->pdata[0])->message);
  g_assert_cmpint (find_message (stale, "C2")->total, ==, 20000);
}

/* What an account lacks is said up to the day that the gate asks for. */
static void
test_coverage (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqChange) change = acq_change_begin (self->file, NULL);
  g_autoptr (AcqQueue) queue = NULL;
  g_autoptr (GError) error = NULL;

  acq_connection_exec (self->connection, "UPDATE statement SET last_day = '2026-11-02'", &error);
  g_assert_no_error (error);
  acq_change_commit (change, "set", NULL, NULL, &error);
  g_assert_no_error (error);
  queue = read_queue (self);
  g_assert_cmpint (find_held (queue, "C1")->message->needs, ==, COVERAGE);
  /* Friday 6 November and two bank days. */
  g_assert_cmpint (find_held (queue, "C1")->covered_day, ==, acq_day_parse_iso ("2026-11-10"));
  assert_nobody_forgotten (queue);
}

static const AcqWhyNow *
find_line (const GArray *lines, AcqWhyNowCode code)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, AcqWhyNow, i).code == code)
      return &g_array_index (lines, AcqWhyNow, i);
  return NULL;
}

static void
test_why_now (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqQueue) queue = read_queue (self);
  g_autoptr (GArray) lines = acq_why_now_list (queue->view->planning, find_message (queue, "C1"));
  const AcqWhyNow *due = find_line (lines, ACQ_WHY_NOW_DUE_PASSED);

  g_assert_nonnull (due);
  g_assert_cmpint (due->day, ==, acq_day_parse_iso ("2026-11-05"));
  g_assert_cmpint (due->days, ==, 19);
  g_assert_cmpint (due->rule_days, ==, due->step->offset);
  g_assert_nonnull (find_line (lines, ACQ_WHY_NOW_FIRST_CONTACT));
  g_assert_null (find_line (lines, ACQ_WHY_NOW_LAST_CONTACT));
  g_assert_cmpint (find_line (lines, ACQ_WHY_NOW_BANK_READ)->day, ==, acq_day_parse_iso ("2026-11-20"));
  g_assert_nonnull (find_line (lines, ACQ_WHY_NOW_NOTHING_AGAINST));
  g_assert_null (find_line (lines, ACQ_WHY_NOW_BROKEN_PROMISE));
}

/* A call, a promise that was not kept, and a part that is disputed are all told. */
static void
test_why_now_in_full (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GError) error = NULL;
  AcqNoteEntry call = { .kind = ACQ_NOTE_KIND_CALL, .number = "F1", .amount = -1, .until = ACQ_DAY_NONE };
  AcqNoteEntry promise = { .kind = ACQ_NOTE_KIND_PROMISE, .number = "F1", .amount = -1 };
  AcqNoteEntry dispute = {
    .kind = ACQ_NOTE_KIND_DISPUTE, .number = "F1", .amount = 2000, .day = ACQ_DAY_NONE, .until = ACQ_DAY_NONE
  };
  g_autoptr (AcqQueue) queue = NULL;
  g_autoptr (GArray) lines = NULL;
  gint64 id;

  call.day = acq_day_parse_iso ("2026-11-09");
  promise.day = acq_day_parse_iso ("2026-11-09");
  promise.until = acq_day_parse_iso ("2026-11-13");
  acq_fact_enter_note (self->file, &call, &id, &error);
  acq_fact_enter_note (self->file, &promise, &id, &error);
  acq_fact_enter_note (self->file, &dispute, &id, &error);
  g_assert_no_error (error);
  queue = read_queue (self);
  lines = acq_why_now_list (queue->view->planning, find_message (queue, "C1"));
  g_assert_cmpint (find_line (lines, ACQ_WHY_NOW_BROKEN_PROMISE)->day, ==, promise.until);
  g_assert_cmpint (find_line (lines, ACQ_WHY_NOW_LAST_CONTACT)->day, ==, call.day);
  g_assert_cmpint (find_line (lines, ACQ_WHY_NOW_LAST_CONTACT)->days, ==, 15);
  g_assert_cmpint (find_line (lines, ACQ_WHY_NOW_LAST_CONTACT)->channel, ==, ACQ_CHANNEL_CALL);
  g_assert_cmpint (find_line (lines, ACQ_WHY_NOW_PART_LEFT_OUT)->amount, ==, 2000);
  g_assert_null (find_line (lines, ACQ_WHY_NOW_NOTHING_AGAINST));
}

/* A letter that was posted without being approved first: one change, one step further. */
static void
test_settle (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqQueue) queue = read_queue (self);
  AcqSentRecord record = { .day = TODAY };
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqQueue) after = NULL;
  g_autofree char *before = NULL;

  acq_approval_settle (self->file, find_message (queue, "C2"), 0, &record, &error);
  g_assert_no_error (error);
  store_case_assert_sound (self);
  after = read_queue (self);
  g_assert_null (find_message (after, "C2"));
  g_assert_cmpuint (after->approved->len, ==, 0);
  import_case_expect (self, "SELECT count (*) || action FROM journal WHERE action IN ('approve', 'posted')",
                      "1posted");
  /* The same again is refused, and nothing is changed. */
  before = store_case_dump (self, TRUE);
  g_assert_false (acq_approval_settle (self->file, find_message (queue, "C2"), 0, &record, &error));
  g_assert_nonnull (error);
  store_case_assert_dump (self, TRUE, before);
}

static void
test_nothing (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqQueue) queue = read_queue (self);

  g_assert_cmpuint (queue->messages->len, ==, 0);
  g_assert_cmpuint (queue->held->len, ==, 0);
  g_assert_cmpuint (queue->approved->len, ==, 0);
  g_assert_cmpint (queue->next_day, ==, ACQ_DAY_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/queue/lists", test_lists);
  g_test_add_func ("/queue/order", test_order);
  g_test_add_func ("/queue/groups", test_groups);
  g_test_add_func ("/queue/finished", test_finished);
  g_test_add_func ("/queue/release", test_release);
  g_test_add_func ("/queue/postpone", test_postpone);
  g_test_add_func ("/queue/approved", test_approved);
  g_test_add_func ("/queue/coverage", test_coverage);
  g_test_add_func ("/queue/why-now", test_why_now);
  g_test_add_func ("/queue/why-now-in-full", test_why_now_in_full);
  g_test_add_func ("/queue/settle", test_settle);
  g_test_add_func ("/queue/nothing", test_nothing);
  return g_test_run ();
}
