/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-ledger.h"

G_BEGIN_DECLS

/* An amount that more items have than this is not worth looking for by itself. */
#define ACQ_MAX_SAME_AMOUNT 512

#define ACQ_NO_CUSTOMER G_MAXUINT

/* A part of a receipt that is thought to settle one invoice; below zero for a credit note or a returned payment. */
typedef struct
{
  guint item;
  gint64 amount;
} AcqPart;

/**
 * AcqOpenItem:
 *
 * What one invoice or credit note still owes while reconciliation tries and posts. An item's number is the invoice's
 * place in the ledger, a customer's number the customer's.
 */
typedef struct
{
  const AcqInvoice *invoice;
  guint customer;  /* ACQ_NO_CUSTOMER where the ledger lacks him */
  gboolean listed; /* is in its customer's list */
  gint64 rest;     /* after all postings; of the sign of the balance */
} AcqOpenItem;

typedef struct _AcqOpenItems AcqOpenItems;

/* Borrows the ledger, whose arrays must be in the order of their ids. */
AcqOpenItems *acq_open_items_new (const AcqLedger *ledger);
void acq_open_items_free (AcqOpenItems *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqOpenItems, acq_open_items_free)

const AcqOpenItem *acq_open_items_get (const AcqOpenItems *self, guint item);
/* FALSE for an invoice or customer that the ledger does not hold. */
gboolean acq_open_items_find (const AcqOpenItems *self, gint64 invoice_id, guint *ret_item);
guint acq_open_items_find_customer (const AcqOpenItems *self, gint64 customer_id);
guint acq_open_items_n (const AcqOpenItems *self);
guint acq_open_items_n_customers (const AcqOpenItems *self);

/* Whether a payment of that day and currency may concern the item: neither cancelled nor factored, with a rest, and
   issued by then (a few days more are allowed, a month for deposit invoices). */
gboolean acq_open_items_is_candidate (const AcqOpenItems *self, guint item, AcqDay booked,
                                      AcqCurrency currency);
/* What the item asks for on that day: its rest without retention that is not due yet. */
gint64 acq_open_items_expected (const AcqOpenItems *self, guint item, AcqDay booked);
/* Whether the amount is one open due item, the first few of them, or the rest without retention. */
gboolean acq_open_items_is_part (const AcqOpenItems *self, guint item, gint64 amount, AcqDay booked);
/* Whether the item's customer has another candidate with the same rest. */
gboolean acq_open_items_has_twin (AcqOpenItems *self, guint item, AcqDay booked, AcqCurrency currency);

/* (element-type guint): the customer's candidates in the order of issue and number; the latest max ones. */
GArray *acq_open_items_of_customer (AcqOpenItems *self, guint customer, AcqDay booked, AcqCurrency currency,
                                    guint max);
/* (element-type guint): the customer's open items that are issued after the day, within so many days, and whose rest is
   exactly this: what money that came before them may be for. */
GArray *acq_open_items_issued_after (const AcqOpenItems *self, guint customer, AcqDay day, int days,
                                     gint64 rest, AcqCurrency currency);
/* All of the customer's items, settled ones included, in the order of the ledger. Borrowed. */
const guint *acq_open_items_all_of_customer (const AcqOpenItems *self, guint customer, guint *ret_n);
/* (element-type guint) (nullable): items whose rest is exactly this, whatever their day and currency. Borrowed. */
const GArray *acq_open_items_of_amount (const AcqOpenItems *self, gint64 rest);

/* Takes the parts off the items' rests, or gives them back. */
void acq_open_items_post (AcqOpenItems *self, const GArray *parts);
void acq_open_items_take_back (AcqOpenItems *self, const GArray *parts);

G_END_DECLS
