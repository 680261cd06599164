/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nasty-company.h"

#define YEAR_DAYS 365

gboolean
nasty_chance (NastyCompany *self, int percent)
{
  return g_rand_int_range (self->rand, 0, 100) < percent;
}

int
nasty_between (NastyCompany *self, int least, int greatest)
{
  return g_rand_int_range (self->rand, least, greatest + 1);
}

static void
free_truth (gpointer data)
{
  NastyTruth *truth = data;

  g_array_unref (truth->parts);
  g_free (truth);
}

NastyTruth *
nasty_tell (NastyCompany *self, const AcqTransaction *line, NastyClass class, const char *how)
{
  NastyTruth *truth = g_new0 (NastyTruth, 1);

  truth->transaction_id = line->id;
  truth->class = class;
  truth->how = how;
  truth->parts = g_array_new (FALSE, FALSE, sizeof (NastyPart));
  g_ptr_array_add (self->truths, truth);
  return truth;
}

void
nasty_settle (NastyTruth *truth, NastyBill *bill, gint64 amount)
{
  NastyPart part = { bill->invoice->id, amount, 0 };

  g_array_append_val (truth->parts, part);
  bill->rest -= amount;
}

void
nasty_settle_less (NastyTruth *truth, NastyBill *bill, gint64 amount)
{
  NastyPart part = { bill->invoice->id, amount, bill->rest - amount };

  g_array_append_val (truth->parts, part);
  bill->rest = 0;
}

static void
choose_manners (NastyCompany *self)
{
  static const int rates[] = { 140, 150, 175, 250, 290 };
  static const gint64 fixed[] = { 0, 20, 25, 25 };

  self->bank = (guint) nasty_between (self, 0, 6);
  self->number_style = (guint) nasty_between (self, 0, 4);
  self->number = (guint) nasty_between (self, 0, 900);
  self->slip = (guint) nasty_between (self, 1000, 9000);
  self->round_prices = nasty_chance (self, 20);
  self->psp = (guint) nasty_between (self, 0, 2);
  self->psp_rate = nasty_pick (self, rates);
  self->psp_fixed = nasty_pick (self, fixed);
}

NastyCompany *
nasty_company_new (guint32 seed)
{
  NastyCompany *self = g_new0 (NastyCompany, 1);

  self->rand = g_rand_new_with_seed (seed);
  self->ledger = acq_ledger_new ();
  self->ledger->company->name = g_strdup ("Atelier Kervadec");
  self->clients = g_ptr_array_new_with_free_func (nasty_client_free);
  self->bills = g_ptr_array_new_with_free_func (g_free);
  self->truths = g_ptr_array_new_with_free_func (free_truth);
  self->psp_waiting = g_ptr_array_new ();
  self->cheques_waiting = g_ptr_array_new ();
  self->cards_waiting = g_ptr_array_new ();
  self->returns = g_ptr_array_new ();
  self->again = g_array_new (FALSE, FALSE, sizeof (NastyAgain));
  self->first = self->day = acq_day_new (2026, 1, 1);
  choose_manners (self);
  nasty_add_clients (self, (guint) nasty_between (self, 45, 75));
  for (; self->day < self->first + YEAR_DAYS; self->day++)
    {
      nasty_issue (self);
      nasty_pay (self);
      nasty_collect (self);
      nasty_meet_strangers (self);
    }
  acq_ledger_derive_balances (self->ledger);
  return self;
}

void
nasty_company_free (NastyCompany *self)
{
  if (self == NULL)
    return;
  g_rand_free (self->rand);
  acq_ledger_free (self->ledger);
  g_ptr_array_unref (self->clients);
  g_ptr_array_unref (self->bills);
  g_ptr_array_unref (self->truths);
  g_ptr_array_unref (self->psp_waiting);
  g_ptr_array_unref (self->cheques_waiting);
  g_ptr_array_unref (self->cards_waiting);
  g_ptr_array_unref (self->returns);
  g_array_unref (self->again);
  for (guint i = 0; i < G_N_ELEMENTS (self->group_names); i++)
    g_free (self->group_names[i]);
  g_free (self);
}
