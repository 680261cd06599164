/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-customer-account.h"

G_BEGIN_DECLS

/* What happens next with a customer. */
typedef enum
{
  ACQ_NEXT_NOTHING,
  ACQ_NEXT_UNKNOWN, /* the view is not complete yet */
  ACQ_NEXT_MESSAGE, /* one is planned */
  ACQ_NEXT_HELD,    /* something overdue is held back, and nothing is planned */
} AcqNextKind;

/* The next step with one customer. */
typedef struct
{
  AcqNextKind kind;
  AcqDay day;                    /* of the message, or until when it is held; ACQ_DAY_NONE: no such day */
  const AcqPlanMessage *message; /* of MESSAGE: the earliest; borrowed from the view */
  AcqReason reason;              /* of HELD: the one that asks most of the user */
  AcqSequel sequel;              /* of HELD with SCENARIO_FINISHED: what follows */
} AcqNextStep;

/* What a customer list is narrowed to. Codes are those of the window's targets. */
typedef enum
{
  ACQ_CUSTOMER_FILTER_ALL,
  ACQ_CUSTOMER_FILTER_OVERDUE,
  ACQ_CUSTOMER_FILTER_NEAR_LIMIT,
  ACQ_CUSTOMER_FILTER_DISPUTED,
  ACQ_CUSTOMER_FILTER_NO_CONTACT,
} AcqCustomerFilter;

#define ACQ_N_CUSTOMER_FILTERS 5

ACQ_DECLARE_CODES (AcqCustomerFilter, acq_customer_filter)

/* From this share of the limit on, in hundredths of a per cent, a customer is near it; over it as well. */
#define ACQ_NEAR_LIMIT 8500

/* The figures of one customer, in euros (minor units). Amounts in other currencies are left out, for they never add up. */
typedef struct
{
  const AcqCustomer *customer; /* borrowed from the view */
  gint64 outstanding;
  gint64 overdue;
  guint n_open; /* invoices with a balance */
  guint n_overdue;
  int oldest_days; /* days since the earliest due day of what is overdue; 0: nothing is */
  gboolean disputed;
  gboolean other_currency; /* something is owed in another currency */
  gboolean reachable;      /* whoever gets the messages about his invoices has an e-mail address */
  gboolean habit_known;
  int habit;         /* median of days paid after the due day; below zero: before */
  gint64 limit_used; /* hundredths of a per cent of the credit limit; -1: no limit */
  AcqNextStep next;
} AcqCustomerFigures;

/**
 * AcqCustomerListing:
 *
 * The figures of all customers of a view. Never changed once made, and counted. It costs a walk over all rows: made off
 * the main loop.
 */
typedef struct
{
  AcqCompanyView *view; /* owned: all else borrows from it */
  GArray *rows;         /* (element-type AcqCustomerFigures) in the order of the ledger */
  guint counts[ACQ_N_CUSTOMER_FILTERS];
} AcqCustomerListing;

AcqCustomerListing *acq_customer_listing_new (const AcqCompanyView *view);
AcqCustomerListing *acq_customer_listing_ref (AcqCustomerListing *self);
void acq_customer_listing_unref (AcqCustomerListing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqCustomerListing, acq_customer_listing_unref)

#define acq_customer_listing_row(self, index) (&g_array_index ((self)->rows, AcqCustomerFigures, index))

/* NULL where the view has no such customer. */
const AcqCustomerFigures *acq_customer_listing_find (const AcqCustomerListing *self, const char *code);

/* The figures of one customer, without those of the others. */
AcqCustomerFigures acq_customer_figures_of (const AcqCustomerAccount *account);

gboolean acq_customer_figures_pass (const AcqCustomerFigures *self, AcqCustomerFilter filter);

G_END_DECLS
