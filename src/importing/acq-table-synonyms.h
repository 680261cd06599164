/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-table-headings.h"

G_BEGIN_DECLS

/* What a heading means, given as acq_text_fold_key() leaves it, with '?' for each character that was lost;
   ACQ_FIELD_IGNORED where it is not known. */
AcqTableField acq_table_synonyms_find (const char *key);
/* The nth field, from 0, that a word of several meanings may stand for; ACQ_FIELD_IGNORED: no more. */
AcqTableField acq_table_synonyms_find_weak (const char *key, guint nth);

G_END_DECLS
