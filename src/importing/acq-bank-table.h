/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-import-format.h"
#include "acq-row-source.h"

G_BEGIN_DECLS

/* Reads the rows of a bank's table, whatever file they come of. FALSE with an error: ACQ_IMPORT_ERROR_NO_COLUMNS where a day, a
   text or an amount lacks, ACQ_IMPORT_ERROR_UNSURE_COLUMNS where it is not sure which column holds them, and what
   acq_row_source_next() says. */
gboolean acq_bank_table_read (AcqRowSource *rows, const AcqImportSource *source, const AcqImportSink *sink,
                              gpointer user_data, GError **error);

G_END_DECLS
