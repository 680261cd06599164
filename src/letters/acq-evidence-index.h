/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-evidence-file.h"
#include "acq-letter-layout.h"

G_BEGIN_DECLS

/* The list of the pieces by chapter, with their pages of the whole file; what is missing is said to be missing. The pieces
   must have their numbers; n_pages: of the whole file. NULL with an ACQ_LETTER_ERROR. */
AcqLetterLayout *acq_evidence_index_lay_out (AcqLetterPress *press, const AcqEvidenceFile *self, guint n_pages,
                                             GError **error);

G_END_DECLS
