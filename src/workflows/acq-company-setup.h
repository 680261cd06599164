/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"

G_BEGIN_DECLS

/**
 * acq_company_setup:
 * @assignments: "key=value" details of the sender, NULL-terminated
 *
 * Makes a new company file with these details; this machine gets the right to send. A value that is refused
 * leaves no file.
 */
AcqCompanyFile *acq_company_setup (const char *path, AcqClock clock, const char *const *assignments,
                                   GError **error);

G_END_DECLS
