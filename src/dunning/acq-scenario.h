/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"
#include "acq-customer.h"

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

/* What the day of a step is counted from. */
typedef enum
{
  ACQ_ANCHOR_DUE,       /* the due day, or a later end of the legal delay */
  ACQ_ANCHOR_ISSUED,    /* the invoice's day: before the due day only */
  ACQ_ANCHOR_PREVIOUS,  /* the day on which the step before was taken: after the due day only */
  ACQ_ANCHOR_MONTH_END, /* the last day of the due day's month: after the due day only */
} AcqAnchor;

ACQ_DECLARE_CODES (AcqAnchor, acq_anchor)

/* Which invoices have a step; the others pass it over, as if it were not there. All zero: all of them. */
typedef struct
{
  gint64 minimum_amount;     /* asked of the invoice, in minor units of its currency */
  gboolean or_new_customer;  /* those of a customer who has not paid anything yet have it whatever the amount */
  guint kinds;               /* bits of ACQ_CUSTOMER_KIND_BIT; 0: of all kinds */
} AcqStepCondition;

/* One step. Its number is its level: 0 for each before the due day, then 1, 2… without a gap. */
typedef struct
{
  const char *code;
  int level;
  int offset; /* days from the anchor; below zero for level 0 counted from the due day */
  AcqChannel channel;
  AcqChannel fallback; /* where the recipient has no contact for the channel; may be the channel itself */
  AcqTone tone;
  AcqMode mode; /* a formal notice is never automatic, whatever stands here */
  AcqAnchor anchor;
  AcqContactRole role; /* to whom: who pays, who ordered, the boss */
  AcqStepCondition condition;
} AcqStep;

/* To whom a customer is handed over once all steps are done and nothing came. */
typedef enum
{
  ACQ_SEQUEL_ASK, /* the user decides each time */
  ACQ_SEQUEL_FORMAL_NOTICE,
  ACQ_SEQUEL_AGENCY,
  ACQ_SEQUEL_LAWYER,
  ACQ_SEQUEL_BAILIFF, /* commissaire de justice */
} AcqSequel;

ACQ_DECLARE_CODES (AcqSequel, acq_sequel)

#define ACQ_SCENARIO_MAX_STEPS    40
#define ACQ_SCENARIO_MAX_OFFSET   730
#define ACQ_SCENARIO_MAX_INTERVAL 90

/**
 * AcqScenario:
 *
 * The steps that an unpaid due item goes through, by level and by day. Presets are constants; those that
 * acq_scenario_new() and acq_scenario_copy() make own what they hold.
 */
typedef struct
{
  const char *code;
  const char *name; /* as the user calls it; NULL: a preset, named by its code */
  int
    minimum_interval; /* days between two messages to one recipient, counting all that he gets; at least 1 */
  const AcqStep *steps; /* (array length=n_steps) */
  gsize n_steps;
  AcqSequel sequel;
} AcqScenario;

/* Copies all of it. */
AcqScenario *acq_scenario_new (const char *code, const char *name, int minimum_interval, AcqSequel sequel,
                               const AcqStep *steps, gsize n_steps);
AcqScenario *acq_scenario_copy (const AcqScenario *self);
/* Only for one that was made by the two above. */
void acq_scenario_free (AcqScenario *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqScenario, acq_scenario_free)

/* The same in all that reminders depend on, names aside. */
gboolean acq_scenario_equal (const AcqScenario *self, const AcqScenario *other);

/* The step of that code; NULL where there is none. */
const AcqStep *acq_scenario_find_step_by_code (const AcqScenario *self, const char *code);
/* The level after which only a formal notice is left; 0 where there is no reminder. */
int acq_scenario_last_reminder_level (const AcqScenario *self);
/* The level of a formal notice: the scenario's own step, else the one after its last reminder. */
int acq_scenario_notice_level (const AcqScenario *self);

/* The presets: "standard" (what a new company has), "progressive", "formal", "consumer", "public_body". */
const AcqScenario *acq_scenario_standard (void);
/* (array length=ret_n) */
const AcqScenario *acq_scenario_presets (gsize *ret_n);
/* NULL for an unknown code. */
const AcqScenario *acq_scenario_find_preset (const char *code);

G_END_DECLS
