/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-forecast.h"
#include "acq-trend.h"
#include "acq-watch-list.h"

G_BEGIN_DECLS

#define ACQ_DASHBOARD_WEEKS   8
#define ACQ_DASHBOARD_WATCHED 3

/**
 * AcqDashboardFigures:
 *
 * All figures of the dashboard, in euros (minor units), worked out in one go. Customers are borrowed from the ledger,
 * which must live longer.
 */
typedef struct
{
  AcqDay today;

  /* Outstanding and overdue today: the ageing with its columns and credits, counts of invoices and customers, counts of
     invoices in each column. acq_ageing_outstanding (&owed.ageing) is the outstanding figure. */
  AcqOwed owed;
  AcqTrend outstanding; /* today and seven weeks back, and one month ago: acq_trend_change() */
  AcqTrend overdue;
  AcqDso dso_parts; /* what the figure was made of */
  AcqTrend dso;     /* hundredths of a day, twelve months by balance */

  /* Receipts expected from what is owed today: eight weeks from Monday on (this week's Monday, or the next one from
     Saturday on), and the first four of them together. Empty where nothing is expected. */
  GArray *weeks; /* (element-type AcqForecastWeek), never NULL */
  AcqExpected expected;
  AcqDay expected_last; /* Sunday of the fourth week */
  AcqDay known_until;   /* receipts are known up to this day, as far as statements go */
  AcqExpected
    unread; /* what probably came since and before today: a statement is to be imported, it is in no week */
  gboolean few_cases; /* the forecast rests on fewer than 20 settled invoices */

  GArray *watched; /* (element-type AcqWatchedCustomer), never NULL; at most ACQ_DASHBOARD_WATCHED */
} AcqDashboardFigures;

AcqDashboardFigures *acq_dashboard_figures_new (const AcqLedger *ledger, const AcqStandings *standings,
                                                AcqDay today);
void acq_dashboard_figures_free (AcqDashboardFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqDashboardFigures, acq_dashboard_figures_free)

G_END_DECLS
