/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-iban.h"

#include <string.h>

static void
test_valid (void)
{
  static const char *const cases[][2] = {
    { "FR1420041010050500013M02606", "FR1420041010050500013M02606" },
    { "fr76 3000 6000 0112 3456 7890 189", "FR7630006000011234567890189" },
    { "FR76\u00a03000\u00a04000\u202f0312 3456.7890 143", "FR7630004000031234567890143" },
    { "DE89370400440532013000", "DE89370400440532013000" },
    { "BE68 5390 0754 7034", "BE68539007547034" },
    { "GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432" },
    { "MC5811222000010123456789030", "MC5811222000010123456789030" },
    { "MT84MALT011000012345MTLCAST001S", "MT84MALT011000012345MTLCAST001S" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iban = acq_iban_normalize (cases[i][0]);

      g_assert_cmpstr (iban, ==, cases[i][1]);
      g_assert_true (acq_iban_is_valid (cases[i][0]));
      g_assert_true (acq_iban_rib_key_is_valid (iban));
    }
}

static void
test_refused (void)
{
  static const char *const cases[] = {
    "", "FR", "FR76", "FR7630006000011234567890188", "FR763000600001123456789018", "FR76300060000112345678901899",
    "3000600001123456789018976FR", "FR76-3000-6000-0112-3456-7890-189", "FR7630006000011234567890189é", "\xff\xfe",
    "FR76 3000 6000 0112 3456 7890 189 3000 6000 0112 3456 7890 189",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_null (acq_iban_normalize (cases[i]));
  g_assert_null (acq_iban_normalize (NULL));
  g_assert_false (acq_iban_is_valid (NULL));
}

/* Check digits 00 leave the same remainder as 97, and can never have been given. */
static void
test_impossible_check_digits (void)
{
  int seen = 0;

  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *iban = g_strdup_printf ("DE97%018d", i);

      if (!acq_iban_is_valid (iban))
        continue;
      seen++;
      iban[2] = iban[3] = '0';
      g_assert_false (acq_iban_is_valid (iban));
    }
  g_assert_cmpint (seen, >, 0);
}

/* The check finds each single wrong digit and each exchange of neighbours that differ. */
static void
test_slips_are_found (void)
{
  const char *iban = "FR7630006000011234567890189";

  for (gsize i = 2; iban[i] != '\0'; i++)
    {
      g_autofree char *wrong = g_strdup (iban);

      for (char digit = '0'; digit <= '9'; digit++)
        {
          wrong[i] = digit;
          g_assert_cmpint (acq_iban_is_valid (wrong), ==, digit == iban[i]);
        }
      wrong[i] = iban[i];
      if (iban[i + 1] == '\0' || iban[i] == iban[i + 1])
        continue;
      wrong[i] = iban[i + 1];
      wrong[i + 1] = iban[i];
      g_assert_false (acq_iban_is_valid (wrong));
    }
}

static void
test_format (void)
{
  g_autofree char *spaced = acq_iban_format ("FR7630006000011234567890189", " ");
  g_autofree char *empty = acq_iban_format ("", " ");

  g_assert_cmpstr (spaced, ==, "FR76 3000 6000 0112 3456 7890 189");
  g_assert_cmpstr (empty, ==, "");
}

static void
test_from_rib (void)
{
  static const char *const cases[][4] = {
    { "20041", "01005", "0500013M026", "FR1420041010050500013M02606" },
    { "30006", "00001", "12345678901", "FR7630006000011234567890189" },
    { "30004", "00003", "12345678901", "FR7630004000031234567890143" },
    { "20041", "01005", "0500013m026", "FR1420041010050500013M02606" },
  };
  static const char *const wrong[][3] = {
    { "3000", "00001", "1" }, { "30006", "000011", "1" }, { "30006", "00001", "" },
    { "30006", "00001", "123456789012" }, { "30006", "00001", "12-34" }, { NULL, "00001", "1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iban = acq_iban_from_rib (cases[i][0], cases[i][1], cases[i][2]);

      g_assert_cmpstr (iban, ==, cases[i][3]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (acq_iban_from_rib (wrong[i][0], wrong[i][1], wrong[i][2]));
}

static char
random_letter (const char *letters)
{
  return letters[g_test_rand_int_range (0, (int) strlen (letters))];
}

static void
test_from_any_rib (void)
{
  const char *letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  for (int round = 0; round < 5000; round++)
    {
      char bank[6] = { 0 }, branch[6] = { 0 }, account[12] = { 0 };
      g_autofree char *iban = NULL;
      g_autofree char *normalized = NULL;

      for (int i = 0; i < 5; i++)
        {
          bank[i] = random_letter ("0123456789");
          branch[i] = random_letter ("0123456789");
        }
      for (int i = g_test_rand_int_range (1, 12) - 1; i >= 0; i--)
        account[i] = random_letter (letters);
      iban = acq_iban_from_rib (bank, branch, account);
      normalized = acq_iban_normalize (iban);
      g_assert_cmpstr (iban, ==, normalized);
      g_assert_true (acq_iban_rib_key_is_valid (iban));
    }
}

static void
test_rib_key (void)
{
  g_assert_false (acq_iban_rib_key_is_valid ("FR7630006000011234567890188"));
  g_assert_true (acq_iban_rib_key_is_valid ("DE89370400440532013000"));
}

static void
test_bic (void)
{
  g_assert_true (acq_bic_is_valid ("BNPAFRPP"));
  g_assert_true (acq_bic_is_valid ("BNPAFRPPXXX"));
  g_assert_true (acq_bic_is_valid ("E097FRPP"));
  g_assert_false (acq_bic_is_valid ("BNPAFRP"));
  g_assert_false (acq_bic_is_valid ("BNPAFRPPXX"));
  g_assert_false (acq_bic_is_valid ("BNPA12PP"));
  g_assert_false (acq_bic_is_valid ("BNPAFR P"));
  g_assert_false (acq_bic_is_valid (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/iban/valid", test_valid);
  g_test_add_func ("/iban/refused", test_refused);
  g_test_add_func ("/iban/impossible-check-digits", test_impossible_check_digits);
  g_test_add_func ("/iban/slips-are-found", test_slips_are_found);
  g_test_add_func ("/iban/format", test_format);
  g_test_add_func ("/iban/from-rib", test_from_rib);
  g_test_add_func ("/iban/from-any-rib", test_from_any_rib);
  g_test_add_func ("/iban/rib-key", test_rib_key);
  g_test_add_func ("/iban/bic", test_bic);
  return g_test_run ();
}
