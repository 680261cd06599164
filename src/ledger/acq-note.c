/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-note.h"

static const char *const kind_codes[] = {
  "promise", "dispute", "hold", "exclude", "call", "reminded", "answer", "waiver", "handover", "postpone",
};

static const char *const waiver_codes[] = { "all", "interest", "indemnity" };

ACQ_DEFINE_CODES (AcqNoteKind, acq_note_kind, kind_codes)
ACQ_DEFINE_CODES (AcqWaiver, acq_waiver, waiver_codes)

AcqNote *
acq_note_new (void)
{
  AcqNote *self = g_new0 (AcqNote, 1);

  self->amount = -1;
  self->day = ACQ_DAY_NONE;
  self->until = ACQ_DAY_NONE;
  return self;
}

void
acq_note_free (AcqNote *self)
{
  if (self == NULL)
    return;
  g_free (self->reason);
  g_free (self->person);
  g_free (self);
}

gboolean
acq_note_excludes (const AcqNote *self)
{
  return self->kind == ACQ_NOTE_KIND_EXCLUDE || self->kind == ACQ_NOTE_KIND_HANDOVER;
}

AcqPaymentPlan *
acq_payment_plan_new (void)
{
  AcqPaymentPlan *self = g_new0 (AcqPaymentPlan, 1);

  self->agreed = ACQ_DAY_NONE;
  self->interest_stop = ACQ_DAY_NONE;
  self->instalments = g_array_new (FALSE, TRUE, sizeof (AcqInstalment));
  self->invoice_ids = g_array_new (FALSE, TRUE, sizeof (gint64));
  return self;
}

void
acq_payment_plan_free (AcqPaymentPlan *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->instalments);
  g_array_unref (self->invoice_ids);
  g_free (self);
}

gboolean
acq_payment_plan_holds (const AcqPaymentPlan *self, gint64 invoice_id)
{
  for (guint i = 0; i < self->invoice_ids->len; i++)
    if (g_array_index (self->invoice_ids, gint64, i) == invoice_id)
      return TRUE;
  return FALSE;
}

AcqReminder *
acq_reminder_new (void)
{
  AcqReminder *self = g_new0 (AcqReminder, 1);

  self->due = ACQ_DAY_NONE;
  self->day = ACQ_DAY_NONE;
  self->level = -1;
  return self;
}

void
acq_reminder_free (AcqReminder *self)
{
  if (self == NULL)
    return;
  g_free (self->step);
  g_free (self->channel);
  g_free (self->tone);
  g_free (self);
}
