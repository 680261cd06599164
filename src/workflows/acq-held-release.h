/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"

G_BEGIN_DECLS

/**
 * acq_held_release:
 * @note_ids: (element-type gint64): promises, disputes, holds, exclusions and answers of one customer; at least one
 * @customer: his code, for the journal
 *
 * Withdraws all of them in one change, so that what they held back is planned again. ACQ_WORKFLOW_ERROR_NO_SUCH_NOTE where one
 * is closed already: nothing is changed.
 */
gboolean acq_held_release (AcqCompanyFile *file, const GArray *note_ids, const char *customer,
                           GError **error);

G_END_DECLS
