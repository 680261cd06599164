/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario-book.h"
#include "small-company.h"

#define TODAY "2026-11-20"

static AcqScenarioEntry *
add_entry (AcqScenarioBook *book, const char *code, AcqCriterion criterion, gint64 value)
{
  const AcqScenario *preset = acq_scenario_standard ();
  AcqScenarioEntry *entry = acq_scenario_entry_new (
    acq_scenario_new (code, code, 7, ACQ_SEQUEL_ASK, preset->steps, preset->n_steps));
  AcqSegmentCondition condition = { criterion, value };

  g_array_append_val (entry->conditions, condition);
  g_ptr_array_insert (book->entries, 0, entry);
  return entry;
}

static gint64 *
copy_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static void
assert_choice (const AcqScenarioBook *book, const AcqCustomer *customer, const AcqInvoice *invoice,
               const char *code, AcqScenarioGrounds grounds)
{
  AcqScenarioGrounds found;

  g_assert_cmpstr (acq_scenario_book_choose (book, customer, invoice, &found)->code, ==, code);
  g_assert_cmpint (found, ==, grounds);
}

/* The invoice's own, else the customer's own, else the first rule that holds, else the company's. */
static void
test_order (void)
{
  g_autoptr (SmallCompany) company = small_company_new (TODAY);
  g_autoptr (AcqScenarioBook) book = acq_scenario_book_new ();
  const AcqCustomer *town = small_company_add_customer (company, ACQ_CUSTOMER_KIND_PUBLIC_BODY);
  const AcqCustomer *firm = small_company_add_customer (company, ACQ_CUSTOMER_KIND_COMPANY);
  const AcqInvoice *small = small_company_add_invoice (company, firm, a_day (TODAY) - 10, 10000);
  const AcqInvoice *large = small_company_add_invoice (company, firm, a_day (TODAY) - 10, 1000000);
  const AcqInvoice *public = small_company_add_invoice (company, town, a_day (TODAY) - 10, 10000);

  add_entry (book, "towns", ACQ_CRITERION_KIND_IN, ACQ_CUSTOMER_KIND_BIT (ACQ_CUSTOMER_KIND_PUBLIC_BODY));
  add_entry (book, "large", ACQ_CRITERION_INVOICE, 500000);
  /* Nobody has looked at the customers yet. */
  assert_choice (book, firm, large, "standard", ACQ_SCENARIO_BY_DEFAULT);
  acq_scenario_book_read_customers (book, company->ledger, a_day (TODAY));
  assert_choice (book, firm, small, "standard", ACQ_SCENARIO_BY_DEFAULT);
  assert_choice (book, firm, large, "large", ACQ_SCENARIO_BY_RULE);
  assert_choice (book, town, public, "towns", ACQ_SCENARIO_BY_RULE);
  assert_choice (book, firm, NULL, "standard", ACQ_SCENARIO_BY_DEFAULT);
  g_hash_table_insert (book->customer_choices, copy_id (firm->id), g_strdup ("formal"));
  assert_choice (book, firm, large, "formal", ACQ_SCENARIO_BY_CUSTOMER);
  g_hash_table_insert (book->invoice_choices, copy_id (large->id), g_strdup ("progressive"));
  assert_choice (book, firm, large, "progressive", ACQ_SCENARIO_BY_INVOICE);
  assert_choice (book, firm, small, "formal", ACQ_SCENARIO_BY_CUSTOMER);
  /* One that is gone counts for nothing. */
  g_hash_table_insert (book->invoice_choices, copy_id (large->id), g_strdup ("gone"));
  assert_choice (book, firm, large, "formal", ACQ_SCENARIO_BY_CUSTOMER);
  g_free (book->default_code);
  book->default_code = g_strdup ("gone");
  g_assert_cmpstr (acq_scenario_book_default (book)->code, ==, "standard");
}

static void
test_used (void)
{
  g_autoptr (AcqScenarioBook) book = acq_scenario_book_new ();
  AcqScenarioEntry *own = add_entry (book, "own", ACQ_CRITERION_PRECIOUS, 1);

  g_assert_true (acq_scenario_book_is_used (book, own));
  g_array_set_size (own->conditions, 0);
  g_assert_false (acq_scenario_book_is_used (book, own));
  g_assert_true (acq_scenario_book_is_used (book, acq_scenario_book_find (book, "standard")));
  g_hash_table_insert (book->invoice_choices, copy_id (5), g_strdup ("own"));
  g_assert_true (acq_scenario_book_is_used (book, own));
  g_assert_null (acq_scenario_book_find (book, "none"));
  g_assert_null (acq_scenario_book_find (book, NULL));
}

/* Each condition, and its opposite, on a customer of a hundred days who pays twelve days late and owes 300 euros. */
static void
test_conditions (void)
{
  const AcqCustomerProfile profile = { .customer_id = 1,
                                       .kind = ACQ_CUSTOMER_KIND_COMPANY,
                                       .since = a_day (TODAY) - 100,
                                       .usual_delay = 12,
                                       .n_settled = 5,
                                       .outstanding = 30000 };
  const AcqCustomerProfile nobody = { .since = ACQ_DAY_NONE };
  g_autoptr (AcqInvoice) invoice = acq_invoice_new ();
  static const struct
  {
    AcqSegmentCondition condition;
    gboolean holds;
    gboolean holds_for_nobody;
  } cases[] = {
    { { ACQ_CRITERION_KIND_IN, ACQ_CUSTOMER_KIND_BIT (ACQ_CUSTOMER_KIND_COMPANY) }, TRUE, FALSE },
    { { ACQ_CRITERION_KIND_NOT_IN, ACQ_CUSTOMER_KIND_BIT (ACQ_CUSTOMER_KIND_COMPANY) }, FALSE, TRUE },
    { { ACQ_CRITERION_CUSTOMER_FOR, 100 }, TRUE, FALSE },
    { { ACQ_CRITERION_CUSTOMER_FOR, 101 }, FALSE, FALSE },
    { { ACQ_CRITERION_CUSTOMER_FOR_LESS, 101 }, TRUE, TRUE },
    { { ACQ_CRITERION_CUSTOMER_FOR_LESS, 100 }, FALSE, TRUE },
    { { ACQ_CRITERION_USUAL_DELAY, 12 }, TRUE, FALSE },
    { { ACQ_CRITERION_USUAL_DELAY_LESS, 12 }, FALSE, TRUE },
    { { ACQ_CRITERION_OUTSTANDING, 30000 }, TRUE, FALSE },
    { { ACQ_CRITERION_OUTSTANDING_LESS, 30000 }, FALSE, TRUE },
    { { ACQ_CRITERION_INVOICE, 20000 }, TRUE, TRUE },
    { { ACQ_CRITERION_INVOICE_LESS, 20000 }, FALSE, FALSE },
    { { ACQ_CRITERION_PRECIOUS, 1 }, FALSE, FALSE },
    { { ACQ_CRITERION_PRECIOUS, 0 }, TRUE, TRUE },
  };

  invoice->total = 20000;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AcqSegmentCondition *condition = &cases[i].condition;
      gboolean on_invoice
        = condition->criterion == ACQ_CRITERION_INVOICE || condition->criterion == ACQ_CRITERION_INVOICE_LESS;

      g_assert_true (acq_segment_condition_is_valid (condition));
      g_assert_cmpint (acq_segment_holds (condition, 1, &profile, invoice, a_day (TODAY)), ==, cases[i].holds);
      g_assert_cmpint (acq_segment_holds (condition, 1, &nobody, invoice, a_day (TODAY)), ==,
                       cases[i].holds_for_nobody);
      g_assert_cmpint (acq_segment_holds (condition, 1, &profile, NULL, a_day (TODAY)), ==,
                       cases[i].holds && !on_invoice);
    }
  g_assert_false (acq_segment_holds (NULL, 0, &profile, invoice, a_day (TODAY)));
}

static void
test_invalid_conditions (void)
{
  static const AcqSegmentCondition wrong[] = {
    { ACQ_CRITERION_KIND_IN, 0 },     { ACQ_CRITERION_KIND_IN, -1 },      { ACQ_CRITERION_KIND_NOT_IN, 1 << 20 },
    { ACQ_CRITERION_PRECIOUS, 2 },    { ACQ_CRITERION_OUTSTANDING, -1 }, { ACQ_CRITERION_USUAL_DELAY, G_MININT64 },
    { (AcqCriterion) ACQ_N_CRITERIA, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (acq_segment_condition_is_valid (&wrong[i]));
}

static void
test_profiles (void)
{
  g_autoptr (SmallCompany) company = small_company_new (TODAY);
  const AcqCustomer *customer = small_company_add_customer (company, ACQ_CUSTOMER_KIND_COMPANY);
  const AcqInvoice *paid = small_company_add_invoice (company, customer, a_day ("2026-06-01"), 10000);
  g_autoptr (AcqCustomerProfiles) profiles = NULL;
  const AcqCustomerProfile *profile;

  small_company_add_invoice (company, customer, a_day ("2026-12-01"), 25000);
  small_company_add_invoice (company, customer, a_day ("2026-11-01"), -4000);
  small_company_add_receipt (company, paid, a_day ("2026-06-09"), 10000, ACQ_RECEIPT_STATE_CREDITED);
  small_company_request (company);
  profiles = acq_customer_profiles_new (company->ledger, a_day (TODAY));
  profile = acq_customer_profiles_get (profiles, customer->id);
  g_assert_cmpint (profile->since, ==, paid->issued);
  g_assert_cmpint (profile->usual_delay, ==, 8);
  g_assert_cmpuint (profile->n_settled, ==, 1);
  g_assert_cmpint (profile->outstanding, ==, 21000);
  g_assert_null (acq_customer_profiles_get (profiles, 99));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dunning/scenario-book/order", test_order);
  g_test_add_func ("/dunning/scenario-book/used", test_used);
  g_test_add_func ("/dunning/scenario-book/conditions", test_conditions);
  g_test_add_func ("/dunning/scenario-book/invalid-conditions", test_invalid_conditions);
  g_test_add_func ("/dunning/scenario-book/profiles", test_profiles);
  return g_test_run ();
}
