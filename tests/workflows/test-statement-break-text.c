/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-break-text.h"

#include <locale.h>

#define NOV(day) acq_day_new (2026, 11, day)

static void
assert_text (AcqStatementBreak found, const char *expected)
{
  g_autofree char *text = acq_statement_break_text (&found, ACQ_CURRENCY_EUR, NOV (20));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_sentences (void)
{
  assert_text ((AcqStatementBreak){ ACQ_STATEMENT_BREAK_GAP, { NOV (6), NOV (9) }, FALSE, 0 },
               "No statement was read for 6\u00a0November to 9\u00a0November. Import the one of these days.");
  assert_text ((AcqStatementBreak){ ACQ_STATEMENT_BREAK_JUMP, { NOV (6), NOV (6) }, TRUE, 12000 },
               "The statement up to 6\u00a0November was fetched before that day was over: lines of 120.00\u00a0€ in all are missing."
               " Import that day once more.");
  assert_text ((AcqStatementBreak){ ACQ_STATEMENT_BREAK_OVERLAP, { NOV (6), NOV (6) }, FALSE, 0 },
               "Read twice: 6\u00a0November. What was there already was not added again.");
}

static void
test_summary (void)
{
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (AcqStatementBreak));
  AcqStatementBreak old = { ACQ_STATEMENT_BREAK_GAP, { NOV (1) - 400, NOV (1) - 390 }, FALSE, 0 };
  AcqStatementBreak twice = { ACQ_STATEMENT_BREAK_OVERLAP, { NOV (1), NOV (3) }, FALSE, 0 };
  AcqStatementBreak gap = { ACQ_STATEMENT_BREAK_GAP, { NOV (6), NOV (7) }, FALSE, 0 };
  AcqStatementBreak jump = { ACQ_STATEMENT_BREAK_JUMP, { NOV (9), NOV (9) }, TRUE, 1 };
  g_autofree char *text = NULL;

  g_array_append_val (breaks, old);
  g_array_append_val (breaks, twice);
  g_assert_null (acq_statement_breaks_summary (breaks, NOV (20)));
  g_array_append_val (breaks, gap);
  g_array_append_val (breaks, jump);
  text = acq_statement_breaks_summary (breaks, NOV (20));
  g_assert_cmpstr (text, ==, "3 days to be completed");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/statement-break-text/sentences", test_sentences);
  g_test_add_func ("/workflows/statement-break-text/summary", test_summary);
  return g_test_run ();
}
