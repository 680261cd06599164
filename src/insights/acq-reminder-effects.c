/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reminder-effects.h"

/* The first two reminders of an invoice, on different days. */
typedef struct
{
  gint64 invoice_id;
  AcqDay first;
  AcqDay second; /* ACQ_DAY_NONE: none */
} Reminded;

typedef struct
{
  gint64 customer_id;
  AcqDay day;
  gboolean is_reaction;
} Event;

typedef struct
{
  const AcqLedger *ledger;
  AcqPeriod period;
  GHashTable *reminded; /* gint64 id of an invoice to Reminded */
  GArray *events;       /* (element-type Event) */
  AcqReminderEffects *effects;
} Effects;

static void
add_event (Effects *self, gint64 customer_id, AcqDay day, gboolean is_reaction)
{
  Event event = { customer_id, day, is_reaction };

  if (acq_period_contains (self->period, day))
    g_array_append_val (self->events, event);
}

static void
read_reminder (Effects *self, const AcqReminder *reminder)
{
  const AcqInvoice *invoice = acq_ledger_find_invoice (self->ledger, reminder->invoice_id);
  Reminded *reminded;

  if (invoice == NULL || reminder->level == 0)
    return;
  reminded = g_hash_table_lookup (self->reminded, &reminder->invoice_id);
  if (reminded == NULL)
    {
      reminded = g_new (Reminded, 1);
      *reminded = (Reminded){ reminder->invoice_id, reminder->day, ACQ_DAY_NONE };
      g_hash_table_insert (self->reminded, &reminded->invoice_id, reminded);
    }
  else if (reminded->second == ACQ_DAY_NONE && reminder->day > reminded->first)
    reminded->second = reminder->day;
  add_event (self, invoice->customer_id, reminder->day, FALSE);
}

static void
read_note (Effects *self, const AcqNote *note)
{
  if (note->kind == ACQ_NOTE_KIND_PROMISE || note->kind == ACQ_NOTE_KIND_DISPUTE
      || note->kind == ACQ_NOTE_KIND_ANSWER || note->kind == ACQ_NOTE_KIND_CALL)
    add_event (self, note->customer_id, note->day, TRUE);
}

static void
read_part (Effects *self, const AcqPaidPart *part)
{
  const Reminded *reminded = g_hash_table_lookup (self->reminded, &part->invoice->id);

  if (reminded == NULL || part->day < reminded->first || !acq_period_contains (self->period, part->day))
    return;
  self->effects->n_recovered++;
  self->effects->recovered += part->amount;
  add_event (self, part->invoice->customer_id, part->day, TRUE);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const Event *left = a, *right = b;

  if (left->customer_id != right->customer_id)
    return left->customer_id < right->customer_id ? -1 : 1;
  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return left->is_reaction - right->is_reaction;
}

/* @first: the place of a customer's first event. Returns that of the next customer. */
static guint
judge_customer (Effects *self, guint first)
{
  AcqDay reminded_on = ACQ_DAY_NONE;
  gboolean reacted = FALSE;
  guint i;

  for (i = first; i < self->events->len; i++)
    {
      const Event *event = &g_array_index (self->events, Event, i);

      if (event->customer_id != g_array_index (self->events, Event, first).customer_id)
        break;
      if (!event->is_reaction)
        reminded_on = event->day;
      else if (reminded_on != ACQ_DAY_NONE && event->day - reminded_on <= ACQ_REACTION_DAYS)
        reacted = TRUE;
    }
  self->effects->n_customers += reminded_on != ACQ_DAY_NONE;
  self->effects->n_reacted += reacted;
  return i;
}

static void
judge_first (Effects *self, const AcqReceivable *row)
{
  const Reminded *reminded = g_hash_table_lookup (self->reminded, &row->invoice->id);
  AcqReminderEffects *effects = self->effects;
  gboolean again, paid;
  gint64 owed;

  if (reminded == NULL || !acq_period_contains (self->period, reminded->first))
    return;
  owed = row->invoice->total - acq_receivable_settled_by (row, reminded->first - 1);
  again = reminded->second != ACQ_DAY_NONE && reminded->second <= self->period.last;
  paid = row->settled <= self->period.last && row->settled >= reminded->first
         && (!again || row->settled < reminded->second);
  if (owed <= 0)
    return;
  if (!paid && !again)
    {
      effects->n_first_waiting++;
      return;
    }
  effects->n_first++;
  effects->first_amount += owed;
  effects->n_first_paid += paid;
  effects->first_paid_amount += paid ? owed : 0;
}

AcqReminderEffects
acq_reminder_effects_measure (const AcqLedger *ledger, const AcqReceivables *receivables,
                              const AcqPaymentCases *cases, AcqPeriod period)
{
  AcqReminderEffects effects = { 0 };
  g_autoptr (GHashTable) reminded = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (Event));
  Effects self = { ledger, period, reminded, events, &effects };

  for (guint i = 0; i < ledger->reminders->len; i++)
    read_reminder (&self, ledger->reminders->pdata[i]);
  for (guint i = 0; i < ledger->notes->len; i++)
    read_note (&self, ledger->notes->pdata[i]);
  for (guint i = 0; i < cases->parts->len; i++)
    read_part (&self, &g_array_index (cases->parts, AcqPaidPart, i));
  g_array_sort (events, compare_events);
  for (guint i = 0; i < events->len;)
    i = judge_customer (&self, i);
  for (guint i = 0; i < acq_receivables_count (receivables); i++)
    judge_first (&self, acq_receivables_get (receivables, i));
  return effects;
}
