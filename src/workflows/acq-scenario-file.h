/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "acq-scenario-book.h"

G_BEGIN_DECLS

/**
 * acq_scenario_file_read:
 *
 * Reads a scenario from a JSON file as acq_scenario_file_write() makes it: its name, its steps and who gets it. All of it or
 * nothing; what it does not know is refused rather than left out.
 *
 * Returns: (transfer full): to be checked by acq_scenario_check(); %NULL with ACQ_WORKFLOW_ERROR_UNREADABLE_FILE where the file
 *   cannot be read, or with ACQ_WORKFLOW_ERROR_BAD_SCENARIO_FILE: the message is the place ("steps[2].channel", or a line and a
 *   column where it is no JSON)
 */
AcqScenarioEntry *acq_scenario_file_read (const char *path, GError **error);

/* Replaces the file. Codes, days and amounts are those of the command line. */
gboolean acq_scenario_file_write (const AcqScenarioEntry *entry, const char *path, GError **error);

/* Adds the members "criterion" and "value" of one condition, as such a file has them, to the object at hand. */
void acq_scenario_file_add_condition (JsonBuilder *builder, const AcqSegmentCondition *condition);

G_END_DECLS
