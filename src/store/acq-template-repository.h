/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"

G_BEGIN_DECLS

/* The text of a template that the user wrote, and what it is for; all are codes but the last three. */
typedef struct
{
  char *model;
  char *language;
  char *address_form;
  char *subject;
  char *body;
  char *sms; /* nullable */
} AcqTemplateRecord;

void acq_template_record_free (AcqTemplateRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqTemplateRecord, acq_template_record_free)

/* (element-type AcqTemplateRecord) (transfer full): all of them. */
GPtrArray *acq_template_repository_list (AcqConnection *connection, GError **error);
/* (nullable): NULL without an error where the user wrote none. */
AcqTemplateRecord *acq_template_repository_get (AcqConnection *connection, const char *model,
                                                const char *language, const char *address_form,
                                                GError **error);
/* In place of the one before. */
gboolean acq_template_repository_set (AcqConnection *connection, const AcqTemplateRecord *record,
                                      GError **error);
gboolean acq_template_repository_remove (AcqConnection *connection, const char *model, const char *language,
                                         const char *address_form, GError **error);

G_END_DECLS
