/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-undo-step.h"

#include "acq-import-job.h"

struct _AcqUndoStep
{
  gatomicrefcount ref_count;
  char *action;
  char *subject;
  GBytes *changeset; /* NULL: an import */
  gint64 line;       /* of the journal */
  gint64 batch;
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
  AcqUndoStep *self = undo_step_new ("import", name);

  self->batch = batch;
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

gboolean
acq_undo_step_apply (AcqCompanyFile *file, AcqUndoStep *step, GError **error)
{
  g_autoptr (AcqChange) change = NULL;
  g_autofree char *detail = NULL;
  gint64 removed;

  if (step->changeset == NULL)
    return acq_import_undo (file, step->batch, &removed, error);
  detail = g_strdup_printf ("action=%s line=%" G_GINT64_FORMAT, step->action, step->line);
  change = acq_change_begin (file, error);
  return change != NULL && acq_change_apply_inverse (change, step->changeset, error)
         && acq_change_commit (change, "undo", step->subject, detail, error);
}
