/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-customer-figures.h"

G_BEGIN_DECLS

/* What customers are ordered by. */
typedef enum
{
  ACQ_CUSTOMER_ORDER_NAME,
  ACQ_CUSTOMER_ORDER_OUTSTANDING,
  ACQ_CUSTOMER_ORDER_OVERDUE,
  ACQ_CUSTOMER_ORDER_OLDEST,
  ACQ_CUSTOMER_ORDER_HABIT,
  ACQ_CUSTOMER_ORDER_LIMIT,
  ACQ_CUSTOMER_ORDER_NEXT, /* the next message first, then what is held, then nothing */
} AcqCustomerOrder;

/* Which customers are shown, and in which order. */
typedef struct
{
  AcqCustomerFilter filter;
  const char *words; /* each must begin a word of name, code, town, SIREN or a contact; NULL or "": all */
  AcqCustomerOrder order;
  gboolean descending;
} AcqCustomerQuery;

/* What is not known stands last in both directions; equals are by name. Off the main loop for many customers.
   Returns: (element-type guint) (transfer full): rows of the listing */
GArray *acq_customer_listing_select (const AcqCustomerListing *self, const AcqCustomerQuery *query);

/* Σ outstanding of these rows. */
gint64 acq_customer_listing_sum (const AcqCustomerListing *self, const GArray *rows);

G_END_DECLS
