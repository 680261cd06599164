/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company.h"
#include "acq-customer.h"
#include "acq-deposit-slip.h"
#include "acq-invoice.h"
#include "acq-note.h"
#include "acq-receipt.h"

G_BEGIN_DECLS

/* A way of paying that was confirmed by the user or by the ledger: whose it is. One key may belong to several. */
typedef struct
{
  char *key;          /* the payer's words, folded and without digits, or a normalised IBAN */
  gboolean is_iban;
  gint64 customer_id;
  int confirmations;
} AcqPayerAlias;

void acq_payer_alias_free (AcqPayerAlias *self);

/* Days of one account that statements cover. */
typedef struct
{
  gint64 account_id;
  AcqPeriod period;
} AcqCoverage;

/**
 * AcqLedger:
 *
 * A view of one company at one moment, read from its file in one go: what reconciliation, planning and letters work on.
 * Owns all that it lists. Rows that are long settled are there too, for they are what habits and references are
 * made of. Arrays are in the order of their ids.
 */
typedef struct
{
  AcqCompany *company;
  GPtrArray *customers;    /* (element-type AcqCustomer) */
  GPtrArray *invoices;     /* (element-type AcqInvoice) credit notes included */
  GPtrArray *receipts;     /* (element-type AcqReceipt) with their allocations */
  GPtrArray *slips;        /* (element-type AcqDepositSlip) */
  GPtrArray *transactions; /* (element-type AcqTransaction) bank lines that are not fully matched, and matched
                              ones of the last two years; ignored ones left out */
  GPtrArray *notes;        /* (element-type AcqNote) */
  GPtrArray *plans;        /* (element-type AcqPaymentPlan) */
  GPtrArray *reminders;    /* (element-type AcqReminder) by day */
  GPtrArray *aliases;      /* (element-type AcqPayerAlias) */
  GArray *coverage;        /* (element-type AcqCoverage) */
  guint n_accounts;        /* bank accounts known */
  GHashTable *customers_by_id; /* gint64* (inside the customer) to AcqCustomer */
  GHashTable *invoices_by_id;
} AcqLedger;

AcqLedger *acq_ledger_new (void);
void acq_ledger_free (AcqLedger *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLedger, acq_ledger_free)

/* Take what they are given; the id must be set. */
void acq_ledger_take_customer (AcqLedger *self, AcqCustomer *customer);
void acq_ledger_take_invoice (AcqLedger *self, AcqInvoice *invoice);

/* NULL where there is none of that id. */
AcqCustomer *acq_ledger_find_customer (const AcqLedger *self, gint64 id);
AcqInvoice *acq_ledger_find_invoice (const AcqLedger *self, gint64 id);
AcqInvoice *acq_ledger_find_invoice_by_number (const AcqLedger *self, const char *number);
/* The customer to whom messages about this one's invoices go: itself, or its recipient. Never NULL. */
AcqCustomer *acq_ledger_find_recipient (const AcqLedger *self, const AcqCustomer *customer);

/* Works out the balances of all invoices and their parts, and what of each bank line is matched, from the receipts. */
void acq_ledger_derive_balances (AcqLedger *self);

G_END_DECLS
