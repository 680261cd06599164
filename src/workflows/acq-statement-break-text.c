/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-break-text.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"

/* No invoice that is still reminded waits for a bank line older than this. */
#define RECENT_DAYS 365

static char *
write_days (AcqPeriod days, AcqDay today)
{
  g_autofree char *first = acq_day_text (days.first, today);
  g_autofree char *last = acq_day_text (days.last, today);

  if (days.first == days.last)
    return g_steal_pointer (&first);
  /* Translators: a run of days: "6 November to 9 November". */
  return g_strdup_printf (_ ("%s to %s"), first, last);
}

static char *
write_gap (const AcqStatementBreak *self, const char *days, const char *amount)
{
  if (!self->has_difference)
    return g_strdup_printf (_ ("No statement was read for %s. Import the one of these days."), days);
  return g_strdup_printf (
    _ ("No statement was read for %s, and lines of %s in all are missing. Import the one of these days."), days, amount);
}

char *
acq_statement_break_text (const AcqStatementBreak *self, AcqCurrency currency, AcqDay today)
{
  g_autofree char *days = write_days (self->days, today);
  g_autofree char *amount = acq_amount_text (self->difference, currency);

  switch (self->kind)
    {
    case ACQ_STATEMENT_BREAK_GAP:
      return write_gap (self, days, amount);
    case ACQ_STATEMENT_BREAK_JUMP:
      return g_strdup_printf (_ ("The statement up to %s was fetched before that day was over: lines of %s in all are missing."
                                 " Import that day once more."),
                              days, amount);
    case ACQ_STATEMENT_BREAK_OVERLAP:
      return g_strdup_printf (_ ("Read twice: %s. What was there already was not added again."), days);
    }
  g_return_val_if_reached (NULL);
}

char *
acq_statement_breaks_summary (const GArray *breaks, AcqDay today)
{
  guint n_days = 0;

  for (guint i = 0; i < breaks->len; i++)
    {
      const AcqStatementBreak *found = &g_array_index (breaks, AcqStatementBreak, i);

      if (found->kind != ACQ_STATEMENT_BREAK_OVERLAP && found->days.last >= today - RECENT_DAYS)
        n_days += (guint) (found->days.last - found->days.first + 1);
    }
  if (n_days == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u day to be completed", "%u days to be completed", n_days), n_days);
}
