/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money that is nobody's payment, and money that goes back. */
#include "nasty-company.h"

static gint64
choose_amount (NastyCompany *self)
{
  const NastyBill *bill;

  if (self->bills->len == 0 || !nasty_chance (self, 25))
    return nasty_chance (self, 30) ? nasty_between (self, 1, 40) * 10000 : nasty_between (self, 1500, 500000);
  bill = self->bills->pdata[nasty_between (self, (int) self->bills->len / 2, (int) self->bills->len - 1)];
  return ABS (bill->invoice->total);
}

static void
receive_foreign (NastyCompany *self)
{
  static const struct
  {
    const char *payer, *words;
  } strangers[] = {
    { "URSSAF BRETAGNE", "REMBOURSEMENT TROP PERCU" },
    { "CPAM DU FINISTERE", "INDEMNITES JOURNALIERES" },
    { "DGFIP", "REMBOURSEMENT CREDIT DE TVA" },
    { "BPI FRANCE", "DEBLOCAGE PRET" },
    { "MAIF", "SINISTRE 26 04 118" },
    { "M KERVADEC YANN", "APPORT COMPTE COURANT" },
    { "KERVADEC IMMOBILIER", "LOYER" },
    { "AMAZON EU", "REMBOURSEMENT COMMANDE" },
    { "KLESIA PREVOYANCE", "VERSEMENT 2026" },
    { "CAISSE D EPARGNE", "INTERETS 2026" },
  };
  guint place = (guint) nasty_between (self, 0, G_N_ELEMENTS (strangers) - 1);

  nasty_tell (self,
              nasty_write_line (self, choose_amount (self), strangers[place].payer, strangers[place].words),
              NASTY_FOREIGN, "stranger");
}

/* A name like a customer's, or a customer who pays what was never invoiced. */
static void
receive_namesake (NastyCompany *self)
{
  gboolean person;
  g_autofree char *name = nasty_invent_name (self, &person);

  nasty_tell (
    self,
    nasty_write_line (self, choose_amount (self), name, nasty_chance (self, 50) ? "" : "AVOIR FOURNISSEUR"),
    NASTY_FOREIGN, "namesake");
}

static void
move_own_money (NastyCompany *self)
{
  gint64 amount = choose_amount (self);
  AcqTransaction *in, *out;
  int year, month, day;

  in = nasty_write_line (self, amount, "ATELIER KERVADEC", "VIREMENT INTERNE");
  nasty_tell (self, in, NASTY_FOREIGN, "own transfer");
  out = nasty_write_bare_line (self, -amount, "VIR EMIS ATELIER KERVADEC");
  out->account_id = 2;
  acq_day_get (self->day, &year, &month, &day);
  out->booked = self->day - MIN (day - 1, nasty_between (self, 0, 2));
  nasty_tell (self, out, NASTY_FOREIGN, "own transfer, the other side");
}

static void
spend (NastyCompany *self)
{
  nasty_tell (self,
              nasty_write_bare_line (self, -choose_amount (self),
                                     nasty_chance (self, 50) ? "PRLV SEPA ORANGE" : "VIR EMIS FOURNISSEUR"),
              NASTY_FOREIGN, "expense");
}

static NastyBill *
find_bill (NastyCompany *self, gint64 invoice_id)
{
  return self->bills->pdata[invoice_id - 1];
}

/* One of the payments that the line had brought comes back: of a deposit, one cheque. */
static void
send_back (NastyCompany *self, const NastyTruth *paid)
{
  const NastyPart *part
    = &g_array_index (paid->parts, NastyPart, nasty_between (self, 0, (int) paid->parts->len - 1));
  NastyBill *bill = find_bill (self, part->invoice_id);
  gboolean cheque = paid->class == NASTY_CHEQUES;
  g_autofree char *label = g_strdup_printf ("%s %s %s", cheque ? "CHEQUE IMPAYE" : "REJET VIR",
                                            nasty_chance (self, 70) ? bill->client->payer : "",
                                            nasty_chance (self, 40) ? bill->invoice->number : "");
  AcqTransaction *line = nasty_write_bare_line (self, -part->amount, label);

  line->returned = TRUE;
  line->means = cheque ? ACQ_MEANS_CHEQUE : ACQ_MEANS_TRANSFER;
  nasty_settle (nasty_tell (self, line, NASTY_RETURNED, cheque ? "returned cheque" : "returned transfer"),
                bill, -part->amount);
  bill->pay_day = self->day + nasty_between (self, 6, 20);
}

static void
send_back_due (NastyCompany *self)
{
  const NastyTruth *paid;
  const AcqTransaction *line;

  if (self->returns->len == 0)
    return;
  paid = self->returns->pdata[0];
  line = self->ledger->transactions->pdata[paid->transaction_id - 1];
  if (line->booked + 6 > self->day)
    return;
  g_ptr_array_remove_index (self->returns, 0);
  send_back (self, paid);
}

/* A client who owes nothing any more gets his credit note paid out. */
static void
refund (NastyCompany *self)
{
  for (guint i = 0; i < self->bills->len; i++)
    {
      NastyBill *note = self->bills->pdata[i];
      g_autofree char *words = NULL;
      g_autofree char *label = NULL;
      AcqTransaction *line;
      gint64 amount = note->rest;

      if (note->rest >= 0 || note->cancelled || note->invoice->issued + 60 > self->day)
        continue;
      words = g_strdup_printf ("REMBOURSEMENT %s", nasty_chance (self, 70) ? note->invoice->number : "AVOIR");
      label = g_strdup_printf ("VIR SEPA EMIS /MOTIF %s /BEN %s", words, note->client->customer->name);
      line = nasty_write_bare_line (self, amount, label);
      nasty_settle (nasty_tell (self, line, NASTY_REFUND, "refund"), note, amount);
      return;
    }
}

void
nasty_meet_strangers (NastyCompany *self)
{
  send_back_due (self);
  if (nasty_chance (self, 9))
    receive_foreign (self);
  if (nasty_chance (self, 4))
    receive_namesake (self);
  if (nasty_chance (self, 3))
    move_own_money (self);
  if (nasty_chance (self, 25))
    spend (self);
  if (nasty_chance (self, 10))
    refund (self);
}
