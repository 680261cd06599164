/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-example-cast.h"
#include "acq-invoice-item.h"
#include "acq-ledger.h"

G_BEGIN_DECLS

/**
 * AcqExample:
 *
 * An invented joinery of five people and its sixty customers, two years up to a day: the same day always gives the same
 * company. All ids count from 1 in the order of their arrays; balances are derived. The company's statements were read up
 * to "covered", three and a half weeks before today; what happened since is in the fresh arrays and comes by files.
 */
typedef struct
{
  AcqDay today;
  AcqDay covered;
  AcqDay yesterday;      /* the last bank day before today: the last one of the fresh statements */
  AcqLedger *ledger;     /* what the company file holds */
  GPtrArray *statements; /* (element-type AcqStatement) of account 1, 2: from the first day to "covered" */
  GPtrArray *items; /* (element-type GPtrArray of AcqInvoiceItem) of the ledger's invoice of that place */
  GPtrArray *fresh_statements;   /* (element-type AcqStatement) of account 1, 2: the days after "covered" */
  GPtrArray *fresh_transactions; /* (element-type AcqTransaction) of both accounts, by day */
  GPtrArray
    *fresh_receipts; /* (element-type AcqReceipt) the truth about them: what a right reconciliation finds;
                                  transaction_id is the place in fresh_transactions + 1 */
  GPtrArray *fresh_invoices; /* (element-type AcqInvoice) issued these days, known by file only; id 0 */
  GPtrArray *fresh_items;    /* (element-type GPtrArray of AcqInvoiceItem) */
} AcqExample;

AcqExample *acq_example_new (AcqDay today);
void acq_example_free (AcqExample *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqExample, acq_example_free)

G_END_DECLS
