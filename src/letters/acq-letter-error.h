/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"

G_BEGIN_DECLS

/**
 * AcqLetterError:
 *
 * Why no letter was made. The message is plain English and names what is concerned (a package, an invoice); the
 * caller phrases the code in the user's language.
 */
typedef enum
{
  ACQ_LETTER_ERROR_FONT, /* a face is not the one the letters are designed with; the message names the package */
  ACQ_LETTER_ERROR_BLOCKED, /* a check refuses the letter; the message lists the codes, separated by commas */
  ACQ_LETTER_ERROR_FIGURES, /* the figures given do not add up: the annex and the letter would differ */
  ACQ_LETTER_ERROR_COPY,    /* the copy of an invoice is damaged, encrypted or empty */
  ACQ_LETTER_ERROR_SPACE,   /* a part that may not be cut is larger than a page */
  ACQ_LETTER_ERROR_WRITE,   /* cairo could not write the PDF */
  ACQ_LETTER_ERROR_ADDRESS, /* incomplete, or too long to be written; the message is the recipient's name */
} AcqLetterError;

#define ACQ_LETTER_ERROR (acq_letter_error_quark ())
GQuark acq_letter_error_quark (void);

ACQ_DECLARE_CODES (AcqLetterError, acq_letter_error)

G_END_DECLS
