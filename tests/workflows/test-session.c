/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-approval.h"
#include "acq-call-record.h"
#include "acq-day-words.h"
#include "acq-fact-entry.h"
#include "acq-message-postpone.h"
#include "acq-session-case.h"
#include "acq-session.h"
#include "acq-undo-step.h"
#include "import-case.h"

#define N_CUSTOMERS 12
#define TODAY       (acq_clock_today (store_case_clock ()))

/* A company with twelve customers to be reminded, the first of them of the least, and a session that has begun. */
typedef struct
{
  StoreCase *files;
  AcqQueue *queue;
  AcqSession *session;
  GPtrArray *left; /* by the last update */
  guint n_changes;
} Case;

static void
changed_cb (Case *self)
{
  self->n_changes++;
}

static void
update (Case *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqCompanyView) partial = acq_company_view_read (self->files->file, &error);
  g_autoptr (AcqCompanyView) view = NULL;

  g_assert_no_error (error);
  view = acq_company_view_complete (partial, self->files->file, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&self->queue, acq_queue_unref);
  g_clear_pointer (&self->left, g_ptr_array_unref);
  self->queue = acq_queue_new (view, self->files->file, view->plan_day, &error);
  g_assert_no_error (error);
  self->left = acq_session_update (self->session, self->queue);
}

static void
run (Case *self, const char *sql)
{
  g_autoptr (AcqChange) change = acq_change_begin (self->files->file, NULL);

  g_assert_true (acq_connection_exec (self->files->connection, sql, NULL));
  g_assert_true (acq_change_commit (change, "set", NULL, NULL, NULL));
}

static Case *
case_new (guint n_customers)
{
  Case *self = g_new0 (Case, 1);
  g_autoptr (GString) rows = g_string_new (INVOICES);
  g_autofree char *counts = g_strdup_printf ("%u 0 0 0", n_customers);

  self->files = store_case_new ();
  acq_company_file_set_recording (self->files->file, TRUE);
  for (guint i = 1; i <= n_customers; i++)
    g_string_append_printf (rows, "F%u;05/10/2026;05/11/2026;C%u;Client %u SARL;%u00,00;;\n", i, i, i, i);
  if (n_customers > 0)
    import_case_read (self->files, "a.csv", rows->str, counts);
  run (self, "UPDATE invoice SET old_item = 0;"
             "INSERT INTO contact (customer_id, role, email)"
             " SELECT id, 'pays', code || '@example.org' FROM customer;"
             "INSERT INTO account (id, iban, currency) VALUES (90, 'FR7610278000000001234567890', 'EUR');"
             "INSERT INTO setting (key, value) VALUES ('recipients_a_day', '100');"
             "INSERT INTO statement (account_id, first_day, last_day)"
             " VALUES (90, '2026-09-01', '2026-11-20')");
  {
    g_autoptr (AcqChange) change = acq_change_begin (self->files->file, NULL);

    g_assert_true (acq_planning_take_right_to_send (self->files->file, NULL));
    g_assert_true (acq_change_commit (change, "set", NULL, NULL, NULL));
  }
  self->session = acq_session_new ();
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (changed_cb), self);
  update (self);
  return self;
}

static void
case_free (Case *self)
{
  g_assert_finalize_object (self->session);
  acq_queue_unref (self->queue);
  g_ptr_array_unref (self->left);
  store_case_free (self->files);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, case_free)

static const AcqPlanMessage *
current_message (Case *self)
{
  const AcqQueueMessage *queued
    = acq_session_get_message (self->session, acq_session_get_current_entry (self->session));

  g_assert_nonnull (queued);
  return queued->message;
}

static void
approve (Case *self)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  gint64 recipient = current_message (self)->recipient->id;

  g_ptr_array_add (messages, (gpointer) current_message (self));
  acq_approval_approve (self->files->file, messages, 0, &error);
  g_assert_no_error (error);
  acq_session_decide (self->session, recipient, ACQ_SESSION_APPROVED);
  update (self);
}

static void
undo (Case *self)
{
  g_autoptr (AcqUndoStep) step = acq_undo_step_take (self->files->file);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (step);
  acq_undo_step_apply (self->files->file, step, &error);
  g_assert_no_error (error);
  update (self);
}

static void
note (Case *self, AcqNoteKind kind, gint64 amount, const char *until, AcqSessionState state)
{
  AcqNoteEntry entry = {
    .kind = kind, .amount = amount, .day = ACQ_DAY_NONE, .until = acq_day_parse_iso (until), .reason = "said"
  };
  gint64 recipient = current_message (self)->recipient->id;
  g_autoptr (GError) error = NULL;

  acq_message_note (self->files->file, current_message (self), &entry, &error);
  g_assert_no_error (error);
  acq_session_decide (self->session, recipient, state);
  update (self);
}

/* Each customer once, the largest first, and all of them. */
static void
test_order (void)
{
  g_autoptr (Case) self = case_new (N_CUSTOMERS);
  gint64 before = G_MAXINT64;

  g_assert_cmpuint (acq_session_get_n_entries (self->session), ==, N_CUSTOMERS);
  g_assert_cmpuint (acq_session_count (self->session, ACQ_SESSION_WAITING), ==, N_CUSTOMERS);
  g_assert_cmpuint (acq_session_estimate_minutes (self->session), ==, 9);
  g_assert_false (acq_session_can_go (self->session, FALSE));
  for (guint i = 0; i < N_CUSTOMERS; i++)
    {
      const AcqSessionEntry *entry = acq_session_get_current_entry (self->session);

      g_assert_cmpuint (acq_session_get_current (self->session), ==, i);
      g_assert_cmpint (entry->total, <, before);
      g_assert_true (entry->seen);
      g_assert_true (acq_session_may_approve_unseen (entry));
      before = entry->total;
      approve (self);
    }
  g_assert_null (acq_session_get_current_entry (self->session));
  g_assert_cmpuint (acq_session_count (self->session, ACQ_SESSION_APPROVED), ==, N_CUSTOMERS);
  g_assert_cmpuint (acq_session_count (self->session, ACQ_SESSION_WAITING), ==, 0);
  g_assert_cmpuint (acq_session_estimate_minutes (self->session), ==, 0);
  g_assert_cmpuint (self->left->len, ==, 0);
}

/* Arrows decide nothing; who was passed over waits, and stands before the end on the way back. */
static void
test_arrows (void)
{
  g_autoptr (Case) self = case_new (3);

  g_assert_true (acq_session_go (self->session, TRUE));
  approve (self);
  g_assert_cmpuint (acq_session_get_current (self->session), ==, 2);
  g_assert_true (acq_session_go (self->session, FALSE));
  g_assert_cmpuint (acq_session_get_current (self->session), ==, 0);
  g_assert_false (acq_session_go (self->session, FALSE));
  g_assert_true (acq_session_go (self->session, TRUE));
  g_assert_cmpuint (acq_session_get_current (self->session), ==, 2);
  approve (self);
  g_assert_null (acq_session_get_current_entry (self->session));
  g_assert_false (acq_session_can_go (self->session, TRUE));
  g_assert_cmpuint (acq_session_count (self->session, ACQ_SESSION_WAITING), ==, 1);
  g_assert_true (acq_session_go (self->session, FALSE));
  g_assert_cmpuint (acq_session_get_current (self->session), ==, 0);
}

static void
test_sums (void)
{
  g_autoptr (Case) self = case_new (4);
  g_autoptr (GArray) totals = NULL;

  approve (self);
  note (self, ACQ_NOTE_KIND_PROMISE, -1, "2026-11-27", ACQ_SESSION_PROMISED);
  approve (self);
  totals = acq_session_total_reminded (self->session);
  g_assert_cmpuint (totals->len, ==, 1);
  g_assert_cmpint (g_array_index (totals, AcqQueueTotal, 0).amount, ==, 60000);
  g_assert_cmpuint (acq_session_count (self->session, ACQ_SESSION_APPROVED), ==, 2);
  g_assert_cmpuint (acq_session_count (self->session, ACQ_SESSION_PROMISED), ==, 1);
  g_assert_cmpuint (acq_session_count (self->session, ACQ_SESSION_WAITING), ==, 1);
  g_assert_cmpuint (acq_session_get_deeds (self->session)->len, ==, 3);
}

/* What is undone waits again, and is where the user goes on; what was decided before that stays decided. */
static void
test_undo (void)
{
  g_autoptr (Case) self = case_new (4);

  approve (self);
  note (self, ACQ_NOTE_KIND_ANSWER, -1, NULL, ACQ_SESSION_ANSWERED);
  g_assert_cmpuint (acq_session_get_current (self->session), ==, 2);
  undo (self);
  g_assert_cmpuint (acq_session_get_current (self->session), ==, 1);
  g_assert_cmpuint (acq_session_count (self->session, ACQ_SESSION_ANSWERED), ==, 0);
  g_assert_cmpuint (acq_session_count (self->session, ACQ_SESSION_APPROVED), ==, 1);
  g_assert_cmpint (acq_session_get_entry (self->session, 1)->state, ==, ACQ_SESSION_WAITING);
  approve (self);
  undo (self);
  g_assert_cmpuint (acq_session_get_current (self->session), ==, 1);
  g_assert_cmpuint (acq_session_get_deeds (self->session)->len, ==, 1);
}

/* At the end as well. */
static void
test_undo_at_the_end (void)
{
  g_autoptr (Case) self = case_new (1);

  approve (self);
  g_assert_null (acq_session_get_current_entry (self->session));
  undo (self);
  g_assert_nonnull (acq_session_get_current_entry (self->session));
}

/* The undisputed part is still asked for: it comes at once, and is decided on its own. */
static void
test_dispute_of_a_part (void)
{
  g_autoptr (Case) self = case_new (3);

  note (self, ACQ_NOTE_KIND_DISPUTE, 10000, NULL, ACQ_SESSION_DISPUTED);
  g_assert_cmpuint (acq_session_get_current (self->session), ==, 0);
  g_assert_cmpint (current_message (self)->total, ==, 20000);
  g_assert_cmpuint (acq_session_count (self->session, ACQ_SESSION_DISPUTED), ==, 1);
  g_assert_cmpuint (acq_session_count (self->session, ACQ_SESSION_WAITING), ==, 3);
  undo (self);
  g_assert_cmpuint (acq_session_count (self->session, ACQ_SESSION_DISPUTED), ==, 0);
  g_assert_cmpint (current_message (self)->total, ==, 30000);
  note (self, ACQ_NOTE_KIND_DISPUTE, 10000, NULL, ACQ_SESSION_DISPUTED);
  approve (self);
  g_assert_cmpuint (acq_session_get_current (self->session), ==, 1);
  g_assert_cmpuint (acq_session_count (self->session, ACQ_SESSION_APPROVED), ==, 1);
}

static void
test_later (void)
{
  g_autoptr (Case) self = case_new (2);
  const AcqPlanMessage *message = current_message (self);
  AcqDay day = acq_message_postponed_day (self->queue->view->planning, message, 1);
  gint64 recipient = message->recipient->id;

  g_assert_true (acq_message_postpone (self->files->file, message, day, NULL, NULL));
  acq_session_decide (self->session, recipient, ACQ_SESSION_LATER);
  update (self);
  g_assert_cmpuint (acq_session_count (self->session, ACQ_SESSION_LATER), ==, 1);
  g_assert_cmpuint (acq_session_get_current (self->session), ==, 1);
  g_assert_cmpuint (self->left->len, ==, 0);
}

/* A payment that comes in while his message is on show: he is gone, the user is told, and nothing counts as approved. */
static void
test_paid_meanwhile (void)
{
  g_autoptr (Case) self = case_new (3);
  AcqPaymentEntry payment = { "F3", 30000, TODAY, ACQ_MEANS_CASH, NULL };
  AcqReceiptState state;

  g_assert_true (acq_fact_enter_payment (self->files->file, &payment, &state, NULL));
  update (self);
  g_assert_cmpuint (self->left->len, ==, 1);
  g_assert_cmpint (((const AcqSessionEntry *) self->left->pdata[0])->state, ==, ACQ_SESSION_PAID);
  g_assert_cmpuint (acq_session_get_current (self->session), ==, 1);
  g_assert_cmpuint (acq_session_get_deeds (self->session)->len, ==, 0);
  g_assert_null (acq_session_get_message (self->session, acq_session_get_entry (self->session, 0)));
  update (self);
  g_assert_cmpuint (self->left->len, ==, 0);
}

static void
test_held_meanwhile (void)
{
  g_autoptr (Case) self = case_new (3);
  AcqNoteEntry hold = {
    .kind = ACQ_NOTE_KIND_HOLD, .number = "F2", .amount = -1, .day = ACQ_DAY_NONE, .until = ACQ_DAY_NONE
  };
  gint64 id;

  g_assert_true (acq_fact_enter_note (self->files->file, &hold, &id, NULL));
  update (self);
  g_assert_cmpuint (self->left->len, ==, 1);
  g_assert_cmpint (((const AcqSessionEntry *) self->left->pdata[0])->state, ==, ACQ_SESSION_CHANGED);
  g_assert_cmpuint (acq_session_get_current (self->session), ==, 0);
  g_assert_true (acq_session_go (self->session, TRUE));
  g_assert_cmpuint (acq_session_get_current (self->session), ==, 2);
  g_assert_true (acq_fact_close_note (self->files->file, id, NULL));
  update (self);
  g_assert_cmpint (acq_session_get_entry (self->session, 1)->state, ==, ACQ_SESSION_WAITING);
}

/* Who comes in from elsewhere comes last; who was approved elsewhere is not asked about again. */
static void
test_changed_elsewhere (void)
{
  g_autoptr (Case) self = case_new (2);
  g_autoptr (GPtrArray) messages = g_ptr_array_new ();

  g_ptr_array_add (messages, (gpointer) current_message (self));
  g_assert_true (acq_approval_approve (self->files->file, messages, 0, NULL));
  import_case_read (self->files, "b.csv", INVOICES "F9;05/10/2026;05/11/2026;C9;Neuf SARL;950,00;;\n",
                    "1 0 0 0");
  run (self, "UPDATE invoice SET old_item = 0; INSERT INTO contact (customer_id, role, email)"
             " SELECT id, 'pays', 'c9@example.org' FROM customer WHERE code = 'C9'");
  update (self);
  g_assert_cmpuint (acq_session_count (self->session, ACQ_SESSION_APPROVED), ==, 1);
  g_assert_cmpuint (self->left->len, ==, 0);
  g_assert_cmpuint (acq_session_get_n_entries (self->session), ==, 3);
  g_assert_cmpuint (acq_session_get_current (self->session), ==, 1);
  g_assert_cmpstr (acq_session_get_entry (self->session, 2)->name, ==, "Neuf SARL");
}

static void
test_empty (void)
{
  g_autoptr (Case) self = case_new (0);

  g_assert_cmpuint (acq_session_get_n_entries (self->session), ==, 0);
  g_assert_null (acq_session_get_current_entry (self->session));
  g_assert_false (acq_session_can_go (self->session, TRUE));
  g_assert_false (acq_session_can_go (self->session, FALSE));
  g_assert_cmpuint (self->n_changes, ==, 1);
}

/* Who pays for others: one message, what all of them owe, and what happened with each. */
static void
test_agent (void)
{
  g_autoptr (Case) self = case_new (3);
  g_autoptr (AcqSessionCase) details = NULL;

  run (self,
       "UPDATE customer SET recipient_id = (SELECT id FROM customer WHERE code = 'C1') WHERE code <> 'C1'");
  g_clear_object (&self->session);
  self->session = acq_session_new ();
  update (self);
  g_assert_cmpuint (acq_session_get_n_entries (self->session), ==, 1);
  g_assert_cmpint (acq_session_get_current_entry (self->session)->total, ==, 60000);
  details = acq_session_case_new (self->files->file, self->queue, current_message (self), NULL);
  g_assert_cmpint (details->figures.outstanding, ==, 60000);
  g_assert_cmpuint (details->figures.n_open, ==, 3);
  g_assert_cmpuint (details->timelines->len, ==, 3);
  approve (self);
  g_assert_null (acq_session_get_current_entry (self->session));
}

/* A call in the place of a mail: a contact, so that nothing leaves today; with a promise, that as well. */
static void
test_call_instead (void)
{
  g_autoptr (Case) self = case_new (2);
  AcqCall call = { ACQ_CALL_PROMISED, acq_day_parse_iso ("2026-11-27"), "Le règlement part vendredi" };
  gint64 recipient = current_message (self)->recipient->id;
  g_autoptr (GError) error = NULL;

  acq_call_record (self->files->file, current_message (self), NULL, &call, "nobody", &error);
  g_assert_no_error (error);
  acq_session_decide (self->session, recipient, ACQ_SESSION_CALLED);
  update (self);
  g_assert_cmpuint (acq_session_get_current (self->session), ==, 1);
  import_case_expect (self->files, "SELECT count (*) FROM note WHERE kind = 'call'", "1");
  import_case_expect (self->files, "SELECT until FROM note WHERE kind = 'promise'", "2026-11-27");
  undo (self);
  g_assert_cmpuint (acq_session_count (self->session, ACQ_SESSION_CALLED), ==, 0);
  import_case_expect (self->files, "SELECT count (*) FROM note", "0");
}

static void
pay_current (Case *self)
{
  const AcqPlanMessage *message = current_message (self);
  const AcqInvoice *invoice = g_array_index (message->items, AcqPlanItem, 0).invoice;
  AcqPaymentEntry payment = { invoice->number, invoice->balance, TODAY, ACQ_MEANS_CASH, NULL };
  AcqReceiptState state;

  g_assert_true (acq_fact_enter_payment (self->files->file, &payment, &state, NULL));
  update (self);
}

static void
do_anything (Case *self, GRand *random)
{
  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      note (self, ACQ_NOTE_KIND_PROMISE, -1, "2026-11-27", ACQ_SESSION_PROMISED);
      break;
    case 1:
      note (self, ACQ_NOTE_KIND_ANSWER, -1, NULL, ACQ_SESSION_ANSWERED);
      break;
    case 2:
      pay_current (self);
      break;
    case 3:
      acq_session_go (self->session, FALSE);
      break;
    case 4:
    case 5:
      acq_session_go (self->session, TRUE);
      break;
    case 6:
      approve (self);
      undo (self);
      break;
    default:
      approve (self);
    }
}

/* Everybody is there once; nobody is approved twice, or after he has paid; the counts are those of the company file. */
static void
assert_sound (Case *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autofree char *approved = g_strdup_printf ("%u", acq_session_count (self->session, ACQ_SESSION_APPROVED));
  guint n_entries = acq_session_get_n_entries (self->session), n_waiting = 0;

  for (guint i = 0; i < n_entries; i++)
    {
      const AcqSessionEntry *entry = acq_session_get_entry (self->session, i);

      g_assert_true (g_hash_table_add (seen, GINT_TO_POINTER ((int) entry->recipient_id)));
      n_waiting += entry->state == ACQ_SESSION_WAITING;
    }
  g_assert_cmpuint (n_entries, ==, N_CUSTOMERS);
  g_assert_cmpuint (n_waiting, ==, self->queue->messages->len);
  import_case_expect (self->files, "SELECT count (*) FROM message", approved);
  import_case_expect (self->files,
                      "SELECT count (*) FROM message m JOIN message_item i ON i.message_id = m.id"
                      " JOIN invoice v ON v.id = i.invoice_id WHERE v.balance = 0",
                      "0");
}

/* Whatever is done, in whatever order. */
static void
test_anything (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < 6; round++)
    {
      g_autoptr (Case) self = case_new (N_CUSTOMERS);

      for (guint step = 0; step < 100 && acq_session_get_current_entry (self->session) != NULL; step++)
        {
          do_anything (self, random);
          assert_sound (self);
        }
    }
}

/* Friday 20 November 2026. */
static void
test_day_words (void)
{
  static const struct
  {
    const char *text;
    const char *day;
    gboolean promises;
  } cases[] = {
    { "Le règlement part vendredi", "2026-11-27", TRUE },
    { "il paie lundi", "2026-11-23", TRUE },
    { "virement fait demain", "2026-11-21", TRUE },
    { "paiement le 27", "2026-11-27", TRUE },
    { "chèque le 3", "2026-12-03", TRUE },
    { "règle le 5 décembre", "2026-12-05", TRUE },
    { "lundi 30 novembre", "2026-11-30", FALSE },
    { "will pay by December 4", "2026-12-04", TRUE },
    { "sent on the 1st", "2026-12-01", TRUE },
    { "envoi pour le 15/01", "2027-01-15", TRUE },
    { "payé à la fin du mois", "2026-11-30", TRUE },
    { "a 3 factures à vérifier", NULL, FALSE },
    { "rappeler M. Mai", NULL, FALSE },
    { "30 février", NULL, FALSE },
    { "", NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AcqDay day = acq_day_words_find (cases[i].text, TODAY);
      g_autofree char *iso = day == ACQ_DAY_NONE ? NULL : acq_day_to_iso (day);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (iso, ==, cases[i].day);
      g_assert_cmpint (acq_day_words_promise (cases[i].text), ==, cases[i].promises);
    }
  g_assert_cmpint (acq_day_words_find (NULL, TODAY), ==, ACQ_DAY_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/order", test_order);
  g_test_add_func ("/session/arrows", test_arrows);
  g_test_add_func ("/session/sums", test_sums);
  g_test_add_func ("/session/undo", test_undo);
  g_test_add_func ("/session/undo-at-the-end", test_undo_at_the_end);
  g_test_add_func ("/session/dispute-of-a-part", test_dispute_of_a_part);
  g_test_add_func ("/session/later", test_later);
  g_test_add_func ("/session/paid-meanwhile", test_paid_meanwhile);
  g_test_add_func ("/session/held-meanwhile", test_held_meanwhile);
  g_test_add_func ("/session/changed-elsewhere", test_changed_elsewhere);
  g_test_add_func ("/session/empty", test_empty);
  g_test_add_func ("/session/agent", test_agent);
  g_test_add_func ("/session/call-instead", test_call_instead);
  g_test_add_func ("/session/anything", test_anything);
  g_test_add_func ("/session/day-words", test_day_words);
  return g_test_run ();
}
