/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-delay-curve.h"
#include "acq-forecast-check.h"
#include "acq-payer-habits.h"
#include "ledger-case.h"

#define TODAY 20775 /* Wednesday 18 November 2026 */

typedef struct
{
  AcqLedger *ledger;
  AcqReceivables *receivables;
  AcqPaymentCases *cases;
  AcqStandings *standings;
  AcqForecast *forecast;
} Scene;

static void
foresee (Scene *scene, guint n_weeks, AcqDay known_until)
{
  AcqForecastRequest request;

  acq_ledger_derive_balances (scene->ledger);
  scene->receivables = acq_receivables_new (scene->ledger, ACQ_CURRENCY_EUR, TODAY);
  scene->cases = acq_payment_cases_new (scene->receivables);
  scene->standings = acq_standings_new (scene->ledger);
  request = (AcqForecastRequest){ scene->ledger, scene->receivables, scene->cases, scene->standings,
                                  TODAY,         known_until,        n_weeks };
  scene->forecast = acq_forecast_new (&request);
}

static void
forget (Scene *scene)
{
  g_clear_pointer (&scene->forecast, acq_forecast_free);
  g_clear_pointer (&scene->standings, acq_standings_free);
  g_clear_pointer (&scene->cases, acq_payment_cases_free);
  g_clear_pointer (&scene->receivables, acq_receivables_free);
}

static void
end (Scene *scene)
{
  forget (scene);
  g_clear_pointer (&scene->ledger, acq_ledger_free);
}

/* A customer who paid that many monthly invoices so many days late, the last of them long enough ago. */
static AcqCustomer *
add_payer (AcqLedger *ledger, const char *name, int n, int days_late)
{
  AcqCustomer *customer = case_customer (ledger, name);

  for (int i = 0; i < n; i++)
    {
      AcqDay issued = TODAY - 120 - 30 * i;

      case_pay (ledger, case_invoice (ledger, customer, issued, issued + 30, 10000), issued + 30 + days_late,
                10000);
    }
  return customer;
}

static const AcqForecastLine *
find_line (const Scene *scene, const AcqInvoice *invoice)
{
  for (guint i = 0; i < scene->forecast->lines->len; i++)
    if (g_array_index (scene->forecast->lines, AcqForecastLine, i).invoice == invoice)
      return &g_array_index (scene->forecast->lines, AcqForecastLine, i);
  g_assert_not_reached ();
}

/* Each pays by his own habit; who has paid little pays like the others, and it says so. */
static void
test_own_habits (void)
{
  Scene scene = { .ledger = acq_ledger_new () };
  AcqCustomer *prompt = add_payer (scene.ledger, "Prompt SA", 20, 0);
  AcqCustomer *late = add_payer (scene.ledger, "Tardif SA", 20, 21);
  AcqCustomer *fresh = add_payer (scene.ledger, "Nouveau SA", 1, 3);
  AcqInvoice *of_prompt = case_invoice (scene.ledger, prompt, TODAY - 20, TODAY + 6, 100000);
  AcqInvoice *of_late = case_invoice (scene.ledger, late, TODAY - 20, TODAY + 6, 100000);
  AcqInvoice *of_fresh = case_invoice (scene.ledger, fresh, TODAY - 20, TODAY + 6, 100000);

  foresee (&scene, 8, TODAY);
  g_assert_cmpint (find_line (&scene, of_prompt)->basis, ==, ACQ_FORECAST_BASIS_OWN_HABIT);
  g_assert_cmpuint (find_line (&scene, of_prompt)->n_cases, ==, 20);
  g_assert_cmpint (ABS (find_line (&scene, of_prompt)->likely - (TODAY + 6)), <=, 2);
  g_assert_cmpint (ABS (find_line (&scene, of_late)->likely - (TODAY + 27)), <=, 4);
  g_assert_cmpint (find_line (&scene, of_prompt)->paid_within_30_days, >, 8500);
  g_assert_cmpint (find_line (&scene, of_fresh)->basis, ==, ACQ_FORECAST_BASIS_COMPANY_HABIT);
  g_assert_false (scene.forecast->few_cases);
  g_assert_cmpuint (scene.forecast->n_cases, ==, 41);
  end (&scene);
}

/* What is 20 days late already comes after more than 20 days. */
static void
test_not_paid_yet (void)
{
  Scene scene = { .ledger = acq_ledger_new () };
  AcqCustomer *payer = add_payer (scene.ledger, "Variable SA", 10, 2);
  AcqInvoice *due, *overdue;

  for (int i = 0; i < 10; i++)
    {
      AcqDay issued = TODAY - 130 - 30 * i;

      case_pay (scene.ledger, case_invoice (scene.ledger, payer, issued, issued + 30, 10000), issued + 60,
                10000);
    }
  due = case_invoice (scene.ledger, payer, TODAY - 30, TODAY, 100000);
  overdue = case_invoice (scene.ledger, payer, TODAY - 50, TODAY - 20, 100000);
  foresee (&scene, 8, TODAY);
  g_assert_cmpint (find_line (&scene, due)->low, <=, TODAY + 5);
  g_assert_cmpint (find_line (&scene, overdue)->low, >=, TODAY);
  g_assert_cmpint (ABS (find_line (&scene, overdue)->likely - (TODAY + 10)), <=, 4);
  end (&scene);
}

static void
test_order_of_days (void)
{
  for (int round = 0; round < 5; round++)
    {
      Scene scene = { .ledger = case_random (TODAY) };
      gint64 likely = 0, low = 0, high = 0;
      AcqExpected all;

      foresee (&scene, 26, TODAY);
      for (guint i = 0; i < scene.forecast->lines->len; i++)
        {
          const AcqForecastLine *line = &g_array_index (scene.forecast->lines, AcqForecastLine, i);

          g_assert_cmpint (line->paid_within_30_days, >=, 0);
          g_assert_cmpint (line->paid_within_30_days, <=, 10000);
          g_assert_true (line->high == ACQ_DAY_NONE
                         || (line->low <= line->likely && line->likely <= line->high));
          g_assert_true (line->low == ACQ_DAY_NONE || line->low >= TODAY);
          g_assert_cmpint (line->amount + line->left_out, ==, line->invoice->balance);
        }
      for (guint i = 0; i < scene.forecast->weeks->len; i++)
        {
          AcqExpected amount = g_array_index (scene.forecast->weeks, AcqForecastWeek, i).amount;

          g_assert_cmpint (amount.low, <=, amount.likely);
          g_assert_cmpint (amount.likely, <=, amount.high);
          likely += amount.likely;
          low += amount.low;
          high += amount.high;
        }
      all = acq_forecast_sum (scene.forecast, 0, 26);
      g_assert_cmpint (all.likely, ==, likely);
      /* Weeks make up for each other: the bounds of all of them are closer than theirs together. */
      g_assert_cmpint (all.low, >, low);
      g_assert_cmpint (all.high, <, high);
      end (&scene);
    }
}

static void
test_same_again (void)
{
  Scene scene = { .ledger = case_random (TODAY) };
  AcqExpected first[8];

  foresee (&scene, 8, TODAY);
  for (guint i = 0; i < 8; i++)
    first[i] = g_array_index (scene.forecast->weeks, AcqForecastWeek, i).amount;
  forget (&scene);
  foresee (&scene, 8, TODAY);
  for (guint i = 0; i < 8; i++)
    {
      AcqExpected again = g_array_index (scene.forecast->weeks, AcqForecastWeek, i).amount;

      g_assert_cmpint (first[i].low, ==, again.low);
      g_assert_cmpint (first[i].likely, ==, again.likely);
      g_assert_cmpint (first[i].high, ==, again.high);
    }
  end (&scene);
}

/* What was said, is on its way or stands apart goes before habits. */
static void
test_facts (void)
{
  Scene scene = { .ledger = acq_ledger_new () };
  AcqCustomer *payer = add_payer (scene.ledger, "Durand SA", 20, 40), *failed;
  AcqInvoice *promised = case_invoice (scene.ledger, payer, TODAY - 40, TODAY - 10, 10000);
  AcqInvoice *disputed = case_invoice (scene.ledger, payer, TODAY - 40, TODAY - 10, 20000);
  AcqInvoice *in_hand = case_invoice (scene.ledger, payer, TODAY - 40, TODAY - 10, 30000);
  AcqInvoice *held = case_invoice (scene.ledger, payer, TODAY - 40, TODAY - 10, 40000);
  AcqInvoice *factored = case_invoice (scene.ledger, payer, TODAY - 40, TODAY - 10, 50000);
  AcqInvoice *planned = case_invoice (scene.ledger, payer, TODAY - 40, TODAY - 10, 60000), *lost;
  AcqPaymentPlan *plan = acq_payment_plan_new ();
  AcqInstalment instalments[] = { { TODAY + 5, 30000 }, { TODAY + 35, 30000 } };

  failed = case_customer (scene.ledger, "Failli SA");
  failed->insolvent_since = TODAY - 5;
  lost = case_invoice (scene.ledger, failed, TODAY - 40, TODAY - 10, 70000);
  factored->factored = TRUE;
  case_note (scene.ledger, ACQ_NOTE_KIND_PROMISE, promised, TODAY - 2, TODAY + 9);
  case_note (scene.ledger, ACQ_NOTE_KIND_DISPUTE, disputed, TODAY - 2, ACQ_DAY_NONE)->amount = 15000;
  case_note (scene.ledger, ACQ_NOTE_KIND_HOLD, held, TODAY - 2, TODAY + 44);
  case_pay (scene.ledger, in_hand, TODAY - 1, 30000)->state = ACQ_RECEIPT_STATE_IN_HAND;
  plan->customer_id = payer->id;
  plan->agreed = TODAY - 3;
  g_array_append_vals (plan->instalments, instalments, 2);
  g_array_append_val (plan->invoice_ids, planned->id);
  g_ptr_array_add (scene.ledger->plans, plan);
  foresee (&scene, 8, TODAY);
  g_assert_cmpint (find_line (&scene, promised)->basis, ==, ACQ_FORECAST_BASIS_PROMISE);
  g_assert_cmpint (find_line (&scene, promised)->likely, ==, TODAY + 9);
  g_assert_cmpint (find_line (&scene, disputed)->left_out, ==, 15000);
  g_assert_cmpint (find_line (&scene, disputed)->amount, ==, 5000);
  g_assert_cmpint (find_line (&scene, in_hand)->basis, ==, ACQ_FORECAST_BASIS_IN_FLIGHT);
  g_assert_cmpint (find_line (&scene, in_hand)->high, <=, TODAY + 12);
  g_assert_cmpint (find_line (&scene, held)->low, >=, TODAY + 45);
  g_assert_cmpint (find_line (&scene, factored)->basis, ==, ACQ_FORECAST_BASIS_FACTORED);
  g_assert_cmpint (find_line (&scene, factored)->amount, ==, 0);
  g_assert_cmpint (find_line (&scene, factored)->likely, ==, ACQ_DAY_NONE);
  g_assert_cmpint (find_line (&scene, planned)->basis, ==, ACQ_FORECAST_BASIS_PLAN);
  g_assert_cmpint (find_line (&scene, planned)->likely, ==, TODAY + 35);
  g_assert_cmpint (find_line (&scene, lost)->basis, ==, ACQ_FORECAST_BASIS_INSOLVENT);
  end (&scene);
}

/* A customer's own credit is no money to come: it goes to the earliest invoice. */
static void
test_credit (void)
{
  Scene scene = { .ledger = acq_ledger_new () };
  AcqCustomer *payer = add_payer (scene.ledger, "Durand SA", 20, 5);
  AcqInvoice *first = case_invoice (scene.ledger, payer, TODAY - 40, TODAY - 10, 10000);
  AcqInvoice *second = case_invoice (scene.ledger, payer, TODAY - 30, TODAY, 10000);

  case_invoice (scene.ledger, payer, TODAY - 3, TODAY - 3, -12000);
  foresee (&scene, 4, TODAY);
  g_assert_cmpint (find_line (&scene, first)->basis, ==, ACQ_FORECAST_BASIS_CREDIT);
  g_assert_cmpint (find_line (&scene, second)->amount, ==, 8000);
  g_assert_cmpint (find_line (&scene, second)->left_out, ==, 2000);
  end (&scene);
}

/* What came since the last statement is told apart and stands in no week. */
static void
test_unread (void)
{
  Scene scene = { .ledger = acq_ledger_new () };
  AcqCustomer *payer = add_payer (scene.ledger, "Prompt SA", 20, 0);

  case_invoice (scene.ledger, payer, TODAY - 42, TODAY - 12, 100000);
  foresee (&scene, 8, TODAY);
  g_assert_cmpint (scene.forecast->unread.high, ==, 0);
  forget (&scene);
  foresee (&scene, 8, TODAY - 16);
  g_assert_cmpint (scene.forecast->unread.likely, >, 75000);
  g_assert_cmpint (scene.forecast->unread.likely + acq_forecast_sum (scene.forecast, 0, 8).likely, <=,
                   100000);
  end (&scene);
}

static void
test_nothing_known (void)
{
  Scene scene = { .ledger = acq_ledger_new () };
  AcqInvoice *invoice;

  foresee (&scene, 8, TODAY);
  g_assert_cmpuint (scene.forecast->lines->len, ==, 0);
  g_assert_cmpint (acq_forecast_sum (scene.forecast, 0, 8).high, ==, 0);
  forget (&scene);
  invoice
    = case_invoice (scene.ledger, case_customer (scene.ledger, "Neuf SA"), TODAY - 20, TODAY + 10, 5000);
  foresee (&scene, 8, TODAY);
  g_assert_true (scene.forecast->few_cases);
  g_assert_cmpint (find_line (&scene, invoice)->likely, >, TODAY + 10);
  g_assert_cmpint (find_line (&scene, invoice)->likely, <, TODAY + 45);
  end (&scene);
}

/* The curve never falls, and being later makes nobody sooner. */
static void
test_curve (void)
{
  g_autofree AcqDelayCurve *curve = g_new (AcqDelayCurve, 1);

  acq_delay_curve_init_common (curve);
  for (int from = -100; from < 700; from += 7)
    {
      guint32 before = 0;

      for (int until = from - 3; until < from + 400; until++)
        {
          guint32 chance = acq_delay_curve_chance (curve, from, until);

          g_assert_cmpuint (chance, >=, before);
          g_assert_cmpuint (chance, <=, ACQ_CHANCE_ONE);
          before = chance;
        }
    }
  g_assert_cmpuint (acq_delay_curve_chance (curve, -30, 14), >, ACQ_CHANCE_ONE / 5 * 2);
  g_assert_cmpuint (acq_delay_curve_chance (curve, -30, 14), <, ACQ_CHANCE_ONE / 5 * 3);
}

static void
test_days (void)
{
  g_autoptr (AcqLedger) ledger = acq_ledger_new ();
  AcqCoverage coverage[] = { { 1, { TODAY - 400, TODAY - 3 } },
                             { 2, { TODAY - 400, TODAY - 9 } },
                             { 3, { TODAY - 400, TODAY - 200 } },
                             { 1, { TODAY - 90, TODAY - 60 } } };

  g_assert_cmpint (acq_forecast_first_monday (TODAY), ==, TODAY - 2);
  g_assert_cmpint (acq_forecast_first_monday (TODAY + 3), ==, TODAY + 5);
  g_assert_cmpint (acq_forecast_first_monday (TODAY + 5), ==, TODAY + 5);
  g_assert_cmpint (acq_forecast_known_until (ledger, TODAY), ==, TODAY);
  g_array_append_vals (ledger->coverage, coverage, G_N_ELEMENTS (coverage));
  g_assert_cmpint (acq_forecast_known_until (ledger, TODAY), ==, TODAY - 9);
}

static void
test_payer_habits (void)
{
  g_autoptr (AcqLedger) ledger = acq_ledger_new ();
  AcqCustomer *payer = add_payer (ledger, "Durand SA", 30, 9),
              *fresh = add_payer (ledger, "Nouveau SA", 2, 1);
  AcqInvoice *last = case_invoice (ledger, payer, TODAY - 60, TODAY - 30, 5000);
  g_autoptr (AcqReceivables) receivables = NULL;
  g_autoptr (AcqPayerHabits) habits = NULL;
  g_autoptr (AcqPayerHabit) habit = NULL;
  g_autoptr (AcqPayerHabit) little = NULL;
  g_autoptr (AcqPayerHabit) none = NULL;

  case_note (ledger, ACQ_NOTE_KIND_PROMISE, last, TODAY - 30, TODAY - 20);
  case_pay (ledger, last, TODAY - 22, 5000);
  case_derive (ledger);
  receivables = acq_receivables_new (ledger, ACQ_CURRENCY_EUR, TODAY);
  habits = acq_payer_habits_new (ledger, receivables);
  habit = acq_payer_habits_get (habits, payer->id);
  g_assert_true (habit->known);
  g_assert_cmpint (habit->days_late, ==, 9);
  g_assert_cmpuint (habit->n_invoices, ==, ACQ_PAYER_HABIT_MOST);
  g_assert_cmpuint (habit->settlements->len, ==, ACQ_PAYER_HABIT_MOST);
  g_assert_true (g_array_index (habit->settlements, AcqPayerSettlement, ACQ_PAYER_HABIT_MOST - 1).invoice
                 == last);
  g_assert_cmpint (g_array_index (habit->settlements, AcqPayerSettlement, ACQ_PAYER_HABIT_MOST - 1).days_late,
                   ==, 8);
  g_assert_cmpuint (habit->promises_kept, ==, 1);
  g_assert_cmpuint (habit->promises_due, ==, 1);
  little = acq_payer_habits_get (habits, fresh->id);
  g_assert_false (little->known);
  g_assert_cmpuint (little->n_invoices, ==, 2);
  none = acq_payer_habits_get (habits, 999);
  g_assert_false (none->known);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insights/forecast/own-habits", test_own_habits);
  g_test_add_func ("/insights/forecast/not-paid-yet", test_not_paid_yet);
  g_test_add_func ("/insights/forecast/order-of-days", test_order_of_days);
  g_test_add_func ("/insights/forecast/same-again", test_same_again);
  g_test_add_func ("/insights/forecast/facts", test_facts);
  g_test_add_func ("/insights/forecast/credit", test_credit);
  g_test_add_func ("/insights/forecast/unread", test_unread);
  g_test_add_func ("/insights/forecast/nothing-known", test_nothing_known);
  g_test_add_func ("/insights/forecast/curve", test_curve);
  g_test_add_func ("/insights/forecast/days", test_days);
  g_test_add_func ("/insights/forecast/payer-habits", test_payer_habits);
  return g_test_run ();
}
