/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"

G_BEGIN_DECLS

/**
 * acq_payer_entry_forget:
 * @customer: code
 * @key: of the AcqPayerAlias
 *
 * Forgets that somebody pays for this customer, however often it was confirmed: the next such receipt asks. What was matched
 * stays. ACQ_WORKFLOW_ERROR_NO_SUCH_CUSTOMER where there is no such customer.
 */
gboolean acq_payer_entry_forget (AcqCompanyFile *file, const char *customer, const char *key, GError **error);

G_END_DECLS
