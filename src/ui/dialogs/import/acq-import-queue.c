/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-queue.h"

#include <string.h>

#include <glib/gi18n.h>

#include "acq-error-text.h"

/* As many files of a folder join the list in one go: each makes a row. */
#define ROWS_AT_ONCE 5
/* Nobody means to import more files than that at once. */
#define MAX_FILES_OF_FOLDER 5000

struct _AcqImportQueue
{
  GObject parent_instance;

  AcqOpenCompany *company;
  GListStore *items;
  GQueue found; /* (element-type GFile) of folders, that are not in the list yet */
  guint adding;
  guint n_looking;         /* folders that are being looked through */
  AcqImportItem *reading;  /* owned */
  AcqImportOrder *preview; /* of the item being read */
  AcqImportOrder *import;  /* while it is carried out */
  GCancellable *closing;
};

G_DEFINE_FINAL_TYPE (AcqImportQueue, acq_import_queue, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FLAW,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void read_next (AcqImportQueue *self);

static void
acq_import_queue_dispose (GObject *object)
{
  AcqImportQueue *self = ACQ_IMPORT_QUEUE (object);

  g_cancellable_cancel (self->closing);
  if (self->preview != NULL)
    acq_import_order_cancel (self->preview);
  g_clear_handle_id (&self->adding, g_source_remove);
  g_queue_clear_full (&self->found, g_object_unref);
  G_OBJECT_CLASS (acq_import_queue_parent_class)->dispose (object);
}

static void
acq_import_queue_finalize (GObject *object)
{
  AcqImportQueue *self = ACQ_IMPORT_QUEUE (object);

  g_clear_object (&self->reading);
  g_clear_pointer (&self->preview, acq_import_order_unref);
  g_clear_pointer (&self->import, acq_import_order_unref);
  g_clear_object (&self->items);
  g_clear_object (&self->company);
  g_clear_object (&self->closing);
  G_OBJECT_CLASS (acq_import_queue_parent_class)->finalize (object);
}

static void
acq_import_queue_class_init (AcqImportQueueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = acq_import_queue_dispose;
  object_class->finalize = acq_import_queue_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ACQ_TYPE_IMPORT_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FLAW] = g_signal_new ("flaw", ACQ_TYPE_IMPORT_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
acq_import_queue_init (AcqImportQueue *self)
{
  self->items = g_list_store_new (ACQ_TYPE_IMPORT_ITEM);
  self->closing = g_cancellable_new ();
  g_queue_init (&self->found);
}

AcqImportQueue *
acq_import_queue_new (AcqOpenCompany *company)
{
  AcqImportQueue *self = g_object_new (ACQ_TYPE_IMPORT_QUEUE, NULL);

  self->company = g_object_ref (company);
  return self;
}

GListModel *
acq_import_queue_get_items (AcqImportQueue *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORT_QUEUE (self), NULL);
  return G_LIST_MODEL (self->items);
}

static void
tell_change (AcqImportQueue *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
tell_flaw (AcqImportQueue *self, const char *format, const char *name)
{
  g_autofree char *words = g_strdup_printf (format, name);

  g_signal_emit (self, signals[SIGNAL_FLAW], 0, words);
}

/* Reading */

/* One that was taken out, or is to be read as something else, has gone or waits again. */
static void
take_reading (AcqImportQueue *self, AcqImportItem *item, AcqImportPreview *preview, const GError *error)
{
  AcqImportOutcome *outcome = acq_import_order_get_outcomes (self->preview)->pdata[0];

  if (outcome->kind != acq_import_item_get_kind (item) || outcome->n_told != acq_import_item_get_n_told (item)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      acq_import_preview_free (preview);
      acq_import_item_set_waiting (item);
    }
  else if (preview != NULL)
    acq_import_item_take_preview (item, preview);
  else
    {
      acq_import_item_take_columns (item, g_steal_pointer (&outcome->columns), outcome->columns_remembered);
      acq_import_item_refuse (item, error);
    }
}

static void
previewed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqImportQueue) self = user_data;
  g_autoptr (AcqImportItem) item = g_steal_pointer (&self->reading);
  g_autoptr (GError) error = NULL;
  AcqImportPreview *preview = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (object), result, &error);

  take_reading (self, item, preview, error);
  g_clear_pointer (&self->preview, acq_import_order_unref);
  read_next (self);
  tell_change (self);
}

static void
read_item (AcqImportQueue *self, AcqImportItem *item)
{
  self->reading = g_object_ref (item);
  self->preview = acq_import_order_new ();
  acq_import_order_add (self->preview, item);
  acq_import_item_set_reading (item);
  acq_open_company_ask_async (self->company, acq_import_order_preview, acq_import_order_ref (self->preview),
                              (GDestroyNotify) acq_import_order_unref,
                              (GDestroyNotify) acq_import_preview_free, NULL, previewed_cb,
                              g_object_ref (self));
}

static void
read_next (AcqImportQueue *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  if (self->reading != NULL || self->import != NULL || g_cancellable_is_cancelled (self->closing))
    return;
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (AcqImportItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (acq_import_item_get_state (item) == ACQ_IMPORT_ITEM_WAITING)
        {
          read_item (self, item);
          return;
        }
    }
}

/* Adding */

static gboolean
has_path (AcqImportQueue *self, const char *path)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (AcqImportItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (acq_import_item_get_bytes (item) == NULL && g_str_equal (acq_import_item_get_path (item), path))
        return TRUE;
    }
  return FALSE;
}

static void
add_file (AcqImportQueue *self, GFile *file)
{
  g_autoptr (AcqImportItem) item = acq_import_item_new_for_file (file);

  if (!has_path (self, acq_import_item_get_path (item)))
    g_list_store_append (self->items, item);
}

static gboolean
add_found_cb (gpointer user_data)
{
  AcqImportQueue *self = user_data;

  for (guint i = 0; i < ROWS_AT_ONCE && !g_queue_is_empty (&self->found); i++)
    {
      g_autoptr (GFile) file = g_queue_pop_head (&self->found);

      add_file (self, file);
    }
  if (g_queue_is_empty (&self->found))
    self->adding = 0;
  read_next (self);
  tell_change (self);
  return self->adding != 0;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = g_file_get_parse_name (*(GFile *const *) a);
  g_autofree char *second = g_file_get_parse_name (*(GFile *const *) b);

  return g_utf8_collate (first, second);
}

/* The answer: GPtrArray of GFile, by name. */
static void
look_through (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  GFile *child;
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
    data,
    G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN,
    G_FILE_QUERY_INFO_NONE, cancellable, &error);
  GFileInfo *info;

  while (children != NULL && files->len < MAX_FILES_OF_FOLDER
         && g_file_enumerator_iterate (children, &info, &child, cancellable, &error) && info != NULL)
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && !g_file_info_get_is_hidden (info))
      g_ptr_array_add (files, g_object_ref (child));
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_sort (files, compare_names);
  g_task_return_pointer (task, g_steal_pointer (&files), (GDestroyNotify) g_ptr_array_unref);
}

static void
looked_through_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  AcqImportQueue *self = ACQ_IMPORT_QUEUE (object);
  g_autofree char *name = g_file_get_basename (g_task_get_task_data (G_TASK (result)));
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = g_task_propagate_pointer (G_TASK (result), &error);

  self->n_looking--;
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_flaw (self, _ ("The folder “%s” cannot be read. Look at your rights to it."), shown);
  else if (files != NULL && files->len == 0)
    tell_flaw (self, _ ("There is no file in the folder “%s”. Folders inside it are not looked through."), shown);
  for (guint i = 0; files != NULL && i < files->len; i++)
    g_queue_push_tail (&self->found, g_object_ref (files->pdata[i]));
  if (self->adding == 0 && !g_queue_is_empty (&self->found))
    self->adding = g_idle_add (add_found_cb, self);
  tell_change (self);
}

static void
add_folder (AcqImportQueue *self, GFile *folder)
{
  g_autoptr (GTask) task = g_task_new (self, self->closing, looked_through_cb, NULL);

  self->n_looking++;
  g_task_set_task_data (task, g_object_ref (folder), g_object_unref);
  g_task_run_in_thread (task, look_through);
}

void
acq_import_queue_add_files (AcqImportQueue *self, GListModel *files)
{
  g_return_if_fail (ACQ_IS_IMPORT_QUEUE (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
        add_folder (self, file);
      else
        g_queue_push_tail (&self->found, g_object_ref (file));
    }
  if (self->adding == 0 && !g_queue_is_empty (&self->found))
    self->adding = g_idle_add (add_found_cb, self);
}

void
acq_import_queue_add_bytes (AcqImportQueue *self, const char *name, GBytes *bytes)
{
  g_autoptr (AcqImportItem) item = NULL;

  g_return_if_fail (ACQ_IS_IMPORT_QUEUE (self));
  item = acq_import_item_new_for_bytes (name, bytes);
  g_list_store_append (self->items, item);
  read_next (self);
  tell_change (self);
}

void
acq_import_queue_remove (AcqImportQueue *self, AcqImportItem *item)
{
  guint position;

  g_return_if_fail (ACQ_IS_IMPORT_QUEUE (self));
  if (self->import != NULL || !g_list_store_find (self->items, item, &position))
    return;
  if (self->reading == item)
    acq_import_order_cancel (self->preview);
  g_list_store_remove (self->items, position);
  tell_change (self);
}

static void
read_again (AcqImportQueue *self, AcqImportItem *item)
{
  if (self->reading == item)
    acq_import_order_cancel (self->preview);
  else
    acq_import_item_set_waiting (item);
  read_next (self);
  tell_change (self);
}

void
acq_import_queue_read_as (AcqImportQueue *self, AcqImportItem *item, int kind)
{
  g_return_if_fail (ACQ_IS_IMPORT_QUEUE (self));
  if (self->import != NULL || acq_import_item_get_kind (item) == kind)
    return;
  acq_import_item_set_kind (item, kind);
  read_again (self, item);
}

void
acq_import_queue_read_told (AcqImportQueue *self, AcqImportItem *item)
{
  g_return_if_fail (ACQ_IS_IMPORT_QUEUE (self));
  if (self->import == NULL)
    read_again (self, item);
}

static gboolean
forget (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_import_columns_forget (file, data, error);
}

static void
forgotten_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqImportQueue) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, &error))
    return;
  words = acq_error_text (error);
  g_signal_emit (self, signals[SIGNAL_FLAW], 0, words);
}

void
acq_import_queue_forget_columns (AcqImportQueue *self, AcqImportItem *item)
{
  const AcqColumnMapping *columns = acq_import_item_get_columns (item);

  g_return_if_fail (ACQ_IS_IMPORT_QUEUE (self));
  if (self->import != NULL || columns == NULL)
    return;
  acq_open_company_change_async (self->company, NULL, forget, acq_column_mapping_fingerprint (columns), g_free, NULL,
                                 forgotten_cb, g_object_ref (self));
  acq_import_item_drop_columns (item);
  read_again (self, item);
}

gboolean
acq_import_queue_asks (AcqImportQueue *self)
{
  gboolean asks = FALSE;

  g_return_val_if_fail (ACQ_IS_IMPORT_QUEUE (self), FALSE);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (AcqImportItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      asks = asks || acq_import_item_get_state (item) == ACQ_IMPORT_ITEM_ASKS;
    }
  return asks;
}

guint
acq_import_queue_count_importable (AcqImportQueue *self)
{
  guint count = 0;

  g_return_val_if_fail (ACQ_IS_IMPORT_QUEUE (self), 0);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (AcqImportItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      count += acq_import_item_is_importable (item);
    }
  return count;
}

gboolean
acq_import_queue_is_reading (AcqImportQueue *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORT_QUEUE (self), FALSE);
  return self->reading != NULL || self->adding != 0 || self->n_looking > 0;
}

/* Importing */

/* A copy needs its invoice, which another of the files may bring. */
static gboolean
comes_last (AcqImportItem *item)
{
  const AcqImportPreview *preview = acq_import_item_get_preview (item);

  return g_str_equal (preview->result->format->code, "pdf_copy");
}

static AcqImportOrder *
make_order (AcqImportQueue *self)
{
  AcqImportOrder *order = acq_import_order_new ();
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (int last = FALSE; last <= TRUE; last++)
    for (guint i = 0; i < n_items; i++)
      {
        g_autoptr (AcqImportItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

        if (acq_import_item_is_importable (item) && comes_last (item) == last)
          acq_import_order_add (order, item);
      }
  return order;
}

static void
settle (AcqImportQueue *self, const AcqImportOutcome *outcome)
{
  guint position;

  if (!g_list_store_find (self->items, outcome->item, &position))
    return;
  if (outcome->result != NULL)
    g_list_store_remove (self->items, position);
  else if (outcome->error != NULL)
    acq_import_item_refuse (outcome->item, outcome->error);
}

static void
imported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AcqImportQueue *self = g_task_get_source_object (task);
  g_autoptr (AcqImportOrder) order = g_steal_pointer (&self->import);
  GPtrArray *outcomes = acq_import_order_get_outcomes (order);
  GError *error = NULL;
  gboolean any = acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, &error);

  for (guint i = 0; i < outcomes->len; i++)
    settle (self, outcomes->pdata[i]);
  read_next (self);
  tell_change (self);
  if (any)
    g_task_return_pointer (task, g_steal_pointer (&order), (GDestroyNotify) acq_import_order_unref);
  else
    g_task_return_error (task, error);
}

void
acq_import_queue_import_async (AcqImportQueue *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ACQ_IS_IMPORT_QUEUE (self));
  g_return_if_fail (self->import == NULL);
  task = g_task_new (self, NULL, callback, user_data);
  self->import = make_order (self);
  acq_open_company_change_async (self->company, NULL, acq_import_order_carry_out,
                                 acq_import_order_ref (self->import),
                                 (GDestroyNotify) acq_import_order_unref, NULL, imported_cb, task);
  tell_change (self);
}

AcqImportOrder *
acq_import_queue_import_finish (AcqImportQueue *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
acq_import_queue_cancel (AcqImportQueue *self)
{
  g_return_if_fail (ACQ_IS_IMPORT_QUEUE (self));
  if (self->import != NULL)
    acq_import_order_cancel (self->import);
}

int
acq_import_queue_get_progress (AcqImportQueue *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORT_QUEUE (self), -1);
  return self->import == NULL ? -1 : acq_import_order_get_progress (self->import);
}
