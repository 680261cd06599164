/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "acq-match-dialog.h"
#include "acq-match-part-row.h"
#include "import-case.h"

/* The dialog about a line of 300, over the window of a company that has invoices F1 of 100 and F2 of 200. */
typedef struct
{
  StoreCase *files;
  AcqOpenCompany *company;
  GtkWidget *window;
  GtkWidget *dialog;
} Case;

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (acq_open_company_load_finish (ACQ_OPEN_COMPANY (object), result, NULL));
}

static GtkWidget *
find (GtkWidget *widget, GType type, guint *skip)
{
  if (G_OBJECT_TYPE (widget) == type && gtk_widget_get_visible (widget) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
count (Case *self, GType type)
{
  for (guint n = 0;; n++)
    {
      guint skip = n;

      if (find (self->dialog, type, &skip) == NULL)
        return n;
    }
}

/* Until as many invoices are offered. */
static void
wait_for_results (Case *self, guint n)
{
  while (count (self, ADW_TYPE_ACTION_ROW) != n)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find_dialog (Case *self)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (window != self->window)
        return window;
    }
  return NULL;
}

static void
set_up (Case *self, gconstpointer data)
{
  g_autofree char *lines
    = import_case_ofx ("98765432109", (const char *const[]){ "20261112 300.00 A VIR INCONNU", NULL });

  self->files = store_case_new ();
  import_case_read (self->files, "a.csv",
                    INVOICES "F1;05/10/2026;05/11/2026;C1;Dupont;100,00;;\n"
                             "F2;05/10/2026;06/11/2026;C2;Martin;200,00;;\n",
                    "2 0 0 0");
  import_case_read (self->files, "a.ofx", lines, "1 0 0 0");
  store_case_tamper (self->files,
                     "INSERT INTO transaction_part (transaction_id, amount, label, counterparty, remittance, means)"
                     " VALUES (1, 10000, '', 'Dupont', 'facture F1', 'transfer'), (1, 20000, 'VIR MARTIN', NULL, NULL, 'transfer')");
  g_clear_pointer (&self->files->file, acq_company_file_close);
  self->company = acq_open_company_new (self->files->path, store_case_clock ());
  acq_open_company_load_async (self->company, NULL, loaded_cb, NULL);
  while (acq_open_company_get_view (self->company) == NULL)
    g_main_context_iteration (NULL, TRUE);
  self->window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (self->window));
  acq_match_dialog_present (GTK_WINDOW (self->window), self->company, 1, 0);
  self->dialog = find_dialog (self);
  wait_for_results (self, 2);
}

static void
tear_down (Case *self, gconstpointer data)
{
  gpointer dialog = self->dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &dialog);
  gtk_window_destroy (GTK_WINDOW (self->dialog));
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (G_OBJECT (self->company)->ref_count > 1)
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (self->company);
  store_case_free (self->files);
}

static const char *
part (Case *self, guint nth)
{
  GtkWidget *row = find (self->dialog, ACQ_TYPE_MATCH_PART_ROW, &nth);

  return row == NULL ? NULL : acq_match_part_row_get_invoice (ACQ_MATCH_PART_ROW (row))->number;
}

/* Enter comes before the search is over: it means what was typed, not what still stands there. */
static void
test_enter_at_once (Case *self, gconstpointer data)
{
  guint skip = 0;
  GtkWidget *search = find (self->dialog, GTK_TYPE_SEARCH_ENTRY, &skip);

  gtk_editable_set_text (GTK_EDITABLE (search), "F2");
  g_signal_emit_by_name (search, "activate");
  while (count (self, ACQ_TYPE_MATCH_PART_ROW) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (part (self, 0), ==, "F2");
  g_assert_cmpuint (count (self, ACQ_TYPE_MATCH_PART_ROW), ==, 1);
}

/* What is already there is what Enter takes. */
static void
test_enter (Case *self, gconstpointer data)
{
  guint skip = 0;
  GtkWidget *search = find (self->dialog, GTK_TYPE_SEARCH_ENTRY, &skip);

  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (part (self, 0), ==, "F1");
  wait_for_results (self, 1);
}

/* An invoice is given its part once, however often it is clicked. */
static void
test_two_clicks (Case *self, gconstpointer data)
{
  guint skip = 0;
  GtkWidget *row = find (self->dialog, ADW_TYPE_ACTION_ROW, &skip);
  GtkWidget *list = gtk_widget_get_parent (row);

  g_signal_emit_by_name (list, "row-activated", row);
  g_signal_emit_by_name (list, "row-activated", row);
  wait_for_results (self, 1);
  g_assert_cmpuint (count (self, ACQ_TYPE_MATCH_PART_ROW), ==, 1);
  g_assert_cmpstr (part (self, 0), ==, "F1");
}

static gboolean
has_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strcmp (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return gtk_widget_get_visible (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child, text))
      return TRUE;
  return FALSE;
}

/* What the bank says apart of the payments in one line stands below it. */
static void
test_batch (Case *self, gconstpointer data)
{
  g_assert_true (
    has_text (self->dialog, "100.00\u00a0€ · Dupont · facture F1\n200.00\u00a0€ · VIR MARTIN"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/match/enter-at-once", Case, NULL, set_up, test_enter_at_once, tear_down);
  g_test_add ("/ui/match/enter", Case, NULL, set_up, test_enter, tear_down);
  g_test_add ("/ui/match/two-clicks", Case, NULL, set_up, test_two_clicks, tear_down);
  g_test_add ("/ui/match/batch", Case, NULL, set_up, test_batch, tear_down);
  return g_test_run ();
}
