/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-held-release.h"

#include "acq-note-repository.h"
#include "acq-workflow-error.h"

/* What the journal says of one note. */
static gboolean
release_one (AcqConnection *connection, gint64 id, GString *detail, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqNote) note = acq_note_repository_find (connection, id, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (note == NULL || note->closed)
    {
      g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_NOTE, "%" G_GINT64_FORMAT, id);
      return FALSE;
    }
  g_string_append_printf (detail, "%s%s",
                          detail->len > 0 ? " kind=" : "kind=", acq_note_kind_to_code (note->kind));
  return acq_note_repository_close (connection, id, error);
}

gboolean
acq_held_release (AcqCompanyFile *file, const GArray *note_ids, const char *customer, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqChange) change = NULL;
  g_autoptr (GString) detail = g_string_new (NULL);

  g_return_val_if_fail (note_ids->len > 0, FALSE);

  change = acq_change_begin (file, error);
  if (change == NULL)
    return FALSE;
  for (guint i = 0; i < note_ids->len; i++)
    if (!release_one (connection, g_array_index (note_ids, gint64, i), detail, error))
      return FALSE;
  return acq_change_commit (change, "close_note", customer, detail->str, error);
}
