/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-old-items.h"

G_BEGIN_DECLS

/**
 * AcqOldAnswerPopover:
 *
 * Asks what belongs to an answer: how often and when it was reminded, when and how it was paid, why it is lost. Signal
 * "answered": the user says so; acq_old_answer_popover_get_reply() then tells what.
 */
#define ACQ_TYPE_OLD_ANSWER_POPOVER (acq_old_answer_popover_get_type ())
G_DECLARE_FINAL_TYPE (AcqOldAnswerPopover, acq_old_answer_popover, ACQ, OLD_ANSWER_POPOVER, GtkPopover)

/* @reply: the answer to ask about, with what is known of it
   @due: the day after which a reminder can have been; ACQ_DAY_NONE where several invoices are meant */
GtkWidget *acq_old_answer_popover_new (const AcqOldReply *reply, AcqDay due, AcqDay today);
/* Its reason is borrowed; it has no number. */
AcqOldReply acq_old_answer_popover_get_reply (AcqOldAnswerPopover *self);

G_END_DECLS
