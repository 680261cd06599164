/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"

G_BEGIN_DECLS

/* One import of one file. */
typedef struct
{
  gint64 id;
  char *kind; /* codes of the import */
  char *format;
  char *path;
  char *file_hash; /* SHA-256 of the length, the first and the last 64 KiB */
  AcqDay imported_on;
  gint64 read;
  gint64 added;
  gint64 updated;
  gint64 duplicates;
  gint64 rejected;
  char *balance; /* ok, mismatch, absent */
  gboolean undone;
} AcqBatch;

AcqBatch *acq_batch_new (void);
void acq_batch_free (AcqBatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqBatch, acq_batch_free)

/* Keeps a new batch and sets its id. */
gboolean acq_batch_repository_insert (AcqConnection *connection, AcqBatch *batch, GError **error);
/* Writes the counts and the balance. */
gboolean acq_batch_repository_finish (AcqConnection *connection, const AcqBatch *batch, GError **error);
gboolean acq_batch_repository_insert_rejection (AcqConnection *connection, gint64 batch_id, guint64 place,
                                                const char *reason, const char *detail, GError **error);
/* NULL without an error where there is none. */
AcqBatch *acq_batch_repository_find (AcqConnection *connection, gint64 id, GError **error);
/* (element-type AcqBatch) (transfer full): oldest first. */
GPtrArray *acq_batch_repository_list (AcqConnection *connection, GError **error);
gboolean acq_batch_repository_mark_undone (AcqConnection *connection, gint64 id, GError **error);

/* Before an import changes an invoice or a customer that was there: keeps the row as it is, once a batch. */
gboolean acq_batch_repository_keep_invoice (AcqConnection *connection, gint64 batch_id, gint64 invoice_id,
                                            GError **error);
gboolean acq_batch_repository_keep_customer (AcqConnection *connection, gint64 batch_id, gint64 customer_id,
                                             GError **error);
/* Before an import letters a receipt that was there, and of which nothing was allocated. */
gboolean acq_batch_repository_keep_receipt (AcqConnection *connection, gint64 batch_id, gint64 receipt_id,
                                            GError **error);
/* Before a statement takes over a line that a report told. */
gboolean acq_batch_repository_keep_transaction (AcqConnection *connection, gint64 batch_id,
                                                gint64 transaction_id, GError **error);
/* Writes back what a batch changed. Where a later batch that still stands changed the same row the error is
   ACQ_STORE_ERROR_LATER_CHANGE and names it. *ret_restored counts the rows. */
gboolean acq_batch_repository_restore (AcqConnection *connection, gint64 batch_id, gint64 *ret_restored,
                                       GError **error);

G_END_DECLS
