/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-message-options.h"
#include "acq-open-company.h"
#include "acq-session-answer.h"

G_BEGIN_DECLS

/**
 * AcqSessionBar:
 *
 * What can be answered about the customer of a session, each with its key, and the one suggested step. The answers open a
 * popover above their button; the others activate "session.later" and "session.go".
 *
 * Signals: "kept" (AcqSessionAnswer): the company file holds an answer; "closed": no popover is open any more.
 */
#define ACQ_TYPE_SESSION_BAR (acq_session_bar_get_type ())
G_DECLARE_FINAL_TYPE (AcqSessionBar, acq_session_bar, ACQ, SESSION_BAR, GtkWidget)

/* @row: (nullable): about which one is asked; NULL while nothing can be decided */
void acq_session_bar_show (AcqSessionBar *self, AcqOpenCompany *company, AcqQueueRow *row,
                           const AcqMessageOptions *options);
/* Opens the popover of an answer: PROMISED, DISPUTED, CALLED, ANSWERED or HELD. */
void acq_session_bar_ask (AcqSessionBar *self, AcqSessionState state);
gboolean acq_session_bar_is_asking (AcqSessionBar *self);
/* Keys are shown where there is room. */
void acq_session_bar_set_narrow (AcqSessionBar *self, gboolean narrow);

G_END_DECLS
