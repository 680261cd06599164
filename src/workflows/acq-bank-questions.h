/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-view.h"
#include "acq-matching.h"

G_BEGIN_DECLS

/* What a receipt that is not surely explained asks the user, in the order in which it is asked. */
typedef enum
{
  ACQ_BANK_QUESTION_SHORT,    /* it falls short of its invoices: why? */
  ACQ_BANK_QUESTION_PAYOUT,   /* a payment provider's: is it these invoices, less his commission? */
  ACQ_BANK_QUESTION_WHICH,    /* several invoices of one customer ask for just this: which one? */
  ACQ_BANK_QUESTION_PROBABLE, /* is it this? */
  ACQ_BANK_QUESTION_TOO_MUCH, /* the payer owes less */
  ACQ_BANK_QUESTION_RETURNED, /* a payment that came back: which one? */
  ACQ_BANK_QUESTION_REFUND,   /* money that went out: does it pay this credit note out, or back what was too much? */
  ACQ_BANK_QUESTION_CHEQUES,  /* a cheque deposit: whose cheques are they? */
  ACQ_BANK_QUESTION_PAYER,    /* who is it? */
} AcqBankQuestionKind;

/* One answer that the program can think of. Borrows the ledger's objects. */
typedef struct
{
  const AcqCustomer *customer; /* NULL: of several */
  GArray *allocations;         /* (element-type AcqProposedAllocation) empty where only the customer is guessed */
} AcqBankChoice;

/**
 * AcqBankQuestion:
 *
 * One bank line that needs the user, and the answers to offer. Borrows from the view.
 */
typedef struct
{
  AcqBankQuestionKind kind;
  const AcqTransaction *transaction;
  const AcqProposal *proposal; /* nullable */
  gint64 amount;               /* what is left of the line to explain; below zero for a returned payment */
  gint64 difference; /* SHORT: what is missing of the last invoice; PAYOUT: what the provider kept; TOO_MUCH: what is left over */
  GPtrArray *choices;          /* (element-type AcqBankChoice) the likeliest first; perhaps empty */
} AcqBankQuestion;

/* A sure proposal with what it is about. Borrows from the view. */
typedef struct
{
  const AcqTransaction *transaction;
  const AcqProposal *proposal;
  const AcqCustomer *customer; /* NULL: of several */
} AcqSureReceipt;

/**
 * AcqBankAgenda:
 *
 * What the bank's lines ask for on one day: sure ones to accept, and questions. It keeps the view alive from which it
 * borrows; never changed once made.
 */
typedef struct
{
  AcqCompanyView *view;
  GPtrArray *sure;      /* (element-type AcqSureReceipt) the latest day first */
  GPtrArray *questions; /* (element-type AcqBankQuestion) by kind, then the latest day first */
  gint64 sum;           /* of the sure ones above zero in the first one's currency */
  AcqCurrency currency;
  gboolean mixed;       /* sure ones of several currencies: the sum is of the first one's alone */
} AcqBankAgenda;

/* The view must be complete. Costs as much as there are open invoices and proposals: not for the main loop. */
AcqBankAgenda *acq_bank_agenda_new (AcqCompanyView *view);
AcqBankAgenda *acq_bank_agenda_ref (AcqBankAgenda *self);
void acq_bank_agenda_unref (AcqBankAgenda *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqBankAgenda, acq_bank_agenda_unref)

/* (element-type AcqInvoice) (transfer container): the invoices of a choice, in its order. Borrowed from the ledger. */
GPtrArray *acq_bank_choice_invoices (const AcqBankChoice *self, const AcqLedger *ledger);

/* What is left to pay of them together, in minor units. */
gint64 acq_bank_choice_owed (const AcqBankChoice *self, const AcqLedger *ledger);

G_END_DECLS
