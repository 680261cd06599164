/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The customers' pages and the customer's dialog: empty, usual, many, and what is wrong. */
#include <adwaita.h>

#include "acq-contact-row.h"
#include "acq-customer-dialog.h"
#include "acq-customers-page.h"
#include "acq-lookup.h"
#include "acq-timeline-entry.h"
#include "import-case.h"

#define NARROW 360

typedef struct
{
  StoreCase *files;
  AcqOpenCompany *company;
  GtkWidget *window;
  GtkWidget *page; /* of the window */
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
open_page (Case *self)
{
  gboolean done = FALSE;

  g_clear_pointer (&self->files->file, acq_company_file_close);
  self->company = acq_open_company_new (self->files->path, store_case_clock ());
  acq_open_company_load_async (self->company, NULL, loaded_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  self->window = gtk_window_new ();
  self->page = g_object_new (ACQ_TYPE_CUSTOMERS_PAGE, "company", self->company, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (self->window), self->page);
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
fill (StoreCase *files, gconstpointer many)
{
  g_autofree char *name = write_long_name ();
  GString *table = g_string_new (INVOICES);
  guint n = many != NULL ? 2000 : 3;
  g_autofree char *counts = g_strdup_printf ("%u 0 0 0", n);

  g_string_append_printf (table, "F1;05/08/2026;05/09/2026;C1;%s;1310,50;;\n", name);
  g_string_append (table, "F2;05/08/2026;05/09/2026;C2;Hôtel du Doubs;640,00;;\n");
  for (guint i = 3; i <= n; i++)
    g_string_append_printf (table, "F%u;05/11/2026;05/12/2026;C%u;Client %u;%u,00;;\n", i, i, i, i);
  import_case_read (files, "a.csv", table->str, counts);
  g_string_free (table, TRUE);
}

static void
set_up (Case *self, gconstpointer kind)
{
  self->files = store_case_new ();
  if (g_strcmp0 (kind, "empty") != 0)
    fill (self->files, g_strcmp0 (kind, "many") == 0 ? kind : NULL);
  open_page (self);
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
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
has_type (GtkWidget *widget, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (type));
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
open_target (Case *self, const char *target)
{
  acq_destination_open (ACQ_DESTINATION (self->page), target);
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
  wait_for_text (self->page, "No customer yet");
  g_assert_null (find (self->page, has_type, GSIZE_TO_POINTER (GTK_TYPE_COLUMN_VIEW)));
  g_assert_cmpint (measure_width (self->page), <=, NARROW);
}

/* The largest first, with what follows from it; a long name breaks nothing. */
static void
test_list (Case *self, gconstpointer kind)
{
  GtkWidget *name = wait_for_text (self->page, "Menuiserie <b>& fils");

  wait_for_text (self->page, "3 customers, the largest outstanding first");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (name), ==, gtk_label_get_text (GTK_LABEL (name)));
  g_assert_nonnull (find (self->page, has_text, "Courteous reminder"));
  g_assert_nonnull (find (self->page, has_text, "nothing to do"));
  g_assert_cmpint (measure_width (self->page), <=, NARROW);
}

static void
test_filters (Case *self, gconstpointer kind)
{
  wait_for_text (self->page, "3 customers, the largest outstanding first");
  open_target (self, "filter:overdue");
  wait_for_text (self->page, "2 of 3 customers");
  g_assert_null (find (self->page, has_text, "Client 3"));
  open_target (self, "filter:nonsense");
  g_assert_nonnull (find (self->page, has_text, "2 of 3 customers"));
  open_target (self, "filter:disputed");
  wait_for_text (self->page, "No customer matches");
}

static void
test_customer (Case *self, gconstpointer kind)
{
  open_target (self, "code:C2");
  wait_for_text (self->page, "Hôtel du Doubs");
  wait_for_text (self->page, "Invoice F2 issued");
  g_assert_nonnull (find (self->page, has_text, "Courteous reminder planned"));
  g_assert_nonnull (find (self->page, has_text, "1 invoice"));
  g_assert_nonnull (find (self->page, has_text, "No contact"));
  g_assert_cmpint (measure_width (self->page), <=, NARROW);
  gtk_widget_activate_action (self->page, "page.back", NULL);
  wait_for_text (self->page, "3 customers");
}

static void
choose_scenario (Case *self, const char *shown, const char *code)
{
  GtkWidget *row = gtk_widget_get_ancestor (wait_for_text (self->page, shown), ADW_TYPE_ACTION_ROW);

  g_assert_true (gtk_widget_activate_action (row, "scenario.choose", "s", code));
}

/* Chosen from the row's menu, and back to the rules; the row says why. */
static void
test_scenario (Case *self, gconstpointer kind)
{
  open_target (self, "code:C2");
  choose_scenario (self, "Scenario “Standard”", "formal");
  wait_for_text (self->page, "chosen for this customer");
  choose_scenario (self, "Scenario “Formal”", "");
  wait_for_text (self->page, "Scenario “Standard”");
  g_assert_null (find (self->page, has_text, "chosen for this customer"));
}

static void
test_long_name (Case *self, gconstpointer kind)
{
  open_target (self, "code:C1");
  wait_for_text (self->page, "Invoice F1 issued");
  g_assert_cmpint (measure_width (self->page), <=, NARROW);
}

static void
test_unknown (Case *self, gconstpointer kind)
{
  open_target (self, "code:NOBODY");
  wait_for_text (self->page, "This customer is not there any more");
}

/* Rows are made for what is seen, not for what there is. */
static void
test_many (Case *self, gconstpointer kind)
{
  wait_for_text (self->page, "2,000 customers");
  g_assert_nonnull (find (self->page, has_text, "Client 2000"));
  g_assert_null (find (self->page, has_text, "Client 7"));
}

static GtkWidget *
present_dialog (Case *self, const char *code)
{
  g_autoptr (GListModel) windows = NULL;

  acq_customer_dialog_present (GTK_WINDOW (self->window), self->company, code);
  windows = gtk_window_get_toplevels ();
  g_object_ref (windows);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ACQ_IS_CUSTOMER_DIALOG (window))
        return window;
    }
  g_assert_not_reached ();
}

static gboolean
is_entry_called (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_ENTRY_ROW (widget)
         && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static GtkWidget *
wait_for_entry (GtkWidget *dialog, const char *title)
{
  GtkWidget *entry;

  while ((entry = find (dialog, is_entry_called, title)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return entry;
}

/* What is wrong is said and marked, and what was typed stays; then it is kept and seen on the page. */
static void
test_dialog (Case *self, gconstpointer kind)
{
  GtkWidget *dialog = present_dialog (self, "");
  GtkWidget *name = wait_for_entry (dialog, "Name");
  GtkWidget *siren = wait_for_entry (dialog, "SIREN or SIRET");

  gtk_widget_activate_action (dialog, "customer.save", NULL);
  g_assert_true (gtk_widget_has_css_class (name, "error"));
  gtk_editable_set_text (GTK_EDITABLE (name), "Garage du Stade & Cie");
  g_assert_false (gtk_widget_has_css_class (name, "error"));
  gtk_editable_set_text (GTK_EDITABLE (siren), "123 456 789");
  gtk_widget_activate_action (dialog, "customer.save", NULL);
  g_assert_true (gtk_widget_has_css_class (siren, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (siren)), ==, "123 456 789");
  gtk_editable_set_text (GTK_EDITABLE (siren), "732 829 320");
  gtk_widget_activate_action (dialog, "customer.add-contact", NULL);
  gtk_editable_set_text (GTK_EDITABLE (wait_for_entry (dialog, "E-mail address")), "compta@garage.example");
  gtk_widget_activate_action (dialog, "customer.save", NULL);
  wait_for_text (self->page, "Garage du Stade & Cie");
  wait_for_text (self->page, "4 customers");
}

static gboolean
give_address (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (AcqChange) change = acq_change_begin (file, error);

  return change != NULL
         && acq_connection_exec (acq_company_file_connection (file),
                                 "UPDATE customer SET address = 'ZI Nord, lot 3' WHERE code = 'C2'", error)
         && acq_change_commit (change, "set", NULL, NULL, error);
}

static void
given_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, NULL));
  *(gboolean *) user_data = TRUE;
}

/* What was not touched is kept as it was: an approved letter would go to another address else. */
static void
test_untouched (Case *self, gconstpointer kind)
{
  gboolean done = FALSE;
  GtkWidget *dialog, *name;
  const AcqCustomer *customer;

  acq_open_company_change_async (self->company, NULL, give_address, NULL, NULL, NULL, given_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  dialog = present_dialog (self, "C2");
  name = wait_for_entry (dialog, "Name");
  while (gtk_editable_get_text (GTK_EDITABLE (name))[0] == '\0')
    g_main_context_iteration (NULL, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (name), "Hôtel de la Loue");
  gtk_widget_activate_action (dialog, "customer.save", NULL);
  wait_for_text (self->page, "Hôtel de la Loue");
  customer = acq_lookup_customer_in (acq_open_company_get_view (self->company)->books->ledger, "C2", NULL);
  g_assert_cmpstr (customer->address, ==, "ZI Nord, lot 3");
}

/* What the dialog does not show is kept. */
static void
test_edit (Case *self, gconstpointer kind)
{
  GtkWidget *dialog = present_dialog (self, "C2");
  GtkWidget *name = wait_for_entry (dialog, "Name");

  while (gtk_editable_get_text (GTK_EDITABLE (name))[0] == '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Hôtel du Doubs");
  gtk_editable_set_text (GTK_EDITABLE (name), "Hôtel de la Loue");
  gtk_widget_activate_action (dialog, "customer.save", NULL);
  wait_for_text (self->page, "Hôtel de la Loue");
  open_target (self, "code:C2");
  wait_for_text (self->page, "Invoice F2 issued");
}

/* Each event says in one breath what it is. */
static void
test_accessible (Case *self, gconstpointer kind)
{
  GtkWidget *entry;

  open_target (self, "code:C2");
  wait_for_text (self->page, "Invoice F2 issued");
  entry = find (self->page, has_type, GSIZE_TO_POINTER (ACQ_TYPE_TIMELINE_ENTRY));
  gtk_test_accessible_assert_role (entry, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add ("/customers/empty", Case, "empty", set_up, test_empty, tear_down);
  g_test_add ("/customers/list", Case, NULL, set_up, test_list, tear_down);
  g_test_add ("/customers/filters", Case, NULL, set_up, test_filters, tear_down);
  g_test_add ("/customers/customer", Case, NULL, set_up, test_customer, tear_down);
  g_test_add ("/customers/scenario", Case, NULL, set_up, test_scenario, tear_down);
  g_test_add ("/customers/long-name", Case, NULL, set_up, test_long_name, tear_down);
  g_test_add ("/customers/unknown", Case, NULL, set_up, test_unknown, tear_down);
  g_test_add ("/customers/many", Case, "many", set_up, test_many, tear_down);
  g_test_add ("/customers/dialog", Case, NULL, set_up, test_dialog, tear_down);
  g_test_add ("/customers/edit", Case, NULL, set_up, test_edit, tear_down);
  g_test_add ("/customers/untouched", Case, NULL, set_up, test_untouched, tear_down);
  g_test_add ("/customers/accessible", Case, NULL, set_up, test_accessible, tear_down);
  return g_test_run ();
}
