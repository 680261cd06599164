/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-import-job.h"

G_BEGIN_DECLS

/* The bytes of a regular file that is not too large, mapped. NULL with ACQ_WORKFLOW_ERROR_UNREADABLE_FILE or
   ACQ_IMPORT_ERROR_TOO_LARGE. (transfer full) */
GBytes *acq_import_file_map (const char *path, GError **error);
/* What a reader needs; it points into what it is made of. */
AcqImportSource acq_import_file_source (AcqCompanyFile *file, const char *path, GBytes *bytes,
                                        const AcqImportOptions *options);

G_END_DECLS
