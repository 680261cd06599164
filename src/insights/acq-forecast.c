/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-forecast.h"

#include "acq-payer-curves.h"

#define WEEK           7
#define HORIZON        (ACQ_FORECAST_MOST_WEEKS * WEEK + WEEK)
#define SOON_DAYS      30
#define WHOLE_PER_CENT 10000

typedef struct
{
  const AcqForecastRequest *request;
  AcqForecast *forecast;
  AcqDay monday;
  AcqDay bank_day[HORIZON + 2]; /* the last one up to each day of the horizon, from the day before today on */
  GArray *claims;               /* (element-type AcqForecastClaim) by payer */
  AcqPayerCurves *curves;
  const AcqDelayCurve *curve; /* of the payer at hand */
  guint n_own;
} Work;

/* Claims of one invoice stand together and stay in their order. */
static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const AcqForecastClaim *left = a, *right = b;

  if (left->payer_id != right->payer_id)
    return left->payer_id < right->payer_id ? -1 : 1;
  if (left->invoice->customer_id != right->invoice->customer_id)
    return left->invoice->customer_id < right->invoice->customer_id ? -1 : 1;
  return (left->invoice->id > right->invoice->id) - (left->invoice->id < right->invoice->id);
}

/* How likely a named day is kept: three times out of four where nothing is known of this customer. */
static guint32
chance_of_named (const AcqForecastClaim *claim)
{
  if (claim->basis == ACQ_FORECAST_BASIS_IN_FLIGHT)
    return ACQ_CHANCE_ONE / 20 * 19;
  return (guint32) acq_amount_scale (ACQ_CHANCE_ONE, claim->n_kept + 3, claim->n_due + 4);
}

/* How likely the claim is paid by the end of a day of the horizon; -1 is yesterday: what came and has not been read yet.
   Banks book on bank days only. */
static guint32
chance_by (const Work *work, const AcqForecastClaim *claim, int in_days)
{
  AcqDay by = work->bank_day[in_days + 1], unread = work->request->known_until + 1;
  AcqDay from = claim->from > work->request->day ? claim->from : unread;
  guint32 habit, named;

  if (acq_forecast_basis_is_left_out (claim->basis) || by < unread
      || (claim->named != ACQ_DAY_NONE && by < claim->named))
    return 0;
  habit = acq_delay_curve_chance (work->curve, from - claim->due, by - claim->due);
  if (claim->named == ACQ_DAY_NONE)
    return habit;
  named = chance_of_named (claim);
  return named + (guint32) acq_amount_scale (ACQ_CHANCE_ONE - named, habit, ACQ_CHANCE_ONE);
}

/* Retention tells when an invoice is paid only where there is nothing else. */
static gboolean
tells (const AcqForecastClaim *claim, gboolean with_retention)
{
  return !acq_forecast_basis_is_left_out (claim->basis) && (with_retention || !claim->retention);
}

/* The claims of one invoice, a run of those of its payer. */
typedef struct
{
  const AcqForecastClaim *claims;
  guint n;
  gboolean with_retention;
  gboolean none; /* nothing of it is expected */
} Run;

static void
judge_run (Run *run)
{
  run->with_retention = TRUE;
  run->none = TRUE;
  for (guint i = 0; i < run->n; i++)
    {
      run->with_retention = run->with_retention && !tells (&run->claims[i], FALSE);
      run->none = run->none && !tells (&run->claims[i], TRUE);
    }
}

static guint32
chance_of_all (const Work *work, const Run *run, int in_days)
{
  guint32 least = run->none ? 0 : ACQ_CHANCE_ONE;

  for (guint i = 0; i < run->n; i++)
    if (tells (&run->claims[i], run->with_retention))
      least = MIN (least, chance_by (work, &run->claims[i], in_days));
  return least;
}

static AcqDay
find_day (const Work *work, const Run *run, guint tenths)
{
  guint32 wanted = ACQ_CHANCE_ONE / 10 * tenths;
  int low = 0, high = HORIZON;

  if (chance_of_all (work, run, high) < wanted)
    return ACQ_DAY_NONE;
  while (low < high)
    {
      int middle = low + (high - low) / 2;

      if (chance_of_all (work, run, middle) >= wanted)
        high = middle;
      else
        low = middle + 1;
    }
  return work->request->day + low;
}

static void
add_line (Work *work, Run *run)
{
  AcqForecastLine line
    = { .invoice = run->claims->invoice, .basis = run->claims->basis, .n_cases = work->n_own };

  judge_run (run);
  for (guint i = 0; i < run->n; i++)
    {
      const AcqForecastClaim *claim = &run->claims[i];
      gboolean left_out = acq_forecast_basis_is_left_out (claim->basis);

      line.basis = MIN (line.basis, claim->basis);
      line.amount += left_out ? 0 : claim->amount;
      line.left_out += left_out ? claim->amount : 0;
    }
  if (line.basis == ACQ_FORECAST_BASIS_OWN_HABIT && work->n_own < ACQ_FORECAST_OWN_CASES)
    line.basis = ACQ_FORECAST_BASIS_COMPANY_HABIT;
  line.low = find_day (work, run, 1);
  line.likely = find_day (work, run, 5);
  line.high = find_day (work, run, 9);
  line.paid_within_30_days
    = (int) acq_amount_scale (chance_of_all (work, run, SOON_DAYS), WHOLE_PER_CENT, ACQ_CHANCE_ONE);
  g_array_append_val (work->forecast->lines, line);
}

static void
add_draws (Work *work, const AcqForecastClaim *claim)
{
  guint32 by_week[ACQ_FORECAST_MOST_WEEKS + 1];
  int first = work->monday - work->request->day;

  if (acq_forecast_basis_is_left_out (claim->basis))
    return;
  by_week[0] = chance_by (work, claim, -1);
  for (guint i = 1; i <= work->request->n_weeks; i++)
    by_week[i] = chance_by (work, claim, first + (int) i * WEEK - 1);
  acq_forecast_draws_add (work->forecast->draws, claim->payer_id, claim->amount, by_week);
}

static void
foresee_claims (Work *work)
{
  const AcqForecastClaim *claims = (const AcqForecastClaim *) (gpointer) work->claims->data;
  guint n = work->claims->len;

  for (guint i = 0; i < n;)
    {
      Run run = { .claims = &claims[i] };

      if (i == 0 || claims[i].payer_id != claims[i - 1].payer_id)
        work->curve = acq_payer_curves_get (work->curves, claims[i].payer_id, &work->n_own);
      for (; i < n && claims[i].invoice == run.claims->invoice; i++, run.n++)
        add_draws (work, &claims[i]);
      add_line (work, &run);
    }
}

static void
find_bank_days (Work *work)
{
  AcqDay last = work->request->day - 1;

  while (!acq_day_is_bank_day (last))
    last--;
  for (int i = 0; i <= HORIZON + 1; i++)
    {
      if (acq_day_is_bank_day (work->request->day - 1 + i))
        last = work->request->day - 1 + i;
      work->bank_day[i] = last;
    }
}

static void
sum_weeks (Work *work)
{
  acq_forecast_draws_run (work->forecast->draws);
  work->forecast->unread = acq_forecast_draws_sum (work->forecast->draws, 0, 1);
  for (guint i = 0; i < work->request->n_weeks; i++)
    {
      AcqForecastWeek week = { work->monday + (int) i * WEEK, acq_forecast_sum (work->forecast, i, 1) };

      g_array_append_val (work->forecast->weeks, week);
    }
}

AcqForecast *
acq_forecast_new (const AcqForecastRequest *request)
{
  AcqForecast *self = g_new0 (AcqForecast, 1);
  g_autoptr (AcqPayerCurves) curves
    = acq_payer_curves_new (request->ledger, request->cases, request->day, request->known_until);
  g_autoptr (GArray) claims
    = acq_forecast_claims_new (request->ledger, request->receivables, request->standings, request->day);
  Work work = { .request = request, .forecast = self, .claims = claims, .curves = curves };

  self->day = request->day;
  self->n_cases = acq_payer_curves_count (curves);
  self->few_cases = self->n_cases < ACQ_FORECAST_COMPANY_CASES;
  self->weeks = g_array_new (FALSE, FALSE, sizeof (AcqForecastWeek));
  self->lines = g_array_new (FALSE, FALSE, sizeof (AcqForecastLine));
  self->known_until = request->known_until;
  self->draws = acq_forecast_draws_new (request->n_weeks + 1);
  work.monday = acq_forecast_first_monday (request->day);
  find_bank_days (&work);
  g_array_sort (claims, compare_claims);
  foresee_claims (&work);
  sum_weeks (&work);
  return self;
}

void
acq_forecast_free (AcqForecast *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->weeks);
  g_array_unref (self->lines);
  acq_forecast_draws_free (self->draws);
  g_free (self);
}

AcqExpected
acq_forecast_sum (const AcqForecast *self, guint first_week, guint n_weeks)
{
  return acq_forecast_draws_sum (self->draws, first_week + 1, n_weeks);
}
