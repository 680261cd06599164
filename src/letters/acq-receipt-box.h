/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-layout.h"
#include "acq-payment-receipt.h"

G_BEGIN_DECLS

/* Adds the framed receipt: who paid, how much in figures and words, what for, the invoices, the signatory, and the stamp. Where
   there are too many invoices for a frame their table follows it. */
void acq_letter_layout_add_receipt_box (AcqLetterLayout *layout, const AcqPaymentReceipt *receipt,
                                        double gap);

G_END_DECLS
