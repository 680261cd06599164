/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-message-case.h"
#include "acq-queue-row.h"

G_BEGIN_DECLS

/**
 * AcqMessageHead:
 *
 * Above a message: the customer, what it is, and how much is at stake. Its arrow activates "message.open-customer".
 */
#define ACQ_TYPE_MESSAGE_HEAD (acq_message_head_get_type ())
G_DECLARE_FINAL_TYPE (AcqMessageHead, acq_message_head, ACQ, MESSAGE_HEAD, GtkWidget)

void acq_message_head_show (AcqMessageHead *self, AcqQueueRow *row);
/* How the customer pays, once that is known. */
void acq_message_head_show_case (AcqMessageHead *self, const AcqMessageCase *details);

G_END_DECLS
