/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-mail-template.h"
#include "acq-templates.h"

G_BEGIN_DECLS

/* Templates in the user's language. Nothing is markup; free what is not const. */

/* "Last reminder". */
const char *acq_template_model_text (AcqTemplateModel model);
/* "French, formal": in which language and manner. */
const char *acq_template_variant_text (AcqTemplateVariant variant);
/* "Template “Last reminder”, French, vous": which one a message was written with, and whether for want of one in the
   customer's language. */
char *acq_template_choice_text (AcqTemplateModel model, AcqTemplateVariant variant, gboolean fell_back);
/* That the user's version cannot be read, and the original one is used; the reason is what acq_template_flaw_text() says. */
char *acq_template_unread_text (AcqTemplateModel model, const char *reason);
/* "Used by 2 steps, 37 customers"; "Written by hand only" where no step uses it. */
char *acq_template_use_text (const AcqTemplateUse *use);
/* What is wrong: "There is no field “montant_du”." */
char *acq_template_flaw_text (const AcqTemplateFlaw *flaw, AcqTemplatePart part);
/* What to do about it: "The nearest is “Total due”." "" for nothing. */
char *acq_template_flaw_advice (const AcqTemplateFlaw *flaw);
/* A tag as the editor shows it, of its source: "Total due" of "{total_due}", "if promise not kept" of "{if broken_promise}".
   NULL: it is none of ours. */
char *acq_template_tag_text (const char *source);

G_END_DECLS
