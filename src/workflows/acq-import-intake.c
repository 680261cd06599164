/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-intake.h"

#include "acq-label-rules.h"
#include "acq-settings-repository.h"

AcqImportIntake *
acq_import_intake_new (AcqCompanyFile *file, AcqImportResult *result, const AcqImportOptions *options,
                       GError **error)
{
  g_autoptr (AcqImportIntake) self = g_new0 (AcqImportIntake, 1);
  gint64 earlier = 0;

  self->connection = acq_company_file_connection (file);
  self->result = result;
  self->options = options;
  self->today = acq_clock_today (acq_company_file_clock (file));
  self->first = self->last = ACQ_DAY_NONE;
  acq_line_recognition_init (&self->recognition, self->connection);
  self->unsure = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_transaction_free);
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_transaction_free);
  self->customer_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_awaited_link_free);
  self->receipt_counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->met_receipts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->company = acq_settings_repository_load_company (self->connection, error);
  if (self->company == NULL
      || !acq_connection_get_int (self->connection, &earlier, error, "SELECT EXISTS (SELECT 1 FROM invoice)",
                                  ""))
    return NULL;
  self->first_receivables = earlier == 0;
  self->label_rules = acq_label_rules_load (self->connection, error);
  if (self->label_rules == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

void
acq_import_intake_free (AcqImportIntake *self)
{
  if (self == NULL)
    return;
  acq_line_recognition_clear (&self->recognition);
  g_clear_pointer (&self->named, acq_statement_free);
  g_ptr_array_unref (self->unsure);
  g_hash_table_unref (self->customer_ids);
  g_ptr_array_unref (self->links);
  g_hash_table_unref (self->receipt_counts);
  g_hash_table_unref (self->met_receipts);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->nameless, acq_statement_free);
  g_ptr_array_unref (self->waiting);
  g_clear_pointer (&self->label_rules, g_ptr_array_unref);
  acq_company_free (self->company);
  g_free (self);
}

gboolean
acq_import_intake_reject (gpointer user_data, guint64 place, AcqReject reason, const char *detail,
                          GError **error)
{
  AcqImportIntake *self = user_data;
  AcqRejection *rejection;

  self->result->read++;
  self->result->n_rejected++;
  if (self->result->rejected->len >= ACQ_IMPORT_MAX_REJECTIONS)
    return TRUE;
  rejection = g_new0 (AcqRejection, 1);
  rejection->place = place;
  rejection->reason = reason;
  rejection->detail = detail == NULL ? NULL : g_utf8_make_valid (detail, -1);
  g_ptr_array_add (self->result->rejected, rejection);
  return acq_batch_repository_insert_rejection (self->connection, self->result->batch, place,
                                                acq_reject_to_code (reason), rejection->detail, error);
}
