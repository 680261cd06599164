/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines behind which several customers stand. */
#include "nasty-company.h"

#define MAX_CHEQUES 4
#define MAX_CHARGES 5

static gint64
sum_of (const GPtrArray *bills)
{
  gint64 sum = 0;

  for (guint i = 0; i < bills->len; i++)
    sum += ((NastyBill *) bills->pdata[i])->rest;
  return sum;
}

static GPtrArray *
take (GPtrArray *waiting, guint most)
{
  GPtrArray *taken = g_ptr_array_new ();

  while (waiting->len > 0 && taken->len < most)
    {
      g_ptr_array_add (taken, waiting->pdata[0]);
      g_ptr_array_remove_index (waiting, 0);
    }
  return taken;
}

static void
settle_all (NastyTruth *truth, const GPtrArray *bills)
{
  for (guint i = 0; i < bills->len; i++)
    nasty_settle (truth, bills->pdata[i], ((NastyBill *) bills->pdata[i])->rest);
}

static gint64
commission_of (const NastyCompany *self, gint64 gross)
{
  return (gross * self->psp_rate + 5000) / 10000 + self->psp_fixed;
}

/* The provider keeps its commission on each charge. */
static void
pay_out (NastyCompany *self)
{
  static const char *const names[] = { "STRIPE PAYMENTS EUROPE", "SUMUP PAYMENTS LTD", "GOCARDLESS SAS" };
  static const char *const words[] = { "STRIPE J8K2L4", "SUMUP PID 48213", "GOCARDLESS REF KX92" };
  g_autoptr (GPtrArray) bills = take (self->psp_waiting, MAX_CHARGES);
  NastyTruth *truth;
  gint64 net = sum_of (bills);

  if (bills->len == 0)
    return;
  for (guint i = 0; i < bills->len; i++)
    net -= commission_of (self, ((NastyBill *) bills->pdata[i])->rest);
  if (net <= 0)
    return;
  truth = nasty_tell (self, nasty_write_line (self, net, names[self->psp], words[self->psp]), NASTY_PSP,
                      bills->len == 1 ? "payout of one" : "payout");
  for (guint i = 0; i < bills->len; i++)
    {
      NastyBill *bill = bills->pdata[i];

      nasty_settle_less (truth, bill, bill->rest - commission_of (self, bill->rest));
    }
}

static void
deposit_cheques (NastyCompany *self)
{
  g_autoptr (GPtrArray) bills = take (self->cheques_waiting, (guint) nasty_between (self, 1, MAX_CHEQUES));
  g_autofree char *label = nasty_chance (self, 50) ? g_strdup_printf ("REMISE CHEQUES %07u", self->slip++)
                                                   : g_strdup_printf ("REMISE DE %u CHEQUE(S)", bills->len);
  AcqTransaction *line;
  NastyTruth *truth;

  if (bills->len == 0)
    return;
  line = nasty_write_bare_line (self, sum_of (bills), label);
  line->means = ACQ_MEANS_CHEQUE;
  truth = nasty_tell (self, line, NASTY_CHEQUES, bills->len == 1 ? "one cheque" : "cheques");
  settle_all (truth, bills);
  if (nasty_chance (self, 8))
    g_ptr_array_add (self->returns, truth);
}

static void
remit_cards (NastyCompany *self)
{
  g_autoptr (GPtrArray) bills = take (self->cards_waiting, 3);
  g_autofree char *label = g_strdup_printf ("REMISE CB 4823105 %02d", nasty_between (self, 1, 28));
  AcqTransaction *line;

  if (bills->len == 0)
    return;
  line = nasty_write_bare_line (self, sum_of (bills), label);
  line->means = ACQ_MEANS_CARD;
  settle_all (nasty_tell (self, line, NASTY_CARDS, "card remittance"), bills);
}

/* One transfer of a parent for what its daughters owe. */
static void
pay_by_group (NastyCompany *self, guint group)
{
  g_autoptr (GPtrArray) bills = g_ptr_array_new ();
  g_autofree char *words = NULL;
  gboolean careful;

  for (guint i = 0; i < self->bills->len; i++)
    {
      NastyBill *bill = self->bills->pdata[i];

      if (bill->client->group == group && bill->rest > 0 && !bill->cancelled && bill->pay_day <= self->day
          && bills->len < 6)
        g_ptr_array_add (bills, bill);
    }
  if (bills->len == 0)
    return;
  words = nasty_write_references (self, bills, 30, &careful);
  settle_all (nasty_tell (self, nasty_write_line (self, sum_of (bills), self->group_names[group], words),
                          NASTY_SEVERAL, bills->len == 1 ? "parent for one" : "parent"),
              bills);
}

static AcqTransaction *
write_child (const NastyCompany *self, const AcqTransaction *batch, const NastyBill *bill)
{
  AcqTransaction *child = acq_transaction_new ();

  child->booked = batch->booked;
  child->amount = bill->rest;
  child->currency = batch->currency;
  child->label = g_strdup (bill->client->payer);
  child->counterparty = g_strdup (bill->client->payer);
  child->remittance = bill->client->reference_percent > 50 ? g_strdup (bill->invoice->number) : NULL;
  child->means = ACQ_MEANS_DIRECT_DEBIT;
  return child;
}

/* Our own direct debits, credited in one entry that CAMT takes apart. */
static void
credit_batch (NastyCompany *self)
{
  g_autoptr (GPtrArray) bills = g_ptr_array_new ();
  AcqTransaction *batch;

  for (guint i = 0; i < self->bills->len && bills->len < 5; i++)
    {
      NastyBill *bill = self->bills->pdata[i];

      if (bill->client->subscription != 0 && bill->client->style == NASTY_PAYS_EACH && bill->rest > 0
          && !bill->cancelled && bill->rest == bill->invoice->total && bill->pay_day - 3 <= self->day)
        g_ptr_array_add (bills, bill);
    }
  if (bills->len < 2)
    return;
  batch = nasty_write_bare_line (self, sum_of (bills), "PRELEVEMENTS SEPA REMISE");
  batch->means = ACQ_MEANS_DIRECT_DEBIT;
  batch->children = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_transaction_free);
  for (guint i = 0; i < bills->len; i++)
    g_ptr_array_add (batch->children, write_child (self, batch, bills->pdata[i]));
  settle_all (nasty_tell (self, batch, NASTY_SEVERAL, "batch"), bills);
}

void
nasty_collect (NastyCompany *self)
{
  int weekday = acq_day_weekday (self->day), year, month, day;

  acq_day_get (self->day, &year, &month, &day);
  if (weekday == 2)
    pay_out (self);
  if (weekday == 4 || self->cheques_waiting->len >= MAX_CHEQUES)
    deposit_cheques (self);
  if (weekday == 5)
    remit_cards (self);
  if (day == 12)
    pay_by_group (self, 1);
  if (day == 20)
    pay_by_group (self, 2);
  if (day == 5 && self->bank == 6)
    credit_batch (self);
}
