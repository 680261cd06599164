/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-day.h"
#include "acq-import-item.h"

G_BEGIN_DECLS

/* What a card shows folded out. Each returns a new widget, or NULL where there is nothing to show. */

/* One line: day, text, amount. */
GtkWidget *acq_import_details_sample_row (const AcqImportSample *sample, AcqDay today);
/* The first records, unless @rows is FALSE, and how many more there are. */
GtkWidget *acq_import_details_samples (const AcqImportPreview *preview, AcqDay today, gboolean rows);
/* How many invoices the file says to be paid. */
GtkWidget *acq_import_details_paid (const AcqImportPreview *preview);
/* What is refused and why, to be copied or saved. */
GtkWidget *acq_import_details_rejections (const AcqImportPreview *preview);
/* Why the whole file is refused. */
GtkWidget *acq_import_details_refusal (AcqImportItem *item);

G_END_DECLS
