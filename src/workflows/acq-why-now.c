/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-why-now.h"

static const char *const why_codes[ACQ_N_WHY_NOW_CODES] = {
  "due_passed", "due_ahead",       "retention_ended", "broken_promise", "last_contact", "first_contact",
  "bank_read",  "nothing_against", "part_left_out",   "below_level",    "call_first",
};

ACQ_DEFINE_CODES (AcqWhyNowCode, acq_why_now_code, why_codes)

AcqWhyNowMark
acq_why_now_mark (AcqWhyNowCode code)
{
  switch (code)
    {
    case ACQ_WHY_NOW_BROKEN_PROMISE:
      return ACQ_WHY_NOW_WARNING;
    case ACQ_WHY_NOW_PART_LEFT_OUT:
    case ACQ_WHY_NOW_BELOW_LEVEL:
    case ACQ_WHY_NOW_CALL_FIRST:
      return ACQ_WHY_NOW_REMARK;
    case ACQ_WHY_NOW_DUE_PASSED:
    case ACQ_WHY_NOW_DUE_AHEAD:
    case ACQ_WHY_NOW_RETENTION_ENDED:
    case ACQ_WHY_NOW_LAST_CONTACT:
    case ACQ_WHY_NOW_FIRST_CONTACT:
    case ACQ_WHY_NOW_BANK_READ:
    case ACQ_WHY_NOW_NOTHING_AGAINST:
    default:
      return ACQ_WHY_NOW_CHECKED;
    }
}

static AcqWhyNow *
add (GArray *lines, AcqWhyNowCode code)
{
  AcqWhyNow line = { .code = code, .day = ACQ_DAY_NONE };

  g_array_append_val (lines, line);
  return &g_array_index (lines, AcqWhyNow, lines->len - 1);
}

static const AcqPlanItem *
get_item (const AcqPlanMessage *message, guint place)
{
  return &g_array_index (message->items, AcqPlanItem, place);
}

/* The oldest of those that give the message its level: items are by due day. */
static const AcqPlanItem *
find_leading (const AcqPlanMessage *message)
{
  for (guint i = 0; i < message->items->len; i++)
    if (get_item (message, i)->step->level == message->level)
      return get_item (message, i);
  return get_item (message, 0);
}

static void
add_step (GArray *lines, const AcqPlanMessage *message)
{
  const AcqPlanItem *leading = find_leading (message);
  AcqDay due = leading->due;
  AcqWhyNowCode code = message->release      ? ACQ_WHY_NOW_RETENTION_ENDED
                       : due >= message->day ? ACQ_WHY_NOW_DUE_AHEAD
                                             : ACQ_WHY_NOW_DUE_PASSED;
  AcqWhyNow *line = add (lines, code);

  line->day = due;
  line->days = ABS (message->day - due);
  line->rule_days = ABS (message->step->offset);
  line->step = message->step;
}

static void
add_broken_promise (GArray *lines, const AcqPlanMessage *message)
{
  AcqDay latest = ACQ_DAY_NONE;

  for (guint i = 0; i < message->items->len; i++)
    latest = MAX (latest, get_item (message, i)->broken_promise);
  if (latest != ACQ_DAY_NONE)
    add (lines, ACQ_WHY_NOW_BROKEN_PROMISE)->day = latest;
}

/* The last time that anybody was in touch with the recipient. */
typedef struct
{
  AcqDay day;
  AcqChannel channel;
  gboolean channel_known;
} Contact;

static gboolean
goes_to (const AcqLedger *ledger, gint64 customer_id, const AcqCustomer *recipient)
{
  const AcqCustomer *customer = acq_ledger_find_customer (ledger, customer_id);

  return customer != NULL && acq_ledger_find_recipient (ledger, customer) == recipient;
}

static void
note_contact (Contact *contact, AcqDay day, const char *channel_code)
{
  if (day == ACQ_DAY_NONE || day < contact->day)
    return;
  contact->day = day;
  contact->channel_known = channel_code != NULL && acq_channel_from_code (channel_code, &contact->channel);
}

static void
note_reminders (Contact *contact, const AcqPlanning *planning, const AcqInvoice *invoice, AcqDay before)
{
  const GPtrArray *reminders = acq_standings_reminders_of (planning->standings, invoice->id);

  if (invoice->last_reminder_before < before)
    note_contact (contact, invoice->last_reminder_before, NULL);
  for (guint i = 0; i < reminders->len; i++)
    {
      const AcqReminder *reminder = reminders->pdata[i];

      if (reminder->day < before)
        note_contact (contact, reminder->day, reminder->channel);
    }
}

static Contact
find_last_contact (const AcqPlanning *planning, const AcqPlanMessage *message)
{
  const AcqLedger *ledger = planning->ledger;
  Contact contact = { .day = ACQ_DAY_NONE };

  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];

      if (goes_to (ledger, invoice->customer_id, message->recipient))
        note_reminders (&contact, planning, invoice, message->day);
    }
  for (guint i = 0; i < ledger->notes->len; i++)
    {
      const AcqNote *note = ledger->notes->pdata[i];
      const char *channel = note->kind == ACQ_NOTE_KIND_CALL ? acq_channel_to_code (ACQ_CHANNEL_CALL) : NULL;

      if ((note->kind == ACQ_NOTE_KIND_CALL || note->kind == ACQ_NOTE_KIND_REMINDED)
          && note->day < message->day && goes_to (ledger, note->customer_id, message->recipient))
        note_contact (&contact, note->day, channel);
    }
  return contact;
}

static void
add_contact (GArray *lines, const AcqPlanning *planning, const AcqPlanMessage *message)
{
  Contact contact = find_last_contact (planning, message);
  AcqWhyNow *line
    = add (lines, contact.day == ACQ_DAY_NONE ? ACQ_WHY_NOW_FIRST_CONTACT : ACQ_WHY_NOW_LAST_CONTACT);

  line->rule_days = message->scenario->minimum_interval;
  if (contact.day == ACQ_DAY_NONE)
    return;
  line->day = contact.day;
  line->days = message->day - contact.day;
  line->channel = contact.channel;
  line->channel_known = contact.channel_known;
}

/* The last day up to which an account is covered without a gap from a day on; the day before it where it is not. */
static AcqDay
follow_coverage (const AcqLedger *ledger, gint64 account_id, AcqDay from)
{
  AcqDay until = from - 1;
  gboolean moved = TRUE;

  while (moved)
    {
      moved = FALSE;
      for (guint i = 0; i < ledger->coverage->len; i++)
        {
          const AcqCoverage *coverage = &g_array_index (ledger->coverage, AcqCoverage, i);

          if (coverage->account_id != account_id || coverage->period.first > until + 1
              || coverage->period.last <= until)
            continue;
          until = coverage->period.last;
          moved = TRUE;
        }
    }
  return until;
}

/* Only where the gate let the message pass: the day up to which its debts would have been seen to be paid. */
static void
add_bank (GArray *lines, const AcqPlanning *planning, const AcqPlanMessage *message)
{
  const AcqLedger *ledger = planning->ledger;
  AcqDay from = message->day, until = ACQ_DAY_NONE;

  if ((message->needs & ACQ_NEED_BIT (ACQ_NEED_BANK_COVERAGE)) != 0
      || message->day > planning->request.today + 7)
    return;
  for (guint i = 0; i < message->items->len; i++)
    from = MIN (from, MIN (get_item (message, i)->invoice->issued, get_item (message, i)->due_item->due));
  for (guint i = 0; i < ledger->coverage->len; i++)
    {
      AcqDay end
        = follow_coverage (ledger, g_array_index (ledger->coverage, AcqCoverage, i).account_id, from);

      until = until == ACQ_DAY_NONE ? end : MIN (until, end);
    }
  if (until != ACQ_DAY_NONE && until >= from)
    add (lines, ACQ_WHY_NOW_BANK_READ)->day = until;
}

static void
add_left_out (GArray *lines, const AcqPlanMessage *message)
{
  gint64 left_out = 0;

  for (guint i = 0; i < message->items->len; i++)
    left_out += get_item (message, i)->due_item->balance - get_item (message, i)->amount;
  if (left_out > 0)
    {
      AcqWhyNow *line = add (lines, ACQ_WHY_NOW_PART_LEFT_OUT);

      line->amount = left_out;
      line->currency = message->currency;
    }
}

/* What is disputed in part stands in its own line. */
static void
add_nothing_against (GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, AcqWhyNow, i).code == ACQ_WHY_NOW_PART_LEFT_OUT)
      return;
  add (lines, ACQ_WHY_NOW_NOTHING_AGAINST);
}

static AcqDay
find_last_reminder (const AcqPlanning *planning, const AcqPlanItem *item)
{
  const GPtrArray *reminders = acq_standings_reminders_of (planning->standings, item->invoice->id);

  return reminders->len == 0 ? item->invoice->last_reminder_before
                             : ((const AcqReminder *) reminders->pdata[reminders->len - 1])->day;
}

static void
add_below (GArray *lines, const AcqPlanning *planning, const AcqPlanMessage *message)
{
  for (guint i = 0; i < message->items->len; i++)
    {
      const AcqPlanItem *item = get_item (message, i);
      AcqWhyNow *line;

      if (item->step->level >= message->level)
        continue;
      line = add (lines, ACQ_WHY_NOW_BELOW_LEVEL);
      line->invoice = item->invoice;
      line->step = item->step;
      line->day = find_last_reminder (planning, item);
    }
}

static gboolean
is_call_for_precious (const AcqPlanMessage *message)
{
  return message->channel == ACQ_CHANNEL_CALL && message->step->channel != ACQ_CHANNEL_CALL
         && message->recipient->precious;
}

GArray *
acq_why_now_list (const AcqPlanning *planning, const AcqPlanMessage *message)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (AcqWhyNow));

  g_return_val_if_fail (message->items->len > 0, lines);

  add_step (lines, message);
  add_broken_promise (lines, message);
  add_contact (lines, planning, message);
  add_bank (lines, planning, message);
  add_left_out (lines, message);
  add_nothing_against (lines);
  add_below (lines, planning, message);
  if (is_call_for_precious (message))
    add (lines, ACQ_WHY_NOW_CALL_FIRST);
  return lines;
}
