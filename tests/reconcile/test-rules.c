/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user chose: how sure is sure, and whose money is never a customer's. */
#include "acq-label-rule.h"
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

static void
test_never_customers (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  AcqTransaction *stranger = build_transaction (ledger, DAY (20), 40211, "VIR SEPA URSSAF DE BRETAGNE 0326");
  AcqTransaction *other = build_transaction (ledger, DAY (21), 81734, "VIR MENUISERIE VASSEUR");
  g_autoptr (AcqReconciliation) result = NULL;

  g_ptr_array_add (ledger->label_rules, g_strdup ("URSSAF BRETAGNE"));
  result = acq_reconciliation_run (ledger, TODAY, NULL, NULL, NULL);
  g_assert_null (find_proposal (result, stranger));
  g_assert_null (find_unmatched (result, stranger));
  g_assert_nonnull (find_proposal (result, other));
}

static void
test_whole_words_in_order (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  const AcqTransaction *transaction
    = build_transaction (ledger, DAY (20), 40211, "Vir. Urssaf d’Île-de-France");

  g_assert_true (acq_label_rule_fits ("URSSAF", transaction));
  g_assert_true (acq_label_rule_fits ("URSSAF ILE DE FRANCE", transaction));
  g_assert_true (acq_label_rule_fits ("VIR FRANCE", transaction));
  g_assert_false (acq_label_rule_fits ("FRANCE VIR", transaction));
  g_assert_false (acq_label_rule_fits ("URSS", transaction));
  g_assert_false (acq_label_rule_fits ("", transaction));
}

/* The rule says whose money comes in; a payment that came back still reopens its invoice. */
static void
test_returns_are_kept (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  AcqTransaction *paid = build_transaction (ledger, DAY (10), 40211, "VIR MENUISERIE VASSEUR");
  AcqTransaction *back = build_transaction (ledger, DAY (14), -40211, "REJET MENUISERIE VASSEUR");
  g_autoptr (AcqReconciliation) result = NULL;

  back->returned = TRUE;
  build_receipt (ledger, paid, ledger->invoices->pdata[1], DAY (10), 40211);
  acq_ledger_derive_balances (ledger);
  g_ptr_array_add (ledger->label_rules, g_strdup ("REJET"));
  result = acq_reconciliation_run (ledger, TODAY, NULL, NULL, NULL);
  g_assert_nonnull (find_proposal (result, back));
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
  g_test_add_func ("/reconcile/rules/never-customers", test_never_customers);
  g_test_add_func ("/reconcile/rules/whole-words-in-order", test_whole_words_in_order);
  g_test_add_func ("/reconcile/rules/returns-are-kept", test_returns_are_kept);
  return g_test_run ();
}
