/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-approval.h"
#include "acq-bank-accounts.h"
#include "acq-bank-line-entry.h"
#include "acq-customer-entry.h"
#include "acq-invoice-entry.h"
#include "acq-ledger-repository.h"
#include "acq-matching.h"
#include "acq-old-items.h"
#include "acq-payment-plan-entry.h"
#include "acq-payment-record.h"
#include "acq-planner.h"
#include "acq-rejected-lines.h"
#include "acq-undo-step.h"
#include "acq-workflow-error.h"
#include "import-case.h"

#define N_WALKS 8
#define N_STEPS 40
#define TODAY   (acq_clock_today (store_case_clock ()))

/* A change that was made: the file before and after it, and what takes it back. */
typedef struct
{
  AcqUndoStep *step;
  char *before;
  char *after;
} Made;

typedef struct
{
  StoreCase *store;
  GRand *rand;
  GPtrArray *made; /* (element-type Made) */
} Walk;

static void
made_free (gpointer data)
{
  Made *self = data;

  acq_undo_step_unref (self->step);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/* Late invoices of four customers, a credit note, and a statement that pays some, falls short of others, and takes one back; a line
   of each file is refused. */
static StoreCase *
new_case (void)
{
  static const char *const lines[] = {
    "20260910 100.00 A VIR DUPONT F01",  "20260911 138.00 B VIR MARTIN F02", "20260912 75.00 C VIR DUPONT F03",
    "20260913 20.00 D VIR INCONNU",      "20260914 -75.00 E REJET DUPONT",   "20260915 190.00 F VIR PETIT F05 F06",
    "20260916 500.00 G REMISE CHEQUES", NULL,
  };
  StoreCase *self = store_case_new ();
  g_autofree char *statement = import_case_ofx ("98765432109", lines);
  g_autoptr (AcqChange) change = NULL;

  import_case_read (self, "a.csv",
                    INVOICES "F01;05/07/2026;05/08/2026;C1;Dupont;100,00;;\n"
                             "F02;05/07/2026;05/08/2026;C2;Martin SARL;150,00;;\n"
                             "F03;05/08/2026;05/09/2026;C1;Dupont;75,00;;\n"
                             "F04;05/08/2026;05/09/2026;C3;Petit;60,00;;\n"
                             "F05;05/09/2026;05/10/2026;C3;Petit;100,00;;\n"
                             "F06;05/10/2026;05/12/2026;C3;Petit;100,00;;\n"
                             "F07;05/10/2026;05/11/2026;C4;Mairie;300,00;;\n"
                             "A08;05/10/2026;05/10/2026;C1;Dupont;-20,00;;\n"
                             "F09;32/10/2026;05/10/2026;C1;Dupont;20,00;;\n",
                    "8 0 0 1");
  import_case_read (self, "a.ofx", statement, "7 0 0 0");
  change = acq_change_begin (self->file, NULL);
  g_assert_true (acq_planning_take_right_to_send (self->file, NULL));
  g_assert_true (acq_connection_exec (self->connection,
                                      "UPDATE customer SET address = '1 rue Haute', postcode = '25000',"
                                      " city = 'Besançon';"
                                      "UPDATE invoice SET old_item = 0 WHERE number IN ('F04', 'F05', 'F07');"
                                      "INSERT INTO setting (key, value) VALUES ('scenario', 'formal')",
                                      NULL));
  g_assert_true (acq_change_commit (change, "set", NULL, NULL, NULL));
  acq_company_file_set_recording (self->file, TRUE);
  return self;
}

static int
below (Walk *self, int end)
{
  return g_rand_int_range (self->rand, 0, end);
}

/* One of the values of a column; NULL where there is none. Free it. */
static char *
pick_text (Walk *self, const char *sql)
{
  g_autofree char *answer = store_case_ask (self->store, sql);
  g_auto (GStrv) values = answer == NULL ? NULL : g_strsplit (answer, ",", -1);

  return values == NULL ? g_strdup ("") : g_strdup (values[below (self, (int) g_strv_length (values))]);
}

static gint64
pick_id (Walk *self, const char *sql)
{
  g_autofree char *value = pick_text (self, sql);

  return g_ascii_strtoll (value, NULL, 10);
}

#define PICK_NUMBER      "SELECT group_concat (number) FROM invoice"
#define PICK_TRANSACTION "SELECT group_concat (id) FROM bank_transaction"

static gboolean
step_pay (Walk *self, GError **error)
{
  static const AcqMeans means[] = { ACQ_MEANS_CHEQUE, ACQ_MEANS_TRANSFER, ACQ_MEANS_WRITE_OFF };
  g_autofree char *number = pick_text (self, PICK_NUMBER);
  AcqPaymentEntry entry
    = { number, 2500 * (1 + below (self, 4)), acq_day_parse_iso ("2026-09-10"), means[below (self, 3)], NULL };
  AcqReceiptState state;

  return acq_fact_enter_payment (self->store->file, &entry, &state, error);
}

static gboolean
step_move_payment (Walk *self, GError **error)
{
  static const AcqReceiptState states[]
    = { ACQ_RECEIPT_STATE_DEPOSITED, ACQ_RECEIPT_STATE_CREDITED, ACQ_RECEIPT_STATE_RETURNED };
  gint64 id = pick_id (self, "SELECT group_concat (id) FROM receipt WHERE source = 'hand'");

  return acq_payment_move (self->store->file, id, states[below (self, 3)], TODAY - below (self, 3), error);
}

static gboolean
step_take_back_payment (Walk *self, GError **error)
{
  gint64 id = pick_id (self, "SELECT group_concat (id) FROM receipt");

  return acq_payment_take_back (self->store->file, id, error);
}

static gboolean
step_note (Walk *self, GError **error)
{
  g_autofree char *number = pick_text (self, PICK_NUMBER);
  g_autofree char *customer = pick_text (self, "SELECT group_concat (code) FROM customer");
  AcqNoteEntry entry = {
    .kind = (AcqNoteKind) below (self, ACQ_NOTE_KIND_ANSWER + 1),
    .number = below (self, 2) == 0 ? number : NULL,
    .customer = customer,
    .amount = -1,
    .day = ACQ_DAY_NONE,
    .until = TODAY + 10,
  };
  gint64 id;

  return acq_fact_enter_note (self->store->file, &entry, &id, error);
}

static gboolean
step_close_note (Walk *self, GError **error)
{
  return acq_fact_close_note (self->store->file, pick_id (self, "SELECT group_concat (id) FROM note"), error);
}

static gboolean
step_match (Walk *self, GError **error)
{
  g_autoptr (GPtrArray) parts = acq_match_parts_new ();

  for (int i = below (self, 2); i >= 0; i--)
    {
      g_autofree char *number = pick_text (self, PICK_NUMBER);

      acq_match_parts_add (parts, number, (below (self, 6) == 0 ? -1 : 1) * 2500 * (1 + below (self, 4)));
    }
  return acq_match_by_hand (self->store->file, pick_id (self, PICK_TRANSACTION), parts, error);
}

static gboolean
step_match_short (Walk *self, GError **error)
{
  g_autofree char *first = pick_text (self, PICK_NUMBER), *second = pick_text (self, PICK_NUMBER);
  const char *numbers[] = { first, below (self, 2) == 0 ? second : NULL, NULL };
  AcqShortPayment payment = { pick_id (self, PICK_TRANSACTION), numbers,
                              (AcqShortfall) below (self, ACQ_SHORTFALL_DISPUTE + 1), below (self, 2) == 0 };

  return acq_bank_line_match_short (self->store->file, &payment, error);
}

static gboolean
step_unmatch (Walk *self, GError **error)
{
  gint64 id = pick_id (self, "SELECT group_concat (id) FROM bank_transaction WHERE matched <> 0"), removed;

  return acq_match_take_back (self->store->file, id, NULL, &removed, error);
}

static gboolean
step_reconcile (Walk *self, GError **error)
{
  g_autoptr (AcqPlanning) planning = acq_planning_new (self->store->file, error);
  guint posted;

  return acq_match_post_sure (self->store->file, planning->ledger, planning->reconciliation, &posted, error);
}

static gboolean
step_ignore (Walk *self, GError **error)
{
  return acq_bank_line_set_ignored (self->store->file, pick_id (self, PICK_TRANSACTION), below (self, 2) == 0,
                                    error);
}

static gboolean
step_old_items (Walk *self, GError **error)
{
  g_autofree char *first = pick_text (self, PICK_NUMBER), *second = pick_text (self, PICK_NUMBER);
  AcqOldReply replies[2] = { { .number = first }, { .number = second } };

  for (int i = 0; i < 2; i++)
    {
      replies[i].answer = (AcqOldAnswer) below (self, ACQ_OLD_ANSWER_OTHER);
      replies[i].reminders = 1 + below (self, 3);
      replies[i].day = TODAY - below (self, 60);
      replies[i].means = ACQ_MEANS_TRANSFER;
      replies[i].reason = "liquidation";
    }
  return acq_old_items_answer (self->store->file, replies, 1 + below (self, 2), error);
}

static gboolean
step_customer (Walk *self, GError **error)
{
  gint64 id = pick_id (self, "SELECT group_concat (id) FROM customer");
  g_autoptr (AcqCustomer) customer
    = below (self, 3) == 0 ? acq_customer_new () : acq_customer_entry_load (self->store->file, id, error);

  if (customer->name == NULL)
    customer->name = g_strdup_printf ("Client %d", below (self, 1000));
  customer->credit_limit = below (self, 3) * 10000 - 1;
  customer->precious = below (self, 2);
  customer->recipient_id = below (self, 3) == 0 ? pick_id (self, "SELECT group_concat (id) FROM customer") : 0;
  g_ptr_array_set_size (customer->contacts, 0);
  if (below (self, 2) == 0)
    g_ptr_array_add (customer->contacts,
                     acq_contact_new (ACQ_CONTACT_ROLE_PAYS, NULL, "compta@example.com", "03 81 00 00 00"));
  return acq_customer_entry_save (self->store->file, customer, error);
}

static gboolean
step_invoice (Walk *self, GError **error)
{
  g_autofree char *number = pick_text (self, PICK_NUMBER);
  g_autoptr (AcqInvoice) invoice = NULL;
  AcqInvoiceEntry entry = { 0 };
  g_autoptr (GBytes) copy = g_bytes_new_static ("%PDF-1.7\n", 9);

  if (below (self, 2) == 0)
    invoice = acq_invoice_entry_load (self->store->file, number, error);
  else
    {
      invoice = acq_invoice_new ();
      invoice->number = g_strdup_printf ("M%d", below (self, 12));
      invoice->kind = below (self, 4) == 0 ? ACQ_INVOICE_KIND_CREDIT_NOTE : ACQ_INVOICE_KIND_INVOICE;
      invoice->issued = TODAY - below (self, 90);
      entry.customer_name = below (self, 2) == 0 ? "Dupont" : "Nouveau";
    }
  entry.invoice = invoice;
  g_array_set_size (invoice->due_items, 0);
  invoice->total = 2500 * (1 + below (self, 5)) * (invoice->kind == ACQ_INVOICE_KIND_CREDIT_NOTE ? -1 : 1);
  entry.copy = below (self, 2) == 0 ? copy : NULL;
  return acq_invoice_entry_save (self->store->file, &entry, error);
}

static gboolean
step_plan (Walk *self, GError **error)
{
  g_autofree char *number = pick_text (self, PICK_NUMBER);
  const char *numbers[] = { number, NULL };
  g_autoptr (GArray) instalments = NULL;
  g_autoptr (AcqBusinessCalendar) calendar = NULL;
  gint64 sum, id;

  if (below (self, 3) == 0)
    return acq_payment_plan_end (self->store->file, pick_id (self, "SELECT group_concat (id) FROM payment_plan"),
                                 error);
  if (!acq_payment_plan_sum (self->store->file, numbers, &sum, error))
    return FALSE;
  calendar = acq_business_calendar_new (ACQ_HOLIDAY_REGION_MAINLAND);
  instalments = acq_payment_plan_split (sum, 3, TODAY + 10, calendar);
  return acq_payment_plan_enter (
    self->store->file,
    &(AcqPaymentPlanEntry){ numbers, &g_array_index (instalments, AcqInstalment, 0), 3, ACQ_DAY_NONE }, &id, error);
}

static gboolean
step_approve (Walk *self, GError **error)
{
  g_autoptr (AcqPlanning) planning = acq_planning_new (self->store->file, error);
  AcqDay next = acq_dunning_settings_next_sending_day (planning->settings, TODAY);
  g_autoptr (AcqPlan) plan = acq_plan_new (&planning->request, next);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  if (plan->messages->len == 0)
    {
      g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NOTHING_DUE, "");
      return FALSE;
    }
  g_ptr_array_add (one, plan->messages->pdata[below (self, (int) plan->messages->len)]);
  return acq_approval_approve (self->store->file, one, ACQ_NEED_BIT (ACQ_NEED_BANK_COVERAGE), error);
}

static gboolean
step_message (Walk *self, GError **error)
{
  gint64 id = pick_id (self, "SELECT group_concat (id) FROM message");
  AcqSentRecord record = { id, TODAY, "1A 234", below (self, 2) == 0 ? "le règlement part vendredi" : NULL, NULL };

  if (below (self, 4) == 0)
    return acq_approval_withdraw (self->store->file, id, 0, error);
  if (below (self, 4) == 0)
    return acq_approval_set_posting (self->store->file, id, TODAY + 1, NULL, error);
  return acq_approval_record (self->store->file, &record, error);
}

static gboolean
step_settings (Walk *self, GError **error)
{
  g_autofree char *tolerance = g_strdup_printf ("tolerance=%d.00", below (self, 4));
  g_autofree char *name = g_strdup_printf ("name=Menuiserie %d", below (self, 4));
  const char *assignments[] = { tolerance, name, NULL };
  gint64 account = pick_id (self, "SELECT group_concat (id) FROM account");

  if (below (self, 3) == 0)
    return acq_rejected_lines_dismiss_all (self->store->file, 1, error);
  if (below (self, 3) == 0)
    return acq_bank_account_rename (self->store->file, account, tolerance, error);
  return acq_fact_set_details (self->store->file, assignments, error);
}

static gboolean (*const kinds[]) (Walk *self, GError **error) = {
  step_pay,       step_move_payment, step_take_back_payment, step_note,      step_close_note, step_match,
  step_match_short, step_unmatch,    step_reconcile,         step_ignore,    step_old_items,  step_customer,
  step_invoice,   step_plan,         step_approve,           step_message,   step_settings,   step_match_short,
  step_pay,       step_message,    step_approve,           step_message,
};

/* Each refusal leaves no trace; each change that touched something can be taken back. */
static void
make_change (Walk *self, guint *done)
{
  gsize kind = (gsize) below (self, G_N_ELEMENTS (kinds));
  g_autofree char *before = store_case_dump (self->store, FALSE), *whole = store_case_dump (self->store, TRUE);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  Made *made;

  g_test_message ("kind %" G_GSIZE_FORMAT, kind);
  if (!kinds[kind](self, &error))
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == ACQ_WORKFLOW_ERROR
                     || g_error_matches (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_LATER_CHANGE));
      store_case_assert_dump (self->store, TRUE, whole);
      return;
    }
  store_case_assert_sound (self->store);
  done[kind]++;
  after = store_case_dump (self->store, FALSE);
  made = g_new0 (Made, 1);
  made->step = acq_undo_step_take (self->store->file);
  if (made->step == NULL)
    {
      store_case_assert_dump (self->store, FALSE, before);
      g_free (made);
      return;
    }
  made->before = g_steal_pointer (&before);
  made->after = g_steal_pointer (&after);
  g_ptr_array_add (self->made, made);
}

static void
walk_begin (Walk *self, guint32 seed, guint *done)
{
  self->store = new_case ();
  self->rand = g_rand_new_with_seed (seed);
  self->made = g_ptr_array_new_with_free_func (made_free);
  g_test_message ("walk %u", seed);
  for (guint i = 0; i < N_STEPS; i++)
    make_change (self, done);
}

static void
walk_end (Walk *self)
{
  g_ptr_array_unref (self->made);
  g_rand_free (self->rand);
  store_case_free (self->store);
}

/* The last change first: the file is each time what it was before that change, down to where the walk began. */
static void
test_in_reverse (void)
{
  guint done[G_N_ELEMENTS (kinds)] = { 0 };

  for (guint seed = 0; seed < (g_test_slow () ? 10 * N_WALKS : N_WALKS); seed++)
    {
      Walk walk;

      walk_begin (&walk, seed, done);
      for (guint i = walk.made->len; i > 0; i--)
        {
          const Made *made = walk.made->pdata[i - 1];
          g_autoptr (GError) error = NULL;

          store_case_assert_dump (walk.store, FALSE, made->after);
          acq_undo_step_apply (walk.store->file, made->step, &error);
          g_assert_no_error (error);
          store_case_assert_dump (walk.store, FALSE, made->before);
          store_case_assert_sound (walk.store);
        }
      walk_end (&walk);
    }
  /* The walks lead through what they are meant to try. */
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (done[i] == 0)
      g_error ("kind %" G_GSIZE_FORMAT " was never done", i);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
split_lines (const char *dump)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) split = g_strsplit (dump, "\n", -1);

  for (guint i = 0; split[i] != NULL; i++)
    g_ptr_array_add (lines, g_strdup (split[i]));
  return lines;
}

static gboolean
take_line (GPtrArray *lines, const char *line)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (lines->pdata[i], line))
      {
        g_ptr_array_remove_index (lines, i);
        return TRUE;
      }
  return FALSE;
}

/* The lines of "now" without what the change brought and with what it took away, sorted. */
static GPtrArray *
expect_without (const char *now, const Made *made)
{
  GPtrArray *expected = split_lines (now);
  g_autoptr (GPtrArray) before = split_lines (made->before), after = split_lines (made->after);

  for (guint i = 0; i < after->len; i++)
    if (!take_line (before, after->pdata[i]))
      g_assert_true (take_line (expected, after->pdata[i]));
  for (guint i = 0; i < before->len; i++)
    g_ptr_array_add (expected, g_strdup (before->pdata[i]));
  g_ptr_array_sort (expected, compare_lines);
  return expected;
}

static void
assert_lines (const StoreCase *store, const GPtrArray *expected)
{
  g_autofree char *now = store_case_dump (store, FALSE);
  g_autoptr (GPtrArray) lines = split_lines (now);

  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < MAX (lines->len, expected->len); i++)
    g_assert_cmpstr (i < lines->len ? lines->pdata[i] : "", ==, i < expected->len ? expected->pdata[i] : "");
}

/* Any change, whatever came after it: either it is refused and nothing has changed, or just its rows are as they were; taken
   back in its turn, it is there again. */
static gboolean
take_back_any (Walk *self, guint index)
{
  const Made *made = self->made->pdata[index];
  g_autofree char *now = store_case_dump (self->store, FALSE), *whole = store_case_dump (self->store, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqUndoStep) back = NULL;
  g_autoptr (GPtrArray) expected = NULL;

  if (!acq_undo_step_apply (self->store->file, made->step, &error))
    {
      g_assert_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_LATER_CHANGE);
      store_case_assert_dump (self->store, TRUE, whole);
      return FALSE;
    }
  store_case_assert_sound (self->store);
  expected = expect_without (now, made);
  assert_lines (self->store, expected);
  back = acq_undo_step_take (self->store->file);
  if (below (self, 2) == 0)
    return TRUE;
  g_assert_true (acq_undo_step_apply (self->store->file, back, NULL));
  store_case_assert_sound (self->store);
  store_case_assert_dump (self->store, FALSE, now);
  return FALSE;
}

static void
test_in_any_order (void)
{
  guint done[G_N_ELEMENTS (kinds)] = { 0 }, taken_back = 0, kept = 0;

  for (guint seed = 100; seed < 100 + (g_test_slow () ? 10 * N_WALKS : N_WALKS); seed++)
    {
      Walk walk;

      walk_begin (&walk, seed, done);
      for (guint i = 2 * walk.made->len; i > 0 && walk.made->len > 0; i--)
        {
          guint index = (guint) below (&walk, (int) walk.made->len);

          if (take_back_any (&walk, index))
            {
              g_ptr_array_remove_index (walk.made, index);
              taken_back++;
            }
        }
      kept += walk.made->len;
      walk_end (&walk);
    }
  g_assert_cmpuint (taken_back, >, 3 * N_WALKS);
  g_assert_cmpuint (kept, >, N_WALKS);
}

/* An import is never recorded, and is taken back in its own way. */
static void
test_import (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autofree char *before = store_case_dump (self, FALSE);
  gint64 batch = import_case_read (self, "b.csv", INVOICES "F20;05/10/2026;05/11/2026;C9;Neuf;10,00;;\n", "1 0 0 0");
  g_autoptr (AcqUndoStep) step = acq_undo_step_new_for_import (batch, "b.csv");
  g_autoptr (AcqUndoStep) again = acq_undo_step_new_for_import (batch, "b.csv");

  g_assert_null (acq_undo_step_take (self->file));
  g_assert_cmpstr (acq_undo_step_action (step), ==, "import");
  g_assert_cmpstr (acq_undo_step_subject (step), ==, "b.csv");
  g_assert_true (acq_undo_step_apply (self->file, step, NULL));
  g_assert_false (acq_undo_step_apply (self->file, again, NULL));
  store_case_assert_dump (self, FALSE, before);
  store_case_assert_sound (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/undo-steps/in-reverse", test_in_reverse);
  g_test_add_func ("/undo-steps/in-any-order", test_in_any_order);
  g_test_add_func ("/undo-steps/import", test_import);
  return g_test_run ();
}
