/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The request to release a retention, from what the company file knows and what the user says. */
#include "acq-fact-entry.h"
#include "acq-letter-error.h"
#include "acq-letter-job.h"
#include "acq-release-draft.h"
#include "import-case.h"
#include "sender-case.h"

#define DAY(text) acq_day_parse_iso (text)
#define TODAY     DAY ("2026-11-20")

static void
pay (StoreCase *self, const char *number, gint64 amount)
{
  AcqPaymentEntry entry = { number, amount, DAY ("2025-12-01"), ACQ_MEANS_CASH, NULL };
  AcqReceiptState state;

  g_assert_true (acq_fact_enter_payment (self->file, &entry, &state, NULL));
}

/* Keeps 5 % of an invoice until that day, and has the rest paid. */
static void
keep_back (StoreCase *self, const char *number, const char *until, gint64 total)
{
  g_autofree char *sql = g_strdup_printf (
    "UPDATE due_item SET amount = amount * 95 / 100, balance = balance * 95 / 100 WHERE invoice_id ="
    " (SELECT id FROM invoice WHERE number = '%1$s');"
    "INSERT INTO due_item (invoice_id, kind, due, currency, amount, balance)"
    " SELECT id, 'retention', '%2$s', 'EUR', total / 20, total / 20 FROM invoice WHERE number = '%1$s'",
    number, until);

  store_case_tamper (self, sql);
  pay (self, number, total - total / 20);
}

/* F1 and F2 of one site, F3 of a later one; C2 is a commune. */
static StoreCase *
new_case (void)
{
  static const char *const more[] = { "legal_form=EI", "bic=CMCIFR2A", "bank_name=CMC", NULL };
  StoreCase *self = store_case_new ();

  import_case_read (self, "a.csv",
                    INVOICES "F1;30/06/2025;30/07/2025;C1;Résidence du Parc SAS;18000,00;;\n"
                             "F2;29/08/2025;28/09/2025;C1;Résidence du Parc SAS;21600,00;;\n"
                             "F3;29/09/2025;28/10/2025;C1;Résidence du Parc SAS;1000,00;;\n"
                             "F4;29/09/2025;28/10/2025;C2;Commune de Montfaucon;1000,00;;\n",
                    "4 0 0 0");
  store_case_tamper (self, "UPDATE customer SET address = '6 avenue des Platanes', postcode = '25000', city = 'Besançon',"
                           " kind = iif (code = 'C2', 'public_body', 'company'), kind_source = 'stated'");
  keep_back (self, "F1", "2026-11-14", 1800000);
  keep_back (self, "F2", "2026-11-14", 2160000);
  keep_back (self, "F3", "2026-11-19", 100000);
  keep_back (self, "F4", "2026-11-14", 100000);
  sender_case_give_details (self, more);
  store_case_assert_sound (self);
  return self;
}

static AcqRetentionTerms
usual_terms (void)
{
  AcqRetentionTerms terms = acq_retention_terms_init ();

  terms.accepted = DAY ("2025-11-14");
  terms.unopposed = TRUE;
  return terms;
}

static AcqLetterResult *
issue (StoreCase *self, const char *customer, const char *number, const AcqRetentionTerms *terms, GError **error)
{
  AcqLetterRequest request
    = { .model = ACQ_LETTER_MODEL_RETENTION_RELEASE, .customer = customer, .number = number, .terms = terms };
  AcqLetterResult *result = acq_letter_issue (self->file, &request, error);

  store_case_assert_sound (self);
  return result;
}

static void
assert_blocked (StoreCase *self, const char *customer, const AcqRetentionTerms *terms, const char *codes)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (issue (self, customer, NULL, terms, &error));
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED);
  g_assert_cmpstr (error->message, ==, codes);
}

static void
test_issue (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqRetentionTerms terms = usual_terms ();
  g_autoptr (AcqLetterResult) all = NULL, one = NULL;
  g_autoptr (GError) error = NULL;

  all = issue (self, "C1", NULL, &terms, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (all->reference, ==, "RG-2026-0001");
  g_assert_cmpint (all->total_due, ==, 198000);
  g_assert_cmpuint (all->numbers->len, ==, 2);
  g_assert_cmpuint (all->n_pages, ==, 1);
  /* The other site has been accepted later. */
  terms.accepted = DAY ("2025-11-19");
  one = issue (self, NULL, "F3", &terms, NULL);
  g_assert_cmpint (one->total_due, ==, 5000);
  import_case_expect (self, "SELECT group_concat (reference) FROM issued_letter", "RG-2026-0001,RG-2026-0002");
}

static void
test_blocked (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqRetentionTerms terms = usual_terms ();

  assert_blocked (self, "C1", NULL, "acceptance_missing, opposition_unknown");
  terms.unopposed = FALSE;
  assert_blocked (self, "C1", &terms, "opposition_unknown");
  terms.unopposed = TRUE;
  terms.accepted = DAY ("2025-11-20");
  assert_blocked (self, "C1", &terms, "retention_running");
  terms.accepted = DAY ("2025-11-14");
  assert_blocked (self, "C2", &terms, "public_contract");
}

/* What is open beside the retention is asked for first. */
static void
test_more_open (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqRetentionTerms terms = usual_terms ();
  AcqNoteEntry dispute = { ACQ_NOTE_KIND_DISPUTE, "F1", NULL, -1, ACQ_DAY_NONE, ACQ_DAY_NONE, "fuite" };
  gint64 id;

  g_assert_true (acq_fact_enter_note (self->file, &dispute, &id, NULL));
  assert_blocked (self, "C1", &terms, "disputed");
  g_assert_true (acq_fact_close_note (self->file, id, NULL));
  store_case_tamper (self, "UPDATE receipt SET state = 'returned' WHERE id = 1;"
                           "UPDATE invoice SET balance = total WHERE number = 'F1';"
                           "UPDATE due_item SET balance = amount WHERE invoice_id = 1");
  assert_blocked (self, "C1", &terms, "retention_not_all");
}

static void
test_due (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqBooks) books = acq_books_load (self->file, NULL);
  const AcqInvoice *invoice = acq_ledger_find_invoice_by_number (books->ledger, "F1");

  g_assert_true (acq_retention_is_due (invoice, TODAY));
  g_assert_true (acq_retention_is_due (invoice, DAY ("2026-11-15")));
  g_assert_false (acq_retention_is_due (invoice, DAY ("2026-11-14")));
}

/* A guess is for the user to confirm: it never says that there was no opposition. */
static void
test_guess (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqBooks) books = NULL;
  g_autoptr (AcqLegalValues) law = acq_legal_values_new ();
  g_autoptr (AcqRetentionTerms) terms = NULL, nothing = NULL;
  const AcqInvoice *invoice;

  store_case_tamper (self, "UPDATE invoice SET order_reference = 'M2025-014'");
  books = acq_books_load (self->file, NULL);
  invoice = acq_ledger_find_invoice_by_number (books->ledger, "F1");
  terms = acq_retention_terms_guess (books->ledger, acq_ledger_find_customer (books->ledger, invoice->customer_id), NULL, law,
                                     TODAY);
  g_assert_cmpint (terms->accepted, ==, DAY ("2025-11-14"));
  g_assert_cmpstr (terms->contract, ==, "M2025-014");
  g_assert_false (terms->unopposed);
  nothing = acq_retention_terms_guess (books->ledger, NULL, invoice, law, DAY ("2026-11-01"));
  g_assert_cmpint (nothing->accepted, ==, ACQ_DAY_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/releases/issue", test_issue);
  g_test_add_func ("/releases/blocked", test_blocked);
  g_test_add_func ("/releases/more-open", test_more_open);
  g_test_add_func ("/releases/due", test_due);
  g_test_add_func ("/releases/guess", test_guess);
  return g_test_run ();
}
