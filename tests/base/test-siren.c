/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-siren.h"

typedef char *(*Normalizer) (const char *);

typedef struct
{
  const char *text;
  const char *normalized; /* NULL: refused */
} NumberCase;

static void
check_numbers (const NumberCase *cases, gsize n_cases, Normalizer normalize)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *number = normalize (cases[i].text);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (number, ==, cases[i].normalized);
    }
}

static void
test_siren (void)
{
  static const NumberCase cases[] = {
    { "732829320", "732829320" },
    { "732 829 320", "732829320" },
    { "732\u202f829\u00a0320", "732829320" },
    { "732.829.320", "732829320" },
    { "404833048", "404833048" },
    { "356000000", "356000000" },
    { "732829321", NULL },
    { "73282932", NULL },
    { "7328293200", NULL },
    { "73282932A", NULL },
    { "000000000", NULL },
    { "732-829-320", NULL },
    { "", NULL },
    { "\xff", NULL },
    { NULL, NULL },
  };

  check_numbers (cases, G_N_ELEMENTS (cases), acq_siren_normalize);
}

static void
test_siret (void)
{
  static const NumberCase cases[] = {
    { "73282932000074", "73282932000074" },
    { "732 829 320 00074", "73282932000074" },
    { "73282932000075", NULL },
    /* The establishments of La Poste count digits instead, but for its seat. */
    { "35600000049837", "35600000049837" },
    { "35600000000048", "35600000000048" },
    { "35600000049838", NULL },
    { "732829320", NULL },
    { NULL, NULL },
  };

  check_numbers (cases, G_N_ELEMENTS (cases), acq_siret_normalize);
}

static void
test_vat_number (void)
{
  static const NumberCase cases[] = {
    { "FR44732829320", "FR44732829320" },
    { "fr 83 404 833 048", "FR83404833048" },
    { "FR39356000000", "FR39356000000" },
    { "FR45732829320", NULL },
    { "FR44732829321", NULL },
    /* Monaco carries no SIREN. */
    { "FR 53 0000 04605", "FR53000004605" },
    /* Keys with letters. */
    { "FRK7399859412", "FRK7399859412" },
    { "FR4Z123456782", "FR4Z123456782" },
    { "FRK8399859412", NULL },
    { "FRIO334175221", NULL },
    { "DE136695976", "DE136695976" },
    { "BE0428759497", "BE0428759497" },
    { "FR44", NULL },
    { "44732829320", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  check_numbers (cases, G_N_ELEMENTS (cases), acq_vat_number_normalize);
}

static void
test_vat_number_from_siren (void)
{
  static const char *const cases[][2] = {
    { "732829320", "FR44732829320" }, { "404833048", "FR83404833048" }, { "356000000", "FR39356000000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = acq_vat_number_from_siren (cases[i][0]);
      g_autofree char *again = acq_vat_number_normalize (number);

      g_assert_cmpstr (number, ==, cases[i][1]);
      g_assert_cmpstr (again, ==, number);
    }
}

static void
test_creditor_reference (void)
{
  static const char *const valid[] = { "RF18539007547034", "RF18 5390 0754 7034", "rf83fa20260042" };
  static const char *const wrong[] = { "RF18539007547035", "RF", "RF18", "FR18539007547034", "RFX8539007547034", "" };
  g_autofree char *reference = acq_creditor_reference_new ("FA2026-0042");
  g_autofree char *longest = acq_creditor_reference_new ("123456789012345678901");

  g_assert_cmpstr (reference, ==, "RF83FA20260042");
  g_assert_true (acq_creditor_reference_is_valid (longest));
  g_assert_null (acq_creditor_reference_new ("1234567890123456789012"));
  g_assert_null (acq_creditor_reference_new ("---"));
  for (gsize i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (acq_creditor_reference_is_valid (valid[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (acq_creditor_reference_is_valid (wrong[i]));
  g_assert_false (acq_creditor_reference_is_valid (NULL));
}

static void
test_any_creditor_reference (void)
{
  for (int i = 0; i < 5000; i++)
    {
      g_autofree char *number = g_strdup_printf ("F%d-%05d", g_test_rand_int_range (2000, 2100), g_test_rand_int_range (0, 100000));
      g_autofree char *reference = acq_creditor_reference_new (number);

      g_assert_true (acq_creditor_reference_is_valid (reference));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/siren/siren", test_siren);
  g_test_add_func ("/siren/siret", test_siret);
  g_test_add_func ("/siren/vat-number", test_vat_number);
  g_test_add_func ("/siren/vat-number-from-siren", test_vat_number_from_siren);
  g_test_add_func ("/siren/creditor-reference", test_creditor_reference);
  g_test_add_func ("/siren/any-creditor-reference", test_any_creditor_reference);
  return g_test_run ();
}
