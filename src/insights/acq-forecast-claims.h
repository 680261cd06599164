/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-promise-record.h"
#include "acq-standing.h"

G_BEGIN_DECLS

/* What the forecast of a claim rests on; those from DISPUTED on are left out of it. */
typedef enum
{
  ACQ_FORECAST_BASIS_IN_FLIGHT,     /* a cheque, debit or bill on its way */
  ACQ_FORECAST_BASIS_PLAN,          /* an instalment of a payment plan */
  ACQ_FORECAST_BASIS_PROMISE,       /* a promise that is not broken */
  ACQ_FORECAST_BASIS_OWN_HABIT,     /* the payer's own delays */
  ACQ_FORECAST_BASIS_COMPANY_HABIT, /* those of all payers: he has paid too few */
  ACQ_FORECAST_BASIS_DISPUTED,
  ACQ_FORECAST_BASIS_HELD, /* by us, without an end; with an end it is expected after it */
  ACQ_FORECAST_BASIS_INSOLVENT,
  ACQ_FORECAST_BASIS_FACTORED, /* the factor is owed it */
  ACQ_FORECAST_BASIS_CREDIT,   /* covered by a credit note, or by money that is set against no invoice */
} AcqForecastBasis;

ACQ_DECLARE_CODES (AcqForecastBasis, acq_forecast_basis)

static inline gboolean
acq_forecast_basis_is_left_out (AcqForecastBasis basis)
{
  return basis >= ACQ_FORECAST_BASIS_DISPUTED;
}

/* A part of what is owed that is expected in one way. */
typedef struct
{
  const AcqInvoice *invoice; /* borrowed from the ledger */
  gint64 payer_id;           /* who pays: the customer, or his payer */
  AcqForecastBasis basis;    /* OWN_HABIT stands for any habit */
  gboolean retention;
  AcqDay due;
  gint64 amount; /* above zero */
  AcqDay named;  /* on which it is awaited: in flight, instalment, promise; else ACQ_DAY_NONE */
  guint n_kept; /* of a promise or plan: promises of this customer that were kept, of so many that were due */
  guint n_due;
  AcqDay from; /* from which on it is paid by habit, if at all */
} AcqForecastClaim;

/**
 * acq_forecast_claims_new:
 * @standings: (nullable): %NULL leaves promises, plans, disputes and all other facts aside, as for a past day
 *
 * All that is owed at the end of @day, cut into claims. Disputed amounts, credits, payments in flight, instalments and
 * promises each take their share of the earliest parts, in this order; habits get the rest.
 *
 * Returns: (element-type AcqForecastClaim) (transfer full)
 */
GArray *acq_forecast_claims_new (const AcqLedger *ledger, const AcqReceivables *receivables,
                                 const AcqStandings *standings, AcqDay day);

G_END_DECLS
