/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"
#include "acq-note.h"

G_BEGIN_DECLS

/* Notes inside a change that a letter gave up what invoices bear beside their principal, up to a day; its reference is the
   reason. numbers: (element-type utf8). */
gboolean acq_claim_waiver_write (AcqCompanyFile *file, const GPtrArray *numbers, AcqWaiver waives, AcqDay day,
                                 const char *reference, GError **error);

G_END_DECLS
