/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * acq_label_rule_dialog_present:
 * @transaction: (nullable): a bank line whose payer is proposed; only its texts are read
 *
 * Asks for the words of labels that are never a customer's, shows at once which lines that would leave out, and makes the rule.
 */
void acq_label_rule_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const AcqTransaction *transaction);

G_END_DECLS
