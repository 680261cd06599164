/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payment-order.h"

#define DAY 20000

static void
test_due_before_not_due (void)
{
  AcqOpenDebt debts[] = { { DAY + 10, 5000, 1240, 0 }, { DAY - 1, 3000, 0, 0 } };

  g_assert_cmpint (acq_payment_order_settle (debts, 2, DAY, 4000), ==, 0);
  g_assert_cmpint (debts[1].settled, ==, 3000);
  g_assert_cmpint (debts[0].settled, ==, 1000);
}

static void
test_dearest_then_oldest (void)
{
  AcqOpenDebt debts[]
    = { { DAY - 90, 1000, 275, 0 }, { DAY - 10, 1000, 1240, 0 }, { DAY - 40, 1000, 1240, 0 } };

  g_assert_cmpint (acq_payment_order_settle (debts, 3, DAY, 1500), ==, 0);
  g_assert_cmpint (debts[2].settled, ==, 1000);
  g_assert_cmpint (debts[1].settled, ==, 500);
  g_assert_cmpint (debts[0].settled, ==, 0);
}

static void
test_equals_share (void)
{
  AcqOpenDebt debts[] = { { DAY - 5, 1000, 1240, 0 }, { DAY - 5, 1000, 1240, 0 }, { DAY - 5, 1000, 1240, 0 } };

  g_assert_cmpint (acq_payment_order_settle (debts, 3, DAY, 1000), ==, 0);
  g_assert_cmpint (debts[0].settled, ==, 334);
  g_assert_cmpint (debts[1].settled, ==, 333);
  g_assert_cmpint (debts[2].settled, ==, 333);
}

static void
test_what_is_left (void)
{
  AcqOpenDebt debts[] = { { DAY - 5, 1000, 1240, 0 }, { DAY - 6, 0, 1240, 0 } };

  g_assert_cmpint (acq_payment_order_settle (debts, 2, DAY, 1750), ==, 750);
  g_assert_cmpint (debts[0].settled, ==, 1000);
  g_assert_cmpint (acq_payment_order_settle (NULL, 0, DAY, 100), ==, 100);
}

/* Whatever the debts: nothing is lost, none is settled beyond its rest, and none is touched while a better one is open. */
static void
test_random (void)
{
  for (int run = 0; run < 20000; run++)
    {
      AcqOpenDebt debts[8];
      gsize n = (gsize) g_test_rand_int_range (0, 9);
      gint64 amount = g_test_rand_int_range (0, 5000), left, settled = 0;

      for (gsize i = 0; i < n; i++)
        debts[i] = (AcqOpenDebt){ DAY + g_test_rand_int_range (-3, 3), g_test_rand_int_range (0, 1000),
                                  g_test_rand_int_range (0, 3) * 100, -1 };
      left = acq_payment_order_settle (debts, n, DAY, amount);
      for (gsize i = 0; i < n; i++)
        {
          g_assert_cmpint (debts[i].settled, >=, 0);
          g_assert_cmpint (debts[i].settled, <=, debts[i].rest);
          settled += debts[i].settled;
          for (gsize j = 0; j < n; j++)
            if (debts[i].settled > 0 && debts[j].due <= DAY && debts[i].due > DAY)
              g_assert_cmpint (debts[j].settled, ==, debts[j].rest);
        }
      g_assert_cmpint (left + settled, ==, amount);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legal/payment-order/due", test_due_before_not_due);
  g_test_add_func ("/legal/payment-order/dearest", test_dearest_then_oldest);
  g_test_add_func ("/legal/payment-order/equals", test_equals_share);
  g_test_add_func ("/legal/payment-order/left", test_what_is_left);
  g_test_add_func ("/legal/payment-order/random", test_random);
  return g_test_run ();
}
