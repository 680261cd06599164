/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "acq-acceptance.h"
#include "acq-issued-letter-window.h"
#include "acq-letter-job.h"
#include "acq-letter-post.h"
#include "acq-open-company.h"
#include "store-case.h"

/* A consumer, and the notice that was written to him today. */
typedef struct
{
  StoreCase *files;
  AcqOpenCompany *company;
  GtkWidget *parent;
  char *reference;
  AcqAcceptance *accepted;
  gboolean answered;
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

static char *
write_notice (const StoreCase *files)
{
  static const char *const accepted[] = { "missing_copy", NULL };
  AcqLetterRequest request
    = { .model = ACQ_LETTER_MODEL_FORMAL_NOTICE, .customer = "C1", .accepted = accepted, .reason = "sent before" };
  g_autoptr (AcqLetterResult) result = NULL;
  g_autoptr (GError) error = NULL;

  acq_connection_exec (
    files->connection,
    "INSERT INTO company_detail VALUES ('name', 'Menuiserie'), ('legal_form', 'EI'), ('siren', '987654324'),"
    " ('address', '8 rue des Charpentiers'), ('postcode', '25000'), ('city', 'Besançon'), ('signatory', 'H. Vauban'),"
    " ('signatory_role', 'Gérante'), ('iban', 'FR7610278000000123456789059'), ('mediator_name', 'Médiation'),"
    " ('mediator_address', '3 place du Marché, 25000 Besançon');"
    "INSERT INTO customer (id, code, name, name_key, kind, kind_source, address, postcode, city) VALUES"
    " (1, 'C1', 'Mme Delaunay', 'MME DELAUNAY', 'consumer', 'stated', '5 rue du Pressoir', '25220', 'Thise');"
    "INSERT INTO invoice (id, number, customer_id, kind, issued, currency, total, balance) VALUES"
    " (1, 'F1', 1, 'invoice', '2026-01-10', 'EUR', 10000, 10000);"
    "INSERT INTO due_item (invoice_id, kind, due, currency, amount, balance) VALUES"
    " (1, 'normal', '2026-02-09', 'EUR', 10000, 10000);"
    "INSERT INTO reminder (invoice_id, day, level, channel) VALUES (1, '2026-02-20', 1, 'mail')",
    &error);
  g_assert_no_error (error);
  result = acq_letter_issue (files->file, &request, &error);
  g_assert_no_error (error);
  return g_strdup (result->reference);
}

static void
set_up (Case *self, gconstpointer data)
{
  self->files = store_case_new ();
  self->reference = write_notice (self->files);
  g_clear_pointer (&self->files->file, acq_company_file_close);
  self->company = acq_open_company_new (self->files->path, store_case_clock ());
  acq_open_company_load_async (self->company, NULL, loaded_cb, NULL);
  self->parent = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (self->parent));
  wait_until_idle (self);
}

/* The window over another one; NULL: none. */
static GtkWindow *
find_above (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == parent)
        return window;
    }
  return NULL;
}

static void
close_all (GtkWindow *parent)
{
  GtkWindow *above;

  while ((above = find_above (parent)) != NULL)
    {
      close_all (above);
      gtk_window_destroy (above);
    }
}

static void
tear_down (Case *self, gconstpointer data)
{
  close_all (GTK_WINDOW (self->parent));
  gtk_window_destroy (GTK_WINDOW (self->parent));
  /* Its thread lets go of the last job a moment after the answer. */
  while (g_main_context_iteration (NULL, FALSE) || G_OBJECT (self->company)->ref_count > 1)
    ;
  g_assert_finalize_object (self->company);
  store_case_free (self->files);
  g_free (self->reference);
  acq_acceptance_free (self->accepted);
}

static GtkWidget *
find_named (GtkWidget *widget, const char *id)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_named (child, id);
  return found;
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Case *self = user_data;

  self->accepted = acq_acceptance_ask_finish (result);
  self->answered = TRUE;
}

static void
wait_for_answer (Case *self)
{
  while (!self->answered)
    g_main_context_iteration (NULL, TRUE);
}

/* Nothing goes on without a reason. */
static void
test_acceptance (Case *self, gconstpointer data)
{
  GtkWidget *dialog, *confirm, *reason;

  acq_acceptance_ask_async (GTK_WINDOW (self->parent), self->company, "missing_copy, never_reminded", answered_cb, self);
  dialog = GTK_WIDGET (find_above (GTK_WINDOW (self->parent)));
  confirm = find_named (dialog, "confirm");
  reason = find_type (dialog, ADW_TYPE_ENTRY_ROW);
  g_assert_false (gtk_widget_is_sensitive (confirm));
  gtk_editable_set_text (GTK_EDITABLE (reason), "  ");
  g_assert_false (gtk_widget_is_sensitive (confirm));
  gtk_editable_set_text (GTK_EDITABLE (reason), "agreed on the phone");
  g_assert_true (gtk_widget_is_sensitive (confirm));
  gtk_widget_activate_action (dialog, "form.confirm", NULL);
  wait_for_answer (self);
  g_assert_cmpstr (self->accepted->reason, ==, "agreed on the phone");
  g_assert_cmpstr (self->accepted->codes[0], ==, "missing_copy");
  g_assert_cmpstr (self->accepted->codes[1], ==, "never_reminded");
}

static void
test_refused_acceptance (Case *self, gconstpointer data)
{
  acq_acceptance_ask_async (GTK_WINDOW (self->parent), self->company, "missing_copy", answered_cb, self);
  gtk_window_destroy (find_above (GTK_WINDOW (self->parent)));
  wait_for_answer (self);
  g_assert_null (self->accepted);
}

static const char *
read_post (GtkWindow *window)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (find_named (GTK_WIDGET (window), "post_row")));
}

static gboolean
has (const char *text, const char *part)
{
  return text != NULL && strstr (text, part) != NULL;
}

/* Posted with a number, which the window then shows. */
static void
test_posting (Case *self, gconstpointer data)
{
  GtkWindow *window, *dialog;

  acq_issued_letter_window_present (GTK_WINDOW (self->parent), self->company, self->reference);
  window = find_above (GTK_WINDOW (self->parent));
  while (!has (read_post (window), "not posted yet"))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "letter.post", NULL);
  dialog = find_above (window);
  g_assert_nonnull (dialog);
  for (GtkWidget *row = find_type (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (G_OBJECT_TYPE (row) == ADW_TYPE_ENTRY_ROW)
      gtk_editable_set_text (GTK_EDITABLE (row), "1A 234");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.confirm", NULL);
  while (!has (read_post (window), "no. 1A 234"))
    g_main_context_iteration (NULL, TRUE);
  wait_until_idle (self);
  /* From now on it is asked what else the post says. */
  gtk_widget_activate_action (GTK_WIDGET (window), "letter.post", NULL);
  dialog = find_above (window);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "What does the post say?");
}

static void
test_gone (Case *self, gconstpointer data)
{
  GtkWindow *window;
  GtkWidget *page;

  acq_issued_letter_window_present (GTK_WINDOW (self->parent), self->company, "MED-1999-0001");
  window = find_above (GTK_WINDOW (self->parent));
  page = find_type (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE);
  while (g_strcmp0 (adw_status_page_get_title (ADW_STATUS_PAGE (page)), "This letter is not there any more") != 0)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/letters/acceptance", Case, NULL, set_up, test_acceptance, tear_down);
  g_test_add ("/letters/refused-acceptance", Case, NULL, set_up, test_refused_acceptance, tear_down);
  g_test_add ("/letters/posting", Case, NULL, set_up, test_posting, tear_down);
  g_test_add ("/letters/gone", Case, NULL, set_up, test_gone, tear_down);
  return g_test_run ();
}
