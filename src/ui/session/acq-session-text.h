/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-session-case.h"
#include "acq-session.h"

G_BEGIN_DECLS

/* What a session says, in the user's language. Free what is not const. */

/* "3 approved, 1 put off · 8,242.40 € reminded"; "" before anything is done. */
char *acq_session_text_done (AcqSession *session);
/* "8 customers left, about 6 minutes"; "" at the end. */
char *acq_session_text_left (AcqSession *session);
/* "5 of 12 · Brasserie du Port". */
char *acq_session_text_place (AcqSession *session);
/* What was done with one customer: "Approved · e-mail". */
char *acq_session_text_deed (const AcqSessionDeed *deed);
/* Why one has left the session: "Paid meanwhile: nothing leaves for Brasserie du Port". */
char *acq_session_text_gone (const GPtrArray *left);
/* "Departure on Monday 23 November". */
char *acq_session_text_departure (const AcqPlanMessage *message, AcqDay today);
/* "Luc Meunier · 03 53 01 40 12"; "" where nobody is known. */
char *acq_session_text_contact (const AcqPlanMessage *message);
/* "+ 6 days", and "after the due day"; "Not known yet", and why. */
char *acq_session_text_habit (const AcqCustomerFigures *figures, const char **ret_words);
/* "1 invoice, 10 days". */
char *acq_session_text_age (const AcqQueueMessage *queued);
/* "of 5,000 € allowed"; how many invoices are open where there is no limit, or where they are those of several customers. */
char *acq_session_text_limit (const AcqCustomerFigures *figures, gboolean several);
/* How many messages may not leave yet for what they lack; NULL: none. */
char *acq_session_text_needs (const AcqQueue *queue);

G_END_DECLS
