/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reason.h"

static const char *const reason_codes[] = {
  "paid",
  "below_tolerance",
  "not_due",
  "disputed",
  "promise_pending",
  "plan_pending",
  "held",
  "excluded",
  "insolvent",
  "payment_in_flight",
  "unallocated_credit",
  "possible_receipt",
  "unread_answer",
  "interval",
  "scenario_finished",
  "before_due_dropped",
  "factored",
  "retention_not_due",
};
static const char *const need_codes[] = {
  "bank_coverage", "old_items", "right_to_send", "contact", "attachment",
};

G_STATIC_ASSERT (G_N_ELEMENTS (reason_codes) == ACQ_N_REASONS);
G_STATIC_ASSERT (G_N_ELEMENTS (need_codes) == ACQ_N_NEEDS);

ACQ_DEFINE_CODES (AcqReason, acq_reason, reason_codes)
ACQ_DEFINE_CODES (AcqNeed, acq_need, need_codes)

void
acq_reasons_add (AcqReasons *self, AcqReason reason, AcqDay until)
{
  const guint32 bit = (guint32) 1 << reason;

  if ((self->codes & bit) == 0)
    self->until[reason] = until;
  else if (self->until[reason] != ACQ_DAY_NONE)
    self->until[reason] = until == ACQ_DAY_NONE ? ACQ_DAY_NONE : MAX (self->until[reason], until);
  self->codes |= bit;
}

void
acq_reasons_add_all (AcqReasons *self, const AcqReasons *other)
{
  for (int i = 0; i < ACQ_N_REASONS && other->codes != 0; i++)
    if (acq_reasons_has (other, (AcqReason) i))
      acq_reasons_add (self, (AcqReason) i, other->until[i]);
}

gboolean
acq_reasons_has (const AcqReasons *self, AcqReason reason)
{
  return (self->codes >> reason & 1) != 0;
}

gboolean
acq_reasons_is_empty (const AcqReasons *self)
{
  return self->codes == 0;
}

AcqReasons
acq_reasons_on (const AcqReasons *self, AcqDay day)
{
  AcqReasons standing = *self;

  for (int i = 0; i < ACQ_N_REASONS && standing.codes != 0; i++)
    if (acq_reasons_has (self, (AcqReason) i) && self->until[i] != ACQ_DAY_NONE && self->until[i] < day)
      standing.codes &= ~((guint32) 1 << i);
  return standing;
}
