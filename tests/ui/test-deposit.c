/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "acq-cheque-row.h"
#include "acq-deposit-dialog.h"
#include "acq-fact-entry.h"
#include "acq-form-dialog.h"
#include "company-case.h"
#include "import-case.h"
#include "widget-search.h"

#define DAY(text) acq_day_parse_iso (text)

static void
pay (StoreCase *files, const char *number, gint64 amount)
{
  AcqPaymentEntry entry = { number, amount, DAY ("2026-11-18"), ACQ_MEANS_CHEQUE, NULL };
  AcqReceiptState state;

  g_assert_true (acq_fact_enter_payment (files->file, &entry, &state, NULL));
}

static void
set_up (CompanyCase *self, gconstpointer data)
{
  StoreCase *files = store_case_new ();
  guint n = GPOINTER_TO_UINT (data);

  import_case_read (files, "a.csv",
                    INVOICES "F1;05/10/2026;05/11/2026;C1;Dupont & fils SARL;100,00;;\n"
                             "F2;05/10/2026;06/11/2026;C2;Martin;5000,00;;\n",
                    "2 0 0 0");
  if (n > 0)
    pay (files, "F1", 10000);
  for (guint i = 1; i < n; i++)
    pay (files, "F2", 1050);
  company_case_open (self, files);
  company_case_show (self, NULL);
}

static void
tear_down (CompanyCase *self, gconstpointer data)
{
  company_case_close (self);
}

static GtkWidget *
row_at (CompanyCase *self, int place)
{
  GtkWidget *rows = widget_find_id (GTK_WIDGET (company_case_find_dialog (self)), "rows");

  g_assert_nonnull (rows);
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), place));
}

static gboolean
may_confirm (CompanyCase *self)
{
  return gtk_widget_is_sensitive (widget_find_id (GTK_WIDGET (company_case_find_dialog (self)), "confirm"));
}

static gboolean
shows (CompanyCase *self, const char *text)
{
  return widget_find (GTK_WIDGET (company_case_find_dialog (self)), widget_says, text) != NULL;
}

static void
test_none (CompanyCase *self, gconstpointer data)
{
  acq_deposit_dialog_present (GTK_WINDOW (self->window), self->company);
  g_assert_nonnull (company_case_find_dialog (self));
  g_assert_false (ACQ_IS_FORM_DIALOG (company_case_find_dialog (self)));
}

static void
test_total (CompanyCase *self, gconstpointer data)
{
  acq_deposit_dialog_present (GTK_WINDOW (self->window), self->company);
  g_assert_true (ACQ_IS_FORM_DIALOG (company_case_find_dialog (self)));
  g_assert_true (shows (self, "Dupont & fils SARL"));
  g_assert_true (shows (self, "121.00\u00a0€"));
  g_assert_true (shows (self, "3 cheques"));
  gtk_test_accessible_assert_property (widget_find_id (row_at (self, 0), "check"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Cheque of Dupont & fils SARL, 100.00\u00a0€");
  gtk_widget_activate (row_at (self, 0));
  g_assert_false (acq_cheque_row_get_selected (ACQ_CHEQUE_ROW (row_at (self, 0))));
  g_assert_true (shows (self, "21.00\u00a0€"));
  g_assert_true (may_confirm (self));
  gtk_widget_activate (row_at (self, 1));
  gtk_widget_activate (row_at (self, 2));
  g_assert_true (shows (self, "0 cheques"));
  g_assert_false (may_confirm (self));
}

/* What is typed is kept, of the cheques that stay as well, and the slip is shown. */
static void
test_details (CompanyCase *self, gconstpointer data)
{
  const GPtrArray *receipts;

  acq_deposit_dialog_present (GTK_WINDOW (self->window), self->company);
  gtk_editable_set_text (GTK_EDITABLE (widget_find_id (row_at (self, 0), "number")), " 0004711");
  gtk_editable_set_text (GTK_EDITABLE (widget_find_id (row_at (self, 0), "bank")), "CIC");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (company_case_find_dialog (self)), "form.confirm", NULL));
  company_case_wait (self);
  receipts = acq_open_company_get_view (self->company)->books->ledger->receipts;
  g_assert_cmpstr (((const AcqReceipt *) receipts->pdata[0])->cheque_number, ==, "0004711");
  g_assert_cmpstr (((const AcqReceipt *) receipts->pdata[0])->cheque_bank, ==, "CIC");
  g_assert_null (((const AcqReceipt *) receipts->pdata[1])->cheque_number);
  /* Looking at the slip hands nothing in. */
  g_assert_cmpint (((const AcqReceipt *) receipts->pdata[0])->state, ==, ACQ_RECEIPT_STATE_IN_HAND);
  g_assert_nonnull (company_case_find_dialog (self));
  g_assert_cmpstr (gtk_window_get_title (company_case_find_dialog (self)), ==, "Cheque deposit");
  g_assert_false (ACQ_IS_FORM_DIALOG (company_case_find_dialog (self)));
}

/* As many as a small screen cannot hold: the window stays low. */
static void
test_many (CompanyCase *self, gconstpointer data)
{
  int width, height;

  acq_deposit_dialog_present (GTK_WINDOW (self->window), self->company);
  gtk_window_get_default_size (company_case_find_dialog (self), &width, &height);
  g_assert_cmpint (height, <=, 640);
  g_assert_nonnull (row_at (self, 60));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/deposit/none", CompanyCase, GUINT_TO_POINTER (0), set_up, test_none, tear_down);
  g_test_add ("/deposit/total", CompanyCase, GUINT_TO_POINTER (3), set_up, test_total, tear_down);
  g_test_add ("/deposit/details", CompanyCase, GUINT_TO_POINTER (2), set_up, test_details, tear_down);
  g_test_add ("/deposit/many", CompanyCase, GUINT_TO_POINTER (60), set_up, test_many, tear_down);
  return g_test_run ();
}
