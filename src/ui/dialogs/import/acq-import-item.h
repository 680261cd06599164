/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-import-preview.h"

G_BEGIN_DECLS

typedef enum
{
  ACQ_IMPORT_ITEM_WAITING, /* not read yet */
  ACQ_IMPORT_ITEM_READING,
  ACQ_IMPORT_ITEM_READY,
  ACQ_IMPORT_ITEM_CHECK,   /* may be imported, but the user should look */
  ACQ_IMPORT_ITEM_ASKS,  /* a table of which the user must say what its columns hold */
  ACQ_IMPORT_ITEM_REFUSED,
} AcqImportItemState;

/**
 * AcqImportItem:
 *
 * One file, or one pasted table, that the user wants to import. Signal "changed": its state or what is known of it.
 */
#define ACQ_TYPE_IMPORT_ITEM (acq_import_item_get_type ())
G_DECLARE_FINAL_TYPE (AcqImportItem, acq_import_item, ACQ, IMPORT_ITEM, GObject)

AcqImportItem *acq_import_item_new_for_file (GFile *file);
AcqImportItem *acq_import_item_new_for_bytes (const char *name, GBytes *bytes);

/* The file's name, for people. */
const char *acq_import_item_get_name (AcqImportItem *self);
/* What to read: a path, or a name for the bytes. */
const char *acq_import_item_get_path (AcqImportItem *self);
/* NULL for a file. */
GBytes *acq_import_item_get_bytes (AcqImportItem *self);
/* What the user says that it is; -1: what it looks like. */
int acq_import_item_get_kind (AcqImportItem *self);
void acq_import_item_set_kind (AcqImportItem *self, int kind);

AcqImportItemState acq_import_item_get_state (AcqImportItem *self);
/* READY or CHECK. */
gboolean acq_import_item_is_importable (AcqImportItem *self);
/* NULL unless it is importable. */
const AcqImportPreview *acq_import_item_get_preview (AcqImportItem *self);
/* Why it is refused or asks, in words; NULL unless it does. */
const char *acq_import_item_get_refusal (AcqImportItem *self);

/* It may be something else than it looks like: a table, or a text that nothing recognised. */
gboolean acq_import_item_may_be_read_otherwise (AcqImportItem *self);

/* What its columns hold; NULL for what is no table. Whoever changes it tells so below. Each other object that it becomes has
   another serial. */
AcqColumnMapping *acq_import_item_get_columns (AcqImportItem *self);
guint acq_import_item_get_columns_serial (AcqImportItem *self);
/* It was remembered of an earlier table; it was told by the user now. */
gboolean acq_import_item_has_remembered_columns (AcqImportItem *self);
gboolean acq_import_item_has_told_columns (AcqImportItem *self);
/* The user said what they hold: the item is read so from now on, or asks where something lacks yet. */
void acq_import_item_tell_columns (AcqImportItem *self);
/* What was told so far counts, from 1; 0: nothing. */
guint acq_import_item_get_n_told (AcqImportItem *self);
/* What was told, to read the file by; NULL where nothing was. (transfer full) */
GHashTable *acq_import_item_dup_mapping (AcqImportItem *self);
/* What the columns hold is to be found out anew. */
void acq_import_item_drop_columns (AcqImportItem *self);

/* For the queue. */
/* @columns: (transfer full) (nullable): dropped where the user has told better. */
void acq_import_item_take_columns (AcqImportItem *self, AcqColumnMapping *columns, gboolean remembered);
void acq_import_item_set_waiting (AcqImportItem *self);
void acq_import_item_set_reading (AcqImportItem *self);
void acq_import_item_take_preview (AcqImportItem *self, AcqImportPreview *preview);
void acq_import_item_refuse (AcqImportItem *self, const GError *error);

G_END_DECLS
