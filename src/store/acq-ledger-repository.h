/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"
#include "acq-ledger.h"

G_BEGIN_DECLS

typedef enum
{
  ACQ_LEDGER_WITHOUT_BANK, /* all but transactions */
  ACQ_LEDGER_WHOLE,
} AcqLedgerExtent;

/* Reads one consistent view of the company: what reconciliation, planning and letters work on. */
AcqLedger *acq_ledger_repository_load (AcqConnection *connection, AcqLedgerExtent extent, AcqDay today,
                                       GError **error);

/* What "verify" found. */
typedef struct
{
  guint64 journal_lines;
  gint64 invoices;
  gint64 transactions;
} AcqVerification;

/* Proves the file: SQLite's own checks, the chain of the journal, every derived balance, worked out anew from allocations, and
   the bytes of letters, of their proofs and of the copies of invoices. The error is ACQ_STORE_ERROR_DAMAGED and names the first
   thing that does not hold. */
gboolean acq_ledger_repository_verify (AcqConnection *connection, AcqVerification *ret_verification,
                                       GError **error);

G_END_DECLS
