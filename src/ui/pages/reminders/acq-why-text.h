/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-why-now.h"

G_BEGIN_DECLS

/* Why a message leaves now, a line in the user's language: "Due on 22 October, 30 days ago". Free it. */
char *acq_why_text (const AcqWhyNow *line, AcqDay today);
/* What it is measured against: "step “Last reminder”: 30 days after"; NULL where there is nothing to say. Free it. */
char *acq_why_text_rule (const AcqWhyNow *line, AcqDay today);

G_END_DECLS
