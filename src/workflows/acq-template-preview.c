/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-template-preview.h"

#include "acq-chased-items.h"
#include "acq-reminder-draft.h"

/* Steps that stand for those of a scenario: an item below the message's level, and one at it. */
static AcqStep
stand_in (AcqTemplateModel model, int level)
{
  AcqTone tone = model == ACQ_TEMPLATE_MODEL_BEFORE_DUE      ? ACQ_TONE_INFORMATIVE
                 : model == ACQ_TEMPLATE_MODEL_FIRM          ? ACQ_TONE_FIRM
                 : model == ACQ_TEMPLATE_MODEL_PROPOSAL      ? ACQ_TONE_PROPOSAL
                 : model == ACQ_TEMPLATE_MODEL_LAST_REMINDER ? ACQ_TONE_LAST
                                                             : ACQ_TONE_COURTEOUS;

  return (AcqStep){
    .code = "preview", .level = level, .channel = ACQ_CHANNEL_MAIL, .fallback = ACQ_CHANNEL_MAIL, .tone = tone
  };
}

static guint
count_reminders (const AcqPlanning *planning, const AcqChasedItem *item)
{
  return acq_standings_reminders_of (planning->standings, item->invoice->id)->len
         + (guint) item->invoice->reminders_before;
}

/* What a message of this kind is about. */
static gboolean
concerns (const AcqPlanning *planning, AcqTemplateModel model, const AcqChasedItem *item)
{
  gboolean retention = item->due_item->kind == ACQ_DUE_KIND_RETENTION;
  gboolean due = item->due_item->due < planning->request.today;

  switch (model)
    {
    case ACQ_TEMPLATE_MODEL_RETENTION_RELEASE:
      return retention;
    case ACQ_TEMPLATE_MODEL_BEFORE_DUE:
      return !retention && !due;
    case ACQ_TEMPLATE_MODEL_STATEMENT:
    case ACQ_TEMPLATE_MODEL_THANKS:
    case ACQ_TEMPLATE_MODEL_DISPUTE_ANSWER:
      return TRUE;
    case ACQ_TEMPLATE_MODEL_COURTEOUS:
    case ACQ_TEMPLATE_MODEL_FIRM:
    case ACQ_TEMPLATE_MODEL_PROPOSAL:
    case ACQ_TEMPLATE_MODEL_BROKEN_PROMISE:
    case ACQ_TEMPLATE_MODEL_CALL_GUIDE:
    case ACQ_TEMPLATE_MODEL_LAST_REMINDER:
    default:
      return !retention && due;
    }
}

/* Those that the message would be about; where the customer has none of the kind, all that he owes. */
static GArray *
collect_items (const AcqPlanning *planning, const AcqChasedItems *chased, const AcqCustomer *customer,
               AcqTemplateModel model)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (const AcqChasedItem *));

  for (int strict = 1; strict >= 0 && items->len == 0; strict--)
    for (guint i = 0; i < chased->items->len; i++)
      {
        const AcqChasedItem *item = acq_chased_items_get (chased, i);
        const AcqChasedItem *first = items->len == 0 ? item : g_array_index (items, const AcqChasedItem *, 0);

        if (item->customer == customer && item->due_item->balance > 0
            && acq_currency_equal (item->invoice->currency, first->invoice->currency)
            && (strict == 0 || concerns (planning, model, item)))
          g_array_append_val (items, item);
      }
  return items;
}

static void
fill_message (const AcqPlanning *planning, const GArray *chosen, const AcqStep *steps,
              AcqPlanMessage *message)
{
  guint most = 0;

  for (guint i = 0; i < chosen->len; i++)
    most = MAX (most, count_reminders (planning, g_array_index (chosen, const AcqChasedItem *, i)));
  for (guint i = 0; i < chosen->len; i++)
    {
      const AcqChasedItem *chased = g_array_index (chosen, const AcqChasedItem *, i);
      AcqPlanItem item
        = { .invoice = chased->invoice,
            .due_item = chased->due_item,
            .step = &steps[count_reminders (planning, chased) < most ? 0 : 1],
            .amount = chased->due_item->balance,
            .broken_promise
            = chased->promised_until < planning->request.today ? chased->promised_until : ACQ_DAY_NONE };

      g_array_append_val (message->items, item);
    }
}

/* The last money that came from him. */
static void
find_payment (const AcqPlanning *planning, const AcqCustomer *customer, AcqMailEvent *payment)
{
  const AcqLedger *ledger = planning->ledger;

  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];
      g_autoptr (GArray) changes = NULL;

      if (invoice->customer_id != customer->id)
        continue;
      changes = acq_debt_history_list (planning->books->history, invoice);
      for (guint j = 0; j < changes->len; j++)
        {
          const AcqDebtChange *change = &g_array_index (changes, AcqDebtChange, j);

          if (change->amount > 0 && change->credit_note == NULL
              && (payment->day == ACQ_DAY_NONE || change->day > payment->day))
            *payment = (AcqMailEvent){ .day = change->day, .amount = change->amount };
        }
    }
}

static void
find_dispute (const AcqPlanning *planning, const AcqCustomer *customer, AcqMailEvent *dispute)
{
  const GPtrArray *notes = planning->ledger->notes;

  for (guint i = 0; i < notes->len; i++)
    {
      const AcqNote *note = notes->pdata[i];

      if (note->kind != ACQ_NOTE_KIND_DISPUTE || note->customer_id != customer->id)
        continue;
      g_free (dispute->reason);
      *dispute
        = (AcqMailEvent){ .day = note->day, .amount = note->amount, .reason = g_strdup (note->reason) };
    }
}

AcqReminderMail *
acq_template_preview_mail (const AcqPlanning *planning, const AcqCustomer *customer, AcqTemplateModel model)
{
  g_autoptr (AcqChasedItems) chased = acq_chased_items_new (&planning->request, planning->request.today);
  g_autoptr (GArray) chosen = collect_items (planning, chased, customer, model);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (AcqPlanItem));
  const AcqStep steps[] = { stand_in (model, 1), stand_in (model, 2) };
  AcqPlanMessage message = { .recipient = customer,
                             .day = planning->request.today,
                             .step = &steps[1],
                             .level = 2,
                             .channel = ACQ_CHANNEL_MAIL,
                             .release = model == ACQ_TEMPLATE_MODEL_RETENTION_RELEASE,
                             .items = items };
  AcqReminderMail *mail;

  if (chosen->len == 0)
    return NULL;
  fill_message (planning, chosen, steps, &message);
  message.currency = g_array_index (items, AcqPlanItem, 0).invoice->currency;
  mail = acq_draft_reminder (planning, &message, acq_customer_find_email (customer, ACQ_CONTACT_ROLE_PAYS));
  find_payment (planning, customer, &mail->payment);
  find_dispute (planning, customer, &mail->dispute);
  return mail;
}

/* How hard it is to write to somebody. */
typedef struct
{
  AcqCustomer *customer;
  guint weight;
} Case;

static int
compare_cases (gconstpointer a, gconstpointer b)
{
  const Case *one = a, *other = b;

  return (one->weight < other->weight) - (one->weight > other->weight);
}

/* A promise not kept and a credit note each count as several invoices; what is not late makes nothing harder. */
static guint
weigh (const AcqPlanning *planning, const AcqChasedItem *item)
{
  gboolean due = item->due_item->due < planning->request.today;
  gboolean broken = item->promised_until != ACQ_DAY_NONE && item->promised_until < planning->request.today;

  return (due ? 3 : 0) + (broken ? 30 : 0) + (item->amount < item->due_item->balance ? 4 : 0)
         + (item->due_item->balance != item->invoice->total ? 2 : 0);
}

GPtrArray *
acq_template_preview_customers (const AcqPlanning *planning, guint limit)
{
  g_autoptr (AcqChasedItems) chased = acq_chased_items_new (&planning->request, planning->request.today);
  g_autoptr (GArray) cases = g_array_new (FALSE, TRUE, sizeof (Case));
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  GPtrArray *customers = g_ptr_array_new ();

  for (guint i = 0; i < chased->items->len; i++)
    {
      const AcqChasedItem *item = acq_chased_items_get (chased, i);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, item->customer));

      if (item->due_item->balance <= 0)
        continue;
      if (place == 0)
        {
          g_array_set_size (cases, place = cases->len + 1);
          g_array_index (cases, Case, place - 1).customer = (AcqCustomer *) item->customer;
          g_hash_table_insert (places, (gpointer) item->customer, GUINT_TO_POINTER (place));
        }
      g_array_index (cases, Case, place - 1).weight += weigh (planning, item);
    }
  g_array_sort (cases, compare_cases);
  for (guint i = 0; i < MIN (limit, cases->len); i++)
    g_ptr_array_add (customers, g_array_index (cases, Case, i).customer);
  return customers;
}
