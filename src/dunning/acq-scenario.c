/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario.h"

static const char *const channel_codes[] = { "mail", "letter", "registered_letter", "call" };
static const char *const tone_codes[] = {
  "informative", "courteous", "firm", "proposal", "last", "formal_notice",
};
static const char *const mode_codes[] = { "confirm", "automatic" };
static const char *const anchor_codes[] = { "due", "issued", "previous", "month_end" };
static const char *const sequel_codes[] = { "ask", "formal_notice", "agency", "lawyer", "bailiff" };

ACQ_DEFINE_CODES (AcqChannel, acq_channel, channel_codes)
ACQ_DEFINE_CODES (AcqTone, acq_tone, tone_codes)
ACQ_DEFINE_CODES (AcqMode, acq_mode, mode_codes)
ACQ_DEFINE_CODES (AcqAnchor, acq_anchor, anchor_codes)
ACQ_DEFINE_CODES (AcqSequel, acq_sequel, sequel_codes)

AcqScenario *
acq_scenario_new (const char *code, const char *name, int minimum_interval, AcqSequel sequel,
                  const AcqStep *steps, gsize n_steps)
{
  AcqScenario *self = g_new0 (AcqScenario, 1);
  AcqStep *copies = g_new0 (AcqStep, n_steps);

  for (gsize i = 0; i < n_steps; i++)
    {
      copies[i] = steps[i];
      copies[i].code = g_strdup (steps[i].code);
    }
  self->code = g_strdup (code);
  self->name = g_strdup (name);
  self->minimum_interval = minimum_interval;
  self->sequel = sequel;
  self->steps = copies;
  self->n_steps = n_steps;
  return self;
}

AcqScenario *
acq_scenario_copy (const AcqScenario *self)
{
  return acq_scenario_new (self->code, self->name, self->minimum_interval, self->sequel, self->steps,
                           self->n_steps);
}

void
acq_scenario_free (AcqScenario *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < self->n_steps; i++)
    g_free ((char *) self->steps[i].code);
  g_free ((AcqStep *) self->steps);
  g_free ((char *) self->code);
  g_free ((char *) self->name);
  g_free (self);
}

static gboolean
condition_equal (const AcqStepCondition *a, const AcqStepCondition *b)
{
  return a->minimum_amount == b->minimum_amount && a->or_new_customer == b->or_new_customer
         && a->kinds == b->kinds;
}

static gboolean
step_equal (const AcqStep *a, const AcqStep *b)
{
  return g_strcmp0 (a->code, b->code) == 0 && a->level == b->level && a->offset == b->offset
         && a->channel == b->channel && a->fallback == b->fallback && a->tone == b->tone && a->mode == b->mode
         && a->anchor == b->anchor && a->role == b->role && condition_equal (&a->condition, &b->condition);
}

gboolean
acq_scenario_equal (const AcqScenario *self, const AcqScenario *other)
{
  if (self->minimum_interval != other->minimum_interval || self->sequel != other->sequel
      || self->n_steps != other->n_steps)
    return FALSE;
  for (gsize i = 0; i < self->n_steps; i++)
    if (!step_equal (&self->steps[i], &other->steps[i]))
      return FALSE;
  return TRUE;
}

const AcqStep *
acq_scenario_find_step_by_code (const AcqScenario *self, const char *code)
{
  for (gsize i = 0; code != NULL && i < self->n_steps; i++)
    if (g_str_equal (self->steps[i].code, code))
      return &self->steps[i];
  return NULL;
}

int
acq_scenario_last_reminder_level (const AcqScenario *self)
{
  int level = 0;

  for (gsize i = 0; i < self->n_steps; i++)
    if (self->steps[i].tone != ACQ_TONE_FORMAL_NOTICE)
      level = MAX (level, self->steps[i].level);
  return level;
}

int
acq_scenario_notice_level (const AcqScenario *self)
{
  for (gsize i = 0; i < self->n_steps; i++)
    if (self->steps[i].tone == ACQ_TONE_FORMAL_NOTICE)
      return self->steps[i].level;
  return acq_scenario_last_reminder_level (self) + 1;
}
