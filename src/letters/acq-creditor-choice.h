/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"

G_BEGIN_DECLS

/* What the creditor says about a claim beside the principal, in a payment plan or a receipt. There is no default: a letter
   whose choice was not made does not leave. */
typedef enum
{
  ACQ_CREDITOR_CHOICE_NONE,
  ACQ_CREDITOR_CHOICE_CLAIMED,
  ACQ_CREDITOR_CHOICE_WAIVED,
} AcqCreditorChoice;

/* "none", "claimed", "waived". */
ACQ_DECLARE_CODES (AcqCreditorChoice, acq_creditor_choice)

G_END_DECLS
