/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-evidence-text.h"

G_BEGIN_DECLS

/* One piece of evidence as it is shown; borrows nothing. */
typedef struct
{
  AcqEvidenceWeight weight;
  char *words;
  char *proof; /* what the words rest on; not markup */
} AcqEvidenceChip;

/* (element-type AcqEvidenceChip) (transfer full): for a proposal; empty for NULL. */
GPtrArray *acq_evidence_chips_list (const AcqLedger *ledger, const AcqTransaction *transaction,
                                    const AcqProposal *proposal);

/**
 * AcqEvidenceChips:
 *
 * What speaks for a match, in a few words each; a click shows the proof.
 */
#define ACQ_TYPE_EVIDENCE_CHIPS (acq_evidence_chips_get_type ())
G_DECLARE_FINAL_TYPE (AcqEvidenceChips, acq_evidence_chips, ACQ, EVIDENCE_CHIPS, GtkWidget)

/* (element-type AcqEvidenceChip): is not kept. More than @max of them are told behind a chip of their own. */
void acq_evidence_chips_set_chips (AcqEvidenceChips *self, const GPtrArray *chips, guint max);

G_END_DECLS
