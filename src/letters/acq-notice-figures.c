/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-notice-figures.h"

static gboolean
refuse (GError **error, const AcqLetterItem *item, const char *what)
{
  g_set_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_FIGURES, "invoice %s: %s", item->number, what);
  return FALSE;
}

static gint64
sum_of_movements (const AcqLetterItem *item)
{
  gint64 sum = 0;

  for (guint i = 0; i < item->movements->len; i++)
    sum += ((const AcqLetterMovement *) g_ptr_array_index (item->movements, i))->amount;
  return sum;
}

static gboolean
check_interest (const AcqLetterItem *item, AcqDay letter_day, GError **error)
{
  gint64 sum = 0;

  if (item->interest == NULL)
    return TRUE;
  for (guint i = 0; i < item->interest->segments->len; i++)
    {
      const AcqInterestSegment *segment = &g_array_index (item->interest->segments, AcqInterestSegment, i);

      sum += segment->interest;
      if (segment->interest != acq_interest_of_days (segment->principal, segment->rate, segment->days))
        return refuse (error, item, "a line of interest cannot be worked out again");
      if (segment->last > letter_day)
        return refuse (error, item, "interest runs beyond the letter's day");
    }
  return sum == item->interest->interest || refuse (error, item, "the lines of interest are not its sum");
}

static gboolean
check_item (const AcqLetterItem *item, AcqDay letter_day, GError **error)
{
  if (item->rest <= 0)
    return refuse (error, item, "nothing is left to pay");
  if (item->total - item->settled - item->not_due != item->rest)
    return refuse (error, item, "total less settled is not the rest");
  if (sum_of_movements (item) != item->settled)
    return refuse (error, item, "the movements are not what is settled");
  return check_interest (item, letter_day, error);
}

static gint64
interest_owed (const AcqLetterItem *item)
{
  return item->interest == NULL ? 0 : item->interest->interest - item->interest->interest_paid;
}

static void
add_item (AcqNoticeFigures *self, const AcqLetterItem *item)
{
  if (item->below)
    {
      self->n_below++;
      self->below_total += item->total;
      self->below_settled += item->settled;
      self->below_principal += item->rest;
      self->below_penalties += interest_owed (item);
      self->below_indemnities += item->indemnity;
      return;
    }
  self->n_first++;
  self->first_total += item->total;
  self->first_settled += item->settled;
  self->first_principal += item->rest;
  self->first_penalties += interest_owed (item);
  self->first_indemnities += item->indemnity;
  self->n_indemnities += item->indemnity > 0 ? 1 : 0;
}

gboolean
acq_notice_figures_init (AcqNoticeFigures *self, const AcqLetter *letter, GError **error)
{
  *self = (AcqNoticeFigures){ 0 };
  for (guint i = 0; i < letter->items->len; i++)
    {
      const AcqLetterItem *item = g_ptr_array_index (letter->items, i);

      if (!check_item (item, letter->day, error))
        return FALSE;
      add_item (self, item);
    }
  self->penalties_in_total = letter->penalties == ACQ_CLAIM_CLAIMED ? self->first_penalties : 0;
  self->indemnities_in_total = letter->indemnities == ACQ_CLAIM_CLAIMED ? self->first_indemnities : 0;
  self->total
    = self->first_principal + self->below_principal + self->penalties_in_total + self->indemnities_in_total;
  self->per_day = acq_interest_of_days (self->first_principal + self->below_principal, letter->rate, 1);
  return TRUE;
}
