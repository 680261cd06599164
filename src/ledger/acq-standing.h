/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-ledger.h"

G_BEGIN_DECLS

/* The first that applies, in this order. */
typedef enum
{
  ACQ_INVOICE_STATUS_CANCELLED,
  ACQ_INVOICE_STATUS_PAID,
  ACQ_INVOICE_STATUS_INSOLVENT,
  ACQ_INVOICE_STATUS_EXCLUDED,
  ACQ_INVOICE_STATUS_DISPUTED,
  ACQ_INVOICE_STATUS_PROMISED,
  ACQ_INVOICE_STATUS_IN_PLAN,
  ACQ_INVOICE_STATUS_HELD,
  ACQ_INVOICE_STATUS_PARTLY_PAID,
  ACQ_INVOICE_STATUS_OPEN,
} AcqInvoiceStatus;

ACQ_DECLARE_CODES (AcqInvoiceStatus, acq_invoice_status)

/**
 * AcqStanding:
 *
 * Where one invoice stands on one day. Amounts in minor units of the invoice; all are zero for a credit note.
 */
typedef struct
{
  AcqInvoiceStatus status;
  gboolean overdue;     /* a part that is not retained is past its due day and has a balance */
  gint64 overdue_amount;
  AcqDay until;         /* last day of the promise, plan instalment or hold that the status names */
  gint64 chaseable;     /* balance − disputed − retained − in flight, never below zero */
  gint64 disputed; /* a dispute of an amount with the customer as a whole falls on his open invoices of this currency,
                      oldest due first, and never twice on the same money */
  gint64 retained;      /* balance of retention that is not due yet */
  gint64 in_flight;
  AcqDay in_flight_until; /* the latest day on which it should have arrived; ACQ_DAY_NONE: no such day */
} AcqStanding;

/**
 * AcqStandings:
 *
 * The facts of a ledger sorted by invoice and customer, so that each standing costs what it holds and not a walk over
 * all notes. Borrows the ledger.
 */
typedef struct _AcqStandings AcqStandings;

AcqStandings *acq_standings_new (const AcqLedger *ledger);
void acq_standings_free (AcqStandings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqStandings, acq_standings_free)

AcqStanding acq_standings_get (const AcqStandings *self, const AcqInvoice *invoice, AcqDay today);

/* (element-type AcqNote): open notes about the invoice or about its customer as a whole, by id. Borrowed; never NULL. */
const GPtrArray *acq_standings_notes_of_invoice (const AcqStandings *self, gint64 invoice_id);
const GPtrArray *acq_standings_notes_of_customer (const AcqStandings *self, gint64 customer_id);
/* (element-type AcqReminder): by day. */
const GPtrArray *acq_standings_reminders_of (const AcqStandings *self, gint64 invoice_id);
/* (element-type AcqReceipt): in flight, with an allocation to the invoice. */
const GPtrArray *acq_standings_in_flight_of (const AcqStandings *self, gint64 invoice_id);
/**
 * acq_standings_postponement_of:
 *
 * The later due day that was agreed for an invoice: the note's until, agreed on its day. It takes the place of every due
 * day before it in reminders and lateness. What the law counts (interest, indemnity, limitation) keeps the contractual day,
 * since a favour is no waiver: who gives interest up says so. %NULL: none was agreed.
 */
const AcqNote *acq_standings_postponement_of (const AcqStandings *self, gint64 invoice_id);
/* The day from which the invoice, or a part of it, is late: its due day, or the later one that was agreed. */
AcqDay acq_standings_due_day (const AcqStandings *self, const AcqInvoice *invoice, AcqDay due);
/* The plan that is not ended and holds this invoice, or NULL. */
const AcqPaymentPlan *acq_standings_plan_of (const AcqStandings *self, gint64 invoice_id);
/* The first instalment on or after that day; FALSE where none is left. */
gboolean acq_payment_plan_next_instalment (const AcqPaymentPlan *plan, AcqDay day, AcqInstalment *ret_instalment);
/* Whether what the plan's invoices have received since it was agreed covers all instalments due before that day. */
gboolean acq_standings_plan_is_kept (const AcqStandings *self, const AcqPaymentPlan *plan, AcqDay today);

/* What a customer has with us in one currency and is set against no invoice, in its minor units: credit notes with a
   balance, and rests of receipts that are partly allocated to his invoices. Never below zero. */
gint64 acq_standings_unallocated_credit (const AcqStandings *self, gint64 customer_id, AcqCurrency currency);

G_END_DECLS
