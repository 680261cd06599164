/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transfers of single customers. */
#include "nasty-company.h"

#include <string.h>

#define NEVER G_MAXINT

static gint64
sum_of (const GPtrArray *bills)
{
  gint64 sum = 0;

  for (guint i = 0; i < bills->len; i++)
    sum += ((NastyBill *) bills->pdata[i])->rest;
  return sum;
}

/* Whether the bank left the name and the words uncut. */
static gboolean
is_whole (const AcqTransaction *line, const NastyClient *client, const char *words)
{
  if (line->counterparty != NULL)
    return strcmp (line->counterparty, client->payer) == 0 && g_strcmp0 (line->remittance, words) == 0;
  return strstr (line->label, client->payer) != NULL && strstr (line->label, words) != NULL;
}

/* Fully, by one line that names what it names. */
static AcqTransaction *
transfer (NastyCompany *self, NastyClient *client, const GPtrArray *bills, const char *how)
{
  gboolean careful;
  gint64 sum = sum_of (bills);
  g_autofree char *words = nasty_write_references (self, bills, client->reference_percent, &careful);
  AcqTransaction *line = nasty_write_line (self, sum, client->payer, words);
  NastyTruth *truth = nasty_tell (self, line, NASTY_TRANSFER, how);

  truth->careful
    = careful && client->own_name && strcmp (how, "balance") != 0 && is_whole (line, client, words);
  if (line->counterparty != NULL && self->bank == 6)
    {
      line->counterparty_iban = g_strdup (client->iban);
      if (bills->len == 1 && nasty_chance (self, client->reference_percent / 2))
        line->end_to_end = g_strdup (((NastyBill *) bills->pdata[0])->invoice->number);
    }
  for (guint i = 0; i < bills->len; i++)
    nasty_settle (truth, bills->pdata[i], ((NastyBill *) bills->pdata[i])->rest);
  if (bills->len == 1 && nasty_chance (self, 1))
    g_ptr_array_add (self->returns, truth);
  return line;
}

static void
pay_deposit (NastyCompany *self, NastyBill *bill)
{
  gint64 amount = bill->invoice->total * 3 / 10;
  g_autofree char *words
    = g_strdup_printf ("ACOMPTE %s", nasty_chance (self, 70) ? bill->invoice->number : "30 POURCENT");
  AcqTransaction *line = nasty_write_line (self, amount, bill->client->payer, words);

  nasty_settle (nasty_tell (self, line, NASTY_TRANSFER, "deposit"), bill, amount);
  bill->pay_day = self->day + nasty_between (self, 15, 45);
}

/* The client keeps something. */
static void
pay_short (NastyCompany *self, NastyBill *bill, gint64 kept, const char *words, const char *how)
{
  gint64 amount = bill->rest - kept;
  AcqTransaction *line;

  if (amount <= 0)
    return;
  line = nasty_write_line (self, amount, bill->client->payer, words);
  nasty_settle_less (nasty_tell (self, line, NASTY_TRANSFER, how), bill, amount);
}

static void
pay_too_much (NastyCompany *self, NastyBill *bill)
{
  gint64 more = nasty_chance (self, 50) ? nasty_between (self, 1, 99) : nasty_between (self, 100, 9000);
  AcqTransaction *line = nasty_write_line (self, bill->rest + more, bill->client->payer,
                                           nasty_chance (self, 60) ? bill->invoice->number : "");

  nasty_settle (nasty_tell (self, line, NASTY_TRANSFER, "over-payment"), bill, bill->rest);
}

/* A second payment of that sum would be for another bill, whatever the client thinks. */
static gboolean
owes_as_much (NastyCompany *self, const NastyClient *client, gint64 amount)
{
  g_autoptr (GPtrArray) open = nasty_open_bills (self, client, self->day + 3);

  for (guint i = 0; i < open->len; i++)
    if (((NastyBill *) open->pdata[i])->rest == amount)
      return TRUE;
  return FALSE;
}

/* The same money once more, days later: nothing is owed for it. */
static void
pay_again (NastyCompany *self)
{
  for (guint i = self->again->len; i > 0; i--)
    {
      NastyAgain again = g_array_index (self->again, NastyAgain, i - 1);

      if (again.day > self->day)
        continue;
      g_array_remove_index (self->again, i - 1);
      if (!owes_as_much (self, again.client, again.amount))
        nasty_tell (self, nasty_write_line (self, again.amount, again.client->payer, ""), NASTY_FOREIGN,
                    "paid twice");
    }
}

static void
pay_one (NastyCompany *self, NastyBill *bill)
{
  g_autoptr (GPtrArray) bills = g_ptr_array_new ();
  gint64 due = bill->rest;
  int dice = nasty_between (self, 0, 199);

  g_ptr_array_add (bills, bill);
  if (dice < 5 && bill->rest == bill->invoice->total && bill->rest > 20000)
    pay_deposit (self, bill);
  else if (dice < 8)
    pay_short (self, bill, nasty_between (self, 400, 2500), "", "bank fee kept");
  else if (dice < 11)
    pay_short (self, bill, bill->rest * 2 / 100, nasty_chance (self, 50) ? "ESCOMPTE 2%" : "", "discount");
  else if (dice < 14)
    pay_too_much (self, bill);
  else
    {
      transfer (self, bill->client, bills, bill->rest == bill->invoice->total ? "single" : "balance");
      if (dice > 197)
        {
          NastyAgain again = { bill->client, due, self->day + nasty_between (self, 4, 30) };

          g_array_append_val (self->again, again);
        }
    }
}

static void
pay_each (NastyCompany *self, NastyClient *client)
{
  g_autoptr (GPtrArray) open = nasty_open_bills (self, client, self->day);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  NastyBill *due = NULL;

  for (guint i = 0; i < open->len && due == NULL; i++)
    if (((NastyBill *) open->pdata[i])->rest > 0 && ((NastyBill *) open->pdata[i])->pay_day <= self->day)
      due = open->pdata[i];
  if (due == NULL)
    return;
  for (guint i = 0; i < open->len; i++)
    {
      NastyBill *note = open->pdata[i];

      if (note->rest < 0 && note->pay_day != NEVER && due->rest + note->rest > 0 && chosen->len == 0)
        g_ptr_array_add (chosen, note);
    }
  if (chosen->len == 0)
    {
      pay_one (self, due);
      return;
    }
  g_ptr_array_add (chosen, due);
  transfer (self, client, chosen, "less a credit note");
}

static void
pay_run (NastyCompany *self, NastyClient *client)
{
  g_autoptr (GPtrArray) open = nasty_open_bills (self, client, self->day - MAX (5, 25 + client->delay));
  int year, month, day;

  acq_day_get (self->day, &year, &month, &day);
  if (day != client->run_day || open->len == 0)
    return;
  for (guint i = open->len; i > 0; i--)
    if (((NastyBill *) open->pdata[i - 1])->pay_day == NEVER)
      g_ptr_array_remove_index (open, i - 1);
  if (open->len > 2 && nasty_chance (self, 15))
    g_ptr_array_remove_index (open, open->len - 1);
  if (open->len > 2 && nasty_chance (self, 8))
    g_ptr_array_remove_index (open, (guint) nasty_between (self, 0, (int) open->len - 1));
  if (open->len == 0 || sum_of (open) <= 0)
    return;
  transfer (self, client, open, open->len == 1 ? "single" : "run");
}

static void
queue (NastyCompany *self, NastyClient *client, GPtrArray *waiting)
{
  g_autoptr (GPtrArray) open = nasty_open_bills (self, client, self->day);

  for (guint i = 0; i < open->len; i++)
    {
      NastyBill *bill = open->pdata[i];

      if (bill->rest <= 0 || bill->pay_day > self->day)
        continue;
      bill->pay_day = NEVER;
      g_ptr_array_add (waiting, bill);
    }
}

void
nasty_pay (NastyCompany *self)
{
  if (acq_day_weekday (self->day) >= 6)
    return;
  pay_again (self);
  for (guint i = 0; i < self->clients->len; i++)
    {
      NastyClient *client = self->clients->pdata[i];

      switch (client->style)
        {
        case NASTY_PAYS_EACH:
          pay_each (self, client);
          break;
        case NASTY_PAYS_RUNS:
          pay_run (self, client);
          break;
        case NASTY_PAYS_CHEQUE:
          queue (self, client, self->cheques_waiting);
          break;
        case NASTY_PAYS_PSP:
          queue (self, client, self->psp_waiting);
          break;
        case NASTY_PAYS_CARD:
          queue (self, client, self->cards_waiting);
          break;
        case NASTY_PAYS_BY_GROUP:
        default:
          break;
        }
    }
}
