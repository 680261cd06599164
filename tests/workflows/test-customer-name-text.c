/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-name-text.h"

static void
test_short (void)
{
  static const struct
  {
    const char *name;
    const char *wanted;
  } cases[] = {
    { "Constructions Maubrey SAS", "Constructions Maubrey" },
    { "Mme Odile Vernerey", "Mme Odile Vernerey" },
    { "SARL", "SARL" },
    { " SAS", " SAS" },
    { "Maubrey SAS Dole", "Maubrey SAS Dole" },
    { "Maubrey Sas", "Maubrey Sas" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = acq_customer_name_text_short (cases[i].name);

      g_assert_cmpstr (found, ==, cases[i].wanted);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/customer-name-text/short", test_short);
  return g_test_run ();
}
