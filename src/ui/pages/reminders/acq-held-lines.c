/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-held-lines.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-approval.h"
#include "acq-day-text.h"
#include "acq-dispute-text.h"
#include "acq-letter.h"
#include "acq-sequel-text.h"

/* While the lines of one row are written. */
typedef struct
{
  const AcqQueueHeld *held;
  AcqDay today;
  GPtrArray *lines;
} Writing;

static void
line_free (gpointer data)
{
  AcqHeldLine *line = data;

  g_free (line->text);
  g_clear_pointer (&line->target, g_variant_unref);
  g_free (line);
}

/* Takes the text and a floating target. */
static void
add (Writing *writing, char *text, const char *icon, const char *remedy, const char *action, GVariant *target)
{
  AcqHeldLine *line = g_new0 (AcqHeldLine, 1);

  line->text = text;
  line->icon = icon;
  line->remedy = remedy;
  line->action_name = action;
  line->target = target == NULL ? NULL : g_variant_ref_sink (target);
  g_ptr_array_add (writing->lines, line);
}

static GVariant *
place_of (const char *page, const char *kind, const char *value)
{
  g_autofree char *target = value == NULL ? g_strdup (kind) : g_strconcat (kind, value, NULL);

  return g_variant_new ("(ss)", page, target);
}

static GVariant *
place_of_customer (const AcqQueueHeld *held)
{
  return place_of ("customers", "code:", held->customer->code);
}

static GVariant *
notice_to (const AcqQueueHeld *held)
{
  return g_variant_new ("(ss)", acq_letter_model_to_code (ACQ_LETTER_MODEL_FORMAL_NOTICE), held->customer->code);
}

static const char *
first_number (const AcqQueueHeld *held)
{
  return held->invoices->len == 0 ? "" : ((const AcqInvoice *) held->invoices->pdata[0])->number;
}

static void
add_need (Writing *writing, AcqNeed need)
{
  const AcqQueueHeld *held = writing->held;
  g_autofree char *day = NULL;

  switch (need)
    {
    case ACQ_NEED_BANK_COVERAGE:
      day = acq_day_text (MAX (held->covered_day, 1), writing->today);
      add (writing, g_strdup_printf (_ ("Bank to be read up to %s"), day), "acq-import-symbolic",
           _ ("Import…"), "win.import", NULL);
      break;
    case ACQ_NEED_OLD_ITEMS:
      add (writing, g_strdup (_ ("Old invoices: say where they stand")), "acq-question-symbolic",
           _ ("Answer"), "win.open", place_of ("old-items", "", NULL));
      break;
    case ACQ_NEED_RIGHT_TO_SEND:
      add (writing, g_strdup (_ ("Another machine sends for this company")), "acq-shield-symbolic",
           _ ("Send from here…"), "message.take-right", NULL);
      break;
    case ACQ_NEED_CONTACT:
      add (writing,
           g_strdup (held->message->channel == ACQ_CHANNEL_CALL   ? _ ("No phone number is known")
                     : held->message->channel == ACQ_CHANNEL_MAIL ? _ ("No e-mail address is known")
                                                                  : _ ("The postal address is not complete")),
           "acq-customers-symbolic", _ ("Complete…"), "win.edit-customer",
           g_variant_new_string (held->customer->code));
      break;
    case ACQ_NEED_ATTACHMENT:
      add (writing, g_strdup (_ ("The copy of an invoice is missing")), "acq-invoice-symbolic", _ ("Import…"),
           "win.import", NULL);
      break;
    case ACQ_N_NEEDS:
    default:
      break;
    }
}

/* The latest note of that kind; NULL where there is none. */
static const AcqNote *
find_note (const AcqQueueHeld *held, AcqNoteKind kind)
{
  for (guint i = held->notes->len; i-- > 0;)
    if (((const AcqNote *) held->notes->pdata[i])->kind == kind)
      return held->notes->pdata[i];
  return NULL;
}

static const char *
reason_of (const AcqNote *note)
{
  return note == NULL || note->reason == NULL || note->reason[0] == '\0' ? NULL : note->reason;
}

/* "On hold until 4 December: they moved", whatever of it is known. */
static char *
write_note (const char *name, const char *until, const char *reason)
{
  if (until != NULL && reason != NULL)
    /* Translators: what holds an invoice back, until when, and why, in the user's own words. */
    return g_strdup_printf (_ ("%1$s until %2$s: %3$s"), name, until, reason);
  if (until != NULL)
    return g_strdup_printf (_ ("%1$s until %2$s"), name, until);
  if (reason != NULL)
    return g_strdup_printf (_ ("%1$s: %2$s"), name, reason);
  return g_strdup (name);
}

static GVariant *
note_target (const AcqQueueHeld *held, const char *kind)
{
  if (held->invoices->len == 1)
    return g_variant_new ("(sss)", kind, first_number (held), held->customer->code);
  return g_variant_new ("(sss)", kind, "", held->customer->code);
}

static void
add_receipt (Writing *writing)
{
  const AcqTransaction *receipt = writing->held->receipt;
  g_autofree char *amount = NULL, *day = NULL, *id = NULL;

  if (receipt == NULL)
    {
      add (writing, g_strdup (_ ("A receipt that is not matched could pay it")), "acq-bank-symbolic",
           _ ("Check"), "win.open", place_of ("bank", "receipts", NULL));
      return;
    }
  amount = acq_amount_text (receipt->amount - receipt->matched, receipt->currency);
  day = acq_day_text_when (receipt->booked, writing->today);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, receipt->id);
  /* Translators: an amount, and when it came in: "yesterday", "on 12 Nov". */
  add (writing, g_strdup_printf (_ ("%1$s received %2$s could pay it"), amount, day), "acq-bank-symbolic",
       _ ("Check"), "win.open", place_of ("bank", "transaction:", id));
}

/* Its own day is told, and once that is past up to which day the money is still awaited. */
static void
add_promise (Writing *writing, AcqDay until)
{
  const AcqNote *note = find_note (writing->held, ACQ_NOTE_KIND_PROMISE);
  AcqDay promised = note == NULL || note->until == ACQ_DAY_NONE ? until : note->until;
  g_autofree char *day = acq_day_text (promised, writing->today);
  g_autofree char *last = acq_day_text (until, writing->today);
  char *text = promised >= writing->today
                 ? g_strdup_printf (_ ("Payment promised by %s"), day)
                 : g_strdup_printf (_ ("Promised by %1$s, awaited until %2$s"), day, last);

  add (writing, text, "acq-promise-symbolic", _ ("See"), "win.open", place_of_customer (writing->held));
}

static void
add_waiting (Writing *writing, const char *until)
{
  if (until == NULL)
    add (writing, g_strdup (_ ("Its next step has no day")), "acq-timeline-symbolic", NULL, NULL, NULL);
  else
    add (writing, g_strdup_printf (_ ("Next step after %s"), until), "acq-timeline-symbolic", NULL, NULL,
         NULL);
}

/* What the user or the customer said. */
static void
add_noted (Writing *writing, AcqReason reason, AcqDay until_day, const char *until)
{
  const AcqQueueHeld *held = writing->held;
  const AcqNote *dispute;
  const char *words;

  switch (reason)
    {
    case ACQ_REASON_DISPUTED:
      dispute = find_note (held, ACQ_NOTE_KIND_DISPUTE);
      add (writing,
           dispute == NULL ? write_note (_ ("Dispute"), until, NULL) : acq_dispute_text (dispute, writing->today),
           "acq-pause-symbolic", until == NULL ? _ ("Set a day…") : _ ("Change…"), "message.note", note_target (held, "dispute"));
      break;
    case ACQ_REASON_PROMISE_PENDING:
      if (until_day != ACQ_DAY_NONE)
        add_promise (writing, until_day);
      break;
    case ACQ_REASON_HELD:
      words = reason_of (find_note (held, ACQ_NOTE_KIND_HOLD));
      add (writing, write_note (_ ("On hold"), until, words), "acq-hold-symbolic", _ ("Change…"),
           "message.note", note_target (held, "hold"));
      break;
    default:
      words = reason_of (find_note (held, ACQ_NOTE_KIND_ANSWER));
      add (writing, write_note (_ ("The customer answered"), NULL, words), "acq-mail-symbolic",
           _ ("I have read it"), "message.read", NULL);
      break;
    }
}

/* The file is handed over outside of the program: that it was is to be noted. */
static void
add_sequel (Writing *writing)
{
  const AcqQueueHeld *held = writing->held;
  char *text = g_strdup (acq_sequel_text (held->sequel));

  switch (held->sequel)
    {
    case ACQ_SEQUEL_FORMAL_NOTICE:
      add (writing, text, "acq-question-symbolic", _ ("Formal notice…"), "win.write-letter", notice_to (held));
      break;
    case ACQ_SEQUEL_AGENCY:
    case ACQ_SEQUEL_LAWYER:
    case ACQ_SEQUEL_BAILIFF:
      add (writing, text, "acq-question-symbolic", _ ("Evidence file…"), "win.write-evidence",
           g_variant_new_string (held->customer->code));
      add (writing, g_strdup (_ ("Once it is handed over, note it: nothing is sent any more")), "acq-shield-symbolic",
           _ ("Handed over…"), "win.hand-over", g_variant_new_string (held->customer->code));
      break;
    case ACQ_SEQUEL_ASK:
    default:
      add (writing, text, "acq-question-symbolic", _ ("Choose…"), "win.decide-sequel",
           g_variant_new_string (held->customer->code));
      break;
    }
}

static void
add_excluded (Writing *writing)
{
  const AcqNote *handover = find_note (writing->held, ACQ_NOTE_KIND_HANDOVER);
  const AcqNote *exclusion = find_note (writing->held, ACQ_NOTE_KIND_EXCLUDE);

  if (handover != NULL)
    add (writing, acq_handover_text (handover, writing->today), "acq-shield-symbolic", _ ("See"), "win.open",
         place_of_customer (writing->held));
  if (exclusion != NULL || handover == NULL)
    add (writing, write_note (_ ("Excluded from reminders"), NULL, reason_of (exclusion)), "acq-pause-symbolic",
         _ ("See"), "win.open", place_of_customer (writing->held));
}

static void
add_reason (Writing *writing, AcqReason reason)
{
  const AcqQueueHeld *held = writing->held;
  AcqDay until_day = held->reasons.until[reason];
  g_autofree char *until = until_day == ACQ_DAY_NONE ? NULL : acq_day_text (until_day, writing->today);

  switch (reason)
    {
    case ACQ_REASON_POSSIBLE_RECEIPT:
      add_receipt (writing);
      break;
    case ACQ_REASON_DISPUTED:
    case ACQ_REASON_PROMISE_PENDING:
    case ACQ_REASON_HELD:
    case ACQ_REASON_UNREAD_ANSWER:
      add_noted (writing, reason, until_day, until);
      break;
    case ACQ_REASON_EXCLUDED:
      add_excluded (writing);
      break;
    case ACQ_REASON_PAYMENT_IN_FLIGHT:
      if (until == NULL)
        add (writing, g_strdup (_ ("Cheque to be taken to the bank")), "acq-cheque-symbolic", _ ("Deposit…"),
             "win.deposit-cheques", NULL);
      else
        add (writing, write_note (_ ("Payment on its way"), until, NULL), "acq-cheque-symbolic", _ ("See"), "win.open",
             place_of ("invoices", "number:", first_number (held)));
      break;
    case ACQ_REASON_PLAN_PENDING:
      add (writing, write_note (_ ("Payment plan kept"), until, NULL), "acq-promise-symbolic", _ ("See"),
           "win.open", place_of_customer (held));
      break;
    case ACQ_REASON_UNALLOCATED_CREDIT:
      add (writing, g_strdup (_ ("A credit of the customer’s covers it")), "acq-euro-symbolic", _ ("See"),
           "win.open", place_of_customer (held));
      break;
    case ACQ_REASON_SCENARIO_FINISHED:
      add_sequel (writing);
      break;
    case ACQ_REASON_INSOLVENT:
      add (writing, g_strdup (_ ("Insolvency proceedings forbid reminders")), "acq-shield-symbolic",
           _ ("See"), "win.open", place_of_customer (held));
      break;
    case ACQ_REASON_FACTORED:
      add (writing, g_strdup (_ ("Ceded to a factor, who collects it")), "acq-shield-symbolic", NULL, NULL,
           NULL);
      break;
    case ACQ_REASON_BELOW_TOLERANCE:
      add (writing, g_strdup (_ ("Too little to remind anybody of")), "acq-euro-symbolic", _ ("See"),
           "win.open", place_of ("invoices", "number:", first_number (held)));
      break;
    case ACQ_REASON_INTERVAL:
    case ACQ_REASON_NOT_DUE:
      add_waiting (writing, until);
      break;
    case ACQ_REASON_RETENTION_NOT_DUE:
      add (writing, write_note (_ ("Retention not due"), until, NULL), "acq-timeline-symbolic", NULL, NULL,
           NULL);
      break;
    case ACQ_REASON_PAID:
    case ACQ_REASON_BEFORE_DUE_DROPPED:
    case ACQ_N_REASONS:
    default:
      break;
    }
}

GPtrArray *
acq_held_lines_new (const AcqQueueHeld *held, AcqDay today)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  Writing writing = { held, today, lines };

  if (held->message != NULL)
    {
      for (int need = 0; need < ACQ_N_NEEDS; need++)
        if ((held->message->needs & ACQ_NEED_BIT (need)) != 0)
          add_need (&writing, (AcqNeed) need);
      return lines;
    }
  add_reason (&writing, held->gravest);
  for (int reason = 0; reason < ACQ_N_REASONS; reason++)
    if (acq_reasons_has (&held->reasons, (AcqReason) reason) && reason != (int) held->gravest)
      add_reason (&writing, (AcqReason) reason);
  if (lines->len == 0)
    add_waiting (&writing, NULL);
  return lines;
}

char *
acq_held_lines_write_first (const AcqQueueHeld *held, AcqDay today, const char **ret_icon)
{
  g_autoptr (GPtrArray) lines = acq_held_lines_new (held, today);
  AcqHeldLine *first = lines->pdata[0];

  *ret_icon = first->icon;
  return g_steal_pointer (&first->text);
}

gboolean
acq_held_may_be_overruled (const AcqQueueHeld *held)
{
  if (held->message != NULL)
    return acq_approval_overrulable (held->message->needs) == held->message->needs;
  switch (held->gravest)
    {
    case ACQ_REASON_DISPUTED:
    case ACQ_REASON_PROMISE_PENDING:
    case ACQ_REASON_HELD:
    case ACQ_REASON_EXCLUDED:
    case ACQ_REASON_UNREAD_ANSWER:
      return held->notes->len > 0;
    default:
      return FALSE;
    }
}
