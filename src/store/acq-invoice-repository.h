/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"
#include "acq-ledger.h"

G_BEGIN_DECLS

/* Keeps a new invoice with its due items and VAT lines and sets its id. Its balances must be worked out
   already (acq_invoice_spread_settled()). */
gboolean acq_invoice_repository_insert (AcqConnection *connection, AcqInvoice *invoice, gint64 batch_id,
                                        GError **error);
/* Writes all columns, due items and VAT lines of an invoice that is kept already, and works out its balances
   anew from its allocations. */
gboolean acq_invoice_repository_update (AcqConnection *connection, AcqInvoice *invoice, GError **error);
/* NULL without an error where there is none. */
AcqInvoice *acq_invoice_repository_find (AcqConnection *connection, gint64 id, GError **error);
/* 0 where there is none, -1 on an error. */
gint64 acq_invoice_repository_find_id (AcqConnection *connection, const char *number, GError **error);
/* Works out balance and due items from what is allocated to the invoice, and writes them. */
gboolean acq_invoice_repository_refresh_balance (AcqConnection *connection, gint64 id, GError **error);
/* Adds every invoice to the ledger. */
gboolean acq_invoice_repository_load (AcqConnection *connection, AcqLedger *ledger, GError **error);
/* Whether reminders may not leave because what became of old items was not answered; the user's answer ends
   it. */
gboolean acq_invoice_repository_answer_old_item (AcqConnection *connection, gint64 id, GError **error);
/* Removes what a batch added; its allocations must be gone already. An invoice about which somebody noted
   something since (a note, a reminder, a plan) is an error that names it. */
gboolean acq_invoice_repository_remove_batch (AcqConnection *connection, gint64 batch_id, gint64 *ret_removed,
                                              GError **error);

/* Called for each open part: its due day and what is left of it, in minor units. */
typedef void (*AcqOpenItemFunc) (gpointer user_data, AcqDay due, gint64 balance);

/* Walks over the open parts of one currency, in the order of their due days; needs no memory however many
   there are. */
gboolean acq_invoice_repository_each_open_item (AcqConnection *connection, AcqCurrency currency,
                                                AcqOpenItemFunc func, gpointer user_data, GError **error);

/* Keeps a copy of an invoice (a PDF); the same bytes a second time add nothing. */
gboolean acq_invoice_repository_add_copy (AcqConnection *connection, gint64 id, const char *name,
                                          GBytes *bytes, gint64 batch_id, gboolean *ret_added,
                                          GError **error);
/* The newest copy; NULL without an error where there is none. */
GBytes *acq_invoice_repository_load_copy (AcqConnection *connection, gint64 id, GError **error);

G_END_DECLS
