/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-approval.h"
#include "acq-invoice-entry.h"
#include "acq-planner.h"
#include "acq-workflow-error.h"
#include "import-case.h"

#define TODAY    (acq_clock_today (store_case_clock ()))
#define COVERAGE ACQ_NEED_BIT (ACQ_NEED_BANK_COVERAGE)
#define MESSAGES                                                                                             \
  "SELECT group_concat (c.code || ':' || state || ':' || total) FROM message m"                              \
  " JOIN customer c ON c.id = m.recipient_id"

/* C1 gets a letter about F1 and F2, C2 one about F3; C3 has no address. Nothing leaves before Tuesday 24 November. */
static StoreCase *
new_case (void)
{
  StoreCase *self = store_case_new ();
  g_autoptr (AcqChange) change = NULL;
  g_autoptr (GError) error = NULL;

  import_case_read (self, "a.csv",
                    INVOICES "F1;05/10/2026;05/11/2026;C1;Dupont SARL;100,00;;\n"
                             "F2;05/10/2026;06/11/2026;C1;Dupont SARL;50,00;;\n"
                             "F3;05/10/2026;05/11/2026;C2;Martin SARL;300,00;;\n"
                             "F4;05/10/2026;05/11/2026;C3;Petit SARL;40,00;;\n",
                    "4 0 0 0");
  change = acq_change_begin (self->file, &error);
  acq_planning_take_right_to_send (self->file, NULL);
  acq_connection_exec (self->connection,
                       "UPDATE invoice SET old_item = 0; INSERT INTO setting (key, value) VALUES ('scenario', 'formal');"
                       "UPDATE customer SET address = '1 rue Haute', postcode = '25000', city = 'Besançon'"
                       " WHERE code <> 'C3'",
                       &error);
  acq_change_commit (change, "set", NULL, NULL, &error);
  g_assert_no_error (error);
  return self;
}

/* The plan as the user sees it. */
typedef struct
{
  AcqPlanning *planning;
  AcqPlan *plan;
} Seen;

static void
seen_clear (Seen *self)
{
  acq_plan_free (self->plan);
  acq_planning_free (self->planning);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Seen, seen_clear)

static Seen
look (StoreCase *self)
{
  g_autoptr (GError) error = NULL;
  Seen seen = { acq_planning_new (self->file, &error), NULL };

  g_assert_no_error (error);
  seen.plan = acq_plan_new (&seen.planning->request,
                            acq_dunning_settings_next_sending_day (seen.planning->settings, TODAY));
  return seen;
}

static const AcqPlanMessage *
find (const Seen *seen, const char *code)
{
  for (guint i = 0; i < seen->plan->messages->len; i++)
    {
      const AcqPlanMessage *message = seen->plan->messages->pdata[i];

      if (g_str_equal (message->recipient->code, code))
        return message;
    }
  return NULL;
}

static gboolean
approve (StoreCase *self, const AcqPlanMessage *message, AcqNeeds overruled, GError **error)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autofree char *before = store_case_dump (self, TRUE);
  gboolean done;

  g_ptr_array_add (one, (gpointer) message);
  done = acq_approval_approve (self->file, one, overruled, error);
  store_case_assert_sound (self);
  if (!done)
    store_case_assert_dump (self, TRUE, before);
  return done;
}

static void
test_approve (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_auto (Seen) seen = look (self);
  g_autoptr (GPtrArray) messages = NULL;
  const AcqMessage *message;

  g_assert_true (approve (self, find (&seen, "C1"), COVERAGE, NULL));
  messages = acq_approval_list (self->file, NULL);
  g_assert_cmpuint (messages->len, ==, 1);
  message = messages->pdata[0];
  g_assert_cmpint (message->state, ==, ACQ_MESSAGE_STATE_APPROVED);
  g_assert_cmpint (message->day, ==, acq_day_parse_iso ("2026-11-24"));
  g_assert_cmpint (message->approved, ==, TODAY);
  g_assert_cmpint (message->round, ==, 1);
  g_assert_cmpint (message->total, ==, 15000);
  g_assert_cmpuint (message->items->len, ==, 2);
  g_assert_cmpstr (message->channel, ==, "letter");
  g_assert_cmpstr (message->address, ==, "1 rue Haute\n25000 Besançon");
  g_assert_cmpstr (message->overruled, ==, "bank_coverage");
  g_assert_true (acq_approval_find (messages, find (&seen, "C1")) == message);
  g_assert_null (acq_approval_find (messages, find (&seen, "C2")));
  import_case_expect (self, "SELECT action || subject || detail FROM journal ORDER BY id DESC",
                      "approveC1messages=1 C1:first_reminder=150.00 overruled=bank_coverage");
}

/* The due day of an invoice that had its first reminder is corrected: it must not get that a second time. */
static void
test_due_day_corrected (void)
{
  static const char *const days[] = { "2026-11-04", "2026-11-07" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (StoreCase) self = new_case ();
      g_auto (Seen) seen = look (self);
      g_auto (Seen) after = { NULL, NULL };
      g_autoptr (AcqInvoice) invoice = acq_invoice_entry_load (self->file, "F3", NULL);
      AcqInvoiceEntry entry = { invoice, NULL, NULL, NULL };
      AcqSentRecord posted = { .message_id = 1, .day = TODAY };

      g_assert_true (approve (self, find (&seen, "C2"), COVERAGE, NULL));
      g_assert_true (acq_approval_record (self->file, &posted, NULL));
      acq_invoice_due_item (invoice, 0)->due = acq_day_parse_iso (days[i]);
      g_assert_true (acq_invoice_entry_save (self->file, &entry, NULL));
      store_case_assert_sound (self);
      after.planning = acq_planning_new (self->file, NULL);
      after.plan = acq_plan_new (&after.planning->request, TODAY + 40);
      for (guint j = 0; j < after.plan->messages->len; j++)
        {
          const AcqPlanMessage *message = after.plan->messages->pdata[j];

          g_assert_false (g_str_equal (message->recipient->code, "C2") && message->level < 2);
        }
      g_assert_nonnull (find (&after, "C2"));
    }
}

/* While the user writes down when a letter was posted, its approval is withdrawn elsewhere, and another gets its id. */
static void
test_other_recipient (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_auto (Seen) seen = look (self);
  g_autoptr (GError) posted = NULL, withdrawn = NULL;
  AcqSentRecord record = { .message_id = 1, .day = TODAY, .recipient_id = find (&seen, "C2")->recipient->id };

  g_assert_true (approve (self, find (&seen, "C2"), COVERAGE, NULL));
  g_assert_true (acq_approval_withdraw (self->file, 1, record.recipient_id, NULL));
  g_assert_true (approve (self, find (&seen, "C1"), COVERAGE, NULL));
  import_case_expect (self, "SELECT group_concat (id) FROM message", "1");
  g_assert_false (acq_approval_record (self->file, &record, &posted));
  g_assert_error (posted, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_MESSAGE);
  g_assert_false (acq_approval_withdraw (self->file, 1, record.recipient_id, &withdrawn));
  g_assert_error (withdrawn, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_MESSAGE);
  import_case_expect (self, "SELECT state FROM message", "approved");
  import_case_expect (self, "SELECT count(*) FROM reminder", "0");
}

static void
test_refused (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_auto (Seen) seen = look (self);
  g_autoptr (GError) needs = NULL, contact = NULL, twice = NULL;

  g_assert_false (approve (self, find (&seen, "C1"), 0, &needs));
  g_assert_error (needs, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NEEDS);
  g_assert_cmpstr (needs->message, ==, "C1: bank_coverage");
  /* An address that is missing cannot be overruled. */
  g_assert_false (approve (self, find (&seen, "C3"), G_MAXUINT32, &contact));
  g_assert_error (contact, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NEEDS);
  g_assert_cmpstr (contact->message, ==, "C3: contact");
  g_assert_true (approve (self, find (&seen, "C1"), COVERAGE, NULL));
  g_assert_false (approve (self, find (&seen, "C1"), COVERAGE, &twice));
  g_assert_error (twice, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_ALREADY_APPROVED);
}

/* What happens between the look and the approval counts. */
static void
test_changed (void)
{
  static const char *const changes[] = {
    "UPDATE invoice SET cancelled = 1 WHERE number = 'F2'",
    "UPDATE customer SET city = 'Dole' WHERE code = 'C1'",
    "UPDATE customer SET recipient_id = 2 WHERE code = 'C1'",
    "UPDATE customer SET insolvent_since = '2026-11-01' WHERE code = 'C1'",
    "INSERT INTO note (kind, customer_id, day) VALUES ('hold', 1, '2026-11-20')",
    "INSERT INTO note (kind, customer_id, invoice_id, amount, day) VALUES ('dispute', 1, 1, 1000, '2026-11-20')",
    "INSERT INTO reminder (invoice_id, day, level) VALUES (1, '2026-11-19', -1)",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (StoreCase) self = new_case ();
      g_auto (Seen) seen = look (self);
      g_autoptr (GError) error = NULL;

      g_assert_true (acq_connection_exec (self->connection, changes[i], NULL));
      if (i == 0)
        g_assert_true (acq_connection_exec (self->connection, "UPDATE due_item SET balance = 0 WHERE invoice_id = 2",
                                            NULL));
      g_assert_false (approve (self, find (&seen, "C1"), COVERAGE, &error));
      g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_MESSAGE_CHANGED);
    }
}

/* Several at once, all or none. */
static void
test_together (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_auto (Seen) seen = look (self);
  g_autofree char *before = store_case_dump (self, TRUE);

  g_assert_cmpuint (seen.plan->messages->len, ==, 3);
  g_assert_false (acq_approval_approve (self->file, seen.plan->messages, COVERAGE, NULL));
  store_case_assert_dump (self, TRUE, before);
  for (guint i = seen.plan->messages->len; i > 0; i--)
    if (seen.plan->messages->pdata[i - 1] == find (&seen, "C3"))
      g_ptr_array_remove_index (seen.plan->messages, i - 1);
  g_assert_true (acq_approval_approve (self->file, seen.plan->messages, COVERAGE, NULL));
  import_case_expect (self, MESSAGES, "C2:approved:30000,C1:approved:15000");
}

/* An approval that no longer fits gives way to one that does, and can be withdrawn. */
static void
test_stale (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_auto (Seen) first = look (self);
  g_autoptr (GPtrArray) messages = NULL;
  AcqPaymentEntry payment = { "F2", 5000, TODAY, ACQ_MEANS_CASH, NULL };
  AcqReceiptState state;
  g_autoptr (GError) error = NULL;

  g_assert_true (approve (self, find (&first, "C1"), COVERAGE, NULL));
  g_assert_true (acq_fact_enter_payment (self->file, &payment, &state, NULL));
  {
    g_auto (Seen) second = look (self);

    messages = acq_approval_list (self->file, NULL);
    g_assert_null (acq_approval_find (messages, find (&second, "C1")));
    g_assert_true (approve (self, find (&second, "C1"), COVERAGE, NULL));
    import_case_expect (self, MESSAGES, "C1:approved:10000");
  }
  g_assert_true (acq_approval_withdraw (self->file, 1, 0, NULL));
  import_case_expect (self, "SELECT count(*) FROM message_item", "0");
  g_assert_false (acq_approval_withdraw (self->file, 1, 0, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_MESSAGE);
}

/* What was approved for Tuesday and has not left is still approved on Wednesday. */
static void
test_next_day (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (GError) error = NULL;

  {
    g_auto (Seen) seen = look (self);

    g_assert_true (approve (self, find (&seen, "C1"), COVERAGE, NULL));
  }
  acq_company_file_close (self->file);
  self->file = acq_company_file_open (self->path, acq_clock_pinned (acq_day_parse_iso ("2026-11-25")), NULL);
  self->connection = acq_company_file_connection (self->file);
  messages = acq_approval_list (self->file, NULL);
  {
    g_auto (Seen) seen = { acq_planning_new (self->file, NULL), NULL };

    seen.plan = acq_plan_new (&seen.planning->request, seen.planning->request.today);
    g_assert_true (acq_approval_find (messages, find (&seen, "C1")) == messages->pdata[0]);
    g_assert_false (approve (self, find (&seen, "C1"), COVERAGE, &error));
    g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_ALREADY_APPROVED);
  }
}

/* A letter that was posted moves each of its items on, and the round ends. */
static void
test_posted (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_auto (Seen) seen = look (self);
  AcqSentRecord record = { 1, TODAY + 4, " 1A 234 ", NULL, NULL };
  g_autoptr (GError) late = NULL, sent = NULL, withdrawn = NULL;

  g_assert_true (approve (self, find (&seen, "C1"), COVERAGE, NULL));
  record.day = TODAY + 30;
  g_assert_false (acq_approval_record (self->file, &record, &late));
  g_assert_error (late, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY);
  record.day = TODAY;
  g_assert_true (acq_approval_record (self->file, &record, NULL));
  store_case_assert_sound (self);
  import_case_expect (self, "SELECT state || sent || registered_number FROM message", "sent2026-11-201A 234");
  import_case_expect (self,
                      "SELECT group_concat (invoice_id || ' ' || due || ' ' || day || ' ' || step || ' ' || level ||"
                      " ' ' || channel || ' ' || message_id) FROM reminder",
                      "1 2026-11-05 2026-11-20 first_reminder 1 letter 1,"
                      "2 2026-11-06 2026-11-20 first_reminder 1 letter 1");
  g_assert_false (acq_approval_record (self->file, &record, &sent));
  g_assert_error (sent, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_STATE);
  g_assert_false (acq_approval_withdraw (self->file, 1, 0, &withdrawn));
  g_assert_error (withdrawn, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_STATE);
  {
    g_auto (Seen) after = look (self);

    g_assert_null (find (&after, "C1"));
  }
  g_assert_true (acq_approval_set_posting (self->file, 1, TODAY + 3, "1A 999", NULL));
  import_case_expect (self, "SELECT sent || registered_number FROM message", "2026-11-231A 999");
  import_case_expect (self, "SELECT group_concat (DISTINCT day) FROM reminder", "2026-11-23");
}

/* A notice that no plan had asked for: what is overdue had it, what was approved of it gives way, and it is posted once. */
static void
test_notice (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_auto (Seen) seen = look (self);
  const char *const numbers[] = { "F1", "F2", "F3", NULL };
  const char *const unknown[] = { "F9", NULL };
  AcqSentRecord record = { 0, TODAY + 1, "1A 234", NULL, NULL };
  g_autoptr (GError) missing = NULL, others = NULL, twice = NULL, paid = NULL;

  g_assert_true (approve (self, find (&seen, "C1"), COVERAGE, NULL));
  g_assert_false (acq_approval_settle_notice (self->file, "C1", unknown, &record, &missing));
  g_assert_error (missing, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_INVOICE);
  g_assert_false (acq_approval_settle_notice (self->file, "C3", numbers, &record, &others));
  g_assert_error (others, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_OUTDATED);
  g_assert_true (acq_approval_settle_notice (self->file, "C1", numbers, &record, NULL));
  store_case_assert_sound (self);
  import_case_expect (self, "SELECT group_concat (state || step || total || registered_number) FROM message",
                      "sentformal_notice150001A 234");
  import_case_expect (self,
                      "SELECT group_concat (invoice_id || ' ' || day || ' ' || step || ' ' || level || ' ' || channel)"
                      " FROM reminder",
                      "1 2026-11-21 formal_notice 4 registered_letter,2 2026-11-21 formal_notice 4 registered_letter");
  g_assert_false (acq_approval_settle_notice (self->file, "C1", numbers, &record, &twice));
  g_assert_error (twice, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_ALREADY_APPROVED);
  g_assert_true (acq_connection_exec (self->connection, "UPDATE due_item SET due = '2026-12-31'", NULL));
  g_assert_false (acq_approval_settle_notice (self->file, "C2", numbers, &record, &paid));
  g_assert_error (paid, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_OUTDATED);
}

/* The same step of the same recipient a second time, for another invoice, is the next round. */
static void
test_rounds (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqSentRecord record = { 1, TODAY, NULL, NULL, NULL };

  {
    g_auto (Seen) seen = look (self);

    g_assert_true (approve (self, find (&seen, "C2"), COVERAGE, NULL));
    g_assert_true (acq_approval_record (self->file, &record, NULL));
  }
  import_case_read (self, "b.csv", INVOICES "F5;05/08/2026;05/09/2026;C2;Martin SARL;70,00;;\n", "1 0 0 0");
  g_assert_true (acq_connection_exec (self->connection,
                                      "UPDATE invoice SET old_item = 0; UPDATE reminder SET day = '2026-11-01'", NULL));
  {
    g_auto (Seen) seen = look (self);

    g_assert_true (approve (self, find (&seen, "C2"), COVERAGE, NULL));
  }
  import_case_expect (self, "SELECT group_concat (step || round) FROM message", "first_reminder1,first_reminder2");
}

/* A call with what came of it, in one change: the promise holds the next step. */
static void
test_called (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GError) error = NULL;
  AcqNoteEntry promise = { ACQ_NOTE_KIND_PROMISE, "F3", NULL, -1, ACQ_DAY_NONE, TODAY + 7, "vendredi" };
  AcqSentRecord record = { 1, TODAY + 1, NULL, "le règlement part vendredi", &promise, 1 };
  g_autofree char *before = NULL;

  g_assert_true (acq_connection_exec (self->connection,
                                      "UPDATE customer SET precious = 1 WHERE code = 'C2';"
                                      "INSERT INTO contact (customer_id, role, phone) VALUES (2, 'pays', '0381')",
                                      NULL));
  {
    g_auto (Seen) seen = look (self);

    g_assert_true (approve (self, find (&seen, "C2"), COVERAGE, NULL));
  }
  import_case_expect (self, "SELECT channel || address FROM message", "call0381");
  before = store_case_dump (self, TRUE);
  g_assert_false (acq_approval_record (self->file, &record, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY);
  store_case_assert_dump (self, TRUE, before);
  record.day = TODAY;
  g_assert_true (acq_approval_record (self->file, &record, NULL));
  import_case_expect (self, "SELECT group_concat (kind || coalesce (until, '')) FROM note", "call,promise2026-11-27");
  import_case_expect (self, "SELECT count(*) || max (level) FROM reminder", "11");
  import_case_expect (self, "SELECT action || subject FROM journal ORDER BY id DESC", "calledC2");
  {
    g_auto (Seen) seen = look (self);
    const AcqWhy why = acq_plan_why (&seen.planning->request,
                                     acq_ledger_find_invoice_by_number (seen.planning->ledger, "F3"), TODAY);

    /* One step was taken, not two: the call note of the same day is no second one. */
    g_assert_cmpint (why.step->level, ==, 2);
    g_assert_true (acq_reasons_has (&why.reasons, ACQ_REASON_PROMISE_PENDING));
  }
}

/* A mail is sent, not recorded. */
static void
test_mail (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqSentRecord record = { 1, TODAY, NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (acq_connection_exec (
    self->connection,
    "INSERT INTO contact (customer_id, role, email) VALUES (1, 'pays', 'compta@example.com')", NULL));
  {
    g_auto (Seen) seen = look (self);

    g_assert_true (approve (self, find (&seen, "C1"), COVERAGE, NULL));
  }
  import_case_expect (self, "SELECT channel || address FROM message", "mailcompta@example.com");
  g_assert_false (acq_approval_record (self->file, &record, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_STATE);
}

/* Invoices of which a message speaks stay. */
static void
test_import_stays (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_auto (Seen) seen = look (self);
  g_autoptr (GError) error = NULL;
  gint64 removed;

  g_assert_true (approve (self, find (&seen, "C1"), COVERAGE, NULL));
  g_assert_false (acq_import_undo (self->file, 1, &removed, &error));
  g_assert_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_LATER_CHANGE);
  g_assert_true (acq_approval_withdraw (self->file, 1, 0, NULL));
  import_case_undo (self, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/approval/approve", test_approve);
  g_test_add_func ("/approval/refused", test_refused);
  g_test_add_func ("/approval/changed", test_changed);
  g_test_add_func ("/approval/together", test_together);
  g_test_add_func ("/approval/stale", test_stale);
  g_test_add_func ("/approval/next-day", test_next_day);
  g_test_add_func ("/approval/posted", test_posted);
  g_test_add_func ("/approval/notice", test_notice);
  g_test_add_func ("/approval/rounds", test_rounds);
  g_test_add_func ("/approval/other-recipient", test_other_recipient);
  g_test_add_func ("/approval/due-day-corrected", test_due_day_corrected);
  g_test_add_func ("/approval/called", test_called);
  g_test_add_func ("/approval/mail", test_mail);
  g_test_add_func ("/approval/import-stays", test_import_stays);
  return g_test_run ();
}
