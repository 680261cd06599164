/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-answers.h"
#include "acq-bank-line-entry.h"
#include "acq-bank-listing.h"
#include "acq-match-draft.h"
#include "acq-reject-text.h"
#include "acq-workflow-error.h"
#include "import-case.h"

#define LINES(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* Lines: 1 sure; 2 short of its invoice by 12; 3 one of two equal invoices; 4 nobody's; 5 cheques; 6 too much; 7 outgoing. */
static StoreCase *
new_case (void)
{
  StoreCase *self = store_case_new ();
  g_autofree char *lines
    = import_case_ofx ("98765432109", LINES ("20260910 1310.50 A VIR MENUISERIE DUPONTEL F2026-0101",
                                             "20260911 1524.00 B VIR RESTAURANT FOURCHETTE F2026-0102",
                                             "20260912 640.00 C VIR SCI GLYCINES",
                                             "20260913 77.31 D VIR M PETIT J",
                                             "20260914 2340.00 E REMISE CHEQUES 0012345 DE 3 CHQ",
                                             "20260915 212.00 G VIR GARAGE BERNARDIN",
                                             "20260916 -45.00 H PRLV ELECTRICITE"));

  import_case_read (self, "a.csv",
                    INVOICES
                    "F2026-0101;05/08/2026;05/09/2026;C1;Menuiserie Dupontel;1310,50;;\n"
                    "F2026-0102;05/08/2026;05/09/2026;C2;Restaurant Fourchette;1536,00;;\n"
                    "F2026-0103;05/08/2026;05/09/2026;C3;SCI Glycines;640,00;;\n"
                    "F2026-0104;06/08/2026;06/09/2026;C3;SCI Glycines;640,00;;\n"
                    "F2026-0105;06/08/2026;06/09/2026;C4;Garage Bernardin;200,00;;\n",
                    "5 0 0 0");
  import_case_read (self, "a.ofx", lines, "7 0 0 0");
  return self;
}

static AcqBankAgenda *
make_agenda (StoreCase *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqCompanyView) partial = acq_company_view_read (self->file, &error);
  g_autoptr (AcqCompanyView) view = NULL;

  g_assert_no_error (error);
  view = acq_company_view_complete (partial, self->file, NULL, &error);
  g_assert_no_error (error);
  return acq_bank_agenda_new (view);
}

static const AcqBankQuestion *
find_question (const AcqBankAgenda *agenda, gint64 transaction_id)
{
  for (guint i = 0; i < agenda->questions->len; i++)
    {
      const AcqBankQuestion *question = agenda->questions->pdata[i];

      if (question->transaction->id == transaction_id)
        return question;
    }
  return NULL;
}

static void
assert_kind (const AcqBankAgenda *agenda, gint64 transaction_id, AcqBankQuestionKind kind)
{
  const AcqBankQuestion *question = find_question (agenda, transaction_id);

  g_assert_nonnull (question);
  g_assert_cmpint (question->kind, ==, kind);
}

static void
test_kinds (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqBankAgenda) agenda = make_agenda (self);
  const AcqSureReceipt *sure;

  g_assert_cmpuint (agenda->sure->len, ==, 1);
  sure = agenda->sure->pdata[0];
  g_assert_cmpint (sure->transaction->id, ==, 1);
  g_assert_cmpstr (sure->customer->name, ==, "Menuiserie Dupontel");
  g_assert_cmpint (agenda->sum, ==, 131050);
  g_assert_cmpuint (agenda->questions->len, ==, 5);
  assert_kind (agenda, 2, ACQ_BANK_QUESTION_SHORT);
  assert_kind (agenda, 3, ACQ_BANK_QUESTION_WHICH);
  assert_kind (agenda, 4, ACQ_BANK_QUESTION_PAYER);
  assert_kind (agenda, 5, ACQ_BANK_QUESTION_CHEQUES);
  assert_kind (agenda, 6, ACQ_BANK_QUESTION_TOO_MUCH);
  g_assert_cmpint (find_question (agenda, 2)->difference, ==, 1200);
  g_assert_cmpint (find_question (agenda, 6)->difference, ==, 1200);
  g_assert_cmpuint (find_question (agenda, 3)->choices->len, ==, 2);
  /* What is quickly dealt with comes first. */
  g_assert_cmpint (((const AcqBankQuestion *) agenda->questions->pdata[0])->kind, ==, ACQ_BANK_QUESTION_SHORT);
}

static void
give (StoreCase *self, gint64 transaction_id, AcqBankAnswerKind kind, AcqShortfall shortfall)
{
  g_autoptr (AcqBankAgenda) agenda = make_agenda (self);
  const AcqBankQuestion *question = find_question (agenda, transaction_id);
  g_autoptr (GError) error = NULL;
  int preselected;
  g_autoptr (GArray) answers = acq_bank_answers_list (question, agenda->view->books->ledger, &preselected);

  for (guint i = 0; i < answers->len; i++)
    {
      const AcqBankAnswer *answer = &g_array_index (answers, AcqBankAnswer, i);

      if (answer->kind == kind && answer->shortfall == shortfall)
        {
          g_autoptr (AcqBankDeed) deed
            = acq_bank_deed_new (question, agenda->view->books->ledger, answer, FALSE);

          acq_bank_deed_apply (deed, self->file, &error);
          g_assert_no_error (error);
          store_case_assert_sound (self);
          return;
        }
    }
  g_assert_not_reached ();
}

/* The statement is taken back elsewhere and another one read: its line has the id of the one that was asked about. */
static void
test_other_line (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *first = import_case_ofx ("98765432109", LINES ("20260912 640.00 C VIR SCI GLYCINES"));
  g_autofree char *second = import_case_ofx ("98765432109", LINES ("20260914 700.00 D VIR MARTIN"));
  g_autoptr (AcqBankAgenda) agenda = NULL;
  g_autoptr (AcqBankDeed) deed = NULL;
  const AcqBankAnswer answer = { ACQ_BANK_ANSWER_MATCH, ACQ_SHORTFALL_STILL_OWED, 0 };
  g_autoptr (GError) error = NULL;
  gint64 batch;

  import_case_read (self, "a.csv",
                    INVOICES "F1;05/08/2026;05/09/2026;C3;SCI Glycines;640,00;;\n"
                             "F2;06/08/2026;06/09/2026;C3;SCI Glycines;640,00;;\n",
                    "2 0 0 0");
  batch = import_case_read (self, "a.ofx", first, "1 0 0 0");
  agenda = make_agenda (self);
  deed = acq_bank_deed_new (find_question (agenda, 1), agenda->view->books->ledger, &answer, FALSE);
  import_case_undo (self, batch);
  import_case_read (self, "b.ofx", second, "1 0 0 0");
  import_case_expect (self, "SELECT group_concat (id) FROM bank_transaction", "1");
  g_assert_false (acq_bank_deed_apply (deed, self->file, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_OUTDATED);
  import_case_expect (self, "SELECT group_concat (balance) FROM invoice", "64000,64000");
}

static void
test_answers (void)
{
  g_autoptr (StoreCase) self = new_case ();

  give (self, 2, ACQ_BANK_ANSWER_SHORTFALL, ACQ_SHORTFALL_BANK_FEE);
  import_case_expect (self, "SELECT balance FROM invoice WHERE number = 'F2026-0102'", "0");
  give (self, 3, ACQ_BANK_ANSWER_MATCH, ACQ_SHORTFALL_STILL_OWED);
  import_case_expect (self, "SELECT balance FROM invoice WHERE number = 'F2026-0103'", "0");
  import_case_expect (self, "SELECT balance FROM invoice WHERE number = 'F2026-0104'", "64000");
  give (self, 4, ACQ_BANK_ANSWER_IGNORE, ACQ_SHORTFALL_STILL_OWED);
  import_case_expect (self, "SELECT ignored FROM bank_transaction WHERE id = 4", "1");
  give (self, 6, ACQ_BANK_ANSWER_MATCH, ACQ_SHORTFALL_STILL_OWED);
  import_case_expect (self, "SELECT balance FROM invoice WHERE number = 'F2026-0105'", "0");
  import_case_expect (self, "SELECT matched FROM bank_transaction WHERE id = 6", "20000");
}

static gboolean
offers (StoreCase *self, gint64 transaction_id, AcqBankAnswerKind kind)
{
  g_autoptr (AcqBankAgenda) agenda = make_agenda (self);
  const AcqBankQuestion *question = find_question (agenda, transaction_id);
  int preselected;
  g_autoptr (GArray) answers = acq_bank_answers_list (question, agenda->view->books->ledger, &preselected);

  for (guint i = 0; i < answers->len; i++)
    if (g_array_index (answers, AcqBankAnswer, i).kind == kind)
      return TRUE;
  return FALSE;
}

/* What a company pays too much may be what it owes for being late; of anybody else nothing of the kind is asked. */
static void
test_interest (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GError) error = NULL;

  g_assert_false (offers (self, 6, ACQ_BANK_ANSWER_INTEREST));
  acq_connection_exec (self->connection, "UPDATE customer SET kind = 'company', kind_source = 'stated'", &error);
  g_assert_no_error (error);
  g_assert_true (offers (self, 6, ACQ_BANK_ANSWER_INTEREST));
  g_assert_false (offers (self, 3, ACQ_BANK_ANSWER_INTEREST));
  give (self, 6, ACQ_BANK_ANSWER_INTEREST, ACQ_SHORTFALL_STILL_OWED);
  import_case_expect (self, "SELECT balance FROM invoice WHERE number = 'F2026-0105'", "0");
  import_case_expect (self, "SELECT matched FROM bank_transaction WHERE id = 6", "21200");
  import_case_expect (self, "SELECT indemnity || ' ' || penalties FROM interest_payment", "1200 0");
}

/* No answer that takes something off what is owed is offered first. */
static void
test_preselection (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqBankAgenda) agenda = make_agenda (self);
  const AcqLedger *ledger = agenda->view->books->ledger;
  int preselected;
  g_autoptr (GArray) short_answers = acq_bank_answers_list (find_question (agenda, 2), ledger, &preselected);

  g_assert_cmpint (preselected, ==, 0);
  g_assert_cmpint (g_array_index (short_answers, AcqBankAnswer, 0).shortfall, ==, ACQ_SHORTFALL_STILL_OWED);
  g_array_unref (acq_bank_answers_list (find_question (agenda, 4), ledger, &preselected));
  g_assert_cmpint (preselected, ==, -1);
}

static void
test_post_shown (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqBankAgenda) agenda = make_agenda (self);
  g_autoptr (AcqBankAgenda) later = NULL;
  g_autoptr (GError) error = NULL;
  guint posted;

  /* Anything at all has changed. */
  g_assert_true (acq_bank_line_set_ignored (self->file, 4, TRUE, NULL));
  g_assert_false (acq_match_post_shown (self->file, agenda->view->books,
                                        agenda->view->planning->reconciliation, &posted, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_OUTDATED);
  import_case_expect (self, "SELECT count(*) FROM allocation", "0");
  g_clear_error (&error);
  later = make_agenda (self);
  acq_match_post_shown (self->file, later->view->books, later->view->planning->reconciliation, &posted, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (posted, ==, 1);
  store_case_assert_sound (self);
}

static guint
count_selected (const AcqBankListing *listing, AcqBankFilter filter, const char *text)
{
  AcqBankQuery query = { filter, (char *) text, ACQ_BANK_ORDER_DAY, TRUE };
  g_autoptr (GArray) indexes = acq_bank_listing_select (listing, &query, NULL);

  return indexes->len;
}

static void
test_listing (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqBooks) books = NULL;
  g_autoptr (AcqBankListing) listing = NULL;
  g_autoptr (GArray) largest = NULL;
  AcqBankQuery query = { ACQ_BANK_FILTER_ALL, (char *) "", ACQ_BANK_ORDER_AMOUNT, TRUE };

  give (self, 4, ACQ_BANK_ANSWER_IGNORE, ACQ_SHORTFALL_STILL_OWED);
  give (self, 2, ACQ_BANK_ANSWER_SHORTFALL, ACQ_SHORTFALL_STILL_OWED);
  books = acq_books_load (self->file, NULL);
  listing = acq_bank_listing_read (self->file, books, NULL, NULL);
  g_assert_cmpuint (count_selected (listing, ACQ_BANK_FILTER_ALL, ""), ==, 7);
  g_assert_cmpuint (count_selected (listing, ACQ_BANK_FILTER_TO_DO, ""), ==, 4);
  g_assert_cmpuint (count_selected (listing, ACQ_BANK_FILTER_MATCHED, ""), ==, 1);
  g_assert_cmpuint (count_selected (listing, ACQ_BANK_FILTER_IGNORED, ""), ==, 1);
  g_assert_cmpuint (count_selected (listing, ACQ_BANK_FILTER_OUTGOING, ""), ==, 1);
  g_assert_cmpuint (count_selected (listing, ACQ_BANK_FILTER_ALL, "glycines"), ==, 1);
  g_assert_cmpuint (count_selected (listing, ACQ_BANK_FILTER_ALL, "2 340,00"), ==, 1);
  g_assert_cmpuint (count_selected (listing, ACQ_BANK_FILTER_ALL, "0102"), ==, 1);
  g_assert_cmpuint (count_selected (listing, ACQ_BANK_FILTER_TO_DO, "0102"), ==, 0);
  largest = acq_bank_listing_select (listing, &query, NULL);
  g_assert_cmpint (acq_bank_listing_get (listing, g_array_index (largest, guint, 0))->id, ==, 5);
  g_assert_cmpint (acq_bank_listing_get (listing, g_array_index (largest, guint, 6))->id, ==, 7);
}

static void
test_draft (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqBooks) books = acq_books_load (self->file, NULL);
  g_autoptr (AcqMatchDraft) draft = acq_match_draft_new (books, 5);
  const AcqInvoice *first = acq_ledger_find_invoice_by_number (books->ledger, "F2026-0102");
  const AcqInvoice *second = acq_ledger_find_invoice_by_number (books->ledger, "F2026-0101");
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (acq_match_draft_new (books, 99));
  g_assert_false (acq_match_draft_is_valid (draft));
  g_assert_cmpint (acq_match_draft_suggest (draft, first), ==, 153600);
  acq_match_draft_set_amount (draft, first, 153600);
  g_assert_cmpint (acq_match_draft_get_left (draft), ==, 80400);
  g_assert_cmpint (acq_match_draft_suggest (draft, second), ==, 80400);
  acq_match_draft_set_amount (draft, second, 131050);
  g_assert_false (acq_match_draft_is_valid (draft)); /* more than came in */
  acq_match_draft_set_amount (draft, second, 80400);
  g_assert_true (acq_match_draft_is_valid (draft));
  acq_match_draft_set_amount (draft, first, 153601);
  g_assert_cmpint (acq_match_draft_check (draft, first), ==, ACQ_MATCH_FLAW_TOO_MUCH);
  g_assert_false (acq_match_draft_is_valid (draft));
  acq_match_draft_set_amount (draft, first, 0);
  g_assert_cmpint (acq_match_draft_check (draft, first), ==, ACQ_MATCH_FLAW_EMPTY);
  acq_match_draft_remove (draft, first);
  g_assert_false (acq_match_draft_has (draft, first));
  parts = acq_match_draft_parts (draft);
  acq_match_by_hand (self->file, 5, parts, &error);
  g_assert_no_error (error);
  store_case_assert_sound (self);
}

/* What is left goes to the customer's other invoices, each up to what it owes, and to nobody else's. */
static void
test_spread (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqBooks) books = acq_books_load (self->file, NULL);
  g_autoptr (AcqMatchDraft) draft = acq_match_draft_new (books, 5);
  const AcqInvoice *first = acq_ledger_find_invoice_by_number (books->ledger, "F2026-0102");
  g_autoptr (GPtrArray) settled = NULL, again = NULL;
  gint64 given = 0;

  acq_match_draft_set_amount (draft, first, 100000);
  settled = acq_match_draft_spread (draft, first->customer_id);
  for (guint i = 0; i < settled->len; i++)
    {
      const AcqInvoice *invoice = settled->pdata[i];

      g_assert_true (invoice != first && invoice->customer_id == first->customer_id);
      g_assert_cmpint (acq_match_draft_check (draft, invoice), ==, ACQ_MATCH_FLAW_NONE);
      given += acq_match_draft_get_amount (draft, invoice);
    }
  g_assert_cmpint (acq_match_draft_get_left (draft) + given, ==, 134000);
  again = acq_match_draft_spread (draft, first->customer_id);
  g_assert_cmpuint (again->len, ==, 0);
}

static void
test_search (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqBooks) books = acq_books_load (self->file, NULL);
  g_autoptr (AcqMatchDraft) draft = acq_match_draft_new (books, 3);
  const AcqTransaction *transaction = acq_match_draft_get_transaction (draft);
  g_autoptr (GPtrArray) all = acq_match_draft_search (books, transaction, "", 0, 10);
  g_autoptr (GPtrArray) amount = acq_match_draft_search (books, transaction, "1 536,00", 0, 10);
  g_autoptr (GPtrArray) number = acq_match_draft_search (books, transaction, "f2026 0105", 0, 10);
  g_autoptr (GPtrArray) name = acq_match_draft_search (books, transaction, "glyc", 0, 1);

  g_assert_cmpuint (all->len, ==, 5);
  g_assert_cmpstr (((const AcqInvoice *) all->pdata[0])->number, ==, "F2026-0103");
  g_assert_cmpuint (amount->len, ==, 1);
  g_assert_cmpuint (number->len, ==, 1);
  g_assert_cmpuint (name->len, ==, 1);
}

static void
test_import_allocations (void)
{
  g_autoptr (StoreCase) self = new_case ();
  gint64 count = -1;

  g_assert_true (acq_import_count_allocations (self->file, 2, &count, NULL));
  g_assert_cmpint (count, ==, 0);
  give (self, 3, ACQ_BANK_ANSWER_MATCH, ACQ_SHORTFALL_STILL_OWED);
  g_assert_true (acq_import_count_allocations (self->file, 2, &count, NULL));
  g_assert_cmpint (count, ==, 1);
  g_assert_true (acq_import_count_allocations (self->file, 1, &count, NULL));
  g_assert_cmpint (count, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bank-questions/kinds", test_kinds);
  g_test_add_func ("/bank-questions/answers", test_answers);
  g_test_add_func ("/bank-questions/interest", test_interest);
  g_test_add_func ("/bank-questions/preselection", test_preselection);
  g_test_add_func ("/bank-questions/post-shown", test_post_shown);
  g_test_add_func ("/bank-questions/listing", test_listing);
  g_test_add_func ("/bank-questions/draft", test_draft);
  g_test_add_func ("/bank-questions/spread", test_spread);
  g_test_add_func ("/bank-questions/search", test_search);
  g_test_add_func ("/bank-questions/import-allocations", test_import_allocations);
  g_test_add_func ("/bank-questions/other-line", test_other_line);
  return g_test_run ();
}
