/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-queue.h"

G_BEGIN_DECLS

/**
 * AcqHeldCard:
 *
 * Why nothing leaves for a customer, each reason with what can be done about it, and the invoices concerned.
 */
#define ACQ_TYPE_HELD_CARD (acq_held_card_get_type ())
G_DECLARE_FINAL_TYPE (AcqHeldCard, acq_held_card, ACQ, HELD_CARD, GtkWidget)

/* @held: borrowed from a queue that outlives the card's use of it; @with_invoices: list them as well */
void acq_held_card_show (AcqHeldCard *self, const AcqQueueHeld *held, AcqDay today, gboolean with_invoices);

G_END_DECLS
