/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-company.h"

/* Each key reaches a field of its own. */
static void
test_keys (void)
{
  g_autoptr (AcqCompany) company = acq_company_new ();
  const char *const *keys = acq_company_keys ();
  guint n = 0;

  for (; keys[n] != NULL; n++)
    {
      g_assert_null (acq_company_get (company, keys[n]));
      g_assert_true (acq_company_set (company, keys[n], keys[n]));
    }
  g_assert_cmpuint (n, ==, sizeof (AcqCompany) / sizeof (char *));
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (acq_company_get (company, keys[i]), ==, keys[i]);
  g_assert_cmpstr (company->name, ==, "name");
  g_assert_cmpstr (company->logo, ==, "logo");
}

static void
test_values (void)
{
  g_autoptr (AcqCompany) company = acq_company_new ();

  g_assert_true (acq_company_set (company, "city", "Dole"));
  g_assert_true (acq_company_set (company, "city", "Lons-le-Saunier"));
  g_assert_cmpstr (acq_company_get (company, "city"), ==, "Lons-le-Saunier");
  g_assert_true (acq_company_set (company, "city", ""));
  g_assert_null (acq_company_get (company, "city"));
  g_assert_true (acq_company_set (company, "city", NULL));
  g_assert_false (acq_company_set (company, "colour", "blue"));
  g_assert_false (acq_company_set (company, NULL, "blue"));
  g_assert_null (acq_company_get (company, "colour"));
}

static void
test_sole_trader (void)
{
  g_autoptr (AcqCompany) company = acq_company_new ();

  g_assert_false (acq_company_is_sole_trader (company));
  acq_company_set (company, "legal_form", "SARL");
  g_assert_false (acq_company_is_sole_trader (company));
  acq_company_set (company, "legal_form", "EI");
  g_assert_true (acq_company_is_sole_trader (company));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/company/keys", test_keys);
  g_test_add_func ("/company/values", test_values);
  g_test_add_func ("/company/sole-trader", test_sole_trader);
  return g_test_run ();
}
