/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario.h"

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

/* A private person is called before anything sounds like a threat, and has three weeks from the last reminder. */
static const AcqStep consumer_steps[] = {
  { "first_reminder", 1, 7, ACQ_CHANNEL_MAIL, ACQ_CHANNEL_LETTER, ACQ_TONE_COURTEOUS, ACQ_MODE_CONFIRM },
  { "call", 2, 15, ACQ_CHANNEL_CALL, ACQ_CHANNEL_LETTER, ACQ_TONE_COURTEOUS, ACQ_MODE_CONFIRM },
  { "proposal", 3, 25, ACQ_CHANNEL_MAIL, ACQ_CHANNEL_LETTER, ACQ_TONE_PROPOSAL, ACQ_MODE_CONFIRM },
  { "last_reminder", 4, 40, ACQ_CHANNEL_LETTER, ACQ_CHANNEL_MAIL, ACQ_TONE_LAST, ACQ_MODE_CONFIRM },
};

/* Counted from the end of the legal delay. The accounts department first, then whoever ordered. */
static const AcqStep public_body_steps[] = {
  { "first_reminder", 1, 5, ACQ_CHANNEL_MAIL, ACQ_CHANNEL_LETTER, ACQ_TONE_COURTEOUS, ACQ_MODE_CONFIRM },
  { "call", 2, 15, ACQ_CHANNEL_CALL, ACQ_CHANNEL_MAIL, ACQ_TONE_COURTEOUS, ACQ_MODE_CONFIRM },
  { "second_reminder", 3, 30, ACQ_CHANNEL_MAIL, ACQ_CHANNEL_LETTER, ACQ_TONE_FIRM, ACQ_MODE_CONFIRM,
    .role = ACQ_CONTACT_ROLE_ORDERS },
  { "last_reminder", 4, 45, ACQ_CHANNEL_LETTER, ACQ_CHANNEL_MAIL, ACQ_TONE_LAST, ACQ_MODE_CONFIRM,
    .role = ACQ_CONTACT_ROLE_DIRECTS },
};

static const AcqScenario presets[] = {
  { "standard", NULL, 7, standard_steps, G_N_ELEMENTS (standard_steps), ACQ_SEQUEL_ASK },
  { "progressive", NULL, 6, progressive_steps, G_N_ELEMENTS (progressive_steps), ACQ_SEQUEL_ASK },
  { "formal", NULL, 7, formal_steps, G_N_ELEMENTS (formal_steps), ACQ_SEQUEL_ASK },
  { "consumer", NULL, 7, consumer_steps, G_N_ELEMENTS (consumer_steps), ACQ_SEQUEL_ASK },
  { "public_body", NULL, 7, public_body_steps, G_N_ELEMENTS (public_body_steps), ACQ_SEQUEL_ASK },
};

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
