/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-item-facts.h"

gboolean
acq_item_facts_has_step (const AcqItemFacts *self, const AcqStep *step)
{
  const AcqStepCondition *condition = &step->condition;

  if (condition->kinds != 0 && (condition->kinds & ACQ_CUSTOMER_KIND_BIT (self->kind)) == 0)
    return FALSE;
  return self->asked >= condition->minimum_amount || (condition->or_new_customer && self->is_new);
}

/* The first day counted from the step's own anchor. */
static AcqDay
count_from_anchor (const AcqItemFacts *self, const AcqStep *step)
{
  switch (step->anchor)
    {
    case ACQ_ANCHOR_ISSUED:
      return self->issued + step->offset;
    case ACQ_ANCHOR_PREVIOUS:
      return (self->reached_on != ACQ_DAY_NONE ? self->reached_on : self->counted_from) + step->offset;
    case ACQ_ANCHOR_MONTH_END:
      return acq_day_end_of_month (self->counted_from) + step->offset;
    case ACQ_ANCHOR_DUE:
    default:
      return (step->level == 0 ? self->due : self->counted_from) + step->offset;
    }
}

AcqDay
acq_item_facts_day_of_step (const AcqItemFacts *self, const AcqStep *step)
{
  AcqDay day = count_from_anchor (self, step);

  /* From level 1 on a message says that something is late, which it is on no day before. */
  return step->level == 0 ? day
                          : MAX (day, self->counted_from + (self->reached > 0 ? 1 : MAX (self->first_offset, 1)));
}

const AcqStep *
acq_item_facts_next_step (const AcqItemFacts *self)
{
  for (gsize i = 0; i < self->scenario->n_steps; i++)
    {
      const AcqStep *step = &self->scenario->steps[i];

      if (step->level > MAX (self->reached, 0) && acq_item_facts_has_step (self, step))
        return step;
    }
  return NULL;
}

const AcqStep *
acq_item_facts_next_before_due (const AcqItemFacts *self, guint n_passed)
{
  for (gsize i = self->n_before; self->reached <= 0 && i < self->scenario->n_steps; i++)
    {
      const AcqStep *step = &self->scenario->steps[i];

      if (step->level > 0)
        break;
      if (acq_item_facts_has_step (self, step) && n_passed-- == 0)
        return step;
    }
  return NULL;
}

AcqSequel
acq_item_facts_sequel (const AcqItemFacts *self)
{
  AcqSequel sequel = self->scenario->sequel;

  return sequel == ACQ_SEQUEL_FORMAL_NOTICE && self->noticed ? ACQ_SEQUEL_ASK : sequel;
}

void
acq_item_facts_take_step (AcqItemFacts *self, const AcqStep *step, AcqDay day)
{
  self->reached = step->level;
  self->reached_on = day;
  self->noticed = self->noticed || step->tone == ACQ_TONE_FORMAL_NOTICE;
  if (step->level == 0)
    self->n_before = MAX (self->n_before, (guint) (step - self->scenario->steps) + 1);
}

void
acq_item_facts_take_progress (AcqItemFacts *self, const AcqItemFacts *moved)
{
  self->reached = moved->reached;
  self->n_before = moved->n_before;
  self->reached_on = moved->reached_on;
  self->noticed = moved->noticed;
}
