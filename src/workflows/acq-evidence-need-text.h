/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-evidence-needs.h"

G_BEGIN_DECLS

/* For the window: what an evidence file is for, what it needs and whether that is there, in everyday words of the user's
   language. Never NULL, static. */

const char *acq_evidence_reader_text (AcqEvidenceReader reader);
const char *acq_evidence_step_text (AcqEvidenceStep step);
const char *acq_evidence_need_text (AcqEvidenceNeed need);
const char *acq_evidence_state_text (AcqEvidenceState state);
/* Of a document that the user adds. */
const char *acq_evidence_document_text (AcqEvidencePieceKind kind);

G_END_DECLS
