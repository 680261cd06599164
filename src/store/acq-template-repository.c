/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-template-repository.h"

#define COLUMNS "model, language, address_form, subject, body, sms"

void
acq_template_record_free (AcqTemplateRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->model);
  g_free (self->language);
  g_free (self->address_form);
  g_free (self->subject);
  g_free (self->body);
  g_free (self->sms);
  g_free (self);
}

static AcqTemplateRecord *
read_record (AcqRows *rows)
{
  AcqTemplateRecord *record = g_new0 (AcqTemplateRecord, 1);

  record->model = acq_rows_dup_text (rows, 0);
  record->language = acq_rows_dup_text (rows, 1);
  record->address_form = acq_rows_dup_text (rows, 2);
  record->subject = acq_rows_dup_text (rows, 3);
  record->body = acq_rows_dup_text (rows, 4);
  record->sms = acq_rows_dup_text (rows, 5);
  return record;
}

GPtrArray *
acq_template_repository_list (AcqConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_template_record_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error, "SELECT " COLUMNS " FROM template ORDER BY model, language, address_form", "");

  if (rows == NULL)
    return NULL;
  while (acq_rows_next (rows, &local_error))
    g_ptr_array_add (records, read_record (rows));
  if (local_error == NULL)
    return g_steal_pointer (&records);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

AcqTemplateRecord *
acq_template_repository_get (AcqConnection *connection, const char *model, const char *language,
                             const char *address_form, GError **error)
{
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT " COLUMNS " FROM template WHERE model = ? AND language = ? AND address_form = ?", "ttt", model,
    language, address_form);

  return rows == NULL || !acq_rows_next (rows, error) ? NULL : read_record (rows);
}

gboolean
acq_template_repository_set (AcqConnection *connection, const AcqTemplateRecord *record, GError **error)
{
  return acq_connection_run (connection, error,
                             "INSERT INTO template (" COLUMNS ") VALUES (?, ?, ?, ?, ?, ?)"
                             " ON CONFLICT (model, language, address_form) DO UPDATE"
                             " SET subject = excluded.subject, body = excluded.body, sms = excluded.sms",
                             "tttttt", record->model, record->language, record->address_form, record->subject,
                             record->body, record->sms);
}

gboolean
acq_template_repository_remove (AcqConnection *connection, const char *model, const char *language,
                                const char *address_form, GError **error)
{
  return acq_connection_run (connection, error,
                             "DELETE FROM template WHERE model = ? AND language = ? AND address_form = ?",
                             "ttt", model, language, address_form);
}
