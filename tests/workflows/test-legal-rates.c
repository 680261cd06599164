/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user enters of the law, and what is owed by it. */
#include "acq-debt-limitation.h"
#include "acq-fact-entry.h"
#include "acq-interest-report.h"
#include "acq-ledger-repository.h"
#include "acq-legal-error.h"
#include "acq-legal-rates.h"
#include "acq-legal-value-text.h"
#include "acq-workflow-error.h"
#include "import-case.h"

static AcqDay
day (const char *iso)
{
  return acq_day_parse_iso (iso);
}

static AcqInterestBasis *
load (StoreCase *self)
{
  g_autoptr (GError) error = NULL;
  AcqInterestBasis *basis = acq_interest_basis_load (acq_company_file_connection (self->file), &error);

  g_assert_no_error (error);
  return basis;
}

static gboolean
set (StoreCase *self, const char *assignment)
{
  return acq_fact_set_details (self->file, (const char *[]){ assignment, NULL }, NULL);
}

static void
test_enter (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  const AcqHalfYearRates rates = { day ("2026-07-01"), 240, ACQ_LEGAL_VALUE_NONE };
  const AcqHalfYearRates absurd = { day ("2026-07-01"), 20000, ACQ_LEGAL_VALUE_NONE };
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqInterestBasis) basis = NULL;
  const AcqLegalValue *ecb, *legal;

  g_assert_true (acq_legal_rates_enter (self->file, &rates, "  BCE,   11 juin 2026 ", NULL));
  g_assert_false (acq_legal_rates_enter (self->file, &absurd, "x", &error));
  g_assert_error (error, ACQ_LEGAL_ERROR, ACQ_LEGAL_ERROR_RATE_INVALID);
  basis = load (self);
  ecb = acq_legal_values_find (basis->law, ACQ_LEGAL_VALUE_ECB_RATE, day ("2026-12-31"));
  legal = acq_legal_values_find (basis->law, ACQ_LEGAL_VALUE_LEGAL_RATE_PROFESSIONAL, day ("2026-12-31"));
  g_assert_cmpint (ecb->value, ==, 240);
  g_assert_true (ecb->confirmed);
  g_assert_cmpstr (ecb->source, ==, "BCE, 11 juin 2026");
  g_assert_cmpint (ecb->checked_on, ==, acq_clock_today (acq_company_file_clock (self->file)));
  g_assert_false (legal->confirmed);
  store_case_assert_sound (self);
}

static void
test_typed (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  const char *const bad[] = { "ecb_rate.2027-S3=2.15", "ecb_rate.2027-S1=-1", "ecb_rate.2027-S1=101",
                              "legal_rate.2027-S1=two", "penalty_rate=none", "penalty_rate=0",
                              "penalty_rate=public_ecb_plus_8" };
  g_autoptr (AcqInterestBasis) basis = NULL;

  g_assert_true (set (self, "ecb_rate.2027-S1=2.15 BCE"));
  g_assert_true (set (self, "legal_rate.2027-S1=3,5"));
  g_assert_true (set (self, "penalty_rate=12,5"));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (set (self, bad[i]));
  basis = load (self);
  g_assert_cmpint (acq_legal_values_get_rate (basis->law, ACQ_LEGAL_VALUE_ECB_RATE, day ("2027-06-30"), NULL), ==, 215);
  g_assert_cmpint (
    acq_legal_values_get_rate (basis->law, ACQ_LEGAL_VALUE_LEGAL_RATE_PROFESSIONAL, day ("2027-01-01"), NULL), ==, 350);
  g_assert_cmpint (basis->agreed, ==, ACQ_RATE_RULE_CONTRACT);
  g_assert_cmpint (basis->contract_rate, ==, 1250);
  /* What was agreed binds professionals alone. */
  g_assert_cmpint (acq_interest_basis_get_rule (basis, ACQ_DEBTOR_REGIME_PROFESSIONAL), ==, ACQ_RATE_RULE_CONTRACT);
  g_assert_cmpint (acq_interest_basis_get_rule (basis, ACQ_DEBTOR_REGIME_PUBLIC_BUYER), ==,
                   ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8);
  g_assert_cmpint (acq_interest_basis_get_rule (basis, ACQ_DEBTOR_REGIME_CONSUMER), ==, ACQ_RATE_RULE_LEGAL);
}

static void
test_advice (void)
{
  g_autoptr (AcqLegalValues) law = acq_legal_values_new ();
  AcqDay first;

  g_assert_cmpint (acq_legal_rates_advise (law, day ("2026-05-31"), &first), ==, ACQ_RATES_ADVICE_NONE);
  g_assert_cmpint (acq_legal_rates_advise (law, day ("2026-11-22"), &first), ==, ACQ_RATES_ADVICE_CONFIRM);
  g_assert_cmpint (first, ==, day ("2026-07-01"));
  g_assert_cmpint (acq_legal_rates_advise (law, day ("2027-01-01"), &first), ==, ACQ_RATES_ADVICE_MISSING);
  g_assert_cmpint (first, ==, day ("2027-01-01"));
  acq_legal_values_enter (law, ACQ_LEGAL_VALUE_ECB_RATE, day ("2026-07-01"), 240, day ("2026-11-22"), "x", NULL);
  g_assert_cmpint (acq_legal_rates_advise (law, day ("2026-11-22"), &first), ==, ACQ_RATES_ADVICE_CONFIRM);
  acq_legal_values_enter (law, ACQ_LEGAL_VALUE_LEGAL_RATE_PROFESSIONAL, day ("2026-07-01"), 275, day ("2026-11-22"), "x",
                          NULL);
  g_assert_cmpint (acq_legal_rates_advise (law, day ("2026-12-14"), &first), ==, ACQ_RATES_ADVICE_NONE);
  g_assert_cmpint (acq_legal_rates_advise (law, day ("2026-12-16"), &first), ==, ACQ_RATES_ADVICE_SOON);
  g_assert_cmpint (first, ==, day ("2027-01-01"));
}

/* What an invoice costs on 11 May 2026, at the rates of the file. */
static AcqInterestReport *
ask (StoreCase *self, const char *number)
{
  g_autoptr (AcqInterestBasis) basis = load (self);
  g_autoptr (AcqLedger) ledger = acq_ledger_repository_load (acq_company_file_connection (self->file),
                                                             ACQ_LEDGER_WITHOUT_BANK, day ("2026-05-11"), NULL);
  g_autoptr (AcqDebtHistory) history = acq_debt_history_new (ledger);

  return acq_interest_report_new (ledger, history, basis, acq_ledger_find_invoice_by_number (ledger, number),
                                  day ("2026-05-11"), NULL);
}

static void
assert_owed (StoreCase *self, const char *number, gint64 interest, gint64 indemnity)
{
  g_autoptr (AcqInterestReport) report = ask (self, number);

  g_assert_cmpint (report->interest->interest, ==, interest);
  g_assert_cmpint (report->indemnity, ==, indemnity);
  g_assert_cmpint (report->total_due, ==, report->interest->principal_left + interest + indemnity);
}

/* A setting of the file decides what an invoice costs: 1 000 € late by 100 days at 10 %. */
static void
test_contract_rate_is_used (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  import_case_read (self, "a.csv", INVOICES "F1;01/01/2026;31/01/2026;C1;Dupont SARL;1000,00;;\n", "1 0 0 0");
  g_assert_true (set (self, "penalty_rate=10"));
  assert_owed (self, "F1", 2740, 4000);
}

/* Given up is what had accrued by that day, and the indemnity; never without a reason, never for days to come, never the
   invoice; and it can be taken back. */
static void
test_waiver (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  AcqNoteEntry entry = {
    .kind = ACQ_NOTE_KIND_WAIVER,
    .number = "F1",
    .amount = -1,
    .day = day ("2026-05-01"),
    .until = ACQ_DAY_NONE,
  };
  g_autoptr (GError) error = NULL;
  gint64 id;

  import_case_read (self, "a.csv",
                    INVOICES "F1;01/01/2026;31/01/2026;C1;Dupont SARL;1000,00;;\n"
                             "F2;01/01/2026;31/01/2026;C1;Dupont SARL;500,00;;\n"
                             "F3;01/04/2026;04/05/2026;C1;Dupont SARL;500,00;;\n",
                    "3 0 0 0");
  g_assert_true (set (self, "penalty_rate=10"));
  g_assert_false (acq_fact_enter_note (self->file, &entry, &id, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE);
  g_clear_error (&error);
  entry.reason = "Bon client";
  entry.day = day ("2026-11-21");
  g_assert_false (acq_fact_enter_note (self->file, &entry, &id, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY);
  entry.day = day ("2026-05-01");
  g_assert_true (acq_fact_enter_note (self->file, &entry, &id, NULL));
  assert_owed (self, "F1", 274, 0);
  assert_owed (self, "F2", 1370, 4000);
  g_assert_true (acq_fact_close_note (self->file, id, NULL));
  assert_owed (self, "F1", 2740, 4000);

  /* Of a customer: what was late by then. */
  entry.number = NULL;
  entry.customer = "C1";
  g_assert_true (acq_fact_enter_note (self->file, &entry, &id, NULL));
  assert_owed (self, "F1", 274, 0);
  assert_owed (self, "F2", 137, 0);
  assert_owed (self, "F3", 96, 4000);
  store_case_assert_sound (self);
}

static void
test_limitation (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqLegalValues) law = acq_legal_values_new ();
  g_autoptr (AcqLedger) ledger = NULL;
  g_autoptr (AcqDebtHistory) history = NULL;
  g_autofree char *far = NULL, *near = NULL, *over = NULL;
  const AcqPaymentEntry payment
    = { .number = "F1", .amount = 10000, .day = day ("2025-06-02"), .means = ACQ_MEANS_TRANSFER };
  AcqReceiptState state;
  AcqLimitation limitation;

  import_case_read (self, "a.csv", INVOICES "F1;15/03/2024;15/04/2024;C1;Dupont SARL;1000,00;;\n", "1 0 0 0");
  g_assert_true (acq_fact_enter_payment (self->file, &payment, &state, NULL));
  ledger = acq_ledger_repository_load (acq_company_file_connection (self->file), ACQ_LEDGER_WITHOUT_BANK,
                                       day ("2026-05-11"), NULL);
  history = acq_debt_history_new (ledger);
  limitation = acq_debt_limitation (ledger, history, law, acq_ledger_find_invoice_by_number (ledger, "F1"));
  g_assert_cmpint (limitation.last_day, ==, day ("2029-03-15"));
  g_assert_cmpint (limitation.possible_day, ==, day ("2030-06-02"));
  g_assert_true (limitation.assumed);
  far = acq_debt_limitation_text (&limitation, day ("2026-05-11"));
  near = acq_debt_limitation_text (&limitation, day ("2029-03-05"));
  over = acq_debt_limitation_text (&limitation, day ("2029-03-16"));
  g_assert_cmpstr (far, ==, "15 March 2029");
  g_assert_cmpstr (near, ==, "15 March 2029, in 10 days");
  g_assert_cmpstr (over, ==, "since 15 March 2029");
}

/* Every value has a title of its own and can be said. */
static void
test_words (void)
{
  g_autoptr (AcqLegalValues) law = acq_legal_values_new ();

  for (int kind = 0; kind < ACQ_N_LEGAL_VALUE_KINDS; kind++)
    {
      const AcqLegalValue *value = acq_legal_values_find (law, kind, day ("2026-11-22"));
      g_autofree char *text = acq_legal_value_text (value);
      g_autofree char *source = acq_legal_value_source_text (value);

      g_assert_cmpstr (text, !=, "");
      g_assert_nonnull (strstr (source, value->source));
      for (int other = 0; other < kind; other++)
        g_assert_cmpstr (acq_legal_value_title (kind), !=, acq_legal_value_title (other));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legal-rates/enter", test_enter);
  g_test_add_func ("/legal-rates/typed", test_typed);
  g_test_add_func ("/legal-rates/advice", test_advice);
  g_test_add_func ("/legal-rates/contract", test_contract_rate_is_used);
  g_test_add_func ("/legal-rates/waiver", test_waiver);
  g_test_add_func ("/legal-rates/limitation", test_limitation);
  g_test_add_func ("/legal-rates/words", test_words);
  return g_test_run ();
}
