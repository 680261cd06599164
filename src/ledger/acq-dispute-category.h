/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"

G_BEGIN_DECLS

/* What a customer objects to in an invoice: it says who can settle the dispute, and how. */
typedef enum
{
  ACQ_DISPUTE_CATEGORY_UNKNOWN,     /* nobody has said; what disputes of older files are */
  ACQ_DISPUTE_CATEGORY_PRICE,       /* amount, price or discount */
  ACQ_DISPUTE_CATEGORY_QUANTITY,    /* not delivered, late, or another quantity */
  ACQ_DISPUTE_CATEGORY_QUALITY,     /* a defect, or work to be done again */
  ACQ_DISPUTE_CATEGORY_NOT_ORDERED, /* never ordered, or invoiced twice */
  ACQ_DISPUTE_CATEGORY_DOCUMENT,    /* order number, delivery note or another document missing */
  ACQ_DISPUTE_CATEGORY_DETAILS,     /* VAT, address or name wrong */
  ACQ_DISPUTE_CATEGORY_OTHER,
  ACQ_N_DISPUTE_CATEGORIES,
} AcqDisputeCategory;

ACQ_DECLARE_CODES (AcqDisputeCategory, acq_dispute_category)

G_END_DECLS
