/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-formal-notice.h"
#include "letter-case.h"

static GBytes *
write_notice (const LetterCase *letter_case, AcqLetterReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (&error);
  GBytes *pdf;

  g_assert_no_error (error);
  pdf = acq_formal_notice_write (press, letter_case->letter, report, &error);
  g_assert_no_error (error);
  return pdf;
}

/* Leaves the PDF beside the test for those who want to look at it. */
static void
keep (GBytes *pdf, const char *name)
{
  const char *directory = g_getenv ("ACQ_KEEP_LETTERS");
  g_autofree char *path = directory == NULL ? NULL : g_build_filename (directory, name, NULL);

  if (path != NULL)
    g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
}

static void
test_hotel (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  AcqLetterReport report = { 0 };
  g_autoptr (GBytes) pdf = write_notice (letter_case, &report);

  g_assert_cmpint (report.total_due, ==, 2597243);
  g_assert_cmpuint (report.n_letter_pages, ==, 2);
  g_assert_cmpuint (report.n_pages, ==, 10);
  keep (pdf, "formal-notice.pdf");
}

static void
keep_case (LetterCase *taken, const char *name)
{
  g_autoptr (LetterCase) letter_case = taken;
  AcqLetterReport report = { 0 };
  g_autoptr (GBytes) pdf = write_notice (letter_case, &report);

  keep (pdf, name);
}

static void
test_others (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqAccountStatement) statement = letter_case_new_statement (letter_case);
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = acq_account_statement_write (press, statement, NULL, &error);

  g_assert_no_error (error);
  keep (pdf, "statement.pdf");
  keep_case (letter_case_new_consumer (), "consumer.pdf");
  keep_case (letter_case_new_commune (), "commune.pdf");
  keep_case (letter_case_new_many (1), "many-1.pdf");
  keep_case (letter_case_new_many (2), "many-2.pdf");
  keep_case (letter_case_new_many (9), "many-9.pdf");
  keep_case (letter_case_new_many (30), "many-30.pdf");
  keep_case (letter_case_new_many (200), "many-200.pdf");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formal-notice/hotel", test_hotel);
  g_test_add_func ("/formal-notice/others", test_others);
  return g_test_run ();
}
