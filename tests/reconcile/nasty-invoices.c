/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nasty-company.h"

#define TERMS_DAYS 30

static char *
write_number (NastyCompany *self, gboolean credit_note)
{
  static const char *const styles[] = { "FA26-%04u", "2026-%04u", "F2026%05u", "%05u", "FAC-26-%03u" };
  static const char *const credit_styles[]
    = { "AV26-%04u", "A2026-%04u", "AV2026%05u", "A%05u", "AV-26-%03u" };
  const char *const *list = credit_note ? credit_styles : styles;
  g_autofree char *digits = NULL;
  g_auto (GStrv) parts = g_strsplit (list[self->number_style], "%", 2);
  int width = parts[1][1] - '0';

  self->number++;
  digits = g_strdup_printf ("%0*u", width, self->number);
  return g_strconcat (parts[0], digits, NULL);
}

static NastyBill *
issue_one (NastyCompany *self, NastyClient *client, gint64 total)
{
  AcqInvoice *invoice = acq_invoice_new ();
  NastyBill *bill = g_new0 (NastyBill, 1);

  invoice->id = self->ledger->invoices->len + 1;
  invoice->number = write_number (self, total < 0);
  invoice->customer_id = client->customer->id;
  invoice->kind = total < 0 ? ACQ_INVOICE_KIND_CREDIT_NOTE : ACQ_INVOICE_KIND_INVOICE;
  invoice->issued = self->day;
  invoice->currency = ACQ_CURRENCY_EUR;
  invoice->total = total;
  acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, self->day + (total < 0 ? 0 : TERMS_DAYS), total);
  acq_ledger_take_invoice (self->ledger, invoice);
  bill->invoice = invoice;
  bill->client = client;
  bill->rest = total;
  bill->pay_day = self->day + MAX (1, TERMS_DAYS + client->delay + nasty_between (self, -6, 6));
  if (client->style == NASTY_PAYS_PSP || client->style == NASTY_PAYS_CARD)
    bill->pay_day = self->day + nasty_between (self, 0, 12);
  g_ptr_array_add (self->bills, bill);
  return bill;
}

static gint64
choose_price (NastyCompany *self)
{
  static const gint64 prices[] = { 6000, 12000, 18000, 24000, 30000, 48000, 60000, 120000 };

  if (self->round_prices ? nasty_chance (self, 50) : nasty_chance (self, 10))
    return nasty_pick (self, prices);
  if (nasty_chance (self, 8))
    return nasty_between (self, 400000, 3000000);
  return nasty_between (self, 2500, 300000);
}

/* A credit note takes back all of an invoice that was just sent, or a part of one. */
static void
credit (NastyCompany *self, NastyBill *bill)
{
  gboolean whole = nasty_chance (self, 45);
  NastyBill *note = issue_one (self, bill->client,
                               whole ? -bill->invoice->total
                                     : -nasty_between (self, 500, (int) MAX (501, bill->invoice->total / 2)));

  note->invoice->corrects = nasty_chance (self, 50) ? g_strdup (bill->invoice->number) : NULL;
  if (!whole)
    return;
  note->cancelled = bill->cancelled = TRUE;
}

static void
bill_subscriptions (NastyCompany *self)
{
  for (guint i = 0; i < self->clients->len; i++)
    {
      NastyClient *client = self->clients->pdata[i];

      if (client->subscription != 0)
        issue_one (self, client, client->subscription);
    }
}

void
nasty_issue (NastyCompany *self)
{
  int year, month, day;

  acq_day_get (self->day, &year, &month, &day);
  if (day == 1)
    bill_subscriptions (self);
  for (int n = nasty_between (self, 0, 3) + nasty_chance (self, 20); n > 0; n--)
    {
      NastyClient *client = self->clients->pdata[nasty_between (self, 0, (int) self->clients->len - 1)];
      NastyBill *bill;

      if (client->subscription != 0 && nasty_chance (self, 80))
        continue;
      bill = issue_one (self, client, choose_price (self));
      if (nasty_chance (self, 5))
        issue_one (self, client, bill->invoice->total);
      if (nasty_chance (self, 5))
        credit (self, bill);
    }
}

GPtrArray *
nasty_open_bills (NastyCompany *self, const NastyClient *client, AcqDay until)
{
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < self->bills->len; i++)
    {
      NastyBill *bill = self->bills->pdata[i];

      if (bill->client == client && bill->rest != 0 && !bill->cancelled && bill->invoice->issued <= until)
        g_ptr_array_add (open, bill);
    }
  return open;
}
