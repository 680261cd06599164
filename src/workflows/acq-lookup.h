/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"
#include "acq-ledger.h"

G_BEGIN_DECLS

/* The customer that a person means: by code, else by a name that just one has. 0 with an error that lists the
   candidates otherwise. */
gint64 acq_lookup_customer (AcqConnection *connection, const char *text, GError **error);
/* The invoice of that number, whole; NULL with an error where there is none. */
AcqInvoice *acq_lookup_invoice (AcqConnection *connection, const char *number, GError **error);
/* As acq_lookup_customer(), in a ledger. Borrowed. */
AcqCustomer *acq_lookup_customer_in (const AcqLedger *ledger, const char *text, GError **error);
AcqInvoice *acq_lookup_invoice_in (const AcqLedger *ledger, const char *number, GError **error);

G_END_DECLS
