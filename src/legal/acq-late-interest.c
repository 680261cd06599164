/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-late-interest.h"

#include "acq-money.h"

/* Hundredths of a per cent in one. */
#define RATE_UNIT 10000

AcqInterestClaim
acq_interest_claim_init (AcqDay as_of, AcqRateRule rule)
{
  return (AcqInterestClaim){
    .as_of = as_of,
    .since = ACQ_DAY_NONE,
    .stop = ACQ_DAY_NONE,
    .enforceable_on = ACQ_DAY_NONE,
    .rule = rule,
  };
}

void
acq_late_interest_free (AcqLateInterest *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->segments);
  g_array_unref (self->imputed);
  g_free (self);
}

/* The walk over the days of one claim. */
typedef struct
{
  const AcqInterestClaim *claim;
  const AcqLegalValues *law;
  AcqLateInterest *result;
  gsize next_movement;
  gint64 settled;   /* of the principal */
  gint64 total;     /* Σ parts */
  AcqDay began;     /* first day that accrues; ACQ_DAY_NONE: not yet */
  AcqDay last;      /* last day that may accrue */
  AcqDay raised_on; /* last day at the plain legal rate, or ACQ_DAY_NONE */
} Walk;

static int
rate_of_day (const Walk *walk, AcqDay day, GError **error)
{
  const AcqInterestClaim *claim = walk->claim;
  int rate = acq_rate_rule_get_rate (claim->rule, claim->contract_rate, walk->began, day, walk->law, error);

  if (rate != ACQ_LEGAL_VALUE_NONE && walk->raised_on != ACQ_DAY_NONE && day > walk->raised_on)
    rate += acq_legal_values_get (walk->law, ACQ_LEGAL_VALUE_JUDGMENT_POINTS, day);
  return rate;
}

static gboolean
rate_is_confirmed (const Walk *walk, AcqDay day)
{
  AcqRateRule rule = walk->claim->rule;
  gboolean from_ecb = rule == ACQ_RATE_RULE_ECB_PLUS_10 || rule == ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8;
  const AcqLegalValue *rate
    = acq_legal_values_find (walk->law, from_ecb ? ACQ_LEGAL_VALUE_ECB_RATE : ACQ_LEGAL_VALUE_LEGAL_RATE_PROFESSIONAL,
                             rule == ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8 ? walk->began : day);

  return rule == ACQ_RATE_RULE_CONTRACT || (rate != NULL && rate->confirmed);
}

static gint64
interest_due (const Walk *walk)
{
  return walk->result->interest - walk->result->interest_paid;
}

static void
impute (Walk *walk, const AcqDebtMovement *movement)
{
  AcqImputedMovement imputed = { movement->day, movement->kind, movement->amount, 0, 0 };

  if (movement->kind == ACQ_DEBT_MOVEMENT_RETURNED)
    {
      imputed.to_principal = -MIN (movement->amount, walk->settled);
      imputed.to_interest = -MIN (movement->amount + imputed.to_principal, walk->result->interest_paid);
      walk->settled -= MIN (movement->amount, walk->settled);
    }
  else
    {
      if (movement->kind == ACQ_DEBT_MOVEMENT_PAYMENT
          && walk->claim->imputation == ACQ_IMPUTATION_INTEREST_FIRST)
        imputed.to_interest = MIN (movement->amount, interest_due (walk));
      imputed.to_principal
        = CLAMP (movement->amount - imputed.to_interest, 0, MAX (walk->total - walk->settled, 0));
      walk->settled += movement->amount - imputed.to_interest;
    }
  walk->result->interest_paid += imputed.to_interest;
  g_array_append_val (walk->result->imputed, imputed);
}

/* Movements that happened before that day: they count from it on. */
static void
impute_before (Walk *walk, AcqDay day)
{
  const AcqInterestClaim *claim = walk->claim;

  while (walk->next_movement < claim->n_movements && claim->movements[walk->next_movement].day < day)
    impute (walk, &claim->movements[walk->next_movement++]);
}

static gint64
overdue_principal (const Walk *walk, AcqDay day)
{
  gint64 due = 0;

  for (gsize i = 0; i < walk->claim->n_parts; i++)
    if (walk->claim->parts[i].due < day)
      due += walk->claim->parts[i].amount;
  return MAX (due - walk->settled, 0);
}

static void
cut_at (AcqDay *last, AcqDay first, AcqDay day)
{
  if (day != ACQ_DAY_NONE && day >= first)
    *last = MIN (*last, day);
}

/* The last day of the run that starts on "first" and on which nothing changes. */
static AcqDay
end_of_run (const Walk *walk, AcqDay first)
{
  const AcqInterestClaim *claim = walk->claim;
  AcqDay last = MIN (walk->last, acq_day_end_of_half_year (first));

  if (walk->next_movement < claim->n_movements)
    cut_at (&last, first, claim->movements[walk->next_movement].day);
  for (gsize i = 0; i < claim->n_parts; i++)
    cut_at (&last, first, claim->parts[i].due);
  cut_at (&last, first, walk->raised_on);
  return last;
}

static gint64
interest_of_run (const Walk *walk, const AcqInterestSegment *segment)
{
  int year = acq_day_year (segment->first);
  gboolean leap = acq_day_new (year, 2, 29) != ACQ_DAY_NONE;
  int days_of_year = walk->claim->day_count == ACQ_DAY_COUNT_ACT_ACT && leap ? 366 : 365;

  return acq_amount_scale (segment->principal, (gint64) segment->rate * segment->days,
                           (gint64) RATE_UNIT * days_of_year);
}

/* A movement that changed nothing does not split a run, except that interest once rounded and paid stays as it is. */
static gboolean
continues (const Walk *walk, const AcqInterestSegment *segment, const AcqInterestSegment *before)
{
  return walk->claim->imputation == ACQ_IMPUTATION_PRINCIPAL_FIRST && before->last + 1 == segment->first
         && before->principal == segment->principal && before->rate == segment->rate
         && acq_day_start_of_half_year (before->last) == acq_day_start_of_half_year (segment->first);
}

static void
add_run (Walk *walk, AcqDay first, AcqDay last, gint64 principal, int rate)
{
  GArray *segments = walk->result->segments;
  AcqInterestSegment segment
    = { first, last, last - first + 1, rate, principal, 0, rate_is_confirmed (walk, first) };

  if (segments->len > 0)
    {
      const AcqInterestSegment *before = &g_array_index (segments, AcqInterestSegment, segments->len - 1);

      if (continues (walk, &segment, before))
        {
          segment.first = before->first;
          segment.days += before->days;
          walk->result->interest -= before->interest;
          g_array_set_size (segments, segments->len - 1);
        }
    }
  segment.interest = interest_of_run (walk, &segment);
  walk->result->interest += segment.interest;
  walk->result->confirmed = walk->result->confirmed && segment.confirmed;
  g_array_append_val (segments, segment);
}

static gboolean
walk_days (Walk *walk, AcqDay first, GError **error)
{
  AcqDay last;

  for (AcqDay day = first; day <= walk->last; day = last + 1)
    {
      gint64 principal;
      int rate;

      impute_before (walk, day);
      principal = overdue_principal (walk, day);
      last = end_of_run (walk, day);
      if (principal == 0)
        continue;
      if (walk->began == ACQ_DAY_NONE)
        walk->began = day;
      rate = rate_of_day (walk, day, error);
      if (rate == ACQ_LEGAL_VALUE_NONE)
        return FALSE;
      add_run (walk, day, last, principal, rate);
    }
  return TRUE;
}

AcqLateInterest *
acq_late_interest_new (const AcqInterestClaim *claim, const AcqLegalValues *law, GError **error)
{
  g_autoptr (AcqLateInterest) self = g_new0 (AcqLateInterest, 1);
  Walk walk = { claim, law, self, .began = ACQ_DAY_NONE, .last = claim->as_of, .raised_on = ACQ_DAY_NONE };

  self->segments = g_array_new (FALSE, TRUE, sizeof (AcqInterestSegment));
  self->imputed = g_array_new (FALSE, TRUE, sizeof (AcqImputedMovement));
  self->confirmed = TRUE;
  for (gsize i = 0; i < claim->n_parts; i++)
    walk.total += claim->parts[i].amount;
  if (claim->stop != ACQ_DAY_NONE)
    walk.last = MIN (walk.last, claim->stop);
  if (claim->rule == ACQ_RATE_RULE_LEGAL && claim->enforceable_on != ACQ_DAY_NONE)
    walk.raised_on = acq_day_add_months (claim->enforceable_on,
                                         acq_legal_values_get (law, ACQ_LEGAL_VALUE_JUDGMENT_MONTHS,
                                                               claim->enforceable_on));
  if (claim->n_parts > 0 && claim->rule != ACQ_RATE_RULE_NONE
      && !walk_days (&walk, MAX (claim->parts[0].due, claim->since) + 1, error))
    return NULL;
  impute_before (&walk, claim->as_of + 1);
  self->principal_left = MAX (walk.total - walk.settled, 0);
  self->overpaid = MAX (walk.settled - walk.total, 0);
  return g_steal_pointer (&self);
}

gint64
acq_interest_of_days (gint64 principal, int rate, int days)
{
  return acq_amount_scale (principal, (gint64) rate * days, (gint64) RATE_UNIT * 365);
}
