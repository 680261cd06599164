/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-books.h"
#include "acq-company-file.h"
#include "acq-ledger.h"
#include "acq-reconciliation.h"

G_BEGIN_DECLS

/* What one receipt is to settle of one invoice; below zero to use up a credit note or to reopen an invoice. */
typedef struct
{
  char *number;
  gint64 amount;
} AcqMatchPart;

/* (element-type AcqMatchPart) */
GPtrArray *acq_match_parts_new (void);
void acq_match_parts_add (GPtrArray *parts, const char *number, gint64 amount);

/**
 * acq_match_by_hand:
 * @parts: (element-type AcqMatchPart): at least one
 *
 * Allocates a bank line as the user says, and learns whose it is. Refused as a whole where the receipt has
 * less left, or an invoice owes less, than is asked.
 */
gboolean acq_match_by_hand (AcqCompanyFile *file, gint64 transaction_id, const GPtrArray *parts,
                            GError **error);

/* As above inside a change that does more. */
gboolean acq_match_write (AcqCompanyFile *file, gint64 transaction_id, const GPtrArray *parts, GError **error);

/* (transfer full): NULL with ACQ_WORKFLOW_ERROR_NO_SUCH_TRANSACTION. */
AcqTransaction *acq_match_find_transaction (AcqConnection *connection, gint64 id, GError **error);
/* Inside a change: the receipt of a bank line, made where there is none yet. 0 on an error. */
gint64 acq_match_find_receipt (AcqConnection *connection, const AcqTransaction *transaction, GError **error);

/* Takes back what a bank line settles of one invoice and pays of its interest, or of all (NULL), and what was learned from it.
   *ret_removed counts both. */
gboolean acq_match_take_back (AcqCompanyFile *file, gint64 transaction_id, const char *number,
                              gint64 *ret_removed, GError **error);

/* Posts the sure proposals in one change. *ret_posted counts them. */
gboolean acq_match_post_sure (AcqCompanyFile *file, const AcqLedger *ledger,
                              const AcqReconciliation *reconciliation, guint *ret_posted, GError **error);

/**
 * acq_match_post_shown:
 * @books: that were reconciled
 * @ret_posted: (out): how many were posted
 *
 * As acq_match_post_sure() for proposals that the user has before him. Refused with ACQ_WORKFLOW_ERROR_OUTDATED, nothing
 * posted, where anything in the file has changed since the books were read.
 */
gboolean acq_match_post_shown (AcqCompanyFile *file, const AcqBooks *books,
                               const AcqReconciliation *reconciliation, guint *ret_posted, GError **error);

/* (element-type AcqMatchPart) (transfer full): what was proposed (element-type AcqProposedAllocation), for matching it by hand. */
GPtrArray *acq_match_parts_of (const AcqLedger *ledger, const GArray *allocations);

G_END_DECLS
