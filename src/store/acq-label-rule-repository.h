/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"
#include "acq-label-rule.h"

G_BEGIN_DECLS

/* (element-type AcqLabelRule) (transfer full): in the order in which they were made. */
GPtrArray *acq_label_rule_repository_list (AcqConnection *connection, GError **error);
/* Keeps a new rule and sets its id. One with the same words is not kept twice: the id is that of the first then. */
gboolean acq_label_rule_repository_insert (AcqConnection *connection, AcqLabelRule *rule, AcqDay day, GError **error);
/* Removes it and lets the lines that it had left out be receipts again. */
gboolean acq_label_rule_repository_remove (AcqConnection *connection, gint64 id, GError **error);

/* Leaves a bank line out by a rule. */
gboolean acq_label_rule_repository_apply (AcqConnection *connection, gint64 id, gint64 transaction_id, GError **error);
/* How many lines each rule leaves out: (element-type gint64): parallel to the list above. */
GArray *acq_label_rule_repository_count (AcqConnection *connection, GError **error);

G_END_DECLS
