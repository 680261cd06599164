/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"
#include "acq-ledger.h"

G_BEGIN_DECLS

/* Keeps a new customer with its contacts and sets its id; generates the code "C00001"… where there is none.
   Recipient and payer are taken from the ids; see acq_customer_repository_link(). */
gboolean acq_customer_repository_insert (AcqConnection *connection, AcqCustomer *customer, gint64 batch_id,
                                         GError **error);

/* Writes all columns and contacts of a customer that is kept already. */
gboolean acq_customer_repository_update (AcqConnection *connection, const AcqCustomer *customer,
                                         GError **error);

/* What this customer's short payments are taken for from now on; the two functions above leave it alone. */
gboolean acq_customer_repository_set_shortfall (AcqConnection *connection, gint64 id, AcqShortfall shortfall,
                                                GError **error);

/* NULL without an error where there is none. */
AcqCustomer *acq_customer_repository_find (AcqConnection *connection, gint64 id, GError **error);

/**
 * acq_customer_repository_find_same:
 *
 * The customer that an imported one is: by code; else, among those whose code no file gave if this one has a code, by
 * SIREN and folded name, by SIREN where just one has it, by the folded name where just one has it and no SIREN speaks
 * against it.
 *
 * Returns: its id, 0 where it is a new one, -1 with an error set
 */
gint64 acq_customer_repository_find_same (AcqConnection *connection, const AcqCustomer *customer,
                                          GError **error);

/* The id for a code; 0 where there is none, -1 on an error. */
gint64 acq_customer_repository_find_by_code (AcqConnection *connection, const char *code, GError **error);

/* Adds every customer to the ledger. */
gboolean acq_customer_repository_load (AcqConnection *connection, AcqLedger *ledger, GError **error);

/* Removes the customers of a batch that nothing refers to any more; *ret_removed counts them. */
gboolean acq_customer_repository_remove_batch (AcqConnection *connection, gint64 batch_id,
                                               gint64 *ret_removed, GError **error);

G_END_DECLS
