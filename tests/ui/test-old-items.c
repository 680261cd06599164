/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "acq-old-answer-popover.h"
#include "acq-old-item-list.h"
#include "acq-old-item-row.h"
#include "acq-old-items-page.h"
#include "acq-open-company.h"
#include "import-case.h"

#define NARROW 360
#define DAY(text) acq_day_parse_iso (text)

typedef struct
{
  StoreCase *files;
  AcqOpenCompany *company;
  GtkWidget *window;
  GtkWidget *page;
} Case;

static void
fill (StoreCase *files, guint n_items)
{
  GString *table = g_string_new (INVOICES);
  g_autofree char *counts = g_strdup_printf ("%u 0 0 0", n_items);
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_items; i++)
    g_string_append_printf (table, "F%04u;05/07/2026;05/08/2026;C%u;Customer & sons %u;100,00;;\n", i, i, i);
  text = g_string_free (table, FALSE);
  if (n_items > 0)
    import_case_read (files, "a.csv", text, counts);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  gboolean *done = user_data;
  g_autoptr (GError) error = NULL;

  acq_open_company_load_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

static void
wait_until_idle (Case *self)
{
  gboolean busy = TRUE;

  while (busy)
    {
      g_object_get (self->company, "busy", &busy, NULL);
      if (busy)
        g_main_context_iteration (NULL, TRUE);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Case *self, gconstpointer n_items)
{
  gboolean done = FALSE;

  self->files = store_case_new ();
  fill (self->files, GPOINTER_TO_UINT (n_items));
  g_clear_pointer (&self->files->file, acq_company_file_close);
  self->company = acq_open_company_new (self->files->path, store_case_clock ());
  acq_open_company_load_async (self->company, NULL, loaded_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  self->window = gtk_window_new ();
  self->page = g_object_new (ACQ_TYPE_OLD_ITEMS_PAGE, "company", self->company, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 960, 700);
  gtk_window_set_child (GTK_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until_idle (self);
}

static void
tear_down (Case *self, gconstpointer data)
{
  wait_until_idle (self);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  /* Its thread lets go of the last job a moment after the answer. */
  while (G_OBJECT (self->company)->ref_count > 1)
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (self->company);
  store_case_free (self->files);
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_child_visible (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_suggested (GtkWidget *widget)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, "suggested-action") ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_suggested (child);
  return found;
}

static AcqOldItemList *
list_of (Case *self)
{
  GtkWidget *view = find (self->page, GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *selection = gtk_list_view_get_model (GTK_LIST_VIEW (view));

  return ACQ_OLD_ITEM_LIST (gtk_no_selection_get_model (GTK_NO_SELECTION (selection)));
}

static void
answer_at (Case *self, guint position, AcqOldAnswer answer)
{
  g_autoptr (AcqOldItemDraft) draft = g_list_model_get_item (G_LIST_MODEL (list_of (self)), position);
  const AcqOldReply reply
    = { .answer = answer, .reminders = 2, .day = DAY ("2026-09-03"), .means = ACQ_MEANS_CHEQUE };

  g_assert_nonnull (draft);
  acq_old_item_draft_answer (draft, &reply);
}

/* The stack of the page's states: the page itself has another around it. */
static GtkStack *
find_states (GtkWidget *widget)
{
  GtkStack *found = GTK_IS_STACK (widget) && gtk_stack_get_child_by_name (GTK_STACK (widget), "items") != NULL
                      ? GTK_STACK (widget)
                      : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_states (child);
  return found;
}

static const char *
visible_state (Case *self)
{
  return gtk_stack_get_visible_child_name (find_states (self->page));
}

static void
undone_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  acq_open_company_undo_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_assert_no_error (error);
}

static void
test_save (Case *self, gconstpointer data)
{
  AcqOldItemSums sums;

  answer_at (self, 0, ACQ_OLD_ANSWER_STILL_DUE);
  answer_at (self, 1, ACQ_OLD_ANSWER_REMINDED);
  answer_at (self, 2, ACQ_OLD_ANSWER_PAID);
  sums = acq_old_item_list_sum (list_of (self));
  g_assert_cmpuint (sums.n_items, ==, 5);
  g_assert_cmpuint (sums.n_answered, ==, 3);
  g_assert_cmpuint (sums.n_changed, ==, 3);
  g_assert_cmpint (sums.answered_amount, ==, 30000);
  wait_until_idle (self);
  g_assert_true (gtk_widget_activate_action (self->page, "old-items.save", NULL));
  wait_until_idle (self);
  wait_until_idle (self);
  sums = acq_old_item_list_sum (list_of (self));
  g_assert_cmpuint (sums.n_changed, ==, 0);
  g_assert_cmpuint (sums.n_by_answer[ACQ_OLD_ANSWER_PAID], ==, 1);
  g_assert_cmpuint (sums.n_by_answer[ACQ_OLD_ANSWER_NONE], ==, 2);
  acq_open_company_undo_async (self->company, undone_cb, NULL);
  wait_until_idle (self);
  wait_until_idle (self);
  g_assert_cmpuint (acq_old_item_list_sum (list_of (self)).n_answered, ==, 0);
}

/* An answer that is given and taken back again is none. */
static void
test_back_again (Case *self, gconstpointer data)
{
  answer_at (self, 0, ACQ_OLD_ANSWER_LOST);
  g_assert_cmpuint (acq_old_item_list_sum (list_of (self)).n_changed, ==, 1);
  answer_at (self, 0, ACQ_OLD_ANSWER_NONE);
  g_assert_cmpuint (acq_old_item_list_sum (list_of (self)).n_changed, ==, 0);
}

static void
test_ticked (Case *self, gconstpointer data)
{
  const AcqOldReply reply = { .answer = ACQ_OLD_ANSWER_STILL_DUE };
  AcqOldItemSums sums;

  acq_old_item_list_tick_all (list_of (self), TRUE);
  g_assert_cmpuint (acq_old_item_list_sum (list_of (self)).n_ticked, ==, 5);
  acq_old_item_list_answer_ticked (list_of (self), &reply);
  sums = acq_old_item_list_sum (list_of (self));
  g_assert_cmpuint (sums.n_ticked, ==, 0);
  g_assert_cmpuint (sums.n_by_answer[ACQ_OLD_ANSWER_STILL_DUE], ==, 5);
}

/* What was answered and not kept yet outlives a change that others make. */
static void
test_refresh (Case *self, gconstpointer data)
{
  answer_at (self, 3, ACQ_OLD_ANSWER_REMINDED);
  g_object_notify (G_OBJECT (self->company), "view");
  wait_until_idle (self);
  g_assert_cmpuint (acq_old_item_list_sum (list_of (self)).n_by_answer[ACQ_OLD_ANSWER_REMINDED], ==, 1);
}

static void
test_popover (Case *self, gconstpointer data)
{
  const AcqOldReply reminded
    = { .answer = ACQ_OLD_ANSWER_REMINDED, .reminders = 3, .day = DAY ("2026-09-15"), .means = ACQ_MEANS_CARD };
  GtkWidget *popover = g_object_ref_sink (
    acq_old_answer_popover_new (&reminded, DAY ("2026-08-05"), DAY ("2026-11-20")));
  AcqOldReply reply = acq_old_answer_popover_get_reply (ACQ_OLD_ANSWER_POPOVER (popover));
  GtkEditable *day = GTK_EDITABLE (find (popover, GTK_TYPE_ENTRY));
  GtkWidget *apply = find_suggested (popover);

  g_assert_cmpint (reply.reminders, ==, 3);
  g_assert_cmpint (reply.day, ==, DAY ("2026-09-15"));
  g_assert_true (gtk_widget_get_sensitive (apply));
  /* Before it was late, in the future, no day at all. */
  gtk_editable_set_text (day, "05/08/2026");
  g_assert_false (gtk_widget_get_sensitive (apply));
  gtk_editable_set_text (day, "21/11/2026");
  g_assert_false (gtk_widget_get_sensitive (apply));
  gtk_editable_set_text (day, "soon");
  g_assert_false (gtk_widget_get_sensitive (apply));
  gtk_editable_set_text (day, "06/08/2026");
  g_assert_true (gtk_widget_get_sensitive (apply));
  g_object_unref (popover);
}

static void
test_none (Case *self, gconstpointer data)
{
  g_assert_cmpstr (visible_state (self), ==, "none");
}

static void
test_narrow (Case *self, gconstpointer data)
{
  int minimum;

  g_assert_cmpstr (visible_state (self), ==, "items");
  gtk_widget_measure (self->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROW);
}

/* A thousand rows are as many as fit on the screen. */
static guint
count (GtkWidget *widget, GType type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (widget, type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count (child, type);
  return n;
}

static void
test_many (Case *self, gconstpointer data)
{
  gtk_test_widget_wait_for_draw (self->window);
  g_assert_cmpuint (acq_old_item_list_sum (list_of (self)).n_items, ==, 1000);
  g_assert_cmpuint (count (self->page, ACQ_TYPE_OLD_ITEM_ROW), <, 300);
  g_assert_cmpuint (count (self->page, ACQ_TYPE_OLD_ITEM_ROW), >, 2);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
#define add(path, n_items, test)                                                                             \
  g_test_add ("/old-items/" path, Case, GUINT_TO_POINTER (n_items), set_up, test, tear_down)
  add ("save", 5, test_save);
  add ("back-again", 5, test_back_again);
  add ("ticked", 5, test_ticked);
  add ("refresh", 5, test_refresh);
  add ("popover", 0, test_popover);
  add ("none", 0, test_none);
  add ("narrow", 5, test_narrow);
  add ("many", 1000, test_many);
  return g_test_run ();
}
