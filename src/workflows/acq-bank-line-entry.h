/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"
#include "acq-ledger.h"
#include "acq-matching.h"

G_BEGIN_DECLS

/* Says that a bank line is no customer's payment, or that it may be one after all. One that settles something is refused
   (ACQ_WORKFLOW_ERROR_MATCHED). */
gboolean acq_bank_line_set_ignored (AcqCompanyFile *file, gint64 transaction_id, gboolean ignored,
                                    GError **error);

/**
 * acq_bank_line_find_shortfall:
 * @invoices: (element-type AcqInvoice): what the line is meant to pay, credit notes included, in the order in which it pays
 *
 * What the line leaves open of the last invoice, in minor units. 0 where it is enough, where it does not even reach the last
 * invoice, or where it is no receipt.
 */
gint64 acq_bank_line_find_shortfall (const AcqTransaction *transaction, const GPtrArray *invoices);

/* Whether an answer makes sense here: no discount is given to who paid late. */
gboolean acq_bank_line_may_be (AcqShortfall answer, const AcqTransaction *transaction,
                               const GPtrArray *invoices);

/* Which answer to offer first: what the user said once for all of the last invoice's customer, where it may be; else the one that
   writes nothing off. */
AcqShortfall acq_bank_line_preselect (const AcqLedger *ledger, const AcqTransaction *transaction,
                                      const GPtrArray *invoices);

/* A payment that falls short, and why. */
typedef struct
{
  gint64 transaction_id;
  const char *const *numbers; /* invoices and credit notes, NULL-terminated, in the order in which it pays */
  AcqShortfall answer;
  gboolean always; /* remember the answer for the customer */
  gint64 missing;  /* what the user saw missing of the last one; 0: nobody saw it */
} AcqShortPayment;

/**
 * acq_bank_line_match_short:
 *
 * Matches a bank line to invoices of which it leaves the last one partly open, and deals with what is missing, in one change:
 * STILL_OWED leaves it owed; BANK_FEE and DISCOUNT write it off beside the payment, to be taken back with it; CREDIT_NOTE holds the
 * invoice until the credit note is there; DISPUTE notes a dispute of that amount. Refused with ACQ_WORKFLOW_ERROR_NOT_SHORT where
 * nothing is missing or the line does not reach the last invoice, with ACQ_WORKFLOW_ERROR_OUTDATED where another amount is
 * missing than the user saw: he gave up two euros, not two hundred.
 */
gboolean acq_bank_line_match_short (AcqCompanyFile *file, const AcqShortPayment *payment, GError **error);

/* What a payment provider paid out. */
typedef struct
{
  gint64 transaction_id;
  const GPtrArray *parts;       /* (element-type AcqMatchPart) what each invoice gets */
  const GPtrArray *commissions; /* (element-type AcqMatchPart) what he kept of the same invoices */
  gint64 owed;                  /* what the user saw owed of all of them together */
} AcqPayoutMatch;

/**
 * acq_bank_line_match_payout:
 *
 * Matches a payout, and writes the commissions off beside it, to be taken back with it: the customers have paid them too.
 * ACQ_WORKFLOW_ERROR_OUTDATED where something else is owed than the user saw.
 */
gboolean acq_bank_line_match_payout (AcqCompanyFile *file, const AcqPayoutMatch *payout, GError **error);

G_END_DECLS
