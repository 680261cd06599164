/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-ageing.h"

static const char *const bucket_codes[] = {
  "not_due", "days_1_to_30", "days_31_to_60", "days_61_to_90", "days_over_90",
};

ACQ_DEFINE_CODES (AcqAgeingBucket, acq_ageing_bucket, bucket_codes)

void
acq_ageing_add_invoice (AcqAgeing *self, const AcqInvoice *invoice)
{
  if (invoice->cancelled)
    return;
  for (guint i = 0; i < invoice->due_items->len; i++)
    {
      const AcqDueItem *item = acq_invoice_due_item (invoice, i);

      acq_ageing_add (self, item->due, item->balance);
    }
}

gint64
acq_ageing_overdue (const AcqAgeing *self)
{
  gint64 overdue = 0;

  for (int i = ACQ_AGEING_1_TO_30; i < ACQ_AGEING_N_BUCKETS; i++)
    overdue += self->buckets[i];
  return overdue;
}

gint64
acq_ageing_outstanding (const AcqAgeing *self)
{
  return self->buckets[ACQ_AGEING_NOT_DUE] + acq_ageing_overdue (self) + self->credits;
}
