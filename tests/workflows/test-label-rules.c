/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-label-rules.h"
#include "acq-matching.h"
#include "acq-workflow-error.h"
#include "import-case.h"

#define IGNORED "SELECT group_concat (ignored) FROM (SELECT ignored FROM bank_transaction ORDER BY id)"

static StoreCase *
new_case (void)
{
  StoreCase *self = store_case_new ();
  g_autofree char *lines = import_case_ofx (
    "98765432109",
    (const char *const[]){ "20261110 138.00 A VIR SEPA URSSAF DE BRETAGNE 4411", "20261111 88.00 B VIR DUPONT",
                           "20261112 -200.00 C PRLV URSSAF DE BRETAGNE", "20261113 12.00 D VIR URSSAF BRETAGNE 4412", NULL });

  import_case_read (self, "a.csv", INVOICES "F1;05/10/2026;05/11/2026;C1;Dupont;88,00;;\n", "1 0 0 0");
  import_case_read (self, "a.ofx", lines, "4 0 0 0");
  return self;
}

static void
add (StoreCase *self, const char *words)
{
  g_autoptr (GError) error = NULL;

  acq_label_rules_add (self->file, words, &error);
  g_assert_no_error (error);
  store_case_assert_sound (self);
}

static void
assert_refused (StoreCase *self, const char *words, AcqWorkflowError code)
{
  g_autofree char *before = store_case_dump (self, TRUE);
  g_autoptr (GError) error = NULL;

  g_assert_false (acq_label_rules_add (self->file, words, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, (int) code);
  store_case_assert_dump (self, TRUE, before);
}

static void
test_existing_and_coming (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqLabelRulePreview) preview = acq_label_rules_preview (self->file, "urssaf bretagne", NULL);
  g_autofree char *more = import_case_ofx (
    "98765432109",
    (const char *const[]){ "20261116 7.00 E VIR URSSAF DE BRETAGNE 9", "20261117 8.00 F VIR MARTIN", NULL });

  g_assert_true (acq_label_rule_preview_is_possible (preview));
  g_assert_cmpuint (preview->n_lines, ==, 2);
  g_assert_cmpstr (preview->first, ==, "VIR URSSAF BRETAGNE 4412");
  add (self, "urssaf bretagne");
  import_case_expect (self, IGNORED, "1,0,0,1");
  import_case_read (self, "b.ofx", more, "2 0 0 0");
  import_case_expect (self, IGNORED, "1,0,0,1,1,0");
  import_case_expect (self, "SELECT count(*) FROM journal WHERE action = 'add_label_rule'", "1");
}

static void
test_removed (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GPtrArray) rules = NULL, none = NULL;
  const AcqLabelRuleEntry *entry;

  add (self, "URSSAF");
  add (self, "urssaf");
  rules = acq_label_rules_list (self->file, NULL);
  g_assert_cmpuint (rules->len, ==, 1);
  entry = rules->pdata[0];
  g_assert_cmpstr (entry->words, ==, "URSSAF");
  g_assert_cmpint (entry->n_lines, ==, 2);
  g_assert_true (acq_label_rules_remove (self->file, entry->id, NULL));
  import_case_expect (self, IGNORED, "0,0,0,0");
  none = acq_label_rules_list (self->file, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* A line that a person left out stays out when a rule goes, and one that he took up again stays up. */
static void
test_person_before_rule (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GPtrArray) rules = NULL;

  store_case_tamper (self, "UPDATE bank_transaction SET ignored = 1 WHERE id = 1");
  add (self, "URSSAF");
  rules = acq_label_rules_list (self->file, NULL);
  g_assert_cmpint (((const AcqLabelRuleEntry *) rules->pdata[0])->n_lines, ==, 1);
  g_assert_true (acq_label_rules_remove (self->file, ((const AcqLabelRuleEntry *) rules->pdata[0])->id, NULL));
  import_case_expect (self, IGNORED, "1,0,0,0");
}

/* No rule hides what a customer pays: neither his name, nor a payer known as his, nor a label that has paid. */
static void
test_refused (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  assert_refused (self, "dupont", ACQ_WORKFLOW_ERROR_RULE_HITS_CUSTOMER);
  assert_refused (self, " 12 - 4 ", ACQ_WORKFLOW_ERROR_BAD_VALUE);
  store_case_tamper (self, "UPDATE customer SET name = 'Autre'");
  g_ptr_array_add (parts, &(AcqMatchPart){ (char *) "F1", 8800 });
  acq_match_by_hand (self->file, 2, parts, &error);
  g_assert_no_error (error);
  assert_refused (self, "vir", ACQ_WORKFLOW_ERROR_RULE_HITS_CUSTOMER);
  assert_refused (self, "dupont", ACQ_WORKFLOW_ERROR_RULE_HITS_CUSTOMER);
}

/* Somebody of that name becomes a customer later: what comes in then is looked at. */
static void
test_customer_later (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autofree char *more
    = import_case_ofx ("98765432109", (const char *const[]){ "20261116 7.00 E VIR MAIF ASSURANCE", NULL });

  add (self, "MAIF");
  import_case_read (self, "b.csv", INVOICES "F2;05/10/2026;05/11/2026;C2;MAIF Besançon;7,00;;\n", "1 0 0 0");
  import_case_read (self, "b.ofx", more, "1 0 0 0");
  import_case_expect (self, "SELECT ignored FROM bank_transaction WHERE label = 'VIR MAIF ASSURANCE'", "0");
}

static void
test_words (void)
{
  AcqTransaction transfer = { .amount = 1, .label = (char *) "VIR SEPA RECU /DE DGFIP FINANCES PUBLIQUES /MOTIF 2026 TVA /REF 8" };
  AcqTransaction nobody = { .amount = 1, .label = (char *) "REMISE CB 4411" };
  g_autofree char *words = acq_label_rules_propose (&transfer);
  g_autofree char *plain = acq_label_rules_propose (&nobody);

  g_assert_cmpstr (words, ==, "DGFIP FINANCES PUBLIQUES");
  g_assert_cmpstr (plain, ==, "REMISE CB");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/label-rules/existing-and-coming", test_existing_and_coming);
  g_test_add_func ("/workflows/label-rules/removed", test_removed);
  g_test_add_func ("/workflows/label-rules/person-before-rule", test_person_before_rule);
  g_test_add_func ("/workflows/label-rules/refused", test_refused);
  g_test_add_func ("/workflows/label-rules/customer-later", test_customer_later);
  g_test_add_func ("/workflows/label-rules/words", test_words);
  return g_test_run ();
}
