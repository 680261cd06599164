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
} AcqWorkflowError;

#define ACQ_WORKFLOW_ERROR (acq_workflow_error_quark ())
GQuark acq_workflow_error_quark (void);

G_END_DECLS
