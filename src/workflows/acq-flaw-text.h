/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a letter lacks, a line each with its code, and whether --accept overrules it. "codes" are those of AcqLetterFlaw,
   separated by ", ". Free it. */
char *acq_flaw_text (const char *codes);

G_END_DECLS
