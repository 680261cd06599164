/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-standing.h"

G_BEGIN_DECLS

/* Why a customer deserves a look, the gravest first. Insolvent ones are past watching. */
typedef enum
{
  ACQ_WATCH_REASON_BROKEN_PROMISE, /* two bank days after its day, what was promised is still owed */
  ACQ_WATCH_REASON_DISPUTE,        /* an amount is disputed */
  ACQ_WATCH_REASON_NOTHING_PAID,   /* something is 30 days overdue, and no money came for 60 days (or ever) */
  ACQ_WATCH_REASON_OVER_LIMIT,     /* owes more than the credit limit */
  ACQ_WATCH_REASON_NEAR_LIMIT,     /* owes at least seven tenths of it */
  ACQ_WATCH_REASON_LARGE_OVERDUE,  /* nothing of the above, but a tenth of all that is overdue or more */
} AcqWatchReason;

#define ACQ_N_WATCH_REASONS 6

ACQ_DECLARE_CODES (AcqWatchReason, acq_watch_reason)

/* One customer to watch; amounts in minor units of the list's currency. */
typedef struct
{
  const AcqCustomer *customer; /* borrowed from the ledger */
  guint reasons;               /* set of 1 << AcqWatchReason, never 0 */
  gint64 outstanding;
  gint64 overdue;
  AcqDay overdue_since; /* due day of the oldest of it; ACQ_DAY_NONE: nothing is overdue */
  gint64 disputed;
  AcqDay disputed_since; /* day of the oldest open dispute; ACQ_DAY_NONE: none */
  AcqDay last_paid;      /* day of the last money; ACQ_DAY_NONE: none ever */
  AcqDay promised_until; /* of the latest broken promise; ACQ_DAY_NONE: none */
  gint64 limit_used;     /* outstanding in hundredths of a per cent of the credit limit; -1: no limit */
} AcqWatchedCustomer;

static inline gboolean
acq_watched_customer_has (const AcqWatchedCustomer *self, AcqWatchReason reason)
{
  return (self->reasons & (1u << reason)) != 0;
}

/**
 * acq_watch_list_new:
 * @most: rows at most
 *
 * Those who have a reason, by what is overdue or disputed with them, the largest first. Where not all find room, the
 * largest of each gravest reason comes before a second one of the same.
 *
 * Returns: (element-type AcqWatchedCustomer) (transfer full)
 */
GArray *acq_watch_list_new (const AcqLedger *ledger, const AcqStandings *standings, AcqCurrency currency,
                            AcqDay today, guint most);

G_END_DECLS
