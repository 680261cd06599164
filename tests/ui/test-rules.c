/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of reconciliation that a person sets: labels that are never a customer's, and what makes a match sure; all groups
   stand in one window. */
#include "acq-certainty-group.h"
#include "acq-label-rule-dialog.h"
#include "acq-label-rules-group.h"
#include "acq-legal-values-group.h"
#include "acq-rates-group.h"
#include "company-case.h"
#include "import-case.h"
#include "widget-search.h"

static void
set_up (CompanyCase *self, gconstpointer data)
{
  StoreCase *files = store_case_new ();
  g_autofree char *lines
    = import_case_ofx ("98765432109", (const char *const[]){ "20261110 138.00 A VIR SEPA DGFIP FINANCES PUBLIQUES 44",
                                                             "20261111 88.00 B VIR DUPONT", NULL });
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  import_case_read (files, "a.csv", INVOICES "F1;05/10/2026;05/11/2026;C1;Dupont;88,00;;\n", "1 0 0 0");
  import_case_read (files, "a.ofx", lines, "2 0 0 0");
  company_case_open (self, files);
  gtk_box_append (GTK_BOX (box), acq_label_rules_group_new (self->company));
  gtk_box_append (GTK_BOX (box), acq_certainty_group_new (self->company));
  gtk_box_append (GTK_BOX (box), acq_rates_group_new (self->company));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (acq_legal_values_group_new (acq_clock_today (store_case_clock ()))));
  company_case_show (self, box);
}

static void
tear_down (CompanyCase *self, gconstpointer data)
{
  company_case_close (self);
}

static gpointer
control_of (CompanyCase *self, const char *title, GType type)
{
  GtkWidget *row = widget_find (self->window, widget_is_titled, title);

  g_assert_nonnull (row);
  return widget_find_type (row, type);
}

static guint
count_lines_left (CompanyCase *self)
{
  return acq_open_company_get_view (self->company)->books->ledger->transactions->len;
}

static void
test_made_from_line (CompanyCase *self, gconstpointer data)
{
  AcqTransaction line = { .amount = 1, .label = (char *) "VIR SEPA DGFIP FINANCES PUBLIQUES 44" };
  GtkWidget *dialog;

  acq_label_rule_dialog_present (GTK_WINDOW (self->window), self->company, &line);
  dialog = GTK_WIDGET (company_case_find_dialog (self));
  widget_wait_for_text (dialog, "1 line is left out at once: “VIR SEPA DGFIP FINANCES PUBLIQUES 44”");
  g_assert_cmpuint (count_lines_left (self), ==, 2);
  g_assert_true (gtk_widget_activate_action (dialog, "form.confirm", NULL));
  company_case_wait (self);
  g_assert_null (company_case_find_dialog (self));
  g_assert_cmpuint (count_lines_left (self), ==, 1);
  widget_wait_for_text (self->window, "1 line left out");
  g_assert_true (gtk_widget_activate_action (widget_find (self->window, widget_is_titled, "DGFIP FINANCES PUBLIQUES"),
                                             "label-rules.remove", "x", (gint64) 1));
  company_case_wait (self);
  while (widget_find (self->window, widget_is_titled, "DGFIP FINANCES PUBLIQUES") != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_lines_left (self), ==, 2);
}

/* What would hide a customer's payments cannot be confirmed. */
static void
test_hits_customer (CompanyCase *self, gconstpointer data)
{
  AcqTransaction line = { .amount = 1, .label = (char *) "VIR DUPONT" };
  GtkWidget *dialog;

  acq_label_rule_dialog_present (GTK_WINDOW (self->window), self->company, &line);
  dialog = GTK_WIDGET (company_case_find_dialog (self));
  widget_wait_for_text (dialog, "Dupont bears these words");
  gtk_widget_activate_action (dialog, "form.confirm", NULL);
  company_case_wait (self);
  g_assert_nonnull (company_case_find_dialog (self));
  gtk_editable_set_text (GTK_EDITABLE (widget_find_type (dialog, ADW_TYPE_ENTRY_ROW)), "12 / 4");
  widget_wait_for_text (dialog, "Type the words");
  gtk_editable_set_text (GTK_EDITABLE (widget_find_type (dialog, ADW_TYPE_ENTRY_ROW)), "maif");
  widget_wait_for_text (dialog, "No line that waits");
}

/* Closed while it still works out what the rule would do. */
static void
test_closed_early (CompanyCase *self, gconstpointer data)
{
  AcqTransaction line = { .amount = 1, .label = (char *) "VIR MAIF" };

  acq_label_rule_dialog_present (GTK_WINDOW (self->window), self->company, &line);
  gtk_window_destroy (company_case_find_dialog (self));
  company_case_wait (self);
}

static void
type_into (GtkWidget *dialog, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (widget_find (dialog, widget_is_titled, title)), text);
}

/* The half-year of today rests on weak sources until the user says where he read it. */
static void
test_rates (CompanyCase *self, gconstpointer data)
{
  GtkWidget *row, *dialog;

  widget_wait_for_text (self->window, "12.40");
  row = widget_find (self->window, widget_is_titled, "Since 1 July 2026");
  g_assert_nonnull (widget_find (row, widget_holds_text, "to be confirmed"));
  g_assert_true (gtk_widget_activate_action (row, "rates.enter", NULL));
  dialog = GTK_WIDGET (company_case_find_dialog (self));
  widget_wait_for_text (dialog, "Say where you read them");
  gtk_widget_activate_action (dialog, "form.confirm", NULL);
  company_case_wait (self);
  g_assert_nonnull (company_case_find_dialog (self));
  type_into (dialog, "ECB main refinancing rate on its first day (%)", "two");
  widget_wait_for_text (dialog, "in per cent");
  type_into (dialog, "ECB main refinancing rate on its first day (%)", "2.50");
  type_into (dialog, "Where you read them", "ecb.europa.eu");
  g_assert_true (gtk_widget_activate_action (dialog, "form.confirm", NULL));
  company_case_wait (self);
  g_assert_null (company_case_find_dialog (self));
  widget_wait_for_text (self->window, "ecb.europa.eu");
  row = widget_find (self->window, widget_is_titled, "Since 1 July 2026");
  g_assert_nonnull (widget_find (row, widget_holds_text, "12.50"));
  g_assert_nonnull (widget_find (row, widget_holds_text, "verified"));
}

/* A rate of one's own that lies below the law's least is kept, and said to be so. */
static void
test_own_rate (CompanyCase *self, gconstpointer data)
{
  GtkWidget *row;

  widget_wait_for_text (self->window, "12.40");
  row = widget_find (self->window, widget_is_titled, "Rate of your terms of sale");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
  row = widget_find (self->window, widget_is_titled, "Rate a year (%)");
  g_assert_true (gtk_widget_get_visible (row));
  gtk_editable_set_text (GTK_EDITABLE (row), "5");
  g_signal_emit_by_name (row, "apply");
  company_case_wait (self);
  widget_wait_for_text (self->window, "Below the legal minimum");
  g_assert_null (widget_find (self->window, widget_is_titled, "Since 1 July 2026"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (widget_find (self->window, widget_is_titled, "Rate of your terms of sale")), 1);
  company_case_wait (self);
  widget_wait_for_text (self->window, "8.25");
}

static void
test_certainty (CompanyCase *self, gconstpointer data)
{
  GtkSwitch *names = control_of (self, "A customer’s name tells who paid", GTK_TYPE_SWITCH);
  GtkSpinButton *odds = control_of (self, "Exact amount of an invoice", GTK_TYPE_SPIN_BUTTON);
  GtkSpinButton *below = control_of (self, "Always ask below", GTK_TYPE_SPIN_BUTTON);

  while (!gtk_switch_get_active (names))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (odds), ==, 100);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (below), ==, 1);
  gtk_switch_set_active (names, FALSE);
  company_case_wait (self);
  gtk_spin_button_set_value (below, 20);
  company_case_wait (self);
  g_assert_false (gtk_switch_get_active (names));
  g_assert_cmpstr (acq_open_company_get_undo_label (self->company), ==, "Preference kept");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (names), "certainty.reset", NULL));
  company_case_wait (self);
  while (!gtk_switch_get_active (names))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (below), ==, 1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/rules/made-from-line", CompanyCase, NULL, set_up, test_made_from_line, tear_down);
  g_test_add ("/rules/hits-customer", CompanyCase, NULL, set_up, test_hits_customer, tear_down);
  g_test_add ("/rules/closed-early", CompanyCase, NULL, set_up, test_closed_early, tear_down);
  g_test_add ("/rules/rates", CompanyCase, NULL, set_up, test_rates, tear_down);
  g_test_add ("/rules/own-rate", CompanyCase, NULL, set_up, test_own_rate, tear_down);
  g_test_add ("/rules/certainty", CompanyCase, NULL, set_up, test_certainty, tear_down);
  return g_test_run ();
}
