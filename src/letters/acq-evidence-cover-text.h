/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-evidence-file.h"
#include "acq-notice-figures.h"

G_BEGIN_DECLS

/* What the cover of an evidence file says, row by row, in French. Only what the company file knows: where it knows nothing
   there is a blank to be filled in, or no such line. All are to be freed; lines are separated by line feeds. */

char *acq_evidence_cover_purpose (const AcqEvidenceFile *self);
char *acq_evidence_cover_court (const AcqEvidenceFile *self);
char *acq_evidence_cover_court_remark (const AcqEvidenceFile *self);
char *acq_evidence_cover_creditor (const AcqEvidenceFile *self);
char *acq_evidence_cover_debtor (const AcqEvidenceFile *self);
char *acq_evidence_cover_cause (const AcqEvidenceFile *self);
char *acq_evidence_cover_reminders (const AcqEvidenceFile *self);
char *acq_evidence_cover_notice (const AcqEvidenceFile *self);
char *acq_evidence_cover_dispute (const AcqEvidenceFile *self);
char *acq_evidence_cover_interest (const AcqEvidenceFile *self, const AcqNoticeFigures *figures);
char *acq_evidence_cover_remark (const AcqEvidenceFile *self);

/* "pièces n° 8 à 14", or NULL where no piece of these kinds has a number. */
char *acq_evidence_piece_range (const AcqEvidenceFile *self, AcqEvidencePieceKind first,
                                AcqEvidencePieceKind last);

G_END_DECLS
