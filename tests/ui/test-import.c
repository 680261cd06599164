/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "acq-columns-view.h"
#include "acq-import-card.h"
#include "acq-import-dialog.h"
#include "acq-import-queue.h"
#include "import-case.h"

#define NARROW 360
#define TABLE                                                                                                \
  INVOICES "F1;03/09/2026;03/10/2026;C1;Rousselot <SARL>;1240,00;;\n"                                        \
           "F2;05/09/2026;05/10/2026;C2;Chauveau;douze;;\n"

typedef struct
{
  StoreCase *files;
  AcqOpenCompany *company;
} Case;

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
set_up (Case *self, gconstpointer data)
{
  gboolean done = FALSE;

  self->files = store_case_new ();
  g_clear_pointer (&self->files->file, acq_company_file_close);
  self->company = acq_open_company_new (self->files->path, store_case_clock ());
  acq_open_company_load_async (self->company, NULL, loaded_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
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
tear_down (Case *self, gconstpointer data)
{
  wait_until_idle (self);
  /* Its thread lets go of the last job a moment after the answer. */
  while (G_OBJECT (self->company)->ref_count > 1)
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (self->company);
  store_case_free (self->files);
}

static void
add (GListStore *model, Case *self, const char *name, const char *text)
{
  g_autofree char *path
    = text == NULL ? store_case_path (self->files, name) : store_case_write (self->files, name, text);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_list_store_append (model, file);
}

static void
wait_for_queue (AcqImportQueue *queue)
{
  while (acq_import_queue_is_reading (queue))
    g_main_context_iteration (NULL, TRUE);
}

static AcqImportItemState
state_at (AcqImportQueue *queue, guint position)
{
  g_autoptr (AcqImportItem) item = g_list_model_get_item (acq_import_queue_get_items (queue), position);

  g_assert_nonnull (item);
  return acq_import_item_get_state (item);
}

static void
test_states (Case *self, gconstpointer data)
{
  g_autoptr (AcqImportQueue) queue = acq_import_queue_new (self->company);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autofree char *statement
    = import_case_ofx ("98765432109", (const char *const[]){ "20260910 12.50 A VIR X", NULL });

  add (files, self, "a.csv", TABLE);
  add (files, self, "b.ofx", statement);
  add (files, self, "c.jpg", "\377\330\377");
  add (files, self, "d.csv", "");
  add (files, self, "nowhere.csv", NULL);
  /* The same file twice is one. */
  add (files, self, "b.ofx", NULL);
  acq_import_queue_add_files (queue, G_LIST_MODEL (files));
  wait_for_queue (queue);
  g_assert_cmpuint (g_list_model_get_n_items (acq_import_queue_get_items (queue)), ==, 5);
  g_assert_cmpint (state_at (queue, 0), ==, ACQ_IMPORT_ITEM_CHECK);
  g_assert_cmpint (state_at (queue, 1), ==, ACQ_IMPORT_ITEM_READY);
  for (guint i = 2; i < 5; i++)
    {
      g_autoptr (AcqImportItem) item = g_list_model_get_item (acq_import_queue_get_items (queue), i);

      g_assert_cmpint (acq_import_item_get_state (item), ==, ACQ_IMPORT_ITEM_REFUSED);
      g_assert_cmpuint (strlen (acq_import_item_get_refusal (item)), >, 10);
    }
  g_assert_cmpuint (acq_import_queue_count_importable (queue), ==, 2);
}

static void
flaw_cb (AcqImportQueue *queue, const char *words, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_folders (Case *self, gconstpointer data)
{
  g_autoptr (AcqImportQueue) queue = acq_import_queue_new (self->company);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autofree char *full = store_case_path (self->files, "full"), *empty = store_case_path (self->files, "empty");
  guint n_flaws = 0;

  g_assert_cmpint (g_mkdir (full, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (empty, 0700), ==, 0);
  add (files, self, "full/b.csv", TABLE);
  add (files, self, "full/a.csv", TABLE);
  g_list_store_remove_all (files);
  add (files, self, "full", NULL);
  add (files, self, "empty", NULL);
  g_signal_connect (queue, "flaw", G_CALLBACK (flaw_cb), &n_flaws);
  acq_import_queue_add_files (queue, G_LIST_MODEL (files));
  wait_for_queue (queue);
  g_assert_cmpuint (g_list_model_get_n_items (acq_import_queue_get_items (queue)), ==, 2);
  g_assert_cmpuint (n_flaws, ==, 1);
  g_signal_handlers_disconnect_by_data (queue, &n_flaws);
}

/* What the user says that a file is counts, also while it is being read. */
static void
test_read_as (Case *self, gconstpointer data)
{
  g_autoptr (AcqImportQueue) queue = acq_import_queue_new (self->company);
  g_autoptr (GBytes) bytes = g_bytes_new_static (TABLE, strlen (TABLE));
  g_autoptr (AcqImportItem) item = NULL;

  acq_import_queue_add_bytes (queue, "pasted", bytes);
  item = g_list_model_get_item (acq_import_queue_get_items (queue), 0);
  acq_import_queue_read_as (queue, item, ACQ_IMPORT_KIND_LEDGER);
  wait_for_queue (queue);
  g_assert_cmpint (acq_import_item_get_state (item), ==, ACQ_IMPORT_ITEM_REFUSED);
  acq_import_queue_read_as (queue, item, -1);
  wait_for_queue (queue);
  g_assert_cmpint (acq_import_item_get_state (item), ==, ACQ_IMPORT_ITEM_CHECK);
  acq_import_queue_remove (queue, item);
  g_assert_cmpuint (g_list_model_get_n_items (acq_import_queue_get_items (queue)), ==, 0);
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
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

/* What can be pressed or chosen says what it is. */
static void
assert_named (GtkWidget *widget)
{
  if ((GTK_IS_BUTTON (widget) || GTK_IS_DROP_DOWN (widget)) && gtk_widget_get_child_visible (widget)
      && gtk_widget_get_ancestor (gtk_widget_get_parent (widget), GTK_TYPE_DROP_DOWN) == NULL)
    g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_named (child);
}

static GtkWidget *
present (Case *self, GtkWidget **ret_parent, GListModel *files)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *dialog = NULL;

  *ret_parent = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (*ret_parent));
  acq_import_dialog_present (GTK_WINDOW (*ret_parent), self->company, files);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (*ret_parent))
        dialog = GTK_WIDGET (window);
    }
  g_assert_nonnull (dialog);
  return dialog;
}

static guint
count_invoices (Case *self)
{
  return acq_open_company_get_view (self->company)->books->ledger->invoices->len;
}

static void
undone_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  acq_open_company_undo_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_assert_no_error (error);
}

static void
wait_for_state (Case *self, GtkWidget *dialog, AcqImportItemState state)
{
  GtkWidget *card;

  while ((card = find (dialog, ACQ_TYPE_IMPORT_CARD)) == NULL
         || acq_import_item_get_state (acq_import_card_get_item (ACQ_IMPORT_CARD (card))) != state)
    g_main_context_iteration (NULL, TRUE);
  wait_until_idle (self);
}

static void
test_dialog (Case *self, gconstpointer data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GtkWidget *parent, *dialog;
  int minimum;

  add (files, self, "a.csv", TABLE);
  add (files, self, "b.csv", INVOICES "F7;03/11/2026;03/12/2026;C7;Perrin;12,00;;\n");
  dialog = present (self, &parent, G_LIST_MODEL (files));
  wait_for_state (self, dialog, ACQ_IMPORT_ITEM_CHECK);
  assert_named (dialog);
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROW);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_assert_true (gtk_widget_activate_action (dialog, "import.confirm", NULL));
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  wait_until_idle (self);
  g_assert_cmpuint (count_invoices (self), ==, 2);
  g_assert_cmpstr (acq_open_company_get_undo_label (self->company), ==, "2 files imported");
  acq_open_company_undo_async (self->company, undone_cb, NULL);
  wait_until_idle (self);
  g_assert_cmpuint (count_invoices (self), ==, 0);
  g_assert_null (acq_open_company_get_undo_label (self->company));
  gtk_window_destroy (GTK_WINDOW (parent));
}

/* Nothing to import, nothing to confirm; a card that was taken out is gone; Escape's action closes. */
static void
test_nothing (Case *self, gconstpointer data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GtkWidget *parent, *dialog, *card;

  add (files, self, "list.txt", "milk and bread");
  dialog = present (self, &parent, G_LIST_MODEL (files));
  wait_for_state (self, dialog, ACQ_IMPORT_ITEM_REFUSED);
  gtk_widget_activate_action (dialog, "import.confirm", NULL);
  wait_until_idle (self);
  g_assert_cmpuint (acq_open_company_get_view (self->company)->batches->len, ==, 0);
  card = find (dialog, ACQ_TYPE_IMPORT_CARD);
  g_assert_true (acq_import_card_get_expanded (ACQ_IMPORT_CARD (card)));
  g_signal_emit_by_name (card, "removed");
  g_assert_null (find (dialog, ACQ_TYPE_IMPORT_CARD));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_activate_action (dialog, "import.cancel", NULL);
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (parent));
}

#define UNSURE "Quand;Quoi;Entrées;Sorties\n05/01/2026;VENTE A;1200,00;\n06/01/2026;ACHAT X;;17,50\n"

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

/* The choices above the columns, from left to right. */
static GPtrArray *
find_choices (GtkWidget *dialog)
{
  GPtrArray *choices = g_ptr_array_new ();
  GtkWidget *view = find (dialog, ACQ_TYPE_COLUMNS_VIEW);

  g_assert_nonnull (view);
  g_assert_true (acq_columns_view_get_unfolded (ACQ_COLUMNS_VIEW (view)));
  collect (view, GTK_TYPE_DROP_DOWN, choices);
  return choices;
}

static void
expect_choice (GPtrArray *choices, guint nth, const char *words)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (choices->pdata[nth]);

  g_assert_cmpstr (gtk_string_object_get_string (chosen), ==, words);
}

static void
choose (GPtrArray *choices, guint nth, const char *words)
{
  GListModel *model = gtk_drop_down_get_model (choices->pdata[nth]);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) object = g_list_model_get_item (model, i);

      if (g_str_equal (gtk_string_object_get_string (object), words))
        {
          gtk_drop_down_set_selected (choices->pdata[nth], i);
          return;
        }
    }
  g_assert_not_reached ();
}

static gboolean
may_confirm (GtkWidget *dialog)
{
  GtkWidget *confirm = gtk_window_get_default_widget (GTK_WINDOW (dialog));

  return gtk_widget_is_sensitive (confirm);
}

static void
close_dialog (GtkWidget *dialog, const char *action)
{
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_activate_action (dialog, action, NULL);
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Nothing comes in before the user said which column is money in; the next month is read so without a word. */
static void
test_columns (Case *self, gconstpointer data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GPtrArray) choices = NULL;
  GtkWidget *parent, *dialog, *kept;
  int minimum;

  add (files, self, "a.csv", UNSURE);
  dialog = present (self, &parent, G_LIST_MODEL (files));
  wait_for_state (self, dialog, ACQ_IMPORT_ITEM_ASKS);
  g_assert_false (may_confirm (dialog));
  choices = find_choices (dialog);
  g_assert_cmpuint (choices->len, ==, 4);
  assert_named (dialog);
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROW);
  expect_choice (choices, 2, "Money out (debit)");
  kept = choices->pdata[2];
  choose (choices, 2, "Money in (credit)");
  /* It was taken from the other column, which is to be answered for now. */
  expect_choice (choices, 3, "Not used");
  wait_for_state (self, dialog, ACQ_IMPORT_ITEM_ASKS);
  g_assert_false (may_confirm (dialog));
  choose (choices, 3, "Money out (debit)");
  wait_for_state (self, dialog, ACQ_IMPORT_ITEM_READY);
  g_assert_true (may_confirm (dialog));
  g_ptr_array_unref (choices);
  choices = find_choices (dialog);
  g_assert_true (choices->pdata[2] == kept);
  close_dialog (dialog, "import.confirm");
  wait_until_idle (self);
  gtk_window_destroy (GTK_WINDOW (parent));
  g_list_store_remove_all (files);
  add (files, self, "b.csv", "Quand;Quoi;Entrées;Sorties\n05/02/2026;VENTE B;7,00;\n");
  dialog = present (self, &parent, G_LIST_MODEL (files));
  wait_for_state (self, dialog, ACQ_IMPORT_ITEM_READY);
  g_assert_true (may_confirm (dialog));
  g_signal_emit_by_name (find (dialog, ACQ_TYPE_IMPORT_CARD), "forgotten");
  wait_for_state (self, dialog, ACQ_IMPORT_ITEM_ASKS);
  close_dialog (dialog, "import.cancel");
  gtk_window_destroy (GTK_WINDOW (parent));
}

/* What is only likely may come in, and says so; that it is right is said with one press. */
static void
test_likely_columns (Case *self, gconstpointer data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GtkWidget *parent, *dialog;
  AcqImportItem *item;

  add (files, self, "a.csv", "05/01/2026;VENTE A;1200,00\n06/01/2026;ACHAT X;-17,50\n");
  dialog = present (self, &parent, G_LIST_MODEL (files));
  wait_for_state (self, dialog, ACQ_IMPORT_ITEM_CHECK);
  g_assert_true (may_confirm (dialog));
  item = acq_import_card_get_item (ACQ_IMPORT_CARD (find (dialog, ACQ_TYPE_IMPORT_CARD)));
  acq_column_mapping_confirm (acq_import_item_get_columns (item));
  acq_import_item_tell_columns (item);
  g_signal_emit_by_name (find (dialog, ACQ_TYPE_COLUMNS_VIEW), "told");
  wait_for_state (self, dialog, ACQ_IMPORT_ITEM_READY);
  close_dialog (dialog, "import.cancel");
  gtk_window_destroy (GTK_WINDOW (parent));
}

/* Many columns and long cells neither widen the window nor are left out. */
static void
test_wide_table (Case *self, gconstpointer data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GString) text = g_string_new ("Quand");
  g_autofree char *cell = g_strnfill (300, 'x');
  g_autoptr (GPtrArray) choices = NULL;
  GtkWidget *parent, *dialog;
  int minimum;

  for (guint i = 2; i <= 20; i++)
    g_string_append_printf (text, ";Colonne %u", i);
  g_string_append (text, "\n05/01/2026;12,50");
  for (guint i = 3; i <= 20; i++)
    g_string_append_printf (text, ";%s", cell);
  g_string_append_c (text, '\n');
  add (files, self, "a.csv", text->str);
  dialog = present (self, &parent, G_LIST_MODEL (files));
  wait_for_state (self, dialog, ACQ_IMPORT_ITEM_ASKS);
  choices = find_choices (dialog);
  g_assert_cmpuint (choices->len, ==, 20);
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROW);
  close_dialog (dialog, "import.cancel");
  gtk_window_destroy (GTK_WINDOW (parent));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
#define add_case(path, test) g_test_add ("/import/" path, Case, NULL, set_up, test, tear_down)
  add_case ("states", test_states);
  add_case ("folders", test_folders);
  add_case ("read-as", test_read_as);
  add_case ("dialog", test_dialog);
  add_case ("nothing", test_nothing);
  add_case ("columns", test_columns);
  add_case ("likely-columns", test_likely_columns);
  add_case ("wide-table", test_wide_table);
  return g_test_run ();
}
