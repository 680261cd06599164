/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same account told by two files of different formats, in other words and with other ids. */
#include "import-case.h"

#define TABLE   "Date;Date de valeur;Débit;Crédit;Libellé\n"
#define ACCOUNT "98765432109"

static void
read_ofx (StoreCase *self)
{
  g_autofree char *lines
    = import_case_ofx (ACCOUNT, (const char *const[]){ "20261110 138.00 A DUPONT SARL F2026-0101", "20261110 138.00 B MARTIN",
                                                       "20261111 -20.00 C EDF", "20261112 50.00 D GARAGE", NULL });

  import_case_read (self, "a.ofx", lines, "4 0 0 0");
}

static void
test_known (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  read_ofx (self);
  import_case_read (self, "b.csv",
                    TABLE "10/11/2026;10/11/2026;;138,00;VIR SEPA DUPONT SARL F2026-0101\n"
                          "10/11/2026;10/11/2026;;138,00;VIR SEPA MARTIN\n"
                          "11/11/2026;11/11/2026;-20,00;;PRLV EDF\n"
                          "12/11/2026;12/11/2026;;50,00;VIR INST GARAGE\n"
                          "13/11/2026;13/11/2026;;50,00;VIR INST GARAGE\n",
                    "1 0 4 0");
  store_case_assert_sound (self);
}

/* One line more of the same amount is one more: each known line explains one and no more. */
static void
test_counted (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  read_ofx (self);
  import_case_read (self, "b.csv",
                    TABLE "10/11/2026;10/11/2026;;138,00;VIR SEPA LEROY\n"
                          "10/11/2026;10/11/2026;;138,00;VIR SEPA DUPONT SARL\n"
                          "10/11/2026;10/11/2026;;138,00;VIR SEPA MARTIN\n"
                          "11/11/2026;11/11/2026;-20,00;;PRLV EDF\n",
                    "1 0 3 0");
}

/* The day on which one was fetched and the other begins may be half in each. */
static void
test_half_day (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  read_ofx (self);
  import_case_read (self, "b.csv",
                    TABLE "12/11/2026;12/11/2026;;50,00;VIR INST BOULANGERIE\n"
                          "13/11/2026;13/11/2026;;70,00;VIR INST GARAGE\n",
                    "2 0 0 0");
}

/* In one format the words and the ids decide, as ever. */
static void
test_one_format (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *lines
    = import_case_ofx (ACCOUNT, (const char *const[]){ "20261109 1.00 X MORNING", "20261110 138.00 E LEROY", NULL });

  read_ofx (self);
  import_case_read (self, "b.ofx", lines, "2 0 0 0");
}

/* The same again, and taken back. */
static void
test_again (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  const char *table = TABLE "10/11/2026;10/11/2026;;138,00;VIR SEPA DUPONT\n"
                            "11/11/2026;11/11/2026;-20,00;;PRLV EDF\n"
                            "13/11/2026;13/11/2026;;9,00;VIR\n";
  gint64 batch;

  read_ofx (self);
  batch = import_case_read (self, "b.csv", table, "1 0 2 0");
  import_case_read (self, "c.csv", table, "0 0 3 0");
  import_case_undo (self, batch);
  import_case_expect (self, "SELECT count(*) FROM bank_transaction", "4");
  store_case_assert_sound (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/two-formats/known", test_known);
  g_test_add_func ("/workflows/two-formats/counted", test_counted);
  g_test_add_func ("/workflows/two-formats/half-day", test_half_day);
  g_test_add_func ("/workflows/two-formats/one-format", test_one_format);
  g_test_add_func ("/workflows/two-formats/again", test_again);
  return g_test_run ();
}
