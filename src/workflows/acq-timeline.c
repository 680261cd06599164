/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-timeline.h"

static const char *const kind_codes[] = {
  "invoice", "credit_note", "receipt", "settlement", "return", "reminder", "reminded_before", "call",
  "promise", "dispute", "hold", "exclusion", "answer", "waiver", "handover", "postponement", "plan", "promise_broken", "planned",
};

ACQ_DEFINE_CODES (AcqTimelineKind, acq_timeline_kind, kind_codes)

AcqTimelineGroup
acq_timeline_group_of (AcqTimelineKind kind)
{
  if (kind <= ACQ_TIMELINE_CREDIT_NOTE)
    return ACQ_TIMELINE_GROUP_INVOICES;
  return kind <= ACQ_TIMELINE_RETURN ? ACQ_TIMELINE_GROUP_PAYMENTS : ACQ_TIMELINE_GROUP_EXCHANGES;
}

static gboolean
is_wanted (const AcqTimeline *self, const AcqInvoice *invoice)
{
  return invoice != NULL && (self->invoice == NULL || invoice == self->invoice);
}

static AcqTimelineEvent
event_new (const AcqTimeline *self, AcqTimelineKind kind, AcqDay day)
{
  return (AcqTimelineEvent){
    .kind = kind, .day = day, .days_late = ACQ_TIMELINE_NO_DAYS, .first_item = self->items->len
  };
}

static void
add_item (AcqTimeline *self, AcqTimelineEvent *event, const AcqInvoice *invoice, gint64 amount)
{
  AcqTimelineItem item = { invoice, amount, FALSE };

  g_array_append_val (self->items, item);
  event->n_items++;
}

static void
add_invoice (AcqTimeline *self, const AcqInvoice *invoice)
{
  AcqTimelineKind kind
    = acq_invoice_is_credit_note (invoice) ? ACQ_TIMELINE_CREDIT_NOTE : ACQ_TIMELINE_INVOICE;
  AcqTimelineEvent event = event_new (self, kind, invoice->issued);

  event.invoice = invoice;
  event.amount = invoice->total;
  event.currency = invoice->currency;
  g_array_append_val (self->events, event);
  if (invoice->last_reminder_before == ACQ_DAY_NONE || invoice->reminders_before == 0)
    return;
  event = event_new (self, ACQ_TIMELINE_REMINDED_BEFORE, invoice->last_reminder_before);
  event.invoice = invoice;
  g_array_append_val (self->events, event);
}

/* The due day up to which an invoice was paid by the end of a day; ACQ_DAY_NONE: nothing was. */
static AcqDay
find_due_reached (const AcqTimeline *self, const AcqInvoice *invoice, AcqDay day)
{
  g_autoptr (GArray) changes = acq_debt_history_list (self->account->view->books->history, invoice);
  gint64 settled = invoice->prepaid;
  AcqDay due = ACQ_DAY_NONE;

  for (guint i = 0; i < changes->len; i++)
    if (g_array_index (changes, AcqDebtChange, i).day <= day)
      settled += g_array_index (changes, AcqDebtChange, i).amount;
  for (guint i = 0; i < invoice->due_items->len && settled > 0; i++)
    {
      const AcqDueItem *item = acq_invoice_due_item (invoice, i);

      due = item->due;
      settled -= item->amount;
    }
  return due;
}

static void
note_lateness (const AcqTimeline *self, AcqTimelineEvent *event)
{
  for (guint i = 0; i < event->n_items; i++)
    {
      const AcqTimelineItem *item = acq_timeline_item (self, event, i);
      AcqDay due = ACQ_DAY_NONE;

      if (item->amount > 0 && !acq_invoice_is_credit_note (item->invoice))
        due = find_due_reached (self, item->invoice, event->day);
      if (due != ACQ_DAY_NONE)
        event->days_late = MAX (event->days_late, event->day - due);
    }
}

static AcqTimelineKind
classify_receipt (const AcqReceipt *receipt)
{
  if (receipt->amount < 0 || receipt->state == ACQ_RECEIPT_STATE_RETURNED)
    return ACQ_TIMELINE_RETURN;
  if (receipt->means == ACQ_MEANS_COMPENSATION || receipt->means == ACQ_MEANS_WRITE_OFF
      || receipt->means == ACQ_MEANS_CREDIT_NOTE || receipt->amount == 0)
    return ACQ_TIMELINE_SETTLEMENT;
  return ACQ_TIMELINE_RECEIPT;
}

/* What of a receipt is this customer's, or this invoice's. What is set against nothing is his where no other's invoice is
   paid by it. */
static void
read_allocations (AcqTimeline *self, AcqTimelineEvent *event, const AcqReceipt *receipt)
{
  gint64 elsewhere = 0, settled = 0;

  for (guint i = 0; i < receipt->allocations->len; i++)
    {
      const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, i);
      const AcqInvoice *invoice = acq_ledger_find_invoice (self->account->rows, allocation->invoice_id);

      if (!is_wanted (self, invoice))
        {
          elsewhere += ABS (allocation->amount);
          continue;
        }
      add_item (self, event, invoice, allocation->amount);
      event->amount += allocation->amount;
      if (allocation->amount > 0)
        settled += allocation->amount;
    }
  if (elsewhere == 0 && self->invoice == NULL)
    event->amount = receipt->amount;
  if (event->kind == ACQ_TIMELINE_SETTLEMENT && event->amount == 0)
    event->amount = settled;
}

static void
add_receipt (AcqTimeline *self, const AcqReceipt *receipt)
{
  AcqTimelineEvent event = event_new (self, classify_receipt (receipt), receipt->day);

  event.receipt = receipt;
  event.currency = receipt->currency;
  if (receipt->state == ACQ_RECEIPT_STATE_REPLACED)
    return;
  if (receipt->state == ACQ_RECEIPT_STATE_RETURNED && receipt->state_since != ACQ_DAY_NONE)
    event.day = receipt->state_since;
  read_allocations (self, &event, receipt);
  if (self->invoice != NULL && event.n_items == 0)
    return;
  if (event.kind == ACQ_TIMELINE_RECEIPT)
    note_lateness (self, &event);
  g_array_append_val (self->events, event);
}

static AcqTimelineKind
classify_note (const AcqNote *note)
{
  switch (note->kind)
    {
    case ACQ_NOTE_KIND_PROMISE:
      return ACQ_TIMELINE_PROMISE;
    case ACQ_NOTE_KIND_DISPUTE:
      return ACQ_TIMELINE_DISPUTE;
    case ACQ_NOTE_KIND_HOLD:
      return ACQ_TIMELINE_HOLD;
    case ACQ_NOTE_KIND_EXCLUDE:
      return ACQ_TIMELINE_EXCLUSION;
    case ACQ_NOTE_KIND_HANDOVER:
      return ACQ_TIMELINE_HANDOVER;
    case ACQ_NOTE_KIND_CALL:
      return ACQ_TIMELINE_CALL;
    case ACQ_NOTE_KIND_REMINDED:
      return ACQ_TIMELINE_REMINDER;
    case ACQ_NOTE_KIND_ANSWER:
      return ACQ_TIMELINE_ANSWER;
    case ACQ_NOTE_KIND_WAIVER:
      return ACQ_TIMELINE_WAIVER;
    case ACQ_NOTE_KIND_POSTPONE:
      return ACQ_TIMELINE_POSTPONEMENT;
    }
  g_return_val_if_reached (ACQ_TIMELINE_CALL);
}

/* A reminder that was noted stands among the reminders where it is one of an invoice's. */
static gboolean
has_reminder (const AcqLedger *rows, const AcqNote *note)
{
  for (guint i = 0; i < rows->reminders->len; i++)
    {
      const AcqReminder *reminder = rows->reminders->pdata[i];

      if (reminder->day == note->day && reminder->step == NULL)
        return TRUE;
    }
  return FALSE;
}

/* A dispute that was entered again with more about it goes on: it is one, and not settled. */
static gboolean
goes_on (const AcqLedger *rows, const AcqNote *note)
{
  for (guint i = 0; i < rows->notes->len && note->closed && note->kind == ACQ_NOTE_KIND_DISPUTE; i++)
    {
      const AcqNote *later = rows->notes->pdata[i];

      if (later->kind == note->kind && later->id > note->id && later->invoice_id == note->invoice_id
          && later->day == note->day)
        return TRUE;
    }
  return FALSE;
}

static void
add_note (AcqTimeline *self, const AcqNote *note)
{
  const AcqInvoice *invoice
    = note->invoice_id == 0 ? NULL : acq_ledger_find_invoice (self->account->rows, note->invoice_id);
  const AcqPromise *promise = acq_customer_account_find_promise (self->account, note);
  AcqTimelineEvent event = event_new (self, classify_note (note), note->day);

  if ((invoice != NULL && !is_wanted (self, invoice)) || goes_on (self->account->rows, note)
      || (note->kind == ACQ_NOTE_KIND_REMINDED && has_reminder (self->account->rows, note)))
    return;
  event.note = note;
  event.invoice = invoice;
  event.promise = promise;
  if (note->amount >= 0 || promise != NULL)
    {
      event.amount = promise != NULL ? promise->promised : note->amount;
      event.currency = invoice != NULL ? invoice->currency : ACQ_CURRENCY_EUR;
    }
  g_array_append_val (self->events, event);
  if (promise == NULL || promise->state != ACQ_PROMISE_STATE_BROKEN)
    return;
  event.kind = ACQ_TIMELINE_PROMISE_BROKEN;
  event.day = promise->limit;
  event.amount = promise->promised - promise->received;
  g_array_append_val (self->events, event);
}

static void
add_plan (AcqTimeline *self, const AcqPaymentPlan *plan)
{
  AcqTimelineEvent event = event_new (self, ACQ_TIMELINE_PLAN, plan->agreed);

  event.plan = plan;
  for (guint i = 0; i < plan->invoice_ids->len; i++)
    {
      gint64 id = g_array_index (plan->invoice_ids, gint64, i);
      const AcqInvoice *invoice = acq_ledger_find_invoice (self->account->rows, id);

      if (is_wanted (self, invoice))
        {
          add_item (self, &event, invoice, invoice->balance);
          event.currency = invoice->currency;
        }
    }
  for (guint i = 0; i < plan->instalments->len; i++)
    event.amount += g_array_index (plan->instalments, AcqInstalment, i).amount;
  if (self->invoice == NULL || event.n_items > 0)
    g_array_append_val (self->events, event);
}

/* What a due item owed on the morning of a day; without one, what the invoice owed. */
static gint64
measure_owed (const AcqTimeline *self, const AcqInvoice *invoice, AcqDay due, AcqDay day)
{
  g_autoptr (GArray) changes = acq_debt_history_list (self->account->view->books->history, invoice);
  gint64 settled = invoice->prepaid, owed = 0;

  for (guint i = 0; i < changes->len; i++)
    if (g_array_index (changes, AcqDebtChange, i).day < day)
      settled += g_array_index (changes, AcqDebtChange, i).amount;
  for (guint i = 0; i < invoice->due_items->len; i++)
    {
      const AcqDueItem *item = acq_invoice_due_item (invoice, i);
      gint64 balance = acq_due_item_settle (item, i + 1 == invoice->due_items->len, &settled);

      if (due == ACQ_DAY_NONE || item->due == due)
        owed += balance;
    }
  return MAX (owed, 0);
}

static gboolean
is_same_message (const AcqReminder *a, const AcqReminder *b)
{
  return a->day == b->day && (a->level < 0) == (b->level < 0) && g_strcmp0 (a->channel, b->channel) == 0;
}

static void
add_reminded_invoice (AcqTimeline *self, AcqTimelineEvent *event, const AcqReminder *reminder)
{
  const AcqInvoice *invoice = acq_ledger_find_invoice (self->account->rows, reminder->invoice_id);
  gint64 owed = measure_owed (self, invoice, reminder->due, reminder->day);

  event->amount += owed;
  event->currency = invoice->currency;
  for (guint i = 0; i < event->n_items; i++)
    if (acq_timeline_item (self, event, i)->invoice == invoice)
      {
        acq_timeline_item (self, event, i)->amount += owed;
        return;
      }
  add_item (self, event, invoice, owed);
  acq_timeline_item (self, event, event->n_items - 1)->apart = reminder->level < event->reminder->level;
}

/* Those of one day and one way left together. The array is by day. */
static void
add_message (AcqTimeline *self, const GPtrArray *reminders, guint first, GHashTable *taken)
{
  const AcqReminder *reminder = reminders->pdata[first];
  AcqTimelineEvent event = event_new (self, ACQ_TIMELINE_REMINDER, reminder->day);

  event.reminder = reminder;
  for (guint i = first; i < reminders->len; i++)
    {
      const AcqReminder *other = reminders->pdata[i];

      if (other->day != reminder->day)
        break;
      if (is_same_message (other, reminder) && other->level > event.reminder->level)
        event.reminder = other;
    }
  for (guint i = first; i < reminders->len; i++)
    {
      const AcqReminder *other = reminders->pdata[i];

      if (other->day != reminder->day)
        break;
      if (is_same_message (other, reminder) && g_hash_table_add (taken, (gpointer) other))
        add_reminded_invoice (self, &event, other);
    }
  g_array_append_val (self->events, event);
}

static void
add_reminders (AcqTimeline *self)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) reminders = g_ptr_array_new ();

  for (guint i = 0; i < self->account->rows->reminders->len; i++)
    {
      AcqReminder *reminder = self->account->rows->reminders->pdata[i];

      if (is_wanted (self, acq_ledger_find_invoice (self->account->rows, reminder->invoice_id)))
        g_ptr_array_add (reminders, reminder);
    }
  for (guint i = 0; i < reminders->len; i++)
    if (!g_hash_table_contains (taken, reminders->pdata[i]))
      add_message (self, reminders, i, taken);
}

static void
add_planned_message (AcqTimeline *self, const AcqPlanMessage *message)
{
  AcqTimelineEvent event = event_new (self, ACQ_TIMELINE_PLANNED, message->day);

  event.message = message;
  event.currency = message->currency;
  for (guint i = 0; i < message->items->len; i++)
    {
      const AcqPlanItem *item = &g_array_index (message->items, AcqPlanItem, i);

      if (acq_ledger_find_invoice (self->account->rows, item->invoice->id) == NULL
          || !is_wanted (self, item->invoice))
        continue;
      add_item (self, &event, item->invoice, item->amount);
      acq_timeline_item (self, &event, event.n_items - 1)->apart = item->step->level < message->level;
      event.amount += item->amount;
    }
  if (event.n_items > 0)
    g_array_append_val (self->events, event);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const AcqTimelineEvent *left = a, *right = b;
  gboolean left_planned = left->kind == ACQ_TIMELINE_PLANNED;

  if (left_planned != (right->kind == ACQ_TIMELINE_PLANNED))
    return left_planned ? -1 : 1;
  if (left->day != right->day)
    return left->day > right->day ? -1 : 1;
  if (left->kind != right->kind)
    return left->kind > right->kind ? -1 : 1;
  return (left->first_item < right->first_item) - (left->first_item > right->first_item);
}

static void
collect (AcqTimeline *self)
{
  const AcqLedger *rows = self->account->rows;
  const AcqPlan *plan = self->account->view->plan;

  for (guint i = 0; i < rows->invoices->len; i++)
    if (is_wanted (self, rows->invoices->pdata[i]))
      add_invoice (self, rows->invoices->pdata[i]);
  for (guint i = 0; i < rows->receipts->len; i++)
    add_receipt (self, rows->receipts->pdata[i]);
  for (guint i = 0; i < rows->notes->len; i++)
    add_note (self, rows->notes->pdata[i]);
  for (guint i = 0; i < rows->plans->len; i++)
    add_plan (self, rows->plans->pdata[i]);
  add_reminders (self);
  for (guint i = 0; plan != NULL && i < plan->messages->len; i++)
    add_planned_message (self, plan->messages->pdata[i]);
}

AcqTimeline *
acq_timeline_new (AcqCustomerAccount *account, const AcqInvoice *invoice)
{
  AcqTimeline *self = g_atomic_rc_box_new0 (AcqTimeline);

  self->account = acq_customer_account_ref (account);
  self->invoice = invoice;
  self->events = g_array_new (FALSE, FALSE, sizeof (AcqTimelineEvent));
  self->items = g_array_new (FALSE, FALSE, sizeof (AcqTimelineItem));
  collect (self);
  g_array_sort (self->events, compare_events);
  return self;
}

AcqTimeline *
acq_timeline_ref (AcqTimeline *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AcqTimeline *self = data;

  g_array_unref (self->items);
  g_array_unref (self->events);
  acq_customer_account_unref (self->account);
}

void
acq_timeline_unref (AcqTimeline *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
