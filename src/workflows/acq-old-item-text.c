/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-old-item-text.h"

#include <glib/gi18n.h>

#include "acq-day-text.h"

const char *
acq_means_clause_text (AcqMeans means)
{
  switch (means)
    {
    case ACQ_MEANS_TRANSFER:
      return _ ("by transfer");
    case ACQ_MEANS_CHEQUE:
      return _ ("by cheque");
    case ACQ_MEANS_CARD:
      return _ ("by card");
    case ACQ_MEANS_CASH:
      return _ ("in cash");
    default:
      return "";
    }
}

static char *
reminded_text (int reminders, AcqDay day, gboolean from_file, AcqDay today)
{
  g_autofree char *text = day == ACQ_DAY_NONE ? NULL : acq_day_text (day, today);
  g_autofree char *times = NULL;

  if (text == NULL)
    times = g_strdup_printf (ngettext ("%d time", "%d times", (gulong) reminders), reminders);
  else
    times = g_strdup_printf (
      ngettext ("%1$d time, on %2$s", "%1$d times, the last one on %2$s", (gulong) reminders), reminders, text);
  return from_file ? g_strdup_printf (_ ("%s · read in the file"), times) : g_strdup (times);
}

static char *
paid_text (AcqDay day, AcqMeans means, AcqDay today)
{
  g_autofree char *text = day == ACQ_DAY_NONE ? NULL : acq_day_text (day, today);
  const char *how = acq_means_clause_text (means);

  if (text == NULL)
    return g_strdup (_ ("paid"));
  if (how[0] == '\0')
    return g_strdup_printf (_ ("paid on %s"), text);
  /* Translators: a day, and "by cheque". */
  return g_strdup_printf (_ ("paid on %1$s, %2$s"), text, how);
}

char *
acq_old_answer_text (AcqOldAnswer answer, int reminders, AcqDay day, AcqMeans means, const char *reason,
                     gboolean from_file, AcqDay today)
{
  switch (answer)
    {
    case ACQ_OLD_ANSWER_NONE:
      return g_strdup (_ ("not answered yet"));
    case ACQ_OLD_ANSWER_STILL_DUE:
      return g_strdup (_ ("its reminders begin with the courteous one"));
    case ACQ_OLD_ANSWER_REMINDED:
      return reminded_text (reminders, day, from_file, today);
    case ACQ_OLD_ANSWER_PAID:
      return paid_text (day, means, today);
    case ACQ_OLD_ANSWER_LOST:
      return g_strdup (reason != NULL && reason[0] != '\0' ? reason : _ ("not reminded any more, stays in the books"));
    case ACQ_OLD_ANSWER_OTHER:
      return g_strdup (_ ("settled in another way since"));
    default:
      g_assert_not_reached ();
    }
}
