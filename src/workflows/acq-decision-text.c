/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-decision-text.h"

#include <glib/gi18n.h>

#include "acq-day-text.h"
#include "acq-reason-text.h"
#include "acq-sequel-text.h"
#include "acq-timeline-text.h"

static void
add_step (GPtrArray *sentences, const AcqWhy *why, AcqDay today)
{
  const char *name = why->step == NULL ? NULL : acq_message_name_text (why->step->tone, why->step->channel);
  g_autofree char *day = why->day == ACQ_DAY_NONE ? NULL : acq_day_text_weekday (why->day, today);

  if (name == NULL)
    return;
  if (day == NULL)
    /* Translators: a message as a noun: "Firm reminder". */
    g_ptr_array_add (sentences, g_strdup_printf (_ ("Next step: %s. Its day is not known yet."), name));
  else if (why->kind == ACQ_DECISION_REMIND)
    /* Translators: a message as a noun, "Firm reminder", and a day, "Monday 23 November". */
    g_ptr_array_add (sentences, g_strdup_printf (_ ("%s on %s."), name, day));
  else
    g_ptr_array_add (sentences, g_strdup_printf (_ ("Next step: %s, not before %s."), name, day));
}

static void
add_broken_promise (GPtrArray *sentences, const AcqWhy *why, AcqDay today)
{
  g_autofree char *day = NULL;

  if (why->broken_promise == ACQ_DAY_NONE)
    return;
  day = acq_day_text (why->broken_promise, today);
  g_ptr_array_add (sentences, g_strdup_printf (_ ("It was promised for %s and has not come."), day));
}

/* With the day on which it was agreed: that is what the customer may ask about. */
static char *
write_postponement (const AcqWhy *why, AcqDay today)
{
  g_autofree char *due = acq_day_text (why->postponed_to, today);
  g_autofree char *agreed = acq_day_text (why->postponed_on, today);

  /* Translators: the later due day, and the day on which it was agreed. */
  return g_strdup_printf (_ ("Its due day was postponed to %1$s, as agreed on %2$s."), due, agreed);
}

static char *
write_dispute (const AcqWhy *why, AcqDay until, AcqDay today)
{
  gulong days = (gulong) (today - why->disputed_since);
  g_autofree char *sentence
    = g_strdup_printf (ngettext ("It has been disputed for %lu day.", "It has been disputed for %lu days.", days), days);
  g_autofree char *last = until == ACQ_DAY_NONE ? NULL : acq_day_text_numeric (until);

  return last == NULL ? g_steal_pointer (&sentence) : g_strdup_printf (_ ("%s (until %s)"), sentence, last);
}

static char *
write_handover (const AcqNote *note, AcqDay today)
{
  g_autofree char *handover = acq_handover_text (note, today);

  /* Translators: %s says to whom it was handed over and when. */
  return g_strdup_printf (_ ("%s: nothing is sent any more."), handover);
}

char *
acq_decision_reason_text (const AcqWhy *why, AcqReason reason, AcqDay today)
{
  AcqDay until = why->reasons.until[reason];

  if (reason == ACQ_REASON_DISPUTED && why->disputed_since != ACQ_DAY_NONE && why->disputed_since < today)
    return write_dispute (why, until, today);
  if (reason == ACQ_REASON_NOT_DUE && why->postponed_to >= today)
    return write_postponement (why, today);
  if (reason == ACQ_REASON_SCENARIO_FINISHED)
    return g_strdup_printf ("%s.", acq_sequel_text (why->sequel));
  if (reason == ACQ_REASON_EXCLUDED && why->handover != NULL)
    return write_handover (why->handover, today);
  return acq_reason_text (reason, until);
}

char **
acq_decision_text (const AcqWhy *why, AcqDay today)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new ();

  if (why->kind == ACQ_DECISION_REMIND)
    {
      add_step (sentences, why, today);
      g_ptr_array_add (sentences, g_strdup (_ ("It is late, and nothing holds it back.")));
    }
  add_broken_promise (sentences, why, today);
  for (int reason = 0; why->kind != ACQ_DECISION_REMIND && reason < ACQ_N_REASONS; reason++)
    if (acq_reasons_has (&why->reasons, (AcqReason) reason))
      g_ptr_array_add (sentences, acq_decision_reason_text (why, (AcqReason) reason, today));
  if (why->kind != ACQ_DECISION_REMIND)
    add_step (sentences, why, today);
  g_ptr_array_add (sentences, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&sentences), FALSE);
}
