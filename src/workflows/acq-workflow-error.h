/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AcqWorkflowError:
 *
 * Why a wish of the user's was refused. The message holds only what the sentence is about (a number, a name,
 * candidates, an amount); the command line and the window phrase the code.
 */
typedef enum
{
  ACQ_WORKFLOW_ERROR_NO_SUCH_CUSTOMER,
  ACQ_WORKFLOW_ERROR_AMBIGUOUS_CUSTOMER, /* the message lists the candidates */
  ACQ_WORKFLOW_ERROR_NO_SUCH_INVOICE,
  ACQ_WORKFLOW_ERROR_NO_SUCH_TRANSACTION,
  ACQ_WORKFLOW_ERROR_NO_SUCH_BATCH,
  ACQ_WORKFLOW_ERROR_ALREADY_UNDONE,
  ACQ_WORKFLOW_ERROR_UNREADABLE_FILE, /* the system would not give it */
  ACQ_WORKFLOW_ERROR_BAD_AMOUNT,
  ACQ_WORKFLOW_ERROR_BAD_DAY,
  ACQ_WORKFLOW_ERROR_BAD_VALUE, /* of a company detail or setting; the message names the key */
  ACQ_WORKFLOW_ERROR_UNKNOWN_KEY,
  ACQ_WORKFLOW_ERROR_MORE_THAN_RECEIPT, /* the message is what is left */
  ACQ_WORKFLOW_ERROR_MORE_THAN_OWED,    /* the message is the number and what is owed */
  ACQ_WORKFLOW_ERROR_OTHER_CURRENCY,
  ACQ_WORKFLOW_ERROR_NOT_MATCHED, /* nothing to take back */
  ACQ_WORKFLOW_ERROR_NO_INTEREST, /* no interest can be claimed of this customer */
  ACQ_WORKFLOW_ERROR_NOTHING_DUE,
  ACQ_WORKFLOW_ERROR_BLOCKED, /* a letter that must not be written; the message lists the codes */
  ACQ_WORKFLOW_ERROR_CANCELLED,
  ACQ_WORKFLOW_ERROR_OUTDATED, /* what was looked at is no longer what would leave */
  ACQ_WORKFLOW_ERROR_NO_SUCH_PAYMENT,
  ACQ_WORKFLOW_ERROR_ON_BANK_LINE, /* a payment that a bank line shows: its match is to be taken back instead */
  ACQ_WORKFLOW_ERROR_BAD_STATE,    /* a payment cannot move from its state to that one; the message is its state */
  ACQ_WORKFLOW_ERROR_NO_SUCH_NOTE,
  ACQ_WORKFLOW_ERROR_NO_SUCH_PLAN,
  ACQ_WORKFLOW_ERROR_NOT_OLD_ITEM,    /* the message is the invoice's number */
  ACQ_WORKFLOW_ERROR_BAD_FIELD,       /* of a customer or an invoice; the message is the flaw's code */
  ACQ_WORKFLOW_ERROR_MATCHED,         /* a bank line that settles something cannot be ignored */
  ACQ_WORKFLOW_ERROR_NOT_SHORT,       /* the payment is enough, or does not reach the last of the invoices */
  ACQ_WORKFLOW_ERROR_IN_PLAN,         /* another payment plan holds the invoice; the message is its number */
  ACQ_WORKFLOW_ERROR_PLAN_SUM,        /* the instalments are not what is owed; the message is what is */
  ACQ_WORKFLOW_ERROR_MESSAGE_CHANGED, /* what is planned is no longer what was approved; the message is the recipient */
  ACQ_WORKFLOW_ERROR_ALREADY_APPROVED, /* the message is the recipient */
  ACQ_WORKFLOW_ERROR_NEEDS,            /* a message lacks something; the message lists the codes */
  ACQ_WORKFLOW_ERROR_NO_SUCH_MESSAGE,
  ACQ_WORKFLOW_ERROR_NO_SUCH_LETTER,
  ACQ_WORKFLOW_ERROR_BAD_PROOF, /* no PDF, JPEG or PNG, or far too large; the message is the path */
  ACQ_WORKFLOW_ERROR_NOT_SEEN,  /* a formal notice leaves only after somebody read it; the message is the recipient */
  ACQ_WORKFLOW_ERROR_BAD_DOCUMENT, /* what is to go with an evidence file is no PDF and no picture; the message is its path */
  ACQ_WORKFLOW_ERROR_RULE_HITS_CUSTOMER, /* a rule for labels would hide payments; the message is whose, or such a label */
  ACQ_WORKFLOW_ERROR_NO_SUCH_SLIP,
  ACQ_WORKFLOW_ERROR_NO_SUCH_SCENARIO,  /* the message is its code */
  ACQ_WORKFLOW_ERROR_BAD_SCENARIO,      /* the message is the flaw's code, and the step's number between brackets */
  ACQ_WORKFLOW_ERROR_BAD_SCENARIO_FILE, /* the message is the place */
  ACQ_WORKFLOW_ERROR_DEFAULT_SCENARIO,  /* the scenario of all others cannot go */
} AcqWorkflowError;

#define ACQ_WORKFLOW_ERROR (acq_workflow_error_quark ())
GQuark acq_workflow_error_quark (void);

G_END_DECLS
