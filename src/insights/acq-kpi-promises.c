/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether customers keep their word: promises whose day lies in the period. */
#include "acq-kpi-table.h"

typedef struct
{
  guint n[ACQ_N_PROMISE_STATES];
  gint64 promised; /* of those that were kept or broken */
  gint64 received;
} Words;

static Words
count (const AcqKpiScene *scene)
{
  Words words = { 0 };

  for (guint i = 0; i < scene->promises->len; i++)
    {
      const AcqPromise *promise = &g_array_index (scene->promises, AcqPromise, i);

      if (!acq_period_contains (scene->period, promise->note->until))
        continue;
      words.n[promise->state]++;
      if (promise->state != ACQ_PROMISE_STATE_KEPT && promise->state != ACQ_PROMISE_STATE_BROKEN)
        continue;
      words.promised += promise->promised;
      words.received += promise->received;
    }
  return words;
}

static void
add_counts (AcqKpiFigure *figure, const Words *words)
{
  for (int i = 0; i < ACQ_N_PROMISE_STATES; i++)
    acq_kpi_figure_add (figure, acq_promise_state_to_code ((AcqPromiseState) i), ACQ_KPI_UNIT_COUNT,
                        words->n[i]);
}

void
acq_kpi_promises_kept (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  Words words = count (scene);
  guint kept = words.n[ACQ_PROMISE_STATE_KEPT];

  add_counts (figure, &words);
  acq_kpi_figure_set_share (figure, kept, kept + words.n[ACQ_PROMISE_STATE_BROKEN], ACQ_KPI_GAP_NO_CASES);
}

/* Money that came in time for a promise that was broken all the same counts. */
void
acq_kpi_promised_amount_kept (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  Words words = count (scene);

  acq_kpi_figure_add (figure, "promised", ACQ_KPI_UNIT_AMOUNT, words.promised);
  acq_kpi_figure_add (figure, "received", ACQ_KPI_UNIT_AMOUNT, words.received);
  acq_kpi_figure_set_share (figure, words.received, words.promised, ACQ_KPI_GAP_NO_CASES);
}
