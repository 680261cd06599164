/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-creditor-choice.h"
#include "acq-formal-notice.h"

G_BEGIN_DECLS

/* One invoice that the payment settled, whole or in part. Amounts in cents. */
typedef struct
{
  char *number;
  AcqDay issued;
  gint64 total;
  gint64 before; /* settled before this payment */
  gint64 amount; /* of this payment */
  gint64 rest;   /* total − before − amount, asserted */
} AcqPaidInvoice;

/**
 * AcqPaymentReceipt:
 *
 * What a creditor confirms to have received: money that is credited, for invoices that it settles. Company, customer and
 * recipient are borrowed.
 */
typedef struct
{
  const AcqCompany *company;
  const AcqCustomer *customer;
  const AcqCustomer *recipient;
  char *reference; /* "REC-2026-0388" */
  AcqDay day;
  AcqDay credited; /* ACQ_DAY_NONE: not credited, and no receipt is given */
  AcqMeans means;
  char *payer;          /* who paid, where it was somebody else; nullable */
  GArray *invoices;     /* (element-type AcqPaidInvoice) */
  gboolean other_money; /* it is not in euros */
  AcqDay notice_day;    /* of the formal notice about them; ACQ_DAY_NONE: there was none */
  AcqDay
    accepted_until; /* the notice took its sum as payment in full until then; ACQ_DAY_NONE: that was not met */
  gint64
    penalties; /* unpaid, accrued by the day of payment; 0 of a consumer, whose interest no letter puts a figure on */
  gint64 indemnity;
  AcqCreditorChoice choice; /* about both */
  gint64 paid_penalties;    /* of this payment, beside the invoices */
  gint64 paid_indemnity;
} AcqPaymentReceipt;

AcqPaymentReceipt *acq_payment_receipt_new (void);
void acq_payment_receipt_free (AcqPaymentReceipt *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqPaymentReceipt, acq_payment_receipt_free)

/* The rest is worked out. */
void acq_payment_receipt_add_invoice (AcqPaymentReceipt *self, const char *number, AcqDay issued,
                                      gint64 total, gint64 before, gint64 amount);

/* What was received, for the invoices and beside them, and what the invoices still owe. */
gint64 acq_payment_receipt_amount (const AcqPaymentReceipt *self);
gint64 acq_payment_receipt_rest (const AcqPaymentReceipt *self);
/* Whether something beside the principal was owed, so that the creditor has to say what becomes of it. */
gboolean acq_payment_receipt_has_claim (const AcqPaymentReceipt *self);

/* The receipt as a PDF; "Pour acquit" where nothing is left of the invoices. The report's total is what was received. NULL
   with an ACQ_LETTER_ERROR: FIGURES where the rows do not add up, BLOCKED where the choice was not made. */
GBytes *acq_payment_receipt_write (AcqLetterPress *press, const AcqPaymentReceipt *receipt,
                                   AcqLetterReport *ret_report, GError **error);

G_END_DECLS
