/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-customer-entry.h"
#include "acq-fact-entry.h"
#include "acq-field-flaw-text.h"
#include "acq-invoice-entry.h"
#include "acq-payment-plan-entry.h"
#include "acq-payment-record.h"
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

static AcqInvoice *
new_invoice (const char *number, gint64 total)
{
  AcqInvoice *invoice = acq_invoice_new ();

  invoice->number = g_strdup (number);
  invoice->issued = DAY ("2026-11-10");
  invoice->total = total;
  return invoice;
}

static void
test_invoice (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqInvoice) invoice = new_invoice (" M 1 ", 12000);
  g_autoptr (GBytes) copy = g_bytes_new_static ("%PDF-1.7\n", 9);
  AcqInvoiceEntry entry = { invoice, "Société Neuve SARL", copy, "m1.pdf" };

  acq_invoice_add_vat_line (invoice, 2000, 10000, 2000, FALSE);
  g_assert_true (acq_invoice_entry_save (self->file, &entry, NULL));
  store_case_assert_sound (self);
  import_case_expect (self,
                      "SELECT number || name || due || i.balance || kind_source FROM invoice i JOIN customer c"
                      " ON c.id = customer_id JOIN due_item d ON d.invoice_id = i.id WHERE i.number LIKE 'M%'",
                      "M 1Société Neuve SARL2026-12-1012000guessed");
  import_case_expect (self, "SELECT name || length (bytes) FROM attachment", "m1.pdf9");
  import_case_expect (self, "SELECT rate || base || tax FROM vat_line", "2000100002000");
  import_case_expect (self, "SELECT old_item FROM invoice WHERE number = 'M 1'", "0");
}

/* The name of a customer whom the file knows means him; his terms make the due day. A credit note is kept below zero. */
static void
test_known_customer (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqCustomer) customer = acq_customer_entry_load (self->file, 1, NULL);
  g_autoptr (AcqInvoice) invoice = new_invoice ("M1", 5000), credit = new_invoice ("A1", 2000);
  AcqInvoiceEntry entry = { invoice, "DUPONT", NULL, NULL }, credit_entry = { credit, NULL, NULL, NULL };

  customer->terms = (AcqPaymentTerms){ 30, TRUE, 0 };
  g_assert_true (acq_customer_entry_save (self->file, customer, NULL));
  g_assert_true (acq_invoice_entry_save (self->file, &entry, NULL));
  g_assert_cmpint (invoice->customer_id, ==, 1);
  import_case_expect (self, "SELECT due FROM due_item JOIN invoice i ON i.id = invoice_id WHERE number = 'M1'",
                      "2026-12-31");
  g_assert_cmpint (acq_invoice_entry_due_day (self->file, 1, DAY ("2026-11-10"), NULL), ==, DAY ("2026-12-31"));
  g_assert_cmpint (acq_invoice_entry_due_day (self->file, 0, DAY ("2026-11-10"), NULL), ==, DAY ("2026-12-10"));
  credit->customer_id = 1;
  credit->kind = ACQ_INVOICE_KIND_CREDIT_NOTE;
  acq_invoice_add_vat_line (credit, 0, 2000, 0, FALSE);
  g_assert_true (acq_invoice_entry_save (self->file, &credit_entry, NULL));
  store_case_assert_sound (self);
  import_case_expect (self, "SELECT total || i.balance || due FROM invoice i JOIN due_item d ON d.invoice_id = i.id"
                            " WHERE number = 'A1'",
                      "-2000-20002026-11-10");
}

static void
spoil_entry (AcqInvoiceEntry *entry, AcqEntryFlaw flaw, GBytes *text)
{
  AcqInvoice *invoice = entry->invoice;

  if (flaw == ACQ_ENTRY_FLAW_NO_NUMBER || flaw == ACQ_ENTRY_FLAW_NUMBER_TAKEN)
    {
      g_free (invoice->number);
      invoice->number = g_strdup (flaw == ACQ_ENTRY_FLAW_NO_NUMBER ? "  " : "F2 ");
    }
  else if (flaw == ACQ_ENTRY_FLAW_NO_CUSTOMER)
    invoice->customer_id = 0;
  else if (flaw == ACQ_ENTRY_FLAW_OTHER_CUSTOMER)
    invoice->customer_id = 2;
  else if (flaw == ACQ_ENTRY_FLAW_BAD_ISSUED)
    invoice->issued = TODAY + 400;
  else if (flaw == ACQ_ENTRY_FLAW_BAD_DUE)
    acq_invoice_due_item (invoice, 0)->due = invoice->issued - 1;
  else if (flaw == ACQ_ENTRY_FLAW_BAD_TOTAL)
    invoice->total = 0;
  else if (flaw == ACQ_ENTRY_FLAW_PARTS_DIFFER)
    invoice->total++;
  else if (flaw == ACQ_ENTRY_FLAW_VAT_DIFFERS)
    acq_invoice_add_vat_line (invoice, 2000, 10000, 2000, FALSE);
  else if (flaw == ACQ_ENTRY_FLAW_BELOW_SETTLED)
    invoice->total = acq_invoice_due_item (invoice, 0)->amount = 3999;
  else if (flaw == ACQ_ENTRY_FLAW_BAD_COPY)
    entry->copy = text;
}

/* Changes of F1, of which 40 are paid. */
static void
test_invoice_flaws (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GBytes) text = g_bytes_new_static ("no pdf at all", 13);
  AcqPaymentEntry payment = { "F1", 4000, TODAY, ACQ_MEANS_CASH, NULL };
  AcqReceiptState state;

  g_assert_true (acq_fact_enter_payment (self->file, &payment, &state, NULL));
  for (int flaw = ACQ_ENTRY_FLAW_NONE + 1; flaw <= ACQ_ENTRY_FLAW_BAD_COPY; flaw++)
    {
      g_autoptr (AcqInvoice) invoice = acq_invoice_entry_load (self->file, "F1", NULL);
      AcqInvoiceEntry entry = { invoice, NULL, NULL, NULL };
      g_autofree char *before = store_case_dump (self, TRUE);
      g_autoptr (GError) error = NULL;
      const char *code = acq_entry_flaw_to_code ((AcqEntryFlaw) flaw);

      spoil_entry (&entry, (AcqEntryFlaw) flaw, text);
      g_assert_false (acq_invoice_entry_save (self->file, &entry, &error));
      g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_FIELD);
      g_assert_cmpstr (error->message, ==, code);
      g_assert_nonnull (acq_entry_flaw_field ((AcqEntryFlaw) flaw));
      g_assert_nonnull (acq_field_flaw_text (code));
      store_case_assert_dump (self, TRUE, before);
    }
}

/* What was paid stays paid. */
static void
test_invoice_edited (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqInvoice) invoice = NULL;
  AcqPaymentEntry payment = { "F1", 4000, TODAY, ACQ_MEANS_CASH, NULL };
  AcqInvoiceEntry entry = { 0 };
  AcqReceiptState state;

  g_assert_true (acq_fact_enter_payment (self->file, &payment, &state, NULL));
  invoice = entry.invoice = acq_invoice_entry_load (self->file, "F1", NULL);
  invoice->total = acq_invoice_due_item (invoice, 0)->amount = 4000;
  g_free (invoice->number);
  invoice->number = g_strdup ("F1-bis");
  g_assert_true (acq_invoice_entry_save (self->file, &entry, NULL));
  store_case_assert_sound (self);
  import_case_expect (self, "SELECT balance FROM invoice WHERE number = 'F1-bis'", "0");
  import_case_expect (self, "SELECT count(*) FROM invoice", "3");
}

static void
test_payments (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqPaymentEntry cheque = { "F1", 10000, TODAY - 3, ACQ_MEANS_CHEQUE, NULL };
  AcqPaymentEntry cash = { "F1", 100, TODAY, ACQ_MEANS_CASH, NULL };
  g_autoptr (GError) state_error = NULL, day = NULL, owed = NULL, none = NULL;
  AcqReceiptState state;

  g_assert_true (acq_fact_enter_payment (self->file, &cheque, &state, NULL));
  g_assert_false (acq_payment_move (self->file, 1, ACQ_RECEIPT_STATE_IN_HAND, TODAY, &state_error));
  g_assert_error (state_error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_STATE);
  g_assert_false (acq_payment_move (self->file, 1, ACQ_RECEIPT_STATE_DEPOSITED, TODAY + 1, &day));
  g_assert_error (day, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY);
  g_assert_true (acq_payment_move (self->file, 1, ACQ_RECEIPT_STATE_DEPOSITED, TODAY - 1, NULL));
  import_case_expect (self, "SELECT state || state_since FROM receipt", "deposited2026-11-19");
  import_case_expect (self, "SELECT balance FROM invoice WHERE number = 'F1'", "10000");
  g_assert_true (acq_payment_move (self->file, 1, ACQ_RECEIPT_STATE_CREDITED, TODAY, NULL));
  store_case_assert_sound (self);
  import_case_expect (self, "SELECT balance FROM invoice WHERE number = 'F1'", "0");
  /* Unpaid after all: the invoice is owed again, and paid in another way the cheque no longer fits. */
  g_assert_true (acq_payment_move (self->file, 1, ACQ_RECEIPT_STATE_RETURNED, TODAY, NULL));
  store_case_assert_sound (self);
  import_case_expect (self, "SELECT balance FROM invoice WHERE number = 'F1'", "10000");
  g_assert_true (acq_fact_enter_payment (self->file, &cheque, &state, NULL));
  g_assert_true (acq_connection_exec (self->connection, "UPDATE receipt SET state = 'in_hand' WHERE id = 1", NULL));
  g_assert_true (acq_payment_move (self->file, 2, ACQ_RECEIPT_STATE_CREDITED, TODAY, NULL));
  g_assert_false (acq_payment_move (self->file, 1, ACQ_RECEIPT_STATE_CREDITED, TODAY, &owed));
  g_assert_error (owed, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_MORE_THAN_OWED);
  g_assert_true (acq_payment_take_back (self->file, 2, NULL));
  g_assert_true (acq_payment_take_back (self->file, 1, NULL));
  store_case_assert_sound (self);
  import_case_expect (self, "SELECT balance FROM invoice WHERE number = 'F1'", "10000");
  import_case_expect (self, "SELECT count(*) FROM receipt", "0");
  g_assert_false (acq_payment_take_back (self->file, 1, &none));
  g_assert_error (none, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_PAYMENT);
  g_assert_true (acq_fact_enter_payment (self->file, &cash, &state, NULL));
}

/* A payment that a bank line has come to show is the bank's word. */
static void
test_payment_shown (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqPaymentEntry transfer = { "F1", 10000, TODAY, ACQ_MEANS_TRANSFER, NULL };
  g_autofree char *lines
    = import_case_ofx ("98765432109", (const char *const[]){ "20261119 100.00 A VIR DUPONT", NULL });
  g_autoptr (GError) error = NULL, moved = NULL;
  AcqReceiptState state;

  g_assert_true (acq_fact_enter_payment (self->file, &transfer, &state, NULL));
  import_case_read (self, "a.ofx", lines, "1 0 0 0");
  g_assert_false (acq_payment_take_back (self->file, 1, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_ON_BANK_LINE);
  g_assert_false (acq_payment_move (self->file, 1, ACQ_RECEIPT_STATE_RETURNED, TODAY, &moved));
  g_assert_error (moved, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_ON_BANK_LINE);
}

static void
test_notes (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqNoteEntry promise = { ACQ_NOTE_KIND_PROMISE, "F1", NULL, -1, ACQ_DAY_NONE, TODAY + 5, NULL };
  AcqNoteEntry answer = { ACQ_NOTE_KIND_ANSWER, NULL, "C1", -1, ACQ_DAY_NONE, ACQ_DAY_NONE, "bonjour" };
  g_autoptr (GError) again = NULL, missing = NULL;
  gint64 id;

  g_assert_true (acq_fact_enter_note (self->file, &promise, &id, NULL));
  g_assert_true (acq_fact_close_note (self->file, id, NULL));
  import_case_expect (self, "SELECT action || subject || detail FROM journal ORDER BY id DESC",
                      "close_noteF1kind=promise");
  g_assert_false (acq_fact_close_note (self->file, id, &again));
  g_assert_error (again, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_NOTE);
  g_assert_false (acq_fact_close_note (self->file, 99, &missing));
  g_assert_error (missing, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_NOTE);
  g_assert_true (acq_fact_enter_note (self->file, &answer, &id, NULL));
  g_assert_true (acq_fact_mark_answers_read (self->file, "C1", NULL));
  import_case_expect (self, "SELECT count(*) FROM note WHERE NOT closed", "0");
}

static void
test_split (void)
{
  g_autoptr (GArray) parts = acq_payment_plan_split (10001, 3, DAY ("2026-01-31"));

  g_assert_cmpuint (parts->len, ==, 3);
  g_assert_cmpint (g_array_index (parts, AcqInstalment, 0).amount, ==, 3334);
  g_assert_cmpint (g_array_index (parts, AcqInstalment, 2).amount, ==, 3333);
  g_assert_cmpint (g_array_index (parts, AcqInstalment, 1).due, ==, DAY ("2026-02-28"));
  g_assert_cmpint (g_array_index (parts, AcqInstalment, 2).due, ==, DAY ("2026-03-31"));
  for (gint64 total = 7; total < 60; total++)
    {
      g_autoptr (GArray) some = acq_payment_plan_split (total, 7, TODAY);
      gint64 sum = 0;

      for (guint i = 0; i < some->len; i++)
        sum += g_array_index (some, AcqInstalment, i).amount;
      g_assert_cmpint (sum, ==, total);
    }
}

static gboolean
plan (StoreCase *self, const char *first, const char *second, gint64 amount, AcqDay day, GError **error)
{
  const char *numbers[] = { first, second, NULL };
  AcqInstalment instalments[] = { { day, amount }, { TODAY + 40, 5000 } };
  AcqPaymentPlanEntry entry = { numbers, instalments, 2, ACQ_DAY_NONE };
  gint64 id;

  return acq_payment_plan_enter (self->file, &entry, &id, error);
}

static void
test_plan (void)
{
  static const struct
  {
    const char *first, *second;
    gint64 amount;
    int days;
    AcqWorkflowError code;
  } refused[] = {
    { "F1", "F2", 9999, 10, ACQ_WORKFLOW_ERROR_PLAN_SUM },
    { "F1", "F2", 10001, 10, ACQ_WORKFLOW_ERROR_PLAN_SUM },
    { "F1", "F2", -5, 10, ACQ_WORKFLOW_ERROR_PLAN_SUM },
    { "F1", "F2", 10000, 40, ACQ_WORKFLOW_ERROR_BAD_DAY },
    { "F1", "F2", 10000, -1, ACQ_WORKFLOW_ERROR_BAD_DAY },
    { "F1", "F3", 8000, 10, ACQ_WORKFLOW_ERROR_AMBIGUOUS_CUSTOMER },
    { "F1", "F9", 8000, 10, ACQ_WORKFLOW_ERROR_NO_SUCH_INVOICE },
  };
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GError) again = NULL, ended = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
        plan (self, refused[i].first, refused[i].second, refused[i].amount, TODAY + refused[i].days, &error));
      g_assert_error (error, ACQ_WORKFLOW_ERROR, (int) refused[i].code);
    }
  g_assert_true (plan (self, "F1", "F2", 10000, TODAY + 10, NULL));
  store_case_assert_sound (self);
  g_assert_false (plan (self, "F1", NULL, 5000, TODAY + 10, &again));
  g_assert_error (again, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_IN_PLAN);
  g_assert_true (acq_payment_plan_end (self->file, 1, NULL));
  g_assert_false (acq_payment_plan_end (self->file, 1, &ended));
  g_assert_error (ended, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_PLAN);
  g_assert_true (plan (self, "F1", NULL, 5000, TODAY + 10, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entries/customer", test_customer);
  g_test_add_func ("/entries/customer-edited", test_edited);
  g_test_add_func ("/entries/customer-flaws", test_customer_flaws);
  g_test_add_func ("/entries/recipients", test_recipients);
  g_test_add_func ("/entries/invoice", test_invoice);
  g_test_add_func ("/entries/known-customer", test_known_customer);
  g_test_add_func ("/entries/invoice-flaws", test_invoice_flaws);
  g_test_add_func ("/entries/invoice-edited", test_invoice_edited);
  g_test_add_func ("/entries/payments", test_payments);
  g_test_add_func ("/entries/payment-shown", test_payment_shown);
  g_test_add_func ("/entries/notes", test_notes);
  g_test_add_func ("/entries/split", test_split);
  g_test_add_func ("/entries/plan", test_plan);
  return g_test_run ();
}
