/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-column-mapping.h"

G_BEGIN_DECLS

/* What a column of a table holds, in the user's language: "Money in". The code itself where it is unknown. */
const char *acq_column_field_text (AcqImportKind kind, const char *field);

/* What is to be asked before a table can be read: "Which column holds the day?"; of several gaps the first. */
const char *acq_mapping_gap_text (guint gaps);

G_END_DECLS
