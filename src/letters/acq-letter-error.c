/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-error.h"

G_DEFINE_QUARK (acq_letter_error, acq_letter_error)

static const char *const error_codes[] = { "font", "blocked", "figures", "copy", "space", "write", "address" };

ACQ_DEFINE_CODES (AcqLetterError, acq_letter_error, error_codes)
