/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-planner.h"

G_BEGIN_DECLS

/* Why a message leaves, or why none does, and what comes next: sentences in the user's language, NULL-terminated. Free them
   with g_strfreev(). */
char **acq_decision_text (const AcqWhy *why, AcqDay today);

G_END_DECLS
