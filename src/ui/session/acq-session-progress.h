/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-session.h"

G_BEGIN_DECLS

/**
 * AcqSessionProgress:
 *
 * One segment for each customer of a session: done, put aside, on show, to come. Below it the same is said in words.
 */
#define ACQ_TYPE_SESSION_PROGRESS (acq_session_progress_get_type ())
G_DECLARE_FINAL_TYPE (AcqSessionProgress, acq_session_progress, ACQ, SESSION_PROGRESS, GtkWidget)

void acq_session_progress_show (AcqSessionProgress *self, AcqSession *session);

G_END_DECLS
