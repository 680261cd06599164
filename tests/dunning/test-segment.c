/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-segment.h"

#define KIND(name) ACQ_CUSTOMER_KIND_BIT (ACQ_CUSTOMER_KIND_##name)
#define ALL        (ACQ_CUSTOMER_KIND_BIT (ACQ_CUSTOMER_KIND_CO_OWNERSHIP + 1) - 1)

/* Three conditions at most; those that are told, or -1 where they agree. */
static const struct
{
  AcqSegmentCondition conditions[3];
  gsize n;
  int a, b;
} cases[] = {
  { { { ACQ_CRITERION_PRECIOUS, 1 } }, 0, -1, -1 },
  { { { ACQ_CRITERION_OUTSTANDING, 1000000 }, { ACQ_CRITERION_OUTSTANDING_LESS, 500000 } }, 2, 0, 1 },
  { { { ACQ_CRITERION_OUTSTANDING_LESS, 500000 }, { ACQ_CRITERION_OUTSTANDING, 500000 } }, 2, 0, 1 },
  { { { ACQ_CRITERION_OUTSTANDING_LESS, 500001 }, { ACQ_CRITERION_OUTSTANDING, 500000 } }, 2, -1, -1 },
  { { { ACQ_CRITERION_OUTSTANDING_LESS, 5 }, { ACQ_CRITERION_OUTSTANDING_LESS, 9 } }, 2, -1, -1 },
  { { { ACQ_CRITERION_OUTSTANDING, 1000000 }, { ACQ_CRITERION_INVOICE_LESS, 500000 } }, 2, -1, -1 },
  { { { ACQ_CRITERION_PRECIOUS, 1 }, { ACQ_CRITERION_OUTSTANDING_LESS, 0 } }, 2, 1, 1 },
  { { { ACQ_CRITERION_CUSTOMER_FOR, 365 },
      { ACQ_CRITERION_USUAL_DELAY, 5 },
      { ACQ_CRITERION_CUSTOMER_FOR_LESS, 365 } },
    3,
    0,
    2 },
  { { { ACQ_CRITERION_USUAL_DELAY, 30 }, { ACQ_CRITERION_USUAL_DELAY_LESS, 31 } }, 2, -1, -1 },
  { { { ACQ_CRITERION_KIND_IN, KIND (COMPANY) }, { ACQ_CRITERION_KIND_NOT_IN, KIND (COMPANY) } }, 2, 0, 1 },
  { { { ACQ_CRITERION_KIND_IN, KIND (COMPANY) }, { ACQ_CRITERION_KIND_IN, KIND (CONSUMER) } }, 2, 0, 1 },
  { { { ACQ_CRITERION_KIND_IN, KIND (COMPANY) | KIND (CONSUMER) },
      { ACQ_CRITERION_KIND_NOT_IN, KIND (COMPANY) } },
    2,
    -1,
    -1 },
  { { { ACQ_CRITERION_KIND_NOT_IN, ALL } }, 1, 0, 0 },
  { { { ACQ_CRITERION_KIND_NOT_IN, KIND (COMPANY) },
      { ACQ_CRITERION_KIND_IN, KIND (COMPANY) | KIND (CONSUMER) },
      { ACQ_CRITERION_KIND_NOT_IN, KIND (CONSUMER) } },
    3,
    1,
    2 },
  { { { ACQ_CRITERION_PRECIOUS, 1 }, { ACQ_CRITERION_PRECIOUS, 0 } }, 2, 0, 1 },
  { { { ACQ_CRITERION_PRECIOUS, 1 }, { ACQ_CRITERION_PRECIOUS, 1 } }, 2, -1, -1 },
};

static void
test_contradictions (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize a = 99, b = 99;
      gboolean found = acq_segment_find_contradiction (cases[i].conditions, cases[i].n, &a, &b);

      g_test_message ("case %d", (int) i);
      g_assert_cmpint (found, ==, cases[i].a >= 0);
      g_assert_cmpuint (a, ==, found ? (gsize) cases[i].a : 99);
      g_assert_cmpuint (b, ==, found ? (gsize) cases[i].b : 99);
    }
}

/* No customer whatever meets conditions of which one is said to exclude another. */
static void
test_nobody_meets_them (void)
{
  const AcqInvoice invoice = { .total = 700000 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int kind = 0; cases[i].a >= 0 && kind <= ACQ_CUSTOMER_KIND_CO_OWNERSHIP; kind++)
      for (int step = 0; step < 4; step++)
        {
          const AcqCustomerProfile profile = { .kind = (AcqCustomerKind) kind,
                                               .precious = step % 2,
                                               .since = 100,
                                               .n_settled = 1,
                                               .usual_delay = step * 10,
                                               .outstanding = step * 400000 };

          g_assert_false (
            acq_segment_holds (cases[i].conditions, cases[i].n, &profile, &invoice, 100 + step * 200));
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/segment/contradictions", test_contradictions);
  g_test_add_func ("/segment/nobody-meets-them", test_nobody_meets_them);
  return g_test_run ();
}
