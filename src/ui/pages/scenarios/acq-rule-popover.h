/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-segment.h"

G_BEGIN_DECLS

/**
 * AcqRulePopover:
 *
 * Asks for one rule of who gets a scenario: what is asked of the customer, and the value.
 *
 * Signal "applied": the rule is whole, see acq_rule_popover_get_condition(); the popover closes.
 */
#define ACQ_TYPE_RULE_POPOVER (acq_rule_popover_get_type ())
G_DECLARE_FINAL_TYPE (AcqRulePopover, acq_rule_popover, ACQ, RULE_POPOVER, GtkPopover)

/* NULL: a new rule. */
void acq_rule_popover_set_condition (AcqRulePopover *self, const AcqSegmentCondition *condition);
/* FALSE as long as what is typed makes no rule. */
gboolean acq_rule_popover_get_condition (AcqRulePopover *self, AcqSegmentCondition *ret_condition);

G_END_DECLS
