/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-label-rule.h"

static gboolean
fits (const char *text, gint64 amount, const char *label, const char *counterparty)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_label_rule_free);
  g_autoptr (AcqTransaction) transaction = acq_transaction_new ();

  transaction->amount = amount;
  transaction->label = g_strdup (label);
  transaction->counterparty = g_strdup (counterparty);
  g_ptr_array_add (rules, acq_label_rule_new ("Never here"));
  g_ptr_array_add (rules, acq_label_rule_new (text));
  return acq_label_rules_find (rules, transaction) == rules->pdata[1];
}

static void
test_whole_words_in_order (void)
{
  const char *label = "Vir. Urssaf d’Île-de-France";

  g_assert_true (fits ("urssaf", 1, label, NULL));
  g_assert_true (fits ("URSSAF Île de France", 1, label, NULL));
  g_assert_true (fits ("VIR FRANCE", 1, label, NULL));
  g_assert_false (fits ("FRANCE VIR", 1, label, NULL));
  g_assert_false (fits ("URSS", 1, label, NULL));
  g_assert_true (fits ("DGFIP", 1, "VIREMENT", "Dgfip Finances publiques"));
}

static void
test_money_in_alone (void)
{
  g_assert_false (fits ("URSSAF", -1, "REJET URSSAF", NULL));
  g_assert_false (fits ("URSSAF", 0, "URSSAF", NULL));
}

static void
test_too_wide (void)
{
  g_autoptr (AcqLabelRule) rule = acq_label_rule_new (" Île-de-France ");

  g_assert_cmpstr (rule->text, ==, "ILE DE FRANCE");
  g_assert_null (acq_label_rule_new (""));
  g_assert_null (acq_label_rule_new (" - "));
  g_assert_null (acq_label_rule_new ("A 1 2026"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/label-rule/whole-words-in-order", test_whole_words_in_order);
  g_test_add_func ("/ledger/label-rule/money-in-alone", test_money_in_alone);
  g_test_add_func ("/ledger/label-rule/too-wide", test_too_wide);
  return g_test_run ();
}
