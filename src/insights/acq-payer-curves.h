/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-delay-curve.h"

G_BEGIN_DECLS

/**
 * AcqPayerCurves:
 *
 * The delays of all payers together and of each by himself, of what was issued in the two years before a day and as it
 * was known by then. Retention is left out. Borrows all that it is given.
 */
typedef struct _AcqPayerCurves AcqPayerCurves;

/* @known_until: up to which receipts are known; @day or before it. */
AcqPayerCurves *acq_payer_curves_new (const AcqLedger *ledger, const AcqPaymentCases *cases, AcqDay day,
                                      AcqDay known_until);
void acq_payer_curves_free (AcqPayerCurves *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqPayerCurves, acq_payer_curves_free)

/* Who pays this invoice: its customer, or the customer's payer. */
gint64 acq_payer_of (const AcqLedger *ledger, const AcqInvoice *invoice);

/* How many paid due items are known of all payers. */
guint acq_payer_curves_count (const AcqPayerCurves *self);

/* Of one payer, mixed with that of all where he is little known; valid until the next call. @ret_n_paid: how many of
   his paid due items are known. */
const AcqDelayCurve *acq_payer_curves_get (AcqPayerCurves *self, gint64 payer_id, guint *ret_n_paid);

G_END_DECLS
