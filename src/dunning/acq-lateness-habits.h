/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-ledger.h"

G_BEGIN_DECLS

/* How a customer pays, read off what he has paid in the two years before a day. */
typedef struct
{
  int loyal_delay; /* median of days past due, above zero, of one who always pays within reason; -1: not so */
  int usual_delay; /* median of days past due, below zero of who pays early; 0 where nothing was settled */
  guint n_settled; /* invoices */
  gboolean pays_by_cheque; /* at least once */
} AcqLatenessHabit;

typedef struct _AcqLatenessHabits AcqLatenessHabits;

/**
 * acq_lateness_habits_new:
 * @longest: days past due beyond which a payer is not called loyal
 *
 * A loyal late payer has settled at least four invoices, at most one in four of them later than @longest.
 */
AcqLatenessHabits *acq_lateness_habits_new (const AcqLedger *ledger, AcqDay today, int longest);
void acq_lateness_habits_free (AcqLatenessHabits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLatenessHabits, acq_lateness_habits_free)

AcqLatenessHabit acq_lateness_habits_get (const AcqLatenessHabits *self, gint64 customer_id);

G_END_DECLS
