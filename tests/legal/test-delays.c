/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-limitation.h"

static AcqDay
day (const char *iso)
{
  return acq_day_parse_iso (iso);
}

static AcqDay
limit (AcqDebtorRegime regime, const char *performed)
{
  return acq_limitation_of_debt (regime, day (performed), day ("2026-12-31")).last_day;
}

static void
test_limitation (void)
{
  AcqLimitation assumed;

  g_assert_cmpint (limit (ACQ_DEBTOR_REGIME_CONSUMER, "2024-03-15"), ==, day ("2026-03-15"));
  g_assert_cmpint (limit (ACQ_DEBTOR_REGIME_CONSUMER, "2024-02-29"), ==, day ("2026-02-28"));
  g_assert_cmpint (limit (ACQ_DEBTOR_REGIME_UNKNOWN, "2024-03-15"), ==, day ("2026-03-15"));
  g_assert_cmpint (limit (ACQ_DEBTOR_REGIME_PROFESSIONAL, "2024-03-15"), ==, day ("2029-03-15"));
  g_assert_cmpint (limit (ACQ_DEBTOR_REGIME_NON_PROFESSIONAL, "2024-03-15"), ==, day ("2029-03-15"));
  g_assert_cmpint (limit (ACQ_DEBTOR_REGIME_PUBLIC_BUYER, "2024-03-15"), ==, day ("2028-12-31"));
  assumed = acq_limitation_of_debt (ACQ_DEBTOR_REGIME_CONSUMER, ACQ_DAY_NONE, day ("2024-03-15"));
  g_assert_true (assumed.assumed);
  g_assert_cmpint (assumed.last_day, ==, day ("2026-03-15"));
  g_assert_false (acq_limitation_of_debt (ACQ_DEBTOR_REGIME_CONSUMER, 100, 200).assumed);
}

static void
test_regimes (void)
{
  g_assert_cmpint (acq_debtor_regime_for_kind ("company"), ==, ACQ_DEBTOR_REGIME_PROFESSIONAL);
  g_assert_cmpint (acq_debtor_regime_for_kind ("sole_trader"), ==, ACQ_DEBTOR_REGIME_PROFESSIONAL);
  g_assert_cmpint (acq_debtor_regime_for_kind ("public_body"), ==, ACQ_DEBTOR_REGIME_PUBLIC_BUYER);
  g_assert_cmpint (acq_debtor_regime_for_kind ("consumer"), ==, ACQ_DEBTOR_REGIME_CONSUMER);
  g_assert_cmpint (acq_debtor_regime_for_kind ("association"), ==, ACQ_DEBTOR_REGIME_NON_PROFESSIONAL);
  g_assert_cmpint (acq_debtor_regime_for_kind ("co_ownership"), ==, ACQ_DEBTOR_REGIME_NON_PROFESSIONAL);
  g_assert_cmpint (acq_debtor_regime_for_kind ("unknown"), ==, ACQ_DEBTOR_REGIME_UNKNOWN);
  g_assert_cmpint (acq_debtor_regime_for_kind (NULL), ==, ACQ_DEBTOR_REGIME_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legal/delays/limitation", test_limitation);
  g_test_add_func ("/legal/delays/regimes", test_regimes);
  return g_test_run ();
}
