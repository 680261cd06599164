/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-chain.h"

#define NOV(day) acq_day_new (2026, 11, day)

static AcqStatementSpan
span (AcqDay first, AcqDay last, gint64 opening, gint64 closing)
{
  return (AcqStatementSpan){ { first, last }, TRUE, opening, TRUE, closing };
}

static AcqStatementSpan
bare (AcqDay first, AcqDay last)
{
  return (AcqStatementSpan){ .days = { first, last } };
}

/* "1-5 8-9 | gap 6-7 120": what is covered, and the breaks, by days of November. */
static void
assert_chain (AcqStatementSpan *spans, gsize n, const char *expected)
{
  g_autoptr (GArray) covered = g_array_new (FALSE, FALSE, sizeof (AcqPeriod));
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (AcqStatementBreak));
  g_autoptr (GString) found = g_string_new (NULL);

  acq_statement_chain_read (spans, n, covered, breaks);
  for (guint i = 0; i < covered->len; i++)
    {
      AcqPeriod days = g_array_index (covered, AcqPeriod, i);

      g_string_append_printf (found, "%d-%d ", days.first - NOV (1) + 1, days.last - NOV (1) + 1);
    }
  g_string_append_c (found, '|');
  for (guint i = 0; i < breaks->len; i++)
    {
      const AcqStatementBreak *at = &g_array_index (breaks, AcqStatementBreak, i);

      g_string_append_printf (found, " %s %d-%d", acq_statement_break_kind_to_code (at->kind),
                              at->days.first - NOV (1) + 1, at->days.last - NOV (1) + 1);
      if (at->has_difference)
        g_string_append_printf (found, " %" G_GINT64_FORMAT, at->difference);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_joined (void)
{
  AcqStatementSpan adjacent[] = { bare (NOV (6), NOV (9)), bare (NOV (1), NOV (5)) };
  AcqStatementSpan weekend[]
    = { span (NOV (2), NOV (6), 0, 500), span (NOV (9), NOV (13), 500, 700), span (NOV (13), NOV (16), 700, 1) };

  assert_chain (NULL, 0, "|");
  assert_chain (adjacent, 2, "1-9 |");
  /* The balances prove that nothing lies between, and that both read the day they share only once. */
  assert_chain (weekend, 3, "2-16 |");
}

static void
test_gap (void)
{
  AcqStatementSpan unknown[] = { bare (NOV (1), NOV (5)), bare (NOV (8), NOV (9)) };
  AcqStatementSpan known[] = { span (NOV (1), NOV (5), 0, 500), span (NOV (8), NOV (9), 380, 400) };

  assert_chain (unknown, 2, "1-5 8-9 | gap 6-7");
  assert_chain (known, 2, "1-5 8-9 | gap 6-7 -120");
}

static void
test_jump (void)
{
  AcqStatementSpan jump[] = { span (NOV (1), NOV (5), 0, 500), span (NOV (6), NOV (9), 620, 700) };
  AcqStatementSpan mended[] = { span (NOV (1), NOV (5), 0, 500), span (NOV (6), NOV (9), 620, 700),
                                span (NOV (5), NOV (5), 480, 620) };
  AcqStatementSpan one_day[] = { span (NOV (5), NOV (5), 0, 500), span (NOV (6), NOV (9), 620, 700) };

  assert_chain (jump, 2, "1-4 6-9 | jump 5-5 120");
  assert_chain (mended, 3, "1-9 | overlap 5-5");
  assert_chain (one_day, 2, "6-9 | jump 5-5 120");
}

static void
test_overlap (void)
{
  AcqStatementSpan partial[] = { bare (NOV (1), NOV (5)), bare (NOV (4), NOV (9)) };
  AcqStatementSpan inside[] = { bare (NOV (1), NOV (20)), bare (NOV (4), NOV (9)), bare (NOV (21), NOV (22)) };

  assert_chain (partial, 2, "1-9 | overlap 4-5");
  assert_chain (inside, 3, "1-22 | overlap 4-9");
}

/* Whatever the balances say, a day that no statement names is known only where equal balances bridge it, a day is known only once,
   and statements without balances never lose one. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 5000; round++)
    {
      AcqStatementSpan spans[6];
      gboolean named[40] = { FALSE };
      gboolean balances = g_rand_boolean (rand);
      g_autoptr (GArray) covered = g_array_new (FALSE, FALSE, sizeof (AcqPeriod));
      AcqDay reached = G_MININT32;

      for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
        {
          int first = g_rand_int_range (rand, 0, 30), length = g_rand_int_range (rand, 0, 8);

          spans[i] = bare (NOV (1) + first, NOV (1) + first + length);
          spans[i].has_opening = spans[i].has_closing = balances;
          spans[i].opening = g_rand_int_range (rand, 0, 3);
          spans[i].closing = g_rand_int_range (rand, 10, 13);
          for (int day = first; day <= first + length; day++)
            named[day] = TRUE;
        }
      acq_statement_chain_read (spans, G_N_ELEMENTS (spans), covered, NULL);
      for (guint i = 0; i < covered->len; i++)
        {
          AcqPeriod days = g_array_index (covered, AcqPeriod, i);

          g_assert_cmpint (days.first, >, reached);
          g_assert_cmpint (days.first, <=, days.last);
          for (AcqDay day = days.first; day <= days.last; day++)
            {
              g_assert_true (named[day - NOV (1)]);
              named[day - NOV (1)] = FALSE;
            }
          reached = days.last;
        }
      for (guint day = 0; !balances && day < G_N_ELEMENTS (named); day++)
        g_assert_false (named[day]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/statement-chain/joined", test_joined);
  g_test_add_func ("/ledger/statement-chain/gap", test_gap);
  g_test_add_func ("/ledger/statement-chain/jump", test_jump);
  g_test_add_func ("/ledger/statement-chain/overlap", test_overlap);
  g_test_add_func ("/ledger/statement-chain/random", test_random);
  return g_test_run ();
}
