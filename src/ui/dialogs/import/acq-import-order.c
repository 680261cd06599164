/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-order.h"

#include "acq-workflow-error.h"

struct _AcqImportOrder
{
  gatomicrefcount ref_count;
  GCancellable *cancellable;
  GPtrArray *outcomes; /* (element-type AcqImportOutcome) */
  guint current;       /* touched on the company's thread alone */
  int progress;        /* atomic */
};

static void
outcome_free (gpointer data)
{
  AcqImportOutcome *outcome = data;

  g_object_unref (outcome->item);
  g_clear_pointer (&outcome->mapping, g_hash_table_unref);
  acq_column_mapping_free (outcome->columns);
  acq_import_result_free (outcome->result);
  g_clear_error (&outcome->error);
  g_free (outcome);
}

AcqImportOrder *
acq_import_order_new (void)
{
  AcqImportOrder *self = g_new0 (AcqImportOrder, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->cancellable = g_cancellable_new ();
  self->outcomes = g_ptr_array_new_with_free_func (outcome_free);
  return self;
}

AcqImportOrder *
acq_import_order_ref (AcqImportOrder *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
acq_import_order_unref (AcqImportOrder *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->outcomes);
  g_free (self);
}

void
acq_import_order_add (AcqImportOrder *self, AcqImportItem *item)
{
  AcqImportOutcome *outcome = g_new0 (AcqImportOutcome, 1);

  outcome->item = g_object_ref (item);
  outcome->kind = acq_import_item_get_kind (item);
  outcome->n_told = acq_import_item_get_n_told (item);
  outcome->mapping = acq_import_item_dup_mapping (item);
  if (outcome->mapping != NULL)
    outcome->mapped_kind = acq_import_item_get_columns (item)->kind;
  g_ptr_array_add (self->outcomes, outcome);
}

void
acq_import_order_cancel (AcqImportOrder *self)
{
  g_cancellable_cancel (self->cancellable);
}

int
acq_import_order_get_progress (AcqImportOrder *self)
{
  return g_atomic_int_get (&self->progress);
}

GPtrArray *
acq_import_order_get_outcomes (AcqImportOrder *self)
{
  return self->outcomes;
}

static void
report_progress (gpointer user_data, guint64 done, guint64 total)
{
  AcqImportOrder *self = user_data;
  guint64 of_file = total == 0 ? 0 : MIN (done, total) * 1000 / total;

  g_atomic_int_set (&self->progress, (int) ((self->current * 1000 + of_file) / self->outcomes->len));
}

static AcqImportOptions
options_for (AcqImportOrder *self, const AcqImportOutcome *outcome, AcqImportKind *kind)
{
  AcqImportOptions options
    = { .cancellable = self->cancellable, .progress = report_progress, .user_data = self, .mapping = outcome->mapping };

  if (outcome->kind >= 0 || outcome->mapping != NULL)
    {
      *kind = outcome->kind >= 0 ? (AcqImportKind) outcome->kind : outcome->mapped_kind;
      options.kind = kind;
    }
  return options;
}

gpointer
acq_import_order_preview (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  AcqImportOrder *self = data;
  AcqImportOutcome *outcome = self->outcomes->pdata[0];
  const char *path = acq_import_item_get_path (outcome->item);
  GBytes *bytes = acq_import_item_get_bytes (outcome->item);
  AcqImportKind kind;
  AcqImportOptions options = options_for (self, outcome, &kind);
  AcqImportPreview *preview = acq_import_preview_bytes (file, path, bytes, &options, error);

  if (preview == NULL && !g_cancellable_is_cancelled (self->cancellable))
    outcome->columns = acq_import_columns_load (file, path, bytes, &options, &outcome->columns_remembered);
  return preview;
}

static void
import_one (AcqImportOrder *self, AcqCompanyFile *file, AcqImportOutcome *outcome)
{
  const char *path = acq_import_item_get_path (outcome->item);
  GBytes *bytes = acq_import_item_get_bytes (outcome->item);
  AcqImportKind kind;
  AcqImportOptions options = options_for (self, outcome, &kind);

  outcome->result = bytes != NULL ? acq_import_bytes (file, path, bytes, &options, &outcome->error)
                                  : acq_import_file (file, path, &options, &outcome->error);
  /* Who cancels knows that it did not come in. */
  if (g_cancellable_is_cancelled (self->cancellable))
    g_clear_error (&outcome->error);
}

gboolean
acq_import_order_carry_out (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  AcqImportOrder *self = data;
  gboolean any = FALSE;

  for (self->current = 0; self->current < self->outcomes->len; self->current++)
    {
      AcqImportOutcome *outcome = self->outcomes->pdata[self->current];

      if (g_cancellable_is_cancelled (self->cancellable))
        break;
      report_progress (self, 0, 1);
      import_one (self, file, outcome);
      any = any || outcome->result != NULL;
    }
  if (!any)
    g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_CANCELLED, "");
  return any;
}
