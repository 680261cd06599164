/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-receipt.h"

#include "acq-business-calendar.h"

#define CHEQUE_BANK_DAYS 6
#define DEBIT_BANK_DAYS 2

static const char *const state_codes[] = {
  "in_hand", "deposited", "awaited", "accepted", "credited", "returned", "replaced",
};
static const char *const source_codes[] = { "bank", "hand", "ledger" };
static const char *const origin_codes[] = { "sure", "hand", "ledger" };

ACQ_DEFINE_CODES (AcqReceiptState, acq_receipt_state, state_codes)
ACQ_DEFINE_CODES (AcqReceiptSource, acq_receipt_source, source_codes)
ACQ_DEFINE_CODES (AcqAllocationOrigin, acq_allocation_origin, origin_codes)

AcqReceipt *
acq_receipt_new (void)
{
  AcqReceipt *self = g_new0 (AcqReceipt, 1);

  self->day = ACQ_DAY_NONE;
  self->state_since = ACQ_DAY_NONE;
  self->state = ACQ_RECEIPT_STATE_CREDITED;
  self->currency = ACQ_CURRENCY_EUR;
  self->allocations = g_array_new (FALSE, TRUE, sizeof (AcqAllocation));
  return self;
}

void
acq_receipt_free (AcqReceipt *self)
{
  if (self == NULL)
    return;
  g_free (self->reason);
  g_array_unref (self->allocations);
  g_free (self);
}

gboolean
acq_receipt_is_in_flight (const AcqReceipt *self)
{
  return self->state <= ACQ_RECEIPT_STATE_ACCEPTED;
}

gint64
acq_receipt_allocated (const AcqReceipt *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->allocations->len; i++)
    sum += g_array_index (self->allocations, AcqAllocation, i).amount;
  return sum;
}

AcqDay
acq_receipt_covers_until (const AcqReceipt *self)
{
  switch (self->state)
    {
    case ACQ_RECEIPT_STATE_DEPOSITED:
      return acq_day_add_bank_days (self->state_since, CHEQUE_BANK_DAYS);
    case ACQ_RECEIPT_STATE_AWAITED:
    case ACQ_RECEIPT_STATE_ACCEPTED:
      return acq_day_add_bank_days (self->state_since, DEBIT_BANK_DAYS);
    case ACQ_RECEIPT_STATE_IN_HAND:
    case ACQ_RECEIPT_STATE_CREDITED:
    case ACQ_RECEIPT_STATE_RETURNED:
    case ACQ_RECEIPT_STATE_REPLACED:
    default:
      return ACQ_DAY_NONE;
    }
}
