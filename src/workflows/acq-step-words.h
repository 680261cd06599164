/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-scenario.h"

G_BEGIN_DECLS

/* What can be said of a step of a scenario, in the user's language. All static. */

/* The way that it takes: "E-mail", "Registered letter". */
const char *acq_channel_text (AcqChannel channel);
/* "Courteous", and what comes of it as a sentence. */
const char *acq_tone_text (AcqTone tone);
const char *acq_tone_meaning_text (AcqTone tone);
/* What its day is counted from: "Due day"; and the title of the number of days: "Days after the invoice". */
const char *acq_anchor_text (AcqAnchor anchor);
const char *acq_step_days_text (const AcqStep *step);
/* To whom it goes: "Who pays", "Who ordered". */
const char *acq_step_role_text (AcqContactRole role);
/* Why it waits for the user whatever is chosen, as a sentence; NULL where it may leave by itself. */
const char *acq_step_always_asks_text (const AcqStep *step);

G_END_DECLS
