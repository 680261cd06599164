/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-mail-scope.h"
#include "acq-template-values.h"

G_BEGIN_DECLS

/* What the fields of templates stand for in one mail. The mail outlives them. */
typedef struct
{
  AcqMailScope scope;
  AcqTemplateVariant variant;
  AcqTongue tongue;
  AcqTemplateValues *values;
} AcqReminderValues;

AcqReminderValues *acq_reminder_values_new (const AcqReminderMail *mail, AcqTemplateVariant variant);
void acq_reminder_values_free (AcqReminderValues *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqReminderValues, acq_reminder_values_free)

/* How its reader is spoken to: "Madame Perrin", "Madame, Monsieur" where no civility is known. Free it. */
char *acq_reminder_mail_civility (const AcqReminderMail *mail, AcqTongue tongue);

G_END_DECLS
