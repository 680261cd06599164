/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-evidence-needs.h"
#include "acq-letter-layout.h"

G_BEGIN_DECLS

#define ACQ_EVIDENCE_CHECKLIST_TITLE "Ce qui est réuni, ce qui manque"

/* For each step that may follow, what it needs, whether that is there, and where it is written. Information, not legal advice,
   and it says so. NULL with an ACQ_LETTER_ERROR. */
AcqLetterLayout *acq_evidence_checklist_lay_out (AcqLetterPress *press, const AcqEvidenceFile *file,
                                                 const AcqNoticeFigures *figures, GError **error);

/* The same as a document of its own. Transfer full. */
GBytes *acq_evidence_checklist_write (AcqLetterPress *press, const AcqEvidenceFile *file, GError **error);

G_END_DECLS
