/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-figures.h"

#define WHOLE_LIMIT 10000

static const char *const filter_codes[] = { "all", "overdue", "near-limit", "disputed", "no-contact" };

ACQ_DEFINE_CODES (AcqCustomerFilter, acq_customer_filter, filter_codes)

/* Of several reasons the first in this list is shown: what asks something of the user before what passes by itself. */
static const AcqReason gravest_first[] = {
  ACQ_REASON_INSOLVENT,         ACQ_REASON_UNREAD_ANSWER,
  ACQ_REASON_POSSIBLE_RECEIPT,  ACQ_REASON_UNALLOCATED_CREDIT,
  ACQ_REASON_DISPUTED,          ACQ_REASON_SCENARIO_FINISHED,
  ACQ_REASON_PROMISE_PENDING,   ACQ_REASON_PLAN_PENDING,
  ACQ_REASON_PAYMENT_IN_FLIGHT, ACQ_REASON_HELD,
  ACQ_REASON_EXCLUDED,          ACQ_REASON_FACTORED,
  ACQ_REASON_INTERVAL,          ACQ_REASON_NOT_DUE,
};

typedef struct
{
  const AcqCompanyView *view;
  const AcqBooks *books;   /* the view's */
  const AcqLedger *ledger; /* the books', or one customer's rows of it */
  GArray *rows;
  GHashTable *places; /* gint64 id inside the customer to its place in the rows, counted from 1 */
} Reading;

static AcqCustomerFigures *
find_row (const Reading *reading, gint64 customer_id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (reading->places, &customer_id));

  return place == 0 ? NULL : &g_array_index (reading->rows, AcqCustomerFigures, place - 1);
}

static void
add_customers (Reading *reading)
{
  AcqNextKind next = reading->view->plan == NULL ? ACQ_NEXT_UNKNOWN : ACQ_NEXT_NOTHING;

  for (guint i = 0; i < reading->ledger->customers->len; i++)
    {
      const AcqCustomer *customer = reading->ledger->customers->pdata[i];
      const AcqCustomer *recipient = acq_ledger_find_recipient (reading->books->ledger, customer);
      AcqCustomerFigures row = { .customer = customer, .limit_used = -1 };

      row.reachable = acq_customer_find_email (recipient, ACQ_CONTACT_ROLE_PAYS) != NULL;
      row.next = (AcqNextStep){ .kind = next, .day = ACQ_DAY_NONE };
      g_array_append_val (reading->rows, row);
      g_hash_table_insert (reading->places, (gpointer) &customer->id, GUINT_TO_POINTER (i + 1));
    }
}

/* The earliest due day of what is overdue counts. */
static void
add_lateness (AcqCustomerFigures *row, const AcqStandings *standings, const AcqInvoice *invoice, AcqDay today)
{
  for (guint i = 0; i < invoice->due_items->len; i++)
    {
      const AcqDueItem *item = acq_invoice_due_item (invoice, i);
      AcqDay due = acq_standings_due_day (standings, invoice, item->due);

      if (item->balance > 0 && due < today)
        row->oldest_days = MAX (row->oldest_days, today - due);
    }
}

static void
add_invoice (const Reading *reading, const AcqInvoice *invoice)
{
  AcqCustomerFigures *row = find_row (reading, invoice->customer_id);
  AcqStanding standing;

  if (row == NULL || invoice->cancelled || invoice->balance == 0)
    return;
  if (!acq_currency_equal (invoice->currency, ACQ_CURRENCY_EUR))
    {
      row->other_currency = TRUE;
      return;
    }
  standing = acq_standings_get (reading->books->standings, invoice, reading->books->today);
  row->outstanding += invoice->balance;
  row->overdue += standing.overdue_amount;
  row->n_open += invoice->balance > 0;
  row->disputed = row->disputed || standing.disputed > 0;
  if (!standing.overdue)
    return;
  row->n_overdue++;
  add_lateness (row, reading->books->standings, invoice, reading->books->today);
}

static void
measure_limit (AcqCustomerFigures *row)
{
  if (row->customer->credit_limit > 0)
    row->limit_used = acq_amount_scale (MAX (row->outstanding, 0), WHOLE_LIMIT, row->customer->credit_limit);
}

static void
take_habit (AcqCustomerFigures *row, const AcqPayerHabit *habit)
{
  row->habit_known = habit->known;
  row->habit = habit->days_late;
}

static void
add_habits (const Reading *reading)
{
  const AcqBooks *books = reading->books;
  g_autoptr (AcqReceivables) receivables
    = acq_receivables_new (books->ledger, ACQ_CURRENCY_EUR, books->today);
  g_autoptr (AcqPayerHabits) habits = acq_payer_habits_new (books->ledger, receivables);

  for (guint i = 0; i < reading->rows->len; i++)
    {
      AcqCustomerFigures *row = &g_array_index (reading->rows, AcqCustomerFigures, i);
      g_autoptr (AcqPayerHabit) habit = acq_payer_habits_get (habits, row->customer->id);

      take_habit (row, habit);
    }
}

/* Messages are by day: the first of a customer's is his next. */
static void
add_messages (const Reading *reading, const AcqPlan *plan)
{
  for (guint i = 0; i < plan->messages->len; i++)
    {
      const AcqPlanMessage *message = plan->messages->pdata[i];

      for (guint j = 0; j < message->customers->len; j++)
        {
          const AcqCustomer *customer = message->customers->pdata[j];
          AcqCustomerFigures *row = find_row (reading, customer->id);

          if (row != NULL && row->next.kind != ACQ_NEXT_MESSAGE)
            row->next = (AcqNextStep){ ACQ_NEXT_MESSAGE, message->day, message, 0, ACQ_SEQUEL_ASK };
        }
    }
}

/* The place of the reason in the list; its length where it is not told. */
static guint
rank_reason (AcqReason reason)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (gravest_first) && gravest_first[i] != reason)
    i++;
  return i;
}

/* Of a promise people know the day that was named, not the bank days that are waited after it. */
static AcqDay
find_day (const Reading *reading, const AcqHeldInvoice *held, AcqReason reason)
{
  const AcqBooks *books = reading->view->books;
  AcqStanding standing = acq_standings_get (books->standings, held->invoice, books->today);

  if (reason == ACQ_REASON_PROMISE_PENDING && standing.status == ACQ_INVOICE_STATUS_PROMISED)
    return standing.until;
  return held->reasons.until[reason];
}

static void
add_held (const Reading *reading, const AcqHeldInvoice *held)
{
  AcqCustomerFigures *row = find_row (reading, held->customer->id);

  if (row == NULL || row->next.kind == ACQ_NEXT_MESSAGE)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (gravest_first); i++)
    {
      AcqReason reason = gravest_first[i];

      if (!acq_reasons_has (&held->reasons, reason))
        continue;
      if (row->next.kind != ACQ_NEXT_HELD || rank_reason (row->next.reason) > i)
        row->next
          = (AcqNextStep){ ACQ_NEXT_HELD, find_day (reading, held, reason), NULL, reason, held->sequel };
      return;
    }
}

static void
add_next_steps (const Reading *reading)
{
  const AcqPlan *plan = reading->view->plan;

  if (plan == NULL)
    return;
  add_messages (reading, plan);
  for (guint i = 0; i < plan->held->len; i++)
    add_held (reading, plan->held->pdata[i]);
}

gboolean
acq_customer_figures_pass (const AcqCustomerFigures *self, AcqCustomerFilter filter)
{
  switch (filter)
    {
    case ACQ_CUSTOMER_FILTER_OVERDUE:
      return self->overdue > 0;
    case ACQ_CUSTOMER_FILTER_NEAR_LIMIT:
      return self->limit_used >= ACQ_NEAR_LIMIT;
    case ACQ_CUSTOMER_FILTER_DISPUTED:
      return self->disputed;
    case ACQ_CUSTOMER_FILTER_NO_CONTACT:
      return !self->reachable;
    case ACQ_CUSTOMER_FILTER_ALL:
      break;
    }
  return TRUE;
}

static void
count (AcqCustomerListing *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (guint filter = 0; filter < ACQ_N_CUSTOMER_FILTERS; filter++)
      self->counts[filter]
        += acq_customer_figures_pass (acq_customer_listing_row (self, i), (AcqCustomerFilter) filter);
}

/* All but the habits. */
static GArray *
read_rows (const AcqCompanyView *view, const AcqLedger *ledger)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  Reading reading = { .view = view, .books = view->books, .ledger = ledger, .places = places };

  reading.rows = g_array_new (FALSE, FALSE, sizeof (AcqCustomerFigures));
  add_customers (&reading);
  for (guint i = 0; i < ledger->invoices->len; i++)
    add_invoice (&reading, ledger->invoices->pdata[i]);
  for (guint i = 0; i < reading.rows->len; i++)
    measure_limit (&g_array_index (reading.rows, AcqCustomerFigures, i));
  add_next_steps (&reading);
  return reading.rows;
}

AcqCustomerListing *
acq_customer_listing_new (const AcqCompanyView *view)
{
  AcqCustomerListing *self = g_atomic_rc_box_new0 (AcqCustomerListing);

  self->view = acq_company_view_ref ((AcqCompanyView *) view);
  self->rows = read_rows (view, view->books->ledger);
  add_habits (&(Reading){ .books = view->books, .rows = self->rows });
  count (self);
  return self;
}

AcqCustomerFigures
acq_customer_figures_of (const AcqCustomerAccount *account)
{
  g_autoptr (GArray) rows = read_rows (account->view, account->rows);
  AcqCustomerFigures figures = g_array_index (rows, AcqCustomerFigures, 0);

  take_habit (&figures, account->habit);
  return figures;
}

AcqCustomerListing *
acq_customer_listing_ref (AcqCustomerListing *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AcqCustomerListing *self = data;

  g_array_unref (self->rows);
  acq_company_view_unref (self->view);
}

void
acq_customer_listing_unref (AcqCustomerListing *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const AcqCustomerFigures *
acq_customer_listing_find (const AcqCustomerListing *self, const char *code)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (acq_customer_listing_row (self, i)->customer->code, code) == 0)
      return acq_customer_listing_row (self, i);
  return NULL;
}
