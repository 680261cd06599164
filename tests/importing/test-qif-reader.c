/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-recorder.h"

#include <string.h>

extern const AcqImportFormat acq_qif_format;

static void
test_good (void)
{
  acq_statement_recorder_expect (NULL,
                                 "!Type:Bank\r\nD15/01/26\r\nT1 234,56\r\nPVIR SEPA DUPONT SARL\r\nMFACT 2026-001\r\n^\r\n"
                                 "D16/01/2026\r\nT-12,5\r\nN1234567\r\nPCHEQUE 1234567\r\nMCHEQUE 1234567\r\nLFournitures\r\n^\r\n"
                                 "\r\nD16/01/2026\r\nT3,00\r\nNVIR\r\n^\r\n",
                                 "statement EUR\n"
                                 "2026-01-15 1234.56 [VIR SEPA DUPONT SARL FACT 2026-001] from=DUPONT SARL for=FACT 2026-001 by=transfer\n"
                                 "2026-01-16 -12.50 [CHEQUE 1234567] cheque=1234567 by=cheque\n"
                                 "2026-01-16 3.00 [VIR] by=transfer\n"
                                 "end 2026-01-15 2026-01-16\n");
}

typedef struct
{
  const char *days[3];
  const char *read[3];
} DayCase;

/* Today is 20 November 2026. */
static const DayCase days[] = {
  /* One day beyond the twelfth decides for all. */
  { { "03/04/26", "05/01/26", "31/01/26" }, { "2026-04-03", "2026-01-05", "2026-01-31" } },
  { { "03/04/26", "05/01/26", "01/31/26" }, { "2026-03-04", "2026-05-01", "2026-01-31" } },
  /* None does: the French order. */
  { { "03/04/26", "05/01/26", "02/02/26" }, { "2026-04-03", "2026-01-05", "2026-02-02" } },
  /* None does, but in the French order some lie ahead. */
  { { "10/12/26", "11/12/26", "11/01/26" }, { "2026-10-12", "2026-11-12", "2026-11-01" } },
  /* In both orders some lie ahead: the French one. */
  { { "10/12/26", "12/10/26", "11/01/26" }, { "2026-12-10", "2026-10-12", "2026-01-11" } },
  { { "5/1'26", " 5/ 1' 6", "5/1'2026" }, { "2026-01-05", "2006-01-05", "2026-01-05" } },
  { { "05.01.2026", "2026-01-05", "20260105" }, { "2026-01-05", "2026-01-05", "2026-01-05" } },
  { { "05-01-99", "05/01/69", "05/01/70" }, { "1999-01-05", "2069-01-05", "1970-01-05" } },
};

static void
test_days (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
      g_autofree char *text
        = g_strdup_printf ("!Type:Bank\nD%s\nT1,00\nPA\n^\nD%s\nT2,00\nPB\n^\nD%s\nT3,00\nPC\n^\n", days[i].days[0],
                           days[i].days[1], days[i].days[2]);
      g_autofree char *lines
        = g_strdup_printf ("statement EUR\n%s 1.00 [A]\n%s 2.00 [B]\n%s 3.00 [C]\n", days[i].read[0], days[i].read[1],
                           days[i].read[2]);

      g_assert_true (acq_statement_recorder_read (recorder, NULL, text, strlen (text), NULL));
      *(strstr (recorder->log->str, "end ")) = '\0';
      g_assert_cmpstr (recorder->log->str, ==, lines);
    }
}

typedef struct
{
  const char *amounts[2];
  const char *read[2]; /* NULL: rejected */
} AmountCase;

/* What one amount leaves open another tells. */
static const AmountCase amounts[] = {
  { { "1 234,56", "-7" }, { "1234.56", "-7.00" } },
  { { "1.234,56", "1.234" }, { "1234.56", "1234.00" } },
  { { "1,234.56", "1,234" }, { "1234.56", "1234.00" } },
  { { "12,50", "1.250" }, { "12.50", "1250.00" } },
  { { "12.50", "1,250" }, { "12.50", "1250.00" } },
  { { "12.50", "1.250" }, { "12.50", "1.25" } },
  { { "1,234,567", "12" }, { "1234567.00", "12.00" } },
  { { "1,234", "12" }, { "1234.00", "12.00" } },
  { { "1\xe2\x80\xaf""234,50", "+3,5" }, { "1234.50", "3.50" } },
  { { "1.234,56", "1,234.56" }, { "1234.56", "1234.56" } },
  { { "12,50", "12,505" }, { "12.50", NULL } },
  { { "12,50", "twelve" }, { "12.50", NULL } },
  { { "12,50", "" }, { "12.50", NULL } },
};

static void
test_amounts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
      g_autofree char *text = g_strdup_printf ("!Type:Bank\nD15/01/26\nT%s\nPA\n^\nD15/01/26\nT%s\nPB\n^\n",
                                               amounts[i].amounts[0], amounts[i].amounts[1]);
      g_autofree char *first = g_strdup_printf (" %s [A]", amounts[i].read[0]);
      g_autofree char *second = g_strdup_printf (" %s [B]", amounts[i].read[1]);

      g_assert_true (acq_statement_recorder_read (recorder, NULL, text, strlen (text), NULL));
      if (strstr (recorder->log->str, first) == NULL
          || (strstr (recorder->log->str, second) == NULL) != (amounts[i].read[1] == NULL))
        g_error ("%s, %s: %s", amounts[i].amounts[0], amounts[i].amounts[1], recorder->log->str);
      g_assert_cmpuint (recorder->n_rejects, ==, amounts[i].read[1] == NULL);
    }
}

/* Each account is a statement; lists of accounts, categories and securities are none. */
static void
test_accounts (void)
{
  acq_statement_recorder_expect (NULL,
                                 "!Option:AutoSwitch\n!Account\nNCourant\nTBank\n^\nNLivret\nTBank\n^\n!Clear:AutoSwitch\n"
                                 "!Type:Cat\nNFournitures\nE\n^\n!Option:AutoSwitch\n"
                                 "!Account\nNCourant\nTBank\n$125,00\n^\n!Type:Bank\n"
                                 "D01/01/2026\nT100,00\nPOpening Balance\nL[Courant]\n^\n"
                                 "D15/01/2026\nT25,00\nPVIR DUPONT\n^\n"
                                 "!Account\nNFR76 3000 4028 3798 7654 3210 976\nTCCard\n^\n!Type:CCard\n"
                                 "D16/01/2026\nT-3,00\nPCARTE GARAGE DU PORT\n^\n"
                                 "!Account\nNTitres\nTInvst\n^\n!Type:Invst\nD17/01/2026\nNBuy\nYACME\n^\n",
                                 "statement EUR account=Courant\n"
                                 "2026-01-15 25.00 [VIR DUPONT] from=DUPONT by=transfer\n"
                                 "end 2026-01-15 2026-01-15 100.00\n"
                                 "statement EUR iban=FR7630004028379876543210976\n"
                                 "2026-01-16 -3.00 [CARTE GARAGE DU PORT] by=card\n"
                                 "end 2026-01-16 2026-01-16\n");
}

static void
test_splits (void)
{
  acq_statement_recorder_expect (NULL,
                                 "!Type:Bank\nD15/01/26\nT120,00\nPVIR DUPONT\nSVentes\nEHT\n$100,00\nSTVA\n$20,00\n^\n"
                                 "D15/01/26\nPVIR DURAND\nSVentes\n$10,00\nSTVA\n$2,00\n^\n"
                                 "D15/01/26\nU7,00\nPVIR MARTIN\n^\n",
                                 "statement EUR\n"
                                 "2026-01-15 120.00 [VIR DUPONT] from=DUPONT by=transfer\n"
                                 "2026-01-15 12.00 [VIR DURAND] from=DURAND by=transfer\n"
                                 "2026-01-15 7.00 [VIR MARTIN] from=MARTIN by=transfer\n"
                                 "end 2026-01-15 2026-01-15\n");
}

static void
test_encodings (void)
{
  acq_statement_recorder_expect (NULL, "!Type:Bank\nD15/01/26\nT1,00\nPVIR LEF\xc8VRE \x80\n^\n",
                                 "statement EUR\n"
                                 "2026-01-15 1.00 [VIR LEFÈVRE €] from=LEFÈVRE € by=transfer\n"
                                 "end 2026-01-15 2026-01-15\n");
  acq_statement_recorder_expect (NULL, "\xef\xbb\xbf!Type:Bank\nD15/01/26\nT1,00\nPVIR LEF\xc3\x88VRE\n^\n",
                                 "statement EUR\n"
                                 "2026-01-15 1.00 [VIR LEFÈVRE] from=LEFÈVRE by=transfer\n"
                                 "end 2026-01-15 2026-01-15\n");
}

static void
test_refusals (void)
{
  acq_statement_recorder_expect_error (NULL, "!Type:Invst\nD17/01/2026\nNBuy\nYACME\n^\n", -1, ACQ_IMPORT_ERROR_FEATURE);
  acq_statement_recorder_expect_error (NULL, "!Type:Cat\nNFournitures\n^\n", -1, ACQ_IMPORT_ERROR_EMPTY);
  acq_statement_recorder_expect_error (NULL, "!Type:Bank\n", -1, ACQ_IMPORT_ERROR_EMPTY);
  acq_statement_recorder_expect_error (NULL, "!Type:Bank\nD17/01/2026\nT1,00\nPVIR DUP", -1, ACQ_IMPORT_ERROR_TRUNCATED);
  acq_statement_recorder_expect_error (NULL, "!Type:Bank\nD17/01/2026\nPVIR DUPONT\n", -1, ACQ_IMPORT_ERROR_TRUNCATED);
  acq_statement_recorder_expect_error (NULL, "!Type:Bank\nD32/01/2026\nT1,00\n^\n", -1, ACQ_IMPORT_ERROR_SYNTAX);
}

static void
test_missing_end (void)
{
  acq_statement_recorder_expect (NULL, "!Type:Bank\nD15/01/26\nT1,00\nPVIR DUPONT\n",
                                 "statement EUR\n"
                                 "2026-01-15 1.00 [VIR DUPONT] from=DUPONT by=transfer\n"
                                 "end 2026-01-15 2026-01-15\n");
}

static void
test_damage (void)
{
  acq_statement_recorder_damage (&acq_qif_format,
                                 "!Account\nNCourant\nTBank\n^\n!Type:Bank\nD15/01/26\nT1 234,56\nPVIR DUPONT\nMFACT 12\n^\n"
                                 "D1/5'26\nU-7,00\nN1234567\nSVentes\n$1,00\n^\n!Type:Invst\nD1/1/26\n^\n",
                                 3000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/qif/good", test_good);
  g_test_add_func ("/qif/days", test_days);
  g_test_add_func ("/qif/amounts", test_amounts);
  g_test_add_func ("/qif/accounts", test_accounts);
  g_test_add_func ("/qif/splits", test_splits);
  g_test_add_func ("/qif/encodings", test_encodings);
  g_test_add_func ("/qif/refusals", test_refusals);
  g_test_add_func ("/qif/missing-end", test_missing_end);
  g_test_add_func ("/qif/damage", test_damage);
  return g_test_run ();
}
