/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-chased-items.h"

#include <string.h>

/* While the items are gathered: what each look-up needs. */
typedef struct
{
  const AcqPlanRequest *request;
  AcqDay day;
  AcqChasedItems *result;
  AcqLatenessHabits *habits;
  GHashTable *recipient_indices; /* gint64 id of the recipient to index + 1 */
  GHashTable *unread;            /* set of gint64 ids of customers who answered */
} Gathering;

static guint
find_or_add_recipient (Gathering *gathering, const AcqCustomer *customer)
{
  AcqRecipient recipient = { acq_ledger_find_recipient (gathering->request->ledger, customer), ACQ_DAY_NONE };
  guint known
    = GPOINTER_TO_UINT (g_hash_table_lookup (gathering->recipient_indices, &recipient.customer->id));

  if (known > 0)
    return known - 1;
  g_array_append_val (gathering->result->recipients, recipient);
  g_hash_table_insert (gathering->recipient_indices, (gpointer) &recipient.customer->id,
                       GUINT_TO_POINTER (gathering->result->recipients->len));
  return gathering->result->recipients->len - 1;
}

/* The legal delay of a public buyer starts when the invoice is deposited, whatever the invoice says. */
static AcqDay
find_day_zero (const AcqDunningSettings *settings, const AcqCustomer *customer, const AcqInvoice *invoice,
               AcqDay due)
{
  AcqDay start = invoice->deposited != ACQ_DAY_NONE ? invoice->deposited : invoice->issued;

  if (customer->kind != ACQ_CUSTOMER_KIND_PUBLIC_BODY)
    return due;
  return MAX (due, start + settings->public_delay);
}

static int
find_first_offset (const Gathering *gathering, const AcqCustomer *customer, AcqLatenessHabit habit)
{
  const AcqDunningSettings *settings = gathering->request->settings;
  int offset = 0;

  if (habit.loyal_delay >= 0)
    offset = MIN (habit.loyal_delay + settings->habit_margin, settings->habit_limit);
  if (customer->kind == ACQ_CUSTOMER_KIND_PUBLIC_BODY)
    offset = MAX (offset, settings->public_offset);
  return offset;
}

static gboolean
concerns (const AcqReminder *reminder, const AcqDueItem *item)
{
  if (reminder->due != ACQ_DAY_NONE)
    return reminder->due == item->due;
  return reminder->level == 0 || item->due < reminder->day;
}

/* One of a scenario that the customer no longer has counts as the next one of this. */
static guint
count_before_due (const AcqItemFacts *facts, const char *code)
{
  const AcqStep *step = acq_scenario_find_step_by_code (facts->scenario, code);

  if (step == NULL || step->level != 0)
    return facts->n_before + 1;
  return MAX (facts->n_before, (guint) (step - facts->scenario->steps) + 1);
}

/* The level that the item has had, and when: reminders sent elsewhere count as one step each. */
static void
find_reached (AcqChasedItem *item, const GPtrArray *reminders, AcqDay *ret_day)
{
  const AcqInvoice *invoice = item->invoice;
  int reached = -1;

  *ret_day = ACQ_DAY_NONE;
  if (invoice->reminders_before > 0
      && (invoice->last_reminder_before == ACQ_DAY_NONE
          || item->due_item->due < invoice->last_reminder_before))
    {
      reached = invoice->reminders_before;
      *ret_day = invoice->last_reminder_before;
    }
  for (guint i = 0; i < reminders->len; i++)
    {
      const AcqReminder *reminder = reminders->pdata[i];

      if (!concerns (reminder, item->due_item))
        continue;
      reached = reminder->level >= 0 ? MAX (reached, reminder->level) : MAX (reached, 0) + 1;
      if (reminder->level == 0)
        item->facts.n_before = count_before_due (&item->facts, reminder->step);
      *ret_day = MAX (*ret_day, reminder->day);
      if (g_strcmp0 (reminder->tone, acq_tone_to_code (ACQ_TONE_FORMAL_NOTICE)) == 0)
        item->facts.noticed = TRUE;
    }
  item->facts.reached = reached;
}

static gboolean
asks_for_call (const AcqStep *step, const AcqCustomer *customer)
{
  return step != NULL && (step->channel == ACQ_CHANNEL_CALL || (step->level == 1 && customer->precious));
}

/* A habit puts a reminder off; whoever called before it did what the step asks. */
static AcqDay
count_call_from (const AcqItemFacts *facts, const AcqStep *step)
{
  AcqItemFacts plain = *facts;

  plain.first_offset = 0;
  return acq_item_facts_day_of_step (&plain, step);
}

/* A call that was noted after all reminders is the step that asked for one. */
static void
count_calls (AcqChasedItem *item, const GPtrArray *notes, AcqDay *after, AcqDay day)
{
  AcqItemFacts *facts = &item->facts;

  for (guint i = 0; i < notes->len; i++)
    {
      const AcqNote *note = notes->pdata[i];
      const AcqStep *step = acq_item_facts_next_step (facts);

      if (note->kind != ACQ_NOTE_KIND_CALL || !asks_for_call (step, item->customer) || note->day <= *after
          || note->day < count_call_from (facts, step) || note->day > day)
        continue;
      acq_item_facts_take_step (facts, step, note->day);
      *after = note->day;
    }
}

/* The notes of an invoice, or of its customer as a whole. */
static void
read_notes (AcqChasedItem *item, const GPtrArray *notes, const AcqStanding *standing, AcqDay day)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const AcqNote *note = notes->pdata[i];
      gboolean promised = note->kind == ACQ_NOTE_KIND_PROMISE && note->until != ACQ_DAY_NONE;
      AcqDay until
        = promised ? acq_day_add_bank_days (note->until, ACQ_PROMISE_GRACE_BANK_DAYS) : note->until;

      if (note->kind == ACQ_NOTE_KIND_HANDOVER)
        item->handover = note;
      if (promised)
        item->promised_until = MAX (item->promised_until, note->until);
      if (until != ACQ_DAY_NONE && until < day)
        continue;
      if (promised)
        acq_reasons_add (&item->facts.blocks, ACQ_REASON_PROMISE_PENDING, until);
      else if (note->kind == ACQ_NOTE_KIND_HOLD)
        acq_reasons_add (&item->facts.blocks, ACQ_REASON_HELD, note->until);
      else if (acq_note_excludes (note))
        acq_reasons_add (&item->facts.blocks, ACQ_REASON_EXCLUDED, ACQ_DAY_NONE);
      else if (note->kind == ACQ_NOTE_KIND_DISPUTE && item->amount == 0 && standing->disputed > 0)
        acq_reasons_add (&item->facts.blocks, ACQ_REASON_DISPUTED, note->until);
    }
}

/* A plan holds as long as it is kept; nobody pays in a plan for later days, so that it breaks on its next instalment. */
static void
read_payment_plan (AcqChasedItem *item, const AcqStandings *standings, AcqDay day)
{
  const AcqPaymentPlan *plan = acq_standings_plan_of (standings, item->invoice->id);
  AcqInstalment next;

  while (plan != NULL && acq_standings_plan_is_kept (standings, plan, day)
         && acq_payment_plan_next_instalment (plan, day, &next))
    {
      acq_reasons_add (&item->facts.blocks, ACQ_REASON_PLAN_PENDING, next.due);
      day = next.due + 1;
    }
}

static void
read_blocks (const Gathering *gathering, AcqChasedItem *item, const AcqStanding *standing)
{
  const AcqPlanRequest *request = gathering->request;
  const AcqInvoice *invoice = item->invoice;
  AcqReasons *blocks = &item->facts.blocks;

  read_notes (item, acq_standings_notes_of_invoice (request->standings, invoice->id), standing,
              gathering->day);
  read_notes (item, acq_standings_notes_of_customer (request->standings, invoice->customer_id), standing,
              gathering->day);
  read_payment_plan (item, request->standings, gathering->day);
  if (standing->status == ACQ_INVOICE_STATUS_INSOLVENT || item->customer->insolvent_since != ACQ_DAY_NONE)
    acq_reasons_add (blocks, ACQ_REASON_INSOLVENT, ACQ_DAY_NONE);
  if (invoice->factored)
    acq_reasons_add (blocks, ACQ_REASON_FACTORED, ACQ_DAY_NONE);
  if (item->amount == 0 && standing->in_flight > 0)
    acq_reasons_add (blocks, ACQ_REASON_PAYMENT_IN_FLIGHT, standing->in_flight_until);
  if (request->could_settle != NULL && g_hash_table_contains (request->could_settle, &invoice->id))
    acq_reasons_add (blocks, ACQ_REASON_POSSIBLE_RECEIPT, ACQ_DAY_NONE);
  if (g_hash_table_contains (gathering->unread, &invoice->customer_id))
    acq_reasons_add (blocks, ACQ_REASON_UNREAD_ANSWER, ACQ_DAY_NONE);
}

static void
set_facts (const Gathering *gathering, AcqChasedItem *item, const AcqStanding *standing, AcqLatenessHabit habit)
{
  const AcqPlanRequest *request = gathering->request;
  const AcqInvoice *invoice = item->invoice;
  AcqItemFacts *facts = &item->facts;
  AcqDay reached_on;

  facts->scenario = acq_plan_request_find_scenario (request, item->customer, invoice);
  facts->kind = item->customer->kind;
  facts->is_new = habit.n_settled == 0;
  facts->asked = standing->chaseable;
  facts->issued = invoice->issued;
  facts->due = acq_standings_due_day (request->standings, invoice, item->due_item->due);
  facts->counted_from = find_day_zero (request->settings, item->customer, invoice, facts->due);
  facts->first_offset = find_first_offset (gathering, item->customer, habit);
  facts->last_message = ACQ_DAY_NONE;
  find_reached (item, acq_standings_reminders_of (request->standings, invoice->id), &facts->reached_on);
  reached_on = facts->reached_on;
  count_calls (item, acq_standings_notes_of_invoice (request->standings, invoice->id), &reached_on,
               gathering->day);
  count_calls (item, acq_standings_notes_of_customer (request->standings, invoice->customer_id), &reached_on,
               gathering->day);
  item->pays_by_cheque = habit.pays_by_cheque;
}

/* The chaseable amount goes to the earliest part first, so that a disputed rest falls on the last ones. */
static void
add_invoice (Gathering *gathering, const AcqInvoice *invoice)
{
  const AcqPlanRequest *request = gathering->request;
  const AcqCustomer *customer = acq_ledger_find_customer (request->ledger, invoice->customer_id);
  AcqStanding standing = acq_standings_get (request->standings, invoice, gathering->day);
  gint64 left = standing.chaseable;
  AcqLatenessHabit habit;
  guint recipient;

  g_return_if_fail (customer != NULL);
  habit = acq_lateness_habits_get (gathering->habits, customer->id);
  recipient = find_or_add_recipient (gathering, customer);
  for (guint i = 0; i < invoice->due_items->len; i++)
    {
      const AcqDueItem *due_item = acq_invoice_due_item (invoice, i);
      AcqDay due = acq_standings_due_day (request->standings, invoice, due_item->due);
      gboolean retained = due_item->kind == ACQ_DUE_KIND_RETENTION && due >= gathering->day;
      AcqChasedItem item = { invoice, due_item, customer, recipient, 0, ACQ_DAY_NONE, FALSE, NULL, { 0 } };

      if (due_item->balance <= 0)
        continue;
      if (!retained)
        item.amount = MIN (left, due_item->balance);
      left -= item.amount;
      set_facts (gathering, &item, &standing, habit);
      read_blocks (gathering, &item, &standing);
      if (retained)
        acq_reasons_add (&item.facts.blocks, ACQ_REASON_RETENTION_NOT_DUE, due);
      g_array_append_val (gathering->result->items, item);
    }
}

static gint64
find_credit (const Gathering *gathering, const AcqInvoice *invoice)
{
  return acq_standings_unallocated_credit (gathering->request->standings, invoice->customer_id,
                                           invoice->currency);
}

static gboolean
share_credit (const AcqInvoice *a, const AcqInvoice *b)
{
  return a->customer_id == b->customer_id && acq_currency_equal (a->currency, b->currency);
}

/* Those of one customer and currency stand together, the oldest first. */
static int
compare_by_credit (gconstpointer a, gconstpointer b)
{
  const AcqChasedItem *left = *(AcqChasedItem *const *) a, *right = *(AcqChasedItem *const *) b;

  if (left->customer->id != right->customer->id)
    return left->customer->id < right->customer->id ? -1 : 1;
  if (!acq_currency_equal (left->invoice->currency, right->invoice->currency))
    return strcmp (left->invoice->currency.code, right->invoice->currency.code);
  if (left->due_item->due != right->due_item->due)
    return left->due_item->due < right->due_item->due ? -1 : 1;
  return (left->invoice->id > right->invoice->id) - (left->invoice->id < right->invoice->id);
}

static GPtrArray *
list_credited_items (const Gathering *gathering)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < gathering->result->items->len; i++)
    {
      AcqChasedItem *item = acq_chased_items_get (gathering->result, i);

      if (item->amount > 0 && find_credit (gathering, item->invoice) > 0)
        g_ptr_array_add (items, item);
    }
  g_ptr_array_sort (items, compare_by_credit);
  return items;
}

/* By gint64 id of an invoice, the gint64 sum of the credit notes that name it. */
static GHashTable *
sum_named_credits (const AcqLedger *ledger, const GPtrArray *items)
{
  GHashTable *sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GHashTable) invoices = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    {
      const AcqInvoice *invoice = ((const AcqChasedItem *) items->pdata[i])->invoice;

      if (invoice->number != NULL)
        g_hash_table_insert (invoices, invoice->number, (gpointer) invoice);
    }
  for (guint i = 0; i < ledger->invoices->len && items->len > 0; i++)
    {
      const AcqInvoice *note = ledger->invoices->pdata[i], *invoice = NULL;
      gint64 *sum;

      if (note->corrects != NULL && note->balance < 0 && !note->cancelled)
        invoice = g_hash_table_lookup (invoices, note->corrects);
      if (invoice == NULL || !share_credit (note, invoice))
        continue;
      sum = g_hash_table_lookup (sums, &invoice->id);
      if (sum == NULL)
        {
          sum = g_new0 (gint64, 1);
          g_hash_table_insert (sums, (gpointer) &invoice->id, sum);
        }
      *sum -= note->balance;
    }
  return sums;
}

static void
use_up_credit (AcqChasedItem *item, gint64 *credit)
{
  gint64 used = MIN (*credit, item->amount);

  item->amount -= used;
  *credit -= used;
  if (item->amount == 0)
    acq_reasons_add (&item->facts.blocks, ACQ_REASON_UNALLOCATED_CREDIT, ACQ_DAY_NONE);
}

/* What a customer has with us covers the invoices that his credit notes name, then his oldest parts. */
static void
use_up_credits (const Gathering *gathering)
{
  g_autoptr (GPtrArray) items = list_credited_items (gathering);
  g_autoptr (GHashTable) sums = sum_named_credits (gathering->request->ledger, items);

  for (guint first = 0, end; first < items->len; first = end)
    {
      const AcqInvoice *invoice = ((const AcqChasedItem *) items->pdata[first])->invoice;
      gint64 credit = find_credit (gathering, invoice);

      for (end = first; end < items->len; end++)
        {
          AcqChasedItem *item = items->pdata[end];
          gint64 *named = g_hash_table_lookup (sums, &item->invoice->id);
          gint64 amount = item->amount;

          if (!share_credit (item->invoice, invoice))
            break;
          if (named != NULL)
            use_up_credit (item, named);
          credit -= amount - item->amount;
        }
      for (guint i = first; i < end && credit > 0; i++)
        use_up_credit (items->pdata[i], &credit);
    }
}

/* The tolerance is for the invoice: its parts stand next to each other. */
static void
apply_tolerance (AcqChasedItems *self, gint64 tolerance)
{
  for (guint first = 0, end; first < self->items->len; first = end)
    {
      const AcqInvoice *invoice = acq_chased_items_get (self, first)->invoice;
      gint64 asked = 0;

      for (end = first; end < self->items->len && acq_chased_items_get (self, end)->invoice == invoice; end++)
        asked += acq_chased_items_get (self, end)->amount;
      for (guint i = first; i < end && asked < tolerance; i++)
        if (acq_chased_items_get (self, i)->amount > 0)
          acq_reasons_add (&acq_chased_items_get (self, i)->facts.blocks, ACQ_REASON_BELOW_TOLERANCE,
                           ACQ_DAY_NONE);
    }
}

static void
note_contact (const Gathering *gathering, gint64 customer_id, AcqDay day, gboolean is_message)
{
  const AcqLedger *ledger = gathering->request->ledger;
  const AcqCustomer *customer = day == ACQ_DAY_NONE ? NULL : acq_ledger_find_customer (ledger, customer_id);
  AcqRecipient *recipient;
  guint index;

  if (customer == NULL)
    return;
  customer = acq_ledger_find_recipient (ledger, customer);
  index = GPOINTER_TO_UINT (g_hash_table_lookup (gathering->recipient_indices, &customer->id));
  if (index == 0)
    return;
  recipient = acq_chased_items_recipient (gathering->result, index - 1);
  if (is_message && day == gathering->day && recipient->last_message != day)
    gathering->result->reminded_today++;
  recipient->last_message = MAX (recipient->last_message, day);
}

/* All messages count for the interval, those about settled invoices and those of others before us too. */
static void
note_contacts (const Gathering *gathering)
{
  const AcqLedger *ledger = gathering->request->ledger;

  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];

      note_contact (gathering, invoice->customer_id, invoice->last_reminder_before, FALSE);
    }
  for (guint i = 0; i < ledger->notes->len; i++)
    {
      const AcqNote *note = ledger->notes->pdata[i];

      if (note->kind == ACQ_NOTE_KIND_CALL || note->kind == ACQ_NOTE_KIND_REMINDED)
        note_contact (gathering, note->customer_id, note->day, FALSE);
    }
  for (guint i = 0; i < ledger->reminders->len; i++)
    {
      const AcqReminder *reminder = ledger->reminders->pdata[i];
      const AcqInvoice *invoice = acq_ledger_find_invoice (ledger, reminder->invoice_id);

      if (invoice != NULL)
        note_contact (gathering, invoice->customer_id, reminder->day, TRUE);
    }
}

static void
note_unread_answers (const Gathering *gathering)
{
  const GPtrArray *notes = gathering->request->ledger->notes;

  for (guint i = 0; i < notes->len; i++)
    {
      AcqNote *note = notes->pdata[i];

      if (note->kind == ACQ_NOTE_KIND_ANSWER && !note->closed)
        g_hash_table_add (gathering->unread, &note->customer_id);
    }
}

AcqChasedItems *
acq_chased_items_new (const AcqPlanRequest *request, AcqDay day)
{
  AcqChasedItems *self = g_new0 (AcqChasedItems, 1);
  g_autoptr (AcqLatenessHabits) habits
    = acq_lateness_habits_new (request->ledger, day, request->settings->habit_limit);
  g_autoptr (GHashTable) indices = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) unread = g_hash_table_new (g_int64_hash, g_int64_equal);
  Gathering gathering = { request, day, self, habits, indices, unread };

  self->items = g_array_new (FALSE, TRUE, sizeof (AcqChasedItem));
  self->recipients = g_array_new (FALSE, TRUE, sizeof (AcqRecipient));
  note_unread_answers (&gathering);
  for (guint i = 0; i < request->ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = request->ledger->invoices->pdata[i];

      if (invoice->balance > 0 && !invoice->cancelled && !acq_invoice_is_credit_note (invoice))
        add_invoice (&gathering, invoice);
    }
  use_up_credits (&gathering);
  apply_tolerance (self, request->settings->tolerance);
  note_contacts (&gathering);
  for (guint i = 0; i < self->items->len; i++)
    {
      AcqChasedItem *item = acq_chased_items_get (self, i);

      item->facts.last_message = acq_chased_items_recipient (self, item->recipient)->last_message;
    }
  return self;
}

AcqChasedItems *
acq_chased_items_copy (const AcqChasedItems *self)
{
  AcqChasedItems *copy = g_new0 (AcqChasedItems, 1);

  copy->items = g_array_copy (self->items);
  copy->recipients = g_array_copy (self->recipients);
  copy->reminded_today = self->reminded_today;
  return copy;
}

void
acq_chased_items_free (AcqChasedItems *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_array_unref (self->recipients);
  g_free (self);
}
