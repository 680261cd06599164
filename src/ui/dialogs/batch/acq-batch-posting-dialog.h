/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-letter-batch.h"
#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * acq_batch_posting_dialog_present:
 * @places: (element-type guint): of entries that were approved
 *
 * Asks when the letters that left together were, or will be, posted: one day for all, and a number for each registered one,
 * which may follow later.
 */
void acq_batch_posting_dialog_present (GtkWindow *parent, AcqOpenCompany *company,
                                       const AcqLetterBatch *batch, const GArray *places);

G_END_DECLS
