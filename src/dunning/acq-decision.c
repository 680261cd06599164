/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-decision.h"

static const char *const kind_codes[] = { "none", "hold", "remind" };

ACQ_DEFINE_CODES (AcqDecisionKind, acq_decision_kind, kind_codes)

#define BIT(reason) ((guint32) 1 << (reason))

/* Reasons that hold nothing back: there is nothing to be done yet, or any more. */
static const guint32 quiet_reasons = BIT (ACQ_REASON_PAID) | BIT (ACQ_REASON_BELOW_TOLERANCE)
                                     | BIT (ACQ_REASON_NOT_DUE) | BIT (ACQ_REASON_SCENARIO_FINISHED)
                                     | BIT (ACQ_REASON_BEFORE_DUE_DROPPED);

static AcqDay
end_of_interval (const AcqItemFacts *facts)
{
  return facts->last_message == ACQ_DAY_NONE ? ACQ_DAY_NONE
                                             : facts->last_message + facts->scenario->minimum_interval;
}

/* The first day after all blocks; FALSE where one of them has no end. */
static gboolean
find_end_of_blocks (const AcqReasons *blocks, AcqDay *ret_day)
{
  *ret_day = ACQ_DAY_NONE;
  for (int i = 0; i < ACQ_N_REASONS && blocks->codes != 0; i++)
    if (acq_reasons_has (blocks, (AcqReason) i))
      {
        if (blocks->until[i] == ACQ_DAY_NONE)
          return FALSE;
        *ret_day = MAX (*ret_day, blocks->until[i] + 1);
      }
  return TRUE;
}

/* ACQ_DAY_NONE is smaller than every day, so that it gives way to each. */
static void
find_day (AcqDecision *decision, const AcqItemFacts *facts, const AcqDunningSettings *settings, AcqDay today)
{
  AcqDay unblocked;

  decision->since = decision->day = ACQ_DAY_NONE;
  if (!find_end_of_blocks (&facts->blocks, &unblocked))
    return;
  decision->since = MAX (MAX (acq_item_facts_day_of_step (facts, decision->step), end_of_interval (facts)), unblocked);
  decision->day = acq_dunning_settings_next_sending_day (settings, MAX (decision->since, today));
}

/* The last day that belongs to the last step. */
static AcqDay
find_end_of_last_step (const AcqItemFacts *facts, const AcqDunningSettings *settings)
{
  if (facts->reached_on == ACQ_DAY_NONE)
    return facts->counted_from;
  return MAX (facts->counted_from, facts->noticed
                                     ? acq_dunning_settings_notice_deadline (settings, facts->reached_on)
                                     : facts->reached_on + facts->scenario->minimum_interval - 1);
}

/* Nothing is asked of the user that something else stands in the way of. */
static void
finish (AcqDecision *decision, const AcqItemFacts *facts, const AcqDunningSettings *settings, AcqDay today)
{
  AcqDay last = find_end_of_last_step (facts, settings);

  decision->sequel = acq_item_facts_sequel (facts);
  if ((decision->reasons.codes & ~BIT (ACQ_REASON_BEFORE_DUE_DROPPED)) != 0)
    return;
  if (last >= today)
    acq_reasons_add (&decision->reasons, ACQ_REASON_NOT_DUE, last);
  else
    acq_reasons_add (&decision->reasons, ACQ_REASON_SCENARIO_FINISHED, ACQ_DAY_NONE);
}

/* Sets the step and its day. Steps before the due day that cannot leave in time are passed over. */
static void
find_step (AcqDecision *decision, const AcqItemFacts *facts, const AcqDunningSettings *settings, AcqDay today)
{
  const AcqStep *before_due;

  for (guint i = 0; (before_due = acq_item_facts_next_before_due (facts, i)) != NULL; i++)
    {
      decision->step = before_due;
      find_day (decision, facts, settings, today);
      if (decision->day != ACQ_DAY_NONE ? decision->day <= facts->due : today <= facts->due)
        return;
      acq_reasons_add (&decision->reasons, ACQ_REASON_BEFORE_DUE_DROPPED, ACQ_DAY_NONE);
    }
  decision->step = acq_item_facts_next_step (facts);
  if (decision->step != NULL)
    find_day (decision, facts, settings, today);
  else
    finish (decision, facts, settings, today);
}

static void
explain_day (AcqDecision *decision, const AcqItemFacts *facts, AcqDay today)
{
  AcqDay step_day = acq_item_facts_day_of_step (facts, decision->step);
  AcqDay interval = end_of_interval (facts);

  if (step_day > today)
    acq_reasons_add (&decision->reasons, ACQ_REASON_NOT_DUE, step_day - 1);
  if (interval > today && interval > step_day)
    acq_reasons_add (&decision->reasons, ACQ_REASON_INTERVAL, interval - 1);
  if ((decision->reasons.codes & ~BIT (ACQ_REASON_BEFORE_DUE_DROPPED)) == 0 && decision->day != today)
    acq_reasons_add (&decision->reasons, ACQ_REASON_NOT_DUE,
                     decision->day == ACQ_DAY_NONE ? ACQ_DAY_NONE : decision->day - 1);
}

AcqDecision
acq_decide (const AcqItemFacts *facts, const AcqDunningSettings *settings, AcqDay today)
{
  AcqDecision decision = { ACQ_DECISION_NONE, NULL, ACQ_DAY_NONE, ACQ_DAY_NONE, .reasons = { 0 } };

  decision.reasons = acq_reasons_on (&facts->blocks, today);
  find_step (&decision, facts, settings, today);
  if (decision.step != NULL)
    explain_day (&decision, facts, today);
  if ((decision.reasons.codes & ~quiet_reasons) != 0)
    decision.kind = ACQ_DECISION_HOLD;
  else if ((decision.reasons.codes & ~BIT (ACQ_REASON_BEFORE_DUE_DROPPED)) == 0)
    decision.kind = ACQ_DECISION_REMIND;
  return decision;
}
