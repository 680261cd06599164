/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One who takes cards or direct debits for companies and pays out what is left after his commission. */
typedef struct
{
  const char *word; /* in capitals, as bank lines show it */
  int rate;         /* what he asks for of each charge by his list of prices, in hundredths of a per cent */
  gint64 fixed;     /* and for each charge, in cents */
} AcqPaymentProvider;

/* Among the folded words of a payer; NULL: none of them is known for one. */
const AcqPaymentProvider *acq_payment_provider_find (char **payer_words);
/* The same in a bank's text as it stands: quicker, and as good for a line that was explained before. */
const AcqPaymentProvider *acq_payment_provider_find_in (const char *label);

G_END_DECLS
