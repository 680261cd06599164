/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-planner.h"

G_BEGIN_DECLS

/* Why a message leaves, or why none does, and what comes next: sentences in the user's language, NULL-terminated. Free them
   with g_strfreev(). */
char **acq_decision_text (const AcqWhy *why, AcqDay today);
/* One of its reasons as a sentence, with what the decision knows beside its last day: how old a dispute is, which due day was
   agreed when, to whom it was handed over. Free it. */
char *acq_decision_reason_text (const AcqWhy *why, AcqReason reason, AcqDay today);

G_END_DECLS
