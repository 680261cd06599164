/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-scenario.h"

G_BEGIN_DECLS

/* What the card of a step says, in the user's language. */

/* Where it stands: "D+10"; "≈ D+45" where the day depends on the invoice. @day: after the due day. Free it. */
char *acq_card_text_place (int day, gboolean exact);
/* The way it takes, and from which amount on: "E-mail, from 3,000 €". Free it. */
char *acq_card_text_channel (const AcqStep *step);
/* What is left to do: "automatic", "to confirm", "to make", "to print". */
const char *acq_card_text_mode (const AcqStep *step);
/* The whole of it for who does not see the line: "Firm reminder, 10 days after the due day, by e-mail, to confirm". Free it. */
char *acq_card_text_label (const AcqStep *step, int day, gboolean exact);
/* The label, and what the day is counted from where that is not the due day. Free it. */
char *acq_card_text_tooltip (const AcqStep *step, int day, gboolean exact);

const char *acq_card_text_icon (AcqChannel channel);
/* How much it presses, as the style sheet calls it: "done", "attention", "stop" or "information". */
const char *acq_card_text_meaning (const AcqStep *step);

G_END_DECLS
