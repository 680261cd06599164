/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "acq-approval.h"
#include "acq-batch-posting-dialog.h"
#include "acq-batch-row.h"
#include "acq-batch-window.h"
#include "acq-batch-work.h"
#include "acq-example-job.h"
#include "acq-legal-rates.h"

#define TODAY "2026-11-24"

/* Everybody gets letters, the customers with an even number a formal notice; the bank's statements are there. */
#define ON_PAPER                                                                                             \
  "UPDATE statement SET last_day = '2026-11-23';"                                                            \
  "DELETE FROM contact;"                                                                                     \
  "INSERT OR REPLACE INTO setting (key, value) VALUES ('scenario', 'formal'), ('recipients_a_day', '40');"   \
  "INSERT INTO reminder (invoice_id, due, day, step, level, channel)"                                        \
  " SELECT i.id, d.due, date (d.due, '+30 days'), 'last_reminder', 3, 'letter'"                              \
  " FROM invoice i JOIN due_item d ON d.invoice_id = i.id"                                                   \
  " WHERE d.kind = 'normal' AND d.due < '2026-10-01' AND i.customer_id % 2 = 0;"

typedef struct
{
  char *folder;
  AcqOpenCompany *company;
  GtkWidget *parent;
} Case;

static void
write_company (const char *path)
{
  AcqHalfYearRates rates = { acq_day_parse_iso ("2026-07-01"), 240, ACQ_LEGAL_VALUE_NONE };
  g_autoptr (GError) error = NULL;
  AcqCompanyFile *file
    = acq_example_build (path, acq_clock_pinned (acq_day_parse_iso (TODAY)), NULL, NULL, &error);

  g_assert_no_error (error);
  acq_legal_rates_enter (file, &rates, "BCE", &error);
  {
    g_autoptr (AcqChange) change = acq_change_begin (file, &error);

    acq_connection_exec (acq_company_file_connection (file), ON_PAPER, &error);
    acq_change_commit (change, "set", NULL, NULL, &error);
  }
  g_assert_no_error (error);
  acq_company_file_close (file);
}

static void
wait_until_idle (Case *self)
{
  gboolean busy = TRUE;

  while (busy || acq_open_company_get_view (self->company) == NULL
         || acq_open_company_get_view (self->company)->plan == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (self->company, "busy", &busy, NULL);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  acq_open_company_load_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_assert_no_error (error);
}

static void
set_up (Case *self, gconstpointer data)
{
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("acquit-XXXXXX", NULL);
  path = g_build_filename (self->folder, "a.acquit", NULL);
  write_company (path);
  self->company = acq_open_company_new (path, acq_clock_pinned (acq_day_parse_iso (TODAY)));
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
tear_down (Case *self, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  while (find_above (GTK_WINDOW (self->parent)) != NULL)
    gtk_window_destroy (find_above (GTK_WINDOW (self->parent)));
  gtk_window_destroy (GTK_WINDOW (self->parent));
  /* Its thread lets go of the last job a moment after the answer. */
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

static AcqBatchRow *
row_at (GtkWindow *window, int index)
{
  GtkListBox *list = GTK_LIST_BOX (find_named (GTK_WIDGET (window), "list"));

  return (AcqBatchRow *) gtk_list_box_get_row_at_index (list, index);
}

static GtkWindow *
open_window (Case *self)
{
  GtkWindow *window;

  acq_batch_window_present (GTK_WINDOW (self->parent), self->company);
  window = find_above (GTK_WINDOW (self->parent));
  while (row_at (window, 0) == NULL)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return window;
}

static const char *
details_of (AcqBatchRow *row)
{
  return gtk_label_get_text (GTK_LABEL (find_named (GTK_WIDGET (row), "details")));
}

static gboolean
may_be_chosen (AcqBatchRow *row)
{
  return gtk_widget_get_sensitive (find_named (GTK_WIDGET (row), "check"));
}

/* Reminders are chosen at once; a formal notice cannot be, until it was on show. */
static void
test_notices_are_read_first (Case *self, gconstpointer data)
{
  GtkWindow *window = open_window (self);
  GtkListBox *list = GTK_LIST_BOX (find_named (GTK_WIDGET (window), "list"));
  guint n_unread = 0, n_chosen = 0, n_all = 0;
  g_autofree char *count = NULL;
  AcqBatchRow *row;

  for (; (row = row_at (window, (int) n_all)) != NULL; n_all++)
    {
      g_assert_true (gtk_test_accessible_has_property (
        GTK_ACCESSIBLE (find_named (GTK_WIDGET (row), "check")), GTK_ACCESSIBLE_PROPERTY_LABEL));
      n_chosen += acq_batch_row_get_chosen (row);
      if (!g_str_has_suffix (details_of (row), "to be read first"))
        continue;
      g_assert_false (may_be_chosen (row));
      acq_batch_row_set_chosen (row, TRUE);
      g_assert_false (acq_batch_row_get_chosen (row));
      gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (row));
      g_assert_true (may_be_chosen (row));
      g_assert_false (acq_batch_row_get_chosen (row));
      g_assert_false (g_str_has_suffix (details_of (row), "to be read first"));
      acq_batch_row_set_chosen (row, TRUE);
      g_assert_true (acq_batch_row_get_chosen (row));
      n_chosen++;
      n_unread++;
    }
  g_assert_cmpuint (n_unread, >, 0);
  count = g_strdup_printf ("%u of %u letters", n_chosen, n_all);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (find_named (GTK_WIDGET (window), "chosen_label"))), ==,
                   count);
}

/* Nothing can be printed or saved where nothing is chosen. */
static void
test_nothing_chosen (Case *self, gconstpointer data)
{
  GtkWindow *window = open_window (self);
  GtkWidget *print = find_named (GTK_WIDGET (window), "print_button");
  AcqBatchRow *row;

  g_assert_true (gtk_widget_is_sensitive (print));
  for (int i = 0; (row = row_at (window, i)) != NULL; i++)
    acq_batch_row_set_chosen (row, FALSE);
  g_assert_false (gtk_widget_is_sensitive (print));
  g_assert_false (gtk_widget_is_sensitive (find_named (GTK_WIDGET (window), "save_button")));
}

/* By amount the largest stands first. */
static void
test_order (Case *self, gconstpointer data)
{
  GtkWindow *window = open_window (self);
  const AcqCompanyView *view = acq_open_company_get_view (self->company);
  gint64 largest = 0;
  const char *name = NULL;

  for (guint i = 0; i < view->plan->messages->len; i++)
    {
      const AcqPlanMessage *message = view->plan->messages->pdata[i];

      if (message->total <= largest)
        continue;
      largest = message->total;
      name = message->recipient->name;
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_named (GTK_WIDGET (window), "order")), 2);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (find_named (GTK_WIDGET (row_at (window, 0)), "name"))), ==,
                   name);
}

/* Who closes the window while the letters are being drafted leaves nothing behind. */
static void
test_closed_early (Case *self, gconstpointer data)
{
  acq_batch_window_present (GTK_WINDOW (self->parent), self->company);
  gtk_window_close (find_above (GTK_WINDOW (self->parent)));
  wait_until_idle (self);
  g_assert_null (find_above (GTK_WINDOW (self->parent)));
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static gpointer
count_sent (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) approvals = acq_approval_list (file, error);
  guint *n_sent = data;

  for (guint i = 0; i < approvals->len; i++)
    {
      const AcqMessage *approval = approvals->pdata[i];

      *n_sent += approval->state == ACQ_MESSAGE_STATE_SENT && approval->sent == acq_day_parse_iso (TODAY);
    }
  return data;
}

/* One day for all that left together. */
static void
test_posted (Case *self, gconstpointer data)
{
  AcqBatchWork *work = acq_batch_work_new (acq_open_company_get_view (self->company));
  gboolean drafted = FALSE, gone = FALSE, counted = FALSE;
  guint n_sent = 0;
  GtkWindow *dialog;

  acq_batch_work_draft_async (work, self->company, NULL, done_cb, &drafted);
  while (!drafted)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < work->batch->entries->len; i++)
    {
      acq_letter_batch_mark_seen (work->batch, i);
      g_array_append_val (work->places, i);
    }
  work->folder = g_strdup (self->folder);
  acq_batch_work_go_async (work, self->company, NULL, done_cb, &gone);
  while (!gone)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (work->pile->places->len, >, 2);
  acq_batch_posting_dialog_present (GTK_WINDOW (self->parent), self->company, work->batch,
                                    work->pile->places);
  dialog = find_above (GTK_WINDOW (self->parent));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.confirm", NULL);
  while (find_above (GTK_WINDOW (self->parent)) != NULL)
    g_main_context_iteration (NULL, TRUE);
  acq_open_company_ask_async (self->company, count_sent, &n_sent, NULL, NULL, NULL, done_cb, &counted);
  while (!counted)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_sent, ==, work->pile->places->len);
  acq_batch_work_unref (work);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/batch/notices-are-read-first", Case, NULL, set_up, test_notices_are_read_first, tear_down);
  g_test_add ("/batch/nothing-chosen", Case, NULL, set_up, test_nothing_chosen, tear_down);
  g_test_add ("/batch/order", Case, NULL, set_up, test_order, tear_down);
  g_test_add ("/batch/closed-early", Case, NULL, set_up, test_closed_early, tear_down);
  g_test_add ("/batch/posted", Case, NULL, set_up, test_posted, tear_down);
  return g_test_run ();
}
