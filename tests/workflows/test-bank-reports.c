/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-ledger-repository.h"
#include "acq-matching.h"
#include "import-case.h"

/* CAMT.053 tells what was booked; a CAMT.052 told some of it before, and a CAMT.054 tells what single lines are made of. */

#define IBAN "FR7630004028379876543210976"

static char *
message (const char *name, const char *element, const char *entries)
{
  return g_strdup_printf ("<Document><%s><%s><Id>1</Id><Acct><Id><IBAN>" IBAN "</IBAN></Id><Ccy>EUR</Ccy></Acct>%s"
                          "</%s></%s></Document>",
                          name, element, entries, element, name);
}

static gint64
read_statement (StoreCase *self, const char *entries, const char *counts)
{
  g_autofree char *text = message ("BkToCstmrStmt", "Stmt", entries);

  return import_case_read (self, "statement.xml", text, counts);
}

static gint64
read_report (StoreCase *self, const char *entries, const char *counts)
{
  g_autofree char *text = message ("BkToCstmrAcctRpt", "Rpt", entries);

  return import_case_read (self, "report.xml", text, counts);
}

static gint64
read_notice (StoreCase *self, const char *entries, const char *counts)
{
  g_autofree char *text = message ("BkToCstmrDbtCdtNtfctn", "Ntfctn", entries);

  return import_case_read (self, "notice.xml", text, counts);
}

#define ENTRY(amount, day, rest)                                                      \
  "<Ntry><Amt Ccy=\"EUR\">" amount "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>" \
  "<BookgDt><Dt>2026-01-" day "</Dt></BookgDt>" rest "</Ntry>"
#define REF(ref)     "<AcctSvcrRef>" ref "</AcctSvcrRef>"
#define LABEL(label) "<AddtlNtryInf>" label "</AddtlNtryInf>"
#define DETAILS(...) "<NtryDtls>" __VA_ARGS__ "</NtryDtls>"
#define BATCH(id)    "<Btch><PmtInfId>" id "</PmtInfId></Btch>"
#define PART(amount, name) \
  "<TxDtls><Amt Ccy=\"EUR\">" amount "</Amt><RltdPties><Dbtr><Nm>" name "</Nm></Dbtr></RltdPties></TxDtls>"

#define LINES "SELECT count(*) || ':' || coalesce (sum (amount), 0) || ':' || coalesce (sum (provisional), 0) FROM bank_transaction"
#define PARTS                                                                         \
  "SELECT coalesce (group_concat (counterparty || ' ' || amount, ', '), 'none') FROM" \
  " (SELECT * FROM transaction_part ORDER BY id)"

typedef struct
{
  const char *report;
  const char *statement;
} SameLine;

/* With the same id; without any; with ids and words of each own; with the same end-to-end id a day later. */
static const SameLine same_lines[] = {
  { ENTRY ("100.00", "05", REF ("A") LABEL ("VIR DUPONT")), ENTRY ("100.00", "05", REF ("A") LABEL ("VIREMENT DUPONT")) },
  { ENTRY ("100.00", "05", LABEL ("VIR DUPONT")), ENTRY ("100.00", "05", LABEL ("VIR DUPONT SARL FACT 12")) },
  { ENTRY ("100.00", "05", REF ("A") LABEL ("VIR")), ENTRY ("100.00", "05", REF ("B") LABEL ("VIR DUPONT SARL")) },
  { ENTRY ("100.00", "05", REF ("A") LABEL ("VIR DUPONT")), ENTRY ("100.00", "06", REF ("A") LABEL ("VIR DUPONT SARL")) },
};

static void
test_report_first (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (same_lines); i++)
    {
      g_autoptr (StoreCase) self = store_case_new ();
      gint64 statement;

      read_report (self, same_lines[i].report, "1 0 0 0");
      import_case_expect (self, LINES, "1:10000:1");
      statement = read_statement (self, same_lines[i].statement, "0 1 0 0");
      import_case_expect (self, LINES, "1:10000:0");
      import_case_expect (self, "SELECT label LIKE 'VIR%DUPONT%' FROM bank_transaction", "1");
      read_statement (self, same_lines[i].statement, "0 0 1 0");
      read_report (self, same_lines[i].report, "0 0 1 0");
      import_case_undo (self, statement);
      import_case_expect (self, LINES, "1:10000:1");
      read_statement (self, same_lines[i].statement, "0 1 0 0");
      import_case_expect (self, LINES, "1:10000:0");
    }
}

static void
test_statement_first (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (same_lines); i++)
    {
      g_autoptr (StoreCase) self = store_case_new ();

      read_statement (self, same_lines[i].statement, "1 0 0 0");
      read_report (self, same_lines[i].report, "0 0 1 0");
      import_case_expect (self, LINES, "1:10000:0");
    }
}

/* Taking both back leaves nothing, in whatever order; the statement alone keeps its line. */
static void
test_taken_back (void)
{
  for (int turn = 0; turn < 2; turn++)
    {
      g_autoptr (StoreCase) self = store_case_new ();
      gint64 report = read_report (self, same_lines[1].report, "1 0 0 0");
      gint64 statement = read_statement (self, same_lines[1].statement, "0 1 0 0");

      import_case_undo (self, turn == 0 ? report : statement);
      import_case_expect (self, LINES, turn == 0 ? "1:10000:0" : "1:10000:1");
      import_case_expect (self, "SELECT label FROM bank_transaction",
                          turn == 0 ? "VIR DUPONT SARL FACT 12" : "VIR DUPONT");
      import_case_undo (self, turn == 0 ? statement : report);
      import_case_expect (self, LINES, "0:0:0");
    }
}

/* Of three lines of one amount two were reported; what is told without doubt is not given away before. */
static void
test_twins (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  read_report (self, ENTRY ("50.00", "05", REF ("A")) ENTRY ("50.00", "05", REF ("B") LABEL ("VIR MARTIN")), "2 0 0 0");
  /* The next report of the day tells its lines again. */
  read_report (self,
               ENTRY ("50.00", "05", REF ("A")) ENTRY ("50.00", "05", REF ("B") LABEL ("VIR MARTIN"))
                 ENTRY ("70.00", "05", REF ("C")),
               "1 0 2 0");
  read_statement (self,
                  ENTRY ("50.00", "05", REF ("X")) ENTRY ("50.00", "05", REF ("B")) ENTRY ("50.00", "05", REF ("Y"))
                    ENTRY ("70.00", "05", REF ("C")),
                  "1 3 0 0");
  import_case_expect (self, LINES, "4:22000:0");
  import_case_expect (self, "SELECT group_concat (bank_ref, ' ') FROM (SELECT * FROM bank_transaction ORDER BY id)",
                      "X B C Y");
}

/* A report covers no day: what is booked after it would be missed. */
static void
test_coverage (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqLedger) before = NULL;
  g_autoptr (AcqLedger) after = NULL;

  read_report (self, same_lines[0].report, "1 0 0 0");
  before = acq_ledger_repository_load (self->connection, ACQ_LEDGER_WHOLE, acq_day_new (2026, 1, 20), NULL);
  g_assert_cmpuint (before->coverage->len, ==, 0);
  read_statement (self, same_lines[0].statement, "0 1 0 0");
  after = acq_ledger_repository_load (self->connection, ACQ_LEDGER_WHOLE, acq_day_new (2026, 1, 20), NULL);
  g_assert_cmpuint (after->coverage->len, ==, 1);
}

/* What was matched stays so when the statement confirms the line, and when it is taken back. */
static void
test_matched (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (GPtrArray) parts = acq_match_parts_new ();
  gint64 statement;

  import_case_read (self, "a.csv", INVOICES "F1;05/12/2025;31/12/2025;C1;Dupont;100,00;;\n", "1 0 0 0");
  read_report (self, same_lines[3].report, "1 0 0 0");
  acq_match_parts_add (parts, "F1", 10000);
  g_assert_true (acq_match_by_hand (self->file, 1, parts, NULL));
  statement = read_statement (self, same_lines[3].statement, "0 1 0 0");
  import_case_expect (self, "SELECT balance FROM invoice", "0");
  import_case_expect (self, "SELECT day FROM receipt", "2026-01-06");
  import_case_undo (self, statement);
  import_case_expect (self, "SELECT balance FROM invoice", "0");
  import_case_expect (self, "SELECT day FROM receipt", "2026-01-05");
}

#define DEPOSIT_PARTS PART ("60.00", "DUPONT") PART ("40.00", "MARTIN")

typedef struct
{
  const char *line;
  const char *notice;
} Meant;

/* By the bank's id; by the id of the batch; by day and amount. */
static const Meant meant[] = {
  { ENTRY ("100.00", "05", REF ("A")), ENTRY ("100.00", "06", REF ("A") DETAILS (DEPOSIT_PARTS)) },
  { ENTRY ("100.00", "05", DETAILS (BATCH ("P1"))), ENTRY ("100.00", "06", DETAILS (BATCH ("P1") DEPOSIT_PARTS)) },
  { ENTRY ("100.00", "05", REF ("A")), ENTRY ("100.00", "05", DETAILS (DEPOSIT_PARTS)) },
};

static void
test_notice (void)
{
  for (gsize i = 0; i < 2 * G_N_ELEMENTS (meant); i++)
    {
      g_autoptr (StoreCase) self = store_case_new ();
      const Meant *one = &meant[i / 2];
      gint64 notice, statement;

      if (i % 2 == 0)
        notice = read_notice (self, one->notice, "1 0 0 0");
      statement = read_statement (self, one->line, "1 0 0 0");
      if (i % 2 == 1)
        notice = read_notice (self, one->notice, "1 0 0 0");
      import_case_expect (self, PARTS, "DUPONT 6000, MARTIN 4000");
      import_case_expect (self, LINES, "1:10000:0");
      read_notice (self, one->notice, "0 0 1 0");
      import_case_expect (self, PARTS, "DUPONT 6000, MARTIN 4000");
      import_case_undo (self, statement);
      import_case_expect (self, PARTS, "none");
      read_statement (self, one->line, "1 0 0 0");
      import_case_expect (self, PARTS, "DUPONT 6000, MARTIN 4000");
      import_case_undo (self, notice);
      import_case_expect (self, PARTS, "none");
      import_case_expect (self, LINES, "1:10000:0");
    }
}

/* The solver sees the parts. */
static void
test_children (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqLedger) ledger = NULL;
  const AcqTransaction *line;

  read_statement (self, meant[0].line, "1 0 0 0");
  read_notice (self, meant[0].notice, "1 0 0 0");
  ledger = acq_ledger_repository_load (self->connection, ACQ_LEDGER_WHOLE, acq_day_new (2026, 1, 20), NULL);
  line = ledger->transactions->pdata[0];
  g_assert_cmpuint (line->children->len, ==, 2);
  g_assert_cmpstr (((AcqTransaction *) line->children->pdata[1])->counterparty, ==, "MARTIN");
  g_assert_cmpint (((AcqTransaction *) line->children->pdata[1])->booked, ==, line->booked);
}

/* A notice alone is neither a line nor an account, and says that it waits. */
static void
test_notice_alone (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *text = message ("BkToCstmrDbtCdtNtfctn", "Ntfctn", meant[0].notice);
  g_autoptr (AcqImportResult) result = import_case_try (self, "notice.xml", text, NULL);

  g_assert_cmpint (result->waiting, ==, 1);
  g_assert_cmpint (result->explained, ==, 0);
  import_case_expect (self, LINES, "0:0:0");
  import_case_expect (self, "SELECT count(*) FROM account", "0");
  import_case_undo (self, result->batch);
  import_case_expect (self, "SELECT count(*) FROM notice_part", "0");
}

/* Where two lines could be meant none is; nor is one of another id, of another account, or of another amount. */
static void
test_doubtful_notices (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  read_statement (self, ENTRY ("100.00", "05", REF ("A")) ENTRY ("100.00", "05", REF ("B")) ENTRY ("70.00", "05", REF ("C")),
                  "3 0 0 0");
  read_notice (self,
               ENTRY ("100.00", "05", DETAILS (DEPOSIT_PARTS)) ENTRY ("70.00", "05", REF ("D") DETAILS (PART ("70.00", "X")))
                 ENTRY ("71.00", "05", REF ("C") DETAILS (PART ("71.00", "X"))),
               "3 0 0 0");
  import_case_expect (self, PARTS, "none");
  import_case_expect (self, "SELECT count(*) FROM notice WHERE transaction_id IS NULL", "3");
}

/* Two notices that only differ in whom they name wait for ids. */
static void
test_twin_notices (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  read_notice (self,
               ENTRY ("70.00", "05", LABEL ("ONE") DETAILS (PART ("70.00", "DUPONT")))
                 ENTRY ("70.00", "05", LABEL ("TWO") DETAILS (PART ("70.00", "MARTIN"))),
               "2 0 0 0");
  read_statement (self, ENTRY ("70.00", "05", REF ("A")), "1 0 0 0");
  import_case_expect (self, PARTS, "none");
}

/* The line keeps its amount, and the parts theirs: the difference belongs to nobody yet. */
static void
test_residue (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  read_statement (self, meant[0].line, "1 0 0 0");
  read_notice (self, ENTRY ("100.00", "05", REF ("A") DETAILS (PART ("60.00", "DUPONT") PART ("30.00", "MARTIN"))), "1 0 0 0");
  import_case_expect (self, PARTS, "DUPONT 6000, MARTIN 3000");
  import_case_expect (self, LINES, "1:10000:0");
}

/* A line that says itself what it is made of needs no notice. */
static void
test_own_parts (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  read_statement (self, ENTRY ("100.00", "05", REF ("A") DETAILS (PART ("90.00", "OWN") PART ("10.00", "PARTS"))), "1 0 0 0");
  read_notice (self, meant[0].notice, "1 0 0 0");
  import_case_expect (self, PARTS, "OWN 9000, PARTS 1000");
  import_case_expect (self, "SELECT count(*) FROM notice WHERE transaction_id IS NULL", "0");
}

/* The details of a report explain the line of the statement, in either order; taken back, they go. */
static void
test_details_of_report (void)
{
  const char *detailed = ENTRY ("100.00", "05", REF ("A") DETAILS (DEPOSIT_PARTS));

  for (int turn = 0; turn < 2; turn++)
    {
      g_autoptr (StoreCase) self = store_case_new ();
      gint64 report = 0, statement;

      if (turn == 0)
        report = read_report (self, detailed, "1 0 0 0");
      statement = read_statement (self, meant[0].line, turn == 0 ? "0 1 0 0" : "1 0 0 0");
      if (turn == 1)
        report = read_report (self, detailed, "0 0 1 0");
      import_case_expect (self, PARTS, "DUPONT 6000, MARTIN 4000");
      read_report (self, detailed, "0 0 1 0");
      import_case_expect (self, PARTS, "DUPONT 6000, MARTIN 4000");
      if (turn == 1)
        {
          import_case_undo (self, statement);
          import_case_expect (self, LINES, "0:0:0");
          read_statement (self, meant[0].line, "1 0 0 0");
          import_case_expect (self, PARTS, "DUPONT 6000, MARTIN 4000");
        }
      import_case_undo (self, report);
      import_case_expect (self, LINES, "1:10000:0");
      import_case_expect (self, PARTS, turn == 0 ? "DUPONT 6000, MARTIN 4000" : "none");
    }
}

/* Several accounts and currencies in one file are as many statements; an amount of a currency that is none of the account's
   is refused. */
static void
test_several (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *text = g_strconcat (
    "<Document><BkToCstmrStmt>", "<Stmt><Id>1</Id><Acct><Id><IBAN>" IBAN "</IBAN></Id><Ccy>EUR</Ccy></Acct>",
    ENTRY ("1.00", "05", ""), "</Stmt>", "<Stmt><Id>2</Id><Acct><Id><IBAN>" IBAN "</IBAN></Id><Ccy>CHF</Ccy></Acct>",
    "<Ntry><Amt Ccy=\"CHF\">2.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-01-05</Dt></BookgDt></Ntry>",
    "<Ntry><Amt Ccy=\"USD\">4.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-01-05</Dt></BookgDt></Ntry>", "</Stmt>",
    "<Stmt><Id>3</Id><Acct><Id><Othr><Id>98765</Id></Othr></Id><Ccy>EUR</Ccy></Acct>", ENTRY ("8.00", "06", ""),
    "</Stmt></BkToCstmrStmt></Document>", NULL);

  import_case_read (self, "a.xml", text, "3 0 0 1");
  import_case_expect (self, "SELECT group_concat (currency || amount) FROM (SELECT * FROM bank_transaction t JOIN account a"
                            " ON a.id = t.account_id ORDER BY t.id)",
                      "EUR100,CHF200,EUR800");
  import_case_expect (self, "SELECT count(*) FROM account", "3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bank-reports/report-first", test_report_first);
  g_test_add_func ("/bank-reports/statement-first", test_statement_first);
  g_test_add_func ("/bank-reports/taken-back", test_taken_back);
  g_test_add_func ("/bank-reports/twins", test_twins);
  g_test_add_func ("/bank-reports/coverage", test_coverage);
  g_test_add_func ("/bank-reports/matched", test_matched);
  g_test_add_func ("/bank-reports/notice", test_notice);
  g_test_add_func ("/bank-reports/children", test_children);
  g_test_add_func ("/bank-reports/notice-alone", test_notice_alone);
  g_test_add_func ("/bank-reports/doubtful-notices", test_doubtful_notices);
  g_test_add_func ("/bank-reports/twin-notices", test_twin_notices);
  g_test_add_func ("/bank-reports/residue", test_residue);
  g_test_add_func ("/bank-reports/own-parts", test_own_parts);
  g_test_add_func ("/bank-reports/details-of-report", test_details_of_report);
  g_test_add_func ("/bank-reports/several", test_several);
  return g_test_run ();
}
