/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-scenario-draft.h"

G_BEGIN_DECLS

/**
 * AcqStepCard:
 *
 * One step of a scenario on its time line: when, what, how, and what is left to do. It takes the focus; whoever holds it says
 * what keys and clicks do.
 */
#define ACQ_TYPE_STEP_CARD (acq_step_card_get_type ())
G_DECLARE_FINAL_TYPE (AcqStepCard, acq_step_card, ACQ, STEP_CARD, GtkWidget)

GtkWidget *acq_step_card_new (void);
/* Shows that step, which must be there. */
void acq_step_card_show (AcqStepCard *self, const AcqScenarioDraft *draft, guint step);
/* Whether it is the chosen one. */
void acq_step_card_set_chosen (AcqStepCard *self, gboolean chosen);

G_END_DECLS
