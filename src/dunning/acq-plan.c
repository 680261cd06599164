/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-plan.h"

AcqPlanMessage *
acq_plan_message_new (const AcqCustomer *recipient, AcqDay day, AcqCurrency currency)
{
  AcqPlanMessage *self = g_new0 (AcqPlanMessage, 1);

  self->recipient = recipient;
  self->day = day;
  self->currency = currency;
  self->level = -1;
  self->customers = g_ptr_array_new ();
  self->items = g_array_new (FALSE, TRUE, sizeof (AcqPlanItem));
  return self;
}

void
acq_plan_message_free (AcqPlanMessage *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->customers);
  g_array_unref (self->items);
  g_free (self);
}

void
acq_plan_message_add (AcqPlanMessage *self, const AcqPlanItem *item, const AcqCustomer *customer,
                      const AcqScenario *scenario)
{
  g_array_append_vals (self->items, item, 1);
  self->total += item->amount;
  if (item->step->level > self->level)
    {
      self->level = item->step->level;
      self->step = item->step;
      self->scenario = scenario;
    }
  if (!g_ptr_array_find (self->customers, customer, NULL))
    g_ptr_array_add (self->customers, (gpointer) customer);
}

const AcqContact *
acq_plan_message_contact (const AcqPlanMessage *self)
{
  switch (self->channel)
    {
    case ACQ_CHANNEL_MAIL:
      return acq_customer_find_email (self->recipient, self->step->role);
    case ACQ_CHANNEL_CALL:
      return acq_customer_find_phone (self->recipient, self->step->role);
    case ACQ_CHANNEL_LETTER:
    case ACQ_CHANNEL_REGISTERED_LETTER:
    default:
      return NULL;
    }
}

AcqPlan *
acq_plan_empty (void)
{
  AcqPlan *self = g_new0 (AcqPlan, 1);

  self->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_plan_message_free);
  self->held = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
acq_plan_free (AcqPlan *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->messages);
  g_ptr_array_unref (self->held);
  g_free (self);
}
