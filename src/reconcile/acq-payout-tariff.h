/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-open-items.h"
#include "acq-payment-provider.h"

G_BEGIN_DECLS

/* What a provider keeps of each charge. */
typedef struct
{
  int rate;     /* hundredths of a per cent */
  gint64 fixed; /* cents */
} AcqPayoutTariff;

/* One payout of which nobody knows yet what it pays. */
typedef struct
{
  AcqDay booked;
  AcqCurrency currency;
  gint64 net;
} AcqPayout;

/* One charge whose payout was confirmed. */
typedef struct
{
  gint64 gross;
  gint64 net;
} AcqCharge;

gint64 acq_payout_tariff_commission (const AcqPayoutTariff *self, gint64 gross);

/**
 * acq_payout_tariff_infer:
 * @payouts: (element-type AcqPayout)
 * @charges: (element-type AcqCharge)
 *
 * The tariff under which most payouts are one open invoice less the commission, and most charges were just that; the
 * provider's list price where too few speak for any.
 */
AcqPayoutTariff acq_payout_tariff_infer (const AcqPaymentProvider *provider, const AcqOpenItems *items,
                                         const GArray *payouts, const GArray *charges);

G_END_DECLS
