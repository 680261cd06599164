/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payment-provider.h"

#include <string.h>

/* Prices for European cards or direct debits, from the providers' own pages: where a search begins, never a proof. */
static const AcqPaymentProvider providers[] = {
  { "STRIPE", 150, 25 }, { "SUMUP", 175, 0 },      { "GOCARDLESS", 100, 20 }, { "PAYPAL", 290, 35 },
  { "ZETTLE", 175, 0 },  { "IZETTLE", 175, 0 },    { "MOLLIE", 180, 25 },     { "PAYPLUG", 150, 25 },
  { "STANCER", 70, 7 },  { "ADYEN", 120, 11 },     { "SQUAREUP", 165, 0 },    { "MYPOS", 169, 5 },
  { "VIVACOM", 150, 0 }, { "VIVAWALLET", 150, 0 }, { "MONETICO", 120, 15 },   { "SHOPIFY", 180, 25 },
  { "HELLOASSO", 0, 0 }, { "SCALAPAY", 300, 0 },   { "PAYTWEAK", 150, 15 },   { "FINTECTURE", 60, 10 },
  { "SLIMPAY", 90, 20 },
};

const AcqPaymentProvider *
acq_payment_provider_find (char **payer_words)
{
  for (guint i = 0; payer_words[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (providers); j++)
      if (strcmp (payer_words[i], providers[j].word) == 0)
        return &providers[j];
  return NULL;
}

const AcqPaymentProvider *
acq_payment_provider_find_in (const char *label)
{
  for (guint i = 0; i < G_N_ELEMENTS (providers); i++)
    if (strcasestr (label, providers[i].word) != NULL)
      return &providers[i];
  return NULL;
}
