/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-scenario.h"

G_BEGIN_DECLS

/* What is wrong or odd about a scenario. The first ones are errors: such a scenario cannot be used. */
typedef enum
{
  ACQ_SCENARIO_FLAW_NO_STEPS,
  ACQ_SCENARIO_FLAW_TOO_MANY_STEPS, /* days: how many; limit */
  ACQ_SCENARIO_FLAW_INTERVAL,       /* days: the minimum interval; limit: the longest */
  ACQ_SCENARIO_FLAW_LEVELS,         /* not 0 before the due day, then 1, 2… */
  ACQ_SCENARIO_FLAW_CODE,           /* a step has none, or another step's */
  ACQ_SCENARIO_FLAW_OFFSET,         /* days: beyond the limit, or on the wrong side of the due day */
  ACQ_SCENARIO_FLAW_ANCHOR,         /* one that steps on this side of the due day do not have */
  ACQ_SCENARIO_FLAW_ORDER,          /* days: not after the step before, on day limit */
  ACQ_SCENARIO_FLAW_AMOUNT,         /* below zero */

  ACQ_SCENARIO_FLAW_GAP,              /* days: only so many after the step before; limit: the minimum interval */
  ACQ_SCENARIO_FLAW_TONE_FALLS,       /* milder than the step before */
  ACQ_SCENARIO_FLAW_TONE_JUMPS,       /* a formal notice or its announcement comes first of all reminders */
  ACQ_SCENARIO_FLAW_NOTICE_NOT_LAST,  /* reminders follow a formal notice */
  ACQ_SCENARIO_FLAW_AUTOMATIC,        /* a call or a formal notice never leaves by itself */
} AcqScenarioFlawKind;

ACQ_DECLARE_CODES (AcqScenarioFlawKind, acq_scenario_flaw_kind)

#define ACQ_SCENARIO_WHOLE (-1)

typedef struct
{
  AcqScenarioFlawKind kind;
  int step; /* index of the step; ACQ_SCENARIO_WHOLE */
  int days;
  int limit;
} AcqScenarioFlaw;

/* It forbids the scenario; others are said and may stay. */
gboolean acq_scenario_flaw_is_error (const AcqScenarioFlaw *self);

/**
 * acq_scenario_check:
 *
 * Returns: (transfer full) (element-type AcqScenarioFlaw): all that is wrong or odd, in the order of the steps; empty
 *   where nothing is
 */
GArray *acq_scenario_check (const AcqScenario *self);

/* No flaw is an error. */
gboolean acq_scenario_is_valid (const AcqScenario *self);

/**
 * acq_scenario_step_day:
 * @ret_day: days after the due day, below zero before it
 *
 * Where a step stands on the time line when every step is taken on its day.
 *
 * Returns: %FALSE where that depends on the invoice: counted from its day or from the end of a month, or from a step that is
 */
gboolean acq_scenario_step_day (const AcqScenario *self, gsize step, int *ret_day);

G_END_DECLS
