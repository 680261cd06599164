/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which an evidence file is put together. */
#include <adwaita.h>

#include "acq-claim-dialog.h"
#include "acq-day-row.h"
#include "acq-evidence-documents-group.h"
#include "acq-evidence-needs-group.h"
#include "acq-evidence-order.h"
#include "acq-evidence-window.h"
#include "company-case.h"
#include "example-case.h"
#include "widget-search.h"

#define TODAY     "2026-11-20"
#define CUSTOMER  "C001"
#define INSOLVENT "C019"

static void
set_up (CompanyCase *self, gconstpointer example)
{
  company_case_open (self, store_case_new_copy ((GBytes *) example, acq_day_parse_iso (TODAY)));
  company_case_show (self, NULL);
  acq_evidence_window_present (GTK_WINDOW (self->window), self->company, CUSTOMER);
  company_case_wait (self);
}

static void
tear_down (CompanyCase *self, gconstpointer data)
{
  company_case_close (self);
}

static GtkWidget *
button (CompanyCase *self, const char *label)
{
  GtkWidget *found = widget_find (GTK_WIDGET (company_case_find_dialog (self)), widget_is_labelled, label);

  g_assert_nonnull (found);
  return found;
}

static GtkWidget *
row (CompanyCase *self, const char *title)
{
  GtkWidget *found = widget_find (GTK_WIDGET (company_case_find_dialog (self)), widget_is_titled, title);

  g_assert_nonnull (found);
  return found;
}

/* What is missing is said, and a rate that rests on weak sources keeps the file back until the user says why not. */
static void
test_blocked (CompanyCase *self, gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (company_case_find_dialog (self));
  int least = 0;

  g_assert_nonnull (dialog);
  widget_wait_for_text (dialog, "claimed");
  widget_wait_for_text (dialog, "weak sources");
  g_assert_false (gtk_widget_is_sensitive (button (self, "Save as PDF…")));
  g_assert_false (gtk_widget_is_sensitive (button (self, "Save as ZIP…")));
  g_assert_true (gtk_widget_get_visible (button (self, "Write it anyway…")));
  g_assert_nonnull (widget_find (row (self, "Payment order"), widget_holds_text, "7 things are missing"));
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 400);
  gtk_test_accessible_assert_property (row (self, "Payment order"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Payment order");
}

/* Once the court is named, or a document is added, one thing less is missing. */
static void
test_less_is_missing (CompanyCase *self, gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (company_case_find_dialog (self));
  GtkWidget *group = widget_find_type (dialog, ACQ_TYPE_EVIDENCE_DOCUMENTS_GROUP);
  g_autofree char *path = g_build_filename (self->files->folder, "kbis.pdf", NULL);

  widget_wait_for_text (dialog, "7 things are missing");
  gtk_editable_set_text (GTK_EDITABLE (row (self, "Court, left blank if you do not know")), "Tribunal de commerce de Dole");
  widget_wait_for_text (dialog, "6 things are missing");
  g_assert_true (g_file_set_contents (path, "%PDF-1.4 and no more", -1, NULL));
  acq_evidence_documents_group_add (ACQ_EVIDENCE_DOCUMENTS_GROUP (group), ACQ_EVIDENCE_PIECE_DEBTOR_REGISTRATION, path);
  widget_wait_for_text (dialog, "5 things are missing");
  widget_wait_for_text (dialog, "kbis.pdf");
  gtk_widget_activate_action (group, "documents.remove", "u", 1);
  widget_wait_for_text (dialog, "6 things are missing");
  g_assert_cmpuint (acq_evidence_documents_group_get (ACQ_EVIDENCE_DOCUMENTS_GROUP (group))->len, ==, 0);
}

static void
test_needs (CompanyCase *self, gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (company_case_find_dialog (self));
  GtkWidget *group = widget_find_type (dialog, ACQ_TYPE_EVIDENCE_NEEDS_GROUP);
  g_autoptr (GArray) needs = g_array_new (FALSE, FALSE, sizeof (AcqEvidenceNeedState));
  AcqEvidenceNeedState states[] = {
    { ACQ_EVIDENCE_STEP_PAYMENT_ORDER, ACQ_EVIDENCE_NEED_COURT, ACQ_EVIDENCE_STATE_READY },
    { ACQ_EVIDENCE_STEP_SMALL_CLAIM, ACQ_EVIDENCE_NEED_CEILING, ACQ_EVIDENCE_STATE_CLOSED },
    { ACQ_EVIDENCE_STEP_TRADE_DEBT, ACQ_EVIDENCE_NEED_PARTIES, ACQ_EVIDENCE_STATE_TO_CHECK },
  };

  widget_wait_for_text (dialog, "claimed");
  g_array_append_vals (needs, states, G_N_ELEMENTS (states));
  acq_evidence_needs_group_show (ACQ_EVIDENCE_NEEDS_GROUP (group), needs);
  g_assert_nonnull (widget_find (row (self, "Payment order"), widget_holds_text, "All is there"));
  g_assert_nonnull (widget_find (row (self, "Small-claims procedure"), widget_holds_text, "Not possible"));
  g_assert_nonnull (widget_find (row (self, "Uncontested debt between traders"), widget_holds_text, "Something is to be checked"));
  g_assert_nonnull (widget_find (group, widget_is_titled, "The name of the court"));
  g_assert_null (widget_find (group, widget_is_titled, "The formal notice"));
}

static gboolean
write_order (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_evidence_order_write (data, file, cancellable, error);
}

static void
changed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* An order goes to the company's thread, tells how far it is, and comes back done. */
static void
test_order (CompanyCase *self, gconstpointer data)
{
  const char *const codes[] = { "rate_unconfirmed", NULL };
  const AcqAcceptance accepted = { (char **) codes, (char *) "taux relu" };
  g_autofree char *path = g_build_filename (self->files->folder, "e.zip", NULL);
  g_autoptr (GArray) documents = g_array_new (FALSE, FALSE, sizeof (AcqEvidenceDocument));
  g_autoptr (AcqEvidenceOrder) order
    = acq_evidence_order_new (CUSTOMER, ACQ_EVIDENCE_READER_LAWYER, NULL, NULL, documents, path, &accepted);
  gboolean done = FALSE;

  g_assert_cmpfloat (acq_evidence_order_get_progress (order), ==, 0);
  acq_open_company_change_async (self->company, NULL, write_order, acq_evidence_order_ref (order),
                                 (GDestroyNotify) acq_evidence_order_unref, NULL, changed_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (acq_evidence_order_get_progress (order), ==, 1);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* The day of publication moves the last day, and the declaration ends it. */
static void
test_claim (CompanyCase *self, gconstpointer data)
{
  GtkWidget *rows[2];

  gtk_window_destroy (company_case_find_dialog (self));
  acq_claim_dialog_present (GTK_WINDOW (self->window), self->company, INSOLVENT);
  while (company_case_find_dialog (self) == NULL)
    g_main_context_iteration (NULL, TRUE);
  widget_wait_for_text (GTK_WIDGET (company_case_find_dialog (self)), "of late interest up to");
  widget_wait_for_text (GTK_WIDGET (company_case_find_dialog (self)), "It is declared.");
  rows[0] = row (self, "Published in the BODACC on");
  rows[1] = row (self, "Claim declared on");
  g_assert_cmpint (acq_day_row_get_day (ACQ_DAY_ROW (rows[0])), ==, acq_day_parse_iso ("2026-08-26"));
  acq_day_row_set_day (ACQ_DAY_ROW (rows[1]), ACQ_DAY_NONE);
  g_signal_emit_by_name (company_case_find_dialog (self), "confirmed");
  while (company_case_find_dialog (self) != NULL)
    g_main_context_iteration (NULL, TRUE);
  company_case_wait (self);
  acq_claim_dialog_present (GTK_WINDOW (self->window), self->company, INSOLVENT);
  while (company_case_find_dialog (self) == NULL)
    g_main_context_iteration (NULL, TRUE);
  widget_wait_for_text (GTK_WIDGET (company_case_find_dialog (self)), "A judge may still help within six months");
}

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) example = NULL;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  example = example_case_make (acq_day_parse_iso (TODAY));
#define ADD(path, func) g_test_add ("/ui/evidence/" path, CompanyCase, example, set_up, func, tear_down)
  ADD ("blocked", test_blocked);
  ADD ("less-is-missing", test_less_is_missing);
  ADD ("needs", test_needs);
  ADD ("order", test_order);
  ADD ("claim", test_claim);
  return g_test_run ();
}
