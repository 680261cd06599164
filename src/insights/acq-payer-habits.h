/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-payment-cases.h"
#include "acq-promise-record.h"

G_BEGIN_DECLS

/* A habit is told from this many of a customer's latest settled due items. */
#define ACQ_PAYER_HABIT_MOST  24
#define ACQ_PAYER_HABIT_LEAST 3

/* One due item that a customer paid. */
typedef struct
{
  const AcqInvoice *invoice; /* borrowed from the ledger */
  AcqDay due;
  AcqDay day;
  int days_late; /* below zero: before it was due */
  gint64 amount;
} AcqPayerSettlement;

/* How one customer pays. */
typedef struct
{
  gboolean known;      /* at least ACQ_PAYER_HABIT_LEAST settlements */
  int days_late;       /* their median; the lower one of two */
  guint n_invoices;    /* from how many invoices */
  GArray *settlements; /* (element-type AcqPayerSettlement) the latest, oldest first; never NULL */
  guint promises_kept;
  guint promises_due; /* kept and broken ones; those of the last two years */
} AcqPayerHabit;

void acq_payer_habit_free (AcqPayerHabit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqPayerHabit, acq_payer_habit_free)

/**
 * AcqPayerHabits:
 *
 * How all customers pay, read off the ledger once. Retention is left out: nobody pays it by habit. Borrows the ledger.
 */
typedef struct _AcqPayerHabits AcqPayerHabits;

AcqPayerHabits *acq_payer_habits_new (const AcqLedger *ledger, const AcqReceivables *receivables);
void acq_payer_habits_free (AcqPayerHabits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqPayerHabits, acq_payer_habits_free)

/* Never NULL. (transfer full) */
AcqPayerHabit *acq_payer_habits_get (const AcqPayerHabits *self, gint64 customer_id);

G_END_DECLS
