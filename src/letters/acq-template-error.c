/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-template-error.h"

G_DEFINE_QUARK (acq_template_error, acq_template_error)

static const char *const error_codes[]
  = { "unknown_field", "misplaced_field", "bad_tag", "unclosed",      "unexpected_end", "too_deep",
      "too_long",      "bad_text",        "empty",   "missing_field", "forbidden_words" };

ACQ_DEFINE_CODES (AcqTemplateError, acq_template_error, error_codes)
