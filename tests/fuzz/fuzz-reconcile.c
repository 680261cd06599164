/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-ledger.h"
#include "acq-reconciliation.h"
#include "fuzz-seeds.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size);

#define FIRST_DAY 20000
#define MAX_LINES 40

/* Each line is a bank line: days after the first, an amount in cents, a label. */
const char *const acq_fuzz_seeds[] = {
  "3 40211 VIR SEPA RECU /DE MENUISERIE VASSEUR /MOTIF FA26-0011 /REF NOTPROVIDED\n9 -40211 IMPAYE VASSEUR",
  "5 121945 VIR INST RECU DE: GARAGE POULAIN MOTIF: 27-28 A 31\n6 10000 RF83FA20260042 ACOMPTE FA26-0012",
  "7 12000 REMISE CHEQUES 12\n8 12000 VIR\n8 12000 VIR JDP 0011",
  "9 80483 VIR STRIPE PAYMENTS EUROPE\n10 39583 STRIPE\n11 9825 STRIPE\n30 52211 REMISE CHQ\n33 -12000 CHQ "
  "IMPAYE 28",
  "12 -5000 VIR EMIS AV26-0001 VASSEUR\n9 500 VIR ATELIER INTERNE\n8 -500 VIR\n9 39407 VASSEUR ESCOMPTE\n9 "
  "40300 VASSEUR",
  "3 40211 DUPONT\n4 81734 DUPONT\n5 10000 DUPONT\n6 24000 CARTE REMISE\n7 12000 URSSAF",
  NULL,
};

static void
add_invoice (AcqLedger *ledger, gint64 customer_id, const char *number, gint64 total)
{
  AcqInvoice *invoice = acq_invoice_new ();

  invoice->id = ledger->invoices->len + 1;
  invoice->number = g_strdup (number);
  invoice->customer_id = customer_id;
  invoice->kind = total < 0 ? ACQ_INVOICE_KIND_CREDIT_NOTE : ACQ_INVOICE_KIND_INVOICE;
  invoice->issued = FIRST_DAY + (AcqDay) ledger->invoices->len;
  invoice->currency = ACQ_CURRENCY_EUR;
  invoice->total = total;
  acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, invoice->issued, total);
  acq_ledger_take_invoice (ledger, invoice);
}

static AcqLedger *
make_ledger (void)
{
  static const char *const names[] = { "Menuiserie Vasseur SARL", "Garage Poulain", "Le Jardin des Papes" };
  AcqLedger *ledger = acq_ledger_new ();

  ledger->company->name = g_strdup ("Atelier");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      AcqCustomer *customer = acq_customer_new ();

      customer->id = i + 1;
      customer->name = g_strdup (names[i]);
      acq_ledger_take_customer (ledger, customer);
    }
  add_invoice (ledger, 1, "FA26-0011", 81734);
  add_invoice (ledger, 1, "FA26-0012", 40211);
  add_invoice (ledger, 2, "FA20260042", 10000);
  add_invoice (ledger, 3, "27", 12000);
  add_invoice (ledger, 3, "28", 12000);
  add_invoice (ledger, 1, "AV26-0001", -5000);
  return ledger;
}

static void
add_line (AcqLedger *ledger, const char *line)
{
  AcqTransaction *transaction = acq_transaction_new ();
  char *rest = NULL;

  transaction->id = ledger->transactions->len + 1;
  transaction->booked = FIRST_DAY + (AcqDay) (g_ascii_strtoll (line, &rest, 10) % 1000);
  transaction->amount = g_ascii_strtoll (rest, &rest, 10) % ACQ_MONEY_MAX;
  transaction->label = g_strdup (rest);
  transaction->returned = transaction->amount < 0 && strstr (rest, "IMPAYE") != NULL;
  transaction->account_id = 1 + transaction->booked % 2;
  if (strstr (rest, "CHQ") != NULL)
    transaction->means = ACQ_MEANS_CHEQUE;
  if (strstr (rest, "CARTE") != NULL)
    transaction->means = ACQ_MEANS_CARD;
  g_ptr_array_add (ledger->transactions, transaction);
}

/* What all proposals together take from each invoice lies between nothing and what it owes. */
static void
check_invoices (const AcqLedger *ledger, const AcqReconciliation *result)
{
  gint64 taken[8] = { 0 };

  for (guint i = 0; i < result->proposals->len; i++)
    {
      const AcqProposal *proposal = result->proposals->pdata[i];

      for (guint j = 0; j < proposal->allocations->len; j++)
        {
          const AcqProposedAllocation *allocation
            = &g_array_index (proposal->allocations, AcqProposedAllocation, j);

          taken[allocation->invoice_id] += allocation->amount;
        }
    }
  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      gint64 total = ((AcqInvoice *) ledger->invoices->pdata[i])->total;

      g_assert_cmpint (taken[i + 1], >=, MIN (total, 0));
      g_assert_cmpint (taken[i + 1], <=, MAX (total, 0));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autofree char *raw = g_strndup ((const char *) bytes, size);
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", MAX_LINES);
  g_autoptr (AcqLedger) ledger = make_ledger ();
  g_autoptr (AcqReconciliation) result = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    add_line (ledger, lines[i]);
  acq_ledger_derive_balances (ledger);
  result = acq_reconciliation_run (ledger, FIRST_DAY + 2000, NULL, NULL, NULL);
  check_invoices (ledger, result);
  return 0;
}
