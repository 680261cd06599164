/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-standing.h"

static const char *const status_codes[] = {
  "cancelled", "paid", "insolvent", "excluded", "disputed", "promised", "in_plan", "held", "partly_paid", "open",
};

ACQ_DEFINE_CODES (AcqInvoiceStatus, acq_invoice_status, status_codes)

struct _AcqStandings
{
  const AcqLedger *ledger;
  GHashTable *notes_of_invoice;  /* gint64 id to GPtrArray */
  GHashTable *notes_of_customer; /* gint64 id to GPtrArray */
  GHashTable *reminders;         /* gint64 id of an invoice to GPtrArray */
  GHashTable *in_flight;         /* gint64 id of an invoice to GPtrArray */
  GHashTable *plans;             /* gint64 id of an invoice to AcqPaymentPlan */
  GHashTable *credits;           /* gint64 id of a customer to GArray of AcqMoney, one for each currency */
  GHashTable *disputed_invoices; /* gint64 id of a customer who disputes an amount to his open ones, oldest first */
  GHashTable *plan_receipts;     /* gint64 id of an invoice to GArray of DatedAmount */
  GPtrArray *none;
};

typedef struct
{
  AcqDay day;
  gint64 amount;
} DatedAmount;

static gint64 *
copy_id (gint64 id)
{
  gint64 *copy = g_new (gint64, 1);

  *copy = id;
  return copy;
}

static void
file_under (GHashTable *lists, gint64 id, gpointer entry)
{
  GPtrArray *list = g_hash_table_lookup (lists, &id);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (lists, copy_id (id), list);
    }
  g_ptr_array_add (list, entry);
}

static GHashTable *
new_lists (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

/* NULL where the customer has none in that currency. */
static AcqMoney *
find_credit (const AcqStandings *self, gint64 customer_id, AcqCurrency currency)
{
  const GArray *credits = g_hash_table_lookup (self->credits, &customer_id);

  for (guint i = 0; credits != NULL && i < credits->len; i++)
    if (acq_currency_equal (g_array_index (credits, AcqMoney, i).currency, currency))
      return &g_array_index (credits, AcqMoney, i);
  return NULL;
}

static void
add_credit (AcqStandings *self, gint64 customer_id, AcqMoney amount)
{
  AcqMoney *credit = find_credit (self, customer_id, amount.currency);
  GArray *credits = g_hash_table_lookup (self->credits, &customer_id);

  if (credit != NULL)
    {
      credit->minor += amount.minor;
      return;
    }
  if (credits == NULL)
    {
      credits = g_array_new (FALSE, FALSE, sizeof (AcqMoney));
      g_hash_table_insert (self->credits, copy_id (customer_id), credits);
    }
  g_array_append_val (credits, amount);
}

/* The rest of a receipt is the credit of a customer only if all that it paid so far is his. */
static gint64
single_customer_of (const AcqLedger *ledger, const AcqReceipt *receipt)
{
  gint64 customer_id = receipt->customer_id;

  for (guint i = 0; i < receipt->allocations->len; i++)
    {
      const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, i);
      const AcqInvoice *invoice = acq_ledger_find_invoice (ledger, allocation->invoice_id);

      if (invoice == NULL || (customer_id != 0 && customer_id != invoice->customer_id))
        return 0;
      customer_id = invoice->customer_id;
    }
  return customer_id;
}

static void
collect_credits (AcqStandings *self)
{
  const AcqLedger *ledger = self->ledger;

  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];

      if (invoice->balance < 0 && !invoice->cancelled)
        add_credit (self, invoice->customer_id, acq_money_new (-invoice->balance, invoice->currency));
    }
  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      const AcqReceipt *receipt = ledger->receipts->pdata[i];
      gint64 rest = receipt->amount - acq_receipt_allocated (receipt);
      gint64 customer_id = 0;

      if (receipt->state == ACQ_RECEIPT_STATE_CREDITED && receipt->amount > 0 && rest > 0)
        customer_id = single_customer_of (ledger, receipt);
      if (customer_id != 0)
        add_credit (self, customer_id, acq_money_new (rest, receipt->currency));
    }
}

static void
file_receipt (AcqStandings *self, AcqReceipt *receipt)
{
  for (guint i = 0; i < receipt->allocations->len; i++)
    {
      const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, i);
      DatedAmount part = { receipt->day, allocation->amount };
      GArray *parts;

      if (acq_receipt_is_in_flight (receipt))
        file_under (self->in_flight, allocation->invoice_id, receipt);
      if (receipt->state != ACQ_RECEIPT_STATE_CREDITED
          || !g_hash_table_contains (self->plans, &allocation->invoice_id))
        continue;
      parts = g_hash_table_lookup (self->plan_receipts, &allocation->invoice_id);
      if (parts == NULL)
        {
          parts = g_array_new (FALSE, FALSE, sizeof (DatedAmount));
          g_hash_table_insert (self->plan_receipts, copy_id (allocation->invoice_id), parts);
        }
      g_array_append_val (parts, part);
    }
}

static void
file_plans (AcqStandings *self)
{
  for (guint i = 0; i < self->ledger->plans->len; i++)
    {
      AcqPaymentPlan *plan = self->ledger->plans->pdata[i];

      for (guint j = 0; j < plan->invoice_ids->len && !plan->ended; j++)
        g_hash_table_insert (self->plans, copy_id (g_array_index (plan->invoice_ids, gint64, j)), plan);
    }
}

/* A dispute of an amount that names no invoice. */
static gboolean
is_spread (const AcqNote *note)
{
  return note->kind == ACQ_NOTE_KIND_DISPUTE && note->invoice_id == 0 && note->amount >= 0;
}

static int
compare_by_due_day (gconstpointer a, gconstpointer b)
{
  const AcqInvoice *left = *(AcqInvoice *const *) a, *right = *(AcqInvoice *const *) b;
  AcqDay left_due = acq_invoice_due_day (left), right_due = acq_invoice_due_day (right);

  if (left_due != right_due)
    return left_due < right_due ? -1 : 1;
  return (left->id > right->id) - (left->id < right->id);
}

static void
file_disputed_invoices (AcqStandings *self)
{
  const AcqLedger *ledger = self->ledger;
  GHashTableIter iter;
  gpointer list;

  for (guint i = 0; i < ledger->notes->len; i++)
    {
      const AcqNote *note = ledger->notes->pdata[i];

      if (!note->closed && is_spread (note))
        g_hash_table_insert (self->disputed_invoices, copy_id (note->customer_id), g_ptr_array_new ());
    }
  if (g_hash_table_size (self->disputed_invoices) == 0)
    return;
  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      AcqInvoice *invoice = ledger->invoices->pdata[i];

      if (invoice->balance > 0 && !invoice->cancelled && !acq_invoice_is_credit_note (invoice)
          && g_hash_table_contains (self->disputed_invoices, &invoice->customer_id))
        file_under (self->disputed_invoices, invoice->customer_id, invoice);
    }
  g_hash_table_iter_init (&iter, self->disputed_invoices);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_sort (list, compare_by_due_day);
}

AcqStandings *
acq_standings_new (const AcqLedger *ledger)
{
  AcqStandings *self = g_new0 (AcqStandings, 1);

  self->ledger = ledger;
  self->notes_of_invoice = new_lists ();
  self->notes_of_customer = new_lists ();
  self->reminders = new_lists ();
  self->in_flight = new_lists ();
  self->plans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->credits = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  self->disputed_invoices = new_lists ();
  self->plan_receipts
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  self->none = g_ptr_array_new ();

  for (guint i = 0; i < ledger->notes->len; i++)
    {
      AcqNote *note = ledger->notes->pdata[i];

      if (note->closed)
        continue;
      if (note->invoice_id != 0)
        file_under (self->notes_of_invoice, note->invoice_id, note);
      else
        file_under (self->notes_of_customer, note->customer_id, note);
    }
  for (guint i = 0; i < ledger->reminders->len; i++)
    {
      AcqReminder *reminder = ledger->reminders->pdata[i];

      file_under (self->reminders, reminder->invoice_id, reminder);
    }
  file_plans (self);
  for (guint i = 0; i < ledger->receipts->len; i++)
    file_receipt (self, ledger->receipts->pdata[i]);
  collect_credits (self);
  file_disputed_invoices (self);
  return self;
}

void
acq_standings_free (AcqStandings *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->notes_of_invoice);
  g_hash_table_unref (self->notes_of_customer);
  g_hash_table_unref (self->reminders);
  g_hash_table_unref (self->in_flight);
  g_hash_table_unref (self->plans);
  g_hash_table_unref (self->credits);
  g_hash_table_unref (self->disputed_invoices);
  g_hash_table_unref (self->plan_receipts);
  g_ptr_array_unref (self->none);
  g_free (self);
}

static const GPtrArray *
find_list (const AcqStandings *self, GHashTable *lists, gint64 id)
{
  const GPtrArray *list = g_hash_table_lookup (lists, &id);

  return list != NULL ? list : self->none;
}

const GPtrArray *
acq_standings_notes_of_invoice (const AcqStandings *self, gint64 invoice_id)
{
  return find_list (self, self->notes_of_invoice, invoice_id);
}

const GPtrArray *
acq_standings_notes_of_customer (const AcqStandings *self, gint64 customer_id)
{
  return find_list (self, self->notes_of_customer, customer_id);
}

const GPtrArray *
acq_standings_reminders_of (const AcqStandings *self, gint64 invoice_id)
{
  return find_list (self, self->reminders, invoice_id);
}

const GPtrArray *
acq_standings_in_flight_of (const AcqStandings *self, gint64 invoice_id)
{
  return find_list (self, self->in_flight, invoice_id);
}

const AcqPaymentPlan *
acq_standings_plan_of (const AcqStandings *self, gint64 invoice_id)
{
  return g_hash_table_lookup (self->plans, &invoice_id);
}

const AcqNote *
acq_standings_postponement_of (const AcqStandings *self, gint64 invoice_id)
{
  const GPtrArray *notes = acq_standings_notes_of_invoice (self, invoice_id);
  const AcqNote *latest = NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      const AcqNote *note = notes->pdata[i];

      if (note->kind == ACQ_NOTE_KIND_POSTPONE && (latest == NULL || note->until > latest->until))
        latest = note;
    }
  return latest;
}

AcqDay
acq_standings_due_day (const AcqStandings *self, const AcqInvoice *invoice, AcqDay due)
{
  const AcqNote *postponement = acq_standings_postponement_of (self, invoice->id);

  return postponement == NULL ? due : MAX (due, postponement->until);
}

gboolean
acq_payment_plan_next_instalment (const AcqPaymentPlan *plan, AcqDay day, AcqInstalment *ret_instalment)
{
  for (guint i = 0; i < plan->instalments->len; i++)
    {
      const AcqInstalment *instalment = &g_array_index (plan->instalments, AcqInstalment, i);

      if (instalment->due >= day)
        {
          *ret_instalment = *instalment;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
acq_standings_plan_is_kept (const AcqStandings *self, const AcqPaymentPlan *plan, AcqDay today)
{
  gint64 owed = 0, received = 0;

  for (guint i = 0; i < plan->instalments->len; i++)
    {
      const AcqInstalment *instalment = &g_array_index (plan->instalments, AcqInstalment, i);

      if (instalment->due < today)
        owed += instalment->amount;
    }
  for (guint i = 0; i < plan->invoice_ids->len; i++)
    {
      const gint64 id = g_array_index (plan->invoice_ids, gint64, i);
      const GArray *parts = g_hash_table_lookup (self->plan_receipts, &id);

      for (guint j = 0; parts != NULL && j < parts->len; j++)
        if (g_array_index (parts, DatedAmount, j).day >= plan->agreed)
          received += g_array_index (parts, DatedAmount, j).amount;
    }
  return received >= owed;
}

gint64
acq_standings_unallocated_credit (const AcqStandings *self, gint64 customer_id, AcqCurrency currency)
{
  const AcqMoney *credit = find_credit (self, customer_id, currency);

  return credit == NULL ? 0 : MAX (credit->minor, 0);
}

/* What the notes of one list say; the invoice's own and those of its customer as a whole are read alike. */
typedef struct
{
  gboolean excluded;
  gboolean held, promised;
  AcqDay held_until, promised_until; /* ACQ_DAY_NONE: without end */
  gint64 disputed;
} NotedFacts;

/* ACQ_DAY_NONE stands for "without end" and so beats every day. */
static void
extend (gboolean *known, AcqDay *until, AcqDay day)
{
  if (!*known || (*until != ACQ_DAY_NONE && (day == ACQ_DAY_NONE || day > *until)))
    *until = day;
  *known = TRUE;
}

static void
read_notes (NotedFacts *facts, const GPtrArray *notes, const AcqInvoice *invoice, AcqDay today)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const AcqNote *note = notes->pdata[i];
      gboolean running = note->until == ACQ_DAY_NONE || note->until >= today;

      if (acq_note_excludes (note) && running)
        facts->excluded = TRUE;
      else if (note->kind == ACQ_NOTE_KIND_HOLD && running)
        extend (&facts->held, &facts->held_until, note->until);
      else if (note->kind == ACQ_NOTE_KIND_PROMISE && running && note->until != ACQ_DAY_NONE)
        extend (&facts->promised, &facts->promised_until, note->until);
      else if (note->kind == ACQ_NOTE_KIND_DISPUTE && running && !is_spread (note))
        facts->disputed += note->amount < 0 ? invoice->balance : note->amount;
    }
}

static gint64
find_spread_disputes (const AcqStandings *self, gint64 customer_id, AcqDay today)
{
  const GPtrArray *notes = acq_standings_notes_of_customer (self, customer_id);
  gint64 sum = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      const AcqNote *note = notes->pdata[i];

      if (is_spread (note) && (note->until == ACQ_DAY_NONE || note->until >= today))
        sum += note->amount;
    }
  return sum;
}

/* What of the amounts that the customer disputes as a whole falls on this invoice: a note knows no currency, so that each
   currency has its own row of invoices. */
static gint64
find_spread_share (const AcqStandings *self, const AcqInvoice *invoice, AcqDay today)
{
  const GPtrArray *invoices = find_list (self, self->disputed_invoices, invoice->customer_id);
  gint64 left = invoices->len > 0 ? find_spread_disputes (self, invoice->customer_id, today) : 0;

  for (guint i = 0; i < invoices->len && left > 0; i++)
    {
      const AcqInvoice *older = invoices->pdata[i];
      NotedFacts own = { 0 };
      gint64 share;

      if (!acq_currency_equal (older->currency, invoice->currency))
        continue;
      read_notes (&own, acq_standings_notes_of_invoice (self, older->id), older, today);
      share = MIN (left, MAX (0, older->balance - own.disputed));
      if (older->id == invoice->id)
        return share;
      left -= share;
    }
  return 0;
}

static void
add_in_flight (AcqStanding *standing, const AcqStandings *self, const AcqInvoice *invoice, AcqDay today)
{
  const GPtrArray *receipts = acq_standings_in_flight_of (self, invoice->id);
  gboolean known = FALSE;

  for (guint i = 0; i < receipts->len; i++)
    {
      const AcqReceipt *receipt = receipts->pdata[i];
      AcqDay until = acq_receipt_covers_until (receipt);

      if (until != ACQ_DAY_NONE && until < today)
        continue;
      extend (&known, &standing->in_flight_until, until);
      for (guint j = 0; j < receipt->allocations->len; j++)
        if (g_array_index (receipt->allocations, AcqAllocation, j).invoice_id == invoice->id)
          standing->in_flight += g_array_index (receipt->allocations, AcqAllocation, j).amount;
    }
}

static void
add_due_items (AcqStanding *standing, const AcqStandings *self, const AcqInvoice *invoice, AcqDay today)
{
  for (guint i = 0; i < invoice->due_items->len; i++)
    {
      const AcqDueItem *item = acq_invoice_due_item (invoice, i);
      AcqDay due = acq_standings_due_day (self, invoice, item->due);

      if (item->balance <= 0)
        continue;
      if (item->kind == ACQ_DUE_KIND_RETENTION && due >= today)
        standing->retained += item->balance;
      else if (due < today)
        standing->overdue_amount += item->balance;
    }
  standing->overdue = standing->overdue_amount > 0;
}

static AcqInvoiceStatus
name_status (AcqStanding *standing, const AcqStandings *self, const AcqInvoice *invoice,
             const NotedFacts *facts, AcqDay today)
{
  const AcqCustomer *customer = acq_ledger_find_customer (self->ledger, invoice->customer_id);
  const AcqPaymentPlan *plan = acq_standings_plan_of (self, invoice->id);
  AcqInstalment next;

  if (invoice->cancelled)
    return ACQ_INVOICE_STATUS_CANCELLED;
  if (invoice->balance == 0 || (!acq_invoice_is_credit_note (invoice) && invoice->balance < 0))
    return ACQ_INVOICE_STATUS_PAID;
  if (customer != NULL && customer->insolvent_since != ACQ_DAY_NONE && customer->insolvent_since <= today)
    return ACQ_INVOICE_STATUS_INSOLVENT;
  if (facts->excluded)
    return ACQ_INVOICE_STATUS_EXCLUDED;
  if (facts->disputed > 0)
    return ACQ_INVOICE_STATUS_DISPUTED;
  standing->until = facts->promised_until;
  if (facts->promised)
    return ACQ_INVOICE_STATUS_PROMISED;
  if (plan != NULL && acq_standings_plan_is_kept (self, plan, today)
      && acq_payment_plan_next_instalment (plan, today, &next))
    {
      standing->until = next.due;
      return ACQ_INVOICE_STATUS_IN_PLAN;
    }
  standing->until = facts->held_until;
  if (facts->held)
    return ACQ_INVOICE_STATUS_HELD;
  standing->until = ACQ_DAY_NONE;
  return invoice->balance != invoice->total ? ACQ_INVOICE_STATUS_PARTLY_PAID : ACQ_INVOICE_STATUS_OPEN;
}

AcqStanding
acq_standings_get (const AcqStandings *self, const AcqInvoice *invoice, AcqDay today)
{
  AcqStanding standing = { .until = ACQ_DAY_NONE, .in_flight_until = ACQ_DAY_NONE };
  NotedFacts facts = { .held_until = ACQ_DAY_NONE, .promised_until = ACQ_DAY_NONE };

  read_notes (&facts, acq_standings_notes_of_invoice (self, invoice->id), invoice, today);
  read_notes (&facts, acq_standings_notes_of_customer (self, invoice->customer_id), invoice, today);
  facts.disputed += find_spread_share (self, invoice, today);
  standing.status = name_status (&standing, self, invoice, &facts, today);
  if (acq_invoice_is_credit_note (invoice) || invoice->balance <= 0 || invoice->cancelled)
    return standing;
  add_due_items (&standing, self, invoice, today);
  add_in_flight (&standing, self, invoice, today);
  standing.disputed = MIN (facts.disputed, invoice->balance);
  standing.chaseable = MAX (0, invoice->balance - standing.disputed - standing.retained - standing.in_flight);
  return standing;
}
