/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * acq_text_squeeze:
 * @text: (nullable): UTF-8
 *
 * Returns: (transfer full): @text without white space at its ends and with each inner run of it (no-break and
 *   narrow spaces and control characters included) made one space; "" for %NULL. Case and accents stay.
 */
char *acq_text_squeeze (const char *text);

/**
 * acq_text_fold:
 * @text: (nullable): UTF-8
 *
 * Returns: (transfer full): the comparable form: ASCII capitals and digits, accents and ligatures resolved (œ is
 *   OE), everything else one space between words; "" for %NULL. "Société Générale, S.A." is "SOCIETE GENERALE S A".
 */
char *acq_text_fold (const char *text);

/* The words of a folded text, NULL-terminated; free with g_strfreev(). */
char **acq_text_fold_words (const char *text);

/* As acq_text_fold() in lower case and without any space: for comparing headings and codes. */
char *acq_text_fold_key (const char *text);

/* ASCII capitals for an address (NF Z 10-011): accents resolved, apostrophes and punctuation made spaces, except
   that digits, letters, spaces, '-' and '/' stay. */
char *acq_text_fold_address (const char *text);

G_END_DECLS
