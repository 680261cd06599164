/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-draft.h"
#include "acq-letter-job.h"

G_BEGIN_DECLS

/* One letter that is to be written. All is borrowed. */
typedef struct
{
  const AcqLetterSource *source;
  AcqLetterPress *press;
  const AcqCustomer *customer; /* NULL for a kind that is of no customer's */
  const AcqInvoice *only;      /* the one invoice that it is about; nullable */
  const char *reference;
  const AcqLetterRequest *request;
} AcqLetterTask;

/**
 * AcqLetterKind:
 * @prefix: of its references: "MED"
 * @is_of_no_customer: it speaks of the company's own doings
 * @write: drafts, checks and writes it, and fills in the result but for its reference; %NULL with an error, and with
 *   ACQ_LETTER_ERROR_BLOCKED where it must not be written
 * @issued: (nullable): what else the company file learns, in the same change, when it leaves
 * @ask: (nullable): what has to be chosen first
 *
 * A kind of letter that the user asks for. A new one is a file with its draft and a line in acq-letter-kinds.c.
 */
typedef struct
{
  const char *prefix;
  gboolean is_of_no_customer;
  GBytes *(*write) (const AcqLetterTask *task, AcqLetterResult *result, GError **error);
  gboolean (*issued) (AcqCompanyFile *file, const AcqLetterRequest *request, const AcqLetterResult *result,
                      GError **error);
  gboolean (*ask) (const AcqLetterTask *task, AcqClaimQuestion *question, GError **error);
} AcqLetterKind;

const AcqLetterKind *acq_letter_kind_get (AcqLetterModel model);

GBytes *acq_write_formal_notice (const AcqLetterTask *task, AcqLetterResult *result, GError **error);
GBytes *acq_write_account_statement (const AcqLetterTask *task, AcqLetterResult *result, GError **error);
GBytes *acq_write_cheque_slip (const AcqLetterTask *task, AcqLetterResult *result, GError **error);
GBytes *acq_write_retention_release (const AcqLetterTask *task, AcqLetterResult *result, GError **error);

/* An agreement on the customer's payment plan, or on that of the one invoice. When it leaves the plan takes the instalments and the
   end of interest that it says, and what it gives up is noted. */
GBytes *acq_write_payment_plan_letter (const AcqLetterTask *task, AcqLetterResult *result, GError **error);
gboolean acq_payment_plan_letter_issued (AcqCompanyFile *file, const AcqLetterRequest *request,
                                         const AcqLetterResult *result, GError **error);

gboolean acq_payment_plan_letter_ask (const AcqLetterTask *task, AcqClaimQuestion *question, GError **error);

/* A receipt for the last payment of the customer, or of the one invoice. When it leaves what it gives up is noted. */
GBytes *acq_write_payment_receipt (const AcqLetterTask *task, AcqLetterResult *result, GError **error);
gboolean acq_payment_receipt_issued (AcqCompanyFile *file, const AcqLetterRequest *request,
                                     const AcqLetterResult *result, GError **error);

gboolean acq_payment_receipt_ask (const AcqLetterTask *task, AcqClaimQuestion *question, GError **error);

G_END_DECLS
