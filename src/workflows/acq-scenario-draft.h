/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "acq-scenario-book.h"

G_BEGIN_DECLS

/* No step is chosen. */
#define ACQ_SCENARIO_DRAFT_NONE G_MAXUINT

/**
 * AcqScenarioDraft:
 *
 * A scenario while it is edited: nothing is kept before acq_scenarios_save() gets its entry. The steps stay in the order of their
 * days, those before the due day first, and their levels follow from it: whoever edits cannot make a hole.
 *
 * Properties: "modified", "can-undo" and "selected", the index of the chosen step or %ACQ_SCENARIO_DRAFT_NONE.
 * Signal "changed": after anything of the scenario or of who gets it changed; what was borrowed before is gone by then.
 */
#define ACQ_TYPE_SCENARIO_DRAFT (acq_scenario_draft_get_type ())
G_DECLARE_FINAL_TYPE (AcqScenarioDraft, acq_scenario_draft, ACQ, SCENARIO_DRAFT, GObject)

/* Of a copy of it, with the first step chosen. @is_new: it was never kept, so it counts as modified. */
AcqScenarioDraft *acq_scenario_draft_new (const AcqScenarioEntry *entry, gboolean is_new);

/* As it is now; borrowed until the next change. */
const AcqScenarioEntry *acq_scenario_draft_get_entry (const AcqScenarioDraft *self);
const AcqScenario *acq_scenario_draft_get_scenario (const AcqScenarioDraft *self);

gboolean acq_scenario_draft_get_modified (const AcqScenarioDraft *self);
gboolean acq_scenario_draft_get_can_undo (const AcqScenarioDraft *self);
/* Takes the last change back; changes of one value of one step in a row count as one. */
void acq_scenario_draft_undo (AcqScenarioDraft *self);
/* What stands now is what is kept. */
void acq_scenario_draft_mark_saved (AcqScenarioDraft *self);

guint acq_scenario_draft_get_selected (const AcqScenarioDraft *self);
/* Beyond the last step: none. */
void acq_scenario_draft_select (AcqScenarioDraft *self, guint step);

/**
 * acq_scenario_draft_step_place:
 * @ret_day: days after the due day, below zero before it
 *
 * Where the step stands on the time line.
 *
 * Returns: %FALSE where that depends on the invoice, and the place is the one of an invoice of thirty days due in mid-month
 */
gboolean acq_scenario_draft_step_place (const AcqScenarioDraft *self, guint step, int *ret_day);

/**
 * acq_scenario_draft_move_step:
 * @day: after the due day, below zero before it
 *
 * Puts it there, or as near as it can go: it stays on its side of the due day and between its neighbours.
 *
 * Returns: the day on which it stands now
 */
int acq_scenario_draft_move_step (AcqScenarioDraft *self, guint step, int day);

/* Replaces what a step does: its code and level stay, and it stays on its side of the due day. The place is taken as given. */
void acq_scenario_draft_set_step (AcqScenarioDraft *self, guint index, const AcqStep *step);
/* Counts its day from another one and leaves it where it stands, as well as that can be said. One that its side of the due day
   does not have changes nothing. */
void acq_scenario_draft_set_anchor (AcqScenarioDraft *self, guint index, AcqAnchor anchor);

/* Adds one after the chosen step, as soon as the rule on intervals allows, and chooses it. Nothing happens, and
   ACQ_SCENARIO_DRAFT_NONE comes back, where no step more is allowed. */
guint acq_scenario_draft_add_step (AcqScenarioDraft *self);
/* Adds one five days before the due day, or before the earliest that is there, and chooses it. */
guint acq_scenario_draft_add_step_before_due (AcqScenarioDraft *self);
void acq_scenario_draft_remove_step (AcqScenarioDraft *self, guint index);

void acq_scenario_draft_set_name (AcqScenarioDraft *self, const char *name);
/* In days. */
void acq_scenario_draft_set_minimum_interval (AcqScenarioDraft *self, int days);
void acq_scenario_draft_set_sequel (AcqScenarioDraft *self, AcqSequel sequel);

/* Index of the number of conditions: one more. */
void acq_scenario_draft_set_condition (AcqScenarioDraft *self, guint index, const AcqSegmentCondition *condition);
void acq_scenario_draft_remove_condition (AcqScenarioDraft *self, guint index);

G_END_DECLS
