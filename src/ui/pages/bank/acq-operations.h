/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * AcqOperations:
 *
 * All bank lines of all accounts, narrowed down by chips and by a text. They are read when they are first looked at. Property:
 * "company" (AcqOpenCompany, construct-only).
 */
#define ACQ_TYPE_OPERATIONS (acq_operations_get_type ())
G_DECLARE_FINAL_TYPE (AcqOperations, acq_operations, ACQ, OPERATIONS, GtkWidget)

GtkWidget *acq_operations_new (AcqOpenCompany *company);
/* "" for all. */
void acq_operations_set_search (AcqOperations *self, const char *text);
/* Shows a bank line among all others. */
void acq_operations_open (AcqOperations *self, gint64 transaction_id);
/* Whether what is on show is what was asked for. */
gboolean acq_operations_is_settled (AcqOperations *self);
guint acq_operations_get_n_shown (AcqOperations *self);

G_END_DECLS
