/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-why-now.h"

G_BEGIN_DECLS

/**
 * AcqWhyCard:
 *
 * "Why now?": the reasons for which a message leaves, each checked off with what it is measured against. It folds.
 */
#define ACQ_TYPE_WHY_CARD (acq_why_card_get_type ())
G_DECLARE_FINAL_TYPE (AcqWhyCard, acq_why_card, ACQ, WHY_CARD, GtkWidget)

/* @lines: (element-type AcqWhyNow); @departure: the day on which the message is to leave */
void acq_why_card_show (AcqWhyCard *self, const GArray *lines, AcqDay departure, AcqDay today);

/* Without its heading, where the lines stand below one already; what each is measured against is then told by its tooltip. */
void acq_why_card_set_plain (AcqWhyCard *self);

G_END_DECLS
