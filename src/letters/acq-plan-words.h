/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-payment-plan-letter.h"

G_BEGIN_DECLS

/* The sentences of a payment-plan agreement, in French, with the marks of acq_letter_text_fill(). Number and gender agree with
   the letter's figures; a consumer's agreement speaks of interest at the legal rate, and of no indemnity. To be freed. */

char *acq_plan_acknowledgment (const AcqPaymentPlanLetter *letter);
char *acq_plan_engagement (const AcqPaymentPlanLetter *letter);
char *acq_plan_imputation (const AcqPaymentPlanLetter *letter);
/* Heading of article 4. */
const char *acq_plan_choices_title (const AcqPaymentPlanLetter *letter);
/* What a row of article 4 is about, its amount, and what the creditor chose. */
char *acq_plan_claim_words (const AcqPaymentPlanLetter *letter, AcqPlanClaim claim);
char *acq_plan_claim_figure (const AcqPaymentPlanLetter *letter, AcqPlanClaim claim);
char *acq_plan_claim_choice (const AcqPaymentPlanLetter *letter, AcqPlanClaim claim);
/* That nothing else is given up, and when what is given up comes back. */
char *acq_plan_no_other_waiver (const AcqPaymentPlanLetter *letter);
char *acq_plan_default (const AcqPaymentPlanLetter *letter);
char *acq_plan_scope (const AcqPaymentPlanLetter *letter);

/* The three lines of the breakdown above its total. */
char *acq_plan_principal_line (const AcqPaymentPlanLetter *letter);
char *acq_plan_penalties_line (const AcqPaymentPlanLetter *letter);
char *acq_plan_indemnities_line (const AcqPaymentPlanLetter *letter);

G_END_DECLS
