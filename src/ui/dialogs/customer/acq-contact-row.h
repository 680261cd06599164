/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "acq-customer.h"

G_BEGIN_DECLS

/**
 * AcqContactRow:
 *
 * One contact of a customer, to be changed: role, name, e-mail, phone. Signal "remove": it is to be taken away.
 */
#define ACQ_TYPE_CONTACT_ROW (acq_contact_row_get_type ())
G_DECLARE_FINAL_TYPE (AcqContactRow, acq_contact_row, ACQ, CONTACT_ROW, AdwExpanderRow)

/* @contact: (nullable): what is there already; a new one is open */
GtkWidget *acq_contact_row_new (const AcqContact *contact);
/* What was typed, as it stands. */
AcqContact *acq_contact_row_read (AcqContactRow *self);
/* Marks what is wrong, and leads the keyboard there. */
void acq_contact_row_mark (AcqContactRow *self, gboolean email);
void acq_contact_row_unmark (AcqContactRow *self);

G_END_DECLS
