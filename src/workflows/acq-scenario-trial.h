/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-planning.h"

G_BEGIN_DECLS

/* How far a trial looks ahead, and how far its first figure counts, in days from today. */
#define ACQ_SCENARIO_TRIAL_DAYS 90
#define ACQ_SCENARIO_TRIAL_SOON 30

/* One message that would leave. */
typedef struct
{
  gint64 customer_id; /* the recipient */
  char *code; /* of the recipient */
  char *name;
  AcqDay day;
  AcqTone tone;
  AcqChannel channel;
  gint64 total; /* minor units of the currency */
  AcqCurrency currency;
  gboolean lacks_contact;
  gboolean differs; /* the scenario as it is kept would not send it */
} AcqTrialMessage;

/**
 * AcqScenarioTrial:
 *
 * What a scenario that is being edited would do on the company's own file, nothing of which leaves or is kept: the plan of the
 * coming days with the scenario in place of the kept one. Holds nothing of the planning that it was made of.
 */
typedef struct
{
  AcqDay today;
  GArray *messages; /* (element-type AcqTrialMessage) that go through the scenario, by day */
  GArray *dropped;  /* (element-type AcqTrialMessage) those of the kept one that would not leave any more */
  guint n_soon;     /* messages in the first thirty days, today included */
  guint n_soon_saved; /* of the kept scenario */
  guint n_customers;  /* who get it */
  guint n_all;        /* customers of the company */
  guint n_chosen;     /* of those who get it: by the user's choice */
  guint n_without_mail; /* recipients in the messages who lack what their message needs */
  guint n_without_phone;
  guint n_without_address;
} AcqScenarioTrial;

/**
 * acq_scenario_trial_new:
 * @entry: a scenario that can be used: no flaw of it is an error
 * @saved: (nullable): as it is kept; %NULL for one that is not
 *
 * Not for the main loop. The planning is only read.
 */
AcqScenarioTrial *acq_scenario_trial_new (const AcqPlanning *planning, const AcqScenarioEntry *entry,
                                          const AcqScenarioEntry *saved);
void acq_scenario_trial_free (AcqScenarioTrial *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqScenarioTrial, acq_scenario_trial_free)

/* Messages that leave in a week, the first of which begins on the Monday of today's week; or from Saturday on, on the next. */
guint acq_scenario_trial_count_week (const AcqScenarioTrial *self, guint week);
/* The Monday of that week. */
AcqDay acq_scenario_trial_week_start (const AcqScenarioTrial *self, guint week);

G_END_DECLS
