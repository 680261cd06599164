/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-ageing.h"

G_BEGIN_DECLS

/**
 * AcqReceivables:
 *
 * What the company is owed in one currency on its day, and was owed on any day before: worked out from the days of
 * issue and of receipts, sorted once, so that a series of points costs one walk over the invoices for each. Borrows the
 * ledger.
 *
 * An invoice counts from its day of issue, what was settled from the day of the receipt but never before the invoice's
 * own day; a returned payment owes again from the day of its return. What was prepaid before Acquit knew of it is taken
 * off on the day of issue, for nobody tells its day. Cancelled invoices never were. What is dated after the company's day
 * counts on that day, so that its figures are those of the ledger.
 */
typedef struct _AcqReceivables AcqReceivables;

AcqReceivables *acq_receivables_new (const AcqLedger *ledger, AcqCurrency currency, AcqDay today);
void acq_receivables_free (AcqReceivables *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqReceivables, acq_receivables_free)

/* What was owed at the end of one day; amounts in minor units. */
typedef struct
{
  AcqAgeing ageing;  /* by part that falls due; outstanding is its columns and credits */
  guint n_invoices;  /* with a part above zero */
  guint n_customers; /* who owe any */
  guint n_overdue_invoices;
  guint n_overdue_customers;
  guint invoices_in[ACQ_AGEING_N_BUCKETS]; /* an invoice counts in each column where it has a part */
  gint64 unapplied; /* received and set against no invoice by that day; zero or above, not in the ageing */
  gint64 doubtful;  /* of the columns: owed by customers whose insolvency proceedings were open */
  gint64 doubtful_not_due; /* of that: not due yet */
  gint64 undated;          /* settled on a day that nobody tells, of invoices issued in the 90 days before */
} AcqOwed;

/* @day: the company's own or one before it. */
AcqOwed acq_receivables_measure (const AcqReceivables *self, AcqDay day);

/* FALSE where so much of what was billed shortly before was settled on unknown days that the figures of that day
   would be invented (more than a tenth of what they show), or where the first invoice is not that old. */
gboolean acq_receivables_is_known (const AcqReceivables *self, const AcqOwed *owed);

/* Credit sales of a run of days, VAT included: invoices less credit notes, without opening balances (no sales of their
   day) and without what a final account deducts (invoiced before). May be negative. */
gint64 acq_receivables_sales (const AcqReceivables *self, AcqPeriod period);
/* The first day with a sale; ACQ_DAY_NONE where there is none. */
AcqDay acq_receivables_first_sale (const AcqReceivables *self);

AcqDay acq_receivables_today (const AcqReceivables *self);
AcqCurrency acq_receivables_currency (const AcqReceivables *self);

/* One settlement of an invoice. */
typedef struct
{
  AcqDay day;
  gint64 amount; /* below zero for a returned payment; for a credit note, what of it was used */
  gint64 money;  /* what of it was paid, and not credited, written off or set off */
} AcqSettlement;

/* One invoice of the receivables, in the order of the ledger; those of other currencies and cancelled ones are not among
   them. */
typedef struct
{
  const AcqInvoice *invoice;
  AcqDay issued;                    /* never after the company's day */
  AcqDay settled;                   /* since when it owes nothing; G_MAXINT32: it does */
  const AcqSettlement *settlements; /* by day */
  guint n_settlements;
  AcqDay postponed_on; /* on which a later due day was agreed; ACQ_DAY_NONE: none was */
  AcqDay postponed_to; /* that day */
} AcqReceivable;

guint acq_receivables_count (const AcqReceivables *self);
const AcqReceivable *acq_receivables_get (const AcqReceivables *self, guint index);
/* The day from which a part of it was late as one knew on that day: its due day, or a later one agreed by then. */
AcqDay acq_receivable_due_day (const AcqReceivable *self, const AcqDueItem *item, AcqDay day);
/* What was settled of it by the end of that day, prepaid amount included. */
gint64 acq_receivable_settled_by (const AcqReceivable *self, AcqDay day);

G_END_DECLS
