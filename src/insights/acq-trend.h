/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-dso.h"

G_BEGIN_DECLS

#define ACQ_TREND_POINTS 8

/* A figure on one day; nothing is made up for a day that is not known. */
typedef struct
{
  AcqDay day;
  gboolean known;
  gint64 value;
} AcqTrendPoint;

/* A figure today, the points one week apart that lead to it, and what it was one month before. */
typedef struct
{
  AcqTrendPoint points[ACQ_TREND_POINTS]; /* oldest first; the last is today */
  AcqTrendPoint month_ago;                /* the same day of the month before */
} AcqTrend;

static inline AcqTrendPoint
acq_trend_today (const AcqTrend *self)
{
  return self->points[ACQ_TREND_POINTS - 1];
}

/* Today less one month before; FALSE, without touching the result, where one of them is not known. */
gboolean acq_trend_change (const AcqTrend *self, gint64 *ret_change);

/* The three figures that a company watches, in one go. */
typedef struct
{
  AcqOwed today;
  AcqDso dso_today;
  AcqTrend outstanding; /* minor units */
  AcqTrend overdue;     /* minor units */
  AcqTrend dso;         /* hundredths of a day: twelve months, by balance */
} AcqTrends;

void acq_trends_measure (const AcqReceivables *receivables, AcqTrends *ret_trends);

G_END_DECLS
