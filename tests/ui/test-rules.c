/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of reconciliation that a person sets: labels that are never a customer's, and what makes a match sure. */
#include "acq-certainty-group.h"
#include "acq-label-rule-dialog.h"
#include "acq-label-rules-group.h"
#include "acq-legal-values-group.h"
#include "acq-rates-group.h"
#include "import-case.h"

typedef struct
{
  StoreCase *files;
  AcqOpenCompany *company;
  GtkWidget *window; /* with both groups */
} Case;

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  acq_open_company_load_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_assert_no_error (error);
}

static void
wait_until_idle (Case *self)
{
  gboolean busy = TRUE;

  while (busy || acq_open_company_get_view (self->company) == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (self->company, "busy", &busy, NULL);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Case *self, gconstpointer data)
{
  g_autofree char *lines
    = import_case_ofx ("98765432109", (const char *const[]){ "20261110 138.00 A VIR SEPA DGFIP FINANCES PUBLIQUES 44",
                                                             "20261111 88.00 B VIR DUPONT", NULL });
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->files = store_case_new ();
  import_case_read (self->files, "a.csv", INVOICES "F1;05/10/2026;05/11/2026;C1;Dupont;88,00;;\n", "1 0 0 0");
  import_case_read (self->files, "a.ofx", lines, "2 0 0 0");
  g_clear_pointer (&self->files->file, acq_company_file_close);
  self->company = acq_open_company_new (self->files->path, store_case_clock ());
  acq_open_company_load_async (self->company, NULL, loaded_cb, NULL);
  wait_until_idle (self);
  self->window = gtk_window_new ();
  gtk_box_append (GTK_BOX (box), acq_label_rules_group_new (self->company));
  gtk_box_append (GTK_BOX (box), acq_certainty_group_new (self->company));
  gtk_box_append (GTK_BOX (box), acq_rates_group_new (self->company));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (acq_legal_values_group_new (acq_clock_today (store_case_clock ()))));
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until_idle (self);
}

static GtkWindow *
find_dialog (Case *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (self->window))
        return window;
    }
  return NULL;
}

static void
tear_down (Case *self, gconstpointer data)
{
  if (find_dialog (self) != NULL)
    gtk_window_destroy (find_dialog (self));
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE) || G_OBJECT (self->company)->ref_count > 1)
    ;
  g_assert_finalize_object (self->company);
  store_case_free (self->files);
}

typedef gboolean (*MatchFunc) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *widget, MatchFunc match, gconstpointer data)
{
  GtkWidget *found = match (widget, data) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, match, data);
  return found;
}

static gboolean
holds_text (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
is_row_titled (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (type));
}

static gpointer
control_of (Case *self, const char *title, GType type)
{
  GtkWidget *row = find (self->window, is_row_titled, title);

  g_assert_nonnull (row);
  return find (row, is_of_type, GSIZE_TO_POINTER (type));
}

static void
wait_for_text (GtkWidget *widget, const char *text)
{
  while (find (widget, holds_text, text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static guint
count_lines_left (Case *self)
{
  return acq_open_company_get_view (self->company)->books->ledger->transactions->len;
}

static void
test_made_from_line (Case *self, gconstpointer data)
{
  AcqTransaction line = { .amount = 1, .label = (char *) "VIR SEPA DGFIP FINANCES PUBLIQUES 44" };
  GtkWidget *dialog;

  acq_label_rule_dialog_present (GTK_WINDOW (self->window), self->company, &line);
  dialog = GTK_WIDGET (find_dialog (self));
  wait_for_text (dialog, "1 line is left out at once: “VIR SEPA DGFIP FINANCES PUBLIQUES 44”");
  g_assert_cmpuint (count_lines_left (self), ==, 2);
  g_assert_true (gtk_widget_activate_action (dialog, "form.confirm", NULL));
  wait_until_idle (self);
  g_assert_null (find_dialog (self));
  g_assert_cmpuint (count_lines_left (self), ==, 1);
  wait_for_text (self->window, "1 line left out");
  g_assert_true (gtk_widget_activate_action (find (self->window, is_row_titled, "DGFIP FINANCES PUBLIQUES"),
                                             "label-rules.remove", "x", (gint64) 1));
  wait_until_idle (self);
  while (find (self->window, is_row_titled, "DGFIP FINANCES PUBLIQUES") != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_lines_left (self), ==, 2);
}

/* What would hide a customer's payments cannot be confirmed. */
static void
test_hits_customer (Case *self, gconstpointer data)
{
  AcqTransaction line = { .amount = 1, .label = (char *) "VIR DUPONT" };
  GtkWidget *dialog;

  acq_label_rule_dialog_present (GTK_WINDOW (self->window), self->company, &line);
  dialog = GTK_WIDGET (find_dialog (self));
  wait_for_text (dialog, "Dupont bears these words");
  gtk_widget_activate_action (dialog, "form.confirm", NULL);
  wait_until_idle (self);
  g_assert_nonnull (find_dialog (self));
  gtk_editable_set_text (GTK_EDITABLE (find (dialog, is_of_type, GSIZE_TO_POINTER (ADW_TYPE_ENTRY_ROW))), "12 / 4");
  wait_for_text (dialog, "Type the words");
  gtk_editable_set_text (GTK_EDITABLE (find (dialog, is_of_type, GSIZE_TO_POINTER (ADW_TYPE_ENTRY_ROW))), "maif");
  wait_for_text (dialog, "No line that waits");
}

/* Closed while it still works out what the rule would do. */
static void
test_closed_early (Case *self, gconstpointer data)
{
  AcqTransaction line = { .amount = 1, .label = (char *) "VIR MAIF" };

  acq_label_rule_dialog_present (GTK_WINDOW (self->window), self->company, &line);
  gtk_window_destroy (find_dialog (self));
  wait_until_idle (self);
}

static void
type_into (GtkWidget *dialog, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (dialog, is_row_titled, title)), text);
}

/* The half-year of today rests on weak sources until the user says where he read it. */
static void
test_rates (Case *self, gconstpointer data)
{
  GtkWidget *row, *dialog;

  wait_for_text (self->window, "12.40");
  row = find (self->window, is_row_titled, "Since 1 July 2026");
  g_assert_nonnull (find (row, holds_text, "to be confirmed"));
  g_assert_true (gtk_widget_activate_action (row, "rates.enter", NULL));
  dialog = GTK_WIDGET (find_dialog (self));
  wait_for_text (dialog, "Say where you read them");
  gtk_widget_activate_action (dialog, "form.confirm", NULL);
  wait_until_idle (self);
  g_assert_nonnull (find_dialog (self));
  type_into (dialog, "ECB main refinancing rate on its first day (%)", "two");
  wait_for_text (dialog, "in per cent");
  type_into (dialog, "ECB main refinancing rate on its first day (%)", "2.50");
  type_into (dialog, "Where you read them", "ecb.europa.eu");
  g_assert_true (gtk_widget_activate_action (dialog, "form.confirm", NULL));
  wait_until_idle (self);
  g_assert_null (find_dialog (self));
  wait_for_text (self->window, "ecb.europa.eu");
  row = find (self->window, is_row_titled, "Since 1 July 2026");
  g_assert_nonnull (find (row, holds_text, "12.50"));
  g_assert_nonnull (find (row, holds_text, "verified"));
}

/* A rate of one's own that lies below the law's least is kept, and said to be so. */
static void
test_own_rate (Case *self, gconstpointer data)
{
  GtkWidget *row;

  wait_for_text (self->window, "12.40");
  row = find (self->window, is_row_titled, "Rate of your terms of sale");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
  row = find (self->window, is_row_titled, "Rate a year (%)");
  g_assert_true (gtk_widget_get_visible (row));
  gtk_editable_set_text (GTK_EDITABLE (row), "5");
  g_signal_emit_by_name (row, "apply");
  wait_until_idle (self);
  wait_for_text (self->window, "Below the legal minimum");
  g_assert_null (find (self->window, is_row_titled, "Since 1 July 2026"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (self->window, is_row_titled, "Rate of your terms of sale")), 1);
  wait_until_idle (self);
  wait_for_text (self->window, "8.25");
}

static void
test_certainty (Case *self, gconstpointer data)
{
  GtkSwitch *names = control_of (self, "A customer’s name tells who paid", GTK_TYPE_SWITCH);
  GtkSpinButton *odds = control_of (self, "Exact amount of an invoice", GTK_TYPE_SPIN_BUTTON);
  GtkSpinButton *below = control_of (self, "Always ask below", GTK_TYPE_SPIN_BUTTON);

  while (!gtk_switch_get_active (names))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (odds), ==, 100);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (below), ==, 1);
  gtk_switch_set_active (names, FALSE);
  wait_until_idle (self);
  gtk_spin_button_set_value (below, 20);
  wait_until_idle (self);
  g_assert_false (gtk_switch_get_active (names));
  g_assert_cmpstr (acq_open_company_get_undo_label (self->company), ==, "Preference kept");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (names), "certainty.reset", NULL));
  wait_until_idle (self);
  while (!gtk_switch_get_active (names))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (below), ==, 1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/rules/made-from-line", Case, NULL, set_up, test_made_from_line, tear_down);
  g_test_add ("/rules/hits-customer", Case, NULL, set_up, test_hits_customer, tear_down);
  g_test_add ("/rules/closed-early", Case, NULL, set_up, test_closed_early, tear_down);
  g_test_add ("/rules/rates", Case, NULL, set_up, test_rates, tear_down);
  g_test_add ("/rules/own-rate", Case, NULL, set_up, test_own_rate, tear_down);
  g_test_add ("/rules/certainty", Case, NULL, set_up, test_certainty, tear_down);
  return g_test_run ();
}
