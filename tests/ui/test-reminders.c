/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "acq-approval.h"
#include "acq-day-row.h"
#include "acq-destination.h"
#include "acq-fact-entry.h"
#include "acq-form-dialog.h"
#include "acq-message-pane.h"
#include "acq-planning.h"
#include "acq-queue-list.h"
#include "acq-queue-pane.h"
#include "acq-reminders-page.h"
#include "company-case.h"
#include "example-case.h"
#include "import-case.h"

/* What the company file holds. */
typedef enum
{
  NOTHING,
  QUIET,     /* one customer, who promised */
  SMALL,     /* three customers who can be reminded by mail, one without an address, one who promised */
  EXAMPLE,   /* the example company */
  NOTICE,    /* one customer whose formal notice lacks the bank, and could not be written for what the company lacks */
  CALL,      /* somebody to be called about invoices of his own and of another */
  LETTER,    /* a letter about two invoices that was approved, and one of them then paid */
  RETENTION, /* as SMALL; what C2 owes was kept back, and its year has passed */
} Contents;

/* A company in a window that shows nothing but the page. */
typedef struct
{
  CompanyCase open;
  AcqRemindersPage *page;
} Case;

static GtkWidget *
find_child (GtkWidget *widget, GType type, guint *skip)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gpointer
find (Case *self, GType type, guint nth)
{
  GtkWidget *found = find_child (GTK_WIDGET (self->page), type, &nth);

  g_assert_nonnull (found);
  return found;
}

static AcqQueueList *
list_of (Case *self, AcqQueueRowKind kind)
{
  return find (self, ACQ_TYPE_QUEUE_LIST, kind);
}

static AcqMessagePane *
pane_of (Case *self)
{
  return find (self, ACQ_TYPE_MESSAGE_PANE, 0);
}

static AcqQueueRow *
selected (Case *self)
{
  return acq_queue_pane_get_selected (find (self, ACQ_TYPE_QUEUE_PANE, 0));
}

/* Until nothing is worked out any more: what a job brings may ask for the next. */
static void
settle (Case *self)
{
  for (int round = 0; round < 3; round++)
    company_case_wait (&self->open);
  while (!acq_message_pane_is_settled (pane_of (self)))
    g_main_context_iteration (NULL, TRUE);
  gtk_test_widget_wait_for_draw (self->open.window);
}

static void
undone_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  acq_open_company_undo_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_assert_no_error (error);
}

static void
fill_notice (StoreCase *files)
{
  import_case_read (files, "n.csv", INVOICES "F7;01/08/2026;01/09/2026;C7;Lambert SARL;500,00;;\n",
                    "1 0 0 0");
  store_case_change (files,
                     "UPDATE invoice SET reminders_before = 3, last_reminder_before = '2026-10-10' WHERE number = 'F7';"
                     "INSERT INTO setting (key, value) VALUES ('scenario', 'formal');"
                     "UPDATE customer SET address = '1 rue Haute', postcode = '25000', city = 'Besançon'");
}

static void
fill_call (StoreCase *files)
{
  import_case_read (files, "c.csv",
                    INVOICES "F8;05/10/2026;05/11/2026;C8;Syndic Lambert SARL;500,00;;\n"
                             "F9;05/10/2026;05/11/2026;C9;Copropriété Les Ormes;300,00;;\n",
                    "2 0 0 0");
  store_case_change (files,
                     "UPDATE invoice SET reminders_before = 1, last_reminder_before = '2026-11-06' WHERE number IN ('F8', "
                     "'F9');"
                     "INSERT INTO setting (key, value) VALUES ('scenario', 'progressive');"
                     "UPDATE customer SET recipient_id = (SELECT id FROM customer WHERE code = 'C8') WHERE code = 'C9';"
                     "INSERT INTO contact (customer_id, role, phone) SELECT id, 'pays', '0381' FROM customer WHERE code = "
                     "'C8'");
}

/* Once all else is there: it is approved, and then half of what it asks is paid. */
static void
approve_letter (StoreCase *files)
{
  AcqPaymentEntry payment = { "F2", 5000, acq_clock_today (store_case_clock ()), ACQ_MEANS_CASH, NULL };
  AcqReceiptState state;
  g_autoptr (AcqPlanning) planning = NULL;
  g_autoptr (AcqPlan) plan = NULL;
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  store_case_change (
    files,
    "DELETE FROM contact; INSERT INTO setting (key, value) VALUES ('scenario', 'formal');"
    "UPDATE customer SET address = '1 rue Haute', postcode = '25000', city = 'Besançon' WHERE code = 'C1'");
  planning = acq_planning_new (files->file, NULL);
  plan = acq_plan_new (&planning->request,
                       acq_dunning_settings_next_sending_day (planning->settings, planning->request.today));
  for (guint i = 0; i < plan->messages->len; i++)
    if (((const AcqPlanMessage *) plan->messages->pdata[i])->needs == 0)
      g_ptr_array_add (one, plan->messages->pdata[i]);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_true (acq_approval_approve (files->file, one, 0, NULL));
  g_assert_true (acq_fact_enter_payment (files->file, &payment, &state, NULL));
}

static void
fill (StoreCase *files, Contents contents)
{
  g_autoptr (AcqChange) change = NULL;
  g_autoptr (GError) error = NULL;
  AcqNoteEntry promise = { .kind = ACQ_NOTE_KIND_PROMISE, .number = "F6", .amount = -1, .day = ACQ_DAY_NONE };
  gint64 id;

  import_case_read (files, "promised.csv", INVOICES "F6;05/10/2026;05/11/2026;C5;Bonnet SARL;80,00;;\n",
                    "1 0 0 0");
  if (contents == NOTICE)
    fill_notice (files);
  if (contents == CALL)
    fill_call (files);
  if (contents == SMALL || contents == LETTER || contents == RETENTION)
    import_case_read (files, "a.csv",
                      INVOICES "F1;05/10/2026;05/11/2026;C1;Dupont & fils SARL;100,00;;\n"
                               "F2;05/10/2026;06/11/2026;C1;Dupont & fils SARL;50,00;;\n"
                               "F3;05/10/2026;01/11/2026;C2;Martin SARL;300,00;;\n"
                               "F4;05/10/2026;05/11/2026;C3;Petit SARL;40,00;;\n"
                               "F5;05/10/2026;05/11/2026;C4;Arnaud SARL;70,00;;\n",
                      "5 0 0 0");
  change = acq_change_begin (files->file, &error);
  acq_planning_take_right_to_send (files->file, &error);
  acq_connection_exec (
    files->connection,
    "UPDATE invoice SET old_item = 0;"
    "INSERT INTO contact (customer_id, role, email)"
    " SELECT id, 'pays', code || '@example.org' FROM customer WHERE code <> 'C3';"
    "INSERT INTO account (id, iban, currency) VALUES (90, 'FR7610278000000001234567890', 'EUR');"
    "INSERT INTO statement (account_id, first_day, last_day)"
    " VALUES (90, '2026-09-01', '2026-11-20')",
    &error);
  g_assert_no_error (error);
  acq_change_commit (change, "set", NULL, NULL, &error);
  g_assert_no_error (error);
  if (contents == NOTICE)
    store_case_change (files, "UPDATE statement SET last_day = '2026-08-31'");
  if (contents == LETTER)
    approve_letter (files);
  if (contents == RETENTION)
    store_case_change (files, "UPDATE due_item SET kind = 'retention', due = '2026-11-01'"
                              " WHERE invoice_id = (SELECT id FROM invoice WHERE number = 'F3')");
  promise.until = acq_day_parse_iso ("2026-11-30");
  acq_fact_enter_note (files->file, &promise, &id, &error);
  g_assert_no_error (error);
}

static StoreCase *
new_files (Contents contents)
{
  StoreCase *files;

  if (contents == EXAMPLE)
    {
      g_autoptr (GBytes) example = example_case_make (acq_clock_today (store_case_clock ()));

      return store_case_new_copy (example, acq_clock_today (store_case_clock ()));
    }
  files = store_case_new ();
  if (contents != NOTHING)
    fill (files, contents);
  return files;
}

static Case *
case_new (Contents contents, int width)
{
  Case *self = g_new0 (Case, 1);

  company_case_open (&self->open, new_files (contents));
  self->page = g_object_new (ACQ_TYPE_REMINDERS_PAGE, "company", self->open.company, NULL);
  company_case_show_page (&self->open, GTK_WIDGET (self->page), width);
  settle (self);
  return self;
}

static void
case_free (Case *self)
{
  company_case_close (&self->open);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, case_free)

static void
press (Case *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (pane_of (self)), action, NULL));
  settle (self);
}

/* By a button that is there and can be pressed. */
static gboolean
is_offered (Case *self, const char *action)
{
  GtkWidget *pane = GTK_WIDGET (pane_of (self));

  for (guint nth = 0;; nth++)
    {
      guint skip = nth;
      GtkWidget *button = find_child (pane, GTK_TYPE_BUTTON, &skip);

      if (button == NULL)
        return FALSE;
      if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), action) == 0)
        return gtk_widget_get_mapped (button) && gtk_widget_is_sensitive (button);
    }
}

static void
test_usual (void)
{
  g_autoptr (Case) self = case_new (EXAMPLE, 1100);
  const AcqCompanyView *view = acq_open_company_get_view (self->open.company);
  g_autofree char *subtitle = NULL, *beginning = NULL;
  guint n_ready = 0;

  for (guint i = 0; i < view->plan->messages->len; i++)
    n_ready += ((const AcqPlanMessage *) view->plan->messages->pdata[i])->needs == 0;
  g_assert_cmpuint (n_ready, >, 0);
  g_assert_cmpuint (acq_queue_list_get_n_rows (list_of (self, ACQ_QUEUE_ROW_MESSAGE)), ==, n_ready);
  g_assert_cmpuint (acq_queue_list_get_n_rows (list_of (self, ACQ_QUEUE_ROW_HELD)), >, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (list_of (self, ACQ_QUEUE_ROW_APPROVED))));
  g_object_get (self->page, "subtitle", &subtitle, NULL);
  beginning = g_strdup_printf ("%u to approve", n_ready);
  g_assert_true (g_str_has_prefix (subtitle, beginning));
  g_assert_cmpint (acq_queue_row_get_kind (selected (self)), ==, ACQ_QUEUE_ROW_MESSAGE);
  g_assert_true (is_offered (self, "message.go"));
}

/* Approving shows the next message at once; undo brings the first one back. */
static void
test_approve (void)
{
  g_autoptr (Case) self = case_new (SMALL, 1100);
  guint n_messages = acq_queue_list_get_n_rows (list_of (self, ACQ_QUEUE_ROW_MESSAGE));
  gint64 first = acq_queue_row_get_customer (selected (self))->id;

  press (self, "message.go");
  g_assert_cmpuint (acq_queue_list_get_n_rows (list_of (self, ACQ_QUEUE_ROW_MESSAGE)), ==, n_messages - 1);
  g_assert_cmpuint (acq_queue_list_get_n_rows (list_of (self, ACQ_QUEUE_ROW_APPROVED)), ==, 1);
  g_assert_cmpint (acq_queue_row_get_customer (selected (self))->id, !=, first);
  g_assert_true (is_offered (self, "message.go"));
  acq_open_company_undo_async (self->open.company, undone_cb, NULL);
  settle (self);
  g_assert_cmpuint (acq_queue_list_get_n_rows (list_of (self, ACQ_QUEUE_ROW_MESSAGE)), ==, n_messages);
  g_assert_cmpuint (acq_queue_list_get_n_rows (list_of (self, ACQ_QUEUE_ROW_APPROVED)), ==, 0);
}

static void
choose (Case *self, AcqQueueRowKind kind)
{
  AcqQueueList *list = list_of (self, kind);

  acq_queue_list_select_place (list, kind == ACQ_QUEUE_ROW_HELD ? 1 : 0);
  g_signal_emit_by_name (list, "selected", acq_queue_list_get_selected (list));
  settle (self);
}

/* Enter twice is one decision, and no error: neither while it is written, nor until the queue has come again. */
static void
test_approve_twice (void)
{
  g_autoptr (Case) self = case_new (SMALL, 1100);
  GtkWidget *pane = GTK_WIDGET (pane_of (self));
  gboolean busy = TRUE;

  gtk_widget_activate_action (pane, "message.go", NULL);
  gtk_widget_activate_action (pane, "message.go", NULL);
  while (acq_open_company_is_changing (self->open.company))
    g_main_context_iteration (NULL, TRUE);
  g_object_get (self->open.company, "busy", &busy, NULL);
  g_assert_true (busy);
  gtk_widget_activate_action (pane, "message.go", NULL);
  settle (self);
  g_assert_cmpuint (acq_queue_list_get_n_rows (list_of (self, ACQ_QUEUE_ROW_APPROVED)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
}

static void
test_withdraw (void)
{
  g_autoptr (Case) self = case_new (SMALL, 1100);
  guint n_messages = acq_queue_list_get_n_rows (list_of (self, ACQ_QUEUE_ROW_MESSAGE));

  press (self, "message.go");
  choose (self, ACQ_QUEUE_ROW_APPROVED);
  g_assert_cmpint (acq_queue_row_get_kind (selected (self)), ==, ACQ_QUEUE_ROW_APPROVED);
  g_assert_true (is_offered (self, "message.withdraw"));
  g_assert_false (is_offered (self, "message.hold"));
  press (self, "message.withdraw");
  g_assert_cmpuint (acq_queue_list_get_n_rows (list_of (self, ACQ_QUEUE_ROW_MESSAGE)), ==, n_messages);
}

static void
test_postpone (void)
{
  g_autoptr (Case) self = case_new (SMALL, 1100);
  guint n_messages = acq_queue_list_get_n_rows (list_of (self, ACQ_QUEUE_ROW_MESSAGE));
  guint n_held = acq_queue_list_get_n_rows (list_of (self, ACQ_QUEUE_ROW_HELD));

  gtk_widget_activate_action (GTK_WIDGET (pane_of (self)), "message.postpone", "i", 7);
  settle (self);
  g_assert_cmpuint (acq_queue_list_get_n_rows (list_of (self, ACQ_QUEUE_ROW_MESSAGE)), ==, n_messages - 1);
  g_assert_cmpuint (acq_queue_list_get_n_rows (list_of (self, ACQ_QUEUE_ROW_HELD)), >, n_held);
}

/* A row that is held back offers no sending; what holds it is told. */
static void
test_held (void)
{
  g_autoptr (Case) self = case_new (SMALL, 1100);

  choose (self, ACQ_QUEUE_ROW_HELD);
  g_assert_cmpint (acq_queue_row_get_kind (selected (self)), ==, ACQ_QUEUE_ROW_HELD);
  g_assert_null (acq_queue_list_get_selected (list_of (self, ACQ_QUEUE_ROW_MESSAGE)));
  g_assert_false (is_offered (self, "message.postpone-until"));
  g_assert_true (is_offered (self, "message.hold"));
}

/* What asks for a retention may be a letter instead, what asks for a debt is none. */
static void
test_retention (void)
{
  g_autoptr (Case) self = case_new (RETENTION, 1100);
  AcqQueueList *list = list_of (self, ACQ_QUEUE_ROW_MESSAGE);

  g_assert_true (acq_queue_list_select_subject (list, "C2", NULL));
  g_signal_emit_by_name (list, "selected", acq_queue_list_get_selected (list));
  settle (self);
  g_assert_true (acq_queue_row_get_message (selected (self))->release);
  g_assert_true (is_offered (self, "message.release-letter"));
  g_assert_true (acq_queue_list_select_subject (list, "C1", NULL));
  g_signal_emit_by_name (list, "selected", acq_queue_list_get_selected (list));
  settle (self);
  g_assert_false (is_offered (self, "message.release-letter"));
}

/* No letter that cannot be written is decided on, whatever else the message lacks. */
static void
test_held_notice (void)
{
  g_autoptr (Case) self = case_new (NOTICE, 1100);

  AcqQueueList *list = list_of (self, ACQ_QUEUE_ROW_HELD);

  g_assert_true (acq_queue_list_select_subject (list, "C7", NULL));
  g_signal_emit_by_name (list, "selected", acq_queue_list_get_selected (list));
  settle (self);
  g_assert_cmpint (acq_queue_row_get_message (selected (self))->level, ==, 4);
  g_assert_cmpint (acq_queue_row_get_message (selected (self))->needs, ==,
                   ACQ_NEED_BIT (ACQ_NEED_BANK_COVERAGE));
  g_assert_false (is_offered (self, "message.save"));
  g_assert_false (is_offered (self, "message.go"));
}

/* A letter that was posted before the books changed has gone: saying so is how it is not written a second time. */
static void
test_posted_before (void)
{
  g_autoptr (Case) self = case_new (LETTER, 1100);

  choose (self, ACQ_QUEUE_ROW_APPROVED);
  g_assert_nonnull (acq_queue_row_get_approved (selected (self)));
  g_assert_null (acq_queue_row_get_approved (selected (self))->message);
  g_assert_true (is_offered (self, "message.withdraw"));
  g_assert_true (is_offered (self, "message.go"));
}

static GtkWidget *
find_dialog (Case *self)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ACQ_IS_FORM_DIALOG (window))
        return window;
    }
  g_assert_not_reached ();
}

/* What is promised on the phone holds for all of whom the call was. */
static void
test_called_for_two (void)
{
  g_autoptr (Case) self = case_new (CALL, 1100);
  const AcqLedger *ledger;
  GtkWidget *dialog;
  guint skip = 0, n_promises = 0;

  g_assert_cmpuint (acq_queue_row_get_message (selected (self))->customers->len, ==, 2);
  press (self, "message.go");
  dialog = find_dialog (self);
  acq_day_row_set_day (ACQ_DAY_ROW (find_child (dialog, ACQ_TYPE_DAY_ROW, &skip)),
                       acq_day_parse_iso ("2026-11-27"));
  gtk_widget_activate_action (dialog, "form.confirm", NULL);
  settle (self);
  ledger = acq_open_company_get_view (self->open.company)->books->ledger;
  for (guint i = 0; i < ledger->notes->len; i++)
    n_promises += ((const AcqNote *) ledger->notes->pdata[i])->until == acq_day_parse_iso ("2026-11-27");
  g_assert_cmpuint (n_promises, ==, 2);
}

/* What is looked at on another day cannot be decided. */
static void
test_other_day (void)
{
  g_autoptr (Case) self = case_new (SMALL, 1100);

  acq_destination_open (ACQ_DESTINATION (self->page), "day:2026-12-03");
  settle (self);
  g_assert_true (acq_queue_row_get_queue (selected (self))->is_preview);
  g_assert_cmpint (acq_queue_row_get_message (selected (self))->day, ==, acq_day_parse_iso ("2026-12-03"));
  g_assert_false (is_offered (self, "message.go"));
  g_assert_false (is_offered (self, "message.hold"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (list_of (self, ACQ_QUEUE_ROW_HELD))));
  /* A past day is not foreseen: the work of the day is shown. */
  acq_destination_open (ACQ_DESTINATION (self->page), "day:2026-10-01");
  settle (self);
  g_assert_false (acq_queue_row_get_queue (selected (self))->is_preview);
}

static void
test_targets (void)
{
  g_autoptr (Case) self = case_new (SMALL, 1100);
  const AcqQueue *queue = acq_queue_row_get_queue (selected (self));
  const AcqQueueHeld *held = queue->held->pdata[0];
  g_autofree char *number
    = g_strconcat ("held:", ((const AcqInvoice *) held->invoices->pdata[0])->number, NULL);
  const AcqQueueMessage *last = queue->messages->pdata[queue->messages->len - 1];
  g_autofree char *customer = g_strconcat ("customer:", last->message->recipient->code, NULL);
  gint64 last_id = last->message->recipient->id, held_id = held->customer->id;

  acq_destination_open (ACQ_DESTINATION (self->page), number);
  settle (self);
  g_assert_cmpint (acq_queue_row_get_kind (selected (self)), ==, ACQ_QUEUE_ROW_HELD);
  g_assert_cmpint (acq_queue_row_get_customer (selected (self))->id, ==, held_id);
  acq_destination_open (ACQ_DESTINATION (self->page), customer);
  settle (self);
  g_assert_cmpint (acq_queue_row_get_customer (selected (self))->id, ==, last_id);
  acq_destination_open (ACQ_DESTINATION (self->page), "customer:nobody");
  settle (self);
  g_assert_cmpint (acq_queue_row_get_customer (selected (self))->id, ==, last_id);
}

static void
test_order (void)
{
  g_autoptr (Case) self = case_new (SMALL, 1100);
  GtkWidget *pane = find (self, ACQ_TYPE_QUEUE_PANE, 0);
  AcqQueueList *list = list_of (self, ACQ_QUEUE_ROW_MESSAGE);
  guint n_rows = acq_queue_list_get_n_rows (list);
  g_autoptr (AcqQueueRow) first = g_object_ref (acq_queue_list_get_selected (list));
  AcqDay before = ACQ_DAY_NONE;

  g_assert_true (gtk_widget_activate_action (pane, "queue.order", "s", "age"));
  /* What is selected stays so wherever it now stands. */
  g_assert_true (acq_queue_row_is_same (acq_queue_list_get_selected (list), first));
  for (guint i = 0; i < n_rows; i++)
    {
      const AcqQueueMessage *queued;

      acq_queue_list_select_place (list, i);
      queued = acq_queue_row_get_queued (acq_queue_list_get_selected (list));
      g_assert_cmpint (queued->oldest_due, >=, before);
      before = queued->oldest_due;
    }
}

static void
test_search (void)
{
  g_autoptr (Case) self = case_new (SMALL, 1100);
  AcqQueuePane *pane = find (self, ACQ_TYPE_QUEUE_PANE, 0);
  const AcqQueue *queue = acq_queue_row_get_queue (selected (self));
  const AcqQueueHeld *held = queue->held->pdata[queue->held->len - 1];
  g_autofree char *number = g_ascii_strdown (((const AcqInvoice *) held->invoices->pdata[0])->number, -1);
  g_autoptr (AcqQueueRow) before = NULL;

  acq_queue_pane_search (pane, number, FALSE);
  g_assert_true (acq_queue_row_get_held (selected (self)) == held);
  before = g_object_ref (selected (self));
  acq_queue_pane_search (pane, "nobody is called so", FALSE);
  g_assert_true (acq_queue_row_is_same (selected (self), before));
}

/* What is over: what the last message brings is said in words. */
static void
test_all_done (void)
{
  g_autoptr (Case) self = case_new (SMALL, 1100);

  for (guint left = acq_queue_list_get_n_rows (list_of (self, ACQ_QUEUE_ROW_MESSAGE)); left > 0; left--)
    press (self, "message.go");
  g_assert_cmpuint (acq_queue_list_get_n_rows (list_of (self, ACQ_QUEUE_ROW_APPROVED)), ==, 3);
  /* No message waits any more, but an address is missing: that is what there is to do. */
  g_assert_cmpint (acq_queue_row_get_kind (selected (self)), ==, ACQ_QUEUE_ROW_HELD);
  g_assert_cmpint (acq_queue_row_get_group (selected (self)), ==, ACQ_HELD_FOR_YOU);
}

/* What waits for a customer is no work; when the next reminder is foreseen is told. */
static void
test_quiet (void)
{
  g_autoptr (Case) self = case_new (QUIET, 1100);
  AdwStatusPage *status = find (self, ADW_TYPE_STATUS_PAGE, 0);

  g_assert_null (selected (self));
  g_assert_cmpuint (acq_queue_list_get_n_rows (list_of (self, ACQ_QUEUE_ROW_HELD)), ==, 2);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (status)));
  g_assert_cmpstr (adw_status_page_get_title (status), ==, "Nothing to do today");
  g_assert_cmpstr (adw_status_page_get_description (status), ==, "The next reminders: Thursday 3\302\240December.");
}

static void
test_empty (void)
{
  g_autoptr (Case) self = case_new (NOTHING, 1100);
  AdwStatusPage *status = find (self, ADW_TYPE_STATUS_PAGE, 0);

  g_assert_null (selected (self));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (status)));
  g_assert_cmpstr (adw_status_page_get_title (status), ==, "No invoices yet");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (list_of (self, ACQ_QUEUE_ROW_HELD))));
}

static void
test_narrow (void)
{
  g_autoptr (Case) self = case_new (EXAMPLE, 360);
  gboolean goes_back;
  int minimum;

  gtk_widget_measure (GTK_WIDGET (self->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_object_get (self->page, "can-go-back", &goes_back, NULL);
  g_assert_false (goes_back);
  g_signal_emit_by_name (find (self, ACQ_TYPE_QUEUE_PANE, 0), "activated", TRUE);
  g_object_get (self->page, "can-go-back", &goes_back, NULL);
  g_assert_true (goes_back);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "page.back", NULL));
  g_object_get (self->page, "can-go-back", &goes_back, NULL);
  g_assert_false (goes_back);
}

/* Rows are made when they are shown, however many there are. */
static void
test_huge (void)
{
  g_autoptr (Case) self = case_new (SMALL, 1100);
  AcqQueue *queue = acq_queue_row_get_queue (selected (self));
  const AcqQueueMessage *one = queue->messages->pdata[0];
  AcqQueueList *list = list_of (self, ACQ_QUEUE_ROW_MESSAGE);
  guint n_cells = 0;

  while (queue->messages->len < 10000)
    {
      AcqQueueMessage *another = g_memdup2 (one, sizeof *one);

      another->sort_key = g_strdup (one->sort_key);
      g_ptr_array_add (queue->messages, another);
    }
  acq_queue_list_set_queue (list, queue, ACQ_QUEUE_BY_NAME, "", "");
  g_assert_cmpuint (acq_queue_list_get_n_rows (list), ==, 10000);
  g_assert_true (acq_queue_list_select_place (list, 9999));
  gtk_test_widget_wait_for_draw (self->open.window);
  for (guint skip = 0; find_child (GTK_WIDGET (list), g_type_from_name ("AcqQueueCell"), &skip) != NULL;)
    skip = ++n_cells;
  g_assert_cmpuint (n_cells, >, 5);
  g_assert_cmpuint (n_cells, <, 500);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/reminders/usual", test_usual);
  g_test_add_func ("/reminders/approve", test_approve);
  g_test_add_func ("/reminders/approve-twice", test_approve_twice);
  g_test_add_func ("/reminders/withdraw", test_withdraw);
  g_test_add_func ("/reminders/postpone", test_postpone);
  g_test_add_func ("/reminders/held", test_held);
  g_test_add_func ("/reminders/retention", test_retention);
  g_test_add_func ("/reminders/held-notice", test_held_notice);
  g_test_add_func ("/reminders/posted-before", test_posted_before);
  g_test_add_func ("/reminders/called-for-two", test_called_for_two);
  g_test_add_func ("/reminders/other-day", test_other_day);
  g_test_add_func ("/reminders/targets", test_targets);
  g_test_add_func ("/reminders/order", test_order);
  g_test_add_func ("/reminders/search", test_search);
  g_test_add_func ("/reminders/all-done", test_all_done);
  g_test_add_func ("/reminders/quiet", test_quiet);
  g_test_add_func ("/reminders/empty", test_empty);
  g_test_add_func ("/reminders/narrow", test_narrow);
  g_test_add_func ("/reminders/huge", test_huge);
  return g_test_run ();
}
