/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-layout.h"
#include "acq-notice-figures.h"

G_BEGIN_DECLS

/* Adds the annex on a page of its own: each run of days with its base, rate and interest, what changed the base, and how to
   work it out again. label: "Annexe" or "Annexe 2". Returns the number of its first part. */
guint acq_notice_add_interest_annex (AcqLetterLayout *layout, const AcqLetter *letter,
                                     const AcqNoticeFigures *figures, const char *label);

/* Adds the list of the invoices as annex 1, where they are too many for the letter. */
void acq_notice_add_list_annex (AcqLetterLayout *layout, const AcqLetter *letter,
                                const AcqNoticeFigures *figures);

/* What came in, for annexes and statements: "virement reçu", "avoir A2026-0004". Free it. */
char *acq_letter_movement_words (const AcqLetterMovement *movement);

G_END_DECLS
