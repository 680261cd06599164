/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-item.h"

#include <glib/gi18n.h>

#include "acq-error-text.h"
#include "acq-import-error.h"

struct _AcqImportItem
{
  GObject parent_instance;

  char *name;
  char *path;
  GBytes *bytes;
  int kind;
  AcqImportItemState state;
  AcqImportPreview *preview;
  char *refusal;
  gboolean unclear; /* refused for what it looks like */
  AcqColumnMapping *columns;
  guint columns_serial;
  gboolean remembered;
  guint n_told;
};

G_DEFINE_FINAL_TYPE (AcqImportItem, acq_import_item, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
acq_import_item_finalize (GObject *object)
{
  AcqImportItem *self = ACQ_IMPORT_ITEM (object);

  g_free (self->name);
  g_free (self->path);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  acq_import_preview_free (self->preview);
  g_free (self->refusal);
  acq_column_mapping_free (self->columns);
  G_OBJECT_CLASS (acq_import_item_parent_class)->finalize (object);
}

static void
acq_import_item_class_init (AcqImportItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = acq_import_item_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ACQ_TYPE_IMPORT_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
acq_import_item_init (AcqImportItem *self)
{
  self->kind = -1;
}

AcqImportItem *
acq_import_item_new_for_file (GFile *file)
{
  AcqImportItem *self = g_object_new (ACQ_TYPE_IMPORT_ITEM, NULL);
  g_autofree char *base = g_file_get_basename (file);

  self->name = g_filename_display_name (base);
  self->path = g_file_get_path (file);
  if (self->path == NULL)
    self->path = g_file_get_uri (file);
  return self;
}

AcqImportItem *
acq_import_item_new_for_bytes (const char *name, GBytes *bytes)
{
  AcqImportItem *self = g_object_new (ACQ_TYPE_IMPORT_ITEM, NULL);

  self->name = g_strdup (name);
  self->path = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  return self;
}

const char *
acq_import_item_get_name (AcqImportItem *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORT_ITEM (self), NULL);
  return self->name;
}

const char *
acq_import_item_get_path (AcqImportItem *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORT_ITEM (self), NULL);
  return self->path;
}

GBytes *
acq_import_item_get_bytes (AcqImportItem *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORT_ITEM (self), NULL);
  return self->bytes;
}

int
acq_import_item_get_kind (AcqImportItem *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORT_ITEM (self), -1);
  return self->kind;
}

void
acq_import_item_set_kind (AcqImportItem *self, int kind)
{
  g_return_if_fail (ACQ_IS_IMPORT_ITEM (self));
  self->kind = kind;
  acq_import_item_drop_columns (self);
}

AcqColumnMapping *
acq_import_item_get_columns (AcqImportItem *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORT_ITEM (self), NULL);
  return self->columns;
}

guint
acq_import_item_get_columns_serial (AcqImportItem *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORT_ITEM (self), 0);
  return self->columns_serial;
}

gboolean
acq_import_item_has_remembered_columns (AcqImportItem *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORT_ITEM (self), FALSE);
  return self->remembered;
}

gboolean
acq_import_item_has_told_columns (AcqImportItem *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORT_ITEM (self), FALSE);
  return self->n_told > 0;
}

guint
acq_import_item_get_n_told (AcqImportItem *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORT_ITEM (self), 0);
  return self->n_told;
}

GHashTable *
acq_import_item_dup_mapping (AcqImportItem *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORT_ITEM (self), NULL);
  return self->n_told == 0 ? NULL : acq_column_mapping_to_hash (self->columns);
}

void
acq_import_item_drop_columns (AcqImportItem *self)
{
  g_return_if_fail (ACQ_IS_IMPORT_ITEM (self));
  self->n_told = 0;
  acq_import_item_take_columns (self, NULL, FALSE);
}

void
acq_import_item_take_columns (AcqImportItem *self, AcqColumnMapping *columns, gboolean remembered)
{
  g_return_if_fail (ACQ_IS_IMPORT_ITEM (self));
  if (self->n_told > 0)
    {
      acq_column_mapping_free (columns);
      return;
    }
  acq_column_mapping_free (self->columns);
  self->columns = columns;
  self->remembered = remembered;
  self->columns_serial++;
}

AcqImportItemState
acq_import_item_get_state (AcqImportItem *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORT_ITEM (self), ACQ_IMPORT_ITEM_REFUSED);
  return self->state;
}

gboolean
acq_import_item_is_importable (AcqImportItem *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORT_ITEM (self), FALSE);
  return self->state == ACQ_IMPORT_ITEM_READY || self->state == ACQ_IMPORT_ITEM_CHECK;
}

const AcqImportPreview *
acq_import_item_get_preview (AcqImportItem *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORT_ITEM (self), NULL);
  return self->preview;
}

const char *
acq_import_item_get_refusal (AcqImportItem *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORT_ITEM (self), NULL);
  return self->refusal;
}

gboolean
acq_import_item_may_be_read_otherwise (AcqImportItem *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORT_ITEM (self), FALSE);
  if (self->kind >= 0 || self->columns != NULL)
    return TRUE;
  if (self->preview == NULL)
    return self->state == ACQ_IMPORT_ITEM_REFUSED && self->unclear;
  return self->preview->result->format->is_table;
}

/* What was known of it is forgotten. */
static void
set_state (AcqImportItem *self, AcqImportItemState state, AcqImportPreview *preview, char *refusal)
{
  acq_import_preview_free (self->preview);
  g_free (self->refusal);
  self->state = state;
  self->preview = preview;
  self->refusal = refusal;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
acq_import_item_set_waiting (AcqImportItem *self)
{
  g_return_if_fail (ACQ_IS_IMPORT_ITEM (self));
  set_state (self, ACQ_IMPORT_ITEM_WAITING, NULL, NULL);
}

void
acq_import_item_set_reading (AcqImportItem *self)
{
  g_return_if_fail (ACQ_IS_IMPORT_ITEM (self));
  set_state (self, ACQ_IMPORT_ITEM_READING, NULL, NULL);
}

void
acq_import_item_tell_columns (AcqImportItem *self)
{
  g_return_if_fail (ACQ_IS_IMPORT_ITEM (self));
  g_return_if_fail (self->columns != NULL);
  self->n_told++;
  self->remembered = FALSE;
}

void
acq_import_item_take_preview (AcqImportItem *self, AcqImportPreview *preview)
{
  gboolean wants_a_look;

  g_return_if_fail (ACQ_IS_IMPORT_ITEM (self));
  g_return_if_fail (preview != NULL);
  wants_a_look = acq_import_preview_wants_a_look (preview);
  acq_import_item_take_columns (self, g_steal_pointer (&preview->columns), preview->columns_remembered);
  set_state (self, wants_a_look ? ACQ_IMPORT_ITEM_CHECK : ACQ_IMPORT_ITEM_READY, preview, NULL);
}

/* The user can say what the columns hold, or has not said enough yet. */
static gboolean
may_be_answered (const AcqImportItem *self, const GError *error)
{
  return self->columns != NULL
         && ((self->n_told > 0 && self->unclear)
             || g_error_matches (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_UNSURE_COLUMNS)
             || g_error_matches (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_NO_COLUMNS));
}

void
acq_import_item_refuse (AcqImportItem *self, const GError *error)
{
  g_return_if_fail (ACQ_IS_IMPORT_ITEM (self));
  g_return_if_fail (error != NULL);
  self->unclear = g_error_matches (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_UNKNOWN_FORMAT)
                  || g_error_matches (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_NO_COLUMNS);
  /* Who has said what the file is needs no advice to say it. */
  if (self->kind >= 0 && self->columns == NULL
      && g_error_matches (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_UNKNOWN_FORMAT))
    set_state (self, ACQ_IMPORT_ITEM_REFUSED, NULL, g_strdup (_ ("It cannot be read as what you say that it is.")));
  else
    set_state (self, may_be_answered (self, error) ? ACQ_IMPORT_ITEM_ASKS : ACQ_IMPORT_ITEM_REFUSED, NULL,
               acq_error_text (error));
}
