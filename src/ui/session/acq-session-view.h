/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"
#include "acq-session.h"

G_BEGIN_DECLS

/**
 * AcqSessionView:
 *
 * The reminder session: one customer after the other, the largest first, each with what is owed, what happened and what is to
 * leave, and all of it by single keys, which text fields keep to themselves while they have the focus.
 *
 * Actions: session.go (approve, print or note the call: whatever the message waits for), session.promise, session.dispute,
 * session.call, session.answer, session.hold (each opens a popover above its button), session.later, session.edit,
 * session.next, session.previous, session.end, session.open-customer, session.leave.
 *
 * Property "company" (AcqOpenCompany). Signal "left": the user wants to be back among the pages.
 */
#define ACQ_TYPE_SESSION_VIEW (acq_session_view_get_type ())
G_DECLARE_FINAL_TYPE (AcqSessionView, acq_session_view, ACQ, SESSION_VIEW, GtkWidget)

GtkWidget *acq_session_view_new (AcqOpenCompany *company);

/* Borrowed. */
AcqSession *acq_session_view_get_session (AcqSessionView *self);
/* Whether all of it is shown; FALSE while something is worked out. */
gboolean acq_session_view_is_settled (AcqSessionView *self);

G_END_DECLS
