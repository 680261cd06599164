/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reason-text.h"

#include <glib/gi18n.h>

#include "acq-day-text.h"

static const struct
{
  AcqReason reason;
  const char *sentence;
} sentences[] = {
  { ACQ_REASON_PAID, N_ ("It is paid.") },
  { ACQ_REASON_BELOW_TOLERANCE, N_ ("What is left is too little to remind anybody of.") },
  { ACQ_REASON_NOT_DUE, N_ ("It is not time for the next step yet.") },
  { ACQ_REASON_DISPUTED, N_ ("It is disputed.") },
  { ACQ_REASON_PROMISE_PENDING, N_ ("The customer has promised to pay.") },
  { ACQ_REASON_PLAN_PENDING, N_ ("A payment plan is being kept.") },
  { ACQ_REASON_HELD, N_ ("You have put it on hold.") },
  { ACQ_REASON_EXCLUDED, N_ ("You have excluded it from reminders.") },
  { ACQ_REASON_INSOLVENT, N_ ("Insolvency proceedings forbid it.") },
  { ACQ_REASON_PAYMENT_IN_FLIGHT, N_ ("A payment is on its way.") },
  { ACQ_REASON_UNALLOCATED_CREDIT, N_ ("A credit of the customer's covers it.") },
  { ACQ_REASON_POSSIBLE_RECEIPT, N_ ("A receipt that is not matched yet could have paid it.") },
  { ACQ_REASON_UNREAD_ANSWER, N_ ("The customer has answered and nobody has read it.") },
  { ACQ_REASON_INTERVAL, N_ ("The last message to this recipient is too recent.") },
  { ACQ_REASON_SCENARIO_FINISHED, N_ ("All steps of the scenario are done: decide what follows.") },
  { ACQ_REASON_BEFORE_DUE_DROPPED, N_ ("The reminder before the due day came too late and was dropped.") },
  { ACQ_REASON_FACTORED, N_ ("It was ceded to a factor.") },
  { ACQ_REASON_RETENTION_NOT_DUE, N_ ("The retention is not due yet.") },
};

char *
acq_reason_text (AcqReason reason, AcqDay until)
{
  g_autofree char *last = until == ACQ_DAY_NONE ? NULL : acq_day_text_numeric (until);

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (sentences[i].reason == reason)
      {
        if (last == NULL)
          return g_strdup (_ (sentences[i].sentence));
        /* Translators: a sentence that says why there is no reminder, and the last day on which that holds. */
        return g_strdup_printf (_ ("%s (until %s)"), _ (sentences[i].sentence), last);
      }
  g_return_val_if_reached (NULL);
}
