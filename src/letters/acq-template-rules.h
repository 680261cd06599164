/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-mail-template.h"

G_BEGIN_DECLS

/**
 * acq_template_rules_check:
 * @text: of which @template was read
 * @flaw: (out): what is wrong, where it is FALSE
 *
 * What a message of this model must name and may not say: each reminder shows where to pay, and nothing before the last one
 * speaks of formal notices, penalties, indemnities or courts.
 */
gboolean acq_template_rules_check (const AcqTemplate *template, AcqTemplateModel model,
                                   AcqTemplateVariant variant, const char *text, AcqTemplateFlaw *flaw);

G_END_DECLS
