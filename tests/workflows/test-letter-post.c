/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-post.h"

#include "acq-approval.h"
#include "acq-journal.h"
#include "acq-workflow-error.h"
#include "sender-case.h"

static AcqDay
day (const char *iso)
{
  return acq_day_parse_iso (iso);
}

/* With the notice that was written today. */
static StoreCase *
new_case (void)
{
  StoreCase *self = store_case_new ();

  g_free (sender_case_write_notice (self));
  return self;
}

static char *
reference_of (const StoreCase *self)
{
  return store_case_ask (self, "SELECT reference FROM issued_letter");
}

static AcqDay
today_of (const StoreCase *self)
{
  return acq_clock_today (acq_company_file_clock (self->file));
}

static void
post (const StoreCase *self)
{
  const char *const numbers[] = { "F1", NULL };
  AcqSentRecord record = { .day = today_of (self), .registered_number = " 1A 234 " };
  g_autoptr (GError) error = NULL;

  acq_approval_settle_notice (self->file, "C1", numbers, &record, &error);
  g_assert_no_error (error);
}

/* Posted at the counter: the letter knows its number, and where the counter says another, the reminder moves with it. */
static void
test_posting (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autofree char *reference = reference_of (self);
  g_autoptr (AcqLetterRecord) posted = NULL, moved = NULL;
  g_autofree char *reminded = NULL, *number = NULL;
  AcqPostalRecord later;
  g_autoptr (GError) error = NULL;

  post (self);
  posted = acq_letter_record_load (self->file, reference, &error);
  g_assert_no_error (error);
  g_assert_cmpint (posted->letter->post.posted, ==, today_of (self));
  g_assert_cmpstr (posted->letter->post.number, ==, "1A 234");
  later = posted->letter->post;
  later.number = (char *) "1A 999";
  later.posted = today_of (self) + 1;
  g_assert_true (acq_letter_record_post (self->file, reference, &later, &error));
  g_assert_no_error (error);
  moved = acq_letter_record_load (self->file, reference, NULL);
  g_assert_cmpint (moved->letter->post.posted, ==, today_of (self) + 1);
  reminded = store_case_ask (self, "SELECT day FROM reminder WHERE channel = 'registered_letter'");
  g_assert_cmpint (day (reminded), ==, today_of (self) + 1);
  number = store_case_ask (self, "SELECT registered_number FROM message");
  g_assert_cmpstr (number, ==, "1A 999");
  store_case_assert_sound (self);
}

/* A contradiction is refused by its name, and nothing is kept of it. */
static void
test_wrong_days (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autofree char *reference = reference_of (self), *before = NULL;
  AcqPostalRecord unposted
    = { .posted = ACQ_DAY_NONE, .presented = ACQ_DAY_NONE, .received = ACQ_DAY_NONE, .returned = ACQ_DAY_NONE };
  AcqPostalRecord tomorrow = { NULL, today_of (self), today_of (self) + 1, ACQ_DAY_NONE, ACQ_DAY_NONE };
  g_autoptr (GError) error = NULL, future = NULL, unknown = NULL;

  post (self);
  before = store_case_dump (self, TRUE);
  g_assert_false (acq_letter_record_post (self->file, reference, &unposted, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY);
  g_assert_cmpstr (error->message, ==, "posted");
  g_assert_false (acq_letter_record_post (self->file, reference, &tomorrow, &future));
  g_assert_cmpstr (future->message, ==, "presented");
  g_assert_false (acq_letter_record_post (self->file, "MED-1999-0001", &unposted, &unknown));
  g_assert_error (unknown, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_LETTER);
  store_case_assert_dump (self, TRUE, before);
}

static void
test_proofs (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autofree char *reference = reference_of (self);
  g_autofree char *scan = store_case_write (self, "avis de réception.pdf", "%PDF-1.4 scan");
  g_autofree char *text = store_case_write (self, "note.txt", "no scan");
  g_autofree char *nothing = store_case_path (self, "none.pdf");
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL, missing = NULL;
  const AcqLetterProof *proof;

  g_assert_true (acq_letter_record_add_proof (self->file, reference, ACQ_LETTER_PROOF_ACKNOWLEDGEMENT, scan, NULL));
  g_assert_true (acq_letter_record_add_proof (self->file, reference, ACQ_LETTER_PROOF_ACKNOWLEDGEMENT, scan, NULL));
  g_assert_false (acq_letter_record_add_proof (self->file, reference, ACQ_LETTER_PROOF_OTHER, text, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_PROOF);
  g_assert_false (acq_letter_record_add_proof (self->file, reference, ACQ_LETTER_PROOF_OTHER, nothing, &missing));
  g_assert_error (missing, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_UNREADABLE_FILE);
  records = acq_letter_record_list (self->file, "C1", NULL);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_cmpuint (((AcqLetterRecord *) records->pdata[0])->proofs->len, ==, 1);
  proof = ((AcqLetterRecord *) records->pdata[0])->proofs->pdata[0];
  g_assert_cmpstr (proof->name, ==, "avis de réception.pdf");
  bytes = acq_letter_record_load_proof (self->file, proof->id, NULL);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "%PDF-1.4 scan", 13);
  store_case_assert_sound (self);
  g_assert_true (acq_letter_record_remove_proof (self->file, reference, proof->id, NULL));
  g_assert_false (acq_letter_record_remove_proof (self->file, reference, proof->id, NULL));
}

static void
test_of_nobody (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (GPtrArray) records = acq_letter_record_list (self->file, "C9", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (records->len, ==, 0);
  g_assert_null (acq_letter_record_load_pdf (self->file, "MED-2026-0001", &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_LETTER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-post/posting", test_posting);
  g_test_add_func ("/letter-post/wrong-days", test_wrong_days);
  g_test_add_func ("/letter-post/proofs", test_proofs);
  g_test_add_func ("/letter-post/of-nobody", test_of_nobody);
  return g_test_run ();
}
