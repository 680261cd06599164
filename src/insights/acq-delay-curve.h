/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-payment-cases.h"

G_BEGIN_DECLS

/* Chances are fractions of this. */
#define ACQ_CHANCE_ONE (1u << 30)

/* Days late that a curve tells apart; past ACQ_DELAY_TAIL each day is like the others. */
#define ACQ_DELAY_FIRST (-90)
#define ACQ_DELAY_TAIL  181
#define ACQ_DELAY_LAST  600
#define ACQ_N_DELAYS    (ACQ_DELAY_LAST - ACQ_DELAY_FIRST + 1)

/**
 * AcqDelayCounts:
 *
 * How many due items were still unpaid so many days after their due day, and how many were paid on that day. Items that
 * are open count as long as they were watched (Kaplan and Meier 1958), for a curve of paid ones alone would believe
 * that everybody pays, and soon. A payment counts a little on the two days around it too.
 */
typedef struct
{
  guint n_paid;
  gint64 paid[ACQ_N_DELAYS];
  gint64 watched[ACQ_N_DELAYS + 1];
} AcqDelayCounts;

void acq_delay_counts_clear (AcqDelayCounts *self);
/* @day: what is known by the end of it. Cases that nobody had to pay with money by then do not count. */
void acq_delay_counts_add (AcqDelayCounts *self, const AcqPaymentCase *row, AcqDay day);

/**
 * AcqDelayCurve:
 *
 * How likely it is that a due item is paid on each day relative to its due day, given that it was not paid before.
 */
typedef struct
{
  guint32 hazard[ACQ_N_DELAYS];      /* fractions of ACQ_CHANCE_ONE */
  gint64 survival[ACQ_N_DELAYS + 1]; /* not paid before that day; fractions of 2⁴⁰ */
} AcqDelayCurve;

/* Cases that follow a curve, to be counted with others. */
typedef struct
{
  gint64 paid[ACQ_N_DELAYS];
  gint64 watched[ACQ_N_DELAYS];
} AcqDelayBase;

void acq_delay_base_init (AcqDelayBase *self, const AcqDelayCurve *curve, int n_cases);

/* What holds where nothing is known: half of the items are paid within a fortnight after their due day, some never. */
void acq_delay_curve_init_common (AcqDelayCurve *self);
/* The counts and the cases of the base together: the fewer are known, the more the base tells. Sums the counts up, which
   are no longer to be added to. */
void acq_delay_curve_init (AcqDelayCurve *self, AcqDelayCounts *counts, const AcqDelayBase *base);

/* The chance that an item that was not paid before @from is paid from @from to @until; days relative to its due day. */
guint32 acq_delay_curve_chance (const AcqDelayCurve *self, int from, int until);

G_END_DECLS
