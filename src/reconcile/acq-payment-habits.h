/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-open-items.h"

G_BEGIN_DECLS

/**
 * AcqPaymentHabits:
 *
 * How long after the due day each customer pays: from two payments on his own mean and spread, before that those of
 * very small companies (8 days, spread 22). A habit breaks ties between explanations and never proves one.
 */
typedef struct _AcqPaymentHabits AcqPaymentHabits;

/* Reads the credited receipts of the ledger; borrows the items. */
AcqPaymentHabits *acq_payment_habits_new (const AcqLedger *ledger, const AcqOpenItems *items);
void acq_payment_habits_free (AcqPaymentHabits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqPaymentHabits, acq_payment_habits_free)

/* The item was paid on that day. */
void acq_payment_habits_learn (AcqPaymentHabits *self, guint item, AcqDay paid);

/* How unusual it is that this item is paid on that day, in standard deviations, never below zero. */
double acq_payment_habits_surprise (const AcqPaymentHabits *self, guint item, AcqDay paid);
/* Whether the item's customer has habits of his own. */
gboolean acq_payment_habits_are_own (const AcqPaymentHabits *self, guint item);
/* Whether the customer has habits of his own and the day agrees with them. */
gboolean acq_payment_habits_agree (const AcqPaymentHabits *self, guint item, AcqDay paid);

G_END_DECLS
