/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-batch-repository.h"
#include "acq-rejected-lines.h"

G_BEGIN_DECLS

/**
 * AcqImportRow:
 *
 * One import. It opens to the lines that were refused. Its buttons are actions "imports.undo", "imports.dismiss-all",
 * "imports.copy", "imports.save" (x: the batch) and "imports.dismiss" (x: the refused line).
 */
#define ACQ_TYPE_IMPORT_ROW (acq_import_row_get_type ())
G_DECLARE_FINAL_TYPE (AcqImportRow, acq_import_row, ACQ, IMPORT_ROW, GtkListBoxRow)

/* (element-type AcqRejectedLine): all that are open; those of other imports are passed over. */
GtkWidget *acq_import_row_new (const AcqBatch *batch, const GPtrArray *rejected, AcqDay today);

/* The refused lines of an import as a text to copy or save: place, reason, and what stood there. Free it. */
char *acq_import_row_list_rejected (const GPtrArray *rejected, gint64 batch_id);

G_END_DECLS
