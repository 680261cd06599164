/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a letter lacks, a line each with its code, and whether --accept overrules it. "codes" are those of AcqLetterFlaw,
   separated by ", ". Free it. */
char *acq_flaw_text (const char *codes);

/* As above for the window: sentences alone, a line each, that send the user to the window's own places. Free it. */
char *acq_flaw_text_sentences (const char *codes);
/* Whether the user may let the letter leave in spite of all of them. */
gboolean acq_flaw_text_may_accept (const char *codes);

G_END_DECLS
