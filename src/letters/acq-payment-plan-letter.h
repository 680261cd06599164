/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-creditor-choice.h"
#include "acq-formal-notice.h"
#include "acq-notice-figures.h"

G_BEGIN_DECLS

/* The claims beside the principal that the creditor decides about, each in a row of its own. */
typedef enum
{
  ACQ_PLAN_CLAIM_PENALTIES,       /* accrued by the day of the agreement; a consumer's: at the legal rate */
  ACQ_PLAN_CLAIM_INDEMNITIES,     /* of the law, between professionals and for public buyers */
  ACQ_PLAN_CLAIM_LATER_PENALTIES, /* of the days after it; given up only as long as the plan is kept */
  ACQ_N_PLAN_CLAIMS,
} AcqPlanClaim;

/* "penalties", "indemnities", "later_penalties". */
ACQ_DECLARE_CODES (AcqPlanClaim, acq_plan_claim)

typedef struct
{
  AcqDay due;
  gint64 amount;    /* cents */
  gboolean working; /* the due day, by the company's calendar */
} AcqPlanPart;

/**
 * AcqPaymentPlanLetter:
 *
 * The agreement by which a debtor acknowledges a sum and pays it in instalments.
 */
typedef struct
{
  AcqLetter
    *debt; /* owned: parties, reference, day, and the invoices with what they bear to that day; its own
                           deadline, reminders and claims are not looked at */
  AcqDay notice_day; /* from which a consumer owes the legal rate; ACQ_DAY_NONE: no notice was sent to him */
  GArray *parts;     /* (element-type AcqPlanPart), by day */
  char *representative; /* who signs for the debtor: "Paul Rivière, président"; NULL: room to write it in */
  AcqCreditorChoice choices[ACQ_N_PLAN_CLAIMS];
} AcqPaymentPlanLetter;

AcqPaymentPlanLetter *acq_payment_plan_letter_new (void);
void acq_payment_plan_letter_free (AcqPaymentPlanLetter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqPaymentPlanLetter, acq_payment_plan_letter_free)

void acq_payment_plan_letter_add_part (AcqPaymentPlanLetter *self, AcqDay due, gint64 amount,
                                       gboolean working);

/* Whether there is anything to choose: a claim of nothing has no row. */
gboolean acq_payment_plan_letter_has_claim (const AcqPaymentPlanLetter *self, AcqPlanClaim claim);
/* What has accrued of it; 0 for what is to come and for a consumer's interest, which no letter puts a figure on. */
gint64 acq_payment_plan_letter_claim_amount (const AcqPaymentPlanLetter *self, AcqPlanClaim claim);
/* The acknowledged sum: the principal and what is claimed of the rest. */
gint64 acq_payment_plan_letter_total (const AcqPaymentPlanLetter *self);

/* The agreement as a PDF, to be printed twice. The report's total is the acknowledged sum. NULL with an ACQ_LETTER_ERROR:
   FIGURES where the instalments or the annexes are not the sum, BLOCKED where a choice was not made. */
GBytes *acq_payment_plan_letter_write (AcqLetterPress *press, const AcqPaymentPlanLetter *letter,
                                       AcqLetterReport *ret_report, GError **error);

G_END_DECLS
