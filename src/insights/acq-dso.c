/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-dso.h"

#define HUNDREDTHS  100
#define LEAST_DAYS  30
#define YEAR_MONTHS 12
#define MOST_MONTHS 120

gboolean
acq_dso_by_balance (gint64 receivables, gint64 sales, int days, gint64 *ret_days)
{
  if (receivables > 0 && sales <= 0)
    return FALSE;
  *ret_days = receivables <= 0 ? 0 : acq_amount_scale (receivables, (gint64) days * HUNDREDTHS, sales);
  return TRUE;
}

gint64
acq_dso_count_back (gint64 receivables, const AcqMonthSales *months, guint n_months, gboolean *ret_beyond)
{
  gint64 days = 0;
  guint i;

  for (i = 0; i < n_months && receivables > 0 && months[i].sales <= receivables; i++)
    {
      receivables -= months[i].sales;
      days += (gint64) months[i].days * HUNDREDTHS;
    }
  *ret_beyond = receivables > 0 && i == n_months;
  if (receivables > 0 && i < n_months)
    days += acq_amount_scale (receivables, (gint64) months[i].days * HUNDREDTHS, months[i].sales);
  return days;
}

AcqDay
acq_dso_first_day (AcqDay last)
{
  return acq_day_add_months (last, -YEAR_MONTHS) + 1;
}

/* From the month of the last day back to that of the first sale. Returns how many. */
static guint
list_months (const AcqReceivables *receivables, AcqDay last, AcqMonthSales months[MOST_MONTHS])
{
  AcqDay first_sale = acq_receivables_first_sale (receivables);
  guint n = 0;

  while (n < MOST_MONTHS && first_sale != ACQ_DAY_NONE && last >= first_sale)
    {
      int day_of_month;
      AcqPeriod month;

      acq_day_get (last, NULL, NULL, &day_of_month);
      month = (AcqPeriod){ last - day_of_month + 1, last };
      months[n++] = (AcqMonthSales){ acq_receivables_sales (receivables, month), day_of_month };
      last = month.first - 1;
    }
  return n;
}

AcqDso
acq_dso_measure (const AcqReceivables *receivables, const AcqOwed *owed, AcqDay first)
{
  AcqDay last = owed->ageing.today, first_sale = acq_receivables_first_sale (receivables);
  gint64 credits = owed->ageing.credits - owed->unapplied;
  AcqMonthSales months[MOST_MONTHS];
  guint n_months = list_months (receivables, last, months);
  AcqDso dso = { 0 };

  first = MAX (first, first_sale);
  dso.receivables = acq_ageing_outstanding (&owed->ageing) - owed->unapplied - owed->doubtful;
  dso.not_due = owed->ageing.buckets[ACQ_AGEING_NOT_DUE] - owed->doubtful_not_due + credits;
  dso.sales = acq_receivables_sales (receivables, (AcqPeriod){ first, last });
  dso.days = first_sale == ACQ_DAY_NONE || first > last ? 0 : last - first + 1;
  dso.known = dso.days >= LEAST_DAYS && dso.sales > 0
              && acq_dso_by_balance (dso.receivables, dso.sales, dso.days, &dso.by_balance)
              && acq_dso_by_balance (dso.not_due, dso.sales, dso.days, &dso.best);
  dso.count_back = acq_dso_count_back (dso.receivables, months, n_months, &dso.beyond);
  dso.best_count_back = acq_dso_count_back (dso.not_due, months, n_months, &dso.best_beyond);
  return dso;
}
