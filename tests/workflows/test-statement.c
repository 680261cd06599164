/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-fact-entry.h"
#include "acq-ledger-repository.h"
#include "acq-letter-draft.h"
#include "acq-matching.h"
#include "import-case.h"

#define TABLE      "Numéro facture;Date facture;Échéance;Code client;Client;Total TTC;Affacturée\n"
#define LINES(...) ((const char *const[]){ __VA_ARGS__, NULL })

typedef struct
{
  AcqLedger *ledger;
  AcqAccountStatement *statement;
} Drawn;

static void
drawn_clear (Drawn *self)
{
  acq_account_statement_free (self->statement);
  acq_ledger_free (self->ledger);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drawn, drawn_clear)

static AcqDay
today_of (const StoreCase *self)
{
  return acq_clock_today (acq_company_file_clock (self->file));
}

static void
draw (const StoreCase *self, const char *code, Drawn *ret)
{
  g_autoptr (GError) error = NULL;
  AcqLetterSource source = { .today = today_of (self) };

  ret->ledger = acq_ledger_repository_load (self->connection, ACQ_LEDGER_WHOLE, source.today, &error);
  g_assert_no_error (error);
  source.ledger = ret->ledger;
  for (guint i = 0; i < ret->ledger->customers->len; i++)
    {
      const AcqCustomer *customer = ret->ledger->customers->pdata[i];

      if (g_strcmp0 (customer->code, code) == 0)
        ret->statement = acq_draft_account_statement (&source, customer, "RC-1");
    }
  g_assert_nonnull (ret->statement);
}

/* The ages must be the balance; both are compared with what is expected. */
static void
assert_balance (const AcqAccountStatement *statement, gint64 expected)
{
  gint64 balance = statement->opening, aged = 0;

  for (guint i = 0; i < statement->movements->len; i++)
    {
      const AcqStatementMovement *movement = &g_array_index (statement->movements, AcqStatementMovement, i);

      balance += movement->debit - movement->credit;
    }
  for (int age = 0; age < ACQ_N_AGES; age++)
    aged += statement->ages[age];
  g_assert_cmpint (balance, ==, expected);
  g_assert_cmpint (aged, ==, expected);
}

static void
assert_has_movement (const AcqAccountStatement *statement, const char *words, gint64 credit)
{
  for (guint i = 0; i < statement->movements->len; i++)
    {
      const AcqStatementMovement *movement = &g_array_index (statement->movements, AcqStatementMovement, i);

      if (g_str_equal (movement->words, words) && movement->credit == credit)
        return;
    }
  g_error ("the statement has no movement \"%s\"", words);
}

/* A transfer of 150 of which 100 pay an invoice leaves 50 to the customer, and nobody else. */
static void
test_unallocated (void)
{
  StoreCase *self = store_case_new ();
  g_autofree char *lines = import_case_ofx ("98765432109", LINES ("20260910 150.00 A VIR DUPONT"));
  g_autoptr (GPtrArray) parts = acq_match_parts_new ();
  g_auto (Drawn) payer = { 0 }, other = { 0 };

  import_case_read (self, "a.csv",
                    TABLE "F1;05/08/2026;05/09/2026;C1;Dupont;100,00;\n"
                          "F2;05/08/2026;05/09/2026;C1;Dupont;80,00;\n"
                          "F3;05/08/2026;05/09/2026;C2;Martin;30,00;\n",
                    "3 0 0 0");
  import_case_read (self, "a.ofx", lines, "1 0 0 0");
  acq_match_parts_add (parts, "F1", 10000);
  g_assert_true (acq_match_by_hand (self->file, 1, parts, NULL));
  draw (self, "C1", &payer);
  assert_has_movement (payer.statement, "Virement reçu – F1", 10000);
  assert_has_movement (payer.statement, "Virement reçu – à affecter", 5000);
  assert_balance (payer.statement, 3000);
  g_assert_cmpint (payer.statement->ages[ACQ_AGE_NOT_DUE], ==, -5000);
  draw (self, "C2", &other);
  assert_balance (other.statement, 3000);
  store_case_free (self);
}

static void
test_in_flight (void)
{
  StoreCase *self = store_case_new ();
  AcqReceiptState state;
  g_auto (Drawn) drawn = { 0 };
  const AcqStatementPayment *payment;
  const AcqPaymentEntry entry
    = { .number = "F1", .amount = 4000, .day = today_of (self), .means = ACQ_MEANS_CHEQUE };

  import_case_read (self, "a.csv", TABLE "F1;05/08/2026;05/09/2026;C1;Dupont;100,00;\n", "1 0 0 0");
  g_assert_true (acq_fact_enter_payment (self->file, &entry, &state, NULL));
  draw (self, "C1", &drawn);
  assert_balance (drawn.statement, 10000);
  g_assert_cmpuint (drawn.statement->in_flight->len, ==, 1);
  payment = &g_array_index (drawn.statement->in_flight, AcqStatementPayment, 0);
  g_assert_cmpstr (payment->words, ==, "Chèque reçu");
  g_assert_cmpint (payment->amount, ==, 4000);
  g_assert_cmpint (payment->day, ==, entry.day);
  store_case_free (self);
}

static void
test_factored (void)
{
  StoreCase *self = store_case_new ();
  g_auto (Drawn) drawn = { 0 };

  import_case_read (self, "a.csv",
                    TABLE "F1;05/08/2026;05/09/2026;C1;Dupont;100,00;oui\n"
                          "F2;05/08/2026;05/09/2026;C1;Dupont;80,00;non\n",
                    "2 0 0 0");
  draw (self, "C1", &drawn);
  g_assert_cmpuint (drawn.statement->movements->len, ==, 1);
  assert_balance (drawn.statement, 8000);
  store_case_free (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statement/unallocated", test_unallocated);
  g_test_add_func ("/statement/in-flight", test_in_flight);
  g_test_add_func ("/statement/factored", test_factored);
  return g_test_run ();
}
