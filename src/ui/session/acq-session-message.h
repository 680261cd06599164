/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-queue-row.h"
#include "acq-session-case.h"

G_BEGIN_DECLS

/**
 * AcqSessionMessage:
 *
 * What leaves for the customer of a session, as it will look: the mail, the pages of the letter, or the guide for a call with
 * the number to dial. Its button activates "session.edit".
 */
#define ACQ_TYPE_SESSION_MESSAGE (acq_session_message_get_type ())
G_DECLARE_FINAL_TYPE (AcqSessionMessage, acq_session_message, ACQ, SESSION_MESSAGE, GtkWidget)

/* @details: (nullable): NULL while it is worked out, what was there pales */
void acq_session_message_show (AcqSessionMessage *self, AcqQueueRow *row, const AcqSessionCase *details);
/* Keys are shown where there is room. */
void acq_session_message_set_narrow (AcqSessionMessage *self, gboolean narrow);

G_END_DECLS
