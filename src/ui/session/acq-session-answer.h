/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"
#include "acq-queue-row.h"
#include "acq-session.h"

G_BEGIN_DECLS

/**
 * AcqSessionAnswer:
 *
 * A popover that asks what belongs to an answer: the day, the amount, the words. It keeps the fact and closes; where that is
 * refused it stays, with the reason and all that was typed.
 *
 * Signal "kept": the company file holds it.
 */
#define ACQ_TYPE_SESSION_ANSWER (acq_session_answer_get_type ())
G_DECLARE_FINAL_TYPE (AcqSessionAnswer, acq_session_answer, ACQ, SESSION_ANSWER, GtkPopover)

/* @state: PROMISED, DISPUTED, CALLED, ANSWERED or HELD */
GtkWidget *acq_session_answer_new (AcqOpenCompany *company, AcqQueueRow *row, AcqSessionState state);
/* What it came to: a call may bring a promise. */
AcqSessionState acq_session_answer_get_state (AcqSessionAnswer *self);
AcqQueueRow *acq_session_answer_get_row (AcqSessionAnswer *self);
/* Puts the cursor into the field that the answer is about, once it is shown. */
void acq_session_answer_focus (AcqSessionAnswer *self);

G_END_DECLS
