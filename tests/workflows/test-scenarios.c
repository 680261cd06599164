/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenarios.h"

#include "acq-fact-entry.h"
#include "acq-planning.h"
#include "acq-rule-text.h"
#include "acq-scenario-file.h"
#include "acq-scenario-text.h"
#include "acq-undo-step.h"
#include "acq-workflow-error.h"
#include "import-case.h"
#include "store-case.h"

/* A scenario with every kind of step and condition. */
static AcqScenarioEntry *
new_entry (const char *code)
{
  const AcqStep steps[] = {
    { .code = "soon", .level = 0, .offset = -8, .tone = ACQ_TONE_INFORMATIVE, .mode = ACQ_MODE_AUTOMATIC,
      .condition = { 300000, TRUE, ACQ_CUSTOMER_KIND_BIT (ACQ_CUSTOMER_KIND_COMPANY) } },
    { .code = "call", .level = 1, .offset = 4, .channel = ACQ_CHANNEL_CALL, .fallback = ACQ_CHANNEL_MAIL,
      .tone = ACQ_TONE_COURTEOUS, .role = ACQ_CONTACT_ROLE_DIRECTS },
    { .code = "firm", .level = 2, .offset = 9, .tone = ACQ_TONE_FIRM, .anchor = ACQ_ANCHOR_PREVIOUS },
    { .code = "last", .level = 3, .offset = 3, .tone = ACQ_TONE_LAST, .anchor = ACQ_ANCHOR_MONTH_END,
      .channel = ACQ_CHANNEL_LETTER },
  };
  const AcqSegmentCondition conditions[] = { { ACQ_CRITERION_OUTSTANDING, 1000000 },
                                             { ACQ_CRITERION_KIND_NOT_IN,
                                               ACQ_CUSTOMER_KIND_BIT (ACQ_CUSTOMER_KIND_CONSUMER) } };
  AcqScenarioEntry *entry = acq_scenario_entry_new (
    acq_scenario_new (code, "Grands comptes", 6, ACQ_SEQUEL_LAWYER, steps, G_N_ELEMENTS (steps)));

  g_array_append_vals (entry->conditions, conditions, G_N_ELEMENTS (conditions));
  return entry;
}

static void
assert_same_conditions (const AcqScenarioEntry *a, const AcqScenarioEntry *b)
{
  g_assert_cmpuint (a->conditions->len, ==, b->conditions->len);
  for (guint i = 0; i < a->conditions->len; i++)
    {
      const AcqSegmentCondition *left = &g_array_index (a->conditions, AcqSegmentCondition, i);
      const AcqSegmentCondition *right = &g_array_index (b->conditions, AcqSegmentCondition, i);

      g_assert_cmpint (left->criterion, ==, right->criterion);
      g_assert_cmpint (left->value, ==, right->value);
    }
}

static AcqScenarioBook *
load (const StoreCase *self)
{
  g_autoptr (GError) error = NULL;
  AcqScenarioBook *book = acq_scenarios_load (self->file, &error);

  g_assert_no_error (error);
  return book;
}

static void
save (const StoreCase *self, const AcqScenarioEntry *entry)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (acq_scenarios_save (self->file, entry, &error));
  g_assert_no_error (error);
}

static void
test_round_trip (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqScenarioEntry) entry = new_entry ("grands_comptes");
  g_autoptr (AcqScenarioBook) book = NULL;
  const AcqScenarioEntry *read;

  save (self, entry);
  save (self, entry);
  book = load (self);
  g_assert_cmpuint (book->entries->len, ==, 6);
  read = book->entries->pdata[0];
  g_assert_true (acq_scenario_equal (read->scenario, entry->scenario));
  g_assert_cmpstr (acq_scenario_name_text (read->scenario), ==, "Grands comptes");
  assert_same_conditions (read, entry);
  g_assert_false (read->preset);
  store_case_assert_sound (self);
}

/* Changed, a preset keeps its name and place of origin; as it came again, it leaves no trace. */
static void
test_preset (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqScenarioEntry) entry
    = acq_scenario_entry_new (acq_scenario_copy (acq_scenario_find_preset ("formal")));
  AcqSegmentCondition condition = { ACQ_CRITERION_PRECIOUS, 0 };
  g_autofree char *rows = NULL;

  g_array_append_val (entry->conditions, condition);
  save (self, entry);
  {
    g_autoptr (AcqScenarioBook) book = load (self);
    const AcqScenarioEntry *formal = acq_scenario_book_find (book, "formal");

    g_assert_cmpuint (book->entries->len, ==, 5);
    g_assert_true (formal->preset && formal->edited);
    g_assert_true (book->entries->pdata[0] == formal);
  }
  g_array_set_size (entry->conditions, 0);
  save (self, entry);
  rows = store_case_ask (self, "SELECT count(*) FROM scenario");
  g_assert_cmpstr (rows, ==, "0");
}

static void
test_refused (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqScenarioEntry) entry = new_entry ("own");
  AcqSegmentCondition wrong = { ACQ_CRITERION_PRECIOUS, 7 };
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = NULL;

  ((AcqStep *) entry->scenario->steps)[2].offset = -4;
  g_assert_false (acq_scenarios_save (self->file, entry, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_SCENARIO);
  g_assert_cmpstr (error->message, ==, "offset (3)");
  g_clear_error (&error);
  ((AcqStep *) entry->scenario->steps)[2].offset = 9;
  g_array_append_val (entry->conditions, wrong);
  g_assert_false (acq_scenarios_save (self->file, entry, &error));
  g_assert_cmpstr (error->message, ==, "condition (3)");
  rows = store_case_ask (self, "SELECT count(*) FROM scenario");
  g_assert_cmpstr (rows, ==, "0");
}

/* What a newer version wrote, or damage, is no scenario, and stays as it is. */
static void
test_unreadable (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqScenarioEntry) entry = new_entry ("own");
  g_autoptr (AcqScenarioBook) book = NULL;
  g_autofree char *rows = NULL;

  save (self, entry);
  store_case_change (self, "UPDATE scenario_step SET channel = 'pigeon' WHERE code = 'firm'");
  book = load (self);
  g_assert_null (acq_scenario_book_find (book, "own"));
  g_assert_cmpuint (book->entries->len, ==, 5);
  rows = store_case_ask (self, "SELECT count(*) FROM scenario_step");
  g_assert_cmpstr (rows, ==, "4");
}

static void
test_codes (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqScenarioEntry) entry = new_entry ("clients_etrangers");
  g_autoptr (AcqScenarioBook) book = NULL;
  g_autofree char *second = NULL;
  g_autofree char *other = NULL;

  save (self, entry);
  book = load (self);
  second = acq_scenarios_make_code (book, "Clients étrangers");
  other = acq_scenarios_make_code (book, "★");
  g_assert_cmpstr (second, ==, "clients_etrangers_2");
  g_assert_cmpstr (other, ==, "scenario");
}

static AcqCustomer *
first_customer (const AcqPlanning *planning)
{
  return planning->ledger->customers->pdata[0];
}

/* What is chosen decides what is planned; who loses his scenario goes by the rules again; all of it can be undone. */
static void
test_choices (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqScenarioEntry) entry = new_entry ("own");
  g_autoptr (AcqPlanning) planning = NULL;
  g_autoptr (AcqUndoStep) step = NULL;
  g_autoptr (GError) error = NULL;
  const AcqCustomer *customer;
  const AcqInvoice *invoice;

  import_case_read (self, "f.csv",
                    "Numéro;Date;Échéance;Code client;Client;Total TTC;Réglé;Solde\n"
                    "F1;2026-10-01;2026-10-31;C1;Martin;120,00;0;120,00\n",
                    "1 0 0 0");
  acq_company_file_set_recording (self->file, TRUE);
  save (self, entry);
  planning = acq_planning_new (self->file, &error);
  g_assert_no_error (error);
  customer = first_customer (planning);
  invoice = planning->ledger->invoices->pdata[0];
  g_assert_cmpstr (acq_plan_request_find_scenario (&planning->request, customer, invoice)->code, ==, "standard");
  g_assert_false (acq_scenarios_choose_for_customer (self->file, customer, "none", &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_SCENARIO);
  g_clear_error (&error);
  g_assert_true (acq_scenarios_choose_for_customer (self->file, customer, "own", &error));
  g_assert_true (acq_scenarios_choose_for_invoice (self->file, invoice, "formal", &error));
  {
    g_autoptr (AcqPlanning) chosen = acq_planning_new (self->file, &error);

    g_assert_cmpstr (acq_plan_request_find_scenario (&chosen->request, customer, invoice)->code, ==, "formal");
  }
  g_assert_true (acq_scenarios_choose_for_invoice (self->file, invoice, NULL, &error));
  g_assert_true (acq_scenarios_remove (self->file, "own", &error));
  step = acq_undo_step_take (self->file);
  {
    g_autoptr (AcqScenarioBook) book = load (self);

    g_assert_cmpuint (g_hash_table_size (book->customer_choices), ==, 0);
  }
  g_assert_true (acq_undo_step_apply (self->file, step, &error));
  g_assert_no_error (error);
  {
    g_autoptr (AcqScenarioBook) book = load (self);

    g_assert_cmpstr (acq_scenario_book_choose (book, customer, invoice, NULL)->code, ==, "own");
  }
  store_case_assert_sound (self);
}

static void
test_default (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqScenarioEntry) entry = new_entry ("own");
  g_autoptr (AcqPlanning) planning = NULL;
  g_autoptr (GError) error = NULL;

  save (self, entry);
  g_assert_true (acq_scenarios_set_default (self->file, "own", &error));
  g_assert_false (acq_scenarios_remove (self->file, "own", &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_DEFAULT_SCENARIO);
  g_clear_error (&error);
  planning = acq_planning_new (self->file, &error);
  g_assert_cmpstr (planning->settings->scenario->code, ==, "own");
  g_assert_true (acq_scenarios_set_default (self->file, "formal", &error));
  g_assert_true (acq_fact_set_details (self->file, (const char *const[]){ "scenario=own", NULL }, &error));
  g_assert_false (acq_scenarios_remove (self->file, "own", &error));
  g_clear_error (&error);
  g_assert_false (acq_fact_set_details (self->file, (const char *const[]){ "scenario=none", NULL }, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_SCENARIO);
  g_clear_error (&error);
  g_assert_true (acq_fact_set_details (self->file, (const char *const[]){ "scenario=", NULL }, &error));
  g_assert_true (acq_scenarios_remove (self->file, "own", &error));
  g_assert_no_error (error);
}

static void
test_move (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  const char *const codes[] = { "a", "b", "c" };
  g_autoptr (AcqScenarioBook) book = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (AcqScenarioEntry) entry = new_entry (codes[i]);

      save (self, entry);
    }
  g_assert_true (acq_scenarios_move (self->file, "c", 0, &error));
  g_assert_true (acq_scenarios_move (self->file, "a", 9, &error));
  g_assert_true (acq_scenarios_move (self->file, "formal", 0, &error));
  g_assert_no_error (error);
  g_assert_false (acq_scenarios_move (self->file, "none", 0, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_SCENARIO);
  book = load (self);
  g_assert_cmpstr (((AcqScenarioEntry *) book->entries->pdata[0])->scenario->code, ==, "c");
  g_assert_cmpstr (((AcqScenarioEntry *) book->entries->pdata[1])->scenario->code, ==, "b");
  g_assert_cmpstr (((AcqScenarioEntry *) book->entries->pdata[2])->scenario->code, ==, "a");
}

/* Each criterion has its own words. */
static void
test_condition_texts (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int criterion = 0; criterion < ACQ_N_CRITERIA; criterion++)
    {
      const AcqSegmentCondition condition = { (AcqCriterion) criterion, 1 };
      char *text = acq_rule_text (&condition);

      g_assert_null (strchr (text, '%'));
      g_assert_true (g_hash_table_add (seen, text));
    }
}

/* Each flaw has its own sentence, which names the step and ends as one. */
static void
test_flaw_texts (void)
{
  g_autoptr (AcqScenarioEntry) entry = new_entry ("own");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int kind = ACQ_SCENARIO_FLAW_NO_STEPS; kind <= ACQ_SCENARIO_FLAW_AUTOMATIC; kind++)
    {
      gboolean whole = kind <= ACQ_SCENARIO_FLAW_INTERVAL;
      AcqScenarioFlaw flaw = { (AcqScenarioFlawKind) kind, whole ? ACQ_SCENARIO_WHOLE : 2, 5, 7 };
      char *text = acq_scenario_flaw_text (entry->scenario, &flaw);

      g_assert_true (g_str_has_suffix (text, "."));
      g_assert_true (whole || strstr (text, "Firm reminder") != NULL);
      g_assert_true (g_hash_table_add (seen, text));
    }
}

static void
assert_refused_file (const StoreCase *self, const char *text, const char *place)
{
  g_autofree char *path = store_case_write (self, "wrong.json", text);
  g_autoptr (GError) error = NULL;

  g_assert_null (acq_scenario_file_read (path, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_SCENARIO_FILE);
  g_assert_nonnull (strstr (error->message, place));
}

#define FILE_WITH(steps, rest) "{\"scenario\": \"a\", \"minimum_interval\": 7, \"steps\": [" steps "]" rest "}"
#define STEP "{\"code\": \"x\", \"level\": 1, \"days\": 3, \"channel\": \"mail\", \"tone\": \"firm\"}"

/* What is wrong is named with its place; what this version does not know is not left out in silence. */
static void
test_wrong_files (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *deep = g_strnfill (900000, '[');
  g_autofree char *missing = store_case_path (self, "missing.json");
  g_autoptr (GError) error = NULL;

  assert_refused_file (self, "{\n \"scenario\": 7,,", "2:");
  assert_refused_file (self, "[1]", "1");
  assert_refused_file (self, deep, "[[[");
  assert_refused_file (self, "{\"minimum_interval\": 7, \"steps\": []}", "scenario");
  assert_refused_file (self, FILE_WITH (STEP ", 5", ""), "steps");
  assert_refused_file (self, FILE_WITH (STEP ", {\"code\": \"y\"}", ""), "steps[2].level");
  assert_refused_file (
    self, FILE_WITH ("{\"code\": \"x\", \"level\": 1, \"days\": 3, \"channel\": \"pigeon\", \"tone\": \"firm\"}", ""),
    "steps[1].channel");
  assert_refused_file (
    self,
    FILE_WITH ("{\"code\": \"x\", \"level\": 1, \"days\": 99999999999, \"channel\": \"mail\", \"tone\": \"firm\"}", ""),
    "steps[1].days");
  assert_refused_file (self, FILE_WITH (STEP, ", \"conditions\": [{\"criterion\": \"invoice\", \"value\": \"much\"}]"),
                       "conditions[1].value");
  assert_refused_file (self, FILE_WITH (STEP, ", \"later\": true"), "?");
  g_assert_null (acq_scenario_file_read (missing, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_UNREADABLE_FILE);
}

/* Each preset, and a scenario with all there is, says the same after it was written and read. */
static void
test_files (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqScenarioBook) book = load (self);
  g_autofree char *path = store_case_path (self, "scenario.json");
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (book->entries, new_entry ("own"));
  for (guint i = 0; i < book->entries->len; i++)
    {
      const AcqScenarioEntry *entry = book->entries->pdata[i];
      g_autoptr (AcqScenarioEntry) read = NULL;

      g_assert_true (acq_scenario_file_write (entry, path, &error));
      g_assert_no_error (error);
      read = acq_scenario_file_read (path, &error);
      g_assert_no_error (error);
      g_assert_true (acq_scenario_equal (read->scenario, entry->scenario));
      g_assert_cmpstr (read->scenario->name, ==, entry->scenario->name);
      assert_same_conditions (read, entry);
    }
}

/* Bytes changed at random are refused or read; nothing else. */
static void
test_damaged_files (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqScenarioEntry) entry = new_entry ("own");
  g_autofree char *path = store_case_path (self, "scenario.json");
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (acq_scenario_file_write (entry, path, NULL));
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *damaged = g_memdup2 (text, length);
      g_autoptr (AcqScenarioEntry) read = NULL;
      g_autoptr (GError) error = NULL;

      for (int j = g_test_rand_int_range (1, 6); j > 0; j--)
        damaged[g_test_rand_int_range (0, (gint32) length)] = (char) g_test_rand_int_range (0, 256);
      g_assert_true (g_file_set_contents (path, damaged, (gssize) g_test_rand_int_range (1, (gint32) length), NULL));
      read = acq_scenario_file_read (path, &error);
      g_assert_true ((read == NULL) == (error != NULL));
      if (read != NULL)
        g_array_unref (acq_scenario_check (read->scenario));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenarios/round-trip", test_round_trip);
  g_test_add_func ("/scenarios/preset", test_preset);
  g_test_add_func ("/scenarios/refused", test_refused);
  g_test_add_func ("/scenarios/unreadable", test_unreadable);
  g_test_add_func ("/scenarios/codes", test_codes);
  g_test_add_func ("/scenarios/choices", test_choices);
  g_test_add_func ("/scenarios/default", test_default);
  g_test_add_func ("/scenarios/move", test_move);
  g_test_add_func ("/scenarios/condition-texts", test_condition_texts);
  g_test_add_func ("/scenarios/flaw-texts", test_flaw_texts);
  g_test_add_func ("/scenarios/files", test_files);
  g_test_add_func ("/scenarios/wrong-files", test_wrong_files);
  g_test_add_func ("/scenarios/damaged-files", test_damaged_files);
  return g_test_run ();
}
