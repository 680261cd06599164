/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "acq-acceptance.h"
#include "acq-issued-letter-window.h"
#include "company-case.h"
#include "sender-case.h"
#include "widget-search.h"

/* A consumer, and the notice that was written to him today. */
typedef struct
{
  CompanyCase open;
  char *reference;
  AcqAcceptance *accepted;
  gboolean answered;
} Case;

static void
set_up (Case *self, gconstpointer data)
{
  StoreCase *files = store_case_new ();

  self->reference = sender_case_write_notice (files);
  company_case_open (&self->open, files);
  company_case_show (&self->open, NULL);
}

static void
tear_down (Case *self, gconstpointer data)
{
  company_case_close (&self->open);
  g_free (self->reference);
  acq_acceptance_free (self->accepted);
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

  acq_acceptance_ask_async (GTK_WINDOW (self->open.window), self->open.company, "missing_copy, never_reminded", answered_cb, self);
  dialog = GTK_WIDGET (company_case_find_dialog (&self->open));
  confirm = widget_find_id (dialog, "confirm");
  reason = widget_find_type (dialog, ADW_TYPE_ENTRY_ROW);
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
  acq_acceptance_ask_async (GTK_WINDOW (self->open.window), self->open.company, "missing_copy", answered_cb, self);
  gtk_window_destroy (company_case_find_dialog (&self->open));
  wait_for_answer (self);
  g_assert_null (self->accepted);
}

static const char *
read_post (GtkWindow *window)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (widget_find_id (GTK_WIDGET (window), "post_row")));
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

  acq_issued_letter_window_present (GTK_WINDOW (self->open.window), self->open.company, self->reference);
  window = company_case_find_dialog (&self->open);
  while (!has (read_post (window), "not posted yet"))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "letter.post", NULL);
  dialog = widget_find_above (window);
  g_assert_nonnull (dialog);
  for (GtkWidget *row = widget_find_type (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (G_OBJECT_TYPE (row) == ADW_TYPE_ENTRY_ROW)
      gtk_editable_set_text (GTK_EDITABLE (row), "1A 234");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.confirm", NULL);
  while (!has (read_post (window), "no. 1A 234"))
    g_main_context_iteration (NULL, TRUE);
  company_case_wait (&self->open);
  /* From now on it is asked what else the post says. */
  gtk_widget_activate_action (GTK_WIDGET (window), "letter.post", NULL);
  dialog = widget_find_above (window);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "What does the post say?");
}

static void
test_gone (Case *self, gconstpointer data)
{
  GtkWindow *window;
  GtkWidget *page;

  acq_issued_letter_window_present (GTK_WINDOW (self->open.window), self->open.company, "MED-1999-0001");
  window = company_case_find_dialog (&self->open);
  page = widget_find_type (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE);
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
