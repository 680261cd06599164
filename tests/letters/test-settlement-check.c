/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-settlement-check.h"
#include "letter-case.h"

static char *
join_codes (const GArray *flaws)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < flaws->len; i++)
    g_string_append_printf (codes, "%s%s", i == 0 ? "" : " ",
                            acq_letter_flaw_to_code (g_array_index (flaws, AcqLetterFlaw, i)));
  return g_string_free (codes, FALSE);
}

static void
assert_plan (const AcqPaymentPlanLetter *plan, const char *expected)
{
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GArray) flaws = acq_payment_plan_letter_find_flaws (press, plan);
  g_autofree char *codes = join_codes (flaws);

  g_assert_cmpstr (codes, ==, expected);
}

static void
assert_receipt (const AcqPaymentReceipt *receipt, const char *expected)
{
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GArray) flaws = acq_payment_receipt_find_flaws (press, receipt);
  g_autofree char *codes = join_codes (flaws);

  g_assert_cmpstr (codes, ==, expected);
}

/* The rate of the second half-year of 2026 is weakly attested. */
static void
test_plan (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel_at (acq_day_new (2026, 12, 4));
  g_autoptr (AcqPaymentPlanLetter) plan = letter_case_take_plan (letter_case, 6);
  AcqPlanPart *first = &g_array_index (plan->parts, AcqPlanPart, 0);

  assert_plan (plan, "rate_unconfirmed");
  for (AcqPlanClaim claim = 0; claim < ACQ_N_PLAN_CLAIMS; claim++)
    {
      AcqCreditorChoice chosen = plan->choices[claim];

      plan->choices[claim] = ACQ_CREDITOR_CHOICE_NONE;
      assert_plan (plan, "rate_unconfirmed choice_missing");
      plan->choices[claim] = chosen;
    }
  plan->choices[ACQ_PLAN_CLAIM_INDEMNITIES] = ACQ_CREDITOR_CHOICE_WAIVED;
  assert_plan (plan, "rate_unconfirmed plan_sum");
  plan->choices[ACQ_PLAN_CLAIM_INDEMNITIES] = ACQ_CREDITOR_CHOICE_CLAIMED;
  first->working = FALSE;
  assert_plan (plan, "rate_unconfirmed instalment_day");
  first->working = TRUE;
  first->due = plan->debt->day;
  assert_plan (plan, "rate_unconfirmed instalment_day");
  first->due = g_array_index (plan->parts, AcqPlanPart, 1).due;
  assert_plan (plan, "rate_unconfirmed instalment_day");
}

/* What held reminders back holds no agreement back; what makes its sum doubtful does. */
static void
test_plan_bars (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_consumer ();
  g_autoptr (AcqPaymentPlanLetter) plan = letter_case_take_plan (letter_case, 4);
  AcqLetterItem *item = g_ptr_array_index (plan->debt->items, 0);

  assert_plan (plan, "");
  item->bars
    = ACQ_LETTER_BAR_IN_PLAN | ACQ_LETTER_BAR_PROMISED | ACQ_LETTER_BAR_HELD | ACQ_LETTER_BAR_EXCLUDED;
  assert_plan (plan, "");
  item->bars = ACQ_LETTER_BAR_DISPUTED | ACQ_LETTER_BAR_PAYMENT_IN_FLIGHT | ACQ_LETTER_BAR_FACTORED;
  assert_plan (plan, "disputed factored payment_in_flight");
  item->bars = ACQ_LETTER_BAR_NONE;
  item->indemnity = 4000;
  assert_plan (plan, "consumer_charged");
}

static void
test_receipt (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_consumer ();
  g_autoptr (AcqPaymentReceipt) receipt = letter_case_new_receipt (letter_case);

  acq_payment_receipt_add_invoice (receipt, "F2026-0071", acq_day_new (2026, 6, 12), 248600, 74600, 174000);
  assert_receipt (receipt, "");
  receipt->notice_day = acq_day_new (2026, 11, 23);
  assert_receipt (receipt, "choice_missing");
  receipt->choice = ACQ_CREDITOR_CHOICE_CLAIMED;
  assert_receipt (receipt, "");
  receipt->accepted_until = acq_day_new (2026, 12, 8);
  assert_receipt (receipt, "offer_broken");
  receipt->choice = ACQ_CREDITOR_CHOICE_WAIVED;
  assert_receipt (receipt, "");
  receipt->credited = receipt->day + 1;
  assert_receipt (receipt, "nothing_received");
  receipt->credited = ACQ_DAY_NONE;
  receipt->other_money = TRUE;
  assert_receipt (receipt, "other_currency nothing_received");
  g_array_set_size (receipt->invoices, 0);
  receipt->credited = receipt->day;
  receipt->other_money = FALSE;
  assert_receipt (receipt, "nothing_received");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settlement-check/plan", test_plan);
  g_test_add_func ("/settlement-check/plan-bars", test_plan_bars);
  g_test_add_func ("/settlement-check/receipt", test_receipt);
  return g_test_run ();
}
