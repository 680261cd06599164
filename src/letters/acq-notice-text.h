/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-notice-figures.h"

G_BEGIN_DECLS

/* The sentences of a formal notice, in French, with the marks of acq_letter_text_fill(). Each is true of the letter's own
   figures: number and gender agree, and no reminder is spoken of that was not sent. All are to be freed; NULL where the
   letter has no such sentence. */

char *acq_notice_subject (const AcqLetter *letter, const AcqNoticeFigures *figures);
/* What remains unpaid, before the first table. */
char *acq_notice_opening (const AcqLetter *letter, const AcqNoticeFigures *figures);
/* "S'y ajoute, pour son principal seul, …", before the second table. */
char *acq_notice_below_lead (const AcqLetter *letter, const AcqNoticeFigures *figures);
/* The law that penalties and indemnity rest on. */
char *acq_notice_law (const AcqLetter *letter, const AcqNoticeFigures *figures);
char *acq_notice_claim_lead (const AcqLetter *letter);
char *acq_notice_demand (const AcqLetter *letter, const AcqNoticeFigures *figures);
/* Until when the sum is accepted in full, and what is added afterwards, in figures. */
char *acq_notice_acceptance (const AcqLetter *letter, const AcqNoticeFigures *figures);
/* What of the claims is mentioned only, or given up: never in silence. */
char *acq_notice_choices (const AcqLetter *letter, const AcqNoticeFigures *figures);
char *acq_notice_dispute (const AcqLetter *letter, const AcqNoticeFigures *figures);
char *acq_notice_consequence (const AcqLetter *letter);
char *acq_notice_nature (const AcqLetter *letter);
char *acq_notice_courtesy (const AcqLetter *letter);

/* Where the invoices stand in an annex because they are too many for the first page. */
char *acq_notice_opening_of_list (const AcqLetter *letter, const AcqNoticeFigures *figures);

G_END_DECLS
