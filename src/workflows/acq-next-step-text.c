/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-next-step-text.h"

#include <glib/gi18n.h>

#include "acq-day-text.h"
#include "acq-sequel-text.h"
#include "acq-timeline-text.h"

static char *
write_when (const char *name, AcqDay day, AcqDay today)
{
  g_autofree char *when = day == ACQ_DAY_NONE ? NULL : acq_day_text_when (day, today);

  if (when == NULL)
    return g_strdup (name);
  /* Translators: what happens, and when: "Firm reminder", "Monday". */
  return g_strdup_printf (C_ ("next step", "%1$s %2$s"), name, when);
}

static char *
write_message (const AcqPlanMessage *message, AcqDay today)
{
  if (message->release)
    return write_when (_ ("Release of retention"), message->day, today);
  return write_when (acq_message_name_text (message->step->tone, message->channel), message->day, today);
}

/* What waits for a day to come: the message may leave on the day after. */
static char *
write_waiting (AcqDay until, AcqDay today)
{
  if (until == ACQ_DAY_NONE)
    return g_strdup (_ ("nothing to do"));
  return write_when (_ ("Reminder"), until + 1, today);
}

static const char *
name_reason (AcqReason reason)
{
  switch (reason)
    {
    case ACQ_REASON_INSOLVENT:
      return _ ("Insolvency");
    case ACQ_REASON_UNREAD_ANSWER:
      return _ ("Answer to read");
    case ACQ_REASON_POSSIBLE_RECEIPT:
      return _ ("Payment to check");
    case ACQ_REASON_UNALLOCATED_CREDIT:
      return _ ("Credit to use");
    case ACQ_REASON_DISPUTED:
      return _ ("Dispute");
    case ACQ_REASON_PLAN_PENDING:
      return _ ("Payment plan");
    case ACQ_REASON_PAYMENT_IN_FLIGHT:
      return _ ("Payment on its way");
    case ACQ_REASON_EXCLUDED:
      return _ ("Excluded");
    case ACQ_REASON_FACTORED:
      return _ ("Ceded to a factor");
    default:
      return _ ("nothing to do");
    }
}

static char *
write_held (const AcqNextStep *next, AcqDay today)
{
  g_autofree char *day = NULL;

  switch (next->reason)
    {
    case ACQ_REASON_SCENARIO_FINISHED:
      return g_strdup (acq_sequel_text_short (next->sequel));
    case ACQ_REASON_PROMISE_PENDING:
      return write_when (_ ("Promise"), next->day, today);
    case ACQ_REASON_HELD:
      if (next->day == ACQ_DAY_NONE)
        return g_strdup (_ ("On hold"));
      day = acq_day_text_short (next->day, today);
      return g_strdup_printf (_ ("On hold until %s"), day);
    case ACQ_REASON_INTERVAL:
    case ACQ_REASON_NOT_DUE:
      return write_waiting (next->day, today);
    default:
      return g_strdup (name_reason (next->reason));
    }
}

char *
acq_next_step_text (const AcqNextStep *next, AcqDay today)
{
  switch (next->kind)
    {
    case ACQ_NEXT_MESSAGE:
      return write_message (next->message, today);
    case ACQ_NEXT_HELD:
      return write_held (next, today);
    case ACQ_NEXT_UNKNOWN:
      return g_strdup (_ ("being worked out…"));
    case ACQ_NEXT_NOTHING:
      break;
    }
  return g_strdup (_ ("nothing to do"));
}
