/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario-check.h"

static const char *const flaw_codes[] = {
  "no_steps", "too_many_steps", "interval", "levels",     "code",       "offset",         "anchor",
  "order",    "amount",         "gap",      "tone_falls", "tone_jumps", "notice_not_last", "automatic",
};

ACQ_DEFINE_CODES (AcqScenarioFlawKind, acq_scenario_flaw_kind, flaw_codes)

gboolean
acq_scenario_flaw_is_error (const AcqScenarioFlaw *self)
{
  return self->kind < ACQ_SCENARIO_FLAW_GAP;
}

static void
add (GArray *flaws, AcqScenarioFlawKind kind, int step, int days, int limit)
{
  AcqScenarioFlaw flaw = { kind, step, days, limit };

  g_array_append_val (flaws, flaw);
}

gboolean
acq_scenario_step_day (const AcqScenario *self, gsize step, int *ret_day)
{
  int day = 0;

  /* Back to the last step that counts from the due day itself. */
  for (gsize i = step + 1; i-- > 0;)
    {
      day += CLAMP (self->steps[i].offset, -ACQ_SCENARIO_MAX_OFFSET, ACQ_SCENARIO_MAX_OFFSET);
      if (self->steps[i].anchor == ACQ_ANCHOR_DUE)
        {
          *ret_day = day;
          return TRUE;
        }
      if (self->steps[i].anchor != ACQ_ANCHOR_PREVIOUS)
        return FALSE;
      if (i == 0 || self->steps[i].level == 1)
        break;
    }
  *ret_day = day;
  return TRUE;
}

static void
check_whole (const AcqScenario *self, GArray *flaws)
{
  if (self->n_steps == 0)
    add (flaws, ACQ_SCENARIO_FLAW_NO_STEPS, ACQ_SCENARIO_WHOLE, 0, 1);
  if (self->n_steps > ACQ_SCENARIO_MAX_STEPS)
    add (flaws, ACQ_SCENARIO_FLAW_TOO_MANY_STEPS, ACQ_SCENARIO_WHOLE, (int) MIN (self->n_steps, G_MAXINT),
         ACQ_SCENARIO_MAX_STEPS);
  if (self->minimum_interval < 1 || self->minimum_interval > ACQ_SCENARIO_MAX_INTERVAL)
    add (flaws, ACQ_SCENARIO_FLAW_INTERVAL, ACQ_SCENARIO_WHOLE, self->minimum_interval,
         ACQ_SCENARIO_MAX_INTERVAL);
}

static gboolean
has_right_level (const AcqScenario *self, gsize index)
{
  int before = index > 0 ? self->steps[index - 1].level : 0;
  int level = self->steps[index].level;

  return level == before + 1 || (level == 0 && before == 0);
}

static void
check_code (const AcqScenario *self, gsize index, GArray *flaws)
{
  const char *code = self->steps[index].code;
  gboolean taken = code == NULL || code[0] == '\0';

  for (gsize i = 0; !taken && i < index; i++)
    taken = g_strcmp0 (self->steps[i].code, code) == 0;
  if (taken)
    add (flaws, ACQ_SCENARIO_FLAW_CODE, (int) index, 0, 0);
}

/* Counted from the due day, a step stands on the side of it that its level says; from another day, it comes after that. */
static gboolean
has_right_offset (const AcqStep *step)
{
  if (step->offset < -ACQ_SCENARIO_MAX_OFFSET || step->offset > ACQ_SCENARIO_MAX_OFFSET)
    return FALSE;
  if (step->anchor == ACQ_ANCHOR_DUE && step->level == 0)
    return step->offset < 0;
  if (step->offset < 0)
    return FALSE;
  return step->offset > 0 || step->anchor == ACQ_ANCHOR_ISSUED || step->anchor == ACQ_ANCHOR_MONTH_END;
}

static gboolean
has_right_anchor (const AcqStep *step)
{
  if (step->anchor == ACQ_ANCHOR_DUE)
    return TRUE;
  return (step->anchor == ACQ_ANCHOR_ISSUED) == (step->level == 0);
}

static void
check_place (const AcqScenario *self, gsize index, GArray *flaws)
{
  const AcqStep *step = &self->steps[index];
  int day, before;

  if (!has_right_anchor (step))
    add (flaws, ACQ_SCENARIO_FLAW_ANCHOR, (int) index, 0, 0);
  else if (!has_right_offset (step))
    add (flaws, ACQ_SCENARIO_FLAW_OFFSET, (int) index, step->offset, ACQ_SCENARIO_MAX_OFFSET);
  else if (index > 0 && has_right_offset (step - 1) && acq_scenario_step_day (self, index, &day)
           && acq_scenario_step_day (self, index - 1, &before))
    {
      if (day <= before)
        add (flaws, ACQ_SCENARIO_FLAW_ORDER, (int) index, day, before);
      else if (day - before < self->minimum_interval)
        add (flaws, ACQ_SCENARIO_FLAW_GAP, (int) index, day - before, self->minimum_interval);
    }
}

/* A proposal is a hand held out at any time: it is neither milder nor firmer. */
static int
severity (AcqTone tone)
{
  return tone == ACQ_TONE_PROPOSAL ? -1 : (int) tone;
}

static void
check_tone (const AcqScenario *self, gsize index, GArray *flaws)
{
  const AcqStep *step = &self->steps[index];
  int own = severity (step->tone), before = -1;

  for (gsize i = index; i-- > 0 && before < 0;)
    before = severity (self->steps[i].tone);
  if (index > 0 && self->steps[index - 1].tone == ACQ_TONE_FORMAL_NOTICE)
    add (flaws, ACQ_SCENARIO_FLAW_NOTICE_NOT_LAST, (int) index, 0, 0);
  else if (own >= 0 && own < before)
    add (flaws, ACQ_SCENARIO_FLAW_TONE_FALLS, (int) index, 0, 0);
  if (step->level == 1 && step->tone >= ACQ_TONE_LAST)
    add (flaws, ACQ_SCENARIO_FLAW_TONE_JUMPS, (int) index, 0, 0);
  if (step->mode == ACQ_MODE_AUTOMATIC
      && (step->tone == ACQ_TONE_FORMAL_NOTICE || step->channel == ACQ_CHANNEL_CALL))
    add (flaws, ACQ_SCENARIO_FLAW_AUTOMATIC, (int) index, 0, 0);
}

GArray *
acq_scenario_check (const AcqScenario *self)
{
  GArray *flaws = g_array_new (FALSE, FALSE, sizeof (AcqScenarioFlaw));

  check_whole (self, flaws);
  for (gsize i = 0; i < MIN (self->n_steps, (gsize) ACQ_SCENARIO_MAX_STEPS); i++)
    {
      if (!has_right_level (self, i))
        add (flaws, ACQ_SCENARIO_FLAW_LEVELS, (int) i, self->steps[i].level, 0);
      check_code (self, i, flaws);
      check_place (self, i, flaws);
      if (self->steps[i].condition.minimum_amount < 0)
        add (flaws, ACQ_SCENARIO_FLAW_AMOUNT, (int) i, 0, 0);
      check_tone (self, i, flaws);
    }
  return flaws;
}

gboolean
acq_scenario_is_valid (const AcqScenario *self)
{
  g_autoptr (GArray) flaws = acq_scenario_check (self);

  for (guint i = 0; i < flaws->len; i++)
    if (acq_scenario_flaw_is_error (&g_array_index (flaws, AcqScenarioFlaw, i)))
      return FALSE;
  return TRUE;
}
