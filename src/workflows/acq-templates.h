/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"
#include "acq-mail-template.h"
#include "acq-planning.h"
#include "acq-reminder-mail.h"

G_BEGIN_DECLS

/* What a company says in its messages: the templates that come with the program, and its own in their place. */

/**
 * acq_templates_load:
 * @ret_edited: (out) (optional): the user wrote it
 * @ret_unread: (out) (optional) (nullable): what is wrong, in the user's language, with a text of the user's that this version
 *   of the program cannot read: it is left alone, and the original one is in force. %NULL: nothing. Free it
 *
 * Returns: (transfer full): the template in force; unref it
 */
AcqMailTemplate *acq_templates_load (AcqCompanyFile *file, AcqTemplateModel model, AcqTemplateVariant variant,
                                     gboolean *ret_edited, char **ret_unread, GError **error);
/* Puts it in force. One that says what the original says takes the user's away. */
gboolean acq_templates_save (AcqCompanyFile *file, const AcqMailTemplate *template, GError **error);
/* Back to the original. */
gboolean acq_templates_restore (AcqCompanyFile *file, AcqTemplateModel model, AcqTemplateVariant variant,
                                GError **error);

/* Which of them the user wrote: (element-type guint): a bit of 1 << variant, by model. Free it. */
GArray *acq_templates_list_edited (AcqCompanyFile *file, GError **error);

/* Gives a mail the template that is in force for it: the call guide's or that of its tone, in the recipient's language and
   manner. @ret_unread is as above. */
gboolean acq_templates_choose (AcqCompanyFile *file, AcqReminderMail *mail, gboolean call, char **ret_unread,
                               GError **error);

/* Which one a step is said in; FALSE for a formal notice by letter, which has none. */
gboolean acq_templates_find_for_step (const AcqStep *step, AcqTemplateModel *ret_model);

/* Who would get it. */
typedef struct
{
  guint n_steps;     /* of all scenarios that somebody gets */
  guint n_customers; /* with invoices, who are written to in its language and manner */
} AcqTemplateUse;

AcqTemplateUse acq_templates_count_use (const AcqPlanning *planning, AcqTemplateModel model,
                                        AcqTemplateVariant variant);

G_END_DECLS
