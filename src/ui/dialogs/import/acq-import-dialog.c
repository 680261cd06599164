/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-banner.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-file-dialogs.h"
#include "acq-import-card.h"
#include "acq-import-queue.h"

#define ACQ_TYPE_IMPORT_DIALOG (acq_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AcqImportDialog, acq_import_dialog, ACQ, IMPORT_DIALOG, AdwWindow)

struct _AcqImportDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle *heading;
  GtkButton *confirm;
  AcqBanner *banner;
  GtkListBox *cards;
  GtkWidget *add;
  GtkLabel *drop_label;
  GtkWidget *content;
  GtkStack *footer;
  GtkProgressBar *progress;

  /* Owned references */
  AcqOpenCompany *company;
  AcqImportQueue *queue;

  AcqDay today;
  guint ticking; /* while files are imported */
};

G_DEFINE_FINAL_TYPE (AcqImportDialog, acq_import_dialog, ADW_TYPE_WINDOW)

static gboolean
is_importing (AcqImportDialog *self)
{
  return acq_import_queue_get_progress (self->queue) >= 0;
}

static void
show_flaw (AcqImportDialog *self, const char *words)
{
  acq_banner_set_title (self->banner, words);
  acq_banner_set_revealed (self->banner, TRUE);
}

static void
banner_clicked_cb (AcqImportDialog *self)
{
  acq_banner_set_revealed (self->banner, FALSE);
}

static void
show_counts (AcqImportDialog *self)
{
  guint n_items = g_list_model_get_n_items (acq_import_queue_get_items (self->queue));
  guint n_ready = acq_import_queue_count_importable (self->queue);
  g_autofree char *all = acq_number_text (n_items);
  g_autofree char *ready = acq_number_text (n_ready);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%s file", "%s files", n_items), all);
  g_autofree char *label = n_ready == 0
                             ? g_strdup (_ ("_Import"))
                             : g_strdup_printf (ngettext ("_Import %s file", "_Import %s files", n_ready), ready);
  g_autofree char *spoken = n_ready == 0
                              ? g_strdup (C_ ("verb", "Import"))
                              : g_strdup_printf (ngettext ("Import %s file", "Import %s files", n_ready), ready);

  adw_window_title_set_subtitle (self->heading, n_items == 0 ? "" : subtitle);
  gtk_button_set_use_underline (self->confirm, TRUE);
  gtk_button_set_label (self->confirm, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->confirm), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_label_set_text (self->drop_label,
                      n_items == 0
                        ? _ ("Drop files here: PDF, XML, OFX, CAMT, XLSX, CSV, FEC… or paste a table (Ctrl + V)")
                        : _ ("Drop more files: PDF, XML, OFX, CAMT, XLSX, CSV, FEC… or paste a table (Ctrl + V)"));
}

/* Once there are files, Enter is for importing them, not for adding more. */
static void
take_focus (AcqImportDialog *self)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  if (card == NULL || gtk_window_get_focus (GTK_WINDOW (self)) != self->add)
    return;
  gtk_widget_grab_focus (gtk_widget_is_sensitive (GTK_WIDGET (self->confirm)) ? GTK_WIDGET (self->confirm) : card);
}

static void
queue_changed_cb (AcqImportDialog *self)
{
  gboolean importing = is_importing (self);
  gboolean any = g_list_model_get_n_items (acq_import_queue_get_items (self->queue)) > 0;

  show_counts (self);
  gtk_widget_set_visible (GTK_WIDGET (self->cards), any);
  gtk_widget_set_sensitive (self->content, !importing);
  gtk_stack_set_visible_child_name (self->footer, importing ? "progress" : "note");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.confirm",
                                 !importing && !acq_import_queue_is_reading (self->queue)
                                   && !acq_import_queue_asks (self->queue)
                                   && acq_import_queue_count_importable (self->queue) > 0);
  take_focus (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.add", !importing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.add-folder", !importing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.paste", !importing);
}

/* Cards */

static void
card_removed_cb (AcqImportDialog *self, AcqImportCard *card)
{
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (card));

  if (next == NULL)
    next = gtk_widget_get_prev_sibling (GTK_WIDGET (card));
  gtk_widget_grab_focus (next != NULL ? next : self->add);
  acq_import_queue_remove (self->queue, acq_import_card_get_item (card));
}

static void
card_read_as_cb (AcqImportDialog *self, int kind, AcqImportCard *card)
{
  acq_import_queue_read_as (self->queue, acq_import_card_get_item (card), kind);
}

static void
card_told_cb (AcqImportDialog *self, AcqImportCard *card)
{
  acq_import_queue_read_told (self->queue, acq_import_card_get_item (card));
}

static void
card_forgotten_cb (AcqImportDialog *self, AcqImportCard *card)
{
  acq_import_queue_forget_columns (self->queue, acq_import_card_get_item (card));
}

static GtkWidget *
card_new (gpointer item, gpointer user_data)
{
  AcqImportDialog *self = user_data;
  GtkWidget *card = acq_import_card_new (item, self->today);

  g_signal_connect_object (card, "removed", G_CALLBACK (card_removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "read-as", G_CALLBACK (card_read_as_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "told", G_CALLBACK (card_told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "forgotten", G_CALLBACK (card_forgotten_cb), self, G_CONNECT_SWAPPED);
  /* A few are shown as they are; of many, what wants a look. */
  if (g_list_model_get_n_items (acq_import_queue_get_items (self->queue)) <= 2)
    acq_import_card_set_expanded (ACQ_IMPORT_CARD (card), TRUE);
  return card;
}

/* Keys that are meant for a whole card, before the list makes something else of them. */
static gboolean
card_key_cb (AcqImportDialog *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!ACQ_IS_IMPORT_CARD (focus) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      card_removed_cb (self, ACQ_IMPORT_CARD (focus));
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      gtk_widget_activate_default (GTK_WIDGET (self));
      return TRUE;
    case GDK_KEY_space:
      acq_import_card_set_expanded (ACQ_IMPORT_CARD (focus),
                                    !acq_import_card_get_expanded (ACQ_IMPORT_CARD (focus)));
      return TRUE;
    default:
      return FALSE;
    }
}

/* Adding */

static void
take_files (AcqImportDialog *self, GListModel *files)
{
  acq_banner_set_revealed (self->banner, FALSE);
  acq_import_queue_add_files (self->queue, files);
}

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GListModel) files = acq_file_dialogs_open_finish (result);

  if (files != NULL)
    take_files (ACQ_IMPORT_DIALOG (object), files);
}

/* The example comes with files to import, in a folder of its name beside it; others may keep theirs so, too. */
static char *
find_folder (AcqImportDialog *self)
{
  const char *path = acq_open_company_get_path (self->company);
  g_autofree char *folder
    = g_str_has_suffix (path, ".acquit") ? g_strndup (path, strlen (path) - strlen (".acquit")) : NULL;

  return folder != NULL && g_file_test (folder, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&folder) : NULL;
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[]
    = { "*.[oO][fF][xX]", "*.[qQ][fF][xX]", "*.[xX][mM][lL]",     "*.[cC][sS][vV]", "*.[tT][xX][tT]",
        "*.[pP][dD][fF]", "*.[oO][dD][sS]", "*.[xX][lL][sS][xX]", "*.[tT][sS][vV]", NULL };
  g_autofree char *folder = find_folder (ACQ_IMPORT_DIALOG (widget));
  const AcqFileKind kind = { _ ("Statements, invoices, tables"), patterns, folder };

  acq_file_dialogs_open_async (widget, _ ("Files to import"), &kind, TRUE, NULL, chosen_cb, NULL);
}

static void
add_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  acq_file_dialogs_choose_folders_async (widget, _ ("Folder of files to import"), NULL, chosen_cb, NULL);
}

static GListModel *
model_of_files (GSList *files)
{
  GListStore *model = g_list_store_new (G_TYPE_FILE);

  for (GSList *file = files; file != NULL; file = file->next)
    g_list_store_append (model, file->data);
  return G_LIST_MODEL (model);
}

static gboolean
drop_cb (AcqImportDialog *self, const GValue *value)
{
  g_autoptr (GListModel) files = NULL;

  if (is_importing (self))
    return FALSE;
  files = model_of_files (g_value_get_boxed (value));
  take_files (self, files);
  return TRUE;
}

static void
pasted_text_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqImportDialog) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL || text[0] == '\0')
    {
      show_flaw (self, _ ("There is no table and no file to paste. Copy one first, with its headings."));
      return;
    }
  if (is_importing (self))
    return;
  bytes = g_bytes_new (text, strlen (text));
  acq_import_queue_add_bytes (self->queue, _ ("Pasted table"), bytes);
}

static void
pasted_files_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqImportDialog) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, NULL);

  if (value != NULL)
    drop_cb (self, value);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  acq_banner_set_revealed (ACQ_IMPORT_DIALOG (widget)->banner, FALSE);
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
      || gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, pasted_files_cb,
                                    g_object_ref (widget));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, pasted_text_cb, g_object_ref (widget));
}

/* Importing */

static gboolean
progress_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AcqImportDialog *self = ACQ_IMPORT_DIALOG (widget);
  int progress = acq_import_queue_get_progress (self->queue);

  if (progress >= 0)
    gtk_progress_bar_set_fraction (self->progress, progress / 1000.0);
  return G_SOURCE_CONTINUE;
}

/* One step takes all of them back. */
static void
offer_undo (AcqImportDialog *self, GPtrArray *outcomes, gboolean *ret_old_items)
{
  g_autoptr (GArray) batches = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *count = NULL, *done = NULL;

  *ret_old_items = FALSE;
  for (guint i = 0; i < outcomes->len; i++)
    {
      const AcqImportOutcome *outcome = outcomes->pdata[i];

      if (outcome->result == NULL)
        continue;
      g_array_append_val (batches, outcome->result->batch);
      *ret_old_items = *ret_old_items || outcome->result->old_items > 0;
    }
  count = acq_number_text (batches->len);
  done = g_strdup_printf (ngettext ("%s file imported", "%s files imported", batches->len), count);
  acq_open_company_offer_undo_of_imports (self->company, done, (const gint64 *) batches->data, batches->len);
}

static void
finish (AcqImportDialog *self, gboolean old_items)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (old_items && parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.open", "(ss)", "old-items", "");
  if (g_list_model_get_n_items (acq_import_queue_get_items (self->queue)) == 0)
    gtk_window_destroy (GTK_WINDOW (self));
}

/* One reason for all of them, such as a full disk, stands above; those of single files stand with the files. */
static void
show_failure (AcqImportDialog *self, const GError *error)
{
  g_autofree char *words = acq_error_text (error);

  show_flaw (self, words);
}

static void
imported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqImportOrder) order
    = acq_import_queue_import_finish (ACQ_IMPORT_QUEUE (object), result, &error);
  gboolean old_items;

  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->ticking);
  self->ticking = 0;
  if (order == NULL)
    {
      show_failure (self, error);
      return;
    }
  offer_undo (self, acq_import_order_get_outcomes (order), &old_items);
  finish (self, old_items);
}

static void
confirm_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqImportDialog *self = ACQ_IMPORT_DIALOG (widget);

  acq_banner_set_revealed (self->banner, FALSE);
  gtk_progress_bar_set_fraction (self->progress, 0);
  self->ticking = gtk_widget_add_tick_callback (widget, progress_cb, NULL, NULL);
  acq_import_queue_import_async (self->queue, imported_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqImportDialog *self = ACQ_IMPORT_DIALOG (widget);

  if (is_importing (self))
    acq_import_queue_cancel (self->queue);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* What is being imported is cancelled first; then it is the user who closes. */
static gboolean
acq_import_dialog_close_request (GtkWindow *window)
{
  AcqImportDialog *self = ACQ_IMPORT_DIALOG (window);

  if (is_importing (self))
    {
      acq_import_queue_cancel (self->queue);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (acq_import_dialog_parent_class)->close_request (window);
}

static void
acq_import_dialog_dispose (GObject *object)
{
  AcqImportDialog *self = ACQ_IMPORT_DIALOG (object);

  if (self->queue != NULL)
    g_object_run_dispose (G_OBJECT (self->queue));
  G_OBJECT_CLASS (acq_import_dialog_parent_class)->dispose (object);
}

static void
acq_import_dialog_finalize (GObject *object)
{
  AcqImportDialog *self = ACQ_IMPORT_DIALOG (object);

  g_clear_object (&self->queue);
  g_clear_object (&self->company);
  G_OBJECT_CLASS (acq_import_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/dialogs/import/acq-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqImportDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, AcqImportDialog, confirm);
  gtk_widget_class_bind_template_child (widget_class, AcqImportDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, AcqImportDialog, cards);
  gtk_widget_class_bind_template_child (widget_class, AcqImportDialog, add);
  gtk_widget_class_bind_template_child (widget_class, AcqImportDialog, drop_label);
  gtk_widget_class_bind_template_child (widget_class, AcqImportDialog, content);
  gtk_widget_class_bind_template_child (widget_class, AcqImportDialog, footer);
  gtk_widget_class_bind_template_child (widget_class, AcqImportDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, banner_clicked_cb);
}

static void
acq_import_dialog_class_init (AcqImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = acq_import_dialog_dispose;
  object_class->finalize = acq_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = acq_import_dialog_close_request;
  g_type_ensure (ACQ_TYPE_BANNER);
  gtk_widget_class_install_action (widget_class, "import.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "import.add-folder", NULL, add_folder_action);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "import.confirm", NULL, confirm_action);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_action);
  bind_template (widget_class);
}

static void
acq_import_dialog_init (AcqImportDialog *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (card_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->cards), keys);
}

static void
set_company (AcqImportDialog *self, AcqOpenCompany *company)
{
  self->company = g_object_ref (company);
  self->today = acq_clock_today (acq_open_company_get_clock (company));
  self->queue = acq_import_queue_new (company);
  g_signal_connect_object (self->queue, "changed", G_CALLBACK (queue_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "flaw", G_CALLBACK (show_flaw), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->cards, acq_import_queue_get_items (self->queue), card_new, self, NULL);
  queue_changed_cb (self);
}

/* Not larger than the window that it belongs to. */
static void
fit (AcqImportDialog *self, GtkWidget *parent)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (gtk_widget_get_width (parent) > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), MIN (width, gtk_widget_get_width (parent)),
                                 MIN (height, gtk_widget_get_height (parent)));
}

void
acq_import_dialog_present (GtkWindow *parent, AcqOpenCompany *company, GListModel *files)
{
  AcqImportDialog *self;

  if (acq_open_company_get_holder (company) != NULL)
    {
      acq_dialogs_tell (GTK_WIDGET (parent), _ ("Nothing can be imported now"),
                        _ ("The company file is open elsewhere: here it can only be read."));
      return;
    }
  self = g_object_new (ACQ_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  set_company (self, company);
  fit (self, GTK_WIDGET (parent));
  if (files != NULL)
    take_files (self, files);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->add);
}
