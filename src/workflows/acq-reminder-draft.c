/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reminder-draft.h"

/* Days that are left to pay, then moved to a working day: a week; a day more before a notice, two weeks for retention. */
#define DAYS_TO_PAY        7
#define DAYS_BEFORE_NOTICE 8
#define DAYS_TO_RELEASE    15

static AcqMailTone
tone_of (const AcqPlanMessage *message)
{
  if (message->release)
    return ACQ_MAIL_TONE_RELEASE;
  switch (message->step->tone)
    {
    case ACQ_TONE_INFORMATIVE:
      return ACQ_MAIL_TONE_INFORMATIVE;
    case ACQ_TONE_COURTEOUS:
      return ACQ_MAIL_TONE_COURTEOUS;
    case ACQ_TONE_FIRM:
      return ACQ_MAIL_TONE_FIRM;
    case ACQ_TONE_PROPOSAL:
      return ACQ_MAIL_TONE_PROPOSAL;
    case ACQ_TONE_LAST:
    case ACQ_TONE_FORMAL_NOTICE:
    default:
      return ACQ_MAIL_TONE_LAST;
    }
}

static AcqDay
deadline_of (const AcqPlanning *planning, AcqMailTone tone, AcqDay day)
{
  int days = tone == ACQ_MAIL_TONE_RELEASE ? DAYS_TO_RELEASE
             : tone == ACQ_MAIL_TONE_LAST  ? DAYS_BEFORE_NOTICE
                                           : DAYS_TO_PAY;

  return acq_business_calendar_next_working_day (planning->settings->calendar, day + days);
}

/* Those of this part, or of the invoice as a whole. */
static void
add_reminders (const AcqPlanning *planning, const AcqPlanItem *planned, AcqMailItem *item)
{
  const AcqInvoice *invoice = planned->invoice;
  const GPtrArray *reminders = acq_standings_reminders_of (planning->standings, invoice->id);

  if (invoice->last_reminder_before != ACQ_DAY_NONE)
    acq_mail_item_add_reminder (item, invoice->last_reminder_before, FALSE);
  for (guint i = 0; i < reminders->len; i++)
    {
      const AcqReminder *reminder = reminders->pdata[i];

      if (reminder->due == ACQ_DAY_NONE || reminder->due == planned->due_item->due)
        acq_mail_item_add_reminder (item, reminder->day, g_strcmp0 (reminder->channel, "call") == 0);
    }
}

static gboolean
called_on (const AcqLedger *ledger, gint64 customer_id, AcqDay day)
{
  for (guint i = 0; i < ledger->notes->len; i++)
    {
      const AcqNote *note = ledger->notes->pdata[i];

      if (note->kind == ACQ_NOTE_KIND_CALL && note->customer_id == customer_id && note->day == day)
        return TRUE;
    }
  return FALSE;
}

static gboolean
was_paid_since (const AcqPlanning *planning, const AcqInvoice *invoice, AcqDay day)
{
  g_autoptr (GArray) changes = acq_debt_history_list (planning->books->history, invoice);

  for (guint i = 0; i < changes->len; i++)
    {
      const AcqDebtChange *change = &g_array_index (changes, AcqDebtChange, i);

      if (change->day >= day && change->amount > 0 && change->credit_note == NULL)
        return TRUE;
    }
  return FALSE;
}

/* The promise that was to be kept by that day; the one made last, if there are several. */
static const AcqNote *
find_promise (const GPtrArray *notes, AcqDay until)
{
  const AcqNote *found = NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      const AcqNote *note = notes->pdata[i];

      if (note->kind == ACQ_NOTE_KIND_PROMISE && note->until == until
          && (found == NULL || note->day >= found->day))
        found = note;
    }
  return found;
}

static void
add_promise (const AcqPlanning *planning, const AcqPlanItem *planned, AcqMailItem *item)
{
  const AcqInvoice *invoice = planned->invoice;
  const AcqNote *note = NULL;

  if (planned->broken_promise == ACQ_DAY_NONE)
    return;
  note = find_promise (acq_standings_notes_of_invoice (planning->standings, invoice->id),
                       planned->broken_promise);
  if (note == NULL)
    note = find_promise (acq_standings_notes_of_customer (planning->standings, invoice->customer_id),
                         planned->broken_promise);
  if (note == NULL)
    return;
  item->promise = (AcqMailPromise){
    .made = note->day,
    .until = note->until,
    .on_phone = called_on (planning->ledger, note->customer_id, note->day),
    .partly = was_paid_since (planning, invoice, note->day),
  };
}

/* A part of an invoice stands for itself; what the invoice is as a whole is said beside it. */
static void
set_amounts (const AcqPlanItem *planned, AcqMailItem *item)
{
  const AcqInvoice *invoice = planned->invoice;
  gboolean is_whole = invoice->due_items->len == 1;

  item->issued = invoice->issued;
  item->whole = invoice->total;
  item->total = is_whole ? invoice->total : planned->due_item->amount;
  item->settled = item->total - planned->due_item->balance;
}

static void
add_item (const AcqPlanning *planning, const AcqPlanMessage *message, const AcqPlanItem *planned,
          AcqReminderMail *mail)
{
  const AcqInvoice *invoice = planned->invoice;
  const AcqCustomer *customer = acq_ledger_find_customer (planning->ledger, invoice->customer_id);
  AcqMailItem *item = acq_mail_account_add_item (acq_reminder_mail_account (mail, customer), invoice->number,
                                                 planned->due, planned->amount);

  set_amounts (planned, item);
  item->partial = planned->amount != invoice->total;
  item->below = planned->step->level < message->level;
  item->factored = invoice->factored;
  add_reminders (planning, planned, item);
  add_promise (planning, planned, item);
}

AcqReminderMail *
acq_draft_reminder (const AcqPlanning *planning, const AcqPlanMessage *message, const AcqContact *contact)
{
  AcqReminderMail *mail = acq_reminder_mail_new ();

  mail->company = planning->ledger->company;
  mail->recipient = message->recipient;
  mail->contact = contact;
  mail->tone = tone_of (message);
  mail->day = message->day;
  mail->deadline = deadline_of (planning, mail->tone, message->day);
  mail->currency = message->currency;
  mail->on_paper
    = message->channel == ACQ_CHANNEL_LETTER || message->channel == ACQ_CHANNEL_REGISTERED_LETTER;
  for (guint i = 0; i < message->items->len; i++)
    add_item (planning, message, &g_array_index (message->items, AcqPlanItem, i), mail);
  return mail;
}
