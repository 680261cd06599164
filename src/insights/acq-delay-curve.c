/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-delay-curve.h"

#include <string.h>

#define CHANCE_BITS    30
#define SURVIVAL_ONE   (G_GINT64_CONSTANT (1) << 40)
#define LEAST_SURVIVAL (G_GINT64_CONSTANT (1) << 12)
/* Up to this day each day stands for itself; past it there are too few payments a day to tell them apart. */
#define DAILY_LAST 60
#define BLOCK_DAYS 30
/* Counts are kept in units in which fractions of a case of the base show. */
#define UNIT 1024

/* How one payment is spread over the days around its own, Σ = CASE. */
#define CASE   9
#define SPREAD 2
static const int kernel[2 * SPREAD + 1] = { 1, 2, 3, 2, 1 };

static int
place_of (int days_late)
{
  return CLAMP (days_late, ACQ_DELAY_FIRST, ACQ_DELAY_LAST) - ACQ_DELAY_FIRST;
}

void
acq_delay_counts_clear (AcqDelayCounts *self)
{
  memset (self, 0, sizeof *self);
}

/* watched[] holds differences until the curve is made. */
void
acq_delay_counts_add (AcqDelayCounts *self, const AcqPaymentCase *row, AcqDay day)
{
  int first = place_of (row->known - row->due);

  if (row->known > day || (row->closed <= day && row->paid == ACQ_DAY_NONE))
    return;
  self->watched[first] += CASE;
  if (!acq_payment_case_is_paid (row, day))
    {
      self->watched[MAX (first, place_of (day - row->due)) + 1] -= CASE;
      return;
    }
  self->n_paid++;
  for (int i = -SPREAD; i <= SPREAD; i++)
    {
      int at = MAX (first, place_of (row->paid - row->due + i));

      self->paid[at] += kernel[i + SPREAD];
      self->watched[at + 1] -= kernel[i + SPREAD];
    }
}

/* Chances and survival are fractions of powers of two, so that their products need no division. */
static gint64
take_share (gint64 amount, guint32 chance)
{
  return (gint64) (((__int128) amount * chance) >> CHANCE_BITS);
}

static void
sum_survival (AcqDelayCurve *self)
{
  self->survival[0] = SURVIVAL_ONE;
  for (int i = 0; i < ACQ_N_DELAYS; i++)
    self->survival[i + 1]
      = MAX (LEAST_SURVIVAL, take_share (self->survival[i], ACQ_CHANCE_ONE - self->hazard[i]));
}

void
acq_delay_curve_init_common (AcqDelayCurve *self)
{
  static const struct
  {
    int last;
    int per_thousand;
  } steps[] = { { -31, 1 }, { -1, 5 }, { 30, 45 }, { 60, 25 }, { 180, 8 }, { ACQ_DELAY_LAST, 2 } };
  int step = 0;

  for (int day = ACQ_DELAY_FIRST; day <= ACQ_DELAY_LAST; day++)
    {
      while (day > steps[step].last)
        step++;
      self->hazard[place_of (day)] = ACQ_CHANCE_ONE / 1000 * (guint) steps[step].per_thousand;
    }
  sum_survival (self);
}

/* The last place of the days that are judged together with that one. */
static int
end_of_block (int place)
{
  int day = place + ACQ_DELAY_FIRST;

  if (day <= DAILY_LAST)
    return place;
  if (day >= ACQ_DELAY_TAIL)
    return ACQ_N_DELAYS - 1;
  return MIN (place + BLOCK_DAYS, ACQ_DELAY_TAIL - ACQ_DELAY_FIRST) - 1;
}

void
acq_delay_base_init (AcqDelayBase *self, const AcqDelayCurve *curve, int n_cases)
{
  gint64 all = (gint64) n_cases * CASE * UNIT;

  for (int i = 0; i < ACQ_N_DELAYS; i++)
    {
      /* Never fewer than a twentieth, so that the base goes on telling where nobody has been yet. */
      self->watched[i] = MAX (all / 20, acq_amount_scale (all, curve->survival[i], SURVIVAL_ONE));
      self->paid[i] = take_share (self->watched[i], curve->hazard[i]);
    }
}

static guint32
find_hazard (const AcqDelayCounts *counts, const AcqDelayBase *base, int first, int last)
{
  gint64 paid = 0, watched = 0;

  for (int i = first; i <= last; i++)
    {
      paid += counts->paid[i] * UNIT + base->paid[i];
      watched += counts->watched[i] * UNIT + base->watched[i];
    }
  return (guint32) acq_amount_scale (MIN (paid, watched), ACQ_CHANCE_ONE, watched);
}

void
acq_delay_curve_init (AcqDelayCurve *self, AcqDelayCounts *counts, const AcqDelayBase *base)
{
  for (int i = 1; i <= ACQ_N_DELAYS; i++)
    counts->watched[i] += counts->watched[i - 1];
  for (int first = 0, last; first < ACQ_N_DELAYS; first = last + 1)
    {
      guint32 hazard;

      last = end_of_block (first);
      hazard = find_hazard (counts, base, first, last);
      for (int i = first; i <= last; i++)
        self->hazard[i] = hazard;
    }
  sum_survival (self);
}

guint32
acq_delay_curve_chance (const AcqDelayCurve *self, int from, int until)
{
  gint64 before;

  if (from > ACQ_DELAY_TAIL)
    {
      until -= from - ACQ_DELAY_TAIL;
      from = ACQ_DELAY_TAIL;
    }
  if (until < from || until < ACQ_DELAY_FIRST)
    return 0;
  before = self->survival[place_of (from)];
  return (guint32) acq_amount_scale (before - self->survival[place_of (until) + 1], ACQ_CHANCE_ONE, before);
}
