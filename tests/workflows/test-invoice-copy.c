/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <poppler.h>
#include <string.h>

#include "acq-example-company.h"
#include "acq-iban.h"
#include "acq-invoice-copy.h"

/* The text of a PDF of one page, with plain spaces. */
static char *
read_text (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);
  PopplerPage *page;
  g_autofree char *text = NULL;
  g_auto (GStrv) narrow = NULL;
  g_autofree char *joined = NULL;
  g_auto (GStrv) wide = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
  page = poppler_document_get_page (document, 0);
  text = poppler_page_get_text (page);
  g_object_unref (page);
  g_object_unref (document);
  narrow = g_strsplit (text, "\u202f", -1);
  joined = g_strjoinv (" ", narrow);
  wide = g_strsplit (joined, "\u00a0", -1);
  return g_strjoinv (" ", wide);
}

static GBytes *
draw (AcqLetterPress *press, const AcqExample *example, guint place)
{
  const AcqInvoice *invoice = example->ledger->invoices->pdata[place];
  g_autoptr (GError) error = NULL;
  GBytes *pdf = acq_invoice_copy_new_pdf (press, example->ledger->company,
                                          acq_ledger_find_customer (example->ledger, invoice->customer_id),
                                          invoice, example->items->pdata[place], &error);

  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  return pdf;
}

static gboolean
says (const char *text, const char *words)
{
  return strstr (text, words) != NULL;
}

static void
check_copy (const AcqExample *example, guint place, const char *text)
{
  const AcqInvoice *invoice = example->ledger->invoices->pdata[place];
  const AcqCustomer *customer = acq_ledger_find_customer (example->ledger, invoice->customer_id);
  g_autofree char *iban = acq_iban_format (example->ledger->company->iban, " ");
  gboolean business
    = customer->kind == ACQ_CUSTOMER_KIND_COMPANY || customer->kind == ACQ_CUSTOMER_KIND_SOLE_TRADER;

  g_assert_true (says (text, invoice->number));
  g_assert_true (says (text, "Total TTC"));
  g_assert_true (says (text, customer->city));
  g_assert_true (says (text, "Retenue de garantie") == (invoice->due_items->len > 1));
  g_assert_true (says (text, iban) == (!invoice->factored && !acq_invoice_is_credit_note (invoice)));
  if (acq_invoice_is_credit_note (invoice))
    g_assert_true (says (text, "Avoir n° ") && says (text, invoice->corrects));
  else
    g_assert_true (says (text, "majoré de 10 points") == business);
}

static void
test_all_kinds (void)
{
  g_autoptr (AcqExample) example = acq_example_new (acq_day_parse_iso ("2026-11-20"));
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (&error);
  guint drawn = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < example->ledger->invoices->len; i++)
    {
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *text = NULL;

      if (((AcqInvoice *) example->ledger->invoices->pdata[i])->balance == 0)
        continue;
      pdf = draw (press, example, i);
      text = read_text (pdf);
      check_copy (example, i, text);
      drawn++;
    }
  g_assert_cmpuint (drawn, >, 60);
}

static void
test_same_bytes (void)
{
  g_autoptr (AcqExample) example = acq_example_new (acq_day_parse_iso ("2026-11-20"));
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (AcqLetterPress) other = acq_letter_press_new (NULL);
  g_autoptr (GBytes) first = draw (press, example, 0);
  g_autoptr (GBytes) between = draw (press, example, 1);
  g_autoptr (GBytes) again = draw (press, example, 0);
  g_autoptr (GBytes) elsewhere = draw (other, example, 0);

  g_assert_true (g_bytes_equal (first, again));
  g_assert_true (g_bytes_equal (first, elsewhere));
  g_assert_false (g_bytes_equal (first, between));
}

static void
test_too_many_items (void)
{
  g_autoptr (AcqExample) example = acq_example_new (acq_day_parse_iso ("2026-11-20"));
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_invoice_item_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 80; i++)
    g_ptr_array_add (items, acq_invoice_item_new ("Porte", 1500, "m²", 1000));
  g_assert_cmpint (((AcqInvoiceItem *) items->pdata[0])->amount, ==, 1500);
  g_assert_null (acq_invoice_copy_new_pdf (press, example->ledger->company,
                                           example->ledger->customers->pdata[0],
                                           example->ledger->invoices->pdata[0], items, &error));
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_SPACE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invoice-copy/all-kinds", test_all_kinds);
  g_test_add_func ("/invoice-copy/same-bytes", test_same_bytes);
  g_test_add_func ("/invoice-copy/too-many-items", test_too_many_items);
  return g_test_run ();
}
