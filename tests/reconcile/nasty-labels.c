/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nasty-company.h"

#include <string.h>

#include "acq-siren.h"

/* How banks word a receipt: %1 the payer, %2 his words; where their text ends. */
static const struct
{
  const char *before, *between, *after;
  gsize payer_length, length;
} banks[] = {
  { "VIR SEPA RECU /DE ", " /MOTIF ", " /REF NOTPROVIDED", 70, 140 },
  { "VIR RECU 9604881985018 DE: ", " MOTIF: ", "", 35, 140 },
  { "VIREMENT EN VOTRE FAVEUR ", " ", "", 32, 80 },
  { "VIR ", " ", "", 24, 32 },
  { "VIREMENT DE ", " ", "", 70, 64 },
  { "VIR ", "", "", 31, 31 },
  { "", " ", "", 70, 140 },
};

#define BANK_CFONB 5
#define BANK_CAMT  6

static char *
cut (const char *text, gsize length)
{
  return g_strchomp (g_strndup (text, length));
}

static AcqTransaction *
add_line (NastyCompany *self, gint64 amount, char *label)
{
  AcqTransaction *line = acq_transaction_new ();

  line->id = self->ledger->transactions->len + 1;
  line->account_id = 1;
  line->booked = self->day;
  line->amount = amount;
  line->currency = ACQ_CURRENCY_EUR;
  line->label = label;
  line->means = ACQ_MEANS_TRANSFER;
  g_ptr_array_add (self->ledger->transactions, line);
  return line;
}

AcqTransaction *
nasty_write_bare_line (NastyCompany *self, gint64 amount, const char *label)
{
  return add_line (self, amount, cut (label, banks[self->bank].length));
}

AcqTransaction *
nasty_write_line (NastyCompany *self, gint64 amount, const char *payer, const char *words)
{
  g_autofree char *name = cut (payer, banks[self->bank].payer_length);
  g_autofree char *whole = NULL;
  AcqTransaction *line;

  if (self->bank == BANK_CFONB)
    whole = g_strconcat (banks[self->bank].before, name, NULL);
  else
    whole = g_strconcat (banks[self->bank].before, name, banks[self->bank].between, words,
                         banks[self->bank].after, NULL);
  line = add_line (self, amount, cut (whole, banks[self->bank].length));
  if (self->bank < BANK_CFONB)
    return line;
  line->counterparty = g_steal_pointer (&name);
  line->remittance = words[0] != '\0' ? cut (words, 140) : NULL;
  return line;
}

static char *
squeeze (const char *number)
{
  GString *text = g_string_new (NULL);

  for (const char *p = number; *p != '\0'; p++)
    if (*p != '-')
      g_string_append_c (text, *p);
  return g_string_free (text, FALSE);
}

static char *
write_tail (const char *number)
{
  gsize length = strlen (number);

  return g_strdup (number + (length > 4 ? length - 4 : 0));
}

static char *
mistype_digit (NastyCompany *self, const char *number)
{
  char *text = g_strdup (number);
  gsize place = strlen (text) - 1 - (gsize) nasty_between (self, 0, 1);

  text[place] = (char) ('0' + (text[place] - '0' + nasty_between (self, 1, 8)) % 10);
  return text;
}

/* Who names another of his bills over the same sum pays that one, whatever he meant (article 1342-10 of the Code civil). */
static gboolean
names_equal_bill (NastyCompany *self, const NastyBill *bill, const char *text)
{
  for (guint i = 0; i < self->bills->len; i++)
    {
      const NastyBill *other = self->bills->pdata[i];

      if (other != bill && other->client == bill->client && other->invoice->total == bill->invoice->total
          && strcmp (other->invoice->number, text) == 0)
        return TRUE;
    }
  return FALSE;
}

static char *
write_wrong (NastyCompany *self, const NastyBill *bill, gboolean mistyped)
{
  const NastyBill *other = self->bills->pdata[nasty_between (self, 0, (int) self->bills->len - 1)];
  char *text = mistyped ? mistype_digit (self, bill->invoice->number) : g_strdup (other->invoice->number);

  if (!names_equal_bill (self, bill, text))
    return text;
  g_free (text);
  return g_strdup (bill->invoice->number);
}

static char *
write_one (NastyCompany *self, const NastyBill *bill, gboolean *ret_careful)
{
  const char *number = bill->invoice->number;
  int dice = nasty_between (self, 0, 99);

  *ret_careful = *ret_careful && dice < 70;
  if (dice < 40)
    return g_strdup (number);
  if (dice < 60)
    return squeeze (number);
  if (dice < 70)
    return self->bank == BANK_CAMT ? acq_creditor_reference_new (number) : g_strdup (number);
  if (dice < 90)
    return write_tail (number);
  return write_wrong (self, bill, dice < 95);
}

char *
nasty_write_references (NastyCompany *self, const GPtrArray *bills, int percent, gboolean *ret_careful)
{
  static const char *const vague[]
    = { "REGLEMENT FACTURE", "VIREMENT", "FACT DU MOIS", "REGLT", "SOLDE COMPTE", "PAIEMENT" };
  g_autoptr (GString) text = g_string_new (NULL);

  *ret_careful = TRUE;
  if (!nasty_chance (self, percent))
    {
      *ret_careful = FALSE;
      return g_strdup (nasty_chance (self, 50) ? "" : nasty_pick (self, vague));
    }
  if (nasty_chance (self, 40))
    g_string_append (text, nasty_chance (self, 50) ? "FACTURE " : "FACT ");
  for (guint i = 0; i < bills->len; i++)
    {
      const NastyBill *bill = bills->pdata[i];
      g_autofree char *one = NULL;

      if (bill->invoice->total < 0 && nasty_chance (self, 60))
        continue;
      one = write_one (self, bill, ret_careful);
      g_string_append_printf (text, "%s%s",
                              text->len > 0 && i > 0 ? (nasty_chance (self, 50) ? " " : " + ") : "", one);
    }
  return g_strdup (text->str);
}
