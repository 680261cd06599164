/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-queue.h"

G_BEGIN_DECLS

/* How a queue comes by what is held back; only acq-queue.c calls these. */

/* Adds a message that lacks something. */
void acq_queue_hold_message (AcqQueue *self, const AcqPlanMessage *message);
/* Adds the late invoices of the plan for which nothing leaves, and puts all that is held in its order. */
void acq_queue_hold_invoices (AcqQueue *self);
/* For g_ptr_array_new_with_free_func(). */
void acq_queue_held_free (gpointer held);

G_END_DECLS
