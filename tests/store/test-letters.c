/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-repository.h"
#include "store-case.h"

static AcqDay
day (const char *iso)
{
  return acq_day_parse_iso (iso);
}

static StoreCase *
new_case (void)
{
  StoreCase *self = store_case_new ();
  g_autoptr (GError) error = NULL;

  acq_connection_exec (self->connection,
                       "INSERT INTO customer (id, code, name, name_key, kind, kind_source) VALUES"
                       " (1, 'C1', 'Dupont', 'DUPONT', 'company', 'stated'), (2, 'C2', 'Durand', 'DURAND', 'company',"
                       " 'stated');"
                       "INSERT INTO invoice (id, number, customer_id, kind, issued, currency, total, balance) VALUES"
                       " (1, 'F1', 1, 'invoice', '2026-01-10', 'EUR', 10000, 10000),"
                       " (2, 'F2', 1, 'invoice', '2026-01-10', 'EUR', 10000, 10000)",
                       &error);
  g_assert_no_error (error);
  return self;
}

static AcqIssuedLetter *
write_letter (const StoreCase *self, const char *reference, gint64 customer_id, gint64 invoice_id)
{
  AcqIssuedLetter *letter = acq_issued_letter_new ();
  g_autoptr (GBytes) pdf = g_bytes_new_static ("abc", 3);
  g_autoptr (GError) error = NULL;

  letter->model = g_strdup ("formal_notice");
  letter->reference = g_strdup (reference);
  letter->customer_id = customer_id;
  letter->day = day ("2026-03-02");
  letter->n_pages = 3;
  letter->total_due = 10000;
  letter->accepted = g_strdup ("missing_copy");
  letter->reason = g_strdup ("sent with the first letter");
  letter->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  if (invoice_id != 0)
    g_array_append_val (letter->invoice_ids, invoice_id);
  acq_letter_repository_insert (self->connection, letter, pdf, &error);
  g_assert_no_error (error);
  return letter;
}

static void
test_kept (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqIssuedLetter) first = write_letter (self, "MED-2026-0001", 1, 2);
  g_autoptr (AcqIssuedLetter) slip = write_letter (self, "RCH-2026-0001", 0, 0);
  g_autoptr (GPtrArray) all = acq_letter_repository_list (self->connection, 0, NULL);
  g_autoptr (GPtrArray) of_first = acq_letter_repository_list (self->connection, 1, NULL);
  g_autoptr (GPtrArray) of_second = acq_letter_repository_list (self->connection, 2, NULL);
  g_autoptr (AcqIssuedLetter) found = acq_letter_repository_find (self->connection, "MED-2026-0001", NULL);
  g_autoptr (GBytes) pdf = acq_letter_repository_load_pdf (self->connection, found->id, NULL);

  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (of_first->len, ==, 1);
  g_assert_cmpuint (of_second->len, ==, 0);
  g_assert_null (acq_letter_repository_find (self->connection, "MED-2026-0002", NULL));
  g_assert_cmpint (found->id, ==, first->id);
  g_assert_cmpint (found->customer_id, ==, 1);
  g_assert_cmpint (found->day, ==, day ("2026-03-02"));
  g_assert_cmpuint (found->n_pages, ==, 3);
  g_assert_cmpint (found->total_due, ==, 10000);
  g_assert_cmpstr (found->accepted, ==, "missing_copy");
  g_assert_cmpstr (found->reason, ==, "sent with the first letter");
  g_assert_cmpuint (found->invoice_ids->len, ==, 1);
  g_assert_cmpint (g_array_index (found->invoice_ids, gint64, 0), ==, 2);
  g_assert_null (found->post.number);
  g_assert_cmpint (found->post.posted, ==, ACQ_DAY_NONE);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), "abc", 3);
  g_assert_cmpint (slip->customer_id, ==, 0);
}

/* Two letters never share a reference. */
static void
test_one_reference (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqIssuedLetter) letter = write_letter (self, "MED-2026-0001", 1, 1);
  g_autoptr (GBytes) pdf = g_bytes_new_static ("abd", 3);
  g_autoptr (GError) error = NULL;

  g_assert_false (acq_letter_repository_insert (self->connection, letter, pdf, &error));
  g_assert_nonnull (error);
}

static void
test_post_and_proofs (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqIssuedLetter) letter = write_letter (self, "MED-2026-0001", 1, 1);
  g_autofree char *number = g_strdup ("1A 234 567 8901 2");
  AcqPostalRecord post = { number, day ("2026-03-03"), day ("2026-03-05"), ACQ_DAY_NONE, day ("2026-03-21") };
  AcqLetterProof proof = {
    .letter_id = letter->id, .kind = ACQ_LETTER_PROOF_RETURN, .name = (char *) "scan.pdf", .added = day ("2026-03-22")
  };
  g_autoptr (GBytes) scan = g_bytes_new_static ("scan", 4);
  g_autoptr (AcqIssuedLetter) found = NULL;
  g_autoptr (GPtrArray) proofs = NULL;
  g_autoptr (GBytes) kept = NULL;
  gboolean added = FALSE;

  g_assert_true (acq_letter_repository_set_post (self->connection, letter->id, &post, NULL));
  found = acq_letter_repository_find (self->connection, "MED-2026-0001", NULL);
  g_assert_cmpstr (found->post.number, ==, number);
  g_assert_cmpint (found->post.posted, ==, day ("2026-03-03"));
  g_assert_cmpint (found->post.presented, ==, day ("2026-03-05"));
  g_assert_cmpint (found->post.received, ==, ACQ_DAY_NONE);
  g_assert_cmpint (found->post.returned, ==, day ("2026-03-21"));
  g_assert_true (acq_letter_repository_add_proof (self->connection, &proof, scan, &added, NULL));
  g_assert_true (added);
  g_assert_true (acq_letter_repository_add_proof (self->connection, &proof, scan, &added, NULL));
  g_assert_false (added);
  proofs = acq_letter_repository_list_proofs (self->connection, letter->id, NULL);
  g_assert_cmpuint (proofs->len, ==, 1);
  g_assert_cmpint (((AcqLetterProof *) proofs->pdata[0])->kind, ==, ACQ_LETTER_PROOF_RETURN);
  g_assert_cmpstr (((AcqLetterProof *) proofs->pdata[0])->name, ==, "scan.pdf");
  kept = acq_letter_repository_load_proof (self->connection, ((AcqLetterProof *) proofs->pdata[0])->id, NULL);
  g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), "scan", 4);
  g_assert_true (acq_letter_repository_remove_proof (self->connection, ((AcqLetterProof *) proofs->pdata[0])->id, NULL));
  g_clear_pointer (&proofs, g_ptr_array_unref);
  proofs = acq_letter_repository_list_proofs (self->connection, letter->id, NULL);
  g_assert_cmpuint (proofs->len, ==, 0);
}

/* The days of the post in their order; a letter that nobody collected has been presented. */
static void
test_days (void)
{
  static const struct
  {
    const char *posted;
    const char *presented;
    const char *received;
    const char *returned;
    const char *wrong;
  } cases[] = {
    { "", "", "", "", NULL },
    { "2026-03-02", "", "", "", NULL },
    { "2026-03-20", "", "", "", NULL }, /* it will be posted then */
    { "2026-03-03", "2026-03-05", "2026-03-05", "", NULL },
    { "2026-03-03", "2026-03-05", "", "2026-03-09", NULL },
    { "", "", "2026-03-05", "", NULL },
    { "2026-03-01", "", "", "", "posted" },
    { "2026-03-05", "2026-03-04", "", "", "presented" },
    { "2026-03-03", "2026-03-11", "", "", "presented" },
    { "2026-03-03", "2026-03-06", "2026-03-05", "", "received" },
    { "", "", "2026-03-01", "", "received" },
    { "2026-03-03", "2026-03-06", "", "2026-03-05", "returned" },
    { "2026-03-03", "2026-03-06", "2026-03-06", "2026-03-09", "returned" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AcqPostalRecord post = { NULL, day (cases[i].posted), day (cases[i].presented), day (cases[i].received),
                               day (cases[i].returned) };

      g_assert_cmpstr (acq_postal_record_find_wrong_day (&post, day ("2026-03-02"), day ("2026-03-10")), ==,
                       cases[i].wrong);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/letters/kept", test_kept);
  g_test_add_func ("/store/letters/one-reference", test_one_reference);
  g_test_add_func ("/store/letters/post-and-proofs", test_post_and_proofs);
  g_test_add_func ("/store/letters/days", test_days);
  return g_test_run ();
}
