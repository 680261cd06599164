/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-ledger.h"

G_BEGIN_DECLS

/* Columns of the aged balance, by days past the due day. A balance that is due today is not due yet. */
typedef enum
{
  ACQ_AGEING_NOT_DUE,
  ACQ_AGEING_1_TO_30,
  ACQ_AGEING_31_TO_60,
  ACQ_AGEING_61_TO_90,
  ACQ_AGEING_OVER_90,
} AcqAgeingBucket;

#define ACQ_AGEING_N_BUCKETS 5

ACQ_DECLARE_CODES (AcqAgeingBucket, acq_ageing_bucket)

/**
 * AcqAgeing:
 *
 * The aged balance of one currency on one day, gathered row by row so that a million rows need no list. Amounts in
 * minor units. Credits (credit notes, receipts beyond what was owed, receipts set against no invoice) stand in a column of
 * their own: they lower what is outstanding, never what is overdue.
 */
typedef struct
{
  AcqDay today;
  gint64 buckets[ACQ_AGEING_N_BUCKETS]; /* balances above zero */
  guint counts[ACQ_AGEING_N_BUCKETS];   /* rows in each */
  gint64 credits;                       /* zero or below */
  guint n_credits;
} AcqAgeing;

static inline AcqAgeing
acq_ageing_init (AcqDay today)
{
  return (AcqAgeing){ .today = today };
}

/* The column of a part that falls due on that day. */
static inline AcqAgeingBucket
acq_ageing_bucket_of (AcqDay due, AcqDay today)
{
  int late = today - due;

  return (AcqAgeingBucket) ((late > 0) + (late > 30) + (late > 60) + (late > 90));
}

/* One due item, credit note or unallocated rest; nothing where its balance is zero. */
static inline void
acq_ageing_add (AcqAgeing *self, AcqDay due, gint64 balance)
{
  if (balance > 0)
    {
      AcqAgeingBucket bucket = acq_ageing_bucket_of (due, self->today);

      self->buckets[bucket] += balance;
      self->counts[bucket]++;
    }
  else if (balance < 0)
    {
      self->credits += balance;
      self->n_credits++;
    }
}

/* All parts of an invoice or credit note that is not cancelled and is in the ageing's currency, which is for the caller to
   see to. Retention counts as not due before its day. */
void acq_ageing_add_invoice (AcqAgeing *self, const AcqInvoice *invoice);

/* Σ columns + credits. */
gint64 acq_ageing_outstanding (const AcqAgeing *self);
/* Σ columns past the due day. */
gint64 acq_ageing_overdue (const AcqAgeing *self);

G_END_DECLS
