/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-import-error.h"
#include "acq-import-preview.h"
#include "acq-import-text.h"
#include "acq-undo-step.h"
#include "acq-workflow-error.h"
#include "import-case.h"

#define LINES(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define TODAY      acq_day_parse_iso ("2026-11-20")

/* A preview changes nothing. */
static AcqImportPreview *
preview (StoreCase *self, const char *name, const char *text, GError **error)
{
  g_autofree char *path = store_case_write (self, name, text);
  g_autofree char *before = store_case_dump (self, TRUE);
  const AcqImportOptions options = { 0 };
  AcqImportPreview *found = acq_import_preview_file (self->file, path, &options, error);

  store_case_assert_dump (self, TRUE, before);
  store_case_assert_sound (self);
  return found;
}

static void
expect_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_statement (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *first
    = import_case_ofx ("98765432109", LINES ("20260105 100.00 A VIR DUPONT", "20260106 40.00 B CHEQUE"));
  g_autofree char *second = import_case_ofx (
    "98765432109", LINES ("20260106 40.00 B CHEQUE", "20260107 5.00 C VIR", "20260108 -6.00 D FRAIS", "20260109 7.00 E X"));
  g_autoptr (AcqImportPreview) found = NULL;
  const AcqImportSample *sample;

  import_case_read (self, "first.ofx", first, "2 0 0 0");
  found = preview (self, "second.ofx", second, NULL);
  g_assert_nonnull (found);
  g_assert_cmpint (found->n_transactions, ==, 4);
  g_assert_cmpint (acq_import_preview_news (found), ==, 3);
  g_assert_cmpuint (found->samples->len, ==, ACQ_IMPORT_PREVIEW_SAMPLES);
  sample = found->samples->pdata[0];
  g_assert_true (sample->known && sample->has_amount);
  g_assert_cmpint (sample->amount, ==, 4000);
  g_assert_cmpstr (sample->text, ==, "CHEQUE");
  g_assert_false (((const AcqImportSample *) found->samples->pdata[1])->known);
  expect_text (acq_import_title_text (found), "OFX statement, account …32109");
  expect_text (acq_import_contents_text (found, TODAY), "4 bank lines from 6\u00a0January to 9\u00a0January");
  expect_text (acq_import_rest_text (found), "and 1 more · 1 is known already and will not be added");
}

static void
test_known_file (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *text = import_case_ofx ("98765432109", LINES ("20260105 100.00 A VIR DUPONT"));
  g_autoptr (AcqImportPreview) fresh = preview (self, "a.ofx", text, NULL);
  g_autoptr (AcqImportPreview) known = NULL;

  g_assert_false (acq_import_preview_wants_a_look (fresh));
  import_case_read (self, "a.ofx", text, "1 0 0 0");
  known = preview (self, "a.ofx", text, NULL);
  g_assert_true (acq_import_preview_wants_a_look (known));
  g_assert_cmpint (acq_import_preview_news (known), ==, 0);
}

#define TABLE                                                                                                \
  INVOICES "F1;03/11/2026;03/12/2026;C1;Rousselot;1240,00;0;1240,00\n"                                       \
           "F2;05/09/2026;05/10/2026;C2;Chauveau;640,00;640,00;0\n"                                          \
           "F3;05/09/2026;05/10/2026;C2;Chauveau;100,00;40,00;60,00\n"                                       \
           "F4;05/09/2026;05/10/2026;C2;Chauveau;douze;;\n"

static void
test_invoices (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqImportPreview) found = preview (self, "a.csv", TABLE, NULL);

  g_assert_nonnull (found);
  g_assert_cmpint (found->n_invoices, ==, 3);
  g_assert_cmpint (found->n_customers, ==, 2);
  g_assert_cmpint (found->result->new_customers, ==, 2);
  g_assert_cmpint (found->result->old_items, ==, 1);
  g_assert_cmpint (found->total, ==, 198000);
  g_assert_true (acq_import_preview_wants_a_look (found));
  expect_text (acq_import_title_text (found), "List of invoices (CSV)");
  expect_text (acq_import_paid_text (found), "1 paid · 1 paid in part");
  expect_text (acq_import_rejections_text (found->result),
               "line 5\tThe amount cannot be read.\tF4;05/09/2026;05/10/2026;C2;Chauveau;douze;;\n");
}

/* A notice is no bank line; nor is it nothing. */
static void
test_notices (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  static const char lines[] = "Date;Libellé;Montant\n05/01/2026;REMISE CHEQUES 12;100,00\n";
  static const char notices[]
    = "<Document><BkToCstmrDbtCdtNtfctn><Ntfctn><Id>1</Id><Acct><Id><IBAN>FR7630004028379876543210976</IBAN></Id>"
      "<Ccy>EUR</Ccy></Acct>"
      "<Ntry><Amt Ccy=\"EUR\">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-01-05</Dt></BookgDt></Ntry>"
      "<Ntry><Amt Ccy=\"EUR\">70.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-01-05</Dt></BookgDt></Ntry>"
      "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>";
  g_autoptr (AcqImportPreview) alone = preview (self, "n.xml", notices, NULL);
  g_autoptr (AcqImportPreview) linked = NULL;

  g_assert_nonnull (alone);
  expect_text (acq_import_contents_text (alone, TODAY), "2 notices of the bank · 2 wait for their bank lines");
  import_case_read (self, "lines.csv", lines, "1 0 0 0");
  linked = preview (self, "n.xml", notices, NULL);
  g_assert_nonnull (linked);
  expect_text (acq_import_contents_text (linked, TODAY),
               "2 notices of the bank · 1 bank line detailed · 1 waits for its bank line");
}

static void
test_customers (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqImportPreview) found
    = preview (self, "c.csv", "Code client;Nom;E-mail\nC1;Dupont;a@b.fr\nC2;Martin;c@d.fr\n", NULL);

  g_assert_nonnull (found);
  expect_text (acq_import_title_text (found), "List of customers (CSV)");
  expect_text (acq_import_contents_text (found, TODAY), "2 customers, 2 of them new");
  g_assert_null (acq_import_paid_text (found));
  g_assert_null (acq_import_balance_text (found));
}

static void
test_strangers (void)
{
  static const struct
  {
    const char *text;
    AcqImportError error;
  } files[] = {
    { "\377\330\377\340 JFIF", ACQ_IMPORT_ERROR_PICTURE },
    { "\211PNG\r\n\032\nIHDR", ACQ_IMPORT_ERROR_PICTURE },
    { "RIFF1234WEBPVP8", ACQ_IMPORT_ERROR_PICTURE },
    { "a shopping list", ACQ_IMPORT_ERROR_UNKNOWN_FORMAT },
    { "", ACQ_IMPORT_ERROR_EMPTY },
  };
  g_autoptr (StoreCase) self = store_case_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (preview (self, "stranger", files[i].text, &error));
      g_assert_error (error, ACQ_IMPORT_ERROR, (int) files[i].error);
    }
}

static void
test_company_file (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("SQLite format 3\0 and the rest", 29);
  const AcqImportOptions options = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_null (acq_import_preview_bytes (self->file, "other.acquit", bytes, &options, &error));
  g_assert_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_COMPANY_FILE);
}

/* Cancelled from the first look at it on. */
static void
test_cancelled (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *path = store_case_write (self, "a.csv", TABLE);
  g_autofree char *before = store_case_dump (self, TRUE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const AcqImportOptions options = { .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (acq_import_preview_file (self->file, path, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  store_case_assert_dump (self, TRUE, before);
}

static void
test_undo_together (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *before = store_case_dump (self, FALSE);
  g_autoptr (AcqUndoStep) step = NULL;
  g_autoptr (GError) error = NULL;
  gint64 batches[3];

  batches[0] = import_case_read (self, "a.csv", TABLE, "3 0 0 1");
  /* Mends an invoice of the first, which can only be taken back after this one. */
  batches[1] = import_case_read (self, "b.csv",
                                 INVOICES "F1;03/11/2026;03/12/2026;C1;Rousselot;1250,00;0;1250,00\n", "0 1 0 0");
  batches[2] = import_case_read (self, "c.csv",
                                 INVOICES "F9;03/11/2026;03/12/2026;C1;Rousselot;9,00;0;9,00\n", "1 0 0 0");
  step = acq_undo_step_new_for_imports (batches, G_N_ELEMENTS (batches), "3 files");
  /* One of them went before. */
  import_case_undo (self, batches[2]);
  acq_undo_step_apply (self->file, step, &error);
  g_assert_no_error (error);
  store_case_assert_dump (self, FALSE, before);
  store_case_assert_sound (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-preview/statement", test_statement);
  g_test_add_func ("/import-preview/known-file", test_known_file);
  g_test_add_func ("/import-preview/invoices", test_invoices);
  g_test_add_func ("/import-preview/notices", test_notices);
  g_test_add_func ("/import-preview/customers", test_customers);
  g_test_add_func ("/import-preview/strangers", test_strangers);
  g_test_add_func ("/import-preview/company-file", test_company_file);
  g_test_add_func ("/import-preview/cancelled", test_cancelled);
  g_test_add_func ("/import-preview/undo-together", test_undo_together);
  return g_test_run ();
}
