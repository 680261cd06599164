/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-payment-receipt.h"

G_BEGIN_DECLS

/* The sentences of a receipt, in French, with the marks of acq_letter_text_fill(). To be freed. */

char *acq_receipt_subject (const AcqPaymentReceipt *receipt);
char *acq_receipt_opening (const AcqPaymentReceipt *receipt);
/* The rows of the box. */
char *acq_receipt_payer (const AcqPaymentReceipt *receipt);
char *acq_receipt_means (const AcqPaymentReceipt *receipt);
char *acq_receipt_purpose (const AcqPaymentReceipt *receipt);
const char *acq_receipt_claim_label (const AcqPaymentReceipt *receipt);
/* NULL where nothing beside the principal was owed. */
char *acq_receipt_claim (const AcqPaymentReceipt *receipt);
/* What the receipt is worth, and what becomes of the rest of the claim. */
char *acq_receipt_effect (const AcqPaymentReceipt *receipt);

/* "dont 255,73 € de pénalités de retard et 200,00 € d'indemnité": what this payment paid of them; NULL: nothing. */
char *acq_receipt_paid_claims (const AcqPaymentReceipt *receipt);

G_END_DECLS
