/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-day.h"

G_BEGIN_DECLS

/* One of several debts of the same debtor, and what of a payment settles it. Amounts in minor units, not below zero. */
typedef struct
{
  AcqDay due;
  gint64 rest; /* owed before the payment */
  int rate;    /* of the interest that it bears, in hundredths of a per cent: who pays wants to be rid of the dearest first */
  gint64 settled;
} AcqOpenDebt;

/**
 * acq_payment_order_settle:
 * @debts: in any order; settled is set in each
 * @day: of the payment
 *
 * A payment for which the debtor named no debt, by article 1342-10 of the Code civil: what is due before what is not; among
 * what is due the debts that he had most interest to be rid of, which are those at the highest rate, then the oldest; all things
 * being equal, pro rata (cents that cannot be parted go to the first ones).
 *
 * Returns: what is left of the payment
 */
gint64 acq_payment_order_settle (AcqOpenDebt *debts, gsize n_debts, AcqDay day, gint64 amount);

G_END_DECLS
