/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-template-values.h"
#include "acq-template.h"

G_BEGIN_DECLS

/* Bytes of what comes out; what is longer is cut off, and the text says so. */
#define ACQ_TEMPLATE_MAX_OUTPUT (1024 * 1024)

/**
 * acq_template_render_body:
 * @self: a body
 * @text: gets the blocks, in its tongue, and the codes of fields that had nothing to say
 *
 * Paragraphs in which nothing is left are left out.
 */
void acq_template_render_body (const AcqTemplate *self, const AcqTemplateValues *values, AcqMailText *text);

/* A subject or SMS: one line without marks. Adds to @text what had nothing to say. Free it. */
char *acq_template_render_line (const AcqTemplate *self, const AcqTemplateValues *values, AcqMailText *text);

G_END_DECLS
