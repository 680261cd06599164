/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-transaction.h"

G_BEGIN_DECLS

/* Money counts for a balance only once it is CREDITED. In flight are the first four. */
typedef enum
{
  ACQ_RECEIPT_STATE_IN_HAND,   /* a cheque in the drawer */
  ACQ_RECEIPT_STATE_DEPOSITED, /* handed to the bank */
  ACQ_RECEIPT_STATE_AWAITED,   /* a direct debit that was issued */
  ACQ_RECEIPT_STATE_ACCEPTED,  /* a bill that the customer accepted */
  ACQ_RECEIPT_STATE_CREDITED,
  ACQ_RECEIPT_STATE_RETURNED, /* never arrived */
  ACQ_RECEIPT_STATE_REPLACED, /* a bank line has taken its place */
} AcqReceiptState;

ACQ_DECLARE_CODES (AcqReceiptState, acq_receipt_state)

/* Who says that the money came. */
typedef enum
{
  ACQ_RECEIPT_SOURCE_BANK,   /* a bank line */
  ACQ_RECEIPT_SOURCE_HAND,   /* the user */
  ACQ_RECEIPT_SOURCE_LEDGER, /* an accounting export */
} AcqReceiptSource;

ACQ_DECLARE_CODES (AcqReceiptSource, acq_receipt_source)

/* Who says which invoice a receipt pays. */
typedef enum
{
  ACQ_ALLOCATION_ORIGIN_SURE, /* posted as sure by reconciliation */
  ACQ_ALLOCATION_ORIGIN_HAND,
  ACQ_ALLOCATION_ORIGIN_LEDGER, /* the accountant's lettering */
} AcqAllocationOrigin;

ACQ_DECLARE_CODES (AcqAllocationOrigin, acq_allocation_origin)

/* A part of a receipt that settles one invoice; negative where it uses up a credit note or reopens an invoice. */
typedef struct
{
  gint64 id;
  gint64 invoice_id;
  gint64 amount;
  AcqAllocationOrigin origin;
} AcqAllocation;

/* A part of a receipt that pays late interest and the indemnity of one invoice, claims beside it. */
typedef struct
{
  gint64 invoice_id;
  gint64 penalties;
  gint64 indemnity;
} AcqInterestPayment;

/**
 * AcqReceipt:
 *
 * Money that came in (or went back), one object with n allocations. Settlements without a bank line are receipts
 * too: a cheque in hand, cash, a write-off, or a credit note set against an invoice (amount 0).
 */
typedef struct
{
  gint64 id;
  gint64 transaction_id; /* the bank line; 0: none (yet) */
  gint64 customer_id;    /* 0: not known */
  AcqDay day;
  gint64 amount; /* below zero for a returned payment */
  AcqCurrency currency;
  AcqMeans means;
  AcqReceiptState state;
  AcqDay state_since;
  AcqReceiptSource source;
  char *reason;        /* nullable */
  char *cheque_number; /* what stands on a cheque; nullable, as the two below */
  char *cheque_bank;
  char *cheque_drawer; /* NULL: the customer */
  gint64 slip_id;      /* the slip with which it was handed in; 0: none */
  gint64 beside; /* the receipt that fell short by what this one settles: taken back with it; 0: none */
  GArray *allocations; /* (element-type AcqAllocation), never NULL */
  GArray *interest;    /* (element-type AcqInterestPayment), never NULL */
} AcqReceipt;

AcqReceipt *acq_receipt_new (void);
void acq_receipt_free (AcqReceipt *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqReceipt, acq_receipt_free)

/* Whether both are parts of one cheque: one piece of paper may settle several invoices. */
gboolean acq_receipt_is_same_cheque (const AcqReceipt *self, const AcqReceipt *other);

gboolean acq_receipt_is_in_flight (const AcqReceipt *self);
/* What it settles of invoices and pays of interest and indemnities. */
gint64 acq_receipt_allocated (const AcqReceipt *self);
/* The day from which a payment in flight that has not arrived no longer covers its invoice: six bank days after a
   cheque was deposited, two after a direct debit or a bill fell due; ACQ_DAY_NONE: no such day (a cheque in hand). */
AcqDay acq_receipt_covers_until (const AcqReceipt *self);

/**
 * acq_receipt_words_agree:
 * @told: who paid, and in what words, as a ledger or a person tells
 * @shown: the bank's words
 *
 * Whether the two can be the same money: they share a word that means something, or the bank's words name nobody
 * ("REMISE CHEQUES 0012345"). Two customers may well pay the same amount in the same week.
 */
gboolean acq_receipt_words_agree (const char *told, const char *shown);

G_END_DECLS
