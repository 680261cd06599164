/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines behind which several customers stand: cheque deposits and payouts of payment providers, as the user is asked. */
#include "acq-bank-answers.h"
#include "acq-bank-line-entry.h"
#include "acq-bank-questions.h"
#include "acq-deposit-candidates.h"
#include "acq-matching.h"
#include "acq-workflow-error.h"
#include "import-case.h"

static AcqBankAgenda *
make_agenda (StoreCase *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqCompanyView) partial = acq_company_view_read (self->file, &error);
  g_autoptr (AcqCompanyView) view = acq_company_view_complete (partial, self->file, NULL, &error);

  g_assert_no_error (error);
  return acq_bank_agenda_new (view);
}

static void
read_lines (StoreCase *self, const char *first, const char *second)
{
  g_autofree char *lines = import_case_ofx ("98765432109", (const char *const[]){ first, second, NULL });

  import_case_read (self, "a.ofx", lines, second == NULL ? "1 0 0 0" : "2 0 0 0");
}

static char *
write_numbers (const AcqLedger *ledger, const GArray *allocations)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < allocations->len; i++)
    g_string_append_printf (
      text, "%s%s", i == 0 ? "" : " ",
      acq_ledger_find_invoice (ledger, g_array_index (allocations, AcqProposedAllocation, i).invoice_id)->number);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill (StoreCase *self)
{
  import_case_read (self, "a.csv",
                    INVOICES "F1;05/08/2026;05/09/2026;C1;Aubert;310,00;;\n"
                             "F2;05/08/2026;05/09/2026;C2;Blanchet;120,50;;\n"
                             "F3;05/08/2026;05/09/2026;C3;Chevalier;77,20;;\n"
                             "F4;05/08/2026;05/10/2026;C4;Delorme;197,70;;\n"
                             "F5;05/11/2026;05/12/2026;C5;Esnault;310,00;;\n",
                    "5 0 0 0");
}

/* Sets that add up, the likeliest first, as many cheques as the bank counts, never an invoice issued later. */
static void
test_candidates (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqBankAgenda) agenda = NULL;
  const AcqBankQuestion *question;

  fill (self);
  read_lines (self, "20260914 507.70 A REMISE CHEQUES 0012345", "20260914 507.70 B REMISE CHEQUES 0012346 DE 3 CHQ");
  agenda = make_agenda (self);
  g_assert_cmpuint (agenda->questions->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) sets = NULL;
      g_autofree char *numbers = NULL;

      question = agenda->questions->pdata[i];
      g_assert_cmpint (question->kind, ==, ACQ_BANK_QUESTION_CHEQUES);
      sets = acq_deposit_candidates_find (agenda->view->books->ledger, question->transaction, 5);
      numbers = write_numbers (agenda->view->books->ledger, sets->pdata[0]);
      g_assert_cmpuint (sets->len, ==, question->transaction->id == 2 ? 1 : 2);
      g_assert_cmpstr (numbers, ==, "F1 F2 F3");
      g_assert_cmpuint (question->choices->len, >=, 1);
    }
}

/* Whatever the company owes and is owed, each set adds up to the deposit, and there are no more than asked for. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (AcqLedger) ledger = acq_ledger_new ();
      g_autoptr (GPtrArray) sets = NULL;
      AcqTransaction deposit = { .booked = 7000, .currency = ACQ_CURRENCY_EUR, .label = (char *) "REMISE CHEQUES" };

      for (gint64 id = 1; id <= g_rand_int_range (rand, 1, 120); id++)
        {
          AcqInvoice *invoice = acq_invoice_new ();

          invoice->id = id;
          invoice->customer_id = id % 9 + 1;
          invoice->number = g_strdup_printf ("F%d", (int) id);
          invoice->currency = ACQ_CURRENCY_EUR;
          invoice->issued = 6900 + g_rand_int_range (rand, 0, 120);
          invoice->total = invoice->balance = g_rand_int_range (rand, -50, 400) * 50;

          acq_ledger_take_invoice (ledger, invoice);
        }
      deposit.amount = g_rand_int_range (rand, 1, 900) * 50;
      sets = acq_deposit_candidates_find (ledger, &deposit, 4);
      g_assert_cmpuint (sets->len, <=, 4);
      for (guint i = 0; i < sets->len; i++)
        {
          const GArray *set = sets->pdata[i];
          gint64 sum = 0;

          for (guint j = 0; j < set->len; j++)
            {
              const AcqProposedAllocation *allocation = &g_array_index (set, AcqProposedAllocation, j);
              const AcqInvoice *invoice = acq_ledger_find_invoice (ledger, allocation->invoice_id);

              g_assert_cmpint (allocation->amount, ==, invoice->balance);
              g_assert_cmpint (invoice->issued, <=, deposit.booked);
              sum += allocation->amount;
            }
          g_assert_cmpint (sum, ==, deposit.amount);
        }
    }
}

/* What a provider keeps is written off beside his payout, and taken back with it. */
static void
test_payout (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqBankAgenda) agenda = NULL;
  g_autoptr (GArray) answers = NULL;
  g_autoptr (AcqBankDeed) deed = NULL;
  g_autoptr (GError) error = NULL;
  const AcqBankQuestion *question;
  const AcqBankAnswer *first;
  int preselected;
  gint64 removed;

  import_case_read (self, "a.csv",
                    INVOICES "F1;05/09/2026;12/09/2026;C1;Aubert;640,00;;\n"
                             "F2;05/09/2026;13/09/2026;C2;Blanchet;385,20;;\n",
                    "2 0 0 0");
  read_lines (self, "20260914 1009.32 A VIR SEPA STRIPE TECHNOLOGY EUROPE LTD", NULL);
  agenda = make_agenda (self);
  g_assert_cmpuint (agenda->questions->len, ==, 1);
  question = agenda->questions->pdata[0];
  g_assert_cmpint (question->kind, ==, ACQ_BANK_QUESTION_PAYOUT);
  g_assert_cmpint (question->difference, ==, 1588);
  answers = acq_bank_answers_list (question, agenda->view->books->ledger, &preselected);
  g_assert_cmpint (preselected, ==, 0);
  first = &g_array_index (answers, AcqBankAnswer, 0);
  g_assert_cmpint (first->kind, ==, ACQ_BANK_ANSWER_PAYOUT);
  deed = acq_bank_deed_new (question, agenda->view->books->ledger, first, FALSE);
  acq_bank_deed_apply (deed, self->file, &error);
  g_assert_no_error (error);
  store_case_assert_sound (self);
  import_case_expect (self, "SELECT sum (balance) FROM invoice", "0");
  import_case_expect (self, "SELECT sum (amount) FROM receipt WHERE means = 'write_off'", "1588");
  import_case_expect (self, "SELECT count(*) FROM payer_alias", "0");
  g_assert_true (acq_match_take_back (self->file, 1, NULL, &removed, NULL));
  store_case_assert_sound (self);
  import_case_expect (self, "SELECT sum (balance) FROM invoice", "102520");
}

/* Somebody changed an invoice in the meantime: what the user did not see is not written off. */
static void
test_payout_outdated (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqBankAgenda) agenda = NULL;
  g_autoptr (AcqBankDeed) deed = NULL;
  g_autoptr (GArray) answers = NULL;
  g_autofree char *before = NULL;
  int preselected;

  import_case_read (self, "a.csv", INVOICES "F1;05/09/2026;12/09/2026;C1;Aubert;640,00;;\n", "1 0 0 0");
  read_lines (self, "20260914 630.15 A VIR SEPA STRIPE TECHNOLOGY EUROPE LTD", NULL);
  agenda = make_agenda (self);
  answers = acq_bank_answers_list (agenda->questions->pdata[0], agenda->view->books->ledger, &preselected);
  deed = acq_bank_deed_new (agenda->questions->pdata[0], agenda->view->books->ledger,
                            &g_array_index (answers, AcqBankAnswer, 0), FALSE);
  import_case_read (self, "b.csv", INVOICES "F1;05/09/2026;12/09/2026;C1;Aubert;940,00;;\n", "0 1 0 0");
  before = store_case_dump (self, TRUE);
  g_assert_false (acq_bank_deed_apply (deed, self->file, NULL));
  store_case_assert_dump (self, TRUE, before);
}

/* An invoice of which the provider pays out a part keeps the rest: his commission alone is written off. */
static void
test_payout_in_part (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (GPtrArray) parts = acq_match_parts_new (), commissions = acq_match_parts_new ();
  g_autoptr (GError) error = NULL;

  import_case_read (self, "a.csv", INVOICES "F1;05/09/2026;12/09/2026;C1;Aubert;640,00;;\n", "1 0 0 0");
  read_lines (self, "20260914 300.00 A VIR SEPA STRIPE TECHNOLOGY EUROPE LTD", NULL);
  acq_match_parts_add (parts, "F1", 30000);
  acq_match_parts_add (commissions, "F1", 475);
  acq_bank_line_match_payout (self->file, &(AcqPayoutMatch){ 1, parts, commissions, 64000 }, &error);
  g_assert_no_error (error);
  store_case_assert_sound (self);
  import_case_expect (self, "SELECT balance FROM invoice", "33525");
}

/* Nothing is written off that is not owed. */
static void
test_payout_too_dear (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (GPtrArray) parts = acq_match_parts_new (), commissions = acq_match_parts_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  import_case_read (self, "a.csv", INVOICES "F1;05/09/2026;12/09/2026;C1;Aubert;300,00;;\n", "1 0 0 0");
  read_lines (self, "20260914 300.00 A VIR SEPA STRIPE TECHNOLOGY EUROPE LTD", NULL);
  acq_match_parts_add (parts, "F1", 30000);
  acq_match_parts_add (commissions, "F1", 475);
  before = store_case_dump (self, TRUE);
  g_assert_false (
    acq_bank_line_match_payout (self->file, &(AcqPayoutMatch){ 1, parts, commissions, 30000 }, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_OUTDATED);
  store_case_assert_dump (self, TRUE, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/deposits/candidates", test_candidates);
  g_test_add_func ("/workflows/deposits/random", test_random);
  g_test_add_func ("/workflows/deposits/payout", test_payout);
  g_test_add_func ("/workflows/deposits/payout-in-part", test_payout_in_part);
  g_test_add_func ("/workflows/deposits/payout-too-dear", test_payout_too_dear);
  g_test_add_func ("/workflows/deposits/payout-outdated", test_payout_outdated);
  return g_test_run ();
}
