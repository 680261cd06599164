/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-example-expenses.h"

#define SUPPLIERS_PER_MONTH 6
#define CARDS_PER_MONTH     4
/* What suppliers cost of what customers pay. */
#define SUPPLIES_PER_CENT 43

typedef struct
{
  const char *label;
  AcqMeans means;
  int day;    /* of the month */
  int amount; /* euros */
  int spread; /* euros more or less */
  int every;  /* months */
} Expense;

static const Expense regular[] = {
  { "PRLV SEPA SCI DES COPEAUX LOYER ATELIER", ACQ_MEANS_DIRECT_DEBIT, 5, 1480, 0, 1 },
  { "PRLV SEPA URSSAF FRANCHE COMTE UR 4370018402", ACQ_MEANS_DIRECT_DEBIT, 15, 4620, 260, 1 },
  { "PRLV SEPA DGFIP TVA1 39184020", ACQ_MEANS_DIRECT_DEBIT, 21, 4150, 900, 1 },
  { "PRLV SEPA ELECTRICITE DU HAUT DOUBS CONTRAT 77012", ACQ_MEANS_DIRECT_DEBIT, 8, 412, 80, 1 },
  { "PRLV SEPA TELECOM ATELIER FIBRE", ACQ_MEANS_DIRECT_DEBIT, 12, 64, 0, 1 },
  { "PRLV SEPA PREVOYANCE ARTISANS BTP", ACQ_MEANS_DIRECT_DEBIT, 10, 518, 0, 1 },
  { "PRLV SEPA CREDIT BAIL FOURGON ECH", ACQ_MEANS_DIRECT_DEBIT, 6, 436, 0, 1 },
  { "VIR SALAIRE BOURRELIN KEVIN", ACQ_MEANS_TRANSFER, 28, 1912, 90, 1 },
  { "VIR SALAIRE MASSONEAU DIDIER", ACQ_MEANS_TRANSFER, 28, 2148, 60, 1 },
  { "VIR SALAIRE ABDELLI SAMIR", ACQ_MEANS_TRANSFER, 28, 1978, 110, 1 },
  { "VIR APPRENTI CORDELIER LEA", ACQ_MEANS_TRANSFER, 28, 894, 0, 1 },
  { "VIR REMUNERATION GERANCE QUILLEPOIX H", ACQ_MEANS_TRANSFER, 27, 2700, 0, 1 },
  { "FRAIS TENUE DE COMPTE", ACQ_MEANS_FEE, 2, 29, 0, 1 },
  { "PRLV SEPA ASSURANCE DECENNALE ET RC", ACQ_MEANS_DIRECT_DEBIT, 4, 1860, 0, 3 },
};
static const char *const suppliers[] = {
  "VIR SCIERIE MONTRAVEL FA",   "VIR BOIS ET PANNEAUX DU REVERMONT",     "PRLV SEPA QUINCAILLERIE FERRONNET",
  "VIR VERRERIE DE LA LOUE FV", "PRLV SEPA VERNIS ET FINITIONS SABLIER", "VIR LOCATION NACELLE COMTOISE",
};
static const char *const card_payments[] = {
  "PAIEMENT CB STATION DES EPENOTTES",     "PAIEMENT CB PEAGE A39 DOLE",
  "PAIEMENT CB AFFUTAGE EXPRESS",          "PAIEMENT CB AUBERGE DU CHANTIER",
  "PAIEMENT CB FOURNITURES BUREAU PAPYRA",
};

/* Days are moved to the next bank day; what lies outside the two years is left out. */
static void
spend (AcqExampleDraft *draft, GPtrArray *movements, AcqDay day, AcqMeans means, gint64 amount, char *label)
{
  AcqTransaction *transaction;

  day = acq_example_bank_day (day);
  if (day < draft->start || day > draft->yesterday)
    {
      g_free (label);
      return;
    }
  transaction = acq_example_transaction_new (0, day, -amount, label);
  transaction->means = means;
  g_ptr_array_add (movements, acq_example_movement_new (transaction, NULL));
}

static void
add_regular (AcqExampleDraft *draft, GPtrArray *movements, int year, int month)
{
  for (gsize i = 0; i < G_N_ELEMENTS (regular); i++)
    {
      const Expense *expense = &regular[i];
      gint64 amount
        = (gint64) expense->amount * 100
          + acq_example_random_range (&draft->random, -expense->spread * 100, expense->spread * 100);

      if (month % expense->every == 0)
        spend (draft, movements, acq_day_new (year, month, expense->day), expense->means, amount,
               g_strdup (expense->label));
    }
}

static gint64
received_in (const GPtrArray *movements, AcqDay first)
{
  gint64 received = 0;

  for (guint i = 0; i < movements->len; i++)
    {
      const AcqExampleMovement *movement = movements->pdata[i];

      if (movement->transaction != NULL && movement->receipt != NULL && movement->transaction->account_id == 1
          && movement->transaction->booked >= first
          && movement->transaction->booked <= acq_day_end_of_month (first))
        received += movement->transaction->amount;
    }
  return received;
}

static void
add_supplies (AcqExampleDraft *draft, GPtrArray *movements, AcqDay first)
{
  gint64 supplies = acq_amount_scale (MAX (received_in (movements, first), 800000), SUPPLIES_PER_CENT, 100);

  for (int i = 0; i < SUPPLIERS_PER_MONTH; i++)
    {
      const char *supplier = suppliers[i % (int) G_N_ELEMENTS (suppliers)];
      gint64 amount = acq_amount_scale (supplies, acq_example_random_range (&draft->random, 60, 140),
                                        100 * SUPPLIERS_PER_MONTH);

      spend (draft, movements, first + acq_example_random_range (&draft->random, 2, 26), ACQ_MEANS_TRANSFER,
             amount,
             g_strdup_printf ("%s %d", supplier, acq_example_random_range (&draft->random, 1000, 9999)));
    }
}

static void
add_cards (AcqExampleDraft *draft, GPtrArray *movements, AcqDay first)
{
  for (int i = 0; i < CARDS_PER_MONTH; i++)
    {
      int place = acq_example_random_range (&draft->random, 0, G_N_ELEMENTS (card_payments) - 1);
      AcqDay day = first + acq_example_random_range (&draft->random, 1, 26);
      int month, day_of_month;

      acq_day_get (day, NULL, &month, &day_of_month);
      spend (draft, movements, day + 1, ACQ_MEANS_CARD,
             acq_example_random_range (&draft->random, 1200, 14800),
             g_strdup_printf ("%s %02d%02d CARTE 4972", card_payments[place], day_of_month, month));
    }
}

/* Money goes from the second account, where nothing is spent, to the current one. */
static void
add_own_transfer (AcqExampleDraft *draft, GPtrArray *movements, AcqDay first)
{
  AcqDay day = acq_example_bank_day (first + 18);
  gint64 amount = acq_example_random_range (&draft->random, 35, 52) * 10000;
  AcqTransaction *out, *in;

  if (day < draft->start || day > draft->yesterday)
    return;
  out = acq_example_transaction_new (1, day, -amount,
                                     g_strdup ("VIR SEPA EMIS MENUISERIE QUILLEPOIX VIREMENT INTERNE"));
  in = acq_example_transaction_new (0, day, amount, g_strdup ("VIR MENUISERIE QUILLEPOIX VIREMENT INTERNE"));
  out->means = in->means = ACQ_MEANS_TRANSFER;
  out->counterparty = g_strdup ("MENUISERIE QUILLEPOIX");
  out->remittance = g_strdup ("VIREMENT INTERNE");
  in->ignored = day <= draft->covered;
  g_ptr_array_add (movements, acq_example_movement_new (out, NULL));
  g_ptr_array_add (movements, acq_example_movement_new (in, NULL));
}

void
acq_example_expenses_add (AcqExampleDraft *draft, GPtrArray *movements)
{
  int year, month;
  AcqDay first;

  acq_day_get (draft->start, &year, &month, NULL);
  for (first = acq_day_new (year, month, 1); first <= draft->yesterday; first = acq_day_add_months (first, 1))
    {
      acq_day_get (first, &year, &month, NULL);
      add_regular (draft, movements, year, month);
      add_supplies (draft, movements, first);
      add_cards (draft, movements, first);
      add_own_transfer (draft, movements, first);
    }
}
