/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-reason.h"

G_BEGIN_DECLS

/* Why there is no reminder, as a sentence in the user's language; "until" is the last day on which it stands,
   or ACQ_DAY_NONE. Free it. */
char *acq_reason_text (AcqReason reason, AcqDay until);

G_END_DECLS
