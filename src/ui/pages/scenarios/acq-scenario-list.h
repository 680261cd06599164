/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-planning.h"

G_BEGIN_DECLS

/**
 * AcqScenarioList:
 *
 * The scenarios of a company: what each one is, how many customers have it, and what can be done with it. Activates
 * "scenario.edit", "scenario.duplicate", "scenario.default", "scenario.first", "scenario.export" and "scenario.remove" with the
 * code of one.
 */
#define ACQ_TYPE_SCENARIO_LIST (acq_scenario_list_get_type ())
G_DECLARE_FINAL_TYPE (AcqScenarioList, acq_scenario_list, ACQ, SCENARIO_LIST, GtkWidget)

void acq_scenario_list_show (AcqScenarioList *self, const AcqPlanning *planning);
/* Puts the focus on the row of that code. */
void acq_scenario_list_focus (AcqScenarioList *self, const char *code);

G_END_DECLS
