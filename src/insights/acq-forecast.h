/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-forecast-claims.h"
#include "acq-forecast-days.h"
#include "acq-forecast-draws.h"

G_BEGIN_DECLS

/* A payer tells his own habit from this many paid due items of the last two years; the company, from that many. */
#define ACQ_FORECAST_OWN_CASES     5
#define ACQ_FORECAST_COMPANY_CASES 20

#define ACQ_FORECAST_MOST_WEEKS 52

typedef struct
{
  AcqDay first; /* a Monday; the first week's days before today are over */
  AcqExpected amount;
} AcqForecastWeek;

/* What is expected of one invoice. */
typedef struct
{
  const AcqInvoice *invoice; /* borrowed from the ledger */
  AcqForecastBasis
    basis;         /* of the part expected first; one that is left out only where nothing is expected */
  guint n_cases;   /* how many paid due items of the payer his habit was read from */
  gint64 amount;   /* expected sooner or later */
  gint64 left_out; /* owed, and not expected */
  AcqDay low;      /* by which all that is expected, but for retention, has come 1 time out of 10 */
  AcqDay likely;   /* 5 times */
  AcqDay high;     /* 9 times; ACQ_DAY_NONE for all three: later than in a year, or never */
  int paid_within_30_days; /* how likely that is, in hundredths of a per cent */
} AcqForecastLine;

/**
 * AcqForecast:
 *
 * What of the invoices that are owed today is expected when. Invoices still to be issued are not foreseen. The same
 * ledger and day always give the same forecast.
 *
 * Each due item is paid by the delays of its payer after its due day, mixed with those of all payers where his own are
 * few, given that it has not been paid yet. Payments in flight, instalments and promises come first, on their days, as
 * often as this customer kept his word before.
 */
typedef struct
{
  AcqDay day;
  guint n_cases;      /* paid due items that the company's habit was read from */
  gboolean few_cases; /* fewer than ACQ_FORECAST_COMPANY_CASES: common delays fill the gap */
  AcqDay known_until; /* receipts are known up to this day */
  AcqExpected unread; /* what probably came since, before today: it waits for a statement and is in no week */
  GArray *weeks;      /* (element-type AcqForecastWeek) */
  GArray *lines;      /* (element-type AcqForecastLine) by customer, then in the order of the ledger */
  AcqForecastDraws *draws; /* of the unread days, then of each week */
} AcqForecast;

typedef struct
{
  const AcqLedger *ledger;
  const AcqReceivables *receivables;
  const AcqPaymentCases *cases;
  const AcqStandings *standings; /* NULL for a past day: habits alone */
  AcqDay day;
  AcqDay known_until; /* up to which receipts are known */
  guint n_weeks;      /* 1 to ACQ_FORECAST_MOST_WEEKS */
} AcqForecastRequest;

AcqForecast *acq_forecast_new (const AcqForecastRequest *request);
void acq_forecast_free (AcqForecast *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqForecast, acq_forecast_free)

/* What is expected in a run of its weeks together. */
AcqExpected acq_forecast_sum (const AcqForecast *self, guint first_week, guint n_weeks);

G_END_DECLS
