/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-late-interest.h"
#include "acq-legal-error.h"
#include "acq-recovery-indemnity.h"

static AcqDay
day (const char *iso)
{
  return acq_day_parse_iso (iso);
}

static AcqLateInterest *
compute (const AcqInterestClaim *claim)
{
  g_autoptr (AcqLegalValues) rates = acq_legal_values_new ();
  g_autoptr (GError) error = NULL;
  AcqLateInterest *result = acq_late_interest_new (claim, rates, &error);

  g_assert_no_error (error);
  return result;
}

static AcqInterestClaim
claim_of (const AcqDebtPart *part, const char *as_of)
{
  AcqInterestClaim claim = acq_interest_claim_init (day (as_of), ACQ_RATE_RULE_ECB_PLUS_10);

  claim.parts = part;
  claim.n_parts = 1;
  return claim;
}

static const AcqInterestSegment *
segment_at (const AcqLateInterest *interest, guint index)
{
  g_assert_cmpuint (index, <, interest->segments->len);
  return &g_array_index (interest->segments, AcqInterestSegment, index);
}

/* 10 000 € from 15/11/2024 to 21/11/2026, over five half-years. */
static void
test_five_half_years (void)
{
  AcqDebtPart part = { day ("2024-11-15"), 1000000 };
  AcqInterestClaim claim = claim_of (&part, "2026-11-21");
  g_autoptr (AcqLateInterest) interest = compute (&claim);

  g_assert_cmpuint (interest->segments->len, ==, 5);
  g_assert_cmpint (interest->interest, ==, 253590);
  g_assert_false (interest->confirmed);
  g_assert_true (segment_at (interest, 3)->confirmed);
  g_assert_false (segment_at (interest, 4)->confirmed);
}

/* The day of payment is counted and bears the rate of its own half-year. */
static void
test_boundary_day (void)
{
  AcqDebtPart part = { day ("2025-06-30"), 10000000 };
  AcqInterestClaim claim = claim_of (&part, "2025-07-01");
  g_autoptr (AcqLateInterest) interest = compute (&claim);

  g_assert_cmpuint (interest->segments->len, ==, 1);
  g_assert_cmpint (segment_at (interest, 0)->rate, ==, 1215);
  g_assert_cmpint (interest->interest, ==, 3329);
  g_assert_cmpint (acq_interest_of_days (10000000, 1215, 1), ==, 3329);
}

static const AcqDebtMovement three_payments[] = {
  { 20188, ACQ_DEBT_MOVEMENT_PAYMENT, 150000 }, /* 2025-04-10 */
  { 20270, ACQ_DEBT_MOVEMENT_PAYMENT, 200000 }, /* 2025-07-01 */
  { 20473, ACQ_DEBT_MOVEMENT_PAYMENT, 100000 }, /* 2026-01-20 */
};

/* Article 1343-1 of the Code civil, on the figures of G04. */
static void
test_interest_first (void)
{
  AcqDebtPart part = { day ("2024-12-31"), 845037 };
  AcqInterestClaim claim = claim_of (&part, "2026-09-30");
  g_autoptr (AcqLateInterest) interest = NULL;

  claim.movements = three_payments;
  claim.n_movements = G_N_ELEMENTS (three_payments);
  claim.imputation = ACQ_IMPUTATION_INTEREST_FIRST;
  interest = compute (&claim);
  g_assert_cmpint (interest->interest, ==, 129866);
  g_assert_cmpint (interest->interest_paid, ==, 88812);
  g_assert_cmpint (interest->principal_left, ==, 483849);
  for (guint i = 0; i < interest->imputed->len; i++)
    {
      const AcqImputedMovement *imputed = &g_array_index (interest->imputed, AcqImputedMovement, i);

      g_assert_cmpint (imputed->to_interest + imputed->to_principal, ==, imputed->amount);
    }
}

static void
test_returned_payment (void)
{
  AcqDebtPart part = { day ("2025-07-31"), 100000 };
  const AcqDebtMovement movements[] = {
    { day ("2025-08-10"), ACQ_DEBT_MOVEMENT_PAYMENT, 100000 },
    { day ("2025-08-20"), ACQ_DEBT_MOVEMENT_RETURNED, 100000 },
  };
  AcqInterestClaim claim = claim_of (&part, "2025-08-31");
  g_autoptr (AcqLateInterest) interest = NULL;

  claim.movements = movements;
  claim.n_movements = 2;
  interest = compute (&claim);
  g_assert_cmpuint (interest->segments->len, ==, 2);
  g_assert_cmpint (segment_at (interest, 0)->last, ==, day ("2025-08-10"));
  g_assert_cmpint (segment_at (interest, 1)->first, ==, day ("2025-08-21"));
  g_assert_cmpint (interest->principal_left, ==, 100000);
}

/* A credit note never pays interest, even where payments do. */
static void
test_credit_note_lowers_principal (void)
{
  AcqDebtPart part = { day ("2025-07-31"), 100000 };
  const AcqDebtMovement movement = { day ("2025-08-31"), ACQ_DEBT_MOVEMENT_CREDIT_NOTE, 30000 };
  AcqInterestClaim claim = claim_of (&part, "2025-09-30");
  g_autoptr (AcqLateInterest) interest = NULL;

  claim.movements = &movement;
  claim.n_movements = 1;
  claim.imputation = ACQ_IMPUTATION_INTEREST_FIRST;
  interest = compute (&claim);
  g_assert_cmpint (interest->interest_paid, ==, 0);
  g_assert_cmpint (interest->principal_left, ==, 70000);
  g_assert_cmpint (segment_at (interest, 1)->principal, ==, 70000);
}

/* Two due items: money settles the earlier one; each accrues from its own day. */
static void
test_two_parts (void)
{
  const AcqDebtPart parts[] = { { day ("2025-07-31"), 60000 }, { day ("2025-08-31"), 40000 } };
  const AcqDebtMovement movement = { day ("2025-08-15"), ACQ_DEBT_MOVEMENT_PAYMENT, 60000 };
  AcqInterestClaim claim = claim_of (parts, "2025-09-30");
  g_autoptr (AcqLateInterest) interest = NULL;

  claim.n_parts = 2;
  claim.movements = &movement;
  claim.n_movements = 1;
  interest = compute (&claim);
  g_assert_cmpuint (interest->segments->len, ==, 2);
  g_assert_cmpint (segment_at (interest, 0)->principal, ==, 60000);
  g_assert_cmpint (segment_at (interest, 0)->last, ==, day ("2025-08-15"));
  g_assert_cmpint (segment_at (interest, 1)->principal, ==, 40000);
  g_assert_cmpint (segment_at (interest, 1)->first, ==, day ("2025-09-01"));
}

static void
test_stop_and_since (void)
{
  AcqDebtPart part = { day ("2025-01-31"), 2400000 };
  AcqInterestClaim claim = claim_of (&part, "2025-12-31");
  g_autoptr (AcqLateInterest) interest = NULL;

  claim.stop = day ("2025-04-11");
  claim.since = day ("2025-02-28");
  interest = compute (&claim);
  g_assert_cmpuint (interest->segments->len, ==, 1);
  g_assert_cmpint (segment_at (interest, 0)->first, ==, day ("2025-03-01"));
  g_assert_cmpint (segment_at (interest, 0)->last, ==, day ("2025-04-11"));
  g_assert_cmpint (segment_at (interest, 0)->days, ==, 42);
}

static void
test_contract_rate (void)
{
  AcqDebtPart part = { day ("2026-12-31"), 365000 };
  AcqInterestClaim claim = claim_of (&part, "2027-01-10");
  g_autoptr (AcqLegalValues) rates = acq_legal_values_new ();
  g_autoptr (AcqLateInterest) interest = NULL;

  claim.rule = ACQ_RATE_RULE_CONTRACT;
  claim.contract_rate = 1000;
  interest = compute (&claim);
  g_assert_cmpint (interest->interest, ==, 1000);
  g_assert_true (interest->confirmed);
  g_assert_cmpint (acq_contract_rate_find_below_floor (1000, day ("2023-11-01"), day ("2024-08-31"), rates),
                   ==, day ("2023-11-01"));
  g_assert_cmpint (acq_contract_rate_find_below_floor (1480, day ("2023-11-01"), day ("2024-08-31"), rates),
                   ==, day ("2024-01-01"));
  g_assert_cmpint (acq_contract_rate_find_below_floor (1600, day ("2023-11-01"), day ("2024-08-31"), rates),
                   ==, ACQ_DAY_NONE);
}

static void
test_missing_half_year_is_an_error (void)
{
  AcqDebtPart part = { day ("2026-12-15"), 100000 };
  AcqInterestClaim claim = claim_of (&part, "2027-01-10");
  g_autoptr (AcqLegalValues) rates = acq_legal_values_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (acq_late_interest_new (&claim, rates, &error));
  g_assert_error (error, ACQ_LEGAL_ERROR, ACQ_LEGAL_ERROR_RATE_MISSING);
  g_assert_nonnull (strstr (error->message, "2027-S1"));
  g_assert_nonnull (strstr (error->message, "European Central Bank"));
}

static void
test_nothing_late (void)
{
  AcqDebtPart part = { day ("2025-07-31"), 100000 };
  const AcqDebtMovement movement = { day ("2025-07-31"), ACQ_DEBT_MOVEMENT_PAYMENT, 100050 };
  AcqInterestClaim claim = claim_of (&part, "2025-12-31");
  g_autoptr (AcqLateInterest) interest = NULL;

  claim.movements = &movement;
  claim.n_movements = 1;
  interest = compute (&claim);
  g_assert_cmpuint (interest->segments->len, ==, 0);
  g_assert_cmpint (interest->overpaid, ==, 50);
  g_assert_true (interest->confirmed);
}

static void
test_indemnity (void)
{
  g_autoptr (AcqLegalValues) law = acq_legal_values_new ();
  const AcqDay due = day ("2025-07-31");

  g_assert_cmpint (acq_recovery_indemnity (law, ACQ_DEBTOR_REGIME_PROFESSIONAL, due, TRUE, ACQ_DAY_NONE), ==,
                   4000);
  g_assert_cmpint (acq_recovery_indemnity (law, ACQ_DEBTOR_REGIME_PUBLIC_BUYER, due, TRUE, ACQ_DAY_NONE), ==,
                   4000);
  g_assert_cmpint (acq_recovery_indemnity (law, ACQ_DEBTOR_REGIME_PROFESSIONAL, due, FALSE, ACQ_DAY_NONE), ==, 0);
  g_assert_cmpint (acq_recovery_indemnity (law, ACQ_DEBTOR_REGIME_CONSUMER, due, TRUE, ACQ_DAY_NONE), ==, 0);
  g_assert_cmpint (acq_recovery_indemnity (law, ACQ_DEBTOR_REGIME_NON_PROFESSIONAL, due, TRUE, ACQ_DAY_NONE), ==,
                   0);
  g_assert_cmpint (acq_recovery_indemnity (law, ACQ_DEBTOR_REGIME_UNKNOWN, due, TRUE, ACQ_DAY_NONE), ==, 0);
  g_assert_cmpint (acq_recovery_indemnity (law, ACQ_DEBTOR_REGIME_PROFESSIONAL, due, TRUE, due), ==, 0);
  g_assert_cmpint (acq_recovery_indemnity (law, ACQ_DEBTOR_REGIME_PROFESSIONAL, due, TRUE, due + 1), ==, 4000);
  g_assert_cmpint (
    acq_recovery_indemnity (law, ACQ_DEBTOR_REGIME_PROFESSIONAL, day ("2012-12-31"), TRUE, ACQ_DAY_NONE), ==, 0);
}

/* On random claims: segments are in order, apart, inside the claim, and each line can be worked out again. */
static void
test_random_claims (void)
{
  g_autoptr (AcqLegalValues) rates = acq_legal_values_new ();

  for (int run = 0; run < 5000; run++)
    {
      AcqDebtPart part
        = { day ("2020-01-01") + g_test_rand_int_range (0, 1500), g_test_rand_int_range (1, 5000000) };
      AcqDebtMovement movements[4];
      AcqInterestClaim claim = claim_of (&part, "2026-06-30");
      g_autoptr (AcqLateInterest) interest = NULL;
      gint64 sum = 0, imputed = 0, paid = 0;
      AcqDay last = part.due;

      for (int i = 0, at = part.due - 50; i < 4; i++)
        {
          at += g_test_rand_int_range (0, 400);
          movements[i]
            = (AcqDebtMovement){ at, ACQ_DEBT_MOVEMENT_PAYMENT, g_test_rand_int_range (1, 2000000) };
          paid += at <= claim.as_of ? movements[i].amount : 0;
        }
      claim.movements = movements;
      claim.n_movements = 4;
      claim.imputation = g_test_rand_bit () ? ACQ_IMPUTATION_INTEREST_FIRST : ACQ_IMPUTATION_PRINCIPAL_FIRST;
      interest = acq_late_interest_new (&claim, rates, NULL);
      g_assert_nonnull (interest);
      for (guint i = 0; i < interest->segments->len; i++)
        {
          const AcqInterestSegment *segment = segment_at (interest, i);

          g_assert_cmpint (segment->first, >, last);
          g_assert_cmpint (segment->days, ==, segment->last - segment->first + 1);
          g_assert_cmpint (acq_day_start_of_half_year (segment->first), ==,
                           acq_day_start_of_half_year (segment->last));
          g_assert_cmpint (segment->interest, ==,
                           acq_interest_of_days (segment->principal, segment->rate, segment->days));
          last = segment->last;
          sum += segment->interest;
        }
      for (guint i = 0; i < interest->imputed->len; i++)
        imputed += g_array_index (interest->imputed, AcqImputedMovement, i).to_principal;
      g_assert_cmpint (last, <=, claim.as_of);
      g_assert_cmpint (sum, ==, interest->interest);
      g_assert_cmpint (interest->interest_paid, <=, interest->interest);
      g_assert_cmpint (imputed + interest->principal_left, ==, part.amount);
      g_assert_cmpint (paid, ==, imputed + interest->interest_paid + interest->overpaid);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legal/interest/five-half-years", test_five_half_years);
  g_test_add_func ("/legal/interest/boundary-day", test_boundary_day);
  g_test_add_func ("/legal/interest/interest-first", test_interest_first);
  g_test_add_func ("/legal/interest/returned-payment", test_returned_payment);
  g_test_add_func ("/legal/interest/credit-note", test_credit_note_lowers_principal);
  g_test_add_func ("/legal/interest/two-parts", test_two_parts);
  g_test_add_func ("/legal/interest/stop-and-since", test_stop_and_since);
  g_test_add_func ("/legal/interest/contract-rate", test_contract_rate);
  g_test_add_func ("/legal/interest/missing-half-year", test_missing_half_year_is_an_error);
  g_test_add_func ("/legal/interest/nothing-late", test_nothing_late);
  g_test_add_func ("/legal/interest/indemnity", test_indemnity);
  g_test_add_func ("/legal/interest/random-claims", test_random_claims);
  return g_test_run ();
}
