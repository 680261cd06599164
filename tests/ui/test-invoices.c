/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The invoices' page and its dialogs: empty, usual, many, narrow, and what is wrong. */
#include <adwaita.h>

#include "acq-destination.h"
#include "acq-detail-pane.h"
#include "acq-filter-chips.h"
#include "acq-invoice-dialog.h"
#include "acq-invoices-page.h"
#include "acq-payment-dialog.h"
#include "acq-split-view.h"
#include "import-case.h"

#define NARROW 360
#define MANY   5000

typedef struct
{
  StoreCase *files;
  AcqOpenCompany *company;
  GtkWidget *window;
  GtkWidget *page; /* of the window, beside an empty sidebar */
} Case;

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  gboolean *done = user_data;
  g_autoptr (GError) error = NULL;

  acq_open_company_load_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

static void
open_page (Case *self, int width)
{
  GtkWidget *split;
  gboolean done = FALSE;

  g_clear_pointer (&self->files->file, acq_company_file_close);
  self->company = acq_open_company_new (self->files->path, store_case_clock ());
  acq_open_company_load_async (self->company, NULL, loaded_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  self->window = gtk_window_new ();
  self->page = g_object_new (ACQ_TYPE_INVOICES_PAGE, "company", self->company, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, 700);
  split = g_object_new (ACQ_TYPE_SPLIT_VIEW, "sidebar", gtk_label_new (NULL), "content", self->page, NULL);
  gtk_window_set_child (GTK_WINDOW (self->window), split);
  gtk_window_present (GTK_WINDOW (self->window));
}

/* A name that no column is wide enough for, with what markup would trip over. */
static char *
write_long_name (void)
{
  GString *name = g_string_new ("Menuiserie <b>& fils");

  while (name->len < 300)
    g_string_append (name, " Quincaillerie");
  return g_string_free (name, FALSE);
}

static void
fill (StoreCase *files)
{
  g_autofree char *name = write_long_name ();
  g_autofree char *table
    = g_strdup_printf (INVOICES "F1;05/08/2026;05/09/2026;C1;%s;1310,50;;\n"
                                "F2;05/09/2026;05/10/2026;C2;Hôtel du Doubs SAS;640,00;;\n"
                                "F3;05/11/2026;05/12/2026;C2;Hôtel du Doubs SAS;99,00;;\n"
                                "F4;05/06/2026;05/07/2026;C2;Hôtel du Doubs SAS;10,00;10,00;\n",
                       name);

  import_case_read (files, "a.csv", table, "4 0 0 0");
}

static void
fill_many (StoreCase *files)
{
  GString *table = g_string_new (INVOICES);
  g_autofree char *counts = g_strdup_printf ("%d 0 0 0", MANY);

  for (int i = 1; i <= MANY; i++)
    g_string_append_printf (table, "F%05d;05/08/2026;05/09/2026;C%d;Client %d;%d,00;;\n", i, i % 50, i % 50,
                            i);
  import_case_read (files, "a.csv", table->str, counts);
  g_string_free (table, TRUE);
}

static void
set_up (Case *self, gconstpointer kind)
{
  self->files = store_case_new ();
  if (g_strcmp0 (kind, "many") == 0)
    fill_many (self->files);
  else if (g_strcmp0 (kind, "empty") != 0)
    fill (self->files);
  open_page (self, kind == NULL || g_str_equal (kind, "many") ? 1000 : NARROW);
}

static void
tear_down (Case *self, gconstpointer kind)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  /* Threads that still work something out hold the page, and so the company, until they are done. */
  while (G_OBJECT (self->company)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (self->company);
  store_case_free (self->files);
}

typedef gboolean (*MatchFunc) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *widget, MatchFunc match, gconstpointer data)
{
  if (gtk_widget_get_mapped (widget) && match (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, match, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_text (GtkWidget *widget, gconstpointer text)
{
  if (GTK_IS_INSCRIPTION (widget))
    return strstr (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), text) != NULL;
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
has_type (GtkWidget *widget, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (type));
}

static gboolean
is_entry_called (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_ENTRY_ROW (widget)
         && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static GtkWidget *
wait_for_text (GtkWidget *root, const char *text)
{
  GtkWidget *found;

  while ((found = find (root, has_text, text)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return found;
}

static void
wait_without_text (GtkWidget *root, const char *text)
{
  while (find (root, has_text, text) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
open_target (Case *self, const char *target)
{
  acq_destination_open (ACQ_DESTINATION (self->page), target);
}

static AcqDetailPane *
find_pane (Case *self)
{
  GtkWidget *pane;

  while ((pane = find (self->page, has_type, GSIZE_TO_POINTER (ACQ_TYPE_DETAIL_PANE))) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return ACQ_DETAIL_PANE (pane);
}

static GtkSelectionModel *
find_selection (Case *self)
{
  GtkWidget *view = find (self->page, has_type, GSIZE_TO_POINTER (GTK_TYPE_COLUMN_VIEW));

  return gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
}

static int
measure_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
test_empty (Case *self, gconstpointer kind)
{
  wait_for_text (self->page, "No invoice yet");
  g_assert_null (find (self->page, has_type, GSIZE_TO_POINTER (GTK_TYPE_COLUMN_VIEW)));
  g_assert_cmpint (measure_width (self->page), <=, NARROW);
}

/* What is overdue is shown first, the oldest first. */
static void
test_list (Case *self, gconstpointer kind)
{
  wait_for_text (self->page, "2 overdue invoices of 3 open, the oldest first");
  g_assert_nonnull (find (self->page, has_text, "1,950.50"));
  g_assert_nonnull (find (self->page, has_text, "Menuiserie <b>& fils"));
  g_assert_null (find (self->page, has_text, "F3"));
}

static void
test_filters (Case *self, gconstpointer kind)
{
  wait_for_text (self->page, "2 overdue invoices of 3 open");
  open_target (self, "filter:not-due");
  wait_for_text (self->page, "1 invoice not due yet of 3 open");
  open_target (self, "filter:nonsense");
  g_assert_nonnull (find (self->page, has_text, "1 invoice not due yet"));
  open_target (self, "filter:overdue-31-60");
  wait_for_text (self->page, "31 to 60 days");
  wait_for_text (self->page, "1 overdue invoice of 3 open");
  open_target (self, "filter:disputed");
  wait_for_text (self->page, "No invoice matches");
  g_assert_null (find (self->page, has_text, "31 to 60 days"));
}

/* A bar of the dashboard's chart opens the invoices behind it, behind a filter that goes as soon as another is chosen. */
static void
test_week (Case *self, gconstpointer kind)
{
  wait_for_text (self->page, "2 overdue invoices of 3 open");
  open_target (self, "expected:2026-02-30");
  g_assert_nonnull (find (self->page, has_text, "2 overdue invoices of 3 open"));
  open_target (self, "expected:2020-01-06");
  wait_for_text (self->page, "Likely in the week of 6");
  wait_for_text (self->page, "No invoice matches");
  open_target (self, "filter:not-due");
  wait_for_text (self->page, "1 invoice not due yet of 3 open");
  g_assert_null (find (self->page, has_text, "Likely in the week of 6"));
}

/* A paid invoice that something leads to is shown with a filter that lets it through. */
static void
test_number (Case *self, gconstpointer kind)
{
  open_target (self, "number:F4");
  wait_for_text (self->page, "1 paid invoice, the oldest first");
  wait_for_text (GTK_WIDGET (find_pane (self)), "What happened");
  g_assert_true (acq_detail_pane_get_show_detail (find_pane (self)));
  open_target (self, "number:F999");
  g_assert_nonnull (find (self->page, has_text, "1 paid invoice"));
}

static void
test_details (Case *self, gconstpointer kind)
{
  open_target (self, "number:F2");
  wait_for_text (self->page, "What happened");
  wait_for_text (self->page, "46 days late");
  wait_for_text (self->page, "Possible indemnity");
  wait_for_text (self->page, "Why ");
  g_assert_nonnull (find (self->page, has_text, "No copy of it here"));
  gtk_widget_activate_action (self->page, "invoices.close", NULL);
  wait_without_text (self->page, "What happened");
  g_assert_false (acq_detail_pane_get_show_detail (find_pane (self)));
}

/* Several rows: no details but what can be done with all of them. */
static void
test_selection (Case *self, gconstpointer kind)
{
  wait_for_text (self->page, "2 overdue invoices of 3 open");
  gtk_selection_model_select_all (find_selection (self));
  wait_for_text (self->page, "2 selected");
  g_assert_false (acq_detail_pane_get_show_detail (find_pane (self)));
  gtk_widget_activate_action (self->page, "invoices.hold", NULL);
  wait_for_text (self->page, "On hold");
  g_assert_cmpstr (acq_open_company_get_undo_label (self->company), ==, "2 invoices put on hold for 14 days");
}

static void
test_narrow (Case *self, gconstpointer kind)
{
  wait_for_text (self->page, "2 overdue invoices");
  while (find (self->page, has_type, GSIZE_TO_POINTER (GTK_TYPE_COLUMN_VIEW)) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (measure_width (self->page), <=, NARROW);
  g_assert_true (acq_detail_pane_is_folded (find_pane (self)));
  open_target (self, "number:F1");
  wait_for_text (self->page, "What happened");
  g_assert_null (find (self->page, has_text, "2 overdue invoices"));
  g_assert_cmpint (measure_width (self->page), <=, NARROW);
  gtk_widget_activate_action (self->page, "page.back", NULL);
  wait_for_text (self->page, "2 overdue invoices");
}

/* Rows are made for what is seen, not for what there is. */
static void
test_many (Case *self, gconstpointer kind)
{
  wait_for_text (self->page, "5,000 overdue invoices of 5,000 open");
  g_assert_nonnull (find (self->page, has_text, "F00001"));
  g_assert_null (find (self->page, has_text, "F04000"));
  open_target (self, "number:F04000");
  wait_for_text (self->page, "What happened");
  g_assert_nonnull (find (self->page, has_text, "F04000"));
}

static GtkWidget *
find_dialog (Case *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (self->window))
        return GTK_WIDGET (window);
    }
  return NULL;
}

static GtkWidget *
wait_for_entry (GtkWidget *dialog, const char *title)
{
  GtkWidget *entry;

  while ((entry = find (dialog, is_entry_called, title)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return entry;
}

static void
type (GtkWidget *dialog, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (wait_for_entry (dialog, title)), text);
}

static void
wait_for_end (Case *self)
{
  while (find_dialog (self) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_error (GtkWidget *entry)
{
  while (!gtk_widget_has_css_class (entry, "error"))
    g_main_context_iteration (NULL, TRUE);
}

/* The whole rest is proposed; more than it is refused at the field, and what was typed stays. */
static void
test_payment (Case *self, gconstpointer kind)
{
  GtkWidget *dialog, *amount;

  wait_for_text (self->page, "2 overdue invoices of 3 open");
  acq_payment_dialog_present (GTK_WINDOW (self->window), self->company, "F2");
  dialog = find_dialog (self);
  amount = wait_for_entry (dialog, "Amount");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (amount)), ==, "640.00");
  type (dialog, "Amount", "many");
  gtk_widget_activate_action (dialog, "payment.confirm", NULL);
  wait_for_error (amount);
  type (dialog, "Amount", "640.01");
  gtk_widget_activate_action (dialog, "payment.confirm", NULL);
  wait_for_error (amount);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (amount)), ==, "640.01");
  type (dialog, "Amount", "640");
  type (dialog, "Day", "someday");
  gtk_widget_activate_action (dialog, "payment.confirm", NULL);
  wait_for_error (wait_for_entry (dialog, "Day"));
  type (dialog, "Day", "19/11/2026");
  gtk_widget_activate_action (dialog, "payment.confirm", NULL);
  wait_for_end (self);
  wait_for_text (self->page, "Cheque in hand");
}

static void
test_typed_invoice (Case *self, gconstpointer kind)
{
  GtkWidget *dialog;

  wait_for_text (self->page, "2 overdue invoices of 3 open");
  acq_invoice_dialog_present (GTK_WINDOW (self->window), self->company, "");
  dialog = find_dialog (self);
  type (dialog, "Customer", "hotel");
  wait_for_text (dialog, "Hôtel du Doubs");
  type (dialog, "Customer", "Hôtel du Doubs SAS");
  wait_for_text (dialog, "A customer you know.");
  type (dialog, "Number", "F2");
  type (dialog, "Issued on", "01/10/2026");
  type (dialog, "Due day", "31/10/2026");
  type (dialog, "Total with VAT", "1 200,00");
  gtk_widget_activate_action (dialog, "invoice.save", NULL);
  wait_for_error (wait_for_entry (dialog, "Number"));
  type (dialog, "Number", "F5");
  gtk_widget_activate_action (dialog, "invoice.save", NULL);
  wait_for_end (self);
  wait_for_text (self->page, "3 overdue invoices of 4 open");
}

static void
test_edit (Case *self, gconstpointer kind)
{
  GtkWidget *dialog;

  wait_for_text (self->page, "2 overdue invoices of 3 open");
  acq_invoice_dialog_present_edit (GTK_WINDOW (self->window), self->company, "F2");
  dialog = find_dialog (self);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (wait_for_entry (dialog, "Total with VAT"))), ==,
                   "640.00");
  type (dialog, "Total with VAT", "700");
  gtk_widget_activate_action (dialog, "invoice.save", NULL);
  wait_for_end (self);
  wait_for_text (self->page, "700.00");
}

static gboolean
retain (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (AcqChange) change = acq_change_begin (file, error);

  return change != NULL
         && acq_connection_exec (acq_company_file_connection (file),
                                 "UPDATE due_item SET kind = 'retention' WHERE invoice_id"
                                 " = (SELECT id FROM invoice WHERE number = 'F2')",
                                 error)
         && acq_change_commit (change, "set", NULL, NULL, error);
}

static void
retained_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, NULL));
  *(gboolean *) user_data = TRUE;
}

/* An invoice of nothing but retention stays one, or it would be reminded of as what is late. */
static void
test_edit_retention (Case *self, gconstpointer kind)
{
  gboolean done = FALSE;
  const AcqInvoice *invoice;

  acq_open_company_change_async (self->company, NULL, retain, NULL, NULL, NULL, retained_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  acq_invoice_dialog_present_edit (GTK_WINDOW (self->window), self->company, "F2");
  type (find_dialog (self), "Number", "F2B");
  gtk_widget_activate_action (find_dialog (self), "invoice.save", NULL);
  wait_for_end (self);
  invoice
    = acq_ledger_find_invoice_by_number (acq_open_company_get_view (self->company)->books->ledger, "F2B");
  g_assert_cmpint (acq_invoice_due_item (invoice, 0)->kind, ==, ACQ_DUE_KIND_RETENTION);
}

/* What is read aloud: chips with their counts, the list by its name. */
static void
test_accessible (Case *self, gconstpointer kind)
{
  GtkWidget *view, *chips;

  wait_for_text (self->page, "2 overdue invoices of 3 open");
  view = find (self->page, has_type, GSIZE_TO_POINTER (GTK_TYPE_COLUMN_VIEW));
  chips = find (self->page, has_type, GSIZE_TO_POINTER (ACQ_TYPE_FILTER_CHIPS));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Invoices");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (chips), GTK_ACCESSIBLE_ROLE_GROUP);
}

/* The list is one stop of the Tab key, however many rows it has. */
static void
test_tab (Case *self, gconstpointer kind)
{
  GtkWidget *view, *focus;
  g_autoptr (GListModel) controllers = NULL;
  guint n_left = 0;

  wait_for_text (self->page, "5,000 overdue invoices of 5,000 open");
  view = find (self->page, has_type, GSIZE_TO_POINTER (GTK_TYPE_COLUMN_VIEW));
  controllers = gtk_widget_observe_controllers (view);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) keys = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (keys)
          || gtk_event_controller_get_propagation_phase (keys) != GTK_PHASE_CAPTURE)
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (keys)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (keys), j);

          g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
          g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, view, NULL));
          focus = gtk_window_get_focus (GTK_WINDOW (self->window));
          g_assert_true (focus != NULL && !gtk_widget_is_ancestor (focus, view));
          n_left++;
        }
    }
  g_assert_cmpuint (n_left, ==, 4);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  /* As desktops for narrow screens have it. */
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", NULL);
  g_test_add ("/invoices/empty", Case, "empty", set_up, test_empty, tear_down);
  g_test_add ("/invoices/list", Case, NULL, set_up, test_list, tear_down);
  g_test_add ("/invoices/filters", Case, NULL, set_up, test_filters, tear_down);
  g_test_add ("/invoices/week", Case, NULL, set_up, test_week, tear_down);
  g_test_add ("/invoices/number", Case, NULL, set_up, test_number, tear_down);
  g_test_add ("/invoices/details", Case, NULL, set_up, test_details, tear_down);
  g_test_add ("/invoices/selection", Case, NULL, set_up, test_selection, tear_down);
  g_test_add ("/invoices/narrow", Case, "narrow", set_up, test_narrow, tear_down);
  g_test_add ("/invoices/tab", Case, "many", set_up, test_tab, tear_down);
  g_test_add ("/invoices/many", Case, "many", set_up, test_many, tear_down);
  g_test_add ("/invoices/payment", Case, NULL, set_up, test_payment, tear_down);
  g_test_add ("/invoices/typed-invoice", Case, NULL, set_up, test_typed_invoice, tear_down);
  g_test_add ("/invoices/edit", Case, NULL, set_up, test_edit, tear_down);
  g_test_add ("/invoices/edit-retention", Case, NULL, set_up, test_edit_retention, tear_down);
  g_test_add ("/invoices/accessible", Case, NULL, set_up, test_accessible, tear_down);
  return g_test_run ();
}
