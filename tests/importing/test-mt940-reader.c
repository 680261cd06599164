/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-recorder.h"

#include <string.h>

extern const AcqImportFormat acq_mt940_format;

#define ACCOUNT "FR7630004028379876543210976"
#define HEAD    ":20:STARTUMS\r\n:25:" ACCOUNT "\r\n:28C:12/1\r\n"
#define STATEMENT "statement EUR iban=" ACCOUNT "\n"

/* One movement between balances of zero and of its amount. */
static char *
statement_of (const char *movement)
{
  return g_strdup_printf (HEAD ":60F:C260104EUR0,\r\n%s", movement);
}

static void
expect_movement (const char *movement, const char *log)
{
  g_autofree char *text = statement_of (movement);

  acq_statement_recorder_expect (NULL, text, log);
}

static void
test_free_text (void)
{
  acq_statement_recorder_expect (NULL,
                                 HEAD ":60F:C251231EUR1000,00\r\n"
                                      ":61:2601060105C1234,56NTRFNONREF//BQ0001\r\n"
                                      ":86:VIR SEPA RECU /DE DUPONT SARL /MOTIF FACTURES 2026-001 ET 2026-00\r\n"
                                      "2 /REF E2E-77\r\n"
                                      ":61:260107D12,5NCHGNONREF\r\n"
                                      ":86:FRAIS DE TENUE\r\n"
                                      "DE COMPTE\r\n"
                                      ":62F:C260131EUR2222,06\r\n"
                                      ":86:this belongs to the balance\r\n"
                                      "-\r\n",
                                 "statement EUR iban=FR7630004028379876543210976\n"
                                 "2026-01-05 1234.56 [VIR SEPA RECU /DE DUPONT SARL /MOTIF FACTURES 2026-001 ET 2026-002 /REF E2E-77] value=2026-01-06 ref=BQ0001 from=DUPONT SARL for=FACTURES 2026-001 ET 2026-002 e2e=E2E-77 by=transfer\n"
                                 "2026-01-07 -12.50 [FRAIS DE TENUE DE COMPTE] value=2026-01-07 by=fee\n"
                                 "end 2026-01-05 2026-01-31 1000.00 2222.06\n");
}

static void
test_numbered (void)
{
  expect_movement (":61:2601050105C100,NTRFKREF+//BQ0002\r\n"
                   ":86:166?00GUTSCHRIFT?100399?20EREF+E2E-4711?21SVWZ+FACTURE 2026-003 DU \r\n"
                   "?225 JANVIER?30BNPAFRPPXXX?31" ACCOUNT "?32MENUISERIE DES TILLEULS ET?33 FILS\r\n",
                   "statement EUR iban=FR7630004028379876543210976\n"
                   "2026-01-05 100.00 [GUTSCHRIFT MENUISERIE DES TILLEULS ET FILS EREF+E2E-4711 SVWZ+FACTURE 2026-003 DU 5 JANVIER] value=2026-01-05 ref=BQ0002 from=MENUISERIE DES TILLEULS ET FILS iban=FR7630004028379876543210976 for=FACTURE 2026-003 DU 5 JANVIER e2e=E2E-4711 by=transfer\n"
                   "end 2026-01-05 2026-01-05 0.00\n");
  expect_movement (":61:2601050105D80,00N108NONREF\r\n"
                   ":86:109?00LASTSCHRIFT RETOURE?20MREF+M-1 CRED+FR00ZZZ1 SVWZ+FACT 12?32DURAND\r\n",
                   "statement EUR iban=FR7630004028379876543210976\n"
                   "2026-01-05 -80.00 [LASTSCHRIFT RETOURE DURAND MREF+M-1 CRED+FR00ZZZ1 SVWZ+FACT 12] value=2026-01-05 from=DURAND for=FACT 12 by=direct_debit returned\n"
                   "end 2026-01-05 2026-01-05 0.00\n");
  expect_movement (":61:2601050105C7,00N000NONREF\r\n"
                   ":86:000>100987654321\r\n"
                   ">20LOYER BUREAU FEVRIER        >21 ET MARS\r\n",
                   "statement EUR iban=FR7630004028379876543210976\n"
                   "2026-01-05 7.00 [LOYER BUREAU FEVRIER ET MARS] value=2026-01-05 for=LOYER BUREAU FEVRIER ET MARS\n"
                   "end 2026-01-05 2026-01-05 0.00\n");
}

static void
test_slash_words (void)
{
  expect_movement (":61:2601050105C100,00N102EREF            \r\n" ACCOUNT "\r\n"
                   ":86:/EREF/E2E-9/BENM//NAME/ATELIER DU PORT/REMI/USTD//FACT 2026/014/ISDT/2026-01-05\r\n",
                   "statement EUR iban=FR7630004028379876543210976\n"
                   "2026-01-05 100.00 [FR7630004028379876543210976 /EREF/E2E-9/BENM//NAME/ATELIER DU PORT/REMI/USTD//FACT 2026/014/ISDT/2026-01-05] value=2026-01-05 from=ATELIER DU PORT iban=FR7630004028379876543210976 for=FACT 2026/014 e2e=E2E-9\n"
                   "end 2026-01-05 2026-01-05 0.00\n");
  expect_movement (":61:2601050105D65,00N102NONREF\r\n"
                   ":86:/RTRN/AC04/IBAN/" ACCOUNT "/NAME/DURAND ET FILS, MENUISERIE GENERALE, ATE\r\n"
                   "LIER/REMI/LOYER/\r\n",
                   "statement EUR iban=FR7630004028379876543210976\n"
                   "2026-01-05 -65.00 [/RTRN/AC04/IBAN/FR7630004028379876543210976/NAME/DURAND ET FILS, MENUISERIE GENERALE, ATELIER/REMI/LOYER/] value=2026-01-05 from=DURAND ET FILS, MENUISERIE GENERALE, ATELIER iban=FR7630004028379876543210976 for=LOYER returned reason=AC04\n"
                   "end 2026-01-05 2026-01-05 0.00\n");
}

typedef struct
{
  const char *movement;
  const char *line; /* how its line begins */
} Case;

/* A reversed credit takes money away; an entry day has no year. */
static const Case cases[] = {
  { ":61:260105C12,34NTRFNONREF", "2026-01-05 12.34 " },
  { ":61:260105D12,34NTRFNONREF", "2026-01-05 -12.34 " },
  { ":61:260105RC12,34NTRFNONREF", "2026-01-05 -12.34 " },
  { ":61:260105RD12,34NTRFNONREF", "2026-01-05 12.34 " },
  { ":61:2601050105CR1125250,4NTRFNONREF", "2026-01-05 1125250.40 " },
  { ":61:260105C0,NTRFNONREF", "2026-01-05 0.00 " },
  { ":61:260105C000000000025,00NTRFNONREF", "2026-01-05 25.00 " },
  { ":61:260105C500NTRFNONREF", "2026-01-05 500.00 " },
  { ":61:260105C12,340NTRFNONREF", "2026-01-05 12.34 " },
  { ":61:2601021231C1,00NTRFNONREF", "2025-12-31 1.00 " },
  { ":61:2512310102C1,00NTRFNONREF", "2026-01-02 1.00 " },
  { ":61:2602280230C1,00NTRFNONREF", "2026-02-28 1.00 " },
  { ":61:260230C1,00NTRFNONREF", "2026-02-28 1.00 " },
  { ":61:2601050105CR\r\n1,00NTRFNONREF", "2026-01-05 1.00 " },
};

static void
test_movements (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *text = statement_of (cases[i].movement);
      g_autofree char *ended = g_strconcat (text, "\n", NULL);

      acq_statement_recorder_read (recorder, NULL, ended, strlen (ended), &error);
      g_assert_no_error (error);
      if (strstr (recorder->log->str, cases[i].line) == NULL)
        g_error ("%s reads as %s", cases[i].movement, recorder->log->str);
    }
}

static void
test_rejects (void)
{
  static const char *const movements[]
    = { ":61:261305C1,00NTRF", ":61:2601C1,00NTRF", ":61:260105X1,00NTRF", ":61:260105C1,005NTRF",
        ":61:260105CNTRF", ":61:260105C,5NTRF", ":61:", ":61:260105C99999999999999,00NTRF" };

  for (gsize i = 0; i < G_N_ELEMENTS (movements); i++)
    {
      g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_strconcat (HEAD ":60F:C260104EUR0,\n:61:260105C5,00NTRF\n", movements[i],
                                           "\n:86:its text\n:62F:C260105EUR5,\n-\n", NULL);

      acq_statement_recorder_read (recorder, NULL, text, strlen (text), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (recorder->n_rejects, ==, 1);
      g_assert_cmpuint (recorder->n_transactions, ==, 1);
      g_assert_null (strstr (recorder->log->str, "its text"));
    }
}

/* Pages of one statement are one; the next statement, and another account, are their own. */
static void
test_pages (void)
{
  acq_statement_recorder_expect (NULL,
                                 HEAD ":60F:C260104EUR10,00\n:61:260105C5,00NTRF\n:62M:C260105EUR15,00\n-\n"
                                      ":20:2\n:25:" ACCOUNT "\n:28C:12/2\n:60M:C260105EUR15,00\n"
                                      ":61:260106D1,00NTRF\n:62F:C260106EUR14,00\n-\n"
                                      ":20:3\n:25:" ACCOUNT "EUR\n:28C:13/1\n:60F:C260106EUR14,\n"
                                      ":62F:C260107EUR14,\n-\n"
                                      ":20:4\n:25:30004/00012345678\n:28C:1/1\n:60F:D260106CHF2,\n:61:260107C2,NTRF\n"
                                      ":62M:C260107CHF0,\n"
                                      ":20:5\n:25:30004/00012345678\n:28C:1/2\n:60M:C260107CHF9,\n:62F:C260107CHF9,",
                                 "statement EUR iban=FR7630004028379876543210976\n"
                                 "2026-01-05 5.00 [] value=2026-01-05 by=transfer\n"
                                 "2026-01-06 -1.00 [] value=2026-01-06 by=transfer\n"
                                 "end 2026-01-05 2026-01-06 10.00 14.00\n"
                                 "statement EUR iban=FR7630004028379876543210976\n"
                                 "end 2026-01-06 2026-01-07 14.00 14.00\n"
                                 "statement CHF account=00012345678 bank=30004\n"
                                 "2026-01-07 2.00 [] value=2026-01-07 by=transfer\n"
                                 "end 2026-01-07 2026-01-07 -2.00 0.00\n"
                                 "statement CHF account=00012345678 bank=30004\n"
                                 "end 2026-01-07 2026-01-07 9.00 9.00\n");
}

static void
test_blocks (void)
{
  acq_statement_recorder_expect (
    NULL,
    "{1:F01BNPAFRPPAXXX0000000000}{2:O9400000}{4:\r\n" HEAD ":60F:C260104EUR0,\r\n:61:260105C5,NTRF\r\n"
    ":86:VIR DUPONT\r\n:62F:C260105EUR5,\r\n-}{5:}\r\n"
    "{1:F01BNPAFRPPAXXX0000000000}{2:O9400000}{4:" HEAD ":60F:C260105EUR5,\r\n:62F:C260106EUR5,\r\n-}",
    "statement EUR iban=FR7630004028379876543210976\n"
    "2026-01-05 5.00 [VIR DUPONT] value=2026-01-05 from=DUPONT by=transfer\n"
    "end 2026-01-05 2026-01-05 0.00 5.00\n"
    "statement EUR iban=FR7630004028379876543210976\n"
    "end 2026-01-05 2026-01-06 5.00 5.00\n");
}

/* MT942 has no balances; what is expected only is not there yet. */
static void
test_intraday (void)
{
  acq_statement_recorder_expect (NULL,
                                 ":20:ST\n:25:" ACCOUNT "\n:28C:1/1\n:34F:CHFD0,00\n:13D:2601051815+0100\n"
                                 ":61:260105C5,NTRFNONREF//B1\nsent by the bank\n:61:260105EC7,NTRFNONREF\n:86:expected\n"
                                 ":90D:0CHF0,\n:90C:1CHF5,\n-\n",
                                 "statement CHF iban=FR7630004028379876543210976 kind=report\n"
                                 "2026-01-05 5.00 [sent by the bank] value=2026-01-05 ref=B1 by=transfer\n"
                                 "end 2026-01-05 2026-01-05\n");
}

static void
test_accounts (void)
{
  static const struct
  {
    const char *field;
    const char *statement;
  } accounts[] = {
    { ACCOUNT " EUR", "statement EUR iban=" ACCOUNT },
    { "BNPAFRPPXXX/" ACCOUNT, "statement EUR iban=" ACCOUNT " bank=BNPAFRPPXXX" },
    { "30004028379876543210976", "statement EUR iban=" ACCOUNT },
    { "50880050/0194787400888", "statement EUR account=0194787400888 bank=50880050" },
    { "0194787400888EUR", "statement EUR account=0194787400888" },
    { "", "statement EUR\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
      g_autofree char *text
        = g_strdup_printf (":20:1\n:25:%s\n:60F:C260104EUR0,\n:62F:C260105EUR0,\n-\n", accounts[i].field);

      g_assert_true (acq_statement_recorder_read (recorder, NULL, text, strlen (text), NULL));
      if (!g_str_has_prefix (recorder->log->str, accounts[i].statement))
        g_error ("%s reads as %s", accounts[i].field, recorder->log->str);
    }
}

static void
test_encodings (void)
{
  g_autoptr (AcqStatementRecorder) latin = acq_statement_recorder_new ();
  g_autoptr (AcqStatementRecorder) utf_8 = acq_statement_recorder_new ();
  g_autofree char *one = statement_of (":61:260105C5,NTRF\r\n:86:VIR BOULANGERIE LEF\xc8VRE\r\n");
  g_autofree char *other = statement_of (":61:260105C5,NTRF\r\n:86:VIR BOULANGERIE LEF\xc3\x88VRE\r\n");

  g_assert_true (acq_statement_recorder_read (latin, NULL, one, strlen (one), NULL));
  g_assert_true (acq_statement_recorder_read (utf_8, NULL, other, strlen (other), NULL));
  g_assert_cmpstr (latin->log->str, ==, utf_8->log->str);
  g_assert_nonnull (strstr (utf_8->log->str, "from=BOULANGERIE LEFÈVRE"));
}

/* A bank that leaves the last balance out at least ends its line. */
static void
test_refusals (void)
{
  acq_statement_recorder_expect_error (&acq_mt940_format, HEAD ":60F:C260104EUR0,\n:61:260105C5,NTRFNON", -1,
                                       ACQ_IMPORT_ERROR_TRUNCATED);
  acq_statement_recorder_expect_error (&acq_mt940_format,
                                       "{1:F01}{4:\n" HEAD ":60F:C260104EUR0,\n:61:260105C5,NTRF\n:62F:C260105EUR5,\n", -1,
                                       ACQ_IMPORT_ERROR_TRUNCATED);
  acq_statement_recorder_expect_error (&acq_mt940_format, HEAD, -1, ACQ_IMPORT_ERROR_EMPTY);
  acq_statement_recorder_expect_error (&acq_mt940_format, HEAD ":61:nothing\n", -1, ACQ_IMPORT_ERROR_SYNTAX);
  acq_statement_recorder_expect_error (NULL, ":20:1\n:25:2\n", -1, ACQ_IMPORT_ERROR_UNKNOWN_FORMAT);
}

/* A text that is far too long makes its movement a rejected one, not a cut one. */
static void
test_long_text (void)
{
  g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
  g_autofree char *words = g_strnfill (40000, 'A');
  g_autofree char *movement = g_strdup_printf (":61:260105C5,NTRF\n:86:%s\n:61:260105C6,NTRF\n", words);
  g_autofree char *text = statement_of (movement);

  g_assert_true (acq_statement_recorder_read (recorder, NULL, text, strlen (text), NULL));
  g_assert_cmpuint (recorder->n_rejects, ==, 1);
  g_assert_cmpuint (recorder->n_transactions, ==, 1);
}

static void
test_damage (void)
{
  acq_statement_recorder_damage (&acq_mt940_format,
                                 HEAD ":60F:C260104EUR10,00\n:61:2601050105RC5,00NTRFREF//BQ1\nmore\n"
                                      ":86:166?00GUTSCHRIFT?20EREF+E2E-4711?21SVWZ+FACT?31" ACCOUNT "?32DUPONT\n"
                                      ":62M:C260105EUR5,00\n-\n:20:2\n:25:" ACCOUNT "\n:60M:C260105EUR5,00\n"
                                      ":61:260106D1,00NTRF\n:86:/EREF/E/NAME/DUPONT/REMI/USTD//F/\n"
                                      ":61:260106D1,00NTRF\n:NS:01text\n15DUPONT\n:62F:C260106EUR4,00\n-\n",
                                 3000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mt940/free-text", test_free_text);
  g_test_add_func ("/mt940/numbered", test_numbered);
  g_test_add_func ("/mt940/slash-words", test_slash_words);
  g_test_add_func ("/mt940/movements", test_movements);
  g_test_add_func ("/mt940/rejects", test_rejects);
  g_test_add_func ("/mt940/pages", test_pages);
  g_test_add_func ("/mt940/blocks", test_blocks);
  g_test_add_func ("/mt940/intraday", test_intraday);
  g_test_add_func ("/mt940/accounts", test_accounts);
  g_test_add_func ("/mt940/encodings", test_encodings);
  g_test_add_func ("/mt940/refusals", test_refusals);
  g_test_add_func ("/mt940/long-text", test_long_text);
  g_test_add_func ("/mt940/damage", test_damage);
  return g_test_run ();
}
