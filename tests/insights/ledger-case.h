/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-receivables.h"

/* Ledgers for tests in few words. Ids count from 1 in the order of adding, each kind by itself. Balances are derived by
   case_derive() only. */

AcqCustomer *case_customer (AcqLedger *ledger, const char *name);
/* One due item of all of it; a credit note where the total is below zero. */
AcqInvoice *case_invoice (AcqLedger *ledger, const AcqCustomer *customer, AcqDay issued, AcqDay due,
                          gint64 total);
/* Credited money by transfer, set against the invoice. */
AcqReceipt *case_pay (AcqLedger *ledger, const AcqInvoice *invoice, AcqDay day, gint64 amount);
/* A receipt that is set against nothing yet. */
AcqReceipt *case_receipt (AcqLedger *ledger, const AcqCustomer *customer, AcqDay day, gint64 amount);
void case_allocate (AcqReceipt *receipt, const AcqInvoice *invoice, gint64 amount);
AcqNote *case_note (AcqLedger *ledger, AcqNoteKind kind, const AcqInvoice *invoice, AcqDay day, AcqDay until);
void case_remind (AcqLedger *ledger, const AcqInvoice *invoice, AcqDay day, int level);
void case_derive (AcqLedger *ledger);

/* Some hundred invoices over two years with part payments, credit notes, returned payments and money that waits. */
AcqLedger *case_random (AcqDay today);
