/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include <gio/gio.h>

#include "acq-books.h"
#include "acq-company-file.h"

G_BEGIN_DECLS

/* A line of a listing: the little that sorting, filtering and a row need. */
typedef struct
{
  gint64 id;
  gint64 amount;
  gint64 matched;
  AcqDay booked;
  guint account; /* index into the listing's accounts */
  AcqCurrency currency;
  AcqTransactionStatus status;
  gboolean returned;
  char *label;
} AcqBankLine;

/**
 * AcqBankListing:
 *
 * All bank lines of all accounts, ignored and long settled ones too, as they were at one moment. Never changed once made, and
 * counted.
 */
typedef struct
{
  AcqBooks *books;      /* for what the lines settle */
  GArray *lines;        /* (element-type AcqBankLine) by day and id, oldest first */
  GPtrArray *accounts;  /* (element-type AcqBankAccount) */
  GHashTable *receipts; /* gint64* id of a bank line to AcqReceipt of the books */
} AcqBankListing;

AcqBankListing *acq_bank_listing_read (AcqCompanyFile *file, AcqBooks *books, GCancellable *cancellable,
                                       GError **error);
AcqBankListing *acq_bank_listing_ref (AcqBankListing *self);
void acq_bank_listing_unref (AcqBankListing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqBankListing, acq_bank_listing_unref)

#define acq_bank_listing_get(self, index) (&g_array_index ((self)->lines, AcqBankLine, index))

/* What the line settles; NULL where it settles nothing. */
const AcqReceipt *acq_bank_listing_find_receipt (const AcqBankListing *self, const AcqBankLine *line);

typedef enum
{
  ACQ_BANK_FILTER_ALL,
  ACQ_BANK_FILTER_TO_DO,   /* money that came in, or came back unpaid, and is not wholly matched */
  ACQ_BANK_FILTER_MATCHED, /* wholly or in part */
  ACQ_BANK_FILTER_IGNORED,
  ACQ_BANK_FILTER_OUTGOING,
} AcqBankFilter;

#define ACQ_N_BANK_FILTERS (ACQ_BANK_FILTER_OUTGOING + 1)

gboolean acq_bank_filter_takes (AcqBankFilter filter, const AcqBankLine *line);

typedef enum
{
  ACQ_BANK_ORDER_DAY,
  ACQ_BANK_ORDER_LABEL,
  ACQ_BANK_ORDER_ACCOUNT,
  ACQ_BANK_ORDER_AMOUNT,
  ACQ_BANK_ORDER_STATUS,
} AcqBankOrder;

/* Which lines to show, and in which order. */
typedef struct
{
  AcqBankFilter filter;
  char *text; /* looked for in the label, the numbers of what it settles, and as an amount; "" for all */
  AcqBankOrder order;
  gboolean descending;
} AcqBankQuery;

/* (element-type guint): indexes of the lines, in order. Not for the main loop. */
GArray *acq_bank_listing_select (const AcqBankListing *self, const AcqBankQuery *query,
                                 GCancellable *cancellable);
/* How many lines each filter takes. */
void acq_bank_listing_count (const AcqBankListing *self, guint counts[ACQ_N_BANK_FILTERS]);

G_END_DECLS
