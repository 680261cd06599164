/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ACQ_LEGAL_ERROR (acq_legal_error_quark ())

typedef enum
{
  ACQ_LEGAL_ERROR_RATE_MISSING, /* no figure for that half-year: it has to be entered, for none is ever guessed */
  ACQ_LEGAL_ERROR_RATE_INVALID, /* a half-year that cannot be taken in: wrong days, or a rate out of range */
} AcqLegalError;

GQuark acq_legal_error_quark (void);

G_END_DECLS
