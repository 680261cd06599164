/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-rejected-lines.h"

void
acq_rejected_line_free (AcqRejectedLine *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->reason);
  g_free (self->detail);
  g_free (self);
}

static AcqRejectedLine *
read_line (AcqRows *rows)
{
  AcqRejectedLine *line = g_new0 (AcqRejectedLine, 1);

  line->id = acq_rows_int (rows, 0);
  line->batch = acq_rows_int (rows, 1);
  line->path = acq_rows_dup_text (rows, 2);
  line->place = acq_rows_int (rows, 3);
  line->reason = acq_rows_dup_text (rows, 4);
  line->detail = acq_rows_dup_text (rows, 5);
  return line;
}

GPtrArray *
acq_rejected_lines_list (AcqCompanyFile *file, gint64 batch, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_rejected_line_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (acq_company_file_connection (file), error,
                            "SELECT r.id, r.batch_id, b.path, r.place, r.reason, r.detail FROM rejection r"
                            " JOIN batch b ON b.id = r.batch_id WHERE NOT r.dismissed"
                            " AND (?1 IS NULL OR r.batch_id = ?1) ORDER BY r.batch_id, r.place, r.id",
                            "z", batch);

  if (rows == NULL)
    return NULL;
  while (acq_rows_next (rows, &local_error))
    g_ptr_array_add (lines, read_line (rows));
  if (local_error == NULL)
    return g_steal_pointer (&lines);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
dismiss (AcqCompanyFile *file, gint64 id, gint64 batch, GError **error)
{
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autofree char *subject = batch == 0 ? g_strdup_printf ("line %" G_GINT64_FORMAT, id)
                                        : g_strdup_printf ("batch %" G_GINT64_FORMAT, batch);

  return change != NULL
         && acq_connection_run (acq_company_file_connection (file), error,
                                "UPDATE rejection SET dismissed = 1 WHERE id = ?1 OR batch_id = ?2", "zz", id,
                                batch)
         && acq_change_commit (change, "dismiss", subject, NULL, error);
}

gboolean
acq_rejected_lines_dismiss (AcqCompanyFile *file, gint64 id, GError **error)
{
  return dismiss (file, id, 0, error);
}

gboolean
acq_rejected_lines_dismiss_all (AcqCompanyFile *file, gint64 batch, GError **error)
{
  return dismiss (file, 0, batch, error);
}
