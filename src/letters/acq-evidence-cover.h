/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-evidence-file.h"
#include "acq-letter-page.h"
#include "acq-notice-figures.h"

G_BEGIN_DECLS

/* "Dossier de pièces – injonction de payer": what each page says of the whole. */
const char *acq_evidence_reader_heading (AcqEvidenceReader reader);

/* "Menuiserie Vauban c. Hôtel des Deux Rives SAS". Free it. */
char *acq_evidence_parties (const AcqEvidenceFile *self, const char *between);

/* The mentions at the foot of each page, and what stands above the pages behind the cover. */
AcqLetterhead *acq_evidence_head_new (const AcqEvidenceFile *self);

/**
 * AcqEvidenceCover:
 *
 * The cover: court, parties, cause, claim, demands, what is contested and what is still to come. It fills one page, unless
 * names are absurdly long. Borrows the file and the press.
 */
typedef struct _AcqEvidenceCover AcqEvidenceCover;

/* The pieces must have their numbers. NULL with an ACQ_LETTER_ERROR. */
AcqEvidenceCover *acq_evidence_cover_new (AcqLetterPress *press, const AcqEvidenceFile *file,
                                          const AcqNoticeFigures *figures, GError **error);
void acq_evidence_cover_free (AcqEvidenceCover *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqEvidenceCover, acq_evidence_cover_free)

guint acq_evidence_cover_n_pages (const AcqEvidenceCover *self);
/* Draws one of its pages, from 0, without the foot. */
void acq_evidence_cover_draw (const AcqEvidenceCover *self, guint page, cairo_t *cr);

G_END_DECLS
