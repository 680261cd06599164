/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-card-text.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-scenario-text.h"
#include "acq-timeline-text.h"

char *
acq_card_text_place (int day, gboolean exact)
{
  AcqStep step = { .anchor = ACQ_ANCHOR_DUE, .offset = day };
  g_autofree char *place = acq_step_place_text (&step);

  /* Translators: a day such as "D+10" that is only about right. */
  return exact ? g_steal_pointer (&place) : g_strdup_printf (_ ("≈ %s"), place);
}

static const char *
name_channel (AcqChannel channel)
{
  switch (channel)
    {
    case ACQ_CHANNEL_LETTER:
      return _ ("Letter");
    case ACQ_CHANNEL_REGISTERED_LETTER:
      /* Translators: a registered letter, as short as may be. */
      return _ ("Registered letter");
    case ACQ_CHANNEL_CALL:
      return _ ("Telephone");
    case ACQ_CHANNEL_MAIL:
    default:
      return _ ("E-mail");
    }
}

static char *
write_minimum (const AcqStep *step)
{
  gint64 minimum = step->condition.minimum_amount;

  return minimum % 100 == 0 ? acq_amount_text_rounded (minimum, ACQ_CURRENCY_EUR)
                            : acq_amount_text (minimum, ACQ_CURRENCY_EUR);
}

char *
acq_card_text_channel (const AcqStep *step)
{
  g_autofree char *minimum = NULL;

  if (step->condition.minimum_amount <= 0)
    return g_strdup (name_channel (step->channel));
  minimum = write_minimum (step);
  /* Translators: the way that a message takes, and the amount from which on it is sent: "E-mail, from 3,000 €". */
  return g_strdup_printf (_ ("%1$s, from %2$s"), name_channel (step->channel), minimum);
}

const char *
acq_card_text_mode (const AcqStep *step)
{
  switch (step->channel)
    {
    case ACQ_CHANNEL_CALL:
      /* Translators: a call that the user makes himself. */
      return C_ ("call", "to make");
    case ACQ_CHANNEL_LETTER:
    case ACQ_CHANNEL_REGISTERED_LETTER:
      return C_ ("letter", "to print");
    case ACQ_CHANNEL_MAIL:
    default:
      return step->mode == ACQ_MODE_AUTOMATIC && step->tone != ACQ_TONE_FORMAL_NOTICE
               ? C_ ("message", "automatic")
               : C_ ("message", "to confirm");
    }
}

static const char *
say_way (AcqChannel channel)
{
  switch (channel)
    {
    case ACQ_CHANNEL_LETTER:
      return _ ("by letter");
    case ACQ_CHANNEL_REGISTERED_LETTER:
      return _ ("by registered letter");
    case ACQ_CHANNEL_CALL:
      return _ ("by telephone");
    case ACQ_CHANNEL_MAIL:
    default:
      return _ ("by e-mail");
    }
}

static char *
say_day (int day, gboolean exact)
{
  int days = ABS (day);

  if (exact)
    return day < 0
             ? g_strdup_printf (ngettext ("%d day before the due day", "%d days before the due day", (gulong) days), days)
             : g_strdup_printf (ngettext ("%d day after the due day", "%d days after the due day", (gulong) days), days);
  return day < 0 ? g_strdup_printf (ngettext ("about %d day before the due day", "about %d days before the due day",
                                              (gulong) days),
                                    days)
                 : g_strdup_printf (ngettext ("about %d day after the due day", "about %d days after the due day",
                                              (gulong) days),
                                    days);
}

char *
acq_card_text_label (const AcqStep *step, int day, gboolean exact)
{
  g_autofree char *place = say_day (day, exact), *minimum = NULL;
  const char *name = acq_message_name_text (step->tone, step->channel), *way = say_way (step->channel);

  if (step->condition.minimum_amount > 0)
    {
      minimum = write_minimum (step);
      /* Translators: as below, with the amount from which on: "Firm reminder, 10 days after the due day, by e-mail from
         3,000 €, to confirm". */
      return g_strdup_printf (_ ("%1$s, %2$s, %3$s from %4$s, %5$s"), name, place, way, minimum,
                              acq_card_text_mode (step));
    }
  /* Translators: a step of a scenario: what it is, when, how and what is left to do. "Firm reminder, 10 days after the due
     day, by e-mail, to confirm". */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s, %4$s"), name, place, way, acq_card_text_mode (step));
}

char *
acq_card_text_tooltip (const AcqStep *step, int day, gboolean exact)
{
  g_autofree char *label = acq_card_text_label (step, day, exact), *place = NULL;

  if (step->anchor == ACQ_ANCHOR_DUE)
    return g_steal_pointer (&label);
  place = acq_step_place_text (step);
  return g_strdup_printf ("%s\n%s", label, place);
}

const char *
acq_card_text_icon (AcqChannel channel)
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

const char *
acq_card_text_meaning (const AcqStep *step)
{
  if (step->channel == ACQ_CHANNEL_CALL)
    return "information";
  switch (step->tone)
    {
    case ACQ_TONE_INFORMATIVE:
    case ACQ_TONE_COURTEOUS:
      return "done";
    case ACQ_TONE_FORMAL_NOTICE:
      return "stop";
    case ACQ_TONE_FIRM:
    case ACQ_TONE_PROPOSAL:
    case ACQ_TONE_LAST:
    default:
      return "attention";
    }
}
