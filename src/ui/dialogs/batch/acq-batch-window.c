/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-batch-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-batch-posting-dialog.h"
#include "acq-batch-row.h"
#include "acq-batch-work.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-file-dialogs.h"
#include "acq-flaw-text.h"
#include "acq-letter-error.h"
#include "acq-letter-merge.h"
#include "acq-letter-print.h"
#include "acq-pdf-preview.h"
#include "acq-split-view.h"

#define ACQ_TYPE_BATCH_WINDOW (acq_batch_window_get_type ())
G_DECLARE_FINAL_TYPE (AcqBatchWindow, acq_batch_window, ACQ, BATCH_WINDOW, AdwWindow)

/* How often the progress on show follows that of the thread. */
#define TICK_MILLISECONDS 80

struct _AcqBatchWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle *window_title;
  GtkWidget *back_button;
  AcqSplitView *split_view;
  GtkLabel *chosen_label;
  GtkDropDown *order;
  GtkListBox *list;
  AcqPdfPreview *preview;
  GtkStack *foot;
  GtkDropDown *cover;
  GtkWidget *save_button;
  GtkProgressBar *progress;

  AcqOpenCompany *company;
  AcqBatchWork *work;        /* NULL until the window is on show */
  GCancellable *cancellable; /* of the job that runs; NULL: none does */
  GArray *positions;         /* (element-type guint): by place, where the entry stands in the order */
  guint tick;
  gboolean printing; /* the pile must stay what it is */
};

G_DEFINE_FINAL_TYPE (AcqBatchWindow, acq_batch_window, ADW_TYPE_WINDOW)

static AcqBatchRow *
row_at (AcqBatchWindow *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row == NULL ? NULL : ACQ_BATCH_ROW (row);
}

static AcqBatchRow *
find_row (AcqBatchWindow *self, guint place)
{
  AcqBatchRow *row;

  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    if (acq_batch_row_get_place (row) == place)
      return row;
  return NULL;
}

static void
update_chosen_cb (AcqBatchWindow *self)
{
  guint n_all = 0, n_chosen = 0;
  g_autofree char *text = NULL;
  gboolean ready;
  AcqBatchRow *row;

  for (; (row = row_at (self, (int) n_all)) != NULL; n_all++)
    n_chosen += acq_batch_row_get_chosen (row);
  /* Translators: how many of the day's letters are to leave, of how many. */
  text = g_strdup_printf (ngettext ("%1$u of %2$u letter", "%1$u of %2$u letters", n_all), n_chosen, n_all);
  gtk_label_set_text (self->chosen_label, text);
  ready = n_chosen > 0 && self->cancellable == NULL && !self->printing;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "batch.print", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "batch.save-one", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "batch.save-each", ready);
  gtk_widget_set_sensitive (self->save_button, ready);
}

static gboolean
tick_cb (gpointer user_data)
{
  AcqBatchWindow *self = user_data;

  gtk_progress_bar_set_fraction (self->progress, acq_batch_work_get_progress (self->work));
  return G_SOURCE_CONTINUE;
}

/* The letters are the thread's until it is done. */
static void
begin_job (AcqBatchWindow *self, const char *what)
{
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_text (self->progress, what);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child_name (self->foot, "progress");
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->order), FALSE);
  self->tick = g_timeout_add (TICK_MILLISECONDS, tick_cb, self);
  update_chosen_cb (self);
}

static void
end_job (AcqBatchWindow *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->cancellable);
  gtk_stack_set_visible_child_name (self->foot, "actions");
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->order), TRUE);
  update_chosen_cb (self);
}

/* FALSE where the window has gone meanwhile. */
static gboolean
is_there (AcqBatchWindow *self)
{
  return self->work != NULL;
}

static void
tell_error (AcqBatchWindow *self, const GError *error, const char *heading)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  text = acq_error_text (error);
  acq_dialogs_tell (GTK_WIDGET (self), heading, text);
}

/* Of several debtors each has his letter: they are read as one. */
static GBytes *
bytes_of (const AcqLetterBatchEntry *entry)
{
  const GPtrArray *letters = entry->draft->letters;
  g_autofree AcqMergePart *parts = g_new0 (AcqMergePart, letters->len);

  if (letters->len == 1)
    return g_bytes_ref (((const AcqDraftLetter *) letters->pdata[0])->pdf);
  for (guint i = 0; i < letters->len; i++)
    parts[i]
      = (AcqMergePart){ ((const AcqDraftLetter *) letters->pdata[i])->pdf, entry->message->recipient->name };
  return acq_letter_merge (parts, letters->len, entry->message->recipient->name, "", entry->message->day,
                           FALSE, NULL, NULL);
}

static void
show_refusal (AcqBatchWindow *self, const GError *refusal)
{
  g_autofree char *text = g_error_matches (refusal, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED)
                            ? acq_flaw_text_sentences (refusal->message)
                            : acq_error_text (refusal);

  acq_pdf_preview_set_refusal (self->preview, _ ("This letter must not leave as it is"), text);
}

static gboolean
shows_letter (AcqBatchWindow *self)
{
  gboolean shows_list;

  g_object_get (self->split_view, "show-sidebar", &shows_list, NULL);
  return !acq_split_view_get_folded (self->split_view) || !shows_list;
}

/* What is on show was seen; in a narrow window the list hides it. */
static void
update_seen_cb (AcqBatchWindow *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  gboolean folded = acq_split_view_get_folded (self->split_view);
  guint place;

  gtk_widget_set_visible (self->back_button, folded && shows_letter (self));
  if (selected == NULL || self->cancellable != NULL || !is_there (self) || !shows_letter (self))
    return;
  place = acq_batch_row_get_place (ACQ_BATCH_ROW (selected));
  if (acq_letter_batch_entry (self->work->batch, place)->seen)
    return;
  acq_letter_batch_mark_seen (self->work->batch, place);
  acq_batch_row_update (ACQ_BATCH_ROW (selected), self->work->batch, NULL);
}

static void
row_selected_cb (AcqBatchWindow *self, GtkListBoxRow *row)
{
  const AcqLetterBatchEntry *entry;
  g_autoptr (GBytes) pdf = NULL;

  if (row == NULL || !is_there (self))
    return;
  entry = acq_letter_batch_entry (self->work->batch, acq_batch_row_get_place (ACQ_BATCH_ROW (row)));
  adw_window_title_set_subtitle (self->window_title, entry->message->recipient->name);
  if (entry->refusal != NULL)
    {
      show_refusal (self, entry->refusal);
      return;
    }
  pdf = bytes_of (entry);
  acq_pdf_preview_set_pdf (self->preview, pdf);
  update_seen_cb (self);
}

static void
row_activated_cb (AcqBatchWindow *self, GtkListBoxRow *row)
{
  acq_split_view_set_show_sidebar (self->split_view, FALSE);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  acq_split_view_set_show_sidebar (ACQ_BATCH_WINDOW (widget)->split_view, TRUE);
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  AcqBatchWindow *self = data;
  guint left = g_array_index (self->positions, guint, acq_batch_row_get_place (ACQ_BATCH_ROW (a)));
  guint right = g_array_index (self->positions, guint, acq_batch_row_get_place (ACQ_BATCH_ROW (b)));

  return (left > right) - (left < right);
}

static void
order_cb (AcqBatchWindow *self)
{
  g_autoptr (GArray) places = NULL;

  if (!is_there (self) || self->work->batch == NULL)
    return;
  places = acq_letter_batch_order (self->work->batch,
                                   (AcqLetterBatchOrder) gtk_drop_down_get_selected (self->order));
  g_array_set_size (self->positions, places->len);
  for (guint i = 0; i < places->len; i++)
    g_array_index (self->positions, guint, g_array_index (places, guint, i)) = i;
  gtk_list_box_invalidate_sort (self->list);
}

static void
fill_list (AcqBatchWindow *self)
{
  if (self->work->batch->entries->len == 0)
    {
      acq_pdf_preview_set_refusal (self->preview, _ ("No letter is left to print"), NULL);
      return;
    }
  for (guint i = 0; i < self->work->batch->entries->len; i++)
    {
      GtkWidget *row = acq_batch_row_new (self->work->batch, i);

      g_signal_connect_object (row, "notify::chosen", G_CALLBACK (update_chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }
  order_cb (self);
  gtk_list_box_set_sort_func (self->list, compare_rows, self, NULL);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_grab_focus (GTK_WIDGET (row_at (self, 0)));
  update_chosen_cb (self);
}

static void
drafted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqBatchWindow) self = data;
  g_autoptr (GError) error = NULL;
  AcqBatchWork *work = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (source), result, &error);
  g_autofree char *text = NULL;

  g_clear_pointer (&work, acq_batch_work_unref);
  if (!is_there (self))
    return;
  end_job (self);
  if (error == NULL)
    fill_list (self);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_window_close (GTK_WINDOW (self));
  else
    {
      text = acq_error_text (error);
      acq_pdf_preview_set_refusal (self->preview, _ ("The letters could not be drawn up"), text);
    }
}

static void
collect_chosen (AcqBatchWindow *self)
{
  AcqBatchRow *row;

  g_array_set_size (self->work->places, 0);
  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    if (acq_batch_row_get_chosen (row))
      {
        guint place = acq_batch_row_get_place (row);

        g_array_append_val (self->work->places, place);
      }
  self->work->cover = (AcqLetterCover) gtk_drop_down_get_selected (self->cover);
  g_clear_pointer (&self->work->path, g_free);
  g_clear_pointer (&self->work->folder, g_free);
}

/* Why each of them stays, beside it in the list and all together. */
static void
tell_stays (AcqBatchWindow *self, const AcqLetterPile *pile)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *heading = NULL;

  for (guint i = 0; i < pile->stays->len; i++)
    {
      const AcqLetterStay *stay = pile->stays->pdata[i];
      const AcqLetterBatchEntry *entry = acq_letter_batch_entry (self->work->batch, stay->place);
      g_autofree char *reason = acq_error_text (stay->error);

      acq_batch_row_update (find_row (self, stay->place), self->work->batch, reason);
      /* Translators: a customer, and why the letter stays. */
      g_string_append_printf (text, _ ("%1$s: %2$s"), entry->message->recipient->name, reason);
      g_string_append_c (text, '\n');
    }
  if (pile->stays->len == 0)
    return;
  heading = g_strdup_printf (
    ngettext ("%u letter does not leave", "%u letters do not leave", pile->stays->len), pile->stays->len);
  acq_dialogs_tell (GTK_WIDGET (self), heading, text->str);
}

static void
gone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqBatchWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean gone = acq_open_company_change_finish (ACQ_OPEN_COMPANY (source), result, &error);
  const AcqLetterPile *pile;

  if (!is_there (self))
    return;
  end_job (self);
  if (!gone)
    {
      tell_error (self, error, _ ("The letters were not kept as approved"));
      return;
    }
  pile = self->work->pile;
  for (guint i = 0; i < pile->places->len; i++)
    {
      AcqBatchRow *row = find_row (self, g_array_index (pile->places, guint, i));

      acq_batch_row_update (row, self->work->batch, NULL);
      acq_batch_row_set_chosen (row, FALSE);
    }
  if (pile->places->len > 0)
    acq_batch_posting_dialog_present (GTK_WINDOW (self), self->company, self->work->batch, pile->places);
  tell_stays (self, pile);
}

static void
let_go (AcqBatchWindow *self)
{
  begin_job (self, self->work->path == NULL && self->work->folder == NULL ? _ ("Keeping the letters…")
                                                                          : _ ("Writing the letters…"));
  acq_batch_work_go_async (self->work, self->company, self->cancellable, gone_cb, g_object_ref (self));
}

/* What was printed leaves, and nothing else; the covers are printed already. */
static void
all_printed (AcqBatchWindow *self)
{
  g_array_set_size (self->work->places, 0);
  g_array_append_vals (self->work->places, self->work->pile->places->data, self->work->pile->places->len);
  self->work->cover = ACQ_LETTER_COVER_NONE;
  let_go (self);
}

static gboolean
was_printed (AcqBatchWindow *self, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  gboolean printed = acq_letter_print_finish (result, &error);
  g_autofree char *text = NULL;

  self->printing = FALSE;
  if (is_there (self))
    update_chosen_cb (self);
  if (is_there (self) && error != NULL)
    {
      text = acq_letter_print_phrase_error (error);
      acq_dialogs_tell (GTK_WIDGET (self), _ ("Nothing was printed"), text);
    }
  return printed && is_there (self);
}

static void
print (AcqBatchWindow *self, const char *name, GPtrArray *sheets, GAsyncReadyCallback callback)
{
  self->printing = TRUE;
  update_chosen_cb (self);
  acq_letter_print_async (GTK_WINDOW (self), name, sheets, callback, g_object_ref (self));
}

/* The letters lie printed whether or not the envelopes do. */
static void
envelopes_printed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqBatchWindow) self = data;

  was_printed (self, result);
  if (is_there (self))
    all_printed (self);
}

static void
letters_printed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqBatchWindow) self = data;
  g_autoptr (GPtrArray) envelopes = g_ptr_array_new ();

  if (!was_printed (self, result))
    return;
  if (self->work->pile->envelopes == NULL)
    {
      all_printed (self);
      return;
    }
  g_ptr_array_add (envelopes, self->work->pile->envelopes);
  print (self, _ ("Envelopes"), envelopes, envelopes_printed_cb);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqBatchWindow) self = data;
  g_autoptr (GError) error = NULL;
  AcqBatchWork *work = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (source), result, &error);

  g_clear_pointer (&work, acq_batch_work_unref);
  if (!is_there (self))
    return;
  end_job (self);
  if (error != NULL)
    tell_error (self, error, _ ("Nothing was printed"));
  else if (self->work->pile->stays->len > 0)
    tell_stays (self, self->work->pile);
  else
    print (self, _ ("Letters"), self->work->pile->sheets, letters_printed_cb);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqBatchWindow *self = ACQ_BATCH_WINDOW (widget);

  collect_chosen (self);
  begin_job (self, _ ("Checking the letters…"));
  acq_batch_work_check_async (self->work, self->company, self->cancellable, checked_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqBatchWindow) self = data;
  g_autoptr (GFile) file = acq_file_dialogs_save_finish (result);
  g_autofree char *path = file == NULL ? NULL : g_file_get_path (file);

  if (path == NULL || !is_there (self))
    return;
  collect_chosen (self);
  self->work->path = g_steal_pointer (&path);
  let_go (self);
}

static void
save_one_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.pdf", NULL };
  const AcqFileKind kind = { _ ("PDF files"), patterns, NULL };
  char iso[ACQ_DAY_ISO_SIZE];
  AcqBatchWindow *self = ACQ_BATCH_WINDOW (widget);
  /* Translators: the name of a file, with a day. */
  g_autofree char *proposed
    = g_strdup_printf (_ ("Letters %s.pdf"), acq_day_write_iso (self->work->queue->day, iso));

  acq_file_dialogs_save_async (widget, _ ("Save the letters"), &kind, proposed, NULL, file_chosen_cb,
                               g_object_ref (widget));
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqBatchWindow) self = data;
  g_autoptr (GListModel) folders = acq_file_dialogs_open_finish (result);
  g_autoptr (GFile) folder = folders == NULL ? NULL : g_list_model_get_item (folders, 0);
  g_autofree char *path = folder == NULL ? NULL : g_file_get_path (folder);

  if (path == NULL || !is_there (self))
    return;
  collect_chosen (self);
  self->work->folder = g_steal_pointer (&path);
  let_go (self);
}

static void
save_each_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  acq_file_dialogs_choose_folders_async (widget, _ ("Folder for the letters"), NULL, folder_chosen_cb,
                                         g_object_ref (widget));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqBatchWindow *self = ACQ_BATCH_WINDOW (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
acq_batch_window_dispose (GObject *object)
{
  AcqBatchWindow *self = ACQ_BATCH_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->work, acq_batch_work_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACQ_TYPE_BATCH_WINDOW);
  G_OBJECT_CLASS (acq_batch_window_parent_class)->dispose (object);
}

static void
acq_batch_window_finalize (GObject *object)
{
  AcqBatchWindow *self = ACQ_BATCH_WINDOW (object);

  g_clear_object (&self->company);
  g_array_unref (self->positions);
  G_OBJECT_CLASS (acq_batch_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/dialogs/batch/acq-batch-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqBatchWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, AcqBatchWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, AcqBatchWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, AcqBatchWindow, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, AcqBatchWindow, order);
  gtk_widget_class_bind_template_child (widget_class, AcqBatchWindow, list);
  gtk_widget_class_bind_template_child (widget_class, AcqBatchWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, AcqBatchWindow, foot);
  gtk_widget_class_bind_template_child (widget_class, AcqBatchWindow, cover);
  gtk_widget_class_bind_template_child (widget_class, AcqBatchWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, AcqBatchWindow, progress);
  gtk_widget_class_bind_template_callback (widget_class, order_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
acq_batch_window_class_init (AcqBatchWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_batch_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = acq_batch_window_finalize;
  g_type_ensure (ACQ_TYPE_PDF_PREVIEW);
  g_type_ensure (ACQ_TYPE_SPLIT_VIEW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "batch.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "batch.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "batch.save-one", NULL, save_one_action);
  gtk_widget_class_install_action (widget_class, "batch.save-each", NULL, save_each_action);
  gtk_widget_class_install_action (widget_class, "batch.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "batch.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "batch.save-one", NULL);
}

static void
acq_batch_window_init (AcqBatchWindow *self)
{
  self->positions = g_array_new (FALSE, TRUE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->split_view, "notify::folded", G_CALLBACK (update_seen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split_view, "notify::show-sidebar", G_CALLBACK (update_seen_cb), self,
                           G_CONNECT_SWAPPED);
}

void
acq_batch_window_present (GtkWindow *parent, AcqOpenCompany *company)
{
  AcqBatchWindow *self;
  const AcqCompanyView *view;

  g_return_if_fail (ACQ_IS_OPEN_COMPANY (company));
  view = acq_open_company_get_view (company);
  g_return_if_fail (view != NULL && view->plan != NULL);

  self = g_object_new (ACQ_TYPE_BATCH_WINDOW, "transient-for", parent, NULL);
  self->company = g_object_ref (company);
  self->work = acq_batch_work_new (view);
  begin_job (self, _ ("Drawing up the letters…"));
  acq_batch_work_draft_async (self->work, company, self->cancellable, drafted_cb, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
