/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "acq-approval.h"
#include "acq-call-record.h"
#include "acq-columns.h"
#include "acq-day-row.h"
#include "acq-fact-entry.h"
#include "acq-mail-preview.h"
#include "acq-pdf-preview.h"
#include "acq-planning.h"
#include "acq-session-answer.h"
#include "acq-session-bar.h"
#include "acq-session-end.h"
#include "acq-session-view.h"
#include "acq-timeline-entry.h"
#include "company-case.h"
#include "import-case.h"

#define N_CUSTOMERS 12

/* How the customers are reminded. */
typedef enum
{
  MAILS,
  LETTERS,
  CALLS,
} Contents;

/* A company in a window that shows nothing but the session. */
typedef struct
{
  CompanyCase base;
  AcqSessionView *view;
  guint n_left; /* signals that the user wants to leave */
} Case;

/* Until nothing is worked out any more: what a job brings may ask for the next. */
static void
settle (Case *self)
{
  do
    company_case_wait (&self->base);
  while (!acq_session_view_is_settled (self->view));
  gtk_test_widget_wait_for_draw (self->base.window);
}

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
find_in (gpointer widget, GType type, guint nth)
{
  GtkWidget *found = find_child (GTK_WIDGET (widget), type, &nth);

  g_assert_nonnull (found);
  return found;
}

static void
run (StoreCase *files, const char *sql)
{
  g_autoptr (AcqChange) change = acq_change_begin (files->file, NULL);

  g_assert_true (acq_connection_exec (files->connection, sql, NULL));
  g_assert_true (acq_change_commit (change, "set", NULL, NULL, NULL));
}

static void
fill (StoreCase *files, Contents contents, guint n_customers)
{
  g_autoptr (GString) rows = g_string_new (INVOICES);
  g_autofree char *counts = g_strdup_printf ("%u 0 0 0", n_customers);
  g_autoptr (AcqChange) change = NULL;

  for (guint i = 1; i <= n_customers; i++)
    g_string_append_printf (rows, "F%u;05/10/2026;05/11/2026;C%u;Client %u SARL;%u00,00;;\n", i, i, i, i);
  if (n_customers > 0)
    import_case_read (files, "a.csv", rows->str, counts);
  run (files, "UPDATE invoice SET old_item = 0;"
              "INSERT INTO contact (customer_id, role, name, email, phone)"
              " SELECT id, 'pays', 'Claire', code || '@example.org', '03 53 01 40 12' FROM customer;"
              "INSERT INTO account (id, iban, currency) VALUES (90, 'FR7610278000000001234567890', 'EUR');"
              "INSERT INTO setting (key, value) VALUES ('recipients_a_day', '100');"
              "INSERT INTO statement (account_id, first_day, last_day)"
              " VALUES (90, '2026-09-01', '2026-11-20')");
  if (contents == LETTERS)
    run (files, "DELETE FROM contact; INSERT INTO setting (key, value) VALUES ('scenario', 'formal');"
                "UPDATE customer SET address = '1 rue Haute', postcode = '25000', city = 'Besançon'");
  if (contents == CALLS)
    run (files, "UPDATE invoice SET reminders_before = 1, last_reminder_before = '2026-11-06';"
                "INSERT INTO setting (key, value) VALUES ('scenario', 'progressive')");
  change = acq_change_begin (files->file, NULL);
  g_assert_true (acq_planning_take_right_to_send (files->file, NULL));
  g_assert_true (acq_change_commit (change, "set", NULL, NULL, NULL));
}

static void
left_cb (Case *self)
{
  self->n_left++;
}

static Case *
case_new (Contents contents, guint n_customers, int width)
{
  Case *self = g_new0 (Case, 1);
  StoreCase *files = store_case_new ();

  fill (files, contents, n_customers);
  company_case_open (&self->base, files);
  self->view = ACQ_SESSION_VIEW (acq_session_view_new (self->base.company));
  g_signal_connect_swapped (self->view, "left", G_CALLBACK (left_cb), self);
  company_case_show_page (&self->base, GTK_WIDGET (self->view), width);
  settle (self);
  return self;
}

static void
case_free (Case *self)
{
  company_case_close (&self->base);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, case_free)

static AcqSession *
session_of (Case *self)
{
  return acq_session_view_get_session (self->view);
}

static GtkShortcut *
find_shortcut (GListModel *shortcuts, guint key)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (GTK_IS_KEYVAL_TRIGGER (trigger)
          && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == 0
          && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
        return g_steal_pointer (&shortcut);
    }
  return NULL;
}

/* What the window does with a key that no field has taken. */
static void
press (Case *self, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->view));
  gboolean heard = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      g_autoptr (GtkShortcut) shortcut
        = GTK_IS_SHORTCUT_CONTROLLER (controller) ? find_shortcut (G_LIST_MODEL (controller), key) : NULL;

      if (shortcut == NULL)
        continue;
      heard = TRUE;
      gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (self->view),
                                    gtk_shortcut_get_arguments (shortcut));
    }
  g_assert_true (heard);
  settle (self);
}

static AcqSessionAnswer *
open_answer (Case *self)
{
  AcqSessionBar *bar = find_in (self->view, ACQ_TYPE_SESSION_BAR, 0);
  AcqSessionAnswer *answer;

  g_assert_true (acq_session_bar_is_asking (bar));
  for (guint nth = 0;; nth++)
    {
      answer = find_in (self->view, ACQ_TYPE_SESSION_ANSWER, nth);
      if (gtk_widget_get_visible (GTK_WIDGET (answer)))
        return answer;
    }
}

static void
type (AcqSessionAnswer *answer, GType type, guint nth, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_in (answer, type, nth)), text);
}

static void
keep (Case *self, AcqSessionAnswer *answer)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (answer), "answer.keep", NULL));
  settle (self);
}

/* What is not complete is not kept. */
static void
refuse (Case *self, AcqSessionAnswer *answer)
{
  guint n_deeds = acq_session_get_deeds (session_of (self))->len;

  gtk_widget_activate_action (GTK_WIDGET (answer), "answer.keep", NULL);
  settle (self);
  g_assert_true (open_answer (self) == answer);
  g_assert_cmpuint (acq_session_get_deeds (session_of (self))->len, ==, n_deeds);
}

static char *
ask_file (Case *self, const char *sql)
{
  g_autoptr (AcqCompanyFile) file = acq_company_file_open (self->base.files->path, store_case_clock (), NULL);
  g_autoptr (AcqRows) rows = acq_connection_query (acq_company_file_connection (file), NULL, sql, "");

  return rows != NULL && acq_rows_next (rows, NULL) ? acq_rows_dup_text (rows, 0) : NULL;
}

static void
expect (Case *self, const char *sql, const char *expected)
{
  g_autofree char *text = ask_file (self, sql);

  g_assert_cmpstr (text, ==, expected);
}

static const char *
shown_page (Case *self)
{
  return gtk_stack_get_visible_child_name (find_in (self->view, GTK_TYPE_STACK, 0));
}

static void
undone_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  acq_open_company_undo_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_assert_no_error (error);
}

static void
undo (Case *self)
{
  acq_open_company_undo_async (self->base.company, undone_cb, NULL);
  settle (self);
}

/* Twelve customers by keyboard alone: one promises, one disputes, one is called, one has answered, one comes later, one is held
   back, one is passed over, the others are approved. */
static void
test_twelve (void)
{
  g_autoptr (Case) self = case_new (MAILS, N_CUSTOMERS, 1180);
  AcqSession *session = session_of (self);
  AcqSessionAnswer *answer;

  g_assert_cmpstr (shown_page (self), ==, "work");
  g_assert_cmpuint (acq_session_count (session, ACQ_SESSION_WAITING), ==, N_CUSTOMERS);
  press (self, GDK_KEY_Return);
  g_assert_cmpuint (acq_session_count (session, ACQ_SESSION_APPROVED), ==, 1);

  press (self, GDK_KEY_p);
  answer = open_answer (self);
  refuse (self, answer);
  type (answer, ACQ_TYPE_DAY_ROW, 0, "27/11/2026");
  keep (self, answer);
  g_assert_cmpuint (acq_session_count (session, ACQ_SESSION_PROMISED), ==, 1);
  expect (self, "SELECT until FROM note WHERE kind = 'promise'", "2026-11-27");

  press (self, GDK_KEY_l);
  keep (self, open_answer (self));
  g_assert_cmpuint (acq_session_count (session, ACQ_SESSION_DISPUTED), ==, 1);

  press (self, GDK_KEY_a);
  keep (self, open_answer (self));
  g_assert_cmpuint (acq_session_count (session, ACQ_SESSION_CALLED), ==, 1);
  expect (self, "SELECT count (*) FROM note WHERE kind = 'call'", "1");

  press (self, GDK_KEY_r);
  keep (self, open_answer (self));
  g_assert_cmpuint (acq_session_count (session, ACQ_SESSION_ANSWERED), ==, 1);
  expect (self, "SELECT closed FROM note WHERE kind = 'answer'", "0");

  press (self, GDK_KEY_s);
  g_assert_cmpuint (acq_session_count (session, ACQ_SESSION_LATER), ==, 1);
  press (self, GDK_KEY_h);
  keep (self, open_answer (self));
  g_assert_cmpuint (acq_session_count (session, ACQ_SESSION_HELD), ==, 1);

  g_assert_cmpuint (acq_session_get_current (session), ==, 7);
  press (self, GDK_KEY_Right);
  for (guint i = 0; i < 4; i++)
    press (self, GDK_KEY_Return);
  g_assert_cmpstr (shown_page (self), ==, "end");
  g_assert_cmpuint (acq_session_count (session, ACQ_SESSION_APPROVED), ==, 5);
  g_assert_cmpuint (acq_session_count (session, ACQ_SESSION_WAITING), ==, 1);
  g_assert_cmpuint (acq_session_get_deeds (session)->len, ==, 11);
  expect (self, "SELECT count (*) FROM message", "5");
  press (self, GDK_KEY_Left);
  g_assert_cmpuint (acq_session_get_current (session), ==, 7);
  press (self, GDK_KEY_Escape);
  g_assert_cmpuint (self->n_left, ==, 1);
}

/* Arrows and page keys look, and decide nothing. */
static void
test_arrows (void)
{
  g_autoptr (Case) self = case_new (MAILS, 3, 1180);
  AcqSession *session = session_of (self);

  press (self, GDK_KEY_Page_Down);
  g_assert_cmpuint (acq_session_get_current (session), ==, 1);
  press (self, GDK_KEY_Down);
  g_assert_cmpuint (acq_session_get_current (session), ==, 2);
  press (self, GDK_KEY_Page_Up);
  press (self, GDK_KEY_Left);
  g_assert_cmpuint (acq_session_get_current (session), ==, 0);
  press (self, GDK_KEY_Up);
  g_assert_cmpuint (acq_session_get_current (session), ==, 0);
  g_assert_cmpuint (acq_session_get_deeds (session)->len, ==, 0);
  press (self, GDK_KEY_End);
  g_assert_cmpstr (shown_page (self), ==, "end");
  press (self, GDK_KEY_Right);
  g_assert_cmpstr (shown_page (self), ==, "end");
}

/* While one types, a key is a letter: nothing else happens. */
static void
test_typing (void)
{
  static const guint keys[]
    = { GDK_KEY_Return, GDK_KEY_s, GDK_KEY_l, GDK_KEY_p, GDK_KEY_e, GDK_KEY_Right, GDK_KEY_Escape };
  g_autoptr (Case) self = case_new (MAILS, 3, 1180);
  AcqSessionAnswer *answer;
  GtkWidget *focus;

  press (self, GDK_KEY_a);
  answer = open_answer (self);
  focus = gtk_root_get_focus (GTK_ROOT (self->base.window));
  g_assert_true (GTK_IS_TEXT (focus));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (answer)));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    press (self, keys[i]);
  g_assert_true (open_answer (self) == answer);
  g_assert_cmpuint (acq_session_get_deeds (session_of (self))->len, ==, 0);
  g_assert_cmpuint (acq_session_get_current (session_of (self)), ==, 0);
  g_assert_cmpuint (self->n_left, ==, 0);
  gtk_popover_popdown (GTK_POPOVER (answer));
  settle (self);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->base.window)) == GTK_WIDGET (self->view));
  press (self, GDK_KEY_s);
  g_assert_cmpuint (acq_session_count (session_of (self), ACQ_SESSION_LATER), ==, 1);
}

/* Enter twice is one decision. */
static void
test_twice (void)
{
  g_autoptr (Case) self = case_new (MAILS, 3, 1180);
  GtkWidget *view = GTK_WIDGET (self->view);

  gtk_widget_activate_action (view, "session.go", NULL);
  gtk_widget_activate_action (view, "session.go", NULL);
  settle (self);
  g_assert_cmpuint (acq_session_count (session_of (self), ACQ_SESSION_APPROVED), ==, 1);
  g_assert_cmpuint (acq_session_get_current (session_of (self)), ==, 1);
}

static void
test_undo (void)
{
  g_autoptr (Case) self = case_new (MAILS, 3, 1180);

  press (self, GDK_KEY_Return);
  press (self, GDK_KEY_s);
  g_assert_cmpuint (acq_session_get_current (session_of (self)), ==, 2);
  undo (self);
  g_assert_cmpuint (acq_session_get_current (session_of (self)), ==, 1);
  g_assert_cmpuint (acq_session_count (session_of (self), ACQ_SESSION_LATER), ==, 0);
  undo (self);
  g_assert_cmpuint (acq_session_get_current (session_of (self)), ==, 0);
  g_assert_cmpuint (acq_session_get_deeds (session_of (self))->len, ==, 0);
  expect (self, "SELECT count (*) FROM message", "0");
}

/* The words of a call that name a day are offered as a promise; taken at once where they speak of paying. */
static void
test_offered_promise (void)
{
  g_autoptr (Case) self = case_new (MAILS, 2, 1180);
  AcqSessionAnswer *answer;
  GtkCheckButton *offer;

  press (self, GDK_KEY_a);
  answer = open_answer (self);
  offer = find_in (answer, GTK_TYPE_CHECK_BUTTON, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (offer)));
  type (answer, ADW_TYPE_ENTRY_ROW, 3, "rappeler lundi");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (offer)));
  g_assert_false (gtk_check_button_get_active (offer));
  type (answer, ADW_TYPE_ENTRY_ROW, 3, "le règlement part vendredi");
  g_assert_true (gtk_check_button_get_active (offer));
  g_assert_cmpstr (gtk_check_button_get_label (offer), ==,
                   "Note it as a promise for Friday 27\u00a0November");
  keep (self, answer);
  expect (self, "SELECT until || reason FROM note WHERE kind = 'promise'",
          "2026-11-27le règlement part vendredi");
  g_assert_cmpuint (acq_session_count (session_of (self), ACQ_SESSION_CALLED), ==, 1);
}

static void
test_amount (void)
{
  g_autoptr (Case) self = case_new (MAILS, 2, 1180);
  AcqSessionAnswer *answer;

  press (self, GDK_KEY_l);
  answer = open_answer (self);
  type (answer, ADW_TYPE_ENTRY_ROW, 2, "900");
  refuse (self, answer);
  type (answer, ADW_TYPE_ENTRY_ROW, 2, "50");
  keep (self, answer);
  expect (self, "SELECT amount FROM note WHERE kind = 'dispute'", "5000");
  /* The rest of it is still asked for, and comes at once. */
  g_assert_cmpuint (acq_session_get_current (session_of (self)), ==, 0);
  g_assert_cmpint (acq_session_get_current_entry (session_of (self))->total, ==, 15000);
}

/* The number is large, and the guide takes the mail's place; Enter asks what came of it. */
static void
test_call (void)
{
  g_autoptr (Case) self = case_new (CALLS, 2, 1180);
  AcqMailPreview *preview = find_in (self->view, ACQ_TYPE_MAIL_PREVIEW, 0);
  AcqSessionAnswer *answer;

  g_assert_cmpint (acq_session_get_current_entry (session_of (self))->channel, ==, ACQ_CHANNEL_CALL);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (preview)));
  press (self, GDK_KEY_Return);
  answer = open_answer (self);
  keep (self, answer);
  g_assert_cmpuint (acq_session_count (session_of (self), ACQ_SESSION_CALLED), ==, 1);
  expect (self, "SELECT state FROM message", "sent");
}

static void
test_letter (void)
{
  g_autoptr (Case) self = case_new (LETTERS, 2, 1180);
  AcqPdfPreview *letter = find_in (self->view, ACQ_TYPE_PDF_PREVIEW, 0);

  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (letter)));
  g_assert_nonnull (acq_pdf_preview_get_pdf (letter));
  press (self, GDK_KEY_End);
  g_assert_false (
    gtk_widget_get_visible (find_in (find_in (self->view, ACQ_TYPE_SESSION_END, 0), GTK_TYPE_LIST_BOX, 0)));
}

static void
test_empty (void)
{
  g_autoptr (Case) self = case_new (MAILS, 0, 1180);

  g_assert_cmpstr (shown_page (self), ==, "empty");
  press (self, GDK_KEY_Return);
  press (self, GDK_KEY_p);
  g_assert_false (acq_session_bar_is_asking (find_in (self->view, ACQ_TYPE_SESSION_BAR, 0)));
  press (self, GDK_KEY_Escape);
  g_assert_cmpuint (self->n_left, ==, 1);
}

/* Who was seen and passed over is in the list without a tick; one click approves the others, one undo takes that back. */
static void
test_rest (void)
{
  g_autoptr (Case) self = case_new (MAILS, 5, 1180);
  AcqSessionEnd *end = find_in (self->view, ACQ_TYPE_SESSION_END, 0);
  g_autoptr (GPtrArray) ticked = NULL;

  press (self, GDK_KEY_Return);
  press (self, GDK_KEY_Right);
  press (self, GDK_KEY_End);
  ticked = acq_session_end_list_ticked (end, session_of (self));
  g_assert_cmpuint (ticked->len, ==, 2);
  g_signal_emit_by_name (end, "approve");
  settle (self);
  g_assert_cmpstr (shown_page (self), ==, "end");
  g_assert_cmpuint (acq_session_count (session_of (self), ACQ_SESSION_APPROVED), ==, 3);
  g_assert_cmpuint (acq_session_count (session_of (self), ACQ_SESSION_WAITING), ==, 2);
  undo (self);
  g_assert_cmpuint (acq_session_count (session_of (self), ACQ_SESSION_APPROVED), ==, 1);
  expect (self, "SELECT count (*) FROM message", "1");
}

static gboolean
pay (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  AcqPaymentEntry payment = { "F3", 30000, acq_clock_today (store_case_clock ()), ACQ_MEANS_CASH, NULL };
  AcqReceiptState state;

  return acq_fact_enter_payment (file, &payment, &state, error);
}

static void
paid_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, NULL));
}

/* Money that comes while he is on show: he is gone, and an Enter that was meant for him approves nobody. */
static void
test_paid_meanwhile (void)
{
  g_autoptr (Case) self = case_new (MAILS, 3, 1180);

  acq_open_company_change_async (self->base.company, "Paid", pay, NULL, NULL, NULL, paid_cb, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "session.go", NULL);
  settle (self);
  expect (self, "SELECT count (*) FROM message", "0");
  g_assert_cmpuint (acq_session_get_current (session_of (self)), ==, 1);
  g_assert_cmpint (acq_session_get_entry (session_of (self), 0)->state, ==, ACQ_SESSION_PAID);
}

/* One column, and nothing wider than a telephone's screen. */
static void
test_narrow (void)
{
  g_autoptr (Case) self = case_new (MAILS, 3, 400);
  AcqColumns *columns = find_in (self->view, ACQ_TYPE_COLUMNS, 0);
  int minimum;

  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_cmpint (gtk_widget_get_width (self->base.window), <=, 400);
  g_assert_true (acq_columns_is_narrow (columns));
  press (self, GDK_KEY_Return);
  g_assert_cmpuint (acq_session_count (session_of (self), ACQ_SESSION_APPROVED), ==, 1);
  press (self, GDK_KEY_End);
  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static void
test_names (void)
{
  g_autoptr (Case) self = case_new (MAILS, 3, 1180);
  AcqSessionBar *bar = find_in (self->view, ACQ_TYPE_SESSION_BAR, 0);

  for (guint i = 0; i < 5; i++)
    g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (find_in (bar, GTK_TYPE_MENU_BUTTON, i)),
                                                     GTK_ACCESSIBLE_PROPERTY_LABEL));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1 of 3 · Client 3 SARL");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/session/twelve", test_twelve);
  g_test_add_func ("/session/arrows", test_arrows);
  g_test_add_func ("/session/typing", test_typing);
  g_test_add_func ("/session/twice", test_twice);
  g_test_add_func ("/session/undo", test_undo);
  g_test_add_func ("/session/offered-promise", test_offered_promise);
  g_test_add_func ("/session/amount", test_amount);
  g_test_add_func ("/session/call", test_call);
  g_test_add_func ("/session/letter", test_letter);
  g_test_add_func ("/session/empty", test_empty);
  g_test_add_func ("/session/rest", test_rest);
  g_test_add_func ("/session/paid-meanwhile", test_paid_meanwhile);
  g_test_add_func ("/session/narrow", test_narrow);
  g_test_add_func ("/session/names", test_names);
  return g_test_run ();
}
