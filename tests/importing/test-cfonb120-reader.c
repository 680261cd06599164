/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-recorder.h"

#include <string.h>

extern const AcqImportFormat acq_cfonb120_format;

/* Trailing blanks are trimmed, as some banks do; that a record is 120 characters long is tested apart. */
static const char good[]
  = "0130004    02837EUR2 98765432109  311225                                                  "
    "0000000010000{\n"
    "0430004    02837EUR2 9876543210918050126  060126VIR SEPA DUPONT SARL             00000000 "
    "0000000012345FFA2026-001\n"
    "0530004    02837EUR2 9876543210918050126     NPYDUPONT SARL\n"
    "0530004    02837EUR2 9876543210918050126     LCCFACTURE 2026-001 DU 3 JANVIER ET 2026-002 DU 5 JANVIER, "
    "CHANTIER RUE V\n"
    "0530004    02837EUR2 9876543210918050126     LC2ICTOR HUGO\n"
    "0530004    02837EUR2 9876543210918050126     RCNE2E-77                             SUPP\n"
    "0530004    02837EUR2 9876543210918050126     IPY123456789\n"
    "\n"
    "0430004    02837EUR2 98765432109B3070126AM070126PRLV SEPA REJETE                 00000000 "
    "0000000000500}\n"
    "0530004    02837EUR2 98765432109B3070126     LIBMOTIF PROVISION INSUFFISANTE\n"
    "0530004    02837EUR2 98765432109B3070126     RCNNOTPROVIDED\n"
    "0430004    02837EUR2 9876543210902080126  080126REMISE CHEQUES                   00001420 "
    "0000000000020{\n"
    "0730004    02837EUR2 98765432109  310126                                                  "
    "0000000021865F\n";

static const char whole_movement[] = "0130004    02837EUR2 98765432109  311225                               "
                                     "                   0000000000000{                "
                                     "0430004    02837EUR2 9876543210962050126  050126F COMMISSION           "
                                     "          00000000 0000000000000J                "
                                     "0730004    02837EUR2 98765432109  310126                               "
                                     "                   0000000000000J                ";

#define OLD_BALANCE                                                                                          \
  "0130004    02837EUR2 98765432109  311225                                                  "               \
  "0000000000000{                "
#define NEW_BALANCE                                                                                          \
  "0730004    02837EUR2 98765432109  310126                                                  "               \
  "0000000000000{                "
#define STATEMENT "statement EUR iban=FR7630004028379876543210976 bank=30004\n"

static void
test_good (void)
{
  acq_statement_recorder_expect (
    NULL, good,
    STATEMENT "2026-01-05 1234.56 [VIR SEPA DUPONT SARL FA2026-001 DUPONT SARL FACTURE 2026-001 DU 3 JANVIER "
              "ET 2026-002 DU 5 JANVIER,"
              " CHANTIER RUE VICTOR HUGO] value=2026-01-06 from=DUPONT SARL for=FACTURE 2026-001 DU 3 "
              "JANVIER ET 2026-002 DU 5 JANVIER,"
              " CHANTIER RUE VICTOR HUGO e2e=E2E-77 by=transfer\n"
              "2026-01-07 -50.00 [PRLV SEPA REJETE MOTIF PROVISION INSUFFISANTE] value=2026-01-07 "
              "for=MOTIF PROVISION INSUFFISANTE by=direct_debit returned reason=AM\n"
              "2026-01-08 2.00 [REMISE CHEQUES] value=2026-01-08 cheque=0000142 by=cheque\n"
              "end 2026-01-05 2026-01-31 1000.00 2186.56\n");
}

/* Without line ends, with those of Windows, and with blanks behind. */
static void
test_line_ends (void)
{
  static const char *const log = STATEMENT
    "2026-01-05 -0.01 [F COMMISSION] value=2026-01-05 by=fee\nend 2026-01-05 2026-01-31 0.00 -0.01\n";
  g_autofree char *windows = g_strdup_printf ("%.120s\r\n%.120s   \r\n\r\n%.120s\n", whole_movement,
                                              whole_movement + 120, whole_movement + 240);

  g_assert_cmpuint (strlen (whole_movement), ==, 360);
  acq_statement_recorder_expect (NULL, whole_movement, log);
  acq_statement_recorder_expect (NULL, windows, log);
}

typedef struct
{
  const char *amount;
  const char *shown; /* NULL: rejected */
} AmountCase;

/* The braces, their French variants in ISO 8859-1, and lower case. */
static const AmountCase amounts[] = {
  { "0000000000322J", "-32.21" }, { "0000000000322A", "32.21" },    { "0000000000322{", "32.20" },
  { "0000000000322}", "-32.20" }, { "0000000000322\xe9", "32.20" }, { "0000000000322\xe8", "-32.20" },
  { "0000000000322r", "-32.29" }, { "          322i", "32.29" },    { "00000000003225", NULL },
  { "000000000032 J", NULL },     { "9999999999999I", NULL },       { "              ", NULL },
};

static void
test_amounts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
      g_autofree char *text = g_strconcat (whole_movement, NULL);
      g_autofree char *expected = g_strdup_printf ("\n2026-01-05 %s [", amounts[i].shown);

      memcpy (text + 120 + 90, amounts[i].amount, 14);
      acq_statement_recorder_read (recorder, &acq_cfonb120_format, text, strlen (text), NULL);
      g_assert_cmpuint (recorder->n_rejects, ==, amounts[i].shown == NULL);
      g_assert_cmpint (strstr (recorder->log->str, expected) != NULL, ==, amounts[i].shown != NULL);
    }
}

/* LCL leaves currency and decimals of the balances blank; XPF has no decimals. */
static void
test_currencies (void)
{
  g_autofree char *blank = g_strdup (whole_movement);
  g_autofree char *pacific = g_strdup (whole_movement);

  memcpy (blank + 16, "    ", 4);
  memcpy (blank + 240 + 16, "    ", 4);
  acq_statement_recorder_expect (
    &acq_cfonb120_format, blank,
    STATEMENT
    "2026-01-05 -0.01 [F COMMISSION] value=2026-01-05 by=fee\nend 2026-01-05 2026-01-31 0.00 -0.01\n");
  for (int i = 0; i < 3; i++)
    memcpy (pacific + i * 120 + 16, "XPF0", 4);
  acq_statement_recorder_expect (
    &acq_cfonb120_format, pacific,
    "statement XPF iban=FR7630004028379876543210976 bank=30004\n"
    "2026-01-05 -1 [F COMMISSION] value=2026-01-05 by=fee\nend 2026-01-05 2026-01-31 0 -1\n");
}

/* A record is 120 characters, in UTF-8 too. */
static void
test_accents (void)
{
  g_autofree char *text = g_strdup_printf ("%.168s\xc3\xa9%s", whole_movement, whole_movement + 169);

  acq_statement_recorder_expect (
    &acq_cfonb120_format, text,
    STATEMENT
    "2026-01-05 -0.01 [é COMMISSION] value=2026-01-05 by=fee\nend 2026-01-05 2026-01-31 0.00 -0.01\n");
}

static void
test_refusals (void)
{
  const char *movement = whole_movement + 120;
  g_autofree char *cut = g_strndup (good, strlen (good) - 130);
  g_autofree char *no_start = g_strdup (movement);
  g_autofree char *twice = g_strconcat (OLD_BALANCE, whole_movement, NULL);
  g_autofree char *short_end = g_strndup (whole_movement, 240 + 95);
  g_autofree char *orphan = g_strconcat (OLD_BALANCE, strstr (good, "0530004"), NULL);

  acq_statement_recorder_expect_error (&acq_cfonb120_format, cut, -1, ACQ_IMPORT_ERROR_TRUNCATED);
  acq_statement_recorder_expect_error (&acq_cfonb120_format, no_start, -1, ACQ_IMPORT_ERROR_SYNTAX);
  acq_statement_recorder_expect_error (&acq_cfonb120_format, twice, -1, ACQ_IMPORT_ERROR_TRUNCATED);
  acq_statement_recorder_expect_error (&acq_cfonb120_format, short_end, -1, ACQ_IMPORT_ERROR_TRUNCATED);
  acq_statement_recorder_expect_error (&acq_cfonb120_format, orphan, -1, ACQ_IMPORT_ERROR_SYNTAX);
  acq_statement_recorder_expect_error (&acq_cfonb120_format, NEW_BALANCE, -1, ACQ_IMPORT_ERROR_SYNTAX);
}

static void
test_damage (void)
{
  acq_statement_recorder_damage (&acq_cfonb120_format, good, 3000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cfonb120/good", test_good);
  g_test_add_func ("/cfonb120/line-ends", test_line_ends);
  g_test_add_func ("/cfonb120/amounts", test_amounts);
  g_test_add_func ("/cfonb120/currencies", test_currencies);
  g_test_add_func ("/cfonb120/accents", test_accents);
  g_test_add_func ("/cfonb120/refusals", test_refusals);
  g_test_add_func ("/cfonb120/damage", test_damage);
  return g_test_run ();
}
