/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"

G_BEGIN_DECLS

typedef enum
{
  ACQ_CHANNEL_MAIL,
  ACQ_CHANNEL_LETTER,
  ACQ_CHANNEL_REGISTERED_LETTER,
  ACQ_CHANNEL_CALL,
} AcqChannel;

ACQ_DECLARE_CODES (AcqChannel, acq_channel)

/* What a message sounds like, which chooses its model. */
typedef enum
{
  ACQ_TONE_INFORMATIVE, /* before the due day */
  ACQ_TONE_COURTEOUS,
  ACQ_TONE_FIRM,
  ACQ_TONE_PROPOSAL, /* offers a payment plan */
  ACQ_TONE_LAST,     /* announces the formal notice */
  ACQ_TONE_FORMAL_NOTICE,
} AcqTone;

ACQ_DECLARE_CODES (AcqTone, acq_tone)

typedef enum
{
  ACQ_MODE_CONFIRM,
  ACQ_MODE_AUTOMATIC,
} AcqMode;

ACQ_DECLARE_CODES (AcqMode, acq_mode)

/* One step. Its number is its level: 0 before the due day (one such step at most), then 1, 2… without a gap. */
typedef struct
{
  const char *code;
  int level;
  int offset; /* days after the due day; below zero for level 0 */
  AcqChannel channel;
  AcqChannel fallback; /* where the recipient has no contact for the channel; may be the channel itself */
  AcqTone tone;
  AcqMode mode; /* a formal notice is never automatic, whatever stands here */
} AcqStep;

/**
 * AcqScenario:
 *
 * The steps that an unpaid due item goes through, by level and by day.
 */
typedef struct
{
  const char *code;
  int
    minimum_interval; /* days between two messages to one recipient, counting all that he gets; at least 1 */
  const AcqStep *steps; /* (array length=n_steps) */
  gsize n_steps;
} AcqScenario;

/* NULL where there is none of that level. */
const AcqStep *acq_scenario_find_step (const AcqScenario *self, int level);
/* Levels in order and without a gap, days in order, one step before the due day at most. */
gboolean acq_scenario_is_valid (const AcqScenario *self);

/* The presets: "standard" (what a new company has), "progressive", "formal". */
const AcqScenario *acq_scenario_standard (void);
/* (array length=ret_n) */
const AcqScenario *acq_scenario_presets (gsize *ret_n);
/* NULL for an unknown code. */
const AcqScenario *acq_scenario_find_preset (const char *code);

G_END_DECLS
