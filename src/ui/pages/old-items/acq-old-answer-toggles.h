/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-old-items.h"

G_BEGIN_DECLS

/**
 * AcqOldAnswerToggles:
 *
 * The four answers that can be given about a late invoice, side by side; at most one is pressed. Property "asking": its labels
 * end in "…" where something else is asked first, and none stays pressed (for several invoices at once). Signal "chosen" (an
 * AcqOldAnswer): the user pressed one, or NONE where he released it; what is pressed stays until it is set.
 */
#define ACQ_TYPE_OLD_ANSWER_TOGGLES (acq_old_answer_toggles_get_type ())
G_DECLARE_FINAL_TYPE (AcqOldAnswerToggles, acq_old_answer_toggles, ACQ, OLD_ANSWER_TOGGLES, GtkWidget)

void acq_old_answer_toggles_set_answer (AcqOldAnswerToggles *self, AcqOldAnswer answer);
/* The button of an answer, borrowed, to point at; NULL for none. */
GtkWidget *acq_old_answer_toggles_get_button (AcqOldAnswerToggles *self, AcqOldAnswer answer);
/* What the answers are about, for screen readers: each is then named "Paid, F2026-0243". */
void acq_old_answer_toggles_set_subject (AcqOldAnswerToggles *self, const char *subject);

G_END_DECLS
