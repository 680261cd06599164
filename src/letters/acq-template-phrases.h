/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-mail-template.h"
#include "acq-template-values.h"

G_BEGIN_DECLS

/* Sets the phrases of a language and manner: sentences of several cases that stand in a template as one field ("Reply or call"),
   so that who edits it sees one word where the grammar needs ten. They come with Acquit, in data/models/VARIANT/phrases.txt. */
void acq_template_phrases_set (AcqTemplateValues *values, AcqTemplateVariant variant);

G_END_DECLS
