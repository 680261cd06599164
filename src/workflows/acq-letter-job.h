/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"
#include "acq-deposit-slip.h"
#include "acq-payment-plan-letter.h"
#include "acq-planning.h"
#include "acq-retention-release.h"

G_BEGIN_DECLS

typedef struct
{
  AcqLetterModel model;
  const char *customer; /* code or name; NULL: the invoice's */
  const char *number;   /* this invoice alone; NULL: all of the customer's that the letter is about */
  const char *output; /* path of the PDF; one that is there is replaced once all is written. NULL: no file */
  const char *const *accepted; /* (nullable) codes that the user overrules */
  const char *reason;          /* (nullable) his for it, for the journal */
  AcqDay day;                  /* on which the letter leaves; today where it is before today (0) */
  guint n_before;              /* of its model, drafts that will leave before it and take a reference each */
  const gint64 *payments;      /* (nullable) the cheques of a slip (NULL: all in hand), or the one of a receipt (NULL: the last) */
  gsize n_payments;
  const AcqRetentionTerms *terms; /* (nullable) what a release of retention needs beside the invoices */
  /* Of a payment plan; of a receipt the first, about all that is owed beside the principal. None of them has a default. */
  AcqCreditorChoice choices[ACQ_N_PLAN_CLAIMS];
} AcqLetterRequest;

/* With all that it points to, for another thread. Free it with the function below, which is for copies alone. */
AcqLetterRequest *acq_letter_request_copy (const AcqLetterRequest *self);
void acq_letter_request_free (AcqLetterRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLetterRequest, acq_letter_request_free)

typedef struct
{
  guint n_pages;
  GPtrArray *numbers; /* (element-type utf8) */
  gint64 total_due;
  char **warnings; /* codes */
  char *reference; /* "MED-2026-0014"; a draft holds the next one that is free */
  AcqDepositSlip *slip; /* (nullable) what is handed to the bank */
  GArray *payments;     /* (element-type gint64) (nullable) its cheques */
  AcqDay claim_day;     /* of a plan or a receipt: up to it claims were claimed or given up */
  AcqPaymentPlan *plan; /* what the plan becomes by the letter about it; NULL for others */
} AcqLetterResult;

/* What has to be chosen before a plan or a receipt can leave. */
typedef struct
{
  gboolean
    by_law; /* penalties and the indemnity of the law; FALSE: interest at the legal rate, on which no figure is put */
  gint64 principal; /* cents: what is acknowledged, or was received, without the claims */
  AcqDay day;       /* to which the claims are worked out */
  gboolean asked[ACQ_N_PLAN_CLAIMS];
  gint64 amounts[ACQ_N_PLAN_CLAIMS]; /* of a receipt the first is all that is owed beside the principal */
  AcqDay
    accepted_until; /* the notice took this payment as settlement in full: nothing more can be claimed; ACQ_DAY_NONE */
} AcqClaimQuestion;

void acq_letter_result_free (AcqLetterResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLetterResult, acq_letter_result_free)

/* Sets *ret_question for a letter that could be written today, whatever the request chooses; nothing is asked for other models
   than plans and receipts. */
gboolean acq_letter_ask_claims (AcqCompanyFile *file, const AcqLetterRequest *request,
                                AcqClaimQuestion *ret_question, GError **error);

/**
 * acq_letter_draft:
 * @request: whose output is passed over
 *
 * The letter as it would leave, to be looked at: nothing is written anywhere.
 *
 * Returns: (transfer full): the PDF, or %NULL as acq_letter_issue()
 */
GBytes *acq_letter_draft (AcqCompanyFile *file, const AcqLetterRequest *request, AcqLetterResult **ret_result,
                          GError **error);

/* As above from a planning that was made of the file before. */
GBytes *acq_letter_draft_planned (AcqCompanyFile *file, AcqPlanning *planning,
                                  const AcqLetterRequest *request, AcqLetterResult **ret_result,
                                  GError **error);

/**
 * acq_letter_issue_draft:
 * @request: that of the draft; its output may be another
 * @draft: what acq_letter_draft() gave
 *
 * Lets exactly these bytes leave, on paper or into the request's output: they are kept, with a line in the journal. What was
 * issued already (printed, and now saved too) is kept once.
 *
 * Returns: %FALSE with ACQ_WORKFLOW_ERROR_OUTDATED where the letter would now read otherwise: money came in, a
 *   promise was noted, another letter took the reference. It is to be looked at again.
 */
gboolean acq_letter_issue_draft (AcqCompanyFile *file, const AcqLetterRequest *request, GBytes *draft,
                                 GError **error);

/* As above, within a change that is open on the file and goes on; the request's output is passed over. */
gboolean acq_letter_issue_draft_within (AcqCompanyFile *file, AcqChange *change,
                                        const AcqLetterRequest *request, GBytes *draft, GError **error);

/**
 * acq_letter_issue:
 *
 * Writes a letter from what the company file says today and keeps it, with a line in the journal. That it was sent is noted
 * apart.
 *
 * Returns: (transfer full): %NULL with ACQ_LETTER_ERROR_BLOCKED and the codes that block where it must not be
 *   written
 */
AcqLetterResult *acq_letter_issue (AcqCompanyFile *file, const AcqLetterRequest *request, GError **error);

G_END_DECLS
