/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario.h"

static const char *const channel_codes[] = { "mail", "letter", "registered_letter", "call" };
static const char *const tone_codes[] = {
  "informative", "courteous", "firm", "proposal", "last", "formal_notice",
};
static const char *const mode_codes[] = { "confirm", "automatic" };

ACQ_DEFINE_CODES (AcqChannel, acq_channel, channel_codes)
ACQ_DEFINE_CODES (AcqTone, acq_tone, tone_codes)
ACQ_DEFINE_CODES (AcqMode, acq_mode, mode_codes)

static const AcqStep standard_steps[] = {
  { "first_reminder", 1, 3, ACQ_CHANNEL_MAIL, ACQ_CHANNEL_MAIL, ACQ_TONE_COURTEOUS, ACQ_MODE_CONFIRM },
  { "second_reminder", 2, 10, ACQ_CHANNEL_MAIL, ACQ_CHANNEL_MAIL, ACQ_TONE_FIRM, ACQ_MODE_CONFIRM },
  { "last_reminder", 3, 30, ACQ_CHANNEL_MAIL, ACQ_CHANNEL_CALL, ACQ_TONE_LAST, ACQ_MODE_CONFIRM },
};

static const AcqStep progressive_steps[] = {
  { "before_due", 0, -5, ACQ_CHANNEL_MAIL, ACQ_CHANNEL_MAIL, ACQ_TONE_INFORMATIVE, ACQ_MODE_CONFIRM },
  { "first_reminder", 1, 1, ACQ_CHANNEL_MAIL, ACQ_CHANNEL_MAIL, ACQ_TONE_COURTEOUS, ACQ_MODE_CONFIRM },
  { "call", 2, 7, ACQ_CHANNEL_CALL, ACQ_CHANNEL_CALL, ACQ_TONE_COURTEOUS, ACQ_MODE_CONFIRM },
  { "proposal", 3, 14, ACQ_CHANNEL_MAIL, ACQ_CHANNEL_MAIL, ACQ_TONE_PROPOSAL, ACQ_MODE_CONFIRM },
  { "last_notice", 4, 30, ACQ_CHANNEL_MAIL, ACQ_CHANNEL_LETTER, ACQ_TONE_LAST, ACQ_MODE_CONFIRM },
};

static const AcqStep formal_steps[] = {
  { "first_reminder", 1, 8, ACQ_CHANNEL_MAIL, ACQ_CHANNEL_LETTER, ACQ_TONE_COURTEOUS, ACQ_MODE_CONFIRM },
  { "second_reminder", 2, 22, ACQ_CHANNEL_MAIL, ACQ_CHANNEL_LETTER, ACQ_TONE_FIRM, ACQ_MODE_CONFIRM },
  { "last_reminder", 3, 37, ACQ_CHANNEL_MAIL, ACQ_CHANNEL_LETTER, ACQ_TONE_LAST, ACQ_MODE_CONFIRM },
  { "formal_notice", 4, 45, ACQ_CHANNEL_REGISTERED_LETTER, ACQ_CHANNEL_REGISTERED_LETTER,
    ACQ_TONE_FORMAL_NOTICE, ACQ_MODE_CONFIRM },
};

static const AcqScenario presets[] = {
  { "standard", 7, standard_steps, G_N_ELEMENTS (standard_steps) },
  { "progressive", 6, progressive_steps, G_N_ELEMENTS (progressive_steps) },
  { "formal", 7, formal_steps, G_N_ELEMENTS (formal_steps) },
};

const AcqStep *
acq_scenario_find_step (const AcqScenario *self, int level)
{
  for (gsize i = 0; i < self->n_steps; i++)
    if (self->steps[i].level == level)
      return &self->steps[i];
  return NULL;
}

gboolean
acq_scenario_is_valid (const AcqScenario *self)
{
  if (self->n_steps == 0 || self->minimum_interval < 1 || self->steps[0].level > 1)
    return FALSE;
  for (gsize i = 0; i < self->n_steps; i++)
    {
      const AcqStep *step = &self->steps[i];

      if (step->level < 0 || (step->level == 0) != (step->offset < 0))
        return FALSE;
      if (i > 0 && (step->level != step[-1].level + 1 || step->offset <= step[-1].offset))
        return FALSE;
    }
  return TRUE;
}

const AcqScenario *
acq_scenario_standard (void)
{
  return &presets[0];
}

const AcqScenario *
acq_scenario_presets (gsize *ret_n)
{
  *ret_n = G_N_ELEMENTS (presets);
  return presets;
}

const AcqScenario *
acq_scenario_find_preset (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_strcmp0 (presets[i].code, code) == 0)
      return &presets[i];
  return NULL;
}
