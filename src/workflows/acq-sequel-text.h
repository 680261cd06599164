/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-note.h"
#include "acq-scenario.h"

G_BEGIN_DECLS

/* What follows once all steps are done, in the user's language, without a full stop; static. */
const char *acq_sequel_text (AcqSequel sequel);
/* The same in two or three words, for a list; static. */
const char *acq_sequel_text_short (AcqSequel sequel);
/* To whom a debt was handed over, and when: "Handed over to Me Durand on 3 December", without a full stop. Free it. */
char *acq_handover_text (const AcqNote *handover, AcqDay today);

G_END_DECLS
