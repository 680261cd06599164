/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/* Asks when an approved letter was, or will be, posted, and for the number of a registered one, and keeps that its invoices
   were reminded. The number may follow later. @recipient_id: as in acq_approval_withdraw() */
void acq_posting_dialog_present (GtkWindow *parent, AcqOpenCompany *company, gint64 message_id,
                                 gint64 recipient_id, gboolean registered);

/* Asks the same of a formal notice that stood in no queue. @numbers: (element-type utf8), its invoices. */
void acq_posting_dialog_present_notice (GtkWindow *parent, AcqOpenCompany *company, const char *customer,
                                        const GPtrArray *numbers);

G_END_DECLS
