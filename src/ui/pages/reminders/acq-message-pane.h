/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"
#include "acq-queue-row.h"

G_BEGIN_DECLS

/**
 * AcqMessagePane:
 *
 * One row of the queue with all that is looked at before it is decided: whom it goes to, why it leaves or is held back, what it
 * says; and what can be done.
 *
 * Actions: message.go (approve, print, note a call: whatever the row waits for), message.remedy (the first remedy of what is
 * held back), message.overrule, message.postpone (int days after), message.postpone-until, message.hold, message.note (sss),
 * message.print, message.save, message.accept, message.withdraw, message.copy, message.read, message.take-right,
 * message.open-customer.
 */
#define ACQ_TYPE_MESSAGE_PANE (acq_message_pane_get_type ())
G_DECLARE_FINAL_TYPE (AcqMessagePane, acq_message_pane, ACQ, MESSAGE_PANE, GtkWidget)

GtkWidget *acq_message_pane_new (AcqOpenCompany *company);

/* @row: (nullable): empties it */
void acq_message_pane_show (AcqMessagePane *self, AcqQueueRow *row);
/* Instead of a row: why there is none. */
void acq_message_pane_show_nothing (AcqMessagePane *self, const char *title, const char *description);
/* While the queue is worked out. */
void acq_message_pane_show_waiting (AcqMessagePane *self);
/* Nothing is decided on a row while a later queue is being worked out. */
void acq_message_pane_set_outdated (AcqMessagePane *self, gboolean outdated);
/* Whether all of the row is shown; FALSE while its text is being written. */
gboolean acq_message_pane_is_settled (AcqMessagePane *self);

G_END_DECLS
