/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payout-tariff.h"

#define LEAST_RATE    40
#define GREATEST_RATE 400
/* Invoices of the last weeks are what is paid by card. */
#define MAX_LAG_DAYS 62
#define MAX_PAYOUTS  60
#define MAX_CHARGES  60
/* A tariff that fits by accident fits once or twice. */
#define LEAST_HITS 3

static const gint64 fixed_parts[] = { 0, 5, 7, 10, 11, 15, 20, 25, 30, 35, 40 };

gint64
acq_payout_tariff_commission (const AcqPayoutTariff *self, gint64 gross)
{
  return (gross * self->rate + 5000) / 10000 + self->fixed;
}

/* The charge of which the tariff leaves just that; 0 where there is none. */
static gint64
find_gross (const AcqPayoutTariff *tariff, gint64 net)
{
  gint64 about = (net + tariff->fixed) * 10000 / (10000 - tariff->rate);

  for (gint64 gross = about - 1; gross <= about + 1; gross++)
    if (gross - acq_payout_tariff_commission (tariff, gross) == net)
      return gross;
  return 0;
}

static gboolean
fits_payout (const AcqPayoutTariff *tariff, const AcqOpenItems *items, const AcqPayout *payout)
{
  const GArray *same = acq_open_items_of_amount (items, find_gross (tariff, payout->net));

  for (guint i = 0; same != NULL && i < same->len && i < ACQ_MAX_SAME_AMOUNT; i++)
    {
      guint item = g_array_index (same, guint, i);

      if (acq_open_items_is_candidate (items, item, payout->booked, payout->currency)
          && acq_open_items_get (items, item)->invoice->issued >= payout->booked - MAX_LAG_DAYS)
        return TRUE;
    }
  return FALSE;
}

/* A confirmed charge says more than an open invoice that happens to fit. */
static guint
count_hits (const AcqPayoutTariff *tariff, const AcqOpenItems *items, const GArray *payouts,
            const GArray *charges)
{
  guint hits = 0;

  for (guint i = 0; i < payouts->len && i < MAX_PAYOUTS; i++)
    hits += fits_payout (tariff, items, &g_array_index (payouts, AcqPayout, i)) ? 1 : 0;
  for (guint i = charges->len; i > 0 && charges->len - i < MAX_CHARGES; i--)
    {
      const AcqCharge *charge = &g_array_index (charges, AcqCharge, i - 1);

      if (charge->gross - acq_payout_tariff_commission (tariff, charge->gross) == charge->net)
        hits += 2;
    }
  return hits;
}

/* Of neighbours that come to the same on all payouts, the one that a list of prices would have. */
static guint
count_roundness (const AcqPayoutTariff *tariff, const AcqPaymentProvider *provider)
{
  return (tariff->rate % 5 == 0 ? 2 : 0) + (tariff->fixed % 5 == 0 ? 1 : 0)
         + (tariff->rate == provider->rate ? 1 : 0) + (tariff->fixed == provider->fixed ? 1 : 0);
}

AcqPayoutTariff
acq_payout_tariff_infer (const AcqPaymentProvider *provider, const AcqOpenItems *items, const GArray *payouts,
                         const GArray *charges)
{
  AcqPayoutTariff best = { provider->rate, provider->fixed };
  guint most = LEAST_HITS - 1, roundest = 0;

  for (int rate = LEAST_RATE; rate <= GREATEST_RATE; rate++)
    for (guint i = 0; i < G_N_ELEMENTS (fixed_parts); i++)
      {
        AcqPayoutTariff tariff = { rate, fixed_parts[i] };
        guint hits = count_hits (&tariff, items, payouts, charges);
        guint roundness = count_roundness (&tariff, provider);

        if (hits < most || (hits == most && roundness <= roundest))
          continue;
        if (hits < LEAST_HITS)
          continue;
        best = tariff;
        most = hits;
        roundest = roundness;
      }
  return best;
}
