/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-session.h"

G_BEGIN_DECLS

/**
 * AcqSessionEnd:
 *
 * What was done in a session, and who was not decided: those can be approved together, once their list was seen. Activates
 * "session.leave", "session.previous" and "win.undo". Signal "approve": the ticked ones.
 */
#define ACQ_TYPE_SESSION_END (acq_session_end_get_type ())
G_DECLARE_FINAL_TYPE (AcqSessionEnd, acq_session_end, ACQ, SESSION_END, GtkWidget)

void acq_session_end_show (AcqSessionEnd *self, AcqSession *session);
/* (transfer full) (element-type AcqPlanMessage): borrowed from the session's queue */
GPtrArray *acq_session_end_list_ticked (AcqSessionEnd *self, AcqSession *session);
/* Off while something is being changed. */
void acq_session_end_set_ready (AcqSessionEnd *self, gboolean ready);
/* Where Enter goes on. */
void acq_session_end_focus (AcqSessionEnd *self);

G_END_DECLS
