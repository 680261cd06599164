/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-rate-rule.h"

G_BEGIN_DECLS

/* Usage is 365 in every year; ACT/ACT divides by 366 in leap years. */
typedef enum
{
  ACQ_DAY_COUNT_ACT_365,
  ACQ_DAY_COUNT_ACT_ACT,
} AcqDayCount;

/* What a part payment settles first. Article 1343-1 of the Code civil says interest; creditors may, and usually do,
   take it on the principal. */
typedef enum
{
  ACQ_IMPUTATION_PRINCIPAL_FIRST,
  ACQ_IMPUTATION_INTEREST_FIRST,
} AcqImputation;

typedef enum
{
  ACQ_DEBT_MOVEMENT_PAYMENT,
  ACQ_DEBT_MOVEMENT_CREDIT_NOTE, /* lowers the price: principal only; dated on the due day where it mends an error */
  ACQ_DEBT_MOVEMENT_RETURNED, /* an unpaid cheque: reopens from its own day what a payment had settled */
} AcqDebtMovementKind;

/* Amounts are above zero, in minor units. A movement changes the balance at the end of its day. */
typedef struct
{
  AcqDay day;
  AcqDebtMovementKind kind;
  gint64 amount;
} AcqDebtMovement;

/* A part of the principal, VAT included: a due item. Minor units, not below zero. */
typedef struct
{
  AcqDay due;
  gint64 amount;
} AcqDebtPart;

/**
 * AcqInterestClaim:
 *
 * One invoice whose interest is asked for. Money settles the part that fell due first. The contract's rate is used by
 * its own rule alone.
 */
typedef struct
{
  const AcqDebtPart *parts; /* by due day */
  gsize n_parts;
  const AcqDebtMovement *movements; /* by day; those after @as_of do not count */
  gsize n_movements;
  AcqDay as_of; /* the last day that may accrue */
  AcqDay since; /* no day up to this one accrues (a consumer's formal notice); ACQ_DAY_NONE: none such */
  AcqDay stop;  /* the last accruing day (the eve of an insolvency judgment, L622-28), or ACQ_DAY_NONE */
  AcqDay enforceable_on; /* of a judgment, for the legal rate; ACQ_DAY_NONE: there is none */
  AcqRateRule rule;
  int contract_rate; /* hundredths of a per cent */
  AcqDayCount day_count;
  AcqImputation imputation;
} AcqInterestClaim;

/* A claim without parts or movements, at rates and habits by default, with no day set but @as_of. */
AcqInterestClaim acq_interest_claim_init (AcqDay as_of, AcqRateRule rule);

/**
 * AcqInterestSegment:
 *
 * A run of days with the same overdue principal, half-year and rate. Its interest is principal × rate × days ÷ 365,
 * rounded half up to the cent, so that every printed line can be worked out again by hand.
 */
typedef struct
{
  AcqDay first; /* the day after the due day, for the first one */
  AcqDay last;  /* included, as is the day of payment */
  int days;
  int rate;         /* hundredths of a per cent a year */
  gint64 principal; /* minor units, as is the interest */
  gint64 interest;
  gboolean confirmed; /* FALSE: the half-year's figure is weakly attested */
} AcqInterestSegment;

/* What one movement settled (a returned payment: below zero); a rest of the amount is overpaid. */
typedef struct
{
  AcqDay day;
  AcqDebtMovementKind kind;
  gint64 amount;
  gint64 to_interest;
  gint64 to_principal;
} AcqImputedMovement;

typedef struct
{
  GArray *segments; /* (element-type AcqInterestSegment), perhaps empty */
  GArray *imputed;  /* (element-type AcqImputedMovement), up to the claim's day */
  gint64 interest;  /* Σ segments */
  gint64 interest_paid;
  gint64 principal_left; /* parts not due yet included */
  gint64 overpaid;
  gboolean confirmed; /* no segment rests on a weakly attested rate */
} AcqLateInterest;

void acq_late_interest_free (AcqLateInterest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLateInterest, acq_late_interest_free)

/**
 * acq_late_interest_new:
 *
 * Simple interest, never compounded (article 1343-2 of the Code civil asks for an agreement and a full year), never added
 * to the legal interest of the same days (Cass. com. 24/04/2024 n° 22-24.275).
 *
 * Returns: (transfer full): the account of the claim, or %NULL with ACQ_LEGAL_ERROR_RATE_MISSING
 */
AcqLateInterest *acq_late_interest_new (const AcqInterestClaim *claim, const AcqLegalValues *law,
                                        GError **error);

/* Interest of some days at one rate, half up, on 365 days a year: what each further day adds. */
gint64 acq_interest_of_days (gint64 principal, int rate, int days);

G_END_DECLS
