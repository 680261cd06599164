/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-entry.h"
#include "acq-fact-entry.h"
#include "acq-field-flaw-text.h"
#include "acq-invoice-entry.h"
#include "acq-journal.h"
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

/* While the user corrects the number, a file tells that all of it is paid. */
static void
test_outdated (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqInvoice) invoice = acq_invoice_entry_load (self->file, "F1", NULL);
  AcqInvoiceEntry entry = { invoice, NULL, NULL, NULL, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (acq_journal_find_end (self->connection, &entry.seen, NULL));
  import_case_read (self, "b.csv", INVOICES "F1;05/11/2026;05/12/2026;C1;Dupont;100,00;100,00;\n", "0 1 0 0");
  import_case_expect (self, "SELECT balance FROM invoice WHERE number = 'F1'", "0");
  g_free (invoice->number);
  invoice->number = g_strdup ("F1B");
  g_assert_false (acq_invoice_entry_save (self->file, &entry, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_OUTDATED);
  import_case_expect (self, "SELECT balance FROM invoice WHERE number = 'F1'", "0");
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invoice-entry/outdated", test_outdated);
  g_test_add_func ("/invoice-entry/invoice", test_invoice);
  g_test_add_func ("/invoice-entry/known-customer", test_known_customer);
  g_test_add_func ("/invoice-entry/flaws", test_invoice_flaws);
  g_test_add_func ("/invoice-entry/edited", test_invoice_edited);
  return g_test_run ();
}
