/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "acq-day-row.h"
#include "acq-fact-entry.h"
#include "acq-form-dialog.h"
#include "acq-release-dialog.h"
#include "company-case.h"
#include "import-case.h"
#include "widget-search.h"

#define DAY(text) acq_day_parse_iso (text)

static void
set_up (CompanyCase *self, gconstpointer data)
{
  StoreCase *files = store_case_new ();
  AcqPaymentEntry entry = { "F1", 9500, DAY ("2025-12-01"), ACQ_MEANS_CASH, NULL };
  AcqReceiptState state;

  import_case_read (files, "a.csv", INVOICES "F1;05/10/2025;05/11/2025;C1;Dupont & fils SARL;100,00;;\n", "1 0 0 0");
  store_case_tamper (files, "UPDATE due_item SET amount = 9500, balance = 9500;"
                            "INSERT INTO due_item (invoice_id, kind, due, currency, amount, balance)"
                            " VALUES (1, 'retention', '2026-11-14', 'EUR', 500, 500)");
  g_assert_true (acq_fact_enter_payment (files->file, &entry, &state, NULL));
  company_case_open (self, files);
  company_case_show (self, NULL);
}

static void
tear_down (CompanyCase *self, gconstpointer data)
{
  company_case_close (self);
}

static gpointer
titled (CompanyCase *self, const char *title)
{
  GtkWidget *found = widget_find (GTK_WIDGET (company_case_find_dialog (self)), widget_is_titled, title);

  g_assert_nonnull (found);
  return found;
}

static gpointer
only (CompanyCase *self, GType type)
{
  GtkWidget *found = widget_find_type (GTK_WIDGET (company_case_find_dialog (self)), type);

  g_assert_nonnull (found);
  return found;
}

static gboolean
may_confirm (CompanyCase *self)
{
  return gtk_widget_is_sensitive (widget_find_id (GTK_WIDGET (company_case_find_dialog (self)), "confirm"));
}

/* What is guessed stands there; what nobody can guess is asked, and nothing goes on without it. */
static void
test_usual (CompanyCase *self, gconstpointer data)
{
  acq_release_dialog_present (GTK_WINDOW (self->window), self->company, "C1", "F1");
  g_assert_true (ACQ_IS_FORM_DIALOG (company_case_find_dialog (self)));
  g_assert_cmpint (acq_day_row_get_day (titled (self, "Works accepted on")), ==, DAY ("2025-11-14"));
  g_assert_false (may_confirm (self));
  gtk_check_button_set_active (only (self, GTK_TYPE_CHECK_BUTTON), TRUE);
  g_assert_true (may_confirm (self));
  gtk_test_accessible_assert_property (GTK_WIDGET (only (self, GTK_TYPE_CHECK_BUTTON)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "No opposition was notified to us");
  g_assert_false (gtk_widget_get_visible (titled (self, "Reserves lifted on")));
  gtk_spin_button_set_value (only (self, GTK_TYPE_SPIN_BUTTON), 2);
  g_assert_true (gtk_widget_get_visible (titled (self, "Reserves lifted on")));
  acq_day_row_set_day (titled (self, "Works accepted on"), ACQ_DAY_NONE);
  g_assert_false (may_confirm (self));
}

static void
test_preview (CompanyCase *self, gconstpointer data)
{
  acq_release_dialog_present (GTK_WINDOW (self->window), self->company, "C1", NULL);
  gtk_check_button_set_active (only (self, GTK_TYPE_CHECK_BUTTON), TRUE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (company_case_find_dialog (self)), "form.confirm", NULL));
  company_case_wait (self);
  g_assert_nonnull (company_case_find_dialog (self));
  g_assert_cmpstr (gtk_window_get_title (company_case_find_dialog (self)), ==, "Release of the retention");
  g_assert_false (ACQ_IS_FORM_DIALOG (company_case_find_dialog (self)));
}

static void
test_none (CompanyCase *self, gconstpointer data)
{
  acq_release_dialog_present (GTK_WINDOW (self->window), self->company, "C9", NULL);
  g_assert_nonnull (company_case_find_dialog (self));
  g_assert_false (ACQ_IS_FORM_DIALOG (company_case_find_dialog (self)));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/release/usual", CompanyCase, NULL, set_up, test_usual, tear_down);
  g_test_add ("/release/preview", CompanyCase, NULL, set_up, test_preview, tear_down);
  g_test_add ("/release/none", CompanyCase, NULL, set_up, test_none, tear_down);
  return g_test_run ();
}
