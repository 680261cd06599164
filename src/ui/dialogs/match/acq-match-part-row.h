/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "acq-match-draft.h"

G_BEGIN_DECLS

/**
 * AcqMatchPartRow:
 *
 * An invoice that gets a part of a bank line: what it owes, and an entry for the amount. Signals: "amount-changed"; "removed".
 */
#define ACQ_TYPE_MATCH_PART_ROW (acq_match_part_row_get_type ())
G_DECLARE_FINAL_TYPE (AcqMatchPartRow, acq_match_part_row, ACQ, MATCH_PART_ROW, AdwActionRow)

GtkWidget *acq_match_part_row_new (const AcqLedger *ledger, const AcqInvoice *invoice, gint64 amount);
const AcqInvoice *acq_match_part_row_get_invoice (AcqMatchPartRow *self);
/* What was typed, 0 where it is no amount. */
gint64 acq_match_part_row_get_amount (AcqMatchPartRow *self);
/* Says at the entry what is wrong. */
void acq_match_part_row_set_flaw (AcqMatchPartRow *self, AcqMatchFlaw flaw);

G_END_DECLS
