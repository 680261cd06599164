/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-receivables.h"

G_BEGIN_DECLS

/* Days are kept in hundredths: 4 712 is 47.12 days. */

/* Sales of a month, or of the part of it that has passed. */
typedef struct
{
  gint64 sales; /* may be zero or, with many credit notes, below */
  int days;
} AcqMonthSales;

/**
 * acq_dso_by_balance:
 * @receivables: what is owed at the end of the period, or a part of it (what is not due: BPDSO)
 * @sales: credit sales of the period, VAT included
 * @days: in the period
 *
 * Receivables × days ÷ sales, the accounting method. Nothing owed (or less) is 0 days.
 *
 * Returns: FALSE, without touching the result, where something is owed and nothing was sold
 */
gboolean acq_dso_by_balance (gint64 receivables, gint64 sales, int days, gint64 *ret_days);

/**
 * acq_dso_count_back:
 * @months: (array length=n_months): newest first
 * @ret_beyond: whether more is owed than was sold in all these months: the days are then those of all of them, and the
 *   true figure is larger
 *
 * Takes month after month off what is owed: a whole month counts its days, the last one its share, rounded to
 * hundredths. A month without sales counts its days; one with more credit notes than invoices does so too and adds what
 * it lacks to what is left.
 */
gint64 acq_dso_count_back (gint64 receivables, const AcqMonthSales *months, guint n_months,
                           gboolean *ret_beyond);

/* The two methods over what a company was owed and sold. */
typedef struct
{
  gint64 receivables; /* outstanding − money set against no invoice − what insolvent customers owe */
  gint64 not_due;     /* of that, what is not due yet, less all credits and money set against no invoice */
  gint64 sales;       /* of the period */
  int days;           /* in the period: 365 or 366, or less where the company's first sale is younger */
  gboolean known;     /* FALSE: less than 30 days of history, or no sales in the period */
  gint64 by_balance;
  gint64 best;     /* BPDSO by balance: what it would be if everybody paid in time */
  gboolean beyond; /* of counting back: more is owed than was ever sold */
  gint64 count_back;
  gboolean best_beyond;
  gint64 best_count_back;
} AcqDso;

/**
 * acq_dso_measure:
 * @owed: of the last day
 * @first: of the period, usually the day after the same day one year before
 *
 * Disputed amounts count; those of insolvent customers do not. The month of the last day counts with the days that
 * have passed of it.
 */
AcqDso acq_dso_measure (const AcqReceivables *receivables, const AcqOwed *owed, AcqDay first);

/* The day after the same day of the month one year before. */
AcqDay acq_dso_first_day (AcqDay last);

G_END_DECLS
