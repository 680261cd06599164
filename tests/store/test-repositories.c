/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-repository.h"
#include "acq-customer-repository.h"
#include "acq-invoice-repository.h"
#include "acq-ledger-repository.h"
#include "acq-note-repository.h"
#include "acq-receipt-repository.h"
#include "acq-settings-repository.h"
#include "store-case.h"

#define DAY(text) acq_day_parse_iso (text)

static void
expect_row (const StoreCase *self, const char *sql, const char *expected)
{
  g_autofree char *row = store_case_ask (self, sql);

  g_assert_cmpstr (row, ==, expected);
}

static AcqCustomer *
full_customer (void)
{
  AcqCustomer *customer = acq_customer_new ();

  customer->code = g_strdup ("C9");
  customer->name = g_strdup ("Café Dupont");
  customer->kind = ACQ_CUSTOMER_KIND_COMPANY;
  customer->kind_source = ACQ_KIND_SOURCE_STATED;
  customer->siren = g_strdup ("732829320");
  customer->siret = g_strdup ("73282932000074");
  customer->vat_number = g_strdup ("FR44732829320");
  customer->address = g_strdup ("1 rue A\nBât. B");
  customer->postcode = g_strdup ("39100");
  customer->city = g_strdup ("Dole");
  customer->country = g_strdup ("BE");
  customer->language = g_strdup ("en");
  customer->recipient_id = 1;
  customer->payer_id = 1;
  customer->terms = (AcqPaymentTerms){ 45, TRUE, 0 };
  customer->credit_limit = 123456;
  customer->insolvent_since = DAY ("2026-03-04");
  customer->precious = TRUE;
  g_ptr_array_add (customer->contacts, acq_contact_new (ACQ_CONTACT_ROLE_PAYS, "Z", "z@a.example", NULL));
  g_ptr_array_add (customer->contacts, acq_contact_new (ACQ_CONTACT_ROLE_DIRECTS, NULL, NULL, "0353019110"));
  return customer;
}

static void
insert_named (StoreCase *self, const char *name)
{
  g_autoptr (AcqCustomer) customer = acq_customer_new ();
  g_autoptr (GError) error = NULL;

  customer->name = g_strdup (name);
  acq_customer_repository_insert (self->connection, customer, 0, &error);
  g_assert_no_error (error);
}

static void
test_customer (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqCustomer) customer = full_customer ();
  g_autoptr (AcqCustomer) read = NULL, plain = NULL;
  g_autofree char *before = NULL;

  insert_named (self, "First");
  g_assert_true (acq_customer_repository_insert (self->connection, customer, 0, NULL));
  g_assert_cmpint (customer->id, ==, 2);
  expect_row (
    self,
    "SELECT code || name || name_key || kind || kind_source || siren || siret || vat_number ||"
    " address || postcode || city || country || language || recipient_id || payer_id || terms ||"
    " credit_limit || insolvent_since || precious FROM customer WHERE id = 2",
    "C9Café Dupontcafedupontcompanystated73282932073282932000074FR447328293201 rue A\nBât. B39100Dole"
    "BEen1145 fin de mois1234562026-03-041");
  read = acq_customer_repository_find (self->connection, 2, NULL);
  g_assert_cmpuint (read->contacts->len, ==, 2);
  g_assert_cmpstr (((AcqContact *) read->contacts->pdata[1])->phone, ==, "0353019110");
  before = store_case_dump (self, TRUE);
  g_assert_true (acq_customer_repository_update (self->connection, read, NULL));
  store_case_assert_dump (self, TRUE, before);
  /* What is not known stays unknown. */
  plain = acq_customer_repository_find (self->connection, 1, NULL);
  g_assert_cmpstr (plain->code, ==, "C00001");
  g_assert_null (plain->siren);
  g_assert_cmpint (plain->credit_limit, ==, -1);
  g_assert_cmpint (plain->insolvent_since, ==, ACQ_DAY_NONE);
  g_assert_false (acq_payment_terms_are_known (plain->terms));
  g_assert_true (acq_customer_repository_update (self->connection, plain, NULL));
  store_case_assert_dump (self, TRUE, before);
  g_assert_null (acq_customer_repository_find (self->connection, 99, NULL));
}

static void
test_codes (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqCustomer) taken = acq_customer_new ();

  taken->name = g_strdup ("Taken");
  taken->code = g_strdup ("C00002");
  g_assert_true (acq_customer_repository_insert (self->connection, taken, 0, NULL));
  insert_named (self, "Generated");
  expect_row (self, "SELECT code FROM customer WHERE id = 2", "C00003");
  g_assert_cmpint (acq_customer_repository_find_by_code (self->connection, "C00003", NULL), ==, 2);
  g_assert_cmpint (acq_customer_repository_find_by_code (self->connection, "C00001", NULL), ==, 0);
}

static gint64
same_as (StoreCase *self, const char *code, const char *name, const char *siren)
{
  g_autoptr (AcqCustomer) customer = acq_customer_new ();

  customer->code = g_strdup (code);
  customer->name = g_strdup (name);
  customer->siren = g_strdup (siren);
  return acq_customer_repository_find_same (self->connection, customer, NULL);
}

static void
test_same_customer (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  g_assert_true (
    acq_connection_exec (self->connection,
                         "INSERT INTO customer (id, code, name, name_key, kind, kind_source, siren) VALUES"
                         " (1, 'C1', 'Dupont SARL', 'dupontsarl', 'company', 'stated', '732829320'),"
                         " (2, 'C2', 'Martin', 'martin', 'unknown', 'guessed', NULL),"
                         " (3, 'C3', 'Petit', 'petit', 'unknown', 'guessed', NULL),"
                         " (4, 'C4', 'Petit', 'petit', 'unknown', 'guessed', NULL),"
                         " (5, 'C5', 'Agence Nord', 'agencenord', 'company', 'stated', '552100554'),"
                         " (6, 'C6', 'Agence Sud', 'agencesud', 'company', 'stated', '552100554')",
                         NULL));
  g_assert_cmpint (same_as (self, "C2", "Anything", NULL), ==, 2);
  g_assert_cmpint (same_as (self, NULL, "Dupont (Lyon)", "732829320"), ==, 1);
  g_assert_cmpint (same_as (self, NULL, "dupont sarl", NULL), ==, 1);
  g_assert_cmpint (same_as (self, NULL, "Dupont SARL", "404833048"), ==, 0);
  g_assert_cmpint (same_as (self, NULL, "MARTIN", "404833048"), ==, 2);
  g_assert_cmpint (same_as (self, NULL, "Petit", NULL), ==, 0);
  g_assert_cmpint (same_as (self, NULL, "Agence Sud", "552100554"), ==, 6);
  g_assert_cmpint (same_as (self, NULL, "Agence Est", "552100554"), ==, 0);
}

static AcqInvoice *
full_invoice (void)
{
  AcqInvoice *invoice = acq_invoice_new ();

  invoice->number = g_strdup ("FA-1");
  invoice->customer_id = 1;
  invoice->kind = ACQ_INVOICE_KIND_PROGRESS;
  invoice->issued = DAY ("2026-01-10");
  invoice->performed = DAY ("2026-01-09");
  invoice->currency = ACQ_CURRENCY_EUR;
  invoice->total = 12000;
  invoice->prepaid = 2000;
  invoice->order_reference = g_strdup ("order");
  invoice->engagement = g_strdup ("engagement");
  invoice->deposited = DAY ("2026-01-12");
  invoice->deposit_status = g_strdup ("received");
  invoice->corrects = g_strdup ("FA-0");
  invoice->penalty_note = g_strdup ("penalty");
  invoice->indemnity_note = g_strdup ("indemnity");
  invoice->discount_note = g_strdup ("discount");
  invoice->factored = TRUE;
  invoice->opening = TRUE;
  invoice->old_item = TRUE;
  invoice->reminders_before = 2;
  invoice->last_reminder_before = DAY ("2026-03-01");
  acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_RETENTION, DAY ("2027-01-10"), 600);
  acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, DAY ("2026-02-10"), 11400);
  acq_invoice_add_vat_line (invoice, 2000, 10000, 2000, FALSE);
  acq_invoice_add_vat_line (invoice, 0, 0, 0, TRUE);
  acq_invoice_spread_settled (invoice, 2000);
  return invoice;
}

static void
test_invoice (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqInvoice) invoice = full_invoice ();
  g_autoptr (AcqInvoice) read = NULL;
  g_autoptr (AcqLedger) ledger = NULL;
  g_autofree char *before = NULL;

  insert_named (self, "First");
  g_assert_true (acq_invoice_repository_insert (self->connection, invoice, 0, NULL));
  expect_row (self,
              "SELECT number || customer_id || kind || issued || performed || currency || total || prepaid ||"
              " balance || order_reference || engagement || deposited || deposit_status || corrects ||"
              " penalty_note || indemnity_note || discount_note || factored || cancelled || opening ||"
              " old_item || reminders_before || last_reminder_before FROM invoice",
              "FA-11progress2026-01-102026-01-09EUR12000200010000orderengagement2026-01-12receivedFA-0penalty"
              "indemnitydiscount101122026-03-01");
  before = store_case_dump (self, TRUE);
  read = acq_invoice_repository_find (self->connection, 1, NULL);
  g_assert_cmpuint (read->due_items->len, ==, 2);
  g_assert_cmpint (acq_invoice_due_item (read, 0)->balance, ==, 9400);
  g_assert_cmpint (acq_invoice_due_item (read, 1)->kind, ==, ACQ_DUE_KIND_RETENTION);
  g_assert_cmpuint (read->vat_lines->len, ==, 2);
  g_assert_true (g_array_index (read->vat_lines, AcqVatLine, 1).reverse_charge);
  g_assert_true (acq_invoice_repository_update (self->connection, read, NULL));
  store_case_assert_dump (self, TRUE, before);
  g_assert_true (acq_invoice_repository_refresh_balance (self->connection, 1, NULL));
  store_case_assert_dump (self, TRUE, before);
  ledger = acq_ledger_repository_load (self->connection, ACQ_LEDGER_WHOLE, DAY ("2026-11-20"), NULL);
  g_assert_true (acq_invoice_repository_update (self->connection, ledger->invoices->pdata[0], NULL));
  store_case_assert_dump (self, TRUE, before);
  g_assert_cmpint (acq_invoice_repository_find_id (self->connection, "FA-1", NULL), ==, 1);
  g_assert_cmpint (acq_invoice_repository_find_id (self->connection, "FA-2", NULL), ==, 0);
  store_case_assert_sound (self);
}

static void
count_open (gpointer user_data, AcqDay due, gint64 balance)
{
  *(gint64 *) user_data += balance;
}

/* What was cancelled is owed by nobody, and a number is one invoice's. */
static void
test_cancelled (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqInvoice) invoice = full_invoice ();
  g_autoptr (AcqInvoice) again = full_invoice ();
  g_autoptr (GError) error = NULL;
  gint64 open = 0;

  insert_named (self, "First");
  g_assert_true (acq_invoice_repository_insert (self->connection, invoice, 0, NULL));
  g_assert_true (
    acq_invoice_repository_each_open_item (self->connection, ACQ_CURRENCY_EUR, count_open, &open, NULL));
  g_assert_cmpint (open, ==, 10000);
  invoice->cancelled = TRUE;
  g_assert_true (acq_invoice_repository_update (self->connection, invoice, NULL));
  open = 0;
  g_assert_true (
    acq_invoice_repository_each_open_item (self->connection, ACQ_CURRENCY_EUR, count_open, &open, NULL));
  g_assert_cmpint (open, ==, 0);
  store_case_assert_sound (self);
  g_assert_false (acq_invoice_repository_insert (self->connection, again, 0, &error));
  g_assert_nonnull (error);
}

static void
test_copies (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqInvoice) invoice = full_invoice ();
  g_autoptr (GBytes) first = g_bytes_new_static ("one", 3), second = g_bytes_new_static ("two", 3);
  g_autoptr (GBytes) newest = NULL;
  gboolean added;

  insert_named (self, "First");
  g_assert_true (acq_invoice_repository_insert (self->connection, invoice, 0, NULL));
  g_assert_null (acq_invoice_repository_load_copy (self->connection, 1, NULL));
  g_assert_true (acq_invoice_repository_add_copy (self->connection, 1, "a.pdf", first, 0, &added, NULL));
  g_assert_true (added);
  g_assert_true (acq_invoice_repository_add_copy (self->connection, 1, "b.pdf", first, 0, &added, NULL));
  g_assert_false (added);
  g_assert_true (acq_invoice_repository_add_copy (self->connection, 1, "a.pdf", second, 0, &added, NULL));
  g_assert_true (added);
  newest = acq_invoice_repository_load_copy (self->connection, 1, NULL);
  g_assert_true (g_bytes_equal (newest, second));
}

static void
test_notes (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqInvoice) invoice = full_invoice ();
  g_autoptr (AcqNote) note = acq_note_new (), whole = acq_note_new ();
  g_autoptr (AcqPaymentPlan) plan = acq_payment_plan_new ();
  g_autoptr (AcqReminder) reminder = acq_reminder_new ();
  g_autoptr (AcqLedger) ledger = NULL;
  AcqInstalment instalments[] = { { DAY ("2026-04-01"), 5000 }, { DAY ("2026-05-01"), 5001 } };
  gint64 invoice_id = 1;
  const AcqNote *read;
  const AcqPaymentPlan *read_plan;
  const AcqReminder *read_reminder;

  insert_named (self, "First");
  g_assert_true (acq_invoice_repository_insert (self->connection, invoice, 0, NULL));
  *note = (AcqNote){
    0, ACQ_NOTE_KIND_DISPUTE, 1, 1, 0, DAY ("2026-03-01"), DAY ("2026-04-01"), note->reason, TRUE
  };
  note->reason = g_strdup ("broken");
  note->category = ACQ_DISPUTE_CATEGORY_QUANTITY;
  note->person = g_strdup ("Marie");
  *whole = (AcqNote){ 0, ACQ_NOTE_KIND_EXCLUDE, 1, 0, -1, DAY ("2026-03-02"), ACQ_DAY_NONE, NULL, FALSE };
  plan->customer_id = 1;
  plan->agreed = DAY ("2026-03-03");
  plan->ended = TRUE;
  plan->interest_stop = DAY ("2026-03-04");
  g_array_append_vals (plan->instalments, instalments, 2);
  g_array_append_val (plan->invoice_ids, invoice_id);
  reminder->invoice_id = 1;
  reminder->due = DAY ("2026-02-10");
  reminder->day = DAY ("2026-02-13");
  reminder->step = g_strdup ("d3");
  reminder->level = 1;
  reminder->channel = g_strdup ("mail");
  g_assert_true (acq_note_repository_insert (self->connection, note, NULL));
  g_assert_true (acq_note_repository_insert (self->connection, whole, NULL));
  g_assert_true (acq_note_repository_insert_plan (self->connection, plan, NULL));
  g_assert_true (acq_note_repository_insert_reminder (self->connection, reminder, NULL));
  ledger = acq_ledger_repository_load (self->connection, ACQ_LEDGER_WHOLE, DAY ("2026-11-20"), NULL);
  read = ledger->notes->pdata[0];
  g_assert_true (read->kind == note->kind && read->customer_id == 1 && read->invoice_id == 1
                 && read->amount == 0 && read->day == note->day && read->until == note->until
                 && read->closed);
  g_assert_cmpstr (read->reason, ==, "broken");
  g_assert_cmpint (read->category, ==, ACQ_DISPUTE_CATEGORY_QUANTITY);
  g_assert_cmpstr (read->person, ==, "Marie");
  read = ledger->notes->pdata[1];
  g_assert_true (read->kind == whole->kind && read->invoice_id == 0 && read->amount == -1
                 && read->until == ACQ_DAY_NONE && read->reason == NULL && !read->closed
                 && read->category == ACQ_DISPUTE_CATEGORY_UNKNOWN && read->person == NULL);
  read_plan = ledger->plans->pdata[0];
  g_assert_true (read_plan->agreed == plan->agreed && read_plan->ended && read_plan->instalments->len == 2);
  g_assert_cmpint (g_array_index (read_plan->instalments, AcqInstalment, 1).amount, ==, 5001);
  g_assert_cmpint (read_plan->interest_stop, ==, DAY ("2026-03-04"));
  g_assert_cmpint (g_array_index (read_plan->invoice_ids, gint64, 0), ==, 1);
  read_reminder = ledger->reminders->pdata[0];
  g_assert_true (read_reminder->due == reminder->due && read_reminder->day == reminder->day
                 && read_reminder->level == 1);
  g_assert_cmpstr (read_reminder->step, ==, "d3");
  g_assert_cmpstr (read_reminder->channel, ==, "mail");
}

static void
test_settings (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqCompany) company = NULL, without = NULL;
  g_autoptr (AcqLedger) ledger = acq_ledger_new ();
  g_autofree char *value = NULL;

  g_assert_null (acq_settings_repository_get (self->connection, "tolerance", NULL));
  g_assert_true (acq_settings_repository_set (self->connection, "tolerance", "1.00", NULL));
  g_assert_true (acq_settings_repository_set (self->connection, "tolerance", "2.00", NULL));
  value = acq_settings_repository_get (self->connection, "tolerance", NULL);
  g_assert_cmpstr (value, ==, "2.00");
  for (const char *const *key = acq_company_keys (); *key != NULL; key++)
    g_assert_true (acq_settings_repository_set_company (self->connection, *key, *key, NULL));
  company = acq_settings_repository_load_company (self->connection, NULL);
  for (const char *const *key = acq_company_keys (); *key != NULL; key++)
    g_assert_cmpstr (acq_company_get (company, *key), ==, *key);
  g_assert_true (acq_settings_repository_set_company (self->connection, "iban", "", NULL));
  without = acq_settings_repository_load_company (self->connection, NULL);
  g_assert_null (without->iban);
  insert_named (self, "First");
  g_assert_true (acq_settings_repository_learn_payer (self->connection, "DUPONT", FALSE, 1, NULL));
  g_assert_true (acq_settings_repository_learn_payer (self->connection, "DUPONT", FALSE, 1, NULL));
  g_assert_true (acq_settings_repository_learn_payer (self->connection, "FR76", TRUE, 1, NULL));
  g_assert_true (acq_settings_repository_forget_payer (self->connection, "FR76", 1, NULL));
  g_assert_true (acq_settings_repository_forget_payer (self->connection, "DUPONT", 1, NULL));
  g_assert_true (acq_settings_repository_load_aliases (self->connection, ledger, NULL));
  g_assert_cmpuint (ledger->aliases->len, ==, 1);
  g_assert_cmpint (((AcqPayerAlias *) ledger->aliases->pdata[0])->confirmations, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/repositories/customer", test_customer);
  g_test_add_func ("/store/repositories/codes", test_codes);
  g_test_add_func ("/store/repositories/same-customer", test_same_customer);
  g_test_add_func ("/store/repositories/invoice", test_invoice);
  g_test_add_func ("/store/repositories/cancelled", test_cancelled);
  g_test_add_func ("/store/repositories/copies", test_copies);
  g_test_add_func ("/store/repositories/notes", test_notes);
  g_test_add_func ("/store/repositories/settings", test_settings);
  return g_test_run ();
}
