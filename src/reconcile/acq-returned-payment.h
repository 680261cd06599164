/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-explanation.h"

G_BEGIN_DECLS

/* A payment that came and that a returned one may undo, or of which what was too much may be sent back. */
typedef struct
{
  const AcqTransaction *transaction; /* its bank line; nullable */
  AcqDay day;
  gint64 amount;
  GArray *parts;     /* (element-type AcqPart) what it had paid */
  gboolean is_share; /* one customer's part of a line that paid for several */
  gint64 surplus;    /* what it paid for nothing; 0 or more */
  gboolean taken;    /* a return has undone it already */
  gboolean refunded; /* its surplus went back already */
} AcqPastPayment;

/**
 * AcqPastPayments:
 *
 * Payments of the ledger, and those that this run has explained, by amount.
 */
typedef struct _AcqPastPayments AcqPastPayments;

/* Reads the credited receipts of the ledger and which of them were returned already. Borrows both. */
AcqPastPayments *acq_past_payments_new (const AcqLedger *ledger, const AcqOpenItems *items);
void acq_past_payments_free (AcqPastPayments *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqPastPayments, acq_past_payments_free)

void acq_past_payments_add (AcqPastPayments *self, const AcqTransaction *transaction, const GArray *parts);

/**
 * acq_past_payments_find_returned:
 * @receipt: a bank line below zero that the bank calls returned
 * @ret_evidence: what ties the two together beside the amount; 0 where nothing does
 * @ret_alone: FALSE where others are as close
 *
 * Returns: (transfer none) (nullable): the payment of exactly that amount within the four months before, or what one
 *   customer paid in a line for several: with the same cheque number, end-to-end reference, account, invoice number or
 *   payer; the latest where several are as close
 */
AcqPastPayment *acq_past_payments_find_returned (const AcqPastPayments *self, const AcqOpenReceipt *receipt,
                                                 AcqEvidenceSet *ret_evidence, gboolean *ret_alone);

/**
 * acq_past_payments_find_overpaid:
 * @receipt: a bank line below zero that sends money to somebody
 * @ret_evidence: what ties the two together beside the amount
 *
 * Returns: (transfer none) (nullable): the payment of the year before that paid just so much too much and is tied to it by its
 *   payer's whole name, his account or a number; the closest, then the latest
 */
AcqPastPayment *acq_past_payments_find_overpaid (const AcqPastPayments *self, const AcqOpenReceipt *receipt,
                                                 AcqEvidenceSet *ret_evidence);

/* Whether such evidence names the payment itself, and not only who paid. */
gboolean acq_past_payments_is_tied (AcqEvidenceSet evidence);

G_END_DECLS
