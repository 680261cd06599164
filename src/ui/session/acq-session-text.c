/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-session-text.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"
#include "acq-queue-text.h"

static char *
count_state (AcqSessionState state, guint n)
{
  switch (state)
    {
    case ACQ_SESSION_APPROVED:
      return g_strdup_printf (ngettext ("%u approved", "%u approved", n), n);
    case ACQ_SESSION_CALLED:
      return g_strdup_printf (ngettext ("%u call", "%u calls", n), n);
    case ACQ_SESSION_PROMISED:
      return g_strdup_printf (ngettext ("%u promise", "%u promises", n), n);
    case ACQ_SESSION_DISPUTED:
      return g_strdup_printf (ngettext ("%u dispute", "%u disputes", n), n);
    case ACQ_SESSION_ANSWERED:
      return g_strdup_printf (ngettext ("%u answer", "%u answers", n), n);
    case ACQ_SESSION_LATER:
      return g_strdup_printf (ngettext ("%u put off", "%u put off", n), n);
    case ACQ_SESSION_HELD:
      return g_strdup_printf (ngettext ("%u held back", "%u held back", n), n);
    case ACQ_SESSION_WAITING:
    case ACQ_SESSION_PAID:
    case ACQ_SESSION_CHANGED:
    default:
      return NULL;
    }
}

char *
acq_session_text_done (AcqSession *session)
{
  g_autofree char *total = acq_queue_text_totals (acq_session_total_reminded (session));
  g_autoptr (GString) text = g_string_new (NULL);

  for (int state = ACQ_SESSION_APPROVED; state <= ACQ_SESSION_HELD; state++)
    {
      guint n = acq_session_count (session, (AcqSessionState) state);
      g_autofree char *part = n == 0 ? NULL : count_state ((AcqSessionState) state, n);

      if (part != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
    }
  if (total[0] == '\0')
    return g_strdup (text->str);
  /* Translators: what was done in a session, and the amount that was asked for: "3 approved, 1 put off · 8,242.40 € reminded". */
  return g_strdup_printf (_ ("%1$s · %2$s reminded"), text->str, total);
}

char *
acq_session_text_left (AcqSession *session)
{
  guint n_waiting = acq_session_count (session, ACQ_SESSION_WAITING);
  guint n_minutes = acq_session_estimate_minutes (session);
  g_autofree char *customers
    = g_strdup_printf (ngettext ("%u customer left", "%u customers left", n_waiting), n_waiting);
  g_autofree char *minutes
    = g_strdup_printf (ngettext ("about %u minute", "about %u minutes", n_minutes), n_minutes);

  if (n_waiting == 0)
    return g_strdup ("");
  /* Translators: how many customers are left in a session, and how long that takes. */
  return g_strdup_printf (_ ("%1$s, %2$s"), customers, minutes);
}

char *
acq_session_text_place (AcqSession *session)
{
  const AcqSessionEntry *entry = acq_session_get_current_entry (session);

  if (entry == NULL)
    return g_strdup ("");
  /* Translators: the place in a session, of how many, and the customer's name: "5 of 12 · Brasserie du Port". */
  return g_strdup_printf (_ ("%1$u of %2$u · %3$s"), acq_session_get_current (session) + 1,
                          acq_session_get_n_entries (session), entry->name);
}

char *
acq_session_text_deed (const AcqSessionDeed *deed)
{
  switch (deed->state)
    {
    case ACQ_SESSION_APPROVED:
      if (deed->channel == ACQ_CHANNEL_LETTER || deed->channel == ACQ_CHANNEL_REGISTERED_LETTER)
        return g_strdup (_ ("Letter approved"));
      return g_strdup (_ ("E-mail approved"));
    case ACQ_SESSION_CALLED:
      return g_strdup (_ ("Called"));
    case ACQ_SESSION_PROMISED:
      return g_strdup (_ ("Promise noted"));
    case ACQ_SESSION_DISPUTED:
      return g_strdup (_ ("Dispute noted"));
    case ACQ_SESSION_ANSWERED:
      return g_strdup (_ ("Answer noted"));
    case ACQ_SESSION_LATER:
      return g_strdup (_ ("Reminder postponed"));
    case ACQ_SESSION_HELD:
      return g_strdup (_ ("Reminders held back"));
    case ACQ_SESSION_WAITING:
    case ACQ_SESSION_PAID:
    case ACQ_SESSION_CHANGED:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

char *
acq_session_text_gone (const GPtrArray *left)
{
  const AcqSessionEntry *entry = left->pdata[0];

  if (left->len > 1)
    return g_strdup_printf (ngettext ("Paid or changed meanwhile: nothing leaves for %u customer",
                                      "Paid or changed meanwhile: nothing leaves for %u customers",
                                      left->len),
                            left->len);
  if (entry->state == ACQ_SESSION_PAID)
    /* Translators: the name of a customer. */
    return g_strdup_printf (_ ("Paid meanwhile: nothing leaves for %s"), entry->name);
  /* Translators: the name of a customer. */
  return g_strdup_printf (_ ("Changed meanwhile: nothing leaves for %s now"), entry->name);
}

char *
acq_session_text_departure (const AcqPlanMessage *message, AcqDay today)
{
  g_autofree char *day = NULL;

  if (message->day <= today)
    return g_strdup (message->channel == ACQ_CHANNEL_CALL ? _ ("To be made today") : _ ("To leave today"));
  day = acq_day_text_weekday (message->day, today);
  return g_strdup_printf (message->channel == ACQ_CHANNEL_CALL ? _ ("Planned for %s") : _ ("Departure on %s"),
                          day);
}

char *
acq_session_text_contact (const AcqPlanMessage *message)
{
  const AcqContact *mail = acq_customer_find_email (message->recipient, message->step->role);
  const AcqContact *phone = acq_customer_find_phone (message->recipient, message->step->role);
  const AcqContact *first = message->channel == ACQ_CHANNEL_CALL || mail == NULL ? phone : mail;
  const char *name = first == NULL ? NULL : first->name;
  const char *number = phone == NULL ? NULL : phone->phone;

  if (name != NULL && number != NULL)
    /* Translators: the name of a contact, and his phone number. */
    return g_strdup_printf (_ ("%1$s · %2$s"), name, number);
  return g_strdup (name != NULL ? name : number != NULL ? number : "");
}

char *
acq_session_text_habit (const AcqCustomerFigures *figures, const char **ret_words)
{
  gulong n = (gulong) ABS (figures->habit);

  if (!figures->habit_known)
    {
      *ret_words = _ ("no payments yet");
      return g_strdup ("–");
    }
  *ret_words = figures->habit > 0   ? _ ("after the due day")
               : figures->habit < 0 ? _ ("before the due day")
                                    : _ ("on the due day");
  if (figures->habit == 0)
    return g_strdup (_ ("On time"));
  return g_strdup_printf (figures->habit > 0 ? ngettext ("+ %d day", "+ %d days", n)
                                             : ngettext ("− %d day", "− %d days", n),
                          ABS (figures->habit));
}

char *
acq_session_text_age (const AcqQueueMessage *queued)
{
  int days = queued->message->day - queued->oldest_due;
  g_autofree char *invoices
    = g_strdup_printf (ngettext ("%u invoice", "%u invoices", queued->n_invoices), queued->n_invoices);
  g_autofree char *age = NULL;

  if (days <= 0)
    return g_steal_pointer (&invoices);
  age = g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), days);
  return g_strdup_printf (_ ("%1$s, %2$s"), invoices, age);
}

char *
acq_session_text_limit (const AcqCustomerFigures *figures, gboolean several)
{
  g_autofree char *limit = NULL;

  if (figures->customer->credit_limit < 0 || several)
    return g_strdup_printf (ngettext ("%u invoice", "%u invoices", figures->n_open), figures->n_open);
  limit = acq_amount_text_rounded (figures->customer->credit_limit, ACQ_CURRENCY_EUR);
  /* Translators: the credit limit of a customer: an amount. */
  return g_strdup_printf (_ ("of %s allowed"), limit);
}

char *
acq_session_text_needs (const AcqQueue *queue)
{
  guint n = 0;

  for (guint i = 0; i < queue->held->len; i++)
    n += ((const AcqQueueHeld *) queue->held->pdata[i])->message != NULL;
  if (n == 0)
    return NULL;
  return g_strdup_printf (
    ngettext (
      "%u reminder waits for something from you: it is on the Reminders page, with what it lacks.",
      "%u reminders wait for something from you: they are on the Reminders page, with what they lack.", n),
    n);
}
