/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-bank-questions.h"

G_BEGIN_DECLS

/**
 * AcqSureModel:
 *
 * The sure receipts of an agenda, but for those that the user has accepted since. A GListModel of AcqSureItem.
 */
#define ACQ_TYPE_SURE_MODEL (acq_sure_model_get_type ())
G_DECLARE_FINAL_TYPE (AcqSureModel, acq_sure_model, ACQ, SURE_MODEL, GObject)

AcqSureModel *acq_sure_model_new (void);
/* Rows that stay as they are keep their place on the screen. */
void acq_sure_model_set_agenda (AcqSureModel *self, AcqBankAgenda *agenda);
/* NULL where it is not, or no longer, in the list. */
const AcqSureReceipt *acq_sure_model_find (AcqSureModel *self, gint64 transaction_id);
/* Leaves one out until the next agenda, because it is being posted; or shows it again. */
void acq_sure_model_set_taken (AcqSureModel *self, gint64 transaction_id, gboolean taken);
/* Whether any is left out. */
gboolean acq_sure_model_has_taken (AcqSureModel *self);

G_END_DECLS
