/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-forecast-draws.h"

#include <stdlib.h>

#define MOST_DRAWS   1000
#define LEAST_DRAWS  200
#define MOST_NUMBERS 2000000 /* of all tickets together, where there are very many */
#define SPEEDS       11
#define SEED         G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

typedef struct
{
  gint64 payer_id;
  gint64 amount;
} Ticket;

struct _AcqForecastDraws
{
  guint n_weeks;
  GArray *tickets; /* (element-type Ticket) */
  GArray *chances; /* (element-type guint32): n_weeks of each ticket */
  gint64 *means;   /* of each week */
  guint n_draws;
  gint64 *sums; /* n_weeks of each draw */
};

AcqForecastDraws *
acq_forecast_draws_new (guint n_weeks)
{
  AcqForecastDraws *self = g_new0 (AcqForecastDraws, 1);

  self->n_weeks = n_weeks;
  self->tickets = g_array_new (FALSE, FALSE, sizeof (Ticket));
  self->chances = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->means = g_new0 (gint64, n_weeks);
  return self;
}

void
acq_forecast_draws_free (AcqForecastDraws *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->tickets);
  g_array_unref (self->chances);
  g_free (self->means);
  g_free (self->sums);
  g_free (self);
}

void
acq_forecast_draws_add (AcqForecastDraws *self, gint64 payer_id, gint64 amount, const guint32 *by_week)
{
  Ticket ticket = { payer_id, amount };

  g_array_append_val (self->tickets, ticket);
  g_array_append_vals (self->chances, by_week, self->n_weeks);
  for (guint i = 0; i < self->n_weeks; i++)
    self->means[i] += acq_amount_scale (amount, by_week[i] - (i > 0 ? by_week[i - 1] : 0), ACQ_CHANCE_ONE);
}

/* SplitMix64 (Steele, Lea, Flood 2014). */
static guint64
draw_number (guint64 *state)
{
  guint64 z = (*state += SEED);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* How fast everybody pays in one draw: from a fifth less luck than usual to a fifth more. */
static guint32
scale_luck (guint32 luck, guint64 speed)
{
  return (guint32) (luck * (4 * (SPEEDS - 1) + 2 * speed) / (5 * (SPEEDS - 1)));
}

static void
draw (const AcqForecastDraws *self, guint64 *state, gint64 *sums)
{
  guint64 shared = 0, speed = draw_number (state) % SPEEDS;

  for (guint i = 0; i < self->tickets->len; i++)
    {
      const Ticket *ticket = &g_array_index (self->tickets, Ticket, i);
      const guint32 *by_week = &g_array_index (self->chances, guint32, i * self->n_weeks);
      guint64 number = draw_number (state);
      guint32 luck;
      guint week = 0;

      if (i == 0 || ticket->payer_id != ticket[-1].payer_id)
        shared = draw_number (state);
      luck = scale_luck ((guint32) ((number >> 62) != 0 ? shared : number) & (ACQ_CHANCE_ONE - 1), speed);
      while (week < self->n_weeks && by_week[week] <= luck)
        week++;
      if (week < self->n_weeks)
        sums[week] += ticket->amount;
    }
}

void
acq_forecast_draws_run (AcqForecastDraws *self)
{
  guint64 state = SEED;

  self->n_draws = CLAMP (MOST_NUMBERS / (self->tickets->len + 1), LEAST_DRAWS, MOST_DRAWS);
  self->sums = g_new0 (gint64, (gsize) self->n_draws * self->n_weeks);
  for (guint i = 0; i < self->n_draws; i++)
    draw (self, &state, self->sums + (gsize) i * self->n_weeks);
}

static int
compare_amounts (const void *a, const void *b)
{
  const gint64 *left = a, *right = b;

  return (*left > *right) - (*left < *right);
}

AcqExpected
acq_forecast_draws_sum (const AcqForecastDraws *self, guint first_week, guint n_weeks)
{
  g_autofree gint64 *sums = g_new0 (gint64, self->n_draws);
  AcqExpected expected = { 0 };

  g_return_val_if_fail (self->sums != NULL && first_week + n_weeks <= self->n_weeks, expected);
  for (guint week = first_week; week < first_week + n_weeks; week++)
    {
      expected.likely += self->means[week];
      for (guint i = 0; i < self->n_draws; i++)
        sums[i] += self->sums[(gsize) i * self->n_weeks + week];
    }
  qsort (sums, self->n_draws, sizeof (gint64), compare_amounts);
  expected.low = MIN (expected.likely, sums[self->n_draws / 10]);
  expected.high = MAX (expected.likely, sums[self->n_draws - 1 - self->n_draws / 10]);
  return expected;
}
