/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-dso.h"
#include "acq-payment-cases.h"

G_BEGIN_DECLS

/* Amounts are minor units; days and per cent are hundredths: 4712 is 47.12. */
typedef enum
{
  ACQ_KPI_UNIT_AMOUNT,
  ACQ_KPI_UNIT_DAYS,
  ACQ_KPI_UNIT_PER_CENT,
  ACQ_KPI_UNIT_COUNT,
} AcqKpiUnit;

ACQ_DECLARE_CODES (AcqKpiUnit, acq_kpi_unit)

/* Why a figure has no value. */
typedef enum
{
  ACQ_KPI_GAP_NONE,          /* it has one */
  ACQ_KPI_GAP_SHORT_HISTORY, /* fewer than 30 days of sales, or none before the period */
  ACQ_KPI_GAP_NO_SALES,
  ACQ_KPI_GAP_NOTHING_OWED,
  ACQ_KPI_GAP_UNKNOWN_DAYS, /* too much was settled before Acquit knew of it, on days that nobody tells */
  ACQ_KPI_GAP_NO_CASES,     /* nothing of the kind happened in the period */
} AcqKpiGap;

ACQ_DECLARE_CODES (AcqKpiGap, acq_kpi_gap)

/* One of the numbers that a figure was made of. */
typedef struct
{
  const char *code;
  AcqKpiUnit unit;
  gint64 value;
} AcqKpiPart;

#define ACQ_KPI_MOST_PARTS 10

/* One figure, with what it was made of; the parts are there even where the value is not. */
typedef struct
{
  const char *code;
  AcqKpiUnit unit;
  AcqKpiGap gap;
  gint64 value;      /* only without a gap */
  gboolean at_least; /* the true value is larger: more is owed than was ever sold */
  AcqKpiPart parts[ACQ_KPI_MOST_PARTS];
  guint n_parts;
} AcqKpiFigure;

/* The codes of all figures, in the order of the table; NULL behind the last. */
const char *acq_kpi_code_at (guint index);

/**
 * acq_kpi_measure:
 * @period: closed; its last day is the company's own or one before it
 *
 * All figures of the period. What is owed is what is owed at the end of its last day.
 *
 * Returns: (element-type AcqKpiFigure) (transfer full): in the order of the table
 */
GArray *acq_kpi_measure (const AcqLedger *ledger, const AcqReceivables *receivables,
                         const AcqPaymentCases *cases, AcqPeriod period);

/* The figure of that code, or NULL. */
const AcqKpiFigure *acq_kpi_find (const GArray *figures, const char *code);

G_END_DECLS
