/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-entry.h"
#include "acq-field-flaw-text.h"
#include "acq-siren.h"
#include "acq-workflow-error.h"
#include "import-case.h"

#define DAY(text) acq_day_parse_iso (text)
#define TODAY     DAY ("2026-11-20")

/* Invoices F1 of 100 and F2 of 50 of one customer, F3 of 30 of another. */
static StoreCase *
new_case (void)
{
  StoreCase *self = store_case_new ();

  import_case_read (self, "a.csv",
                    INVOICES "F1;05/11/2026;05/12/2026;C1;Dupont;100,00;;\n"
                             "F2;05/11/2026;05/12/2026;C1;Dupont;50,00;;\n"
                             "F3;05/11/2026;05/12/2026;C2;Martin;30,00;;\n",
                    "3 0 0 0");
  return self;
}

static AcqCustomer *
new_customer (const char *name)
{
  AcqCustomer *customer = acq_customer_new ();

  customer->name = g_strdup (name);
  return customer;
}

static void
test_customer (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqCustomer) customer = new_customer ("  SARL\tMenuiserie \u00a0Vauban "), read = NULL;

  customer->siret = g_strdup ("732 829 320 00074");
  customer->country = g_strdup ("fr");
  customer->address = g_strdup (" 1 rue Haute \n\n Bâtiment B ");
  customer->city = g_strdup ("");
  customer->terms = (AcqPaymentTerms){ 45, TRUE, 0 };
  g_ptr_array_add (customer->contacts,
                   acq_contact_new (ACQ_CONTACT_ROLE_PAYS, "", " compta@example.com", NULL));
  g_assert_true (acq_customer_entry_save (self->file, customer, NULL));
  read = acq_customer_entry_load (self->file, customer->id, NULL);
  g_assert_cmpstr (read->name, ==, "SARL Menuiserie Vauban");
  g_assert_cmpstr (read->code, ==, "C00003");
  g_assert_cmpstr (read->siren, ==, "732829320");
  g_assert_cmpstr (read->siret, ==, "73282932000074");
  g_assert_cmpstr (read->country, ==, "FR");
  g_assert_cmpstr (read->address, ==, "1 rue Haute\nBâtiment B");
  g_assert_null (read->city);
  g_assert_cmpint (read->kind, ==, ACQ_CUSTOMER_KIND_COMPANY);
  g_assert_cmpint (read->kind_source, ==, ACQ_KIND_SOURCE_GUESSED);
  g_assert_cmpint (read->terms.days, ==, 45);
  g_assert_cmpstr (((const AcqContact *) read->contacts->pdata[0])->email, ==, "compta@example.com");
  g_assert_null (((const AcqContact *) read->contacts->pdata[0])->name);
}

static void
test_edited (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqCustomer) customer = acq_customer_entry_load (self->file, 1, NULL), read = NULL;
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 100; i++)
    g_string_append (name, "Œuf");
  g_free (customer->name);
  customer->name = g_strdup (name->str);
  customer->kind = ACQ_CUSTOMER_KIND_CONSUMER;
  customer->kind_source = ACQ_KIND_SOURCE_STATED;
  customer->recipient_id = 2;
  customer->insolvent_since = TODAY;
  customer->credit_limit = 500000;
  g_clear_pointer (&customer->code, g_free);
  g_assert_true (acq_customer_entry_save (self->file, customer, NULL));
  read = acq_customer_entry_load (self->file, 1, NULL);
  g_assert_cmpstr (read->name, ==, name->str);
  g_assert_cmpstr (read->code, ==, "C1");
  g_assert_true (read->kind == ACQ_CUSTOMER_KIND_CONSUMER && read->kind_source == ACQ_KIND_SOURCE_STATED);
  g_assert_true (read->recipient_id == 2 && read->insolvent_since == TODAY && read->credit_limit == 500000);
  import_case_expect (self, "SELECT action || subject FROM journal ORDER BY id DESC", "edit_customerC1");
  read->id = 99;
  g_assert_false (acq_customer_entry_save (self->file, read, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_FIELD);
}

static void
spoil (AcqCustomer *customer, AcqCustomerFlaw flaw)
{
  static const char *const siren = "732829320";

  switch (flaw)
    {
    case ACQ_CUSTOMER_FLAW_NO_NAME:
      customer->name[0] = ' ';
      customer->name[1] = '\0';
      break;
    case ACQ_CUSTOMER_FLAW_CODE_TAKEN:
      customer->code = g_strdup (" C2 ");
      break;
    case ACQ_CUSTOMER_FLAW_BAD_SIREN:
      customer->siren = g_strdup ("732829321");
      break;
    case ACQ_CUSTOMER_FLAW_BAD_SIRET:
      customer->siret = g_strdup ("732829320");
      break;
    case ACQ_CUSTOMER_FLAW_OTHER_SIRET:
      customer->siren = g_strdup (siren);
      customer->siret = g_strdup ("55210055400013");
      break;
    case ACQ_CUSTOMER_FLAW_BAD_VAT_NUMBER:
      customer->vat_number = g_strdup ("FR00732829320");
      break;
    case ACQ_CUSTOMER_FLAW_OTHER_VAT_NUMBER:
      customer->siren = g_strdup (siren);
      customer->vat_number = acq_vat_number_from_siren ("552100554");
      break;
    case ACQ_CUSTOMER_FLAW_BAD_COUNTRY:
      customer->country = g_strdup ("France");
      break;
    case ACQ_CUSTOMER_FLAW_BAD_LANGUAGE:
      customer->language = g_strdup ("de");
      break;
    case ACQ_CUSTOMER_FLAW_BAD_EMAIL:
      g_ptr_array_add (customer->contacts, acq_contact_new (ACQ_CONTACT_ROLE_PAYS, NULL, "a@b", NULL));
      break;
    case ACQ_CUSTOMER_FLAW_BAD_PHONE:
      g_ptr_array_add (customer->contacts, acq_contact_new (ACQ_CONTACT_ROLE_PAYS, NULL, NULL, "demander"));
      break;
    case ACQ_CUSTOMER_FLAW_EMPTY_CONTACT:
      g_ptr_array_add (customer->contacts, acq_contact_new (ACQ_CONTACT_ROLE_PAYS, " ", "", NULL));
      break;
    case ACQ_CUSTOMER_FLAW_BAD_CREDIT_LIMIT:
      customer->credit_limit = -2;
      break;
    case ACQ_CUSTOMER_FLAW_BAD_RECIPIENT:
      customer->recipient_id = 99;
      break;
    case ACQ_CUSTOMER_FLAW_BAD_PAYER:
      customer->payer_id = 99;
      break;
    case ACQ_CUSTOMER_FLAW_BAD_INSOLVENCY:
      customer->insolvent_since = TODAY + 1;
      break;
    case ACQ_CUSTOMER_FLAW_NONE:
    default:
      break;
    }
}

/* Each flaw is found, leaves no trace, and has a field and a sentence. */
static void
test_customer_flaws (void)
{
  g_autoptr (StoreCase) self = new_case ();

  for (int flaw = ACQ_CUSTOMER_FLAW_NONE + 1; flaw <= ACQ_CUSTOMER_FLAW_BAD_INSOLVENCY; flaw++)
    {
      g_autoptr (AcqCustomer) customer = new_customer ("Neuf");
      g_autofree char *before = store_case_dump (self, TRUE);
      g_autoptr (GError) error = NULL;
      const char *code = acq_customer_flaw_to_code ((AcqCustomerFlaw) flaw);

      spoil (customer, (AcqCustomerFlaw) flaw);
      g_assert_false (acq_customer_entry_save (self->file, customer, &error));
      g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_FIELD);
      g_assert_cmpstr (error->message, ==, code);
      g_assert_nonnull (acq_customer_flaw_field ((AcqCustomerFlaw) flaw));
      g_assert_nonnull (acq_field_flaw_text (code));
      g_assert_cmpint (customer->id, ==, 0);
      store_case_assert_dump (self, TRUE, before);
    }
}

/* Messages go one hop and no further. */
static void
test_recipients (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqCustomer) first = acq_customer_entry_load (self->file, 1, NULL);
  g_autoptr (AcqCustomer) second = acq_customer_entry_load (self->file, 2, NULL), third = new_customer ("Neuf");
  g_autoptr (GError) back = NULL, chain = NULL;

  first->recipient_id = 2;
  g_assert_true (acq_customer_entry_save (self->file, first, NULL));
  second->recipient_id = 1;
  g_assert_false (acq_customer_entry_save (self->file, second, &back));
  g_assert_cmpstr (back->message, ==, "bad_recipient");
  third->recipient_id = 1;
  g_assert_false (acq_customer_entry_save (self->file, third, &chain));
  g_assert_cmpstr (chain->message, ==, "bad_recipient");
  /* Oneself is nobody else. */
  second->recipient_id = 2;
  g_assert_true (acq_customer_entry_save (self->file, second, NULL));
  import_case_expect (self, "SELECT recipient_id FROM customer WHERE id = 2", NULL);
}

static void
test_street (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { "1 rue Haute", "1 rue Haute" },
    { "12, rue Haute", "12, rue Haute" },
    { "12 bis , rue Haute, BP 7", "12 bis, rue Haute\nBP 7" },
    { "Bât. A,12B,rue Haute,", "Bât. A\n12B, rue Haute" },
    { "ZI Nord, lot 3", "ZI Nord\nlot 3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lines = acq_customer_entry_split_street (cases[i][0]);

      g_assert_cmpstr (lines, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/customer-entry/customer", test_customer);
  g_test_add_func ("/customer-entry/edited", test_edited);
  g_test_add_func ("/customer-entry/flaws", test_customer_flaws);
  g_test_add_func ("/customer-entry/recipients", test_recipients);
  g_test_add_func ("/customer-entry/street", test_street);
  return g_test_run ();
}
