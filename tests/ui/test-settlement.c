/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the wish for a payment plan or a receipt to its letter. */
#include <adwaita.h>

#include "acq-day-row.h"
#include "acq-fact-entry.h"
#include "acq-settlement.h"
#include "company-case.h"
#include "import-case.h"
#include "sender-case.h"
#include "widget-search.h"

static void
give_details (StoreCase *files)
{
  static const char *const more[] = {
    "legal_form=SARL", "capital=20 000 €", "registry=Besançon", "vat_number=FR14987654324", "penalty_rate=10", NULL,
  };
  const AcqPaymentEntry payment = {
    .number = "F2", .amount = 5000, .day = acq_day_parse_iso ("2026-11-18"), .means = ACQ_MEANS_TRANSFER
  };
  AcqReceiptState state;

  sender_case_give_details (files, more);
  g_assert_true (acq_fact_enter_payment (files->file, &payment, &state, NULL));
  store_case_change (files, "UPDATE customer SET address = '1 rue du Lac', postcode = '25000', city = 'Besançon',"
                            " kind = 'company'");
}

/* One customer who owes an invoice and paid another late; one who owes nothing and never paid. */
static void
set_up (CompanyCase *self, gconstpointer data)
{
  StoreCase *files = store_case_new ();
  import_case_read (files, "a.csv",
                    INVOICES "F1;05/01/2026;05/02/2026;C1;Dupont & fils SARL;1000,00;;\n"
                             "F2;05/01/2026;05/02/2026;C1;Dupont & fils SARL;50,00;;\n"
                             "F3;05/11/2026;05/12/2026;C2;Martin SARL;50,00;;\n",
                    "3 0 0 0");
  give_details (files);
  company_case_open (self, files);
  company_case_show (self, NULL);
}

static void
tear_down (CompanyCase *self, gconstpointer data)
{
  company_case_close (self);
}

static GtkWindow *
wait_for (CompanyCase *self, const char *title)
{
  GtkWindow *dialog;

  do
    {
      g_main_context_iteration (NULL, TRUE);
      dialog = company_case_find_dialog (self);
    }
  while (dialog == NULL || g_strcmp0 (gtk_window_get_title (dialog), title) != 0);
  return dialog;
}

/* The widgets of a type below another one, in the order of the window. */
static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
find_all (GtkWindow *dialog, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (GTK_WIDGET (dialog), type, found);
  return found;
}

static GtkWidget *
find_button (GtkWindow *dialog, const char *label)
{
  GtkWidget *found = widget_find (GTK_WIDGET (dialog), widget_is_labelled, label);

  g_assert_nonnull (found);
  return found;
}

static void
click (GtkWindow *dialog, const char *label)
{
  g_assert_true (gtk_widget_is_sensitive (find_button (dialog, label)));
  g_signal_emit_by_name (find_button (dialog, label), "clicked");
}

static void
wish (CompanyCase *self, AcqLetterModel model, const char *customer, const char *number)
{
  acq_settlement_present (GTK_WINDOW (self->window), self->company,
                          &(AcqLetterRequest){ .model = model, .customer = customer, .number = number });
}

/* No plan yet: its terms first; then each claim, none chosen beforehand; then the letter. */
static void
test_plan (CompanyCase *self, gconstpointer data)
{
  g_autoptr (GPtrArray) counts = NULL, rows = NULL;
  GtkWindow *dialog;

  wish (self, ACQ_LETTER_MODEL_PAYMENT_PLAN, "C1", NULL);
  dialog = wait_for (self, "Payment plan");
  counts = find_all (dialog, GTK_TYPE_SPIN_BUTTON);
  g_assert_cmpuint (counts->len, ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (counts->pdata[0]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Monthly instalments");
  gtk_spin_button_set_value (counts->pdata[0], 4);
  click (dialog, "_Keep the plan");
  dialog = wait_for (self, "What do you claim?");
  import_case_expect (self->files, "SELECT group_concat (amount) FROM plan_instalment", "25000,25000,25000,25000");
  rows = find_all (dialog, ADW_TYPE_COMBO_ROW);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (adw_action_row_get_subtitle (rows->pdata[1]), ==, "40.00\u00a0€");
  for (guint i = 0; i < rows->len; i++)
    {
      g_assert_cmpuint (adw_combo_row_get_selected (rows->pdata[i]), ==, 0);
      g_assert_false (gtk_widget_is_sensitive (find_button (dialog, "_Show the agreement")));
      adw_combo_row_set_selected (rows->pdata[i], 2);
    }
  click (dialog, "_Show the agreement");
  wait_for (self, "Payment plan");
  company_case_wait (self);
}

/* Who cancels the terms wants no plan, and is not asked again. */
static void
test_cancelled (CompanyCase *self, gconstpointer data)
{
  wish (self, ACQ_LETTER_MODEL_PAYMENT_PLAN, "C1", NULL);
  gtk_window_destroy (wait_for (self, "Payment plan"));
  company_case_wait (self);
  g_assert_null (company_case_find_dialog (self));
  import_case_expect (self->files, "SELECT count (*) FROM payment_plan", "0");
}

static void
test_no_plan (CompanyCase *self, gconstpointer data)
{
  wish (self, ACQ_LETTER_MODEL_PAYMENT_PLAN, "C2", NULL);
  wait_for (self, "There is no payment plan to write");
}

static void
test_receipt (CompanyCase *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  GtkWindow *dialog;

  wish (self, ACQ_LETTER_MODEL_RECEIPT, NULL, "F2");
  dialog = wait_for (self, "What is still owed?");
  rows = find_all (dialog, ADW_TYPE_COMBO_ROW);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_false (gtk_widget_is_sensitive (find_button (dialog, "_Show the receipt")));
  adw_combo_row_set_selected (rows->pdata[0], 1);
  click (dialog, "_Show the receipt");
  wait_for (self, "Receipt");
  company_case_wait (self);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/settlement/plan", CompanyCase, NULL, set_up, test_plan, tear_down);
  g_test_add ("/settlement/cancelled", CompanyCase, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/settlement/no-plan", CompanyCase, NULL, set_up, test_no_plan, tear_down);
  g_test_add ("/settlement/receipt", CompanyCase, NULL, set_up, test_receipt, tear_down);
  return g_test_run ();
}
