/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-check.h"
#include "acq-payment-plan-letter.h"
#include "acq-payment-receipt.h"

G_BEGIN_DECLS

/* What is wrong with a plan or a receipt before it is written: (element-type AcqLetterFlaw) (transfer full), each once. */
GArray *acq_payment_plan_letter_find_flaws (AcqLetterPress *press, const AcqPaymentPlanLetter *letter);
GArray *acq_payment_receipt_find_flaws (AcqLetterPress *press, const AcqPaymentReceipt *receipt);

G_END_DECLS
