/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-undo-step.h"

#include "acq-import-job.h"
#include "acq-workflow-error.h"

struct _AcqUndoStep
{
  gatomicrefcount ref_count;
  char *action;
  char *subject;
  GBytes *changeset; /* NULL: an import */
  gint64 line;       /* of the journal */
  GArray *batches;   /* (element-type gint64) (nullable): of an import, those that still stand */
};

static AcqUndoStep *
undo_step_new (const char *action, const char *subject)
{
  AcqUndoStep *self = g_new0 (AcqUndoStep, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->action = g_strdup (action);
  self->subject = g_strdup (subject);
  return self;
}

AcqUndoStep *
acq_undo_step_take (AcqCompanyFile *file)
{
  g_autoptr (GBytes) changeset = acq_company_file_take_changeset (file);
  AcqUndoStep *self;
  g_autoptr (AcqRows) rows = NULL;

  if (changeset == NULL)
    return NULL;
  rows = acq_connection_query (acq_company_file_connection (file), NULL,
                               "SELECT id, action, subject FROM journal ORDER BY id DESC LIMIT 1", "");
  if (rows == NULL || !acq_rows_next (rows, NULL))
    return NULL;
  self = undo_step_new (acq_rows_text (rows, 1), acq_rows_text (rows, 2));
  self->line = acq_rows_int (rows, 0);
  self->changeset = g_steal_pointer (&changeset);
  return self;
}

AcqUndoStep *
acq_undo_step_new_for_import (gint64 batch, const char *name)
{
  return acq_undo_step_new_for_imports (&batch, 1, name);
}

AcqUndoStep *
acq_undo_step_new_for_imports (const gint64 *batches, gsize n_batches, const char *name)
{
  AcqUndoStep *self = undo_step_new ("import", name);

  self->batches = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->batches, batches, (guint) n_batches);
  return self;
}

AcqUndoStep *
acq_undo_step_ref (AcqUndoStep *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
acq_undo_step_unref (AcqUndoStep *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->action);
  g_free (self->subject);
  g_clear_pointer (&self->changeset, g_bytes_unref);
  g_clear_pointer (&self->batches, g_array_unref);
  g_free (self);
}

const char *
acq_undo_step_action (const AcqUndoStep *self)
{
  return self->action;
}

const char *
acq_undo_step_subject (const AcqUndoStep *self)
{
  return self->subject;
}

/* Each goes in a change of its own. One that went already, here or in the list of imports, needs no undoing. */
static gboolean
undo_imports (AcqCompanyFile *file, AcqUndoStep *step, GError **error)
{
  while (step->batches->len > 0)
    {
      gint64 batch = g_array_index (step->batches, gint64, step->batches->len - 1), removed;
      g_autoptr (GError) local_error = NULL;

      if (!acq_import_undo (file, batch, &removed, &local_error)
          && (step->batches->len == 1
              || !g_error_matches (local_error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_ALREADY_UNDONE)))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_array_set_size (step->batches, step->batches->len - 1);
    }
  return TRUE;
}

gboolean
acq_undo_step_apply (AcqCompanyFile *file, AcqUndoStep *step, GError **error)
{
  g_autoptr (AcqChange) change = NULL;
  g_autofree char *detail = NULL;

  if (step->changeset == NULL)
    return undo_imports (file, step, error);
  detail = g_strdup_printf ("action=%s line=%" G_GINT64_FORMAT, step->action, step->line);
  change = acq_change_begin (file, error);
  return change != NULL && acq_change_apply_inverse (change, step->changeset, error)
         && acq_change_commit (change, "undo", step->subject, detail, error);
}
