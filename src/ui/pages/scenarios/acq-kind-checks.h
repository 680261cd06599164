/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcqKindChecks:
 *
 * One check button for each kind of customer. Property "kinds": a set of ACQ_CUSTOMER_KIND_BIT.
 */
#define ACQ_TYPE_KIND_CHECKS (acq_kind_checks_get_type ())
G_DECLARE_FINAL_TYPE (AcqKindChecks, acq_kind_checks, ACQ, KIND_CHECKS, GtkWidget)

guint acq_kind_checks_get_kinds (AcqKindChecks *self);
void acq_kind_checks_set_kinds (AcqKindChecks *self, guint kinds);

G_END_DECLS
