/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which an evidence file is put together. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "acq-claim-dialog.h"
#include "acq-day-row.h"
#include "acq-evidence-documents-group.h"
#include "acq-evidence-needs-group.h"
#include "acq-evidence-order.h"
#include "acq-evidence-window.h"
#include "acq-example-job.h"

#define CUSTOMER  "C001"
#define INSOLVENT "C019"

typedef struct
{
  char *folder;
  AcqOpenCompany *company;
  GtkWidget *window;
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
  AcqClock clock = acq_clock_pinned (acq_day_parse_iso ("2026-11-20"));
  g_autofree char *path = NULL;
  g_autoptr (AcqCompanyFile) file = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("acquit-XXXXXX", NULL);
  path = g_build_filename (self->folder, "a.acquit", NULL);
  file = acq_example_build (path, clock, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&file, acq_company_file_close);
  self->company = acq_open_company_new (path, clock);
  acq_open_company_load_async (self->company, NULL, loaded_cb, NULL);
  wait_until_idle (self);
  self->window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (self->window));
  acq_evidence_window_present (GTK_WINDOW (self->window), self->company, CUSTOMER);
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
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (find_dialog (self) != NULL)
    gtk_window_destroy (find_dialog (self));
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE) || G_OBJECT (self->company)->ref_count > 1)
    ;
  g_assert_finalize_object (self->company);
  folder = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
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
is_button_labelled (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (type));
}

static GtkWidget *
button (Case *self, const char *label)
{
  GtkWidget *found = find (GTK_WIDGET (find_dialog (self)), is_button_labelled, label);

  g_assert_nonnull (found);
  return found;
}

static void
wait_for_text (GtkWidget *widget, const char *text)
{
  while (find (widget, holds_text, text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
row (Case *self, const char *title)
{
  GtkWidget *found = find (GTK_WIDGET (find_dialog (self)), is_row_titled, title);

  g_assert_nonnull (found);
  return found;
}

/* What is missing is said, and a rate that rests on weak sources keeps the file back until the user says why not. */
static void
test_blocked (Case *self, gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (find_dialog (self));
  int least = 0;

  g_assert_nonnull (dialog);
  wait_for_text (dialog, "claimed");
  wait_for_text (dialog, "weak sources");
  g_assert_false (gtk_widget_is_sensitive (button (self, "Save as PDF…")));
  g_assert_false (gtk_widget_is_sensitive (button (self, "Save as ZIP…")));
  g_assert_true (gtk_widget_get_visible (button (self, "Write it anyway…")));
  g_assert_nonnull (find (row (self, "Payment order"), holds_text, "7 things are missing"));
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 400);
  gtk_test_accessible_assert_property (row (self, "Payment order"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Payment order");
}

/* Once the court is named, or a document is added, one thing less is missing. */
static void
test_less_is_missing (Case *self, gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (find_dialog (self));
  GtkWidget *group = find (dialog, is_of_type, GSIZE_TO_POINTER (ACQ_TYPE_EVIDENCE_DOCUMENTS_GROUP));
  g_autofree char *path = g_build_filename (self->folder, "kbis.pdf", NULL);

  wait_for_text (dialog, "7 things are missing");
  gtk_editable_set_text (GTK_EDITABLE (row (self, "Court, left blank if you do not know")), "Tribunal de commerce de Dole");
  wait_for_text (dialog, "6 things are missing");
  g_assert_true (g_file_set_contents (path, "%PDF-1.4 and no more", -1, NULL));
  acq_evidence_documents_group_add (ACQ_EVIDENCE_DOCUMENTS_GROUP (group), ACQ_EVIDENCE_PIECE_DEBTOR_REGISTRATION, path);
  wait_for_text (dialog, "5 things are missing");
  wait_for_text (dialog, "kbis.pdf");
  gtk_widget_activate_action (group, "documents.remove", "u", 1);
  wait_for_text (dialog, "6 things are missing");
  g_assert_cmpuint (acq_evidence_documents_group_get (ACQ_EVIDENCE_DOCUMENTS_GROUP (group))->len, ==, 0);
}

static void
test_needs (Case *self, gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (find_dialog (self));
  GtkWidget *group = find (dialog, is_of_type, GSIZE_TO_POINTER (ACQ_TYPE_EVIDENCE_NEEDS_GROUP));
  g_autoptr (GArray) needs = g_array_new (FALSE, FALSE, sizeof (AcqEvidenceNeedState));
  AcqEvidenceNeedState states[] = {
    { ACQ_EVIDENCE_STEP_PAYMENT_ORDER, ACQ_EVIDENCE_NEED_COURT, ACQ_EVIDENCE_STATE_READY },
    { ACQ_EVIDENCE_STEP_SMALL_CLAIM, ACQ_EVIDENCE_NEED_CEILING, ACQ_EVIDENCE_STATE_CLOSED },
    { ACQ_EVIDENCE_STEP_TRADE_DEBT, ACQ_EVIDENCE_NEED_PARTIES, ACQ_EVIDENCE_STATE_TO_CHECK },
  };

  wait_for_text (dialog, "claimed");
  g_array_append_vals (needs, states, G_N_ELEMENTS (states));
  acq_evidence_needs_group_show (ACQ_EVIDENCE_NEEDS_GROUP (group), needs);
  g_assert_nonnull (find (row (self, "Payment order"), holds_text, "All is there"));
  g_assert_nonnull (find (row (self, "Small-claims procedure"), holds_text, "Not possible"));
  g_assert_nonnull (find (row (self, "Uncontested debt between traders"), holds_text, "Something is to be checked"));
  g_assert_nonnull (find (group, is_row_titled, "The name of the court"));
  g_assert_null (find (group, is_row_titled, "The formal notice"));
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
test_order (Case *self, gconstpointer data)
{
  const char *const codes[] = { "rate_unconfirmed", NULL };
  const AcqAcceptance accepted = { (char **) codes, (char *) "taux relu" };
  g_autofree char *path = g_build_filename (self->folder, "e.zip", NULL);
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
test_claim (Case *self, gconstpointer data)
{
  GtkWidget *rows[2];

  gtk_window_destroy (find_dialog (self));
  acq_claim_dialog_present (GTK_WINDOW (self->window), self->company, INSOLVENT);
  while (find_dialog (self) == NULL)
    g_main_context_iteration (NULL, TRUE);
  wait_for_text (GTK_WIDGET (find_dialog (self)), "of late interest up to");
  wait_for_text (GTK_WIDGET (find_dialog (self)), "It is declared.");
  rows[0] = row (self, "Published in the BODACC on");
  rows[1] = row (self, "Claim declared on");
  g_assert_cmpint (acq_day_row_get_day (ACQ_DAY_ROW (rows[0])), ==, acq_day_parse_iso ("2026-08-26"));
  acq_day_row_set_day (ACQ_DAY_ROW (rows[1]), ACQ_DAY_NONE);
  g_signal_emit_by_name (find_dialog (self), "confirmed");
  while (find_dialog (self) != NULL)
    g_main_context_iteration (NULL, TRUE);
  wait_until_idle (self);
  acq_claim_dialog_present (GTK_WINDOW (self->window), self->company, INSOLVENT);
  while (find_dialog (self) == NULL)
    g_main_context_iteration (NULL, TRUE);
  wait_for_text (GTK_WIDGET (find_dialog (self)), "A judge may still help within six months");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add ("/ui/evidence/" path, Case, NULL, set_up, func, tear_down)
  ADD ("blocked", test_blocked);
  ADD ("less-is-missing", test_less_is_missing);
  ADD ("needs", test_needs);
  ADD ("order", test_order);
  ADD ("claim", test_claim);
  return g_test_run ();
}
