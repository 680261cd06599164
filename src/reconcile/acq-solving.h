/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-certainty-rules.h"
#include "acq-returned-payment.h"
#include "acq-task.h"

G_BEGIN_DECLS

/* What the passes of one run of the solver share: each leaves its postings in it for the next. Borrowed. */
typedef struct
{
  const AcqLedger *ledger;
  AcqOpenItems *items;
  AcqPaymentHabits *habits;
  AcqPastPayments *past;
  AcqExplainer explainer;
  AcqCertaintyRules rules; /* in their ranges */
  GPtrArray *tasks;        /* (element-type AcqTask) by day and id of the bank line */
} AcqSolving;

G_END_DECLS
