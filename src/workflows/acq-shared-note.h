/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-fact-entry.h"

G_BEGIN_DECLS

/* Keeps the same note about each of several invoices (NULL-terminated, at least one) in one change: all or none. The
   entry's own number and customer are not read. */
gboolean acq_fact_enter_shared_note (AcqCompanyFile *file, const AcqNoteEntry *entry,
                                     const char *const *numbers, GError **error);

G_END_DECLS
