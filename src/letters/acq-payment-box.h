/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-layout.h"
#include "acq-tongue.h"

G_BEGIN_DECLS

/**
 * AcqPaymentBox:
 *
 * What the payer copies into his bank's form, with the QR code that fills it in for him. All texts are borrowed while the
 * box is made.
 */
typedef struct
{
  const char *amount_label;    /* "Somme réclamée" */
  gint64 amount;               /* cents of euros, the only money that the code carries */
  const char *condition_label; /* "Accepté pour solde"; NULL: no such line */
  const char *condition;       /* with marks */
  const char *beneficiary;
  const char *iban;      /* normalised */
  const char *bic;       /* nullable */
  const char *bank_name; /* nullable */
  const char *reference;
  AcqTongue tongue; /* French by default */
} AcqPaymentBox;

/* Adds the box, which is never cut. Returns the part's number. */
guint acq_letter_layout_add_payment_box (AcqLetterLayout *layout, const AcqPaymentBox *box, double gap);

G_END_DECLS
