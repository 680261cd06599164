/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-explanation.h"

G_BEGIN_DECLS

/* Whether an open credit note asks for just what this outgoing line paid. */
gboolean acq_refund_is_possible (const AcqOpenItems *items, const AcqTransaction *line);

/**
 * acq_refund_find:
 * @receipt: an outgoing line that is no returned payment
 * @ret_sure: (out): whether the line names the credit note by its whole number and its customer, and there is nothing else
 *   that it could be
 *
 * Returns: (transfer full) (nullable): the credit note that it pays out; %NULL where no name, number or word leads to one
 */
AcqExplanation *acq_refund_find (AcqOpenItems *items, const AcqOpenReceipt *receipt, gboolean *ret_sure);

G_END_DECLS
