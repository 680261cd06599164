/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-import-item.h"
#include "acq-import-order.h"
#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * AcqImportQueue:
 *
 * The files of one import: each is read once to show what it would bring, one after the other; then all are imported.
 * Signal "changed": files came or went, or one was read. Signal "flaw" (a sentence): something was dropped that is no file to
 * import.
 */
#define ACQ_TYPE_IMPORT_QUEUE (acq_import_queue_get_type ())
G_DECLARE_FINAL_TYPE (AcqImportQueue, acq_import_queue, ACQ, IMPORT_QUEUE, GObject)

AcqImportQueue *acq_import_queue_new (AcqOpenCompany *company);

/* GListModel of AcqImportItem, borrowed. */
GListModel *acq_import_queue_get_items (AcqImportQueue *self);
/* Files and folders (the files in them, not those in folders below). One that is there already is not added again.
   @files: GListModel of GFile */
void acq_import_queue_add_files (AcqImportQueue *self, GListModel *files);
void acq_import_queue_add_bytes (AcqImportQueue *self, const char *name, GBytes *bytes);
void acq_import_queue_remove (AcqImportQueue *self, AcqImportItem *item);
/* Reads it again as what the user says that it is; -1: as what it looks like. */
void acq_import_queue_read_as (AcqImportQueue *self, AcqImportItem *item, int kind);

/* Reads it again as the user told of its columns. */
void acq_import_queue_read_told (AcqImportQueue *self, AcqImportItem *item);
/* Guesses again what the columns hold, of this table and of those like it that come later. */
void acq_import_queue_forget_columns (AcqImportQueue *self, AcqImportItem *item);

/* One of the files waits for an answer of the user: until then nothing is imported. */
gboolean acq_import_queue_asks (AcqImportQueue *self);
guint acq_import_queue_count_importable (AcqImportQueue *self);
/* Files are still being looked for or read. */
gboolean acq_import_queue_is_reading (AcqImportQueue *self);

/* Imports what is importable. While it runs nothing else may be asked of the queue but these. */
void acq_import_queue_import_async (AcqImportQueue *self, GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) (nullable): what became of each file; NULL with an error where nothing came in. Files that came in have left
   the queue; those that did not say why. */
AcqImportOrder *acq_import_queue_import_finish (AcqImportQueue *self, GAsyncResult *result, GError **error);
void acq_import_queue_cancel (AcqImportQueue *self);
/* In thousandths; -1 while nothing is imported. */
int acq_import_queue_get_progress (AcqImportQueue *self);

G_END_DECLS
