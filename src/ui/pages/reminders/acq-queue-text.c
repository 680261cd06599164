/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-queue-text.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"
#include "acq-timeline-text.h"

const char *
acq_queue_text_name (const AcqPlanMessage *message)
{
  if (message->release && message->channel != ACQ_CHANNEL_CALL)
    return _ ("Release of retention");
  return acq_message_name_text (message->step->tone, message->channel);
}

static const char *
name_channel (AcqChannel channel)
{
  switch (channel)
    {
    case ACQ_CHANNEL_LETTER:
    case ACQ_CHANNEL_REGISTERED_LETTER:
      return C_ ("channel", "letter");
    case ACQ_CHANNEL_CALL:
      return C_ ("channel", "call");
    case ACQ_CHANNEL_MAIL:
    default:
      return C_ ("channel", "e-mail");
    }
}

char *
acq_queue_text_pill (const AcqPlanMessage *message)
{
  if (message->channel == ACQ_CHANNEL_CALL)
    return g_strdup (acq_queue_text_name (message));
  /* Translators: what a message is, and how it goes: "Last reminder · e-mail". */
  return g_strdup_printf (_ ("%1$s · %2$s"), acq_queue_text_name (message), name_channel (message->channel));
}

const char *
acq_queue_text_meaning (const AcqPlanMessage *message)
{
  if (message->channel == ACQ_CHANNEL_CALL)
    return "information";
  switch (message->step->tone)
    {
    case ACQ_TONE_FORMAL_NOTICE:
      return "stop";
    case ACQ_TONE_FIRM:
    case ACQ_TONE_LAST:
      return "attention";
    case ACQ_TONE_INFORMATIVE:
    case ACQ_TONE_COURTEOUS:
    case ACQ_TONE_PROPOSAL:
    default:
      return "neutral";
    }
}

const char *
acq_queue_text_icon (AcqChannel channel)
{
  switch (channel)
    {
    case ACQ_CHANNEL_CALL:
      return "acq-phone-symbolic";
    case ACQ_CHANNEL_LETTER:
    case ACQ_CHANNEL_REGISTERED_LETTER:
      return "acq-print-symbolic";
    case ACQ_CHANNEL_MAIL:
    default:
      return "acq-mail-symbolic";
    }
}

char *
acq_queue_text_message (const AcqQueueMessage *queued)
{
  int days = queued->message->day - queued->oldest_due;
  g_autofree char *invoices
    = g_strdup_printf (ngettext ("%u invoice", "%u invoices", queued->n_invoices), queued->n_invoices);
  g_autofree char *age = NULL;

  if (days < 0)
    age = g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) -days), -days);
  else
    age = g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), days);
  return g_strdup_printf (_ ("%1$s · %2$s"), invoices, age);
}

AcqChannel
acq_queue_text_approved_channel (const AcqQueueApproved *approved)
{
  AcqChannel channel = ACQ_CHANNEL_MAIL;

  acq_channel_from_code (approved->approved->channel, &channel);
  return channel;
}

const char *
acq_queue_text_approved_name (const AcqQueueApproved *approved)
{
  if (approved->approved->release)
    return _ ("Release of retention");
  return acq_kept_message_name_text (approved->approved->tone, acq_queue_text_approved_channel (approved));
}

char *
acq_queue_text_approved (const AcqQueueApproved *approved, AcqDay today)
{
  g_autofree char *day = NULL;

  if (approved->message == NULL)
    return g_strdup (_ ("Changed since: look at it again"));
  day = acq_day_text_when (approved->approved->approved, today);
  /* Translators: %s is "today", "yesterday" or "on 20 Nov". */
  return g_strdup_printf (_ ("Approved %s"), day);
}

char *
acq_queue_text_totals (GArray *totals)
{
  g_autoptr (GArray) owned = totals;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < owned->len; i++)
    {
      const AcqQueueTotal *total = &g_array_index (owned, AcqQueueTotal, i);
      g_autofree char *amount = acq_amount_text (total->amount, total->currency);

      g_string_append_printf (text, "%s%s", i > 0 ? " + " : "", amount);
    }
  return g_string_free (text, FALSE);
}

const char *
acq_queue_text_group (AcqHeldGroup group)
{
  switch (group)
    {
    case ACQ_HELD_FOR_YOU:
      return _ ("Waiting for something from you");
    case ACQ_HELD_FOR_CUSTOMER:
      return _ ("Waiting for the customer");
    case ACQ_HELD_FOR_NOBODY:
      return _ ("Nothing to do for now");
    }
  g_return_val_if_reached ("");
}
