/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-cli-verbs.h"
#include "acq-evidence-job.h"

/* "contract=PATH"; the path borrows from the text. FALSE for anything else. */
static gboolean
parse_document (const char *text, AcqEvidenceDocument *ret_document)
{
  const char *equals = strchr (text, '=');
  g_autofree char *kind = equals == NULL ? NULL : g_strndup (text, (gsize) (equals - text));

  if (equals == NULL || equals[1] == '\0' || !acq_evidence_piece_kind_from_code (kind, &ret_document->kind)
      || acq_evidence_piece_kind_is_made (ret_document->kind))
    return FALSE;
  ret_document->path = equals + 1;
  ret_document->title = NULL;
  return TRUE;
}

static AcqCliExit
check_options (const AcqCliExportOptions *options, GArray *documents, AcqEvidenceReader *ret_reader)
{
  if (options->customer == NULL)
    return acq_cli_wrong_usage ("export", "--customer");
  if (options->output == NULL || !acq_evidence_output_is_known (options->output))
    return acq_cli_wrong_usage ("export", "--output");
  if (options->reader != NULL && !acq_evidence_reader_from_code (options->reader, ret_reader))
    return acq_cli_wrong_usage ("export", options->reader);
  for (guint i = 0; options->documents != NULL && options->documents[i] != NULL; i++)
    {
      AcqEvidenceDocument document = { 0 };

      if (!parse_document (options->documents[i], &document))
        return acq_cli_wrong_usage ("export", options->documents[i]);
      g_array_append_val (documents, document);
    }
  return ACQ_CLI_DONE;
}

static void
add_texts (AcqCli *self, const char *name, const char *const *texts)
{
  acq_cli_begin_list (self, name);
  for (; texts != NULL && *texts != NULL; texts++)
    json_builder_add_string_value (self->out, *texts);
  acq_cli_end_list (self);
}

static void
add_pieces (AcqCli *self, const AcqEvidenceResult *result)
{
  acq_cli_begin_list (self, "pieces");
  for (guint i = 0; i < result->pieces->len; i++)
    {
      const AcqEvidenceEntry *entry = result->pieces->pdata[i];

      acq_cli_begin_object (self, NULL);
      if (entry->number == 0)
        acq_cli_add_text (self, "number", NULL);
      else
        acq_cli_add_int (self, "number", entry->number);
      acq_cli_add_text (self, "kind", acq_evidence_piece_kind_to_code (entry->kind));
      acq_cli_add_text (self, "title", entry->title);
      acq_cli_add_day (self, "day", entry->day);
      acq_cli_add_int (self, "first_page", entry->first_page);
      acq_cli_add_int (self, "pages", entry->n_pages);
      acq_cli_end_object (self);
    }
  acq_cli_end_list (self);
}

static void
add_steps (AcqCli *self, const AcqEvidenceResult *result)
{
  acq_cli_begin_list (self, "steps");
  for (int step = 0; step < ACQ_N_EVIDENCE_STEPS; step++)
    {
      acq_cli_begin_object (self, NULL);
      acq_cli_add_text (self, "step", acq_evidence_step_to_code ((AcqEvidenceStep) step));
      acq_cli_add_text (self, "state",
                        acq_evidence_state_to_code (acq_evidence_step_state (result->needs, (AcqEvidenceStep) step)));
      acq_cli_end_object (self);
    }
  acq_cli_end_list (self);
}

static void
add_result (AcqCli *self, const AcqCliExportOptions *options, AcqEvidenceReader reader, const AcqEvidenceResult *result)
{
  g_auto (GStrv) missing = acq_evidence_result_missing (result);

  acq_cli_add_text (self, "output", options->output);
  acq_cli_add_text (self, "reader", acq_evidence_reader_to_code (reader));
  acq_cli_add_int (self, "pages", result->n_pages);
  acq_cli_add_amount (self, "total_due", result->total_due, ACQ_CURRENCY_EUR);
  acq_cli_begin_list (self, "invoices");
  for (guint i = 0; i < result->numbers->len; i++)
    json_builder_add_string_value (self->out, result->numbers->pdata[i]);
  acq_cli_end_list (self);
  add_pieces (self, result);
  add_texts (self, "missing", (const char *const *) missing);
  add_steps (self, result);
  add_texts (self, "warnings", (const char *const *) result->warnings);
}

static void
show_progress_cb (gpointer user_data, guint n_done, guint n_pieces)
{
  acq_cli_show_progress (user_data, n_done, n_pieces);
}

AcqCliExit
acq_cli_export_evidence (AcqCli *self, const char *path, const AcqCliExportOptions *options)
{
  g_autoptr (GArray) documents = g_array_new (FALSE, FALSE, sizeof (AcqEvidenceDocument));
  AcqEvidenceReader reader = ACQ_EVIDENCE_READER_LAWYER;
  AcqCliExit exit = check_options (options, documents, &reader);
  g_auto (GStrv) accepted = options->accept == NULL ? NULL : g_strsplit (options->accept, ",", -1);
  g_autoptr (AcqCompanyFile) file = NULL;
  g_autoptr (AcqEvidenceResult) result = NULL;
  GError *error = NULL;
  const AcqEvidenceRequest request = {
    .customer = options->customer,
    .numbers = (const char *const *) options->invoices,
    .reader = reader,
    .court = options->court,
    .works = options->works,
    .documents = (const AcqEvidenceDocument *) (gconstpointer) documents->data,
    .n_documents = documents->len,
    .output = options->output,
    .accepted = (const char *const *) accepted,
    .reason = options->reason,
  };

  if (exit != ACQ_CLI_DONE)
    return exit;
  file = acq_cli_open (self, path);
  if (file == NULL || !acq_cli_check_output (options->output))
    return ACQ_CLI_REFUSED;
  result = acq_evidence_export (file, &request, show_progress_cb, options->output, NULL, &error);
  acq_cli_clear_progress ();
  if (result == NULL)
    return acq_cli_refuse (path, error);
  add_result (self, options, reader, result);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}
