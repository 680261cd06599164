/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On random companies the planner keeps its rules, whatever happened before. */
#include "random-company.h"

#define TODAY       "2026-11-20"
#define HALF_A_YEAR 182
#define DECISIONS   1000000

typedef struct
{
  SmallCompany *company;
  AcqPlan *plan;
  GHashTable *levels; /* AcqDueItem to last level + 1 */
  GHashTable *days;   /* AcqCustomer to last day */
  guint decisions;
} Checked;

static const AcqPlanItem *
item_at (const AcqPlanMessage *message, guint index)
{
  return &g_array_index (message->items, AcqPlanItem, index);
}

static AcqCustomer *
customer_of (const Checked *checked, const AcqInvoice *invoice)
{
  return acq_ledger_find_customer (checked->company->ledger, invoice->customer_id);
}

/* A message names what can be chased, once each, and adds it up in one currency. */
static void
check_amounts (const Checked *checked, const AcqPlanMessage *message)
{
  gint64 total = 0;
  int level = -1;

  g_assert_cmpuint (message->items->len, >, 0);
  for (guint i = 0; i < message->items->len; i++)
    {
      const AcqPlanItem *item = item_at (message, i);
      AcqStanding standing
        = acq_standings_get (checked->company->standings, item->invoice, checked->company->request.today);

      g_assert_cmpint (item->amount, >, 0);
      g_assert_cmpint (item->amount, <=, standing.chaseable);
      g_assert_cmpint (item->amount, <=, item->due_item->balance);
      g_assert_true (acq_currency_equal (item->invoice->currency, message->currency));
      g_assert_cmpint (item->due_item->kind == ACQ_DUE_KIND_RETENTION, ==, message->release);
      g_assert_true (
        acq_ledger_find_recipient (checked->company->ledger, customer_of (checked, item->invoice))
        == message->recipient);
      total += item->amount;
      level = MAX (level, item->step->level);
    }
  g_assert_cmpint (message->total, ==, total);
  g_assert_cmpint (message->level, ==, level);
  g_assert_cmpint (message->step->level, ==, level);
}

/* Its own day, or the later one that was agreed. */
static AcqDay
due_of (const Checked *checked, const AcqPlanItem *item)
{
  const GPtrArray *notes = checked->company->ledger->notes;
  AcqDay due = item->due_item->due;

  for (guint i = 0; i < notes->len; i++)
    {
      const AcqNote *note = notes->pdata[i];

      if (note->kind == ACQ_NOTE_KIND_POSTPONE && !note->closed && note->invoice_id == item->invoice->id)
        due = MAX (due, note->until);
    }
  g_assert_cmpint (item->due, ==, due);
  return due;
}

/* No step is taken before its day, and nothing is called late before it is. */
static void
check_anchor (const AcqPlanMessage *message, const AcqPlanItem *item, AcqDay due)
{
  if (item->step->level > 0)
    g_assert_cmpint (message->day, >, due);

  switch (item->step->anchor)
    {
    case ACQ_ANCHOR_DUE:
      g_assert_cmpint (message->day - due, >=, item->step->offset);
      break;
    case ACQ_ANCHOR_ISSUED:
      g_assert_cmpint (message->day - item->invoice->issued, >=, item->step->offset);
      break;
    case ACQ_ANCHOR_MONTH_END:
      g_assert_cmpint (message->day - acq_day_end_of_month (due), >=, item->step->offset);
      break;
    case ACQ_ANCHOR_PREVIOUS:
      g_assert_cmpint (message->day, >, due);
      break;
    }
}

/* An invoice of which so little is asked, or of such a customer, does not have the step. */
static gboolean
has_step (const Checked *checked, const AcqPlanItem *item, const AcqStep *step)
{
  const AcqCustomer *customer = customer_of (checked, item->invoice);
  AcqStanding standing
    = acq_standings_get (checked->company->standings, item->invoice, checked->company->request.today);

  if (step->condition.kinds != 0 && (step->condition.kinds & ACQ_CUSTOMER_KIND_BIT (customer->kind)) == 0)
    return FALSE;
  return step->condition.or_new_customer || standing.chaseable >= step->condition.minimum_amount;
}

/* Between two levels that an item gets there is none that it has and did not get. */
static void
check_none_skipped (const Checked *checked, const AcqPlanItem *item, const AcqScenario *scenario, int before)
{
  for (gsize i = 0; i < scenario->n_steps; i++)
    {
      const AcqStep *step = &scenario->steps[i];

      if (step->level > before && step->level < item->step->level)
        g_assert_true (!has_step (checked, item, step) || step->condition.or_new_customer);
    }
  if (item->step->condition.minimum_amount > 0 && !item->step->condition.or_new_customer)
    g_assert_true (has_step (checked, item, item->step));
}

static const AcqScenario *
scenario_of (const Checked *checked, const AcqInvoice *invoice)
{
  const AcqPlanRequest *request = &checked->company->request;
  const AcqScenario *own = request->find_scenario == NULL
                             ? NULL
                             : request->find_scenario (customer_of (checked, invoice), invoice,
                                                       request->find_scenario_data);

  return own != NULL ? own : request->settings->scenario;
}

/* Whatever stops reminders on the first day stops them until it ends. */
static void
check_facts (const Checked *checked, const AcqPlanMessage *message, const AcqPlanItem *item)
{
  const SmallCompany *company = checked->company;
  AcqStanding standing = acq_standings_get (company->standings, item->invoice, company->request.today);
  AcqDay due = due_of (checked, item);
  int days = message->day - due;

  switch (standing.status)
    {
    case ACQ_INVOICE_STATUS_PROMISED:
    case ACQ_INVOICE_STATUS_IN_PLAN:
    case ACQ_INVOICE_STATUS_HELD:
      g_assert_cmpint (standing.until, !=, ACQ_DAY_NONE);
      g_assert_cmpint (message->day, >, standing.until);
      break;
    case ACQ_INVOICE_STATUS_DISPUTED:
    case ACQ_INVOICE_STATUS_PARTLY_PAID:
    case ACQ_INVOICE_STATUS_OPEN:
      break;
    default:
      g_assert_not_reached ();
    }
  g_assert_false (item->invoice->factored);
  g_assert_false (g_hash_table_contains (company->could_settle, &item->invoice->id));
  check_anchor (message, item, due);
  if (item->step->level == 0)
    g_assert_cmpint (days, <=, 0);
  if (item->step->level == 1 && customer_of (checked, item->invoice)->kind == ACQ_CUSTOMER_KIND_PUBLIC_BODY)
    g_assert_cmpint (days, >=, 5);
}

/* The level that an item has had before the plan. */
static int
known_level (const Checked *checked, const AcqPlanItem *item)
{
  const GPtrArray *reminders = checked->company->ledger->reminders;
  int level = -1;

  for (guint i = 0; i < reminders->len; i++)
    {
      const AcqReminder *reminder = reminders->pdata[i];

      if (reminder->invoice_id == item->invoice->id && reminder->due == item->due_item->due)
        level = MAX (level, reminder->level);
    }
  return level;
}

/* In order, none twice, none left out but those before the due day and those that the invoice does not have. */
static void
check_levels (const Checked *checked, const AcqPlanMessage *message)
{
  for (guint i = 0; i < message->items->len; i++)
    {
      const AcqPlanItem *item = item_at (message, i);
      int before = GPOINTER_TO_INT (g_hash_table_lookup (checked->levels, item->due_item)) - 1;

      /* Calls, and reminders sent elsewhere, are steps that this test does not count. */
      if (before >= 0)
        check_none_skipped (checked, item, scenario_of (checked, item->invoice), before);
      else
        before = known_level (checked, item);
      if (item->step->level > 0)
        g_assert_cmpint (item->step->level, >, before);
      else
        g_assert_cmpint (before, <=, 0);
      g_hash_table_insert (checked->levels, (gpointer) item->due_item,
                           GINT_TO_POINTER (item->step->level + 1));
      check_facts (checked, message, item);
    }
}

/* One message a recipient and day, and the interval between two. */
static void
check_day (const Checked *checked, const AcqPlanMessage *message)
{
  gpointer last;

  g_assert_cmpint (message->day, >=, checked->company->request.today);
  g_assert_true (acq_dunning_settings_is_sending_day (checked->company->settings, message->day));
  if (g_hash_table_lookup_extended (checked->days, message->recipient, NULL, &last))
    g_assert_cmpint (message->day - GPOINTER_TO_INT (last), >=, message->scenario->minimum_interval);
  g_hash_table_insert (checked->days, (gpointer) message->recipient, GINT_TO_POINTER (message->day));
}

static void
check_places (const Checked *checked)
{
  guint on_day = 0;

  for (guint i = 0; i < checked->plan->messages->len; i++)
    {
      const AcqPlanMessage *message = checked->plan->messages->pdata[i];
      const AcqPlanMessage *before = i > 0 ? checked->plan->messages->pdata[i - 1] : NULL;

      if (before != NULL)
        g_assert_cmpint (message->day, >=, before->day);
      on_day = before != NULL && before->day == message->day ? on_day + 1 : 1;
      g_assert_cmpuint (on_day, <=, checked->company->settings->recipients_a_day);
      if (on_day > 1)
        g_assert_cmpint (message->total, <=, before->total);
    }
}

static gboolean
is_held (const Checked *checked, const AcqInvoice *invoice)
{
  for (guint i = 0; i < checked->plan->held->len; i++)
    if (((const AcqHeldInvoice *) checked->plan->held->pdata[i])->invoice == invoice)
      return TRUE;
  return FALSE;
}

static gboolean
leaves_on (const AcqPlan *plan, const AcqInvoice *invoice, AcqDay day)
{
  for (guint i = 0; i < plan->messages->len; i++)
    {
      const AcqPlanMessage *message = plan->messages->pdata[i];

      for (guint j = 0; j < message->items->len && message->day == day; j++)
        if (item_at (message, j)->invoice == invoice)
          return TRUE;
    }
  return FALSE;
}

/* Nobody is forgotten: what is past due leaves today or is held with a reason. */
static void
check_nobody_forgotten (Checked *checked)
{
  AcqDay today = checked->company->request.today;

  for (guint i = 0; i < checked->company->ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = checked->company->ledger->invoices->pdata[i];
      AcqStanding standing = acq_standings_get (checked->company->standings, invoice, today);

      checked->decisions++;
      if (standing.chaseable > 0 && standing.overdue)
        g_assert_true (is_held (checked, invoice) != leaves_on (checked->plan, invoice, today));
    }
  for (guint i = 0; i < checked->plan->held->len; i++)
    g_assert_false (
      acq_reasons_is_empty (&((const AcqHeldInvoice *) checked->plan->held->pdata[i])->reasons));
}

/* The explanation says what the plan does, where no amount comes within reach as days pass. */
static void
check_why (Checked *checked)
{
  const GPtrArray *invoices = checked->company->ledger->invoices;

  for (int i = 0; i < 5 && invoices->len > 0; i++)
    {
      const AcqInvoice *invoice = invoices->pdata[g_test_rand_int_range (0, (int) invoices->len)];
      AcqDay on = checked->company->request.today + g_test_rand_int_range (0, 60);
      AcqWhy why = acq_plan_why (&checked->company->request, invoice, on);

      g_assert_cmpint (why.kind == ACQ_DECISION_REMIND, ==, leaves_on (checked->plan, invoice, on));
      if (why.kind != ACQ_DECISION_REMIND)
        g_assert_false (acq_reasons_is_empty (&why.reasons));
      else
        g_assert_cmpint (why.day, ==, on);
    }
}

static void
test_rules (void)
{
  guint decisions = 0, messages = 0;

  while (decisions < DECISIONS)
    {
      g_autoptr (SmallCompany) company = random_company_new (TODAY, RANDOM_COMPANY_ANYTHING);
      g_autoptr (AcqPlan) plan = small_company_plan (company, company->request.today + HALF_A_YEAR);
      g_autoptr (GHashTable) levels = g_hash_table_new (NULL, NULL);
      g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
      Checked checked = { company, plan, levels, days, 0 };

      for (guint i = 0; i < plan->messages->len; i++)
        {
          const AcqPlanMessage *message = plan->messages->pdata[i];

          check_amounts (&checked, message);
          check_levels (&checked, message);
          check_day (&checked, message);
          checked.decisions += message->items->len;
        }
      check_places (&checked);
      check_nobody_forgotten (&checked);
      decisions += checked.decisions;
      messages += plan->messages->len;
    }
  g_test_message ("%u decisions, %u messages", decisions, messages);
  g_assert_cmpuint (messages, >, DECISIONS / 10);
}

static gboolean
is_reminded_by (const AcqPlan *plan, const AcqInvoice *invoice, AcqDay last)
{
  for (guint i = 0; i < plan->messages->len; i++)
    {
      const AcqPlanMessage *message = plan->messages->pdata[i];

      for (guint j = 0; j < message->items->len && message->day <= last; j++)
        if (item_at (message, j)->invoice == invoice && item_at (message, j)->step->level > 0)
          return TRUE;
    }
  return FALSE;
}

static void
close_postponements (SmallCompany *company, gboolean closed)
{
  for (guint i = 0; i < company->ledger->notes->len; i++)
    if (((AcqNote *) company->ledger->notes->pdata[i])->kind == ACQ_NOTE_KIND_POSTPONE)
      ((AcqNote *) company->ledger->notes->pdata[i])->closed = closed;
}

/* Whoever would be reminded without it is reminded once the day that was agreed has passed. */
static void
test_postponed (void)
{
  guint postponed = 0;

  while (postponed < 500)
    {
      g_autoptr (SmallCompany) company = random_company_new (TODAY, RANDOM_COMPANY_ANYTHING);
      g_autoptr (AcqPlan) plain = NULL, later = NULL;
      AcqDay today = company->request.today;

      close_postponements (company, TRUE);
      plain = small_company_plan (company, today + HALF_A_YEAR);
      close_postponements (company, FALSE);
      later = small_company_plan (company, today + 3 * HALF_A_YEAR);
      for (guint i = 0; i < company->ledger->notes->len; i++)
        {
          const AcqNote *note = company->ledger->notes->pdata[i];
          const AcqInvoice *invoice = acq_ledger_find_invoice (company->ledger, note->invoice_id);

          if (note->kind != ACQ_NOTE_KIND_POSTPONE || !is_reminded_by (plain, invoice, today + HALF_A_YEAR))
            continue;
          g_assert_true (is_reminded_by (later, invoice, today + 3 * HALF_A_YEAR));
          g_assert_false (is_reminded_by (later, invoice, note->until));
          postponed++;
        }
    }
}

static void
assert_same_message (const AcqPlanMessage *a, const AcqPlanMessage *b)
{
  g_assert_cmpint (a->day, ==, b->day);
  g_assert_true (a->recipient == b->recipient);
  g_assert_true (a->step == b->step);
  g_assert_cmpint (a->channel, ==, b->channel);
  g_assert_cmpint (a->mode, ==, b->mode);
  g_assert_cmpuint (a->needs, ==, b->needs);
  g_assert_cmpint (a->total, ==, b->total);
  g_assert_cmpuint (a->items->len, ==, b->items->len);
  for (guint i = 0; i < a->items->len; i++)
    {
      g_assert_true (item_at (a, i)->due_item == item_at (b, i)->due_item);
      g_assert_true (item_at (a, i)->step == item_at (b, i)->step);
      g_assert_cmpint (item_at (a, i)->amount, ==, item_at (b, i)->amount);
      g_assert_cmpint (item_at (a, i)->broken_promise, ==, item_at (b, i)->broken_promise);
    }
}

/* From that day on both plans say the same. */
static void
assert_same_from (const AcqPlan *ahead, const AcqPlan *later, AcqDay day)
{
  guint first = 0;

  while (first < ahead->messages->len && ((AcqPlanMessage *) ahead->messages->pdata[first])->day < day)
    first++;
  g_assert_cmpuint (ahead->messages->len - first, ==, later->messages->len);
  for (guint i = 0; i < later->messages->len; i++)
    assert_same_message (ahead->messages->pdata[first + i], later->messages->pdata[i]);
}

/* A plan made ahead is the plan made on the day, if what it said has left until then. */
static void
test_later_days (void)
{
  for (int run = 0; run < 60; run++)
    {
      g_autoptr (SmallCompany) company = random_company_new (TODAY, RANDOM_COMPANY_STEADY);
      AcqDay until = company->request.today + HALF_A_YEAR;
      g_autoptr (AcqPlan) ahead = small_company_plan (company, until);
      g_autoptr (AcqPlan) again = small_company_plan (company, until);
      g_autoptr (AcqPlan) later = NULL;
      int days = g_test_rand_int_range (1, 90);
      Checked checked = { company, ahead, NULL, NULL, 0 };

      check_why (&checked);
      assert_same_from (ahead, again, company->request.today);
      company->request.today += days;
      g_array_index (company->ledger->coverage, AcqCoverage, 0).period.last += days;
      small_company_send (company, ahead, company->request.today);
      later = small_company_plan (company, until);
      assert_same_from (ahead, later, company->request.today);
    }
}

/* Two weeks in which nobody looked: the same items leave, each from the level it had, and no day has more than its places. */
static void
test_absence (void)
{
  for (int run = 0; run < 60; run++)
    {
      g_autoptr (SmallCompany) company = random_company_new (TODAY, RANDOM_COMPANY_STEADY);
      AcqDay long_after = company->request.today + 2000;
      g_autoptr (AcqPlan) ahead = small_company_plan (company, long_after);
      g_autoptr (AcqPlan) late = NULL;
      g_autoptr (GHashTable) left = g_hash_table_new (NULL, NULL);
      Checked checked = { company, NULL, NULL, NULL, 0 };

      company->request.today += 14;
      late = small_company_plan (company, long_after);
      checked.plan = late;
      check_places (&checked);
      for (guint i = 0; i < late->messages->len; i++)
        for (guint j = 0; j < ((AcqPlanMessage *) late->messages->pdata[i])->items->len; j++)
          {
            const AcqPlanItem *item = item_at (late->messages->pdata[i], j);

            if (!g_hash_table_contains (left, item->due_item))
              g_hash_table_insert (left, (gpointer) item->due_item, GINT_TO_POINTER (item->step->level));
          }
      for (guint i = 0; i < ahead->messages->len; i++)
        for (guint j = 0; j < ((AcqPlanMessage *) ahead->messages->pdata[i])->items->len; j++)
          {
            const AcqPlanItem *item = item_at (ahead->messages->pdata[i], j);

            if (item->step->level > 0)
              g_assert_true (g_hash_table_contains (left, item->due_item));
            if (g_hash_table_contains (left, item->due_item) && item->step->level > 0)
              g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (left, item->due_item)), <=,
                               item->step->level);
          }
    }
}

static const AcqHeldInvoice *
find_held (const AcqPlan *plan, const AcqInvoice *invoice)
{
  for (guint i = 0; i < plan->held->len; i++)
    if (((const AcqHeldInvoice *) plan->held->pdata[i])->invoice == invoice)
      return plan->held->pdata[i];
  return NULL;
}

static gboolean
is_finished (const AcqPlan *plan, const AcqInvoice *invoice)
{
  const AcqHeldInvoice *held = find_held (plan, invoice);

  return held != NULL && acq_reasons_has (&held->reasons, ACQ_REASON_SCENARIO_FINISHED);
}

/* What the user is asked about is what nothing else holds: handed over it is not asked about, taken back it is again. */
static void
check_handover (SmallCompany *company, AcqInvoice *invoice)
{
  AcqNote *note = small_company_add_note (company, ACQ_NOTE_KIND_HANDOVER, invoice);
  g_autoptr (AcqPlan) handed_over = small_company_plan (company, company->request.today);
  g_autoptr (AcqPlan) taken_back = NULL;
  const AcqHeldInvoice *held = find_held (handed_over, invoice);

  g_assert_nonnull (held);
  g_assert_true (acq_reasons_has (&held->reasons, ACQ_REASON_EXCLUDED));
  g_assert_false (acq_reasons_has (&held->reasons, ACQ_REASON_SCENARIO_FINISHED));
  note->closed = TRUE;
  taken_back = small_company_plan (company, company->request.today);
  g_assert_true (is_finished (taken_back, invoice));
}

/* Years later all steps have left. Whatever is still owed is listed: something else holds it back, or a decision is asked. */
static void
test_end_of_scenario (void)
{
  guint finished = 0;

  for (int run = 0; run < 60; run++)
    {
      g_autoptr (SmallCompany) company = random_company_new (TODAY, RANDOM_COMPANY_STEADY);
      AcqDay long_after = company->request.today + 3000;
      g_autoptr (AcqPlan) ahead = small_company_plan (company, long_after);
      g_autoptr (AcqPlan) later = NULL;
      gboolean handed_over = FALSE;

      small_company_send (company, ahead, long_after);
      company->request.today = long_after;
      g_array_index (company->ledger->coverage, AcqCoverage, 0).period.last = long_after;
      later = small_company_plan (company, long_after);
      for (guint i = 0; i < company->ledger->invoices->len; i++)
        {
          AcqInvoice *invoice = company->ledger->invoices->pdata[i];
          AcqStanding standing = acq_standings_get (company->standings, invoice, long_after);
          const AcqHeldInvoice *held = find_held (later, invoice);

          if (!standing.overdue)
            continue;
          g_assert_true (leaves_on (later, invoice, long_after) || held != NULL);
          if (held == NULL)
            continue;
          g_assert_false (acq_reasons_is_empty (&held->reasons));
          /* An amount that came within reach since has its steps before it; then it is known until when it waits. */
          if ((held->reasons.codes & ~((guint32) 1 << ACQ_REASON_BEFORE_DUE_DROPPED))
              == (guint32) 1 << ACQ_REASON_NOT_DUE)
            g_assert_cmpint (held->reasons.until[ACQ_REASON_NOT_DUE], >=, long_after);
          if (!is_finished (later, invoice))
            continue;
          finished++;
          if (!handed_over)
            check_handover (company, invoice);
          handed_over = TRUE;
        }
    }
  g_test_message ("%u at the end of their scenario", finished);
  g_assert_cmpuint (finished, >, 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dunning/properties/rules", test_rules);
  g_test_add_func ("/dunning/properties/postponed", test_postponed);
  g_test_add_func ("/dunning/properties/later-days", test_later_days);
  g_test_add_func ("/dunning/properties/absence", test_absence);
  g_test_add_func ("/dunning/properties/end-of-scenario", test_end_of_scenario);
  return g_test_run ();
}
