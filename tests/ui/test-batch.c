/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "acq-approval.h"
#include "acq-batch-posting-dialog.h"
#include "acq-batch-row.h"
#include "acq-batch-window.h"
#include "acq-batch-work.h"
#include "company-case.h"
#include "example-case.h"
#include "widget-search.h"

static void
set_up (CompanyCase *self, gconstpointer company)
{
  company_case_open (self, store_case_new_copy ((GBytes *) company, acq_day_parse_iso (EXAMPLE_CASE_POST_DAY)));
  company_case_show (self, NULL);
}

static void
tear_down (CompanyCase *self, gconstpointer data)
{
  company_case_close (self);
}

static AcqBatchRow *
row_at (GtkWindow *window, int index)
{
  GtkListBox *list = GTK_LIST_BOX (widget_find_id (GTK_WIDGET (window), "list"));

  return (AcqBatchRow *) gtk_list_box_get_row_at_index (list, index);
}

static GtkWindow *
open_window (CompanyCase *self)
{
  GtkWindow *window;

  acq_batch_window_present (GTK_WINDOW (self->window), self->company);
  window = company_case_find_dialog (self);
  while (row_at (window, 0) == NULL)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return window;
}

static const char *
details_of (AcqBatchRow *row)
{
  return gtk_label_get_text (GTK_LABEL (widget_find_id (GTK_WIDGET (row), "details")));
}

static gboolean
may_be_chosen (AcqBatchRow *row)
{
  return gtk_widget_get_sensitive (widget_find_id (GTK_WIDGET (row), "check"));
}

/* Reminders are chosen at once; a formal notice cannot be, until it was on show. */
static void
test_notices_are_read_first (CompanyCase *self, gconstpointer data)
{
  GtkWindow *window = open_window (self);
  GtkListBox *list = GTK_LIST_BOX (widget_find_id (GTK_WIDGET (window), "list"));
  guint n_unread = 0, n_chosen = 0, n_all = 0;
  g_autofree char *count = NULL;
  AcqBatchRow *row;

  for (; (row = row_at (window, (int) n_all)) != NULL; n_all++)
    {
      g_assert_true (gtk_test_accessible_has_property (
        GTK_ACCESSIBLE (widget_find_id (GTK_WIDGET (row), "check")), GTK_ACCESSIBLE_PROPERTY_LABEL));
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
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (widget_find_id (GTK_WIDGET (window), "chosen_label"))), ==,
                   count);
}

/* Nothing can be printed or saved where nothing is chosen. */
static void
test_nothing_chosen (CompanyCase *self, gconstpointer data)
{
  GtkWindow *window = open_window (self);
  GtkWidget *print = widget_find_id (GTK_WIDGET (window), "print_button");
  AcqBatchRow *row;

  g_assert_true (gtk_widget_is_sensitive (print));
  for (int i = 0; (row = row_at (window, i)) != NULL; i++)
    acq_batch_row_set_chosen (row, FALSE);
  g_assert_false (gtk_widget_is_sensitive (print));
  g_assert_false (gtk_widget_is_sensitive (widget_find_id (GTK_WIDGET (window), "save_button")));
}

/* By amount the largest stands first. */
static void
test_order (CompanyCase *self, gconstpointer data)
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
  gtk_drop_down_set_selected (GTK_DROP_DOWN (widget_find_id (GTK_WIDGET (window), "order")), 2);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (widget_find_id (GTK_WIDGET (row_at (window, 0)), "name"))), ==,
                   name);
}

/* Who closes the window while the letters are being drafted leaves nothing behind. */
static void
test_closed_early (CompanyCase *self, gconstpointer data)
{
  acq_batch_window_present (GTK_WINDOW (self->window), self->company);
  gtk_window_close (company_case_find_dialog (self));
  company_case_wait (self);
  g_assert_null (company_case_find_dialog (self));
}

static void
drafted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  AcqBatchWork *work = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (object), result, &error);

  g_assert_no_error (error);
  g_clear_pointer (&work, acq_batch_work_unref);
  *(gboolean *) user_data = TRUE;
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  acq_open_company_ask_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
changed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_assert_no_error (error);
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

      *n_sent += approval->state == ACQ_MESSAGE_STATE_SENT && approval->sent == acq_day_parse_iso (EXAMPLE_CASE_POST_DAY);
    }
  return data;
}

/* One day for all that left together. */
static void
test_posted (CompanyCase *self, gconstpointer data)
{
  AcqBatchWork *work = acq_batch_work_new (acq_open_company_get_view (self->company));
  gboolean drafted = FALSE, gone = FALSE, counted = FALSE;
  guint n_sent = 0;
  GtkWindow *dialog;

  acq_batch_work_draft_async (work, self->company, NULL, drafted_cb, &drafted);
  while (!drafted)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < work->batch->entries->len; i++)
    {
      acq_letter_batch_mark_seen (work->batch, i);
      g_array_append_val (work->places, i);
    }
  work->folder = g_strdup (self->files->folder);
  acq_batch_work_go_async (work, self->company, NULL, changed_cb, &gone);
  while (!gone)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (work->pile->places->len, >, 2);
  acq_batch_posting_dialog_present (GTK_WINDOW (self->window), self->company, work->batch,
                                    work->pile->places);
  dialog = company_case_find_dialog (self);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.confirm", NULL);
  while (company_case_find_dialog (self) != NULL)
    g_main_context_iteration (NULL, TRUE);
  acq_open_company_ask_async (self->company, count_sent, &n_sent, NULL, NULL, NULL, counted_cb, &counted);
  while (!counted)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_sent, ==, work->pile->places->len);
  acq_batch_work_unref (work);
}

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) company = NULL;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  company = example_case_make_on_paper ();
  g_test_add ("/batch/notices-are-read-first", CompanyCase, company, set_up, test_notices_are_read_first, tear_down);
  g_test_add ("/batch/nothing-chosen", CompanyCase, company, set_up, test_nothing_chosen, tear_down);
  g_test_add ("/batch/order", CompanyCase, company, set_up, test_order, tear_down);
  g_test_add ("/batch/closed-early", CompanyCase, company, set_up, test_closed_early, tear_down);
  g_test_add ("/batch/posted", CompanyCase, company, set_up, test_posted, tear_down);
  return g_test_run ();
}
