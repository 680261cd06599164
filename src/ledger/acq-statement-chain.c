/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-chain.h"

#include <stdlib.h>

static const char *const break_kind_codes[] = { "gap", "jump", "overlap" };

ACQ_DEFINE_CODES (AcqStatementBreakKind, acq_statement_break_kind, break_kind_codes)

static int
compare_spans (const void *a, const void *b)
{
  const AcqStatementSpan *left = a, *right = b;

  if (left->days.first != right->days.first)
    return left->days.first < right->days.first ? -1 : 1;
  return (left->days.last > right->days.last) - (left->days.last < right->days.last);
}

static void
append_break (GArray *breaks, AcqStatementBreakKind kind, AcqPeriod days, const AcqStatementSpan *before,
              const AcqStatementSpan *after)
{
  AcqStatementBreak found = { .kind = kind, .days = days };

  if (breaks == NULL)
    return;
  found.has_difference
    = kind != ACQ_STATEMENT_BREAK_OVERLAP && before->has_closing && after->has_opening;
  if (found.has_difference)
    found.difference = after->opening - before->closing;
  g_array_append_val (breaks, found);
}

/* What the next statement begins with, seen from the one that reaches furthest so far; says from which day on its lines go on
   without a gap, and takes a day back from what was covered where it turns out to be half read. */
static AcqDay
join (const AcqStatementSpan *before, const AcqStatementSpan *next, AcqPeriod *run, GArray *breaks)
{
  AcqDay after = before->days.last + 1;
  gboolean both = before->has_closing && next->has_opening;

  if (both && before->closing == next->opening && next->days.first >= before->days.last)
    return MIN (after, next->days.first);
  if (next->days.first > after)
    append_break (breaks, ACQ_STATEMENT_BREAK_GAP, (AcqPeriod){ after, next->days.first - 1 }, before, next);
  else if (next->days.first < after)
    append_break (breaks, ACQ_STATEMENT_BREAK_OVERLAP,
                  (AcqPeriod){ next->days.first, MIN (before->days.last, next->days.last) }, before, next);
  else if (both)
    {
      append_break (breaks, ACQ_STATEMENT_BREAK_JUMP, (AcqPeriod){ before->days.last, before->days.last },
                    before, next);
      run->last--;
    }
  return next->days.first;
}

static void
end_run (AcqPeriod run, GArray *covered)
{
  if (run.last >= run.first)
    g_array_append_val (covered, run);
}

void
acq_statement_chain_read (AcqStatementSpan *spans, gsize n_spans, GArray *covered, GArray *breaks)
{
  const AcqStatementSpan *furthest = spans;
  AcqPeriod run;

  if (n_spans == 0)
    return;
  qsort (spans, n_spans, sizeof *spans, compare_spans);
  run = spans[0].days;
  for (gsize i = 1; i < n_spans; i++)
    {
      AcqDay first = join (furthest, &spans[i], &run, breaks);

      if (first > run.last + 1)
        {
          end_run (run, covered);
          run = (AcqPeriod){ first, spans[i].days.last };
        }
      run.last = MAX (run.last, spans[i].days.last);
      if (spans[i].days.last >= furthest->days.last)
        furthest = &spans[i];
    }
  end_run (run, covered);
}
