/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-account-statement.h"
#include "acq-cheque-slip.h"
#include "acq-retention-release.h"

G_BEGIN_DECLS

/* What is wrong with a letter before it is written. */
typedef enum
{
  ACQ_LETTER_FLAW_NO_ITEMS,
  ACQ_LETTER_FLAW_MISSING_COPY,   /* of an invoice or of a credit note that is counted */
  ACQ_LETTER_FLAW_NEVER_REMINDED, /* an invoice of the letter's level had no reminder after its due day */
  ACQ_LETTER_FLAW_INCOMPLETE_SENDER, /* a mention that the law demands of the sender, or the account, is not given */
  ACQ_LETTER_FLAW_KIND_UNKNOWN,     /* of the customer: which law applies is not known */
  ACQ_LETTER_FLAW_RATE_UNCONFIRMED, /* a rate used rests on weak sources */
  ACQ_LETTER_FLAW_ADDRESS_TOO_LONG,
  ACQ_LETTER_FLAW_ADDRESS_SIX_LINES, /* the first line may hide in the smaller window */
  ACQ_LETTER_FLAW_ADDRESS_INCOMPLETE,
  ACQ_LETTER_FLAW_MEDIATOR_MISSING, /* a consumer's notice names the mediator */
  ACQ_LETTER_FLAW_DISPUTED,
  ACQ_LETTER_FLAW_PROMISED,
  ACQ_LETTER_FLAW_IN_PLAN,
  ACQ_LETTER_FLAW_INSOLVENT,
  ACQ_LETTER_FLAW_FACTORED,
  ACQ_LETTER_FLAW_EXCLUDED, /* what holds a reminder back holds back a notice too, as the five below */
  ACQ_LETTER_FLAW_HELD,
  ACQ_LETTER_FLAW_PAYMENT_IN_FLIGHT,
  ACQ_LETTER_FLAW_POSSIBLE_RECEIPT,
  ACQ_LETTER_FLAW_UNREAD_ANSWER,
  ACQ_LETTER_FLAW_UNALLOCATED_CREDIT,
  ACQ_LETTER_FLAW_OTHER_CURRENCY,
  ACQ_LETTER_FLAW_NOT_OVERDUE,
  ACQ_LETTER_FLAW_LETTER_DAY_NOT_WORKING,
  ACQ_LETTER_FLAW_DEADLINE_NOT_WORKING,
  ACQ_LETTER_FLAW_DEADLINE_TOO_SOON, /* not after the letter's day */
  ACQ_LETTER_FLAW_CONSUMER_CHARGED,  /* penalties or an indemnity are claimed from someone who owes none */
  ACQ_LETTER_FLAW_RATE_BELOW_FLOOR,  /* a contract's rate lies under what the law asks for; it is never replaced */
  ACQ_LETTER_FLAW_RATE_EXCESSIVE,    /* a judge would probably lower the contract's rate */
  ACQ_LETTER_FLAW_INVOICES_DIFFER,   /* an invoice announces another rate of penalties */
  ACQ_LETTER_FLAW_UNPRINTABLE_TEXT,  /* a name has characters that the letters' faces do not have */
  ACQ_LETTER_FLAW_NO_CHEQUES, /* of a cheque slip, as the four below */
  ACQ_LETTER_FLAW_CHEQUE_HANDED_IN, /* another slip has it already */
  ACQ_LETTER_FLAW_CHEQUE_NOT_ALLOCATED, /* it is not what it settles */
  ACQ_LETTER_FLAW_CHEQUE_NUMBER_MISSING, /* or the bank on which it is drawn */
  ACQ_LETTER_FLAW_DEPOSIT_DAY_NOT_WORKING, /* banks are closed */
  ACQ_LETTER_FLAW_NO_RETENTION, /* of a release of retention, as those below: nothing is kept back */
  ACQ_LETTER_FLAW_PUBLIC_CONTRACT, /* has rules of its own */
  ACQ_LETTER_FLAW_ACCEPTANCE_MISSING, /* its day was not given */
  ACQ_LETTER_FLAW_RETENTION_RUNNING, /* the year after the acceptance has not passed */
  ACQ_LETTER_FLAW_RETENTION_TOO_HIGH, /* more than the law lets be kept */
  ACQ_LETTER_FLAW_RETENTION_NOT_ALL, /* something else of an invoice is open too */
  ACQ_LETTER_FLAW_RESERVES_OPEN, /* not all reserves were lifted */
  ACQ_LETTER_FLAW_OPPOSITION_UNKNOWN, /* nobody has said that none was notified */
  ACQ_LETTER_FLAW_CHOICE_MISSING, /* of a plan or a receipt: what becomes of a claim beside the principal is not said */
  ACQ_LETTER_FLAW_PLAN_SUM, /* the instalments are not the acknowledged sum */
  ACQ_LETTER_FLAW_INSTALMENT_DAY, /* an instalment is not after the letter's day and the one before, or not on a working day */
  ACQ_LETTER_FLAW_NOTHING_RECEIVED, /* the money is not credited, or settles nothing */
  ACQ_LETTER_FLAW_OFFER_BROKEN, /* what the notice offered to take as payment in full is claimed all the same */
  ACQ_N_LETTER_FLAWS,
} AcqLetterFlaw;

ACQ_DECLARE_CODES (AcqLetterFlaw, acq_letter_flaw)

typedef enum
{
  ACQ_LETTER_FLAW_WARNS,
  ACQ_LETTER_FLAW_BLOCKS_UNLESS_ACCEPTED, /* "--accept CODE" overrules it; the reason goes to the journal */
  ACQ_LETTER_FLAW_BLOCKS,
} AcqLetterFlawWeight;

AcqLetterFlawWeight acq_letter_flaw_weight (AcqLetterFlaw flaw);

/**
 * acq_formal_notice_find_flaws:
 *
 * Returns: (transfer full): (element-type AcqLetterFlaw): each flaw once, in the order above
 */
GArray *acq_formal_notice_find_flaws (AcqLetterPress *press, const AcqLetter *letter);
/* As above: only what concerns sender, address and text. */
GArray *acq_account_statement_find_flaws (AcqLetterPress *press, const AcqAccountStatement *statement);

/* Who hands in, what can be printed, and the cheques. */
GArray *acq_cheque_slip_find_flaws (AcqLetterPress *press, const AcqChequeSlip *slip);

/* Sender, address, days, what bars an invoice, and what the law demands of it. */
GArray *acq_retention_release_find_flaws (AcqLetterPress *press, const AcqRetentionRelease *letter);

/* Which of some flaws a letter has; those of plans and receipts alone are found by acq-settlement-check. */
GArray *acq_letter_find_flaws_among (AcqLetterPress *press, const AcqLetter *letter,
                                     const AcqLetterFlaw *flaws, gsize n_flaws);

/**
 * acq_letter_flaws_decide:
 * @accepted: (nullable): codes that the user accepts, %NULL-terminated
 * @ret_warnings: (out) (optional): codes that do not block (any more), %NULL-terminated; free with g_strfreev()
 *
 * Returns: %FALSE with ACQ_LETTER_ERROR_BLOCKED, whose message is the codes that block, separated by ", "
 */
gboolean acq_letter_flaws_decide (const GArray *flaws, const char *const *accepted, char ***ret_warnings,
                                  GError **error);

G_END_DECLS
