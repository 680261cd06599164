/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo.h>
#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "acq-evidence-job.h"
#include "acq-fact-entry.h"
#include "acq-letter-error.h"
#include "acq-letter-job.h"
#include "acq-letter-repository.h"
#include "acq-workflow-error.h"
#include "example-case.h"

/* Who pays last in the example company. */
#define CUSTOMER "C001"
#define TODAY    "2026-11-20"

static const char *const accepted[] = { "rate_unconfirmed", NULL };

typedef struct
{
  StoreCase *company;
  AcqCompanyFile *file; /* the company's */
  char *folder;         /* the company's */
  char *output;
} Case;

static void
case_set_up (Case *self, gconstpointer example)
{
  self->company = store_case_new_copy ((GBytes *) example, acq_day_parse_iso (TODAY));
  self->file = self->company->file;
  self->folder = self->company->folder;
  self->output = store_case_path (self->company, "evidence.pdf");
}

static void
case_tear_down (Case *self, gconstpointer example)
{
  store_case_free (self->company);
  g_free (self->output);
}

static AcqEvidenceRequest
request_for (const Case *self, AcqEvidenceReader reader)
{
  return (AcqEvidenceRequest){
    .customer = CUSTOMER, .reader = reader, .output = self->output, .accepted = accepted
  };
}

static gint64
count (const Case *self, const char *sql)
{
  gint64 n = -1;

  g_assert_true (acq_connection_get_int (acq_company_file_connection (self->file), &n, NULL, sql, ""));
  return n;
}

static const AcqEvidenceEntry *
find_entry (const AcqEvidenceResult *result, AcqEvidencePieceKind kind)
{
  for (guint i = 0; i < result->pieces->len; i++)
    if (((const AcqEvidenceEntry *) result->pieces->pdata[i])->kind == kind)
      return result->pieces->pdata[i];
  return NULL;
}

static gboolean
lacks (const AcqEvidenceResult *result, const char *code)
{
  g_auto (GStrv) missing = acq_evidence_result_missing (result);

  return g_strv_contains ((const char *const *) missing, code);
}

static void
test_survey (Case *self, gconstpointer data)
{
  AcqEvidenceRequest request = request_for (self, ACQ_EVIDENCE_READER_LAWYER);
  gint64 lines = count (self, "SELECT count(*) FROM journal");
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqEvidenceResult) result = NULL;

  request.accepted = NULL;
  result = acq_evidence_survey (self->file, &request, &error);
  g_assert_no_error (error);
  g_assert_true (g_strv_contains ((const char *const *) result->blocking, "rate_unconfirmed"));
  g_assert_cmpuint (result->n_pages, ==, 0);
  g_assert_cmpint (result->total_due, >, 0);
  g_assert_true (lacks (result, "notice"));
  g_assert_true (lacks (result, "court"));
  g_assert_false (lacks (result, "reminders"));
  g_assert_nonnull (find_entry (result, ACQ_EVIDENCE_PIECE_REMINDER));
  g_assert_cmpint (count (self, "SELECT count(*) FROM journal"), ==, lines);
  g_assert_false (g_file_test (self->output, G_FILE_TEST_EXISTS));
}

static void
test_blocked (Case *self, gconstpointer data)
{
  AcqEvidenceRequest request = request_for (self, ACQ_EVIDENCE_READER_COURT);
  g_autoptr (GError) error = NULL;

  request.accepted = NULL;
  g_assert_null (acq_evidence_export (self->file, &request, NULL, NULL, NULL, &error));
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED);
  g_assert_cmpstr (error->message, ==, "rate_unconfirmed");
  g_assert_false (g_file_test (self->output, G_FILE_TEST_EXISTS));
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A scan of the acknowledgement of receipt. */
static GBytes *
make_scan (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 60, 40);

  cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
post_notice (const Case *self)
{
  AcqConnection *connection = acq_company_file_connection (self->file);
  AcqLetterRequest request = {
    .model = ACQ_LETTER_MODEL_FORMAL_NOTICE, .customer = CUSTOMER, .accepted = accepted, .reason = "taux relu"
  };
  AcqPostalRecord post = { (char *) "1A 200 123 4567 8", acq_day_parse_iso ("2026-11-20"), ACQ_DAY_NONE,
                           acq_day_parse_iso ("2026-11-21"), ACQ_DAY_NONE };
  AcqLetterProof proof = { .kind = ACQ_LETTER_PROOF_ACKNOWLEDGEMENT,
                           .name = (char *) "ar.png",
                           .added = acq_day_parse_iso ("2026-11-21") };
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqLetterResult) issued = acq_letter_issue (self->file, &request, &error);
  g_autoptr (AcqIssuedLetter) letter = NULL;
  g_autoptr (AcqChange) change = NULL;
  g_autoptr (GBytes) scan = make_scan ();
  gboolean added = FALSE;
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, scan);

  g_assert_no_error (error);
  letter = acq_letter_repository_find (connection, issued->reference, NULL);
  change = acq_change_begin (self->file, NULL);
  proof.letter_id = letter->id;
  proof.sha256 = hash;
  g_assert_true (acq_letter_repository_set_post (connection, letter->id, &post, NULL));
  g_assert_true (acq_letter_repository_add_proof (connection, &proof, scan, &added, &error));
  g_assert_no_error (error);
  g_assert_true (acq_change_commit (change, "letter", "post", "", NULL));
}

static void
test_notice_and_proof (Case *self, gconstpointer data)
{
  AcqEvidenceRequest request = request_for (self, ACQ_EVIDENCE_READER_COURT);
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqEvidenceResult) result = NULL;
  const AcqEvidenceEntry *notice, *proof;
  gint64 lines;

  post_notice (self);
  lines = count (self, "SELECT count(*) FROM journal");
  request.court = "Tribunal de commerce de Besançon";
  result = acq_evidence_export (self->file, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  notice = find_entry (result, ACQ_EVIDENCE_PIECE_NOTICE);
  proof = find_entry (result, ACQ_EVIDENCE_PIECE_NOTICE_PROOF);
  g_assert_cmpstr (notice->title, ==, "Mise en demeure MED-2026-0001 et ses annexes");
  g_assert_cmpuint (notice->n_pages, >, 5);
  g_assert_cmpstr (proof->title, ==, "Avis de réception – MED-2026-0001");
  g_assert_cmpint (proof->day, ==, acq_day_parse_iso ("2026-11-21"));
  g_assert_cmpuint (proof->first_page, ==, result->n_pages);
  g_assert_false (lacks (result, "notice"));
  g_assert_false (lacks (result, "notice_proof"));
  g_assert_false (lacks (result, "court"));
  g_assert_true (g_file_test (self->output, G_FILE_TEST_EXISTS));
  g_assert_cmpint (count (self, "SELECT count(*) FROM journal"), ==, lines + 1);
  g_assert_cmpint (count (self, "SELECT count(*) FROM journal WHERE action = 'evidence' AND subject = '" CUSTOMER "'"), ==, 1);
}

static char *
read_cover (const Case *self)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (self->output, FALSE, NULL);
  g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (mapped);
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  PopplerPage *page = poppler_document_get_page (document, 0);
  char *text = poppler_page_get_text (page);

  g_object_unref (page);
  g_object_unref (document);
  return text;
}

/* A later notice that was only written does not hide that an earlier one was received. */
static void
test_notice_not_posted (Case *self, gconstpointer data)
{
  AcqEvidenceRequest request = request_for (self, ACQ_EVIDENCE_READER_LAWYER);
  AcqLetterRequest later = { .model = ACQ_LETTER_MODEL_FORMAL_NOTICE,
                             .customer = CUSTOMER,
                             .accepted = accepted,
                             .reason = "taux relu" };
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqLetterResult) issued = NULL;
  g_autoptr (AcqEvidenceResult) result = NULL;
  g_autofree char *cover = NULL;

  post_notice (self);
  issued = acq_letter_issue (self->file, &later, &error);
  g_assert_no_error (error);
  result = acq_evidence_export (self->file, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  cover = read_cover (self);
  g_assert_nonnull (strstr (cover, "reçue le 21 novembre 2026"));
  g_assert_null (strstr (cover, "date de réception à compléter"));
}

/* A file without its line in the journal is none: the former one stays. */
static void
test_company_file_refuses (Case *self, gconstpointer data)
{
  AcqEvidenceRequest request = request_for (self, ACQ_EVIDENCE_READER_LAWYER);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (self->output, "former", -1, NULL));
  g_assert_true (acq_connection_exec (acq_company_file_connection (self->file),
                                      "CREATE TRIGGER refuse BEFORE INSERT ON journal"
                                      " BEGIN SELECT RAISE (ABORT, 'refused'); END",
                                      NULL));
  g_assert_null (acq_evidence_export (self->file, &request, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_get_contents (self->output, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "former");
}

static void
test_dispute (Case *self, gconstpointer data)
{
  AcqEvidenceRequest request = request_for (self, ACQ_EVIDENCE_READER_COURT);
  g_autoptr (AcqEvidenceResult) surveyed = acq_evidence_survey (self->file, &request, NULL);
  const char *const numbers[] = { g_ptr_array_index (surveyed->numbers, 0), NULL };
  const AcqNoteEntry fact = {
    .kind = ACQ_NOTE_KIND_DISPUTE, .number = numbers[0], .amount = -1, .reason = "porte voilée",
    .day = ACQ_DAY_NONE, .until = ACQ_DAY_NONE
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqEvidenceResult) result = NULL;
  gint64 note;

  g_assert_true (acq_fact_enter_note (self->file, &fact, &note, &error));
  g_assert_no_error (error);
  request.numbers = numbers;
  g_assert_null (acq_evidence_export (self->file, &request, NULL, NULL, NULL, &error));
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED);
  g_assert_cmpstr (error->message, ==, "disputed");
  g_clear_error (&error);
  request.reader = ACQ_EVIDENCE_READER_LAWYER;
  result = acq_evidence_export (self->file, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->numbers->len, ==, 1);
  g_assert_cmpint (acq_evidence_step_state (result->needs, ACQ_EVIDENCE_STEP_PAYMENT_ORDER), ==,
                   ACQ_EVIDENCE_STATE_CLOSED);
}

static void
test_missing_copy (Case *self, gconstpointer data)
{
  static const char *const both[] = { "rate_unconfirmed", "missing_copy", NULL };
  AcqEvidenceRequest request = request_for (self, ACQ_EVIDENCE_READER_LAWYER);
  g_autoptr (AcqEvidenceResult) surveyed = acq_evidence_survey (self->file, &request, NULL);
  g_autoptr (AcqEvidenceResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqChange) change = acq_change_begin (self->file, NULL);

  g_assert_cmpuint (g_strv_length (surveyed->blocking), ==, 0);
  g_assert_true (acq_connection_run (acq_company_file_connection (self->file), &error,
                                     "DELETE FROM attachment WHERE invoice_id = (SELECT id FROM invoice WHERE number = ?)",
                                     "t", surveyed->numbers->pdata[0]));
  g_assert_true (acq_change_commit (change, "test", NULL, NULL, NULL));
  g_assert_null (acq_evidence_export (self->file, &request, NULL, NULL, NULL, &error));
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED);
  g_assert_cmpstr (error->message, ==, "missing_copy");
  g_clear_error (&error);
  request.accepted = both;
  result = acq_evidence_export (self->file, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (find_entry (result, ACQ_EVIDENCE_PIECE_INVOICE)->number, ==, 0);
  g_assert_true (lacks (result, "invoice_copy"));
}

static void
test_documents (Case *self, gconstpointer data)
{
  g_autofree char *scan = g_build_filename (self->folder, "kbis.png", NULL);
  g_autofree char *text = g_build_filename (self->folder, "devis.pdf", NULL);
  const AcqEvidenceDocument documents[] = {
    { ACQ_EVIDENCE_PIECE_DEBTOR_REGISTRATION, scan, NULL },
    { ACQ_EVIDENCE_PIECE_CONTRACT, text, "Devis D2026-01" },
  };
  AcqEvidenceRequest request = request_for (self, ACQ_EVIDENCE_READER_BAILIFF);
  g_autoptr (GBytes) picture = make_scan ();
  g_autoptr (AcqEvidenceResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (scan, g_bytes_get_data (picture, NULL), (gssize) g_bytes_get_size (picture), NULL));
  g_assert_true (g_file_set_contents (text, "not a PDF", -1, NULL));
  request.documents = documents;
  request.n_documents = 2;
  g_assert_null (acq_evidence_export (self->file, &request, NULL, NULL, NULL, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DOCUMENT);
  g_assert_nonnull (strstr (error->message, "devis.pdf"));
  g_clear_error (&error);
  request.n_documents = 1;
  result = acq_evidence_export (self->file, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (find_entry (result, ACQ_EVIDENCE_PIECE_DEBTOR_REGISTRATION)->number, ==, 1);
  g_assert_false (lacks (result, "debtor_registration"));
  g_assert_true (lacks (result, "contract"));
}

static void
test_other_customer (Case *self, gconstpointer data)
{
  static const char *const numbers[] = { "F2026-0326", NULL };
  AcqEvidenceRequest request = request_for (self, ACQ_EVIDENCE_READER_LAWYER);
  g_autoptr (GError) error = NULL;

  request.numbers = numbers;
  g_assert_null (acq_evidence_survey (self->file, &request, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_INVOICE);
}

static void
cancel_cb (gpointer user_data, guint n_done, guint n_pieces)
{
  g_assert_cmpuint (n_done, <=, n_pieces);
  if (n_done == 2)
    g_cancellable_cancel (user_data);
}

static void
test_cancel (Case *self, gconstpointer data)
{
  AcqEvidenceRequest request = request_for (self, ACQ_EVIDENCE_READER_LAWYER);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 lines = count (self, "SELECT count(*) FROM journal");

  g_assert_null (acq_evidence_export (self->file, &request, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (self->output, G_FILE_TEST_EXISTS));
  g_assert_cmpint (count (self, "SELECT count(*) FROM journal"), ==, lines);
}

static void
test_archive (Case *self, gconstpointer data)
{
  AcqEvidenceRequest request = request_for (self, ACQ_EVIDENCE_READER_LAWYER);
  g_autofree char *path = g_build_filename (self->folder, "evidence.ZIP", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqEvidenceResult) result = NULL;
  g_autofree char *content = NULL;

  request.output = path;
  result = acq_evidence_export (self->file, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "PK\003\004"));
  g_assert_false (acq_evidence_output_is_known ("a.txt"));
}

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) example = NULL;

  g_test_init (&argc, &argv, NULL);
  example = example_case_make (acq_day_parse_iso (TODAY));
#define ADD(path, func) g_test_add ("/workflow/evidence/" path, Case, example, case_set_up, func, case_tear_down)
  ADD ("survey", test_survey);
  ADD ("blocked", test_blocked);
  ADD ("notice-and-proof", test_notice_and_proof);
  ADD ("notice-not-posted", test_notice_not_posted);
  ADD ("company-file-refuses", test_company_file_refuses);
  ADD ("dispute", test_dispute);
  ADD ("missing-copy", test_missing_copy);
  ADD ("documents", test_documents);
  ADD ("other-customer", test_other_customer);
  ADD ("cancel", test_cancel);
  ADD ("archive", test_archive);
  return g_test_run ();
}
