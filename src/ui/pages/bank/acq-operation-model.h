/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-bank-listing.h"

G_BEGIN_DECLS

/**
 * AcqOperationModel:
 *
 * Bank lines of a listing in an order worked out elsewhere. A GListModel of AcqOperationItem.
 */
#define ACQ_TYPE_OPERATION_MODEL (acq_operation_model_get_type ())
G_DECLARE_FINAL_TYPE (AcqOperationModel, acq_operation_model, ACQ, OPERATION_MODEL, GObject)

AcqOperationModel *acq_operation_model_new (void);
/* @indexes: (element-type guint) (transfer full): what to show of the listing */
void acq_operation_model_set_lines (AcqOperationModel *self, AcqBankListing *listing, GArray *indexes);
/* The place of a bank line; FALSE where it is not shown. */
gboolean acq_operation_model_find (AcqOperationModel *self, gint64 transaction_id, guint *ret_position);

G_END_DECLS
