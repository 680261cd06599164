/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-day.h"

G_BEGIN_DECLS

/* A rate that is not known. All others are hundredths of a per cent: 215 is 2.15 %, from 0 to 10000. */
#define ACQ_RATE_NONE -1

/**
 * AcqReferenceRate:
 *
 * The figures of one half-year. ECB: the main refinancing rate in force on its first day (article L441-10 II of the
 * Code de commerce). Legal rates: article L313-2 of the Code monétaire et financier; which of the two depends on the
 * creditor (D313-1-A), and a company's is "professional" even against a consumer.
 */
typedef struct
{
  AcqDay first; /* 1 January or 1 July */
  int ecb;      /* or ACQ_RATE_NONE, as may be the two below */
  int legal_professional;
  int legal_individual;
  gboolean confirmed; /* FALSE: read in weak sources only; a letter warns of it (rate_unconfirmed) */
  AcqDay checked_on;  /* ACQ_DAY_NONE: never */
  char *source;       /* where it was read, nullable */
} AcqReferenceRate;

typedef enum
{
  ACQ_RATE_FIGURE_ECB,
  ACQ_RATE_FIGURE_LEGAL_PROFESSIONAL,
  ACQ_RATE_FIGURE_LEGAL_INDIVIDUAL,
} AcqRateFigure;

/**
 * AcqReferenceRates:
 *
 * The half-years that are known, from data/reference-rates.csv (built in) and from what the user entered since. There is
 * no figure for any other day and none is ever worked out from its neighbours.
 */
typedef struct _AcqReferenceRates AcqReferenceRates;

/* Those built in. */
AcqReferenceRates *acq_reference_rates_new (void);
void acq_reference_rates_free (AcqReferenceRates *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqReferenceRates, acq_reference_rates_free)

/* Adds a half-year, or takes the place of the one that is there; the source is copied. FALSE with
   ACQ_LEGAL_ERROR_RATE_INVALID for a first day that starts no half-year or a rate out of range. */
gboolean acq_reference_rates_add (AcqReferenceRates *self, const AcqReferenceRate *rate, GError **error);

/* The half-year of a day, or NULL. Borrowed until the next change. */
const AcqReferenceRate *acq_reference_rates_find (const AcqReferenceRates *self, AcqDay day);

/**
 * acq_reference_rates_get:
 *
 * Returns: the figure for that day, or ACQ_RATE_NONE with ACQ_LEGAL_ERROR_RATE_MISSING, whose message names the
 *   half-year and the figure that have to be entered
 */
int acq_reference_rates_get (const AcqReferenceRates *self, AcqDay day, AcqRateFigure figure, GError **error);

/* The first day of the first half-year between two days (both included) without that figure, or ACQ_DAY_NONE: what to ask
   the user for. */
AcqDay acq_reference_rates_find_missing (const AcqReferenceRates *self, AcqDay first, AcqDay last,
                                         AcqRateFigure figure);

/* "2026-S2": how a half-year is called in data and errors. Free it. */
char *acq_half_year_name (AcqDay day);

G_END_DECLS
