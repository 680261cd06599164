/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-day.h"
#include "acq-import-item.h"

G_BEGIN_DECLS

/**
 * AcqImportCard:
 *
 * One file of the import: what it was recognised as and how it stands; folded out, its first records, what is known already,
 * and what is refused and why. Signals: "removed", "read-as" (an int: the kind, -1: as it looks).
 */
#define ACQ_TYPE_IMPORT_CARD (acq_import_card_get_type ())
G_DECLARE_FINAL_TYPE (AcqImportCard, acq_import_card, ACQ, IMPORT_CARD, GtkListBoxRow)

GtkWidget *acq_import_card_new (AcqImportItem *item, AcqDay today);
AcqImportItem *acq_import_card_get_item (AcqImportCard *self);
gboolean acq_import_card_get_expanded (AcqImportCard *self);
void acq_import_card_set_expanded (AcqImportCard *self, gboolean expanded);

G_END_DECLS
