/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "acq-cheque-row.h"
#include "acq-deposit-dialog.h"
#include "acq-fact-entry.h"
#include "acq-form-dialog.h"
#include "acq-open-company.h"
#include "import-case.h"

#define DAY(text) acq_day_parse_iso (text)

typedef struct
{
  StoreCase *files;
  AcqOpenCompany *company;
  GtkWidget *parent;
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
pay (StoreCase *files, const char *number, gint64 amount)
{
  AcqPaymentEntry entry = { number, amount, DAY ("2026-11-18"), ACQ_MEANS_CHEQUE, NULL };
  AcqReceiptState state;

  g_assert_true (acq_fact_enter_payment (files->file, &entry, &state, NULL));
}

static void
set_up (Case *self, gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);

  self->files = store_case_new ();
  import_case_read (self->files, "a.csv",
                    INVOICES "F1;05/10/2026;05/11/2026;C1;Dupont & fils SARL;100,00;;\n"
                             "F2;05/10/2026;06/11/2026;C2;Martin;5000,00;;\n",
                    "2 0 0 0");
  if (n > 0)
    pay (self->files, "F1", 10000);
  for (guint i = 1; i < n; i++)
    pay (self->files, "F2", 1050);
  g_clear_pointer (&self->files->file, acq_company_file_close);
  self->company = acq_open_company_new (self->files->path, store_case_clock ());
  acq_open_company_load_async (self->company, NULL, loaded_cb, NULL);
  self->parent = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (self->parent));
  wait_until_idle (self);
}

static GtkWindow *
find_dialog (Case *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (self->parent))
        return window;
    }
  return NULL;
}

static void
tear_down (Case *self, gconstpointer data)
{
  while (find_dialog (self) != NULL)
    gtk_window_destroy (find_dialog (self));
  gtk_window_destroy (GTK_WINDOW (self->parent));
  wait_until_idle (self);
  /* Its thread lets go of the last job a moment after the answer. */
  while (g_main_context_iteration (NULL, FALSE) || G_OBJECT (self->company)->ref_count > 1)
    ;
  g_assert_finalize_object (self->company);
  store_case_free (self->files);
}

typedef gboolean (*Matcher) (GtkWidget *widget, gconstpointer wanted);

static gboolean
has_id (GtkWidget *widget, gconstpointer wanted)
{
  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), wanted) == 0;
}

static gboolean
says (GtkWidget *widget, gconstpointer wanted)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), wanted);
}

static GtkWidget *
find (GtkWidget *widget, Matcher matches, gconstpointer wanted)
{
  if (matches (widget, wanted))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, wanted);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
row_at (Case *self, int place)
{
  GtkWidget *rows = find (GTK_WIDGET (find_dialog (self)), has_id, "rows");

  g_assert_nonnull (rows);
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), place));
}

static gboolean
may_confirm (Case *self)
{
  return gtk_widget_is_sensitive (find (GTK_WIDGET (find_dialog (self)), has_id, "confirm"));
}

static gboolean
shows (Case *self, const char *text)
{
  return find (GTK_WIDGET (find_dialog (self)), says, text) != NULL;
}

static void
test_none (Case *self, gconstpointer data)
{
  acq_deposit_dialog_present (GTK_WINDOW (self->parent), self->company);
  g_assert_nonnull (find_dialog (self));
  g_assert_false (ACQ_IS_FORM_DIALOG (find_dialog (self)));
}

static void
test_total (Case *self, gconstpointer data)
{
  acq_deposit_dialog_present (GTK_WINDOW (self->parent), self->company);
  g_assert_true (ACQ_IS_FORM_DIALOG (find_dialog (self)));
  g_assert_true (shows (self, "Dupont & fils SARL"));
  g_assert_true (shows (self, "121.00\u00a0€"));
  g_assert_true (shows (self, "3 cheques"));
  gtk_test_accessible_assert_property (find (row_at (self, 0), has_id, "check"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Cheque of Dupont & fils SARL, 100.00\u00a0€");
  gtk_widget_activate (row_at (self, 0));
  g_assert_false (acq_cheque_row_get_selected (ACQ_CHEQUE_ROW (row_at (self, 0))));
  g_assert_true (shows (self, "21.00\u00a0€"));
  g_assert_true (may_confirm (self));
  g_object_set (row_at (self, 1), "selected", FALSE, NULL);
  g_object_set (row_at (self, 2), "selected", FALSE, NULL);
  g_assert_true (shows (self, "0 cheques"));
  g_assert_false (may_confirm (self));
}

/* What is typed is kept, of the cheques that stay as well, and the slip is shown. */
static void
test_details (Case *self, gconstpointer data)
{
  const GPtrArray *receipts;

  acq_deposit_dialog_present (GTK_WINDOW (self->parent), self->company);
  gtk_editable_set_text (GTK_EDITABLE (find (row_at (self, 0), has_id, "number")), " 0004711");
  gtk_editable_set_text (GTK_EDITABLE (find (row_at (self, 0), has_id, "bank")), "CIC");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_dialog (self)), "form.confirm", NULL));
  wait_until_idle (self);
  receipts = acq_open_company_get_view (self->company)->books->ledger->receipts;
  g_assert_cmpstr (((const AcqReceipt *) receipts->pdata[0])->cheque_number, ==, "0004711");
  g_assert_cmpstr (((const AcqReceipt *) receipts->pdata[0])->cheque_bank, ==, "CIC");
  g_assert_null (((const AcqReceipt *) receipts->pdata[1])->cheque_number);
  /* Looking at the slip hands nothing in. */
  g_assert_cmpint (((const AcqReceipt *) receipts->pdata[0])->state, ==, ACQ_RECEIPT_STATE_IN_HAND);
  g_assert_nonnull (find_dialog (self));
  g_assert_cmpstr (gtk_window_get_title (find_dialog (self)), ==, "Cheque deposit");
  g_assert_false (ACQ_IS_FORM_DIALOG (find_dialog (self)));
}

/* As many as a small screen cannot hold: the window stays low. */
static void
test_many (Case *self, gconstpointer data)
{
  int width, height;

  acq_deposit_dialog_present (GTK_WINDOW (self->parent), self->company);
  gtk_window_get_default_size (find_dialog (self), &width, &height);
  g_assert_cmpint (height, <=, 640);
  g_assert_nonnull (row_at (self, 60));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/deposit/none", Case, GUINT_TO_POINTER (0), set_up, test_none, tear_down);
  g_test_add ("/deposit/total", Case, GUINT_TO_POINTER (3), set_up, test_total, tear_down);
  g_test_add ("/deposit/details", Case, GUINT_TO_POINTER (2), set_up, test_details, tear_down);
  g_test_add ("/deposit/many", Case, GUINT_TO_POINTER (60), set_up, test_many, tear_down);
  return g_test_run ();
}
