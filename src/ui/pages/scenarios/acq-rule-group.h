/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-scenario-draft.h"

G_BEGIN_DECLS

/**
 * AcqRuleGroup:
 *
 * Who gets a scenario: its rules in words, each of which can be changed and removed, and what else leads to it. Rules that
 * nobody can meet are pointed out. Each change is written to the draft at once.
 *
 * Properties: "draft" (nullable); "is-default" (gboolean): the company's scenario for customers without another; "summary"
 * (nullable string): how many get it, right of the title; "chosen-by-hand" (guint): for how many customers it was chosen.
 */
#define ACQ_TYPE_RULE_GROUP (acq_rule_group_get_type ())
G_DECLARE_FINAL_TYPE (AcqRuleGroup, acq_rule_group, ACQ, RULE_GROUP, GtkWidget)

GtkWidget *acq_rule_group_new (void);

void acq_rule_group_set_draft (AcqRuleGroup *self, AcqScenarioDraft *draft);

G_END_DECLS
