/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-timeline-text.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"
#include "acq-dispute-text.h"

/* A message as a noun, when it has left, and when it is planned: languages with genders cannot put these together. */
typedef struct
{
  const char *name;
  const char *sent;
  const char *planned;
} MessageWords;

static const MessageWords call_words = { N_ ("Call"), N_ ("Call made"), N_ ("Call planned") };

static const MessageWords tone_words[] = {
  [ACQ_TONE_INFORMATIVE] = { N_ ("Notice before the due day"), N_ ("Notice before the due day sent"),
                             N_ ("Notice before the due day planned") },
  [ACQ_TONE_COURTEOUS]
  = { N_ ("Courteous reminder"), N_ ("Courteous reminder sent"), N_ ("Courteous reminder planned") },
  [ACQ_TONE_FIRM] = { N_ ("Firm reminder"), N_ ("Firm reminder sent"), N_ ("Firm reminder planned") },
  [ACQ_TONE_PROPOSAL] = { N_ ("Offer of a payment plan"), N_ ("Offer of a payment plan sent"),
                          N_ ("Offer of a payment plan planned") },
  [ACQ_TONE_LAST] = { N_ ("Last reminder"), N_ ("Last reminder sent"), N_ ("Last reminder planned") },
  [ACQ_TONE_FORMAL_NOTICE]
  = { N_ ("Formal notice"), N_ ("Formal notice sent"), N_ ("Formal notice planned") },
};

static const MessageWords *
find_words (AcqTone tone, AcqChannel channel)
{
  return channel == ACQ_CHANNEL_CALL ? &call_words : &tone_words[tone];
}

const char *
acq_message_name_text (AcqTone tone, AcqChannel channel)
{
  g_return_val_if_fail ((gsize) tone < G_N_ELEMENTS (tone_words), NULL);
  return _ (find_words (tone, channel)->name);
}

/* NULL where it is not known what it sounded like. */
static const MessageWords *
find_kept_words (const char *tone_code, AcqChannel channel)
{
  AcqTone tone;

  if (acq_tone_from_code (tone_code, &tone))
    return find_words (tone, channel);
  return channel == ACQ_CHANNEL_CALL ? &call_words : NULL;
}

const char *
acq_kept_message_name_text (const char *tone, AcqChannel channel)
{
  const MessageWords *words = find_kept_words (tone, channel);

  return words != NULL ? _ (words->name) : _ ("Reminder");
}

static char *
write_invoice_title (const AcqInvoice *invoice)
{
  switch (invoice->kind)
    {
    case ACQ_INVOICE_KIND_CREDIT_NOTE:
      return g_strdup_printf (_ ("Credit note %s issued"), invoice->number);
    case ACQ_INVOICE_KIND_DEPOSIT:
      return g_strdup_printf (_ ("Deposit invoice %s issued"), invoice->number);
    case ACQ_INVOICE_KIND_PROGRESS:
      return g_strdup_printf (_ ("Progress invoice %s issued"), invoice->number);
    case ACQ_INVOICE_KIND_FINAL:
      return g_strdup_printf (_ ("Final account %s issued"), invoice->number);
    case ACQ_INVOICE_KIND_INVOICE:
      break;
    }
  if (invoice->opening)
    return g_strdup_printf (_ ("Opening balance %s"), invoice->number);
  return g_strdup_printf (_ ("Invoice %s issued"), invoice->number);
}

static const char *
name_in_flight (const AcqReceipt *receipt)
{
  switch (receipt->state)
    {
    case ACQ_RECEIPT_STATE_IN_HAND:
      return _ ("Cheque in hand");
    case ACQ_RECEIPT_STATE_DEPOSITED:
      return _ ("Cheque handed to the bank");
    case ACQ_RECEIPT_STATE_AWAITED:
      return _ ("Direct debit awaited");
    case ACQ_RECEIPT_STATE_ACCEPTED:
      return _ ("Bill accepted");
    default:
      return _ ("Payment on its way");
    }
}

static const char *
name_receipt (const AcqReceipt *receipt)
{
  if (acq_receipt_is_in_flight (receipt))
    return name_in_flight (receipt);
  switch (receipt->means)
    {
    case ACQ_MEANS_TRANSFER:
      return _ ("Transfer received");
    case ACQ_MEANS_DIRECT_DEBIT:
      return _ ("Direct debit received");
    case ACQ_MEANS_CHEQUE:
      return _ ("Cheque received");
    case ACQ_MEANS_CARD:
      return _ ("Card payment received");
    case ACQ_MEANS_CASH:
      return _ ("Cash received");
    case ACQ_MEANS_BILL:
      return _ ("Bill paid");
    default:
      return _ ("Payment received");
    }
}

static const char *
name_settlement (const AcqReceipt *receipt)
{
  switch (receipt->means)
    {
    case ACQ_MEANS_COMPENSATION:
      return _ ("Set off against what we owe");
    case ACQ_MEANS_WRITE_OFF:
      return _ ("Written off");
    default:
      return _ ("Credit note used");
    }
}

static const char *
name_return (const AcqReceipt *receipt)
{
  switch (receipt->means)
    {
    case ACQ_MEANS_CHEQUE:
      return _ ("Cheque returned unpaid");
    case ACQ_MEANS_DIRECT_DEBIT:
      return _ ("Direct debit rejected");
    default:
      return _ ("Payment returned");
    }
}

static char *
write_promise_title (const AcqTimelineEvent *event, AcqDay today)
{
  g_autofree char *day = NULL;

  if (event->note->until == ACQ_DAY_NONE)
    return g_strdup (_ ("Promise to pay"));
  day = acq_day_text_weekday (event->note->until, today);
  if (event->kind == ACQ_TIMELINE_PROMISE_BROKEN)
    /* Translators: a day, "Friday 13 November". */
    return g_strdup_printf (_ ("Promise of %s not kept"), day);
  return g_strdup_printf (_ ("Promise to pay by %s"), day);
}

static char *
write_hold_title (const AcqNote *note, AcqDay today)
{
  g_autofree char *day = NULL;

  if (note->until == ACQ_DAY_NONE)
    return g_strdup (_ ("On hold"));
  day = acq_day_text (note->until, today);
  return g_strdup_printf (_ ("On hold until %s"), day);
}

static char *
write_postponement_title (const AcqNote *note, AcqDay today)
{
  g_autofree char *day = acq_day_text (note->until, today);

  return g_strdup_printf (_ ("Due day postponed to %s"), day);
}

static const char *
name_reminder (const AcqReminder *reminder)
{
  AcqChannel channel = ACQ_CHANNEL_MAIL;
  const MessageWords *words;

  if (reminder == NULL || reminder->step == NULL)
    return _ ("Reminded elsewhere");
  acq_channel_from_code (reminder->channel, &channel);
  words = find_kept_words (reminder->tone, channel);
  return words != NULL ? _ (words->sent) : _ ("Reminder sent");
}

static const char *
name_planned (const AcqPlanMessage *message)
{
  if (message->release)
    return _ ("Release of the retention to be asked for");
  return _ (find_words (message->step->tone, message->channel)->planned);
}

static const char *
name_waiver (const AcqNote *note)
{
  switch (note->waives)
    {
    case ACQ_WAIVER_INTEREST:
      return _ ("Late interest given up");
    case ACQ_WAIVER_INDEMNITY:
      return _ ("Recovery indemnity given up");
    default:
      return _ ("Late interest and indemnity given up");
    }
}

char *
acq_timeline_title_text (const AcqTimeline *timeline, const AcqTimelineEvent *event)
{
  AcqDay today = timeline->account->view->books->today;

  switch (event->kind)
    {
    case ACQ_TIMELINE_INVOICE:
    case ACQ_TIMELINE_CREDIT_NOTE:
      return write_invoice_title (event->invoice);
    case ACQ_TIMELINE_RECEIPT:
      return g_strdup (name_receipt (event->receipt));
    case ACQ_TIMELINE_SETTLEMENT:
      return g_strdup (name_settlement (event->receipt));
    case ACQ_TIMELINE_RETURN:
      return g_strdup (name_return (event->receipt));
    case ACQ_TIMELINE_REMINDER:
      return g_strdup (name_reminder (event->reminder));
    case ACQ_TIMELINE_REMINDED_BEFORE:
      return g_strdup_printf (ngettext ("%d reminder before Acquit", "%d reminders before Acquit",
                                        (gulong) event->invoice->reminders_before),
                              event->invoice->reminders_before);
    case ACQ_TIMELINE_CALL:
      return g_strdup (_ ("Call"));
    case ACQ_TIMELINE_PROMISE:
    case ACQ_TIMELINE_PROMISE_BROKEN:
      return write_promise_title (event, today);
    case ACQ_TIMELINE_DISPUTE:
      return g_strdup (_ ("Dispute"));
    case ACQ_TIMELINE_HOLD:
      return write_hold_title (event->note, today);
    case ACQ_TIMELINE_EXCLUSION:
      return g_strdup (_ ("Excluded from reminders"));
    case ACQ_TIMELINE_HANDOVER:
      return g_strdup (_ ("Handed over"));
    case ACQ_TIMELINE_ANSWER:
      return g_strdup (_ ("The customer answered"));
    case ACQ_TIMELINE_WAIVER:
      return g_strdup (name_waiver (event->note));
    case ACQ_TIMELINE_POSTPONEMENT:
      return write_postponement_title (event->note, today);
    case ACQ_TIMELINE_PLAN:
      return g_strdup (_ ("Payment plan agreed"));
    case ACQ_TIMELINE_PLANNED:
      return g_strdup (name_planned (event->message));
    }
  g_return_val_if_reached (NULL);
}

/* The numbers of the event's invoices that stand apart, or of the others; NULL where there is none. */
static char *
list_numbers (const AcqTimeline *timeline, const AcqTimelineEvent *event, gboolean apart)
{
  const char *numbers[2] = { NULL, NULL };
  guint n = 0;

  for (guint i = 0; i < event->n_items; i++)
    {
      const AcqTimelineItem *item = acq_timeline_item (timeline, event, i);

      if (item->apart != apart)
        continue;
      if (n < G_N_ELEMENTS (numbers))
        numbers[n] = item->invoice->number;
      n++;
    }
  if (n == 0)
    return NULL;
  if (n == 1)
    return g_strdup (numbers[0]);
  if (n == 2)
    /* Translators: two invoice numbers. */
    return g_strdup_printf (_ ("%1$s and %2$s"), numbers[0], numbers[1]);
  /* Translators: an invoice number, and how many more invoices there are; at least two. */
  return g_strdup_printf (ngettext ("%1$s and %2$u more", "%1$s and %2$u more", n - 1), numbers[0], n - 1);
}

static char *
write_lateness (int days)
{
  if (days == 0)
    return g_strdup (_ ("on the due day"));
  if (days > 0)
    return g_strdup_printf (ngettext ("%d day after the due day", "%d days after the due day", (gulong) days),
                            days);
  return g_strdup_printf (
    ngettext ("%d day before the due day", "%d days before the due day", (gulong) -days), -days);
}

/* Takes the phrase; NULL is allowed. */
static void
add_phrase (GPtrArray *phrases, char *phrase)
{
  if (phrase != NULL)
    g_ptr_array_add (phrases, phrase);
}

static void
add_reason (GPtrArray *phrases, const char *reason)
{
  if (reason != NULL && reason[0] != '\0')
    /* Translators: somebody's words, quoted. */
    add_phrase (phrases, g_strdup_printf (_ ("“%s”"), reason));
}

static void
add_invoice_phrases (GPtrArray *phrases, const AcqInvoice *invoice, AcqDay today)
{
  g_autofree char *due = NULL;
  AcqDay first = invoice->due_items->len == 0 ? ACQ_DAY_NONE : acq_invoice_due_item (invoice, 0)->due;

  if (acq_invoice_is_credit_note (invoice))
    {
      if (invoice->corrects != NULL)
        add_phrase (phrases, g_strdup_printf (C_ ("credit note", "on %s"), invoice->corrects));
      return;
    }
  if (first == ACQ_DAY_NONE)
    return;
  due = acq_day_text (first, today);
  add_phrase (phrases, invoice->due_items->len == 1
                         ? g_strdup_printf (_ ("due on %s"), due)
                         : g_strdup_printf (ngettext ("%1$u due day from %2$s on",
                                                      "%1$u due days from %2$s on", invoice->due_items->len),
                                            invoice->due_items->len, due));
}

static void
add_receipt_phrases (GPtrArray *phrases, const AcqTimeline *timeline, const AcqTimelineEvent *event)
{
  g_autofree char *numbers = list_numbers (timeline, event, FALSE);

  if (numbers == NULL)
    add_phrase (phrases, g_strdup (_ ("pays no invoice yet")));
  else if (event->kind == ACQ_TIMELINE_RETURN)
    add_phrase (phrases, g_strdup_printf (_ ("%s is owed again"), numbers));
  else if (timeline->invoice == NULL)
    add_phrase (phrases, g_strdup_printf (_ ("pays %s"), numbers));
  if (event->days_late != ACQ_TIMELINE_NO_DAYS)
    add_phrase (phrases, write_lateness (event->days_late));
  add_reason (phrases, event->receipt->reason);
}

static void
add_message_phrases (GPtrArray *phrases, const AcqTimeline *timeline, const AcqTimelineEvent *event)
{
  g_autofree char *numbers = list_numbers (timeline, event, FALSE);
  g_autofree char *others = list_numbers (timeline, event, TRUE);

  if (timeline->invoice != NULL)
    return;
  if (numbers != NULL && others != NULL)
    /* Translators: invoice numbers; those of the second group were added to the message. */
    add_phrase (phrases, g_strdup_printf (_ ("%1$s, to which was added %2$s"), numbers, others));
  else
    add_phrase (phrases, g_steal_pointer (&numbers));
}

static void
add_promise_state (GPtrArray *phrases, const AcqPromise *promise)
{
  if (promise == NULL)
    return;
  if (promise->state == ACQ_PROMISE_STATE_KEPT)
    add_phrase (phrases, g_strdup (_ ("kept")));
  else if (promise->state == ACQ_PROMISE_STATE_CANCELLED)
    add_phrase (phrases, g_strdup (_ ("withdrawn")));
}

static void
add_broken_phrases (GPtrArray *phrases, const AcqPromise *promise, AcqCurrency currency)
{
  g_autofree char *amount = NULL;

  if (promise->received <= 0)
    {
      add_phrase (phrases, g_strdup_printf (ngettext ("nothing received %d working day later",
                                                      "nothing received %d working days later",
                                                      ACQ_PROMISE_GRACE_BANK_DAYS),
                                            ACQ_PROMISE_GRACE_BANK_DAYS));
      return;
    }
  amount = acq_amount_text (promise->received, currency);
  add_phrase (phrases, g_strdup_printf (_ ("only %s received"), amount));
}

/* One that is over has no age any more. */
static void
add_dispute_phrases (GPtrArray *phrases, const AcqNote *note, AcqDay today)
{
  int days = today - note->day;

  if (note->category != ACQ_DISPUTE_CATEGORY_UNKNOWN)
    add_phrase (phrases, g_strdup (acq_dispute_category_text (note->category)));
  if (!note->closed && days > 0 && (note->until == ACQ_DAY_NONE || note->until >= today))
    add_phrase (phrases, g_strdup_printf (ngettext ("open for %d day", "open for %d days", (gulong) days), days));
}

static gboolean
is_taken_back (AcqNoteKind kind)
{
  return kind == ACQ_NOTE_KIND_WAIVER || kind == ACQ_NOTE_KIND_HANDOVER || kind == ACQ_NOTE_KIND_POSTPONE;
}

static void
add_note_phrases (GPtrArray *phrases, const AcqTimeline *timeline, const AcqTimelineEvent *event)
{
  const AcqNote *note = event->note;

  if (timeline->invoice == NULL && event->invoice != NULL)
    add_phrase (phrases, g_strdup (event->invoice->number));
  if (note->kind == ACQ_NOTE_KIND_DISPUTE)
    add_dispute_phrases (phrases, note, timeline->account->view->books->today);
  add_reason (phrases, note->reason);
  if (note->kind == ACQ_NOTE_KIND_DISPUTE)
    add_phrase (phrases, acq_dispute_person_text (note));
  if (note->kind == ACQ_NOTE_KIND_PROMISE)
    add_promise_state (phrases, event->promise);
  else if (note->kind == ACQ_NOTE_KIND_ANSWER)
    add_phrase (phrases, g_strdup (note->closed ? _ ("read") : _ ("not read yet")));
  else if (note->closed)
    add_phrase (phrases, g_strdup (is_taken_back (note->kind) ? _ ("taken back") : _ ("settled")));
}

static void
add_plan_phrases (GPtrArray *phrases, const AcqTimelineEvent *event)
{
  guint n = event->plan->instalments->len;

  add_phrase (phrases, g_strdup_printf (ngettext ("%u instalment", "%u instalments", n), n));
  if (event->plan->ended)
    add_phrase (phrases, g_strdup (_ ("ended")));
}

static void
add_planned_phrases (GPtrArray *phrases, const AcqTimeline *timeline, const AcqTimelineEvent *event)
{
  add_message_phrases (phrases, timeline, event);
  if (event->message->needs != 0)
    add_phrase (phrases, g_strdup (_ ("still lacks something")));
  else if (event->message->channel == ACQ_CHANNEL_CALL)
    add_phrase (phrases, g_strdup (_ ("to be made")));
  else
    add_phrase (phrases, g_strdup (event->message->mode == ACQ_MODE_AUTOMATIC ? _ ("leaves by itself")
                                                                              : _ ("to be approved")));
}

static void
add_details (GPtrArray *phrases, const AcqTimeline *timeline, const AcqTimelineEvent *event)
{
  switch (event->kind)
    {
    case ACQ_TIMELINE_INVOICE:
    case ACQ_TIMELINE_CREDIT_NOTE:
      add_invoice_phrases (phrases, event->invoice, timeline->account->view->books->today);
      break;
    case ACQ_TIMELINE_RECEIPT:
    case ACQ_TIMELINE_SETTLEMENT:
    case ACQ_TIMELINE_RETURN:
      add_receipt_phrases (phrases, timeline, event);
      break;
    case ACQ_TIMELINE_REMINDER:
      add_message_phrases (phrases, timeline, event);
      if (event->note != NULL)
        add_reason (phrases, event->note->reason);
      break;
    case ACQ_TIMELINE_REMINDED_BEFORE:
      if (timeline->invoice == NULL)
        add_phrase (phrases, g_strdup (event->invoice->number));
      break;
    case ACQ_TIMELINE_CALL:
    case ACQ_TIMELINE_PROMISE:
    case ACQ_TIMELINE_DISPUTE:
    case ACQ_TIMELINE_HOLD:
    case ACQ_TIMELINE_EXCLUSION:
    case ACQ_TIMELINE_ANSWER:
    case ACQ_TIMELINE_WAIVER:
    case ACQ_TIMELINE_HANDOVER:
    case ACQ_TIMELINE_POSTPONEMENT:
      add_note_phrases (phrases, timeline, event);
      break;
    case ACQ_TIMELINE_PLAN:
      add_plan_phrases (phrases, event);
      break;
    case ACQ_TIMELINE_PROMISE_BROKEN:
      add_broken_phrases (phrases, event->promise, event->currency);
      break;
    case ACQ_TIMELINE_PLANNED:
      add_planned_phrases (phrases, timeline, event);
      break;
    }
}

char *
acq_timeline_detail_text (const AcqTimeline *timeline, const AcqTimelineEvent *event)
{
  AcqDay today = timeline->account->view->books->today;
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);

  add_phrase (phrases, event->kind == ACQ_TIMELINE_PLANNED ? acq_day_text_weekday (event->day, today)
                                                           : acq_day_text (event->day, today));
  add_details (phrases, timeline, event);
  g_ptr_array_add (phrases, NULL);
  return g_strjoinv (" · ", (char **) phrases->pdata);
}

char *
acq_timeline_amount_text (const AcqTimelineEvent *event)
{
  if (!acq_currency_is_set (event->currency))
    return NULL;
  return acq_amount_text (event->amount, event->currency);
}
