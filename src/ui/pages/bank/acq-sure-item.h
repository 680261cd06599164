/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-bank-questions.h"

G_BEGIN_DECLS

/**
 * AcqSureItem:
 *
 * A sure receipt as a row shows it; made when the row is shown, and borrows nothing.
 */
#define ACQ_TYPE_SURE_ITEM (acq_sure_item_get_type ())
G_DECLARE_FINAL_TYPE (AcqSureItem, acq_sure_item, ACQ, SURE_ITEM, GObject)

AcqSureItem *acq_sure_item_new (const AcqBankAgenda *agenda, const AcqSureReceipt *receipt);

gint64 acq_sure_item_get_transaction_id (AcqSureItem *self);
const char *acq_sure_item_get_name (AcqSureItem *self);
const char *acq_sure_item_get_amount (AcqSureItem *self);
/* The day and what it pays. */
const char *acq_sure_item_get_caption (AcqSureItem *self);
/* (element-type AcqEvidenceChip) */
const GPtrArray *acq_sure_item_get_chips (AcqSureItem *self);

G_END_DECLS
