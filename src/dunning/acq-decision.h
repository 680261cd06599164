/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-dunning-settings.h"
#include "acq-item-facts.h"

G_BEGIN_DECLS

typedef enum
{
  ACQ_DECISION_NONE, /* nothing is to be done: paid, too small, not yet time, all steps done */
  ACQ_DECISION_HOLD, /* something holds it back */
  ACQ_DECISION_REMIND,
} AcqDecisionKind;

ACQ_DECLARE_CODES (AcqDecisionKind, acq_decision_kind)

typedef struct
{
  AcqDecisionKind kind;
  const AcqStep *step; /* the next one; NULL: there is none */
  AcqDay since; /* from that day on the step may be taken, working days aside; ACQ_DAY_NONE: not foreseen */
  AcqDay day;   /* on which it can leave, from the day asked about on; ACQ_DAY_NONE: not foreseen */
  AcqReasons reasons; /* those of the day asked about */
  AcqSequel sequel;   /* with ACQ_REASON_SCENARIO_FINISHED: what follows */
} AcqDecision;

/**
 * acq_decide:
 *
 * The next message of one due item on one day, or why there is none: what the list, the simulation of another day, the
 * explanation and the sending all ask. The next level follows the last one done. Its day is the latest of the step's
 * day, the last message to the recipient plus the minimum interval, and the day after the last block ends, moved to
 * the next day on which messages leave. A step before the due day is dropped once that day would be past.
 *
 * Where no step is left the last one is given its time: the scenario's interval, or the days that a formal notice gives. Until
 * then it is not time for anything; from then on the scenario is finished, and the user asked to decide, unless something else
 * holds the invoice back.
 */
AcqDecision acq_decide (const AcqItemFacts *facts, const AcqDunningSettings *settings, AcqDay today);

G_END_DECLS
