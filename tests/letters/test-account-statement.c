/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-letter-check.h"
#include "letter-case.h"
#include "pdf-probe.h"

static void
test_hotel (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqAccountStatement) statement = letter_case_new_statement (letter_case);
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GError) error = NULL;
  AcqLetterReport report = { 0 };
  g_autoptr (GBytes) pdf = acq_account_statement_write (press, statement, &report, &error);
  PopplerDocument *document;

  g_assert_no_error (error);
  g_assert_cmpint (report.total_due, ==, 2351160);
  g_assert_cmpuint (report.n_pages, ==, 1);
  pdf_probe_keep (pdf, "statement.pdf");
  document = pdf_probe_open (pdf);
  pdf_probe_expect (document, 0, "1 860,00 € 3 474,00 € – 1 152,00 € 18 885,60 € 25 371,60 €");
  pdf_probe_expect (document, 0, "7 % 14 % – 5 % 74 %");
  pdf_probe_expect (document, 0, "16/03/2026 Avoir A2026-0004 – F2026-0012 288,00 11 955,60");
  pdf_probe_expect (document, 0, "Totaux et solde en notre faveur 29 631,60 4 260,00 25 371,60");
  pdf_probe_expect (
    document, 0,
    "Échu à régler : 23 511,60 €. Montants TTC, hors pénalités de retard et indemnités. Banque à jour au "
    "20 novembre 2026.");
  pdf_probe_expect (document, 0, "C00231 RELEVE");
  g_object_unref (document);
}

static void
test_ages_are_the_balance (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqAccountStatement) statement = letter_case_new_statement (letter_case);
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GError) error = NULL;

  statement->ages[ACQ_AGE_OVER_90]--;
  g_assert_null (acq_account_statement_write (press, statement, NULL, &error));
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_FIGURES);
}

static void
test_nothing_owed (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqAccountStatement) statement = letter_case_new_statement (letter_case);
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GBytes) pdf = NULL;
  PopplerDocument *document;
  g_autofree char *text = NULL;

  acq_account_statement_add_movement (statement, statement->day, "Virement reçu", ACQ_DAY_NONE, 0,
                                      2537160 + 5000);
  memset (statement->ages, 0, sizeof statement->ages);
  statement->ages[ACQ_AGE_NOT_DUE] = -5000;
  pdf = acq_account_statement_write (press, statement, NULL, NULL);
  document = pdf_probe_open (pdf);
  text = pdf_probe_text (document, 0);
  pdf_probe_expect (document, 0, "Totaux et solde en votre faveur");
  pdf_probe_expect (document, 0, "Rien n’est échu à ce jour.");
  g_assert_null (strstr (text, "Règlement par virement"));
  g_object_unref (document);
}

/* Writes the statement, compares what is asked and whether there is a payment box; its text is searched for the words. */
static void
assert_asks (const AcqAccountStatement *statement, gint64 asked, const char *words)
{
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GError) error = NULL;
  AcqLetterReport report = { 0 };
  g_autoptr (GBytes) pdf = acq_account_statement_write (press, statement, &report, &error);
  PopplerDocument *document;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (report.total_due, ==, asked);
  document = pdf_probe_open (pdf);
  text = pdf_probe_text (document, 0);
  pdf_probe_expect (document, 0, words);
  g_assert_cmpint (strstr (text, "C00231 RELEVE") != NULL, ==, asked > 0);
  g_object_unref (document);
}

/* Of 23 511.60 overdue, a credit leaves less to ask where it brings the balance below. */
static void
test_no_more_than_the_balance (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqAccountStatement) statement = letter_case_new_statement (letter_case);

  acq_account_statement_add_movement (statement, statement->day, "Virement reçu – à affecter", ACQ_DAY_NONE,
                                      0, 2000000);
  statement->ages[ACQ_AGE_NOT_DUE] -= 2000000;
  assert_asks (statement, 537160, "Échu à régler : 5 371,60 €.");
  acq_account_statement_add_movement (statement, statement->day, "Avoir", ACQ_DAY_NONE, 0, 537160);
  statement->ages[ACQ_AGE_NOT_DUE] -= 537160;
  assert_asks (
    statement, 0,
    "Rien n’est à régler à ce jour. Avoirs et sommes à affecter figurent en moins dans « Non échu ».");
}

static void
test_in_flight (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqAccountStatement) statement = letter_case_new_statement (letter_case);

  acq_account_statement_add_in_flight (statement, acq_day_new (2026, 11, 19), "Chèque reçu", 85000);
  assert_asks (statement, 2351160 - 85000,
               "Échu à régler : 22 661,60 €. Chèque reçu le 19/11/2026, 850,00 €, à encaisser : non déduit");
  acq_account_statement_add_in_flight (statement, acq_day_new (2026, 11, 20), "Chèque reçu", 2300000);
  assert_asks (statement, 0, "Rien n’est à régler à ce jour.");
}

static void
test_ages (void)
{
  AcqDay day = acq_day_new (2026, 11, 23);

  g_assert_cmpint (acq_age_of (day, day), ==, ACQ_AGE_NOT_DUE);
  g_assert_cmpint (acq_age_of (day - 1, day), ==, ACQ_AGE_UP_TO_30);
  g_assert_cmpint (acq_age_of (day - 30, day), ==, ACQ_AGE_UP_TO_30);
  g_assert_cmpint (acq_age_of (day - 31, day), ==, ACQ_AGE_UP_TO_60);
  g_assert_cmpint (acq_age_of (day - 90, day), ==, ACQ_AGE_UP_TO_90);
  g_assert_cmpint (acq_age_of (day - 91, day), ==, ACQ_AGE_OVER_90);
}

static void
test_two_hundred_movements (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqAccountStatement) statement = letter_case_new_statement (letter_case);
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GArray) flaws = acq_account_statement_find_flaws (press, statement);
  AcqLetterReport report = { 0 };
  g_autoptr (GBytes) pdf = NULL;
  PopplerDocument *document;

  g_assert_cmpuint (flaws->len, ==, 0);
  for (int i = 0; i < 200; i++)
    acq_account_statement_add_movement (statement, statement->day, "Facture & <avoir>", statement->day, 100,
                                        100);
  pdf = acq_account_statement_write (press, statement, &report, NULL);
  document = pdf_probe_open (pdf);
  g_assert_cmpuint (report.n_pages, >, 4);
  for (int page = 1; page + 1 < (int) report.n_pages; page++)
    {
      g_autofree char *text = pdf_probe_text (document, page);

      g_assert_nonnull (strstr (text, "Libellé"));
    }
  g_object_unref (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/account-statement/hotel", test_hotel);
  g_test_add_func ("/account-statement/ages-are-the-balance", test_ages_are_the_balance);
  g_test_add_func ("/account-statement/nothing-owed", test_nothing_owed);
  g_test_add_func ("/account-statement/no-more-than-the-balance", test_no_more_than_the_balance);
  g_test_add_func ("/account-statement/in-flight", test_in_flight);
  g_test_add_func ("/account-statement/ages", test_ages);
  g_test_add_func ("/account-statement/two-hundred-movements", test_two_hundred_movements);
  return g_test_run ();
}
