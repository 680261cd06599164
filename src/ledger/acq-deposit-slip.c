/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-deposit-slip.h"

AcqDepositSlip *
acq_deposit_slip_new (void)
{
  AcqDepositSlip *self = g_new0 (AcqDepositSlip, 1);

  self->day = ACQ_DAY_NONE;
  self->currency = ACQ_CURRENCY_EUR;
  return self;
}

void
acq_deposit_slip_free (AcqDepositSlip *self)
{
  if (self == NULL)
    return;
  g_free (self->reference);
  g_free (self);
}
