/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "acq-reconciliation.h"
#include "processor-time.h"

/* bench-reconcile: explains the bank lines of invented companies, small and large. Transfers with and without a number, runs of
   invoices, payers of other names, cheque deposits, payouts and strangers. The peer is an import of 100,000 rows. */
#define ROUNDS    3
#define YEAR_DAYS 365
#define LAG_DAYS  35

typedef struct
{
  guint n_customers, n_invoices, n_receipts;
  const char *limit;
} Size;

static const Size sizes[] = { { 130, 1300, 1000, "1.0" }, { 1000, 10000, 10000, "10.0" } };

static const char *const trades[]
  = { "MENUISERIE", "GARAGE", "TRANSPORTS", "CLINIQUE", "IMPRIMERIE", "HOTEL", "PHARMACIE" };
static const char *const families[] = { "MARTIN",   "VASSEUR",  "POULAIN", "GUILLOU",   "LEFEBVRE", "HAMON",
                                        "ROUSSEAU", "BLANCHET", "TANGUY",  "SCHNEIDER", "MERCIER" };
static const char *const towns[]
  = { "DU LAC", "OUEST", "DES ALPES", "CENTRE", "ET FILS", "SERVICES", "DU PORT", "BRETAGNE", "HABITAT" };

static void
add_customers (AcqLedger *ledger, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      AcqCustomer *customer = acq_customer_new ();

      customer->id = i + 1;
      customer->name
        = g_strdup_printf ("SARL %s %s %s", trades[i % G_N_ELEMENTS (trades)],
                           families[i % G_N_ELEMENTS (families)], towns[i / 3 % G_N_ELEMENTS (towns)]);
      acq_ledger_take_customer (ledger, customer);
    }
}

static void
add_invoices (AcqLedger *ledger, GRand *rand, const Size *size)
{
  for (guint i = 0; i < size->n_invoices; i++)
    {
      AcqInvoice *invoice = acq_invoice_new ();

      invoice->id = i + 1;
      invoice->number = g_strdup_printf ("FA26-%05u", i + 1);
      invoice->customer_id = 1 + g_rand_int_range (rand, 0, (gint32) size->n_customers);
      invoice->issued = acq_day_new (2026, 1, 1) + (AcqDay) (i * (guint64) YEAR_DAYS / size->n_invoices);
      invoice->currency = ACQ_CURRENCY_EUR;
      invoice->total = i % 9 == 0 ? 12000 * (1 + (gint64) (i % 5)) : g_rand_int_range (rand, 2500, 400000);
      acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, invoice->issued + 30, invoice->total);
      acq_ledger_take_invoice (ledger, invoice);
    }
  acq_ledger_derive_balances (ledger);
}

static char *
write_label (GRand *rand, const AcqLedger *ledger, const AcqInvoice *invoice, guint dice)
{
  const char *name = acq_ledger_find_customer (ledger, invoice->customer_id)->name;

  if (dice < 25)
    return g_strdup_printf ("VIR SEPA RECU /DE %s /MOTIF %s /REF NOTPROVIDED", name, invoice->number);
  if (dice < 75)
    return g_strdup_printf ("VIR RECU 9604881985018 DE: %.22s MOTIF: REGLEMENT", name);
  if (dice < 85)
    return g_strdup_printf ("VIR %s JEAN %d", families[g_rand_int_range (rand, 0, G_N_ELEMENTS (families))],
                            g_rand_int_range (rand, 1, 99));
  if (dice < 90)
    return g_strdup ("VIR STRIPE PAYMENTS EUROPE STRIPE J8K2L4");
  return g_strdup_printf (dice < 95 ? "REMISE CHEQUES %07u" : "VIR CPAM DU FINISTERE %u", dice);
}

static gint64
choose_amount (const AcqLedger *ledger, guint first, guint dice)
{
  const AcqInvoice *invoice = ledger->invoices->pdata[first];
  gint64 sum = invoice->total;

  /* The next one or two of the same customer go with it. */
  for (guint i = first + 1, more = 0; dice % 5 == 0 && dice < 75 && i < ledger->invoices->len && more < 2;
       i++)
    if (((AcqInvoice *) ledger->invoices->pdata[i])->customer_id == invoice->customer_id)
      {
        sum += ((AcqInvoice *) ledger->invoices->pdata[i])->total;
        more++;
      }
  if (dice >= 85 && dice < 90)
    sum -= (sum * 150 + 5000) / 10000 + 25;
  if (dice >= 90)
    sum += ((AcqInvoice *) ledger->invoices->pdata[MIN (first + 3, ledger->invoices->len - 1)])->total;
  return sum;
}

static void
add_receipts (AcqLedger *ledger, GRand *rand, const Size *size)
{
  for (guint i = 0; i < size->n_receipts; i++)
    {
      AcqTransaction *line = acq_transaction_new ();
      guint place = (guint) (i * (guint64) size->n_invoices / size->n_receipts);
      guint dice = (guint) g_rand_int_range (rand, 0, 100);
      const AcqInvoice *invoice = ledger->invoices->pdata[place];

      line->id = i + 1;
      line->account_id = 1;
      line->booked = invoice->issued + g_rand_int_range (rand, LAG_DAYS - 20, LAG_DAYS + 20);
      line->amount = choose_amount (ledger, place, dice);
      line->currency = ACQ_CURRENCY_EUR;
      line->means = dice >= 90 && dice < 95 ? ACQ_MEANS_CHEQUE : ACQ_MEANS_TRANSFER;
      line->label = write_label (rand, ledger, invoice, dice);
      g_ptr_array_add (ledger->transactions, line);
    }
}

static AcqLedger *
make_ledger (const Size *size)
{
  AcqLedger *ledger = acq_ledger_new ();
  GRand *rand = g_rand_new_with_seed (17);

  add_customers (ledger, size->n_customers);
  add_invoices (ledger, rand, size);
  add_receipts (ledger, rand, size);
  g_rand_free (rand);
  return ledger;
}

static double
measure (const AcqLedger *ledger)
{
  double before = processor_time ();
  g_autoptr (AcqReconciliation) result
    = acq_reconciliation_run (ledger, acq_day_new (2027, 3, 1), NULL, NULL, NULL);

  g_assert (result != NULL);
  return processor_time () - before;
}

static double
peak_mebibytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

int
main (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      AcqLedger *ledger = make_ledger (&sizes[i]);
      double best = 0;

      for (guint round = 0; round < ROUNDS; round++)
        {
          double seconds = measure (ledger);

          best = round == 0 ? seconds : MIN (best, seconds);
        }
      printf ("{\"work\": \"reconcile %u receipts, %u open items\", \"seconds\": %.4f, \"peer\": \"sqlite3 "
              ".import\","
              " \"limit\": %s, \"mebibytes\": %.0f, \"most_mebibytes\": 200}\n",
              sizes[i].n_receipts, sizes[i].n_invoices, best, sizes[i].limit, peak_mebibytes ());
      acq_ledger_free (ledger);
    }
  return 0;
}
