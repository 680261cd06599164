/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-view.h"

G_BEGIN_DECLS

/* How far the bank has been read, in the user's language: of several accounts the one that was read least far. *ret_fresh
   tells whether that is recent enough to go by. Free it. */
char *acq_bank_freshness_text (const AcqCompanyView *view, gboolean *ret_fresh);

G_END_DECLS
