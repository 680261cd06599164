/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-job.h"

#include <string.h>

#include "acq-evidence-archive.h"
#include "acq-evidence-draft.h"
#include "acq-letter-check.h"
#include "acq-letter-files.h"
#include "acq-lookup.h"
#include "acq-picture-page.h"
#include "acq-planning.h"
#include "acq-text-normalizer.h"
#include "acq-workflow-error.h"

/* Larger documents are nobody's scan of a letter. */
#define MAX_DOCUMENT (64 * 1000 * 1000)

static void
entry_free (gpointer data)
{
  AcqEvidenceEntry *entry = data;

  g_free (entry->title);
  g_free (entry);
}

void
acq_evidence_result_free (AcqEvidenceResult *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->numbers);
  g_ptr_array_unref (self->pieces);
  g_clear_pointer (&self->needs, g_array_unref);
  g_strfreev (self->blocking);
  g_strfreev (self->warnings);
  g_free (self);
}

char **
acq_evidence_result_missing (const AcqEvidenceResult *self)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  gboolean missing[ACQ_N_EVIDENCE_NEEDS] = { FALSE };

  for (guint i = 0; i < self->needs->len; i++)
    {
      const AcqEvidenceNeedState *need = &g_array_index (self->needs, AcqEvidenceNeedState, i);

      missing[need->need] = missing[need->need] || need->state == ACQ_EVIDENCE_STATE_MISSING;
    }
  for (int need = 0; need < ACQ_N_EVIDENCE_NEEDS; need++)
    if (missing[need])
      g_strv_builder_add (codes, acq_evidence_need_to_code ((AcqEvidenceNeed) need));
  return g_strv_builder_end (codes);
}

static gboolean
is_archive (const char *output)
{
  g_autofree char *lower = g_ascii_strdown (output, -1);

  return g_str_has_suffix (lower, ".zip");
}

gboolean
acq_evidence_output_is_known (const char *output)
{
  g_autofree char *lower = g_ascii_strdown (output, -1);

  return g_str_has_suffix (lower, ".pdf") || g_str_has_suffix (lower, ".zip");
}

/* What the job holds on to while it works. */
typedef struct
{
  AcqPlanning *planning;
  AcqInterestBasis *basis;
  AcqLetterPress *press;
  AcqEvidenceFile *evidence;
  AcqNoticeFigures figures;
} Desk;

static void
desk_clear (Desk *desk)
{
  acq_evidence_file_free (desk->evidence);
  acq_letter_press_free (desk->press);
  g_clear_pointer (&desk->basis, acq_interest_basis_free);
  g_clear_pointer (&desk->planning, acq_planning_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

static gboolean
refuse_document (GError **error, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DOCUMENT, shown);
  return FALSE;
}

static gboolean
add_document (AcqEvidenceFile *evidence, const AcqEvidenceDocument *document, GError **error)
{
  g_autoptr (GMappedFile) mapped = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;

  mapped = g_mapped_file_new (document->path, FALSE, &local_error);
  if (mapped == NULL)
    {
      g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_UNREADABLE_FILE, "%s", local_error->message);
      return FALSE;
    }
  if (g_mapped_file_get_length (mapped) > MAX_DOCUMENT)
    return refuse_document (error, document->path);
  bytes = g_bytes_new (g_mapped_file_get_contents (mapped), g_mapped_file_get_length (mapped));
  if (!acq_bytes_are_pdf (bytes) && !acq_bytes_are_picture (bytes))
    return refuse_document (error, document->path);
  acq_evidence_file_add (evidence, document->kind, document->title, ACQ_DAY_NONE)->copy = g_steal_pointer (&bytes);
  return TRUE;
}

static char *
tidy (const char *text)
{
  g_autofree char *squeezed = text == NULL ? NULL : acq_text_squeeze (text);

  return squeezed == NULL || squeezed[0] == '\0' ? NULL : g_steal_pointer (&squeezed);
}

static gboolean
draft (Desk *desk, AcqCompanyFile *file, const AcqEvidenceRequest *request, GError **error)
{
  const AcqLetterSource source = {
    .connection = acq_company_file_connection (file),
    .ledger = desk->planning->ledger,
    .standings = desk->planning->standings,
    .history = desk->planning->books->history,
    .basis = desk->basis,
    .settings = desk->planning->settings,
    .request = &desk->planning->request,
    .today = acq_clock_today (acq_company_file_clock (file)),
  };
  const AcqCustomer *customer = acq_lookup_customer_in (source.ledger, request->customer, error);

  if (customer == NULL)
    return FALSE;
  desk->evidence = acq_draft_evidence_file (&source, customer, request->numbers, request->reader, error);
  if (desk->evidence == NULL)
    return FALSE;
  desk->evidence->court = tidy (request->court);
  desk->evidence->works = tidy (request->works);
  for (gsize i = 0; i < request->n_documents; i++)
    if (!add_document (desk->evidence, &request->documents[i], error))
      return FALSE;
  return acq_notice_figures_init (&desk->figures, desk->evidence->letter, error);
}

static gboolean
desk_set_up (Desk *desk, AcqCompanyFile *file, const AcqEvidenceRequest *request, GError **error)
{
  desk->press = acq_letter_press_new (error);
  if (desk->press == NULL)
    return FALSE;
  desk->basis = acq_interest_basis_load (acq_company_file_connection (file), error);
  if (desk->basis == NULL)
    return FALSE;
  desk->planning = acq_planning_new (file, error);
  return desk->planning != NULL && draft (desk, file, request, error);
}

static void
add_entries (AcqEvidenceResult *result, const AcqEvidenceFile *evidence)
{
  for (guint i = 0; i < evidence->pieces->len; i++)
    {
      const AcqEvidencePiece *piece = evidence->pieces->pdata[i];
      AcqEvidenceEntry *entry = g_new0 (AcqEvidenceEntry, 1);

      entry->number = piece->number;
      entry->title = g_strdup (piece->title);
      entry->day = piece->day;
      entry->first_page = piece->number == 0 ? 0 : piece->first_page;
      entry->n_pages = piece->number == 0 ? 0 : piece->n_pages;
      entry->kind = piece->kind;
      g_ptr_array_add (result->pieces, entry);
    }
}

static AcqEvidenceResult *
result_new (const Desk *desk)
{
  AcqEvidenceResult *result = g_new0 (AcqEvidenceResult, 1);

  result->numbers = g_ptr_array_new_with_free_func (g_free);
  result->pieces = g_ptr_array_new_with_free_func (entry_free);
  result->total_due = desk->figures.total;
  for (guint i = 0; i < desk->evidence->letter->items->len; i++)
    g_ptr_array_add (result->numbers,
                     g_strdup (((const AcqLetterItem *) desk->evidence->letter->items->pdata[i])->number));
  result->needs = acq_evidence_list_needs (desk->evidence, &desk->figures);
  return result;
}

AcqEvidenceResult *
acq_evidence_survey (AcqCompanyFile *file, const AcqEvidenceRequest *request, GError **error)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (AcqEvidenceResult) result = NULL;
  g_autoptr (GArray) flaws = NULL;
  g_autoptr (GError) blocked = NULL;

  if (!desk_set_up (&desk, file, request, error))
    return NULL;
  acq_evidence_file_number_pieces (desk.evidence);
  result = result_new (&desk);
  add_entries (result, desk.evidence);
  flaws = acq_evidence_file_find_flaws (desk.press, desk.evidence);
  if (!acq_letter_flaws_decide (flaws, request->accepted, &result->warnings, &blocked))
    {
      result->blocking = g_strsplit (blocked->message, ", ", -1);
      result->warnings = g_new0 (char *, 1);
    }
  else
    result->blocking = g_new0 (char *, 1);
  return g_steal_pointer (&result);
}

static GBytes *
write_bytes (const Desk *desk, const AcqEvidenceRequest *request, AcqEvidenceProgressFunc progress,
             gpointer user_data, GCancellable *cancellable, AcqLetterReport *report, GError **error)
{
  g_autoptr (GBytes) pdf
    = acq_evidence_file_write (desk->press, desk->evidence, progress, user_data, cancellable, report, error);

  if (pdf == NULL || !is_archive (request->output))
    return g_steal_pointer (&pdf);
  return acq_evidence_archive_write (desk->press, desk->evidence, pdf, cancellable, error);
}

static char *
describe_for_journal (const Desk *desk, const AcqEvidenceRequest *request, GBytes *bytes)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *accepted
    = request->accepted == NULL ? g_strdup ("") : g_strjoinv (",", (char **) request->accepted);
  g_autofree char *reason = tidy (request->reason);
  g_autofree char *told = reason == NULL ? g_strdup ("") : g_strdup_printf (" reason=%s", reason);

  return g_strdup_printf ("reader=%s pieces=%u accepted=%s%s sha256=%s",
                          acq_evidence_reader_to_code (request->reader),
                          acq_evidence_file_n_pieces (desk->evidence), accepted, told, hash);
}

static gboolean
keep (const Desk *desk, AcqCompanyFile *file, const AcqEvidenceRequest *request, GBytes *bytes, GError **error)
{
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (AcqLetterFiles) files = acq_letter_files_new ();
  g_autofree char *detail = describe_for_journal (desk, request, bytes);

  if (change == NULL || !acq_letter_files_add (files, request->output, bytes, error)
      || !acq_letter_files_put_in_place (files, error)
      || !acq_change_commit (change, "evidence", desk->evidence->letter->customer->code, detail, error))
    return FALSE;
  acq_letter_files_keep (files);
  return TRUE;
}

AcqEvidenceResult *
acq_evidence_export (AcqCompanyFile *file, const AcqEvidenceRequest *request, AcqEvidenceProgressFunc progress,
                     gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (AcqEvidenceResult) result = NULL;
  g_autoptr (GArray) flaws = NULL;
  g_autoptr (GBytes) bytes = NULL;
  AcqLetterReport report = { 0 };

  g_return_val_if_fail (acq_evidence_output_is_known (request->output), NULL);

  if (!desk_set_up (&desk, file, request, error))
    return NULL;
  result = result_new (&desk);
  flaws = acq_evidence_file_find_flaws (desk.press, desk.evidence);
  if (!acq_letter_flaws_decide (flaws, request->accepted, &result->warnings, error))
    return NULL;
  result->blocking = g_new0 (char *, 1);
  bytes = write_bytes (&desk, request, progress, user_data, cancellable, &report, error);
  if (bytes == NULL || !keep (&desk, file, request, bytes, error))
    return NULL;
  result->n_pages = report.n_pages;
  add_entries (result, desk.evidence);
  return g_steal_pointer (&result);
}
