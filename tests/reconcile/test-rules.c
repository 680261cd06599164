/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user chose: how sure is sure. */
#include "ledger-builder.h"

#define DAY(n) (acq_day_new (2026, 3, 1) + (n))
#define TODAY  acq_day_new (2026, 11, 20)

static AcqLedger *
make_ledger (void)
{
  AcqLedger *ledger = acq_ledger_new ();
  AcqCustomer *customer = build_customer (ledger, "Menuiserie Vasseur SARL");

  build_customer (ledger, "Garage Poulain");
  build_invoice (ledger, customer, "FA26-0011", DAY (0), 81734);
  build_invoice (ledger, customer, "FA26-0012", DAY (5), 40211);
  return ledger;
}

static void
assert_certainty (const AcqLedger *ledger, const AcqTransaction *transaction, const AcqCertaintyRules *rules,
                  AcqCertainty expected)
{
  g_autoptr (AcqReconciliation) result = acq_reconciliation_run (ledger, TODAY, rules, NULL, NULL);
  const AcqProposal *proposal = find_proposal (result, transaction);

  g_assert_nonnull (proposal);
  g_assert_cmpint (proposal->certainty, ==, expected);
}

static void
test_stricter (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  AcqTransaction *transaction = build_transaction (ledger, DAY (20), 40211, "VIR MENUISERIE VASSEUR");
  AcqCertaintyRules rules = acq_certainty_rules_default ();

  assert_certainty (ledger, transaction, NULL, ACQ_CERTAINTY_SURE);
  assert_certainty (ledger, transaction, &rules, ACQ_CERTAINTY_SURE);
  rules.names_prove = FALSE;
  assert_certainty (ledger, transaction, &rules, ACQ_CERTAINTY_PROBABLE);
  rules = acq_certainty_rules_default ();
  rules.single_odds = 100000;
  assert_certainty (ledger, transaction, &rules, ACQ_CERTAINTY_PROBABLE);
  rules = acq_certainty_rules_default ();
  rules.greatest_amount = 40210;
  assert_certainty (ledger, transaction, &rules, ACQ_CERTAINTY_PROBABLE);
  rules.greatest_amount = 40211;
  assert_certainty (ledger, transaction, &rules, ACQ_CERTAINTY_SURE);
  rules.least_amount = 40212;
  assert_certainty (ledger, transaction, &rules, ACQ_CERTAINTY_PROBABLE);
}

static void
test_learned (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  AcqTransaction *transaction = build_transaction (ledger, DAY (20), 40211, "VIR HOLDING DUPONT");
  AcqCertaintyRules rules = acq_certainty_rules_default ();

  build_alias (ledger, "HOLDING DUPONT", ledger->customers->pdata[0]);
  assert_certainty (ledger, transaction, NULL, ACQ_CERTAINTY_SURE);
  rules.learned_prove = FALSE;
  assert_certainty (ledger, transaction, &rules, ACQ_CERTAINTY_PROBABLE);
}

static void
test_sums (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  AcqTransaction *transaction = build_transaction (ledger, DAY (20), 121945, "VIR MENUISERIE VASSEUR");
  AcqCertaintyRules rules = acq_certainty_rules_default ();

  assert_certainty (ledger, transaction, NULL, ACQ_CERTAINTY_SURE);
  rules.sums_are_sure = FALSE;
  assert_certainty (ledger, transaction, &rules, ACQ_CERTAINTY_PROBABLE);
}

static void
test_stranger (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  AcqTransaction *transaction = build_transaction (ledger, DAY (20), 40211, "VIR DUPUIS FA26-0012");
  AcqCertaintyRules rules = acq_certainty_rules_default ();

  assert_certainty (ledger, transaction, NULL, ACQ_CERTAINTY_SURE);
  rules.strangers_prove = FALSE;
  assert_certainty (ledger, transaction, &rules, ACQ_CERTAINTY_PROBABLE);
}

/* Whatever is asked for, a round price is no proof and neither is an amount alone. */
static void
test_floor (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  AcqTransaction *amount = build_transaction (ledger, DAY (20), 40211, "VIR DUPUIS");
  AcqTransaction *round = build_transaction (ledger, DAY (21), 60000, "VIR MENUISERIE VASSEUR");
  AcqCertaintyRules rules = { .names_prove = TRUE,
                              .patterns_prove = TRUE,
                              .learned_prove = TRUE,
                              .strangers_prove = TRUE,
                              .sums_are_sure = TRUE };
  AcqCertaintyRules clamped = acq_certainty_rules_clamp (&rules);

  build_invoice (ledger, ledger->customers->pdata[0], "FA26-0013", DAY (6), 60000);
  assert_certainty (ledger, amount, &rules, ACQ_CERTAINTY_PROBABLE);
  assert_certainty (ledger, round, &rules, ACQ_CERTAINTY_PROBABLE);
  g_assert_cmpuint (clamped.single_odds, ==, 50);
  g_assert_cmpuint (clamped.run_odds, ==, 100);
  g_assert_cmpuint (clamped.known_odds, ==, 5);
  g_assert_cmpint (clamped.least_amount, ==, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reconcile/rules/stricter", test_stricter);
  g_test_add_func ("/reconcile/rules/learned", test_learned);
  g_test_add_func ("/reconcile/rules/sums", test_sums);
  g_test_add_func ("/reconcile/rules/stranger", test_stranger);
  g_test_add_func ("/reconcile/rules/floor", test_floor);
  return g_test_run ();
}
