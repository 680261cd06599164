/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-company.h"

#include "acq-scenario-check.h"

static gboolean
one_in (int n)
{
  return g_test_rand_int_range (0, n) == 0;
}

static const AcqScenario *
choose_by_customer (const AcqCustomer *customer, const AcqInvoice *invoice, gpointer data)
{
  const GPtrArray *scenarios = data;
  gsize n;
  const AcqScenario *presets = acq_scenario_presets (&n);
  gsize choice = (gsize) customer->id % (n + scenarios->len + 1);

  if (choice < n)
    return &presets[choice];
  return choice < n + scenarios->len ? scenarios->pdata[choice - n] : NULL;
}

static AcqStep
random_step (int level, int *day)
{
  static const AcqAnchor after_due[] = { ACQ_ANCHOR_DUE, ACQ_ANCHOR_PREVIOUS, ACQ_ANCHOR_MONTH_END };
  AcqStep step = { .level = level,
                   .channel = (AcqChannel) g_test_rand_int_range (0, 4),
                   .fallback = (AcqChannel) g_test_rand_int_range (0, 4),
                   .tone = (AcqTone) g_test_rand_int_range (0, 6),
                   .mode = (AcqMode) g_test_rand_int_range (0, 2),
                   .role = (AcqContactRole) g_test_rand_int_range (0, 3) };

  *day += g_test_rand_int_range (1, 20);
  step.offset = *day;
  if (level > 0 && one_in (2))
    step.anchor = after_due[g_test_rand_int_range (0, 3)];
  else if (level == 0 && one_in (3))
    step.anchor = ACQ_ANCHOR_ISSUED;
  if (step.anchor == ACQ_ANCHOR_PREVIOUS)
    step.offset = g_test_rand_int_range (1, 20);
  else if (step.anchor == ACQ_ANCHOR_ISSUED)
    step.offset = g_test_rand_int_range (0, 25);
  if (one_in (4))
    step.condition.minimum_amount = g_test_rand_int_range (0, 100000);
  step.condition.or_new_customer = one_in (2);
  if (one_in (5))
    step.condition.kinds = (guint) g_test_rand_int_range (1, 128);
  return step;
}

AcqScenario *
random_scenario_new (void)
{
  int n_before = g_test_rand_int_range (0, 4), n_after = g_test_rand_int_range (1, 7), day = -62;
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  AcqStep steps[10];
  AcqScenario scenario = { "random", NULL, g_test_rand_int_range (1, 15), steps,
                           (gsize) (n_before + n_after),
                           (AcqSequel) g_test_rand_int_range (0, ACQ_SEQUEL_BAILIFF + 1) };

  for (int i = 0; i < n_before + n_after; i++)
    {
      if (i == n_before)
        day = -1;
      steps[i] = random_step (MAX (i - n_before + 1, 0), &day);
      g_ptr_array_add (codes, g_strdup_printf ("step_%d", i));
      steps[i].code = codes->pdata[i];
      /* Whatever random days make of the order, a step counted from the due day stays behind the one before. */
      if (!acq_scenario_is_valid (&(AcqScenario){ "random", NULL, 7, steps, (gsize) i + 1, ACQ_SEQUEL_ASK }))
        steps[i].anchor = ACQ_ANCHOR_DUE, steps[i].offset = day += 21;
    }
  if (!acq_scenario_is_valid (&scenario))
    return random_scenario_new ();
  return acq_scenario_copy (&scenario);
}

static void
add_note (SmallCompany *company, const AcqInvoice *invoice, AcqNoteKind kind, RandomCompanyKind company_kind)
{
  AcqDay today = company->request.today;
  AcqNote *note = small_company_add_note (company, kind, invoice);
  gboolean may_end = kind == ACQ_NOTE_KIND_HOLD || company_kind == RANDOM_COMPANY_ANYTHING;

  note->day = today - g_test_rand_int_range (0, 40);
  note->closed = one_in (5);
  if (one_in (4))
    note->invoice_id = 0;
  if (kind == ACQ_NOTE_KIND_PROMISE || (may_end && one_in (2)))
    note->until = today + g_test_rand_int_range (-20, 60);
  if (kind == ACQ_NOTE_KIND_DISPUTE && one_in (2))
    note->amount = g_test_rand_int_range (1, 200000);
}

static void
add_postponement (SmallCompany *company, const AcqInvoice *invoice)
{
  AcqNote *note = small_company_add_note (company, ACQ_NOTE_KIND_POSTPONE, invoice);

  note->day = company->request.today - g_test_rand_int_range (0, 40);
  note->until = acq_invoice_due_item (invoice, 0)->due + g_test_rand_int_range (1, 150);
  note->closed = one_in (5);
}

static void
add_payment_plan (SmallCompany *company, const AcqInvoice *invoice)
{
  AcqPaymentPlan *plan = acq_payment_plan_new ();
  AcqDay day = company->request.today + g_test_rand_int_range (-40, 20);

  plan->id = company->ledger->plans->len + 1;
  plan->customer_id = invoice->customer_id;
  plan->agreed = company->request.today - 45;
  for (int i = 0; i < 3; i++)
    {
      AcqInstalment instalment = { day + 30 * i, invoice->total / 3 };

      g_array_append_val (plan->instalments, instalment);
    }
  g_array_append_val (plan->invoice_ids, invoice->id);
  g_ptr_array_add (company->ledger->plans, plan);
}

static void
add_receipts (SmallCompany *company, const AcqInvoice *invoice, RandomCompanyKind kind)
{
  AcqDay due = acq_invoice_due_item (invoice, 0)->due;
  int delay = g_test_rand_int_range (-5, 20);
  AcqDay paid = MIN (due + delay, company->request.today - 1);

  if (one_in (3))
    small_company_add_receipt (company, invoice, paid, invoice->total, ACQ_RECEIPT_STATE_CREDITED);
  else if (one_in (5))
    small_company_add_receipt (company, invoice, paid, invoice->total / 3, ACQ_RECEIPT_STATE_CREDITED);
  else if (one_in (20))
    small_company_add_receipt (company, invoice, company->request.today - 1, invoice->total / 2,
                               ACQ_RECEIPT_STATE_IN_HAND);
  else if (one_in (20) && kind == RANDOM_COMPANY_ANYTHING)
    small_company_add_receipt (company, invoice, company->request.today - 3, invoice->total,
                               ACQ_RECEIPT_STATE_DEPOSITED);
}

static void
add_facts (SmallCompany *company, AcqInvoice *invoice, RandomCompanyKind kind)
{
  AcqDay due = acq_invoice_due_item (invoice, 0)->due, today = company->request.today;
  AcqDay reminded = due + g_test_rand_int_range (1, 60);

  add_receipts (company, invoice, kind);
  if (one_in (6) && reminded < today)
    small_company_add_reminder (company, invoice, reminded, one_in (4) ? -1 : g_test_rand_int_range (0, 4));
  for (AcqNoteKind note = ACQ_NOTE_KIND_PROMISE; note <= ACQ_NOTE_KIND_HANDOVER; note++)
    if (one_in (note == ACQ_NOTE_KIND_PROMISE ? 12 : 40))
      add_note (company, invoice, note, kind);
  if (one_in (15))
    add_postponement (company, invoice);
  if (one_in (40))
    add_payment_plan (company, invoice);
  if (one_in (40))
    g_hash_table_add (company->could_settle, &invoice->id);
  invoice->factored = one_in (60);
  invoice->cancelled = one_in (60);
  invoice->old_item = one_in (10);
  invoice->reminders_before = one_in (15) ? g_test_rand_int_range (1, 4) : 0;
  if (invoice->reminders_before > 0 && due + 5 < today)
    invoice->last_reminder_before = due + 5;
}

static void
add_invoice (SmallCompany *company, const AcqCustomer *customer, RandomCompanyKind kind)
{
  AcqDay due = company->request.today + g_test_rand_int_range (-120, 45);
  AcqInvoice *invoice
    = small_company_add_invoice (company, customer, due, g_test_rand_int_range (500, 500000));

  if (one_in (8))
    {
      acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, due + 30, 40000);
      invoice->total += 40000;
    }
  if (one_in (10) && kind == RANDOM_COMPANY_ANYTHING)
    {
      acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_RETENTION, due + g_test_rand_int_range (20, 365), 9000);
      invoice->total += 9000;
    }
  if (one_in (25))
    invoice->currency = acq_currency_parse ("CHF");
  add_facts (company, invoice, kind);
  if (one_in (25))
    small_company_add_invoice (company, customer, due, -g_test_rand_int_range (100, 100000));
}

SmallCompany *
random_company_new (const char *today, RandomCompanyKind kind)
{
  SmallCompany *company = small_company_new (today);
  int n_customers = g_test_rand_int_range (10, 60);
  gint64 agent = 0;

  company->settings->recipients_a_day = g_test_rand_int_range (1, 11);
  if (one_in (2))
    company->settings->weekdays = ACQ_WEEKDAY_BIT (2) | ACQ_WEEKDAY_BIT (3) | ACQ_WEEKDAY_BIT (4);
  for (int i = 0; i < 4; i++)
    g_ptr_array_add (company->scenarios, random_scenario_new ());
  if (one_in (2))
    {
      company->request.find_scenario = choose_by_customer;
      company->request.find_scenario_data = company->scenarios;
    }
  acq_business_calendar_add_closure (company->settings->calendar,
                                     (AcqPeriod){ a_day (today) + 30, a_day (today) + 44 });
  for (int i = 0; i < n_customers; i++)
    {
      AcqCustomer *customer = small_company_add_customer (company, g_test_rand_int_range (0, 7));

      customer->precious = one_in (10);
      customer->insolvent_since = one_in (20) ? company->request.today - 10 : ACQ_DAY_NONE;
      if (one_in (6))
        g_ptr_array_set_size (customer->contacts, 0);
      if (agent != 0 && one_in (4))
        customer->recipient_id = agent;
      else if (one_in (6))
        agent = customer->id;
      for (int j = g_test_rand_int_range (0, 7); j > 0; j--)
        add_invoice (company, customer, kind);
    }
  return company;
}
