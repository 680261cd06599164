/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"
#include "acq-day.h"
#include "acq-money.h"

G_BEGIN_DECLS

/* How money moves, as far as a bank line or a user tells. */
typedef enum
{
  ACQ_MEANS_UNKNOWN,
  ACQ_MEANS_TRANSFER,
  ACQ_MEANS_DIRECT_DEBIT,
  ACQ_MEANS_CHEQUE,
  ACQ_MEANS_CARD,
  ACQ_MEANS_CASH,
  ACQ_MEANS_BILL,         /* lettre de change, billet à ordre */
  ACQ_MEANS_FEE,          /* the bank's own charge: never a receipt of a customer */
  ACQ_MEANS_COMPENSATION, /* set off against what we owe */
  ACQ_MEANS_WRITE_OFF,
  ACQ_MEANS_CREDIT_NOTE, /* a credit note set against an invoice */
} AcqMeans;

ACQ_DECLARE_CODES (AcqMeans, acq_means)

typedef enum
{
  ACQ_TRANSACTION_STATUS_OPEN,
  ACQ_TRANSACTION_STATUS_PARTLY_MATCHED,
  ACQ_TRANSACTION_STATUS_MATCHED,
  ACQ_TRANSACTION_STATUS_IGNORED,
  ACQ_TRANSACTION_STATUS_OUTGOING,
} AcqTransactionStatus;

ACQ_DECLARE_CODES (AcqTransactionStatus, acq_transaction_status)

/**
 * AcqTransaction:
 *
 * One line of a bank account (ISO 20022: an entry). Amounts are as the holder of the account sees them: money that
 * came in is above zero. The parts of a batch entry are its children and carry the batch's day.
 */
typedef struct
{
  gint64 id; /* 0 until it is stored */
  gint64 account_id;
  AcqDay booked;
  AcqDay value; /* ACQ_DAY_NONE: not given */
  gint64 amount;
  AcqCurrency currency;
  char *label;        /* the bank's whole text, white space squeezed; never NULL once read, perhaps "" */
  char *bank_ref;     /* the bank's own id; nullable, as are all texts below */
  char *counterparty; /* payer of a receipt */
  char *counterparty_iban;
  char *remittance; /* what the payer wrote */
  char *end_to_end; /* never "NOTPROVIDED" */
  char *cheque_number;
  char *message_id; /* the order that its batch of payments came by (ISO 20022: MsgId), and the batch in it (PmtInfId) */
  char *payment_id;
  AcqMeans means;
  gboolean returned;   /* an unpaid cheque or a rejected direct debit: reopens what it had paid */
  char *return_reason; /* the bank's code */
  GPtrArray *children; /* (element-type AcqTransaction) (nullable) */
  gint64 matched;      /* Σ allocations; derived */
  gboolean ignored;    /* by the user: never a customer's payment */
  gint64 label_rule_id; /* the rule that ignores it; 0: a person did */
} AcqTransaction;

AcqTransaction *acq_transaction_new (void);
/* With its parts. */
AcqTransaction *acq_transaction_copy (const AcqTransaction *self);
void acq_transaction_free (AcqTransaction *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqTransaction, acq_transaction_free)

AcqTransactionStatus acq_transaction_status (const AcqTransaction *self);

/* What kind of message the bank's lines stand in. */
typedef enum
{
  ACQ_STATEMENT_KIND_STATEMENT,
  ACQ_STATEMENT_KIND_REPORT, /* lines of the day so far (CAMT.052, MT942): the statement tells them again */
  ACQ_STATEMENT_KIND_NOTICE, /* what single lines are made of (CAMT.054), and no lines themselves */
} AcqStatementKind;

ACQ_DECLARE_CODES (AcqStatementKind, acq_statement_kind)

/**
 * AcqStatement:
 *
 * What a statement says of itself: whose account, from when to when, and the balances between which its lines lie.
 */
typedef struct
{
  AcqStatementKind kind;
  char *iban;           /* normalised; NULL where the file gives none or no valid one */
  char *account_number; /* what the file calls the account where there is no IBAN; NULL: the file names no account */
  char *account_name;   /* nullable */
  char *bank;           /* nullable */
  char *reference;      /* number of the statement; nullable */
  AcqCurrency currency;
  AcqDay first; /* the period as the file states it; ACQ_DAY_NONE: it does not */
  AcqDay last;
  gboolean has_opening;
  gint64 opening;
  gboolean has_closing;
  gint64 closing;
} AcqStatement;

AcqStatement *acq_statement_new (void);
void acq_statement_free (AcqStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqStatement, acq_statement_free)

G_END_DECLS
