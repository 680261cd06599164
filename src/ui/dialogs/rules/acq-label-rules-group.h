/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * AcqLabelRulesGroup:
 *
 * The rules for labels that are never a customer's, each with how many lines it leaves out; to add and to take back. Follows the
 * company.
 */
#define ACQ_TYPE_LABEL_RULES_GROUP (acq_label_rules_group_get_type ())
G_DECLARE_FINAL_TYPE (AcqLabelRulesGroup, acq_label_rules_group, ACQ, LABEL_RULES_GROUP, AdwPreferencesGroup)

GtkWidget *acq_label_rules_group_new (AcqOpenCompany *company);

G_END_DECLS
