/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-amount-sums.h"
#include "acq-name-index.h"
#include "acq-reference-index.h"
#include "ledger-builder.h"

static char *
key_of (const char *label)
{
  g_autoptr (AcqTransaction) transaction = acq_transaction_new ();

  transaction->label = g_strdup (label);
  return acq_payer_key (transaction);
}

static void
test_payer_keys (void)
{
  static const char *const cases[][2] = {
    { "VIR AUZON VENTOUX", "AUZON VENTOUX" },
    { "AUZON VENTOUX", "AUZON VENTOUX" },
    { "VIR SEPA RECU /DE SARL DUPONT ET FILS /MOTIF FACTURE 12 /REF NOTPROVIDED", "DUPONT FILS" },
    { "VIR INST RECU DE: M. Éric Lenoir MOTIF: acompte", "ERIC LENOIR" },
    { "BOULANGERIE75", "BOULANGERIE" },
    { "VIR CA0944C724AF421EA", NULL },
    { "sans", NULL },
    { "VIREMENT", NULL },
    { "", NULL },
    { "REMISE CHEQUES DUPONT 0000123", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = key_of (cases[i][0]);

      g_assert_cmpstr (key, ==, cases[i][1]);
    }
}

static void
test_counterparty_is_preferred (void)
{
  g_autoptr (AcqTransaction) transaction = acq_transaction_new ();
  g_autofree char *key = NULL;

  transaction->label = g_strdup ("VIR LOYER MARS");
  transaction->counterparty = g_strdup ("SCI des Tilleuls");
  key = acq_payer_key (transaction);
  g_assert_cmpstr (key, ==, "TILLEULS");
}

static char *
read_references (const AcqReferenceIndex *index, const AcqLedger *ledger, const char *text)
{
  g_autoptr (AcqTransaction) transaction = acq_transaction_new ();
  g_autoptr (AcqLabel) label = NULL;
  g_autoptr (AcqReferences) found = NULL;
  GString *all = g_string_new (NULL);

  transaction->label = g_strdup (text);
  label = acq_label_read (transaction);
  found = acq_reference_index_read (index, transaction, label);
  for (guint i = 0; i < found->items->len; i++)
    g_string_append_printf (
      all, "%s ", ((AcqInvoice *) ledger->invoices->pdata[g_array_index (found->items, guint, i)])->number);
  for (guint i = 0; i < found->short_numbers->len; i++)
    g_string_append_printf (all, "~%s ", (char *) found->short_numbers->pdata[i]);
  if (found->is_range)
    g_string_append (all, "range ");
  if (found->unknown)
    g_string_append (all, "unknown ");
  return g_string_free (all, FALSE);
}

static void
test_references (void)
{
  static const char *const cases[][2] = {
    { "VIR DUPONT FA25-0027", "FA25-0027 " },
    { "VIR DUPONT fa250027", "FA25-0027 " },
    { "VIR DUPONT FA 25 0027", "FA25-0027 " },
    { "VIR DUPONT 25 0027", "FA25-0027 " },
    { "VIR DUPONT FA25-0027/FA25-0028", "FA25-0027 FA25-0028 " },
    { "VIR DUPONT FACT 0027", "~0027 " },
    { "VIR DUPONT 27-28-31", "~27 ~28 ~31 " },
    { "VIR DUPONT FACT 27 A 31", "~27 ~31 range " },
    { "VIR DUPONT 27 31", "~27 ~31 " },
    { "VIR DUPONT FA250099", "unknown " },
    { "VIR RF18FA250027 DUPONT", "" },
    { "VIR DUPONT", "" },
  };
  g_autoptr (AcqLedger) ledger = acq_ledger_new ();
  const AcqCustomer *customer = build_customer (ledger, "DUPONT");
  g_autoptr (AcqReferenceIndex) index = NULL;

  build_invoice (ledger, customer, "FA25-0027", 20000, 10000);
  build_invoice (ledger, customer, "FA25-0028", 20000, 10000);
  build_invoice (ledger, customer, "17", 20000, 10000);
  index = acq_reference_index_new (ledger);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = read_references (index, ledger, cases[i][0]);

      g_assert_cmpstr (found, ==, cases[i][1]);
    }
}

static void
test_ends_of_numbers (void)
{
  g_assert_true (acq_number_has_end ("FA2026-0027", "27"));
  g_assert_true (acq_number_has_end ("FA2026-0027", "0027"));
  g_assert_true (acq_number_has_end ("F1027", "1027"));
  g_assert_true (acq_number_has_end ("27", "27"));
  g_assert_false (acq_number_has_end ("FA2026-1327", "27"));
  g_assert_false (acq_number_has_end ("FA2026-0027", "7027"));
  g_assert_false (acq_number_has_end ("27", "127"));
  g_assert_false (acq_number_has_end ("FA2026-0027", "000"));
}

/* The best customer and whether his whole name was found. */
static char *
find_name (const AcqNameIndex *index, const AcqLedger *ledger, const char *text)
{
  g_autoptr (AcqTransaction) transaction = acq_transaction_new ();
  g_autoptr (AcqLabel) label = NULL;
  g_autoptr (GArray) hits = NULL;
  const AcqNameHit *best;

  transaction->label = g_strdup (text);
  label = acq_label_read (transaction);
  hits = acq_name_index_find (index, label);
  if (hits->len == 0)
    return NULL;
  best = &g_array_index (hits, AcqNameHit, 0);
  return g_strdup_printf ("%s %s", ((AcqCustomer *) ledger->customers->pdata[best->customer])->name,
                          best->coverage > 0.84 && best->telling ? "whole" : "hint");
}

static void
test_names (void)
{
  static const char *const cases[][2] = {
    { "VIR SARL IMPRIMERIE MOREAU", "Imprimerie Moreau SAS whole" },
    { "SAS IMPRIMERIE MOR", "Imprimerie Moreau SAS whole" },
    { "U EXP BEAUMES", "U EXPRESS BEAUMES hint" },
    { "DESTOSKPRIM", "DESTOCKPRIM whole" },
    { "VIR JDP", "LE JARDIN DES PAPES hint" },
    { "COLRUYT RETAIL FRANCE", "COLRUYT RETAIL FRA whole" },
    { "LECLERC", "E.LECLERC APT hint" },
    { "CPAM DU GARD", NULL },
  };
  static const char *const names[]
    = { "Imprimerie Moreau SAS", "U EXPRESS BEAUMES",  "U EXPRESS ALTHEN", "DESTOCKPRIM",
        "LE JARDIN DES PAPES",   "COLRUYT RETAIL FRA", "E.LECLERC APT",    "E.LECLERC ARLES" };
  g_autoptr (AcqLedger) ledger = acq_ledger_new ();
  g_autoptr (AcqNameIndex) index = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    build_customer (ledger, names[i]);
  index = acq_name_index_new (ledger);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find_name (index, ledger, cases[i][0]);

      g_assert_cmpstr (found, ==, cases[i][1]);
    }
}

static char *
find_sums (const gint64 *amounts, guint n, gint64 target)
{
  guint steps = 100000;
  g_autoptr (GPtrArray) sums = acq_amount_sums_find (amounts, n, target, &steps);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sums->len; i++)
    {
      const AcqAmountSum *sum = sums->pdata[i];

      g_string_append_printf (text, "%d:", (int) sum->kind);
      for (guint j = 0; j < sum->members->len; j++)
        g_string_append_printf (text, "%u", g_array_index (sum->members, guint, j));
      g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}

static void
test_sums (void)
{
  static const gint64 amounts[] = { 10150, 20370, -5060, 40810, 81690 };
  static const struct
  {
    gint64 target;
    const char *found;
  } cases[] = {
    { 20370, "0:1 " },  { 147960, "1:01234 " }, { 15310, "2:12 " }, { 153020, "3:0134 " },
    { 50960, "4:03 " }, { 132650, "4:034 " },   { 1, "" },          { 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find_sums (amounts, G_N_ELEMENTS (amounts), cases[i].target);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_sums_are_bounded (void)
{
  gint64 amounts[300];
  guint steps = 5000;
  g_autoptr (GPtrArray) sums = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    amounts[i] = 1000 + i;
  sums = acq_amount_sums_find (amounts, G_N_ELEMENTS (amounts), 50003, &steps);
  g_assert_cmpuint (steps, ==, 0);
}

static void
test_chances (void)
{
  static const gint64 odd[] = { 14990, 23747 }, round[] = { 60000, 120000 };
  guint steps = 1000;
  g_autoptr (GPtrArray) one = acq_amount_sums_find (odd, 2, 14990, &steps);
  g_autoptr (GPtrArray) other = acq_amount_sums_find (round, 2, 60000, &steps);

  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (other->len, ==, 1);
  g_assert_cmpfloat (((AcqAmountSum *) one->pdata[0])->chance, <, 0.01);
  g_assert_cmpfloat (((AcqAmountSum *) other->pdata[0])->chance, >, 0.3);
  g_assert_cmpfloat (acq_amount_sums_distinct_prices (60000), ==, 6.0);
  g_assert_cmpfloat (acq_amount_sums_distinct_prices (14990), ==, 1499.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reconcile/label/payer-keys", test_payer_keys);
  g_test_add_func ("/reconcile/label/counterparty", test_counterparty_is_preferred);
  g_test_add_func ("/reconcile/label/references", test_references);
  g_test_add_func ("/reconcile/label/ends-of-numbers", test_ends_of_numbers);
  g_test_add_func ("/reconcile/label/names", test_names);
  g_test_add_func ("/reconcile/sums/kinds", test_sums);
  g_test_add_func ("/reconcile/sums/bounded", test_sums_are_bounded);
  g_test_add_func ("/reconcile/sums/chances", test_chances);
  return g_test_run ();
}
