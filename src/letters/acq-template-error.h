/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"

G_BEGIN_DECLS

/**
 * AcqTemplateError:
 *
 * Why a text is no template. The message is plain English and begins with line and column; the caller phrases the code
 * in the user's language.
 */
typedef enum
{
  ACQ_TEMPLATE_ERROR_UNKNOWN_FIELD,
  ACQ_TEMPLATE_ERROR_MISPLACED_FIELD, /* it exists, and may not stand there */
  ACQ_TEMPLATE_ERROR_BAD_TAG,         /* a brace that is not closed, or a word that is none of ours */
  ACQ_TEMPLATE_ERROR_UNCLOSED,        /* a condition or list without its end */
  ACQ_TEMPLATE_ERROR_UNEXPECTED_END,  /* an end or else that nothing began */
  ACQ_TEMPLATE_ERROR_TOO_DEEP,
  ACQ_TEMPLATE_ERROR_TOO_LONG,
  ACQ_TEMPLATE_ERROR_BAD_TEXT,        /* not UTF-8, or with control characters */
  ACQ_TEMPLATE_ERROR_EMPTY,           /* nothing to read in it */
  ACQ_TEMPLATE_ERROR_MISSING_FIELD,   /* a message of this model must have it */
  ACQ_TEMPLATE_ERROR_FORBIDDEN_WORDS, /* a message of this model may not say it */
} AcqTemplateError;

#define ACQ_TEMPLATE_ERROR (acq_template_error_quark ())
GQuark acq_template_error_quark (void);

ACQ_DECLARE_CODES (AcqTemplateError, acq_template_error)

G_END_DECLS
