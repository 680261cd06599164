/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"
#include "acq-import-error.h"

G_BEGIN_DECLS

/* Why a line of a file was refused, in the user's language: a sentence. */
const char *acq_reject_text (AcqReject reason);
/* As above by the reason's code; an unknown code is returned as it is. */
const char *acq_reject_text_of_code (const char *code);

/* What settles something and would be taken back with an import: matches of its bank lines and of its invoices. */
gboolean acq_import_count_allocations (AcqCompanyFile *file, gint64 batch_id, gint64 *ret_count, GError **error);

G_END_DECLS
