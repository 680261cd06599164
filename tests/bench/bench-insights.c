/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "acq-dashboard-figures.h"
#include "processor-time.h"

/* bench-insights: all figures of the dashboard of a company with 100,000 invoices, against working out where each of its
   invoices stands, which every list of them needs. Fails where outstanding differs from the balances. */
#define ROUNDS    5
#define INVOICES  100000
#define CUSTOMERS 8000
#define TODAY     20778

static void
add_invoice (AcqLedger *ledger, guint i)
{
  AcqInvoice *invoice = acq_invoice_new ();
  AcqDay issued = TODAY - 1 - (AcqDay) (i * 31u % 1100);
  int late = (int) (i * 7919u % 60) - 10;

  invoice->id = i + 1;
  invoice->number = g_strdup_printf ("F%06u", i);
  invoice->customer_id = 1 + i * 7907 % CUSTOMERS;
  invoice->issued = issued;
  invoice->total = 1000 + i * 7907 % 500000;
  acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, issued + 30, invoice->total);
  acq_ledger_take_invoice (ledger, invoice);
  if (i % 50 != 0 && issued + 30 + late <= TODAY)
    {
      AcqReceipt *receipt = acq_receipt_new ();
      AcqAllocation allocation = { 0, invoice->id, invoice->total, ACQ_ALLOCATION_ORIGIN_SURE };

      receipt->id = i + 1;
      receipt->customer_id = invoice->customer_id;
      receipt->day = issued + 30 + late;
      receipt->amount = invoice->total;
      receipt->means = ACQ_MEANS_TRANSFER;
      g_array_append_val (receipt->allocations, allocation);
      g_ptr_array_add (ledger->receipts, receipt);
    }
}

static AcqLedger *
make_ledger (void)
{
  AcqLedger *ledger = acq_ledger_new ();

  for (guint i = 0; i < CUSTOMERS; i++)
    {
      AcqCustomer *customer = acq_customer_new ();

      customer->id = i + 1;
      customer->name = g_strdup_printf ("Client %u", i);
      acq_ledger_take_customer (ledger, customer);
    }
  for (guint i = 0; i < INVOICES; i++)
    add_invoice (ledger, i);
  acq_ledger_derive_balances (ledger);
  return ledger;
}

static double
measure_figures (const AcqLedger *ledger, const AcqStandings *standings, gint64 *outstanding)
{
  double before = processor_time ();
  g_autoptr (AcqDashboardFigures) figures = acq_dashboard_figures_new (ledger, standings, TODAY);

  *outstanding = acq_ageing_outstanding (&figures->owed.ageing);
  return processor_time () - before;
}

static double
measure_standings (const AcqLedger *ledger, gint64 *outstanding)
{
  double before = processor_time ();
  g_autoptr (AcqStandings) standings = acq_standings_new (ledger);
  gint64 overdue = 0;

  *outstanding = 0;
  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];

      overdue += acq_standings_get (standings, invoice, TODAY).overdue_amount;
      *outstanding += invoice->balance;
    }
  g_assert (overdue <= *outstanding);
  return processor_time () - before;
}

int
main (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  g_autoptr (AcqStandings) standings = acq_standings_new (ledger);
  double seconds = 1e9, peer_seconds = 1e9;

  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 ours, theirs;

      seconds = MIN (seconds, measure_figures (ledger, standings, &ours));
      peer_seconds = MIN (peer_seconds, measure_standings (ledger, &theirs));
      if (ours != theirs)
        {
          fprintf (stderr, "bench-insights: the figures differ\n");
          return 1;
        }
    }
  printf ("{\"work\": \"dashboard figures of 100000 invoices\", \"seconds\": %.4f,"
          " \"peer\": \"where each of them stands\", \"peer_seconds\": %.4f, \"limit\": 10}\n",
          seconds, peer_seconds);
  return 0;
}
