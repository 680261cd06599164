/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-clauses.h"

#include "acq-invoice.h"

#define THREE_TIMES "Pénalités : trois fois le taux d’intérêt légal."
#define FORTY       "Indemnité forfaitaire pour frais de recouvrement : 40 €."

/* A letter at three times the legal rate about as many invoices as there are notes, each a pair: PMD, PMT. */
static AcqLetter *
quote (const char *const *notes, guint n_invoices, guint n_below)
{
  AcqLetter *letter = acq_letter_new ();
  g_autoptr (GPtrArray) invoices = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_invoice_free);

  letter->rule = ACQ_RATE_RULE_LEGAL_TIMES_3;
  for (guint i = 0; i < n_invoices; i++)
    {
      AcqInvoice *invoice = acq_invoice_new ();

      invoice->penalty_note = g_strdup (notes[2 * i]);
      invoice->indemnity_note = g_strdup (notes[2 * i + 1]);
      g_ptr_array_add (invoices, invoice);
      acq_letter_add_item (letter, "F1", 0, 30, 10000)->below = i + n_below >= n_invoices;
    }
  acq_invoice_clauses_quote (letter, invoices);
  return letter;
}

static void
assert_quote (const char *const *notes, guint n_invoices, guint n_below, const char *penalties, const char *indemnity,
              gboolean differ)
{
  g_autoptr (AcqLetter) letter = quote (notes, n_invoices, n_below);

  g_assert_cmpstr (letter->penalty_clause, ==, penalties);
  g_assert_cmpstr (letter->indemnity_clause, ==, indemnity);
  g_assert_cmpint (letter->invoices_differ, ==, differ);
}

static void
test_quoted (void)
{
  const char *const same[] = { THREE_TIMES, FORTY, THREE_TIMES, FORTY };
  const char *const one_lacks[] = { THREE_TIMES, FORTY, NULL, FORTY };
  const char *const later_lacks[] = { THREE_TIMES, NULL, NULL, NULL };

  assert_quote (same, 2, 0, "Pénalités : trois fois le taux d’intérêt légal",
                "Indemnité forfaitaire pour frais de recouvrement : 40 €", FALSE);
  assert_quote (one_lacks, 2, 0, NULL, "Indemnité forfaitaire pour frais de recouvrement : 40 €", FALSE);
  assert_quote (later_lacks, 2, 1, "Pénalités : trois fois le taux d’intérêt légal", NULL, FALSE);
}

/* What is not claimed is not quoted; what says another rate is made known. */
static void
test_not_quoted (void)
{
  const char *const other[] = { "Pénalités : 12 % l’an", "Indemnité : 50 €" };
  const char *const vague[] = { "Selon nos conditions générales", NULL };
  const char *const fees[]
    = { "Pénalités : 3 fois le taux légal, plus 15 € de frais de relance", "40 € de frais de dossier" };
  g_autofree char *spaces = g_strnfill (250, 'x');
  g_autofree char *terms = g_strconcat ("Trois fois le taux légal ", spaces, NULL);
  const char *const too_long[] = { terms, NULL };

  assert_quote (other, 1, 0, NULL, NULL, TRUE);
  assert_quote (vague, 1, 0, NULL, NULL, FALSE);
  assert_quote (fees, 1, 0, NULL, NULL, FALSE);
  assert_quote (too_long, 1, 0, NULL, NULL, FALSE);
}

/* The law sets a public buyer's rate. */
static void
test_public (void)
{
  g_autoptr (AcqLetter) letter = acq_letter_new ();
  g_autoptr (GPtrArray) invoices = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_invoice_free);
  AcqInvoice *invoice = acq_invoice_new ();

  invoice->penalty_note = g_strdup (THREE_TIMES);
  g_ptr_array_add (invoices, invoice);
  letter->rule = ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8;
  acq_letter_add_item (letter, "F1", 0, 30, 10000);
  acq_invoice_clauses_quote (letter, invoices);
  g_assert_null (letter->penalty_clause);
  g_assert_false (letter->invoices_differ);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invoice-clauses/quoted", test_quoted);
  g_test_add_func ("/invoice-clauses/not-quoted", test_not_quoted);
  g_test_add_func ("/invoice-clauses/public", test_public);
  return g_test_run ();
}
