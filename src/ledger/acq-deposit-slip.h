/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-day.h"
#include "acq-money.h"

G_BEGIN_DECLS

/**
 * AcqDepositSlip:
 *
 * Cheques that were handed to the bank together: the bank credits their sum in one line. Which they are, the receipts say.
 */
typedef struct
{
  gint64 id;
  char *reference; /* "REM-2026-0041" */
  AcqDay day;      /* on which they were handed in */
  AcqCurrency currency;
  gint64 total;    /* minor units, above zero */
  guint n_cheques; /* pieces of paper; one may be several receipts */
} AcqDepositSlip;

AcqDepositSlip *acq_deposit_slip_new (void);
void acq_deposit_slip_free (AcqDepositSlip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqDepositSlip, acq_deposit_slip_free)

G_END_DECLS
