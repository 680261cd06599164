/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-receivables.h"

G_BEGIN_DECLS

/* What became of a promise, two bank days of grace included. */
typedef enum
{
  ACQ_PROMISE_STATE_PENDING,
  ACQ_PROMISE_STATE_KEPT,
  ACQ_PROMISE_STATE_BROKEN,
  ACQ_PROMISE_STATE_CANCELLED, /* withdrawn before its day, or closed without the money */
} AcqPromiseState;

#define ACQ_N_PROMISE_STATES 4

ACQ_DECLARE_CODES (AcqPromiseState, acq_promise_state)

typedef struct
{
  const AcqNote *note; /* borrowed from the ledger */
  AcqPromiseState state;
  AcqDay limit;    /* its day and the days of grace */
  gint64 promised; /* the amount; for "all of it": what was owed when it was promised and due by its day */
  gint64 received; /* settled from the day it was made to the limit, at most what was promised */
} AcqPromise;

/**
 * acq_promise_record_new:
 * @day: what is known by the end of it
 *
 * Promises made by that day. One that names no invoice is about all that its customer owed in the currency of the
 * receivables.
 *
 * Returns: (element-type AcqPromise) (transfer full)
 */
GArray *acq_promise_record_new (const AcqLedger *ledger, const AcqReceivables *receivables, AcqDay day);

G_END_DECLS
