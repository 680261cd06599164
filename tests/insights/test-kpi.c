/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-kpi.h"
#include "acq-promise-record.h"
#include "acq-reminder-effects.h"
#include "acq-watch-list.h"
#include "ledger-case.h"

#define TODAY 20778 /* Saturday 21 November 2026 */

static const AcqPeriod year = { TODAY - 364, TODAY };

static GArray *
measure (const AcqLedger *ledger, AcqPeriod period)
{
  g_autoptr (AcqReceivables) receivables = acq_receivables_new (ledger, ACQ_CURRENCY_EUR, TODAY);
  g_autoptr (AcqPaymentCases) cases = acq_payment_cases_new (receivables);

  return acq_kpi_measure (ledger, receivables, cases, period);
}

static void
assert_value (const GArray *figures, const char *code, gint64 value)
{
  const AcqKpiFigure *figure = acq_kpi_find (figures, code);

  g_assert_nonnull (figure);
  g_assert_cmpint (figure->gap, ==, ACQ_KPI_GAP_NONE);
  g_assert_cmpint (figure->value, ==, value);
}

static gint64
part_of (const GArray *figures, const char *code, const char *part)
{
  const AcqKpiFigure *figure = acq_kpi_find (figures, code);

  for (guint i = 0; i < figure->n_parts; i++)
    if (g_strcmp0 (figure->parts[i].code, part) == 0)
      return figure->parts[i].value;
  g_assert_not_reached ();
}

/* Delays weigh by amount; a returned payment never was, and credits are no payments. */
static void
test_delays (void)
{
  g_autoptr (AcqLedger) ledger = acq_ledger_new ();
  AcqCustomer *customer = case_customer (ledger, "Durand SA");
  AcqInvoice *large = case_invoice (ledger, customer, TODAY - 60, TODAY - 30, 30000);
  AcqInvoice *small = case_invoice (ledger, customer, TODAY - 60, TODAY - 30, 10000);
  AcqInvoice *note = case_invoice (ledger, customer, TODAY - 40, TODAY - 40, -5000);
  AcqReceipt *netted;
  g_autoptr (GArray) figures = NULL;

  case_invoice (ledger, customer, TODAY - 50, TODAY - 20, 20000);
  case_pay (ledger, large, TODAY - 20, 30000);
  case_pay (ledger, small, TODAY - 35, 10000);
  case_pay (ledger, small, TODAY - 30, -10000);
  netted = case_receipt (ledger, customer, TODAY - 26, 5000);
  case_allocate (netted, small, 10000);
  case_allocate (netted, note, -5000);
  case_derive (ledger);
  figures = measure (ledger, year);
  /* (30 000 × 10 + 5 000 × 4) ÷ 35 000; the returned payment takes back the one before it. */
  g_assert_cmpint (part_of (figures, "mean_delay", "paid"), ==, 35000);
  assert_value (figures, "mean_delay", 914);
  assert_value (figures, "average_days_to_pay", 3914);
  /* And 20 000 that are 20 days late so far. */
  assert_value (figures, "overdue", 20000);
  assert_value (figures, "mean_delay_with_open", 1309);
}

static void
test_rates (void)
{
  g_autoptr (AcqLedger) ledger = acq_ledger_new ();
  AcqCustomer *customer = case_customer (ledger, "Durand SA");
  AcqInvoice *late = case_invoice (ledger, customer, TODAY - 200, TODAY - 170, 40000);
  AcqInvoice *good = case_invoice (ledger, customer, TODAY - 150, TODAY - 120, 60000);
  g_autoptr (GArray) figures = NULL;
  g_autoptr (GArray) month = NULL;

  case_invoice (ledger, customer, TODAY - 40, TODAY - 10, 50000);
  case_invoice (ledger, customer, TODAY - 10, TODAY + 20, 50000);
  case_pay (ledger, good, TODAY - 110, 60000);
  case_pay (ledger, late, TODAY - 75, 40000);
  case_derive (ledger);
  figures = measure (ledger, year);
  assert_value (figures, "outstanding", 100000);
  assert_value (figures, "overdue_share", 5000);
  assert_value (figures, "collection_rate", 6667);
  assert_value (figures, "at_risk_rate", 4000);
  g_assert_cmpint (part_of (figures, "aged_balance", "days_1_to_30"), ==, 50000);
  g_assert_cmpint (part_of (figures, "dso", "sales"), ==, 200000);
  g_assert_cmpint (part_of (figures, "dso", "days"), ==, 201);
  assert_value (figures, "average_days_delinquent",
                acq_kpi_find (figures, "dso")->value - acq_kpi_find (figures, "best_dso")->value);
  /* A past month is what it was: the late one was owed alone at its end. */
  month = measure (ledger, (AcqPeriod){ TODAY - 120, TODAY - 90 });
  assert_value (month, "outstanding", 40000);
  assert_value (month, "overdue", 40000);
  g_assert_cmpint (part_of (month, "aged_balance", "days_61_to_90"), ==, 40000);
}

/* Nothing is made up where there is nothing. */
static void
test_gaps (void)
{
  static const char *const without[] = {
    "overdue_share", "dso",           "collection_effectiveness",  "collection_rate",
    "at_risk_rate",  "mean_delay",    "average_days_to_pay",       "promises_kept",
    "dispute_rate",  "response_rate", "paid_after_first_reminder",
  };
  g_autoptr (AcqLedger) ledger = acq_ledger_new ();
  g_autoptr (GArray) figures = measure (ledger, year);
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (without); i++)
    g_assert_cmpint (acq_kpi_find (figures, without[i])->gap, !=, ACQ_KPI_GAP_NONE);
  assert_value (figures, "outstanding", 0);
  while (acq_kpi_code_at (n) != NULL)
    {
      g_assert_nonnull (acq_kpi_find (figures, acq_kpi_code_at (n)));
      n++;
    }
  g_assert_cmpuint (figures->len, ==, n);
}

static const AcqPromise *
find_promise (const GArray *promises, const AcqNote *note)
{
  for (guint i = 0; i < promises->len; i++)
    if (g_array_index (promises, AcqPromise, i).note == note)
      return &g_array_index (promises, AcqPromise, i);
  return NULL;
}

/* Friday 13 November, with two bank days of grace until Tuesday the 17th. */
static void
test_promises (void)
{
  AcqDay day = TODAY - 8;
  g_autoptr (AcqLedger) ledger = acq_ledger_new ();
  AcqCustomer *customer = case_customer (ledger, "Durand SA");
  AcqInvoice *invoices[5];
  AcqNote *notes[5];
  g_autoptr (AcqReceivables) receivables = NULL;
  g_autoptr (GArray) promises = NULL;
  g_autoptr (GArray) figures = NULL;
  static const AcqPromiseState states[] = {
    ACQ_PROMISE_STATE_KEPT,      ACQ_PROMISE_STATE_BROKEN,  ACQ_PROMISE_STATE_BROKEN,
    ACQ_PROMISE_STATE_CANCELLED, ACQ_PROMISE_STATE_PENDING,
  };

  for (int i = 0; i < 5; i++)
    {
      invoices[i] = case_invoice (ledger, customer, TODAY - 60, TODAY - 30, 10000);
      notes[i] = case_note (ledger, ACQ_NOTE_KIND_PROMISE, invoices[i], TODAY - 12, day);
    }
  notes[3]->closed = TRUE;
  notes[4]->until = TODAY - 1;
  case_pay (ledger, invoices[0], day + 4, 10000);
  case_pay (ledger, invoices[1], day + 5, 10000);
  case_pay (ledger, invoices[2], day, 4000);
  case_derive (ledger);
  receivables = acq_receivables_new (ledger, ACQ_CURRENCY_EUR, TODAY);
  promises = acq_promise_record_new (ledger, receivables, TODAY);
  for (int i = 0; i < 5; i++)
    g_assert_cmpint (find_promise (promises, notes[i])->state, ==, states[i]);
  g_assert_cmpint (find_promise (promises, notes[2])->received, ==, 4000);
  figures = measure (ledger, year);
  assert_value (figures, "promises_kept", 3333);
  assert_value (figures, "promised_amount_kept", 4667);
  g_assert_cmpint (part_of (figures, "promises_kept", "pending"), ==, 1);
}

static void
test_reminders (void)
{
  g_autoptr (AcqLedger) ledger = acq_ledger_new ();
  AcqCustomer *quick = case_customer (ledger, "Prompt SA"), *slow = case_customer (ledger, "Lent SARL");
  AcqCustomer *silent = case_customer (ledger, "Muet SAS");
  AcqInvoice *paid = case_invoice (ledger, quick, TODAY - 90, TODAY - 60, 10000);
  AcqInvoice *twice = case_invoice (ledger, slow, TODAY - 90, TODAY - 60, 20000);
  AcqInvoice *waiting = case_invoice (ledger, silent, TODAY - 60, TODAY - 20, 30000);
  g_autoptr (AcqReceivables) receivables = NULL;
  g_autoptr (AcqPaymentCases) cases = NULL;
  AcqReminderEffects effects;

  case_remind (ledger, paid, TODAY - 57, 1);
  case_remind (ledger, twice, TODAY - 57, 1);
  case_remind (ledger, twice, TODAY - 50, 2);
  case_remind (ledger, waiting, TODAY - 17, 1);
  case_remind (ledger, waiting, TODAY - 25, 0);
  case_pay (ledger, paid, TODAY - 52, 10000);
  case_pay (ledger, twice, TODAY - 10, 20000);
  case_derive (ledger);
  receivables = acq_receivables_new (ledger, ACQ_CURRENCY_EUR, TODAY);
  cases = acq_payment_cases_new (receivables);
  effects = acq_reminder_effects_measure (ledger, receivables, cases, year);
  g_assert_cmpuint (effects.n_customers, ==, 3);
  /* The one who paid 40 days after his last reminder did not react to it. */
  g_assert_cmpuint (effects.n_reacted, ==, 1);
  g_assert_cmpuint (effects.n_first, ==, 2);
  g_assert_cmpuint (effects.n_first_paid, ==, 1);
  g_assert_cmpuint (effects.n_first_waiting, ==, 1);
  g_assert_cmpint (effects.first_amount, ==, 30000);
  g_assert_cmpint (effects.recovered, ==, 30000);
  case_note (ledger, ACQ_NOTE_KIND_CALL, twice, TODAY - 45, ACQ_DAY_NONE);
  effects = acq_reminder_effects_measure (ledger, receivables, cases, year);
  g_assert_cmpuint (effects.n_reacted, ==, 2);
}

static const AcqWatchedCustomer *
find_watched (const GArray *list, const AcqCustomer *customer)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, AcqWatchedCustomer, i).customer == customer)
      return &g_array_index (list, AcqWatchedCustomer, i);
  return NULL;
}

static void
test_watch_list (void)
{
  g_autoptr (AcqLedger) ledger = acq_ledger_new ();
  AcqCustomer *silent = case_customer (ledger, "Muet SAS"), *broken = case_customer (ledger, "Vague SARL");
  AcqCustomer *disputed = case_customer (ledger, "Fâché SA"), *limited = case_customer (ledger, "Gros SA");
  AcqCustomer *good = case_customer (ledger, "Prompt SA"), *failed = case_customer (ledger, "Failli SA");
  g_autoptr (AcqStandings) standings = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) few = NULL;

  failed->insolvent_since = TODAY - 5;
  limited->credit_limit = 100000;
  case_invoice (ledger, silent, TODAY - 120, TODAY - 90, 900000);
  case_invoice (ledger, silent, TODAY - 120, TODAY - 90, 900000);
  case_note (ledger, ACQ_NOTE_KIND_PROMISE, case_invoice (ledger, broken, TODAY - 45, TODAY - 15, 50000),
             TODAY - 12, TODAY - 8);
  case_note (ledger, ACQ_NOTE_KIND_DISPUTE, case_invoice (ledger, disputed, TODAY - 45, TODAY - 15, 40000),
             TODAY - 9, ACQ_DAY_NONE);
  case_invoice (ledger, limited, TODAY - 5, TODAY + 25, 90000);
  case_invoice (ledger, good, TODAY - 5, TODAY + 25, 90000);
  case_invoice (ledger, failed, TODAY - 120, TODAY - 90, 90000);
  case_derive (ledger);
  standings = acq_standings_new (ledger);
  all = acq_watch_list_new (ledger, standings, ACQ_CURRENCY_EUR, TODAY, 50);
  g_assert_cmpuint (all->len, ==, 4);
  g_assert_true (acq_watched_customer_has (find_watched (all, silent), ACQ_WATCH_REASON_NOTHING_PAID));
  g_assert_cmpint (find_watched (all, silent)->overdue_since, ==, TODAY - 90);
  g_assert_true (acq_watched_customer_has (find_watched (all, broken), ACQ_WATCH_REASON_BROKEN_PROMISE));
  g_assert_cmpint (find_watched (all, broken)->promised_until, ==, TODAY - 8);
  g_assert_cmpint (find_watched (all, disputed)->disputed_since, ==, TODAY - 9);
  g_assert_true (acq_watched_customer_has (find_watched (all, limited), ACQ_WATCH_REASON_NEAR_LIMIT));
  g_assert_cmpint (find_watched (all, limited)->limit_used, ==, 9000);
  few = acq_watch_list_new (ledger, standings, ACQ_CURRENCY_EUR, TODAY, 2);
  g_assert_cmpuint (few->len, ==, 2);
  g_assert_true (g_array_index (few, AcqWatchedCustomer, 0).customer == silent);
  /* A new promise takes the place of the broken one. */
  case_note (ledger, ACQ_NOTE_KIND_PROMISE, ledger->invoices->pdata[2], TODAY - 1, TODAY + 5);
  g_clear_pointer (&all, g_array_unref);
  all = acq_watch_list_new (ledger, standings, ACQ_CURRENCY_EUR, TODAY, 50);
  g_assert_null (find_watched (all, broken));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insights/kpi/delays", test_delays);
  g_test_add_func ("/insights/kpi/rates", test_rates);
  g_test_add_func ("/insights/kpi/gaps", test_gaps);
  g_test_add_func ("/insights/kpi/promises", test_promises);
  g_test_add_func ("/insights/kpi/reminders", test_reminders);
  g_test_add_func ("/insights/kpi/watch-list", test_watch_list);
  return g_test_run ();
}
