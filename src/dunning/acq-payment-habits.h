/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-ledger.h"

G_BEGIN_DECLS

/* How a customer pays, read off what he has paid in the two years before a day. */
typedef struct
{
  int loyal_delay; /* median of days past due, above zero, of one who always pays within reason; -1: not so */
  gboolean pays_by_cheque; /* at least once */
} AcqPaymentHabit;

typedef struct _AcqPaymentHabits AcqPaymentHabits;

/**
 * acq_payment_habits_new:
 * @longest: days past due beyond which a payer is not called loyal
 *
 * A loyal late payer has settled at least four invoices, at most one in four of them later than @longest.
 */
AcqPaymentHabits *acq_payment_habits_new (const AcqLedger *ledger, AcqDay today, int longest);
void acq_payment_habits_free (AcqPaymentHabits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqPaymentHabits, acq_payment_habits_free)

AcqPaymentHabit acq_payment_habits_get (const AcqPaymentHabits *self, gint64 customer_id);

G_END_DECLS
