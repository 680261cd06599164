/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-bank-questions.h"
#include "acq-customer.h"

G_BEGIN_DECLS

typedef enum
{
  ACQ_BANK_ANSWER_SHORTFALL, /* matches, and says why something is missing */
  ACQ_BANK_ANSWER_MATCH,     /* it pays what this choice says */
  ACQ_BANK_ANSWER_INTEREST,  /* it pays this choice, and with what is left late interest and indemnities */
  ACQ_BANK_ANSWER_PAYOUT,    /* it pays this choice whole: what is missing is the provider's commission */
  ACQ_BANK_ANSWER_CUSTOMER,  /* it is this choice's customer; the user must say which invoices */
  ACQ_BANK_ANSWER_IGNORE,    /* it is no customer's payment */
} AcqBankAnswerKind;

/* One answer to offer. */
typedef struct
{
  AcqBankAnswerKind kind;
  AcqShortfall shortfall; /* of SHORTFALL */
  guint choice;           /* index into the question's choices; of all but SHORTFALL and IGNORE */
} AcqBankAnswer;

/**
 * acq_bank_answers_list:
 * @ret_preselected: (out): index of the answer to offer first; -1 where none is likely. It never writes anything off, unless the
 *   user once said so for this customer
 *
 * Returns: (element-type AcqBankAnswer) (transfer full): in the order in which to show them
 */
GArray *acq_bank_answers_list (const AcqBankQuestion *question, const AcqLedger *ledger,
                               int *ret_preselected);

/**
 * AcqBankDeed:
 *
 * An answer that was given, with all that is needed to carry it out; borrows nothing.
 */
typedef struct _AcqBankDeed AcqBankDeed;

/* Of any kind but CUSTOMER. Always: the shortfall is to be remembered for the customer. */
AcqBankDeed *acq_bank_deed_new (const AcqBankQuestion *question, const AcqLedger *ledger,
                                const AcqBankAnswer *answer, gboolean always);
/* A proposal as the user confirms it: it counts as one of his own matches, and is learned. */
AcqBankDeed *acq_bank_deed_new_for_proposal (const AcqSureReceipt *receipt, const AcqLedger *ledger);
void acq_bank_deed_free (AcqBankDeed *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqBankDeed, acq_bank_deed_free)

/* One change. Refused where the line or an invoice has less left by now, or the line is another. */
gboolean acq_bank_deed_apply (const AcqBankDeed *self, AcqCompanyFile *file, GError **error);

G_END_DECLS
