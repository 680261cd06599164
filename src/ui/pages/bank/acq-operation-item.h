/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-bank-listing.h"

G_BEGIN_DECLS

/**
 * AcqOperationItem:
 *
 * A bank line as a row shows it; made when the row is shown. The texts are made when they are asked for; free them.
 */
#define ACQ_TYPE_OPERATION_ITEM (acq_operation_item_get_type ())
G_DECLARE_FINAL_TYPE (AcqOperationItem, acq_operation_item, ACQ, OPERATION_ITEM, GObject)

/* Keeps the listing. */
AcqOperationItem *acq_operation_item_new (AcqBankListing *listing, guint index);

const AcqBankLine *acq_operation_item_get_line (AcqOperationItem *self);
char *acq_operation_item_tell_day (AcqOperationItem *self);
char *acq_operation_item_tell_label (AcqOperationItem *self);
/* What it settles; "" where it settles nothing. */
char *acq_operation_item_tell_settled (AcqOperationItem *self);
char *acq_operation_item_tell_account (AcqOperationItem *self);
char *acq_operation_item_tell_amount (AcqOperationItem *self);
char *acq_operation_item_tell_status (AcqOperationItem *self);
/* The style class of the status: "done", "attention"… Static. */
const char *acq_operation_item_get_status_style (AcqOperationItem *self);

G_END_DECLS
