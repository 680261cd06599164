/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers in full letters, as a receipt or an acknowledgment of debt writes them: all parts below a million are joined by
   hyphens ("soixante-et-onze"), "million" and its elders are nouns and stand apart ("deux millions trois-cent-mille"). */

/* "mille-sept-cent-quarante". The number is not below zero. Free it, as below. */
char *acq_french_number_words (gint64 number);

/* "mille-sept-cent-quarante euros et deux centimes", "un million d’euros", "un centime". The amount is in cents and not below
   zero. */
char *acq_french_euro_words (gint64 cents);

G_END_DECLS
