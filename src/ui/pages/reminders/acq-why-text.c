/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-why-text.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"
#include "acq-timeline-text.h"

static char *
write_due_passed (const AcqWhyNow *line, const char *day)
{
  /* Translators: a due day, and how many days ago it was when the message leaves. */
  return g_strdup_printf (
    ngettext ("Due on %1$s, %2$d day late", "Due on %1$s, %2$d days late", (gulong) line->days), day,
    line->days);
}

static char *
write_due_ahead (const AcqWhyNow *line, const char *day)
{
  if (line->days == 0)
    return g_strdup_printf (_ ("Due on %s, the same day"), day);
  return g_strdup_printf (
    ngettext ("Due on %1$s, in %2$d day", "Due on %1$s, in %2$d days", (gulong) line->days), day, line->days);
}

static char *
write_contact (const AcqWhyNow *line, const char *day)
{
  g_autofree char *ago
    = g_strdup_printf (ngettext ("%d day before", "%d days before", (gulong) line->days), line->days);

  if (!line->channel_known)
    return g_strdup_printf (_ ("Last contact %1$s (%2$s)"), ago, day);
  switch (line->channel)
    {
    case ACQ_CHANNEL_CALL:
      return g_strdup_printf (_ ("Last contact %1$s (call of %2$s)"), ago, day);
    case ACQ_CHANNEL_MAIL:
      return g_strdup_printf (_ ("Last contact %1$s (e-mail of %2$s)"), ago, day);
    case ACQ_CHANNEL_LETTER:
    case ACQ_CHANNEL_REGISTERED_LETTER:
    default:
      return g_strdup_printf (_ ("Last contact %1$s (letter of %2$s)"), ago, day);
    }
}

static char *
write_left_out (const AcqWhyNow *line)
{
  g_autofree char *amount = acq_amount_text (line->amount, line->currency);

  return g_strdup_printf (_ ("%s of it is not asked for"), amount);
}

char *
acq_why_text (const AcqWhyNow *line, AcqDay today)
{
  g_autofree char *day = line->day == ACQ_DAY_NONE ? NULL : acq_day_text (line->day, today);
  g_autofree char *weekday = NULL;

  switch (line->code)
    {
    case ACQ_WHY_NOW_DUE_PASSED:
      return write_due_passed (line, day);
    case ACQ_WHY_NOW_DUE_AHEAD:
      return write_due_ahead (line, day);
    case ACQ_WHY_NOW_RETENTION_ENDED:
      return g_strdup_printf (_ ("Retention to be released since %s"), day);
    case ACQ_WHY_NOW_BROKEN_PROMISE:
      weekday = acq_day_text_weekday (line->day, today);
      return g_strdup_printf (_ ("Promise for %s not kept"), weekday);
    case ACQ_WHY_NOW_LAST_CONTACT:
      return write_contact (line, day);
    case ACQ_WHY_NOW_FIRST_CONTACT:
      return g_strdup (_ ("Nothing was sent to this customer so far"));
    case ACQ_WHY_NOW_BANK_READ:
      return g_strdup_printf (_ ("Bank read without a gap up to %s"), day);
    case ACQ_WHY_NOW_NOTHING_AGAINST:
      return g_strdup (_ ("No dispute, no pending promise, no unread answer"));
    case ACQ_WHY_NOW_PART_LEFT_OUT:
      return write_left_out (line);
    case ACQ_WHY_NOW_BELOW_LEVEL:
      return g_strdup_printf (_ ("%s is added"), line->invoice->number);
    case ACQ_WHY_NOW_CALL_FIRST:
      return g_strdup (_ ("Valued customer: a call comes before anything written"));
    }
  g_return_val_if_reached (NULL);
}

static char *
write_step_rule (const AcqWhyNow *line)
{
  const char *name = acq_message_name_text (line->step->tone, line->step->channel);

  if (line->code == ACQ_WHY_NOW_DUE_AHEAD)
    return g_strdup_printf (
      ngettext ("“%1$s”: %2$d day before", "“%1$s”: %2$d days before", (gulong) line->rule_days), name,
      line->rule_days);
  return g_strdup_printf (
    ngettext ("“%1$s”: %2$d day after", "“%1$s”: %2$d days after", (gulong) line->rule_days), name,
    line->rule_days);
}

static char *
write_below_rule (const AcqWhyNow *line, AcqDay today)
{
  const char *name = acq_message_name_text (line->step->tone, line->step->channel);
  g_autofree char *day = line->day == ACQ_DAY_NONE ? NULL : acq_day_text (line->day, today);

  if (day == NULL)
    return g_strdup_printf (_ ("still at “%s”"), name);
  /* Translators: the step of an invoice that stands below the others, and the day of its last reminder. */
  return g_strdup_printf (_ ("still at “%1$s”, reminded on %2$s"), name, day);
}

char *
acq_why_text_rule (const AcqWhyNow *line, AcqDay today)
{
  switch (line->code)
    {
    case ACQ_WHY_NOW_DUE_PASSED:
    case ACQ_WHY_NOW_DUE_AHEAD:
      return write_step_rule (line);
    case ACQ_WHY_NOW_BROKEN_PROMISE:
      return g_strdup (_ ("nothing received, even two bank days later"));
    case ACQ_WHY_NOW_LAST_CONTACT:
      return g_strdup_printf (
        ngettext ("rule: %d day at least", "rule: %d days at least", (gulong) line->rule_days),
        line->rule_days);
    case ACQ_WHY_NOW_PART_LEFT_OUT:
      return g_strdup (_ ("disputed, on its way or covered by a credit"));
    case ACQ_WHY_NOW_BELOW_LEVEL:
      return write_below_rule (line, today);
    case ACQ_WHY_NOW_RETENTION_ENDED:
    case ACQ_WHY_NOW_FIRST_CONTACT:
    case ACQ_WHY_NOW_BANK_READ:
    case ACQ_WHY_NOW_NOTHING_AGAINST:
    case ACQ_WHY_NOW_CALL_FIRST:
      return NULL;
    }
  g_return_val_if_reached (NULL);
}
