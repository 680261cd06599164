/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-post.h"
#include "acq-letter.h"

G_BEGIN_DECLS

/* What a kind of letter is called, in the user's language: "Formal notice". */
const char *acq_letter_model_text (AcqLetterModel model);
/* "Formal notice MED-2026-0014". Free it, as all below. */
char *acq_issued_letter_title_text (const AcqIssuedLetter *letter);
/* When it was written and what the post says of it: "written 23 November · posted 24 November, no. 1A 234". */
char *acq_letter_record_text (const AcqLetterRecord *record, AcqDay today);

const char *acq_letter_proof_kind_text (AcqLetterProofKind kind);

G_END_DECLS
