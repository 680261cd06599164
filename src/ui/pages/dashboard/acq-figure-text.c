/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-figure-text.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-dashboard-models.h"
#include "acq-day-text.h"

#define SOON_WEEKS 4
/* A forecast is no nearer to the truth than this: 100 euros, from 1,000 on. */
#define COARSE      10000
#define COARSE_FROM 100000

static char *
phrase_counts (guint n_invoices, guint n_customers)
{
  g_autofree char *invoices = g_strdup_printf (ngettext ("%u invoice", "%u invoices", n_invoices), n_invoices);
  g_autofree char *customers
    = g_strdup_printf (ngettext ("%u customer", "%u customers", n_customers), n_customers);

  /* Translators: a number of invoices, and a number of customers. */
  return g_strdup_printf (_ ("%s, %s"), invoices, customers);
}

/* What the card says where there is no figure of a month ago: nothing rather than a trend that was made up. */
static const char *
phrase_period (gboolean known)
{
  return known ? _ ("over one month") : _ ("not known a month ago");
}

static void
show_amount (AcqFigureCard *card, gint64 amount, const char *detail, const AcqTrend *trend, gboolean lower_is_better)
{
  gint64 change = 0;
  gboolean known = acq_trend_change (trend, &change);
  g_autofree char *figure = acq_amount_text_rounded (amount, ACQ_CURRENCY_EUR);
  g_autofree char *change_text = known ? acq_amount_text_change (change, ACQ_CURRENCY_EUR) : NULL;
  g_autoptr (GListModel) model = acq_dashboard_trend_of_amounts (trend);

  acq_figure_card_set_figure (card, &(AcqFigure){
                                      .figure = figure,
                                      .detail = detail,
                                      .change = change_text,
                                      .improved = known && lower_is_better && change < 0,
                                      .period = phrase_period (known),
                                      .trend = model,
                                    });
}

void
acq_figure_text_show_outstanding (AcqFigureCard *card, const AcqDashboardFigures *figures)
{
  g_autofree char *detail = phrase_counts (figures->owed.n_invoices, figures->owed.n_customers);

  show_amount (card, acq_ageing_outstanding (&figures->owed.ageing), detail, &figures->outstanding, FALSE);
}

void
acq_figure_text_show_overdue (AcqFigureCard *card, const AcqDashboardFigures *figures)
{
  g_autofree char *detail
    = phrase_counts (figures->owed.n_overdue_invoices, figures->owed.n_overdue_customers);

  show_amount (card, acq_ageing_overdue (&figures->owed.ageing), detail, &figures->overdue, TRUE);
}

static char *
phrase_change_of_days (gint64 hundredths)
{
  gint64 days = (ABS (hundredths) + 50) / 100;
  g_autofree char *text = acq_dashboard_days_text (days * 100);

  if (days == 0)
    return g_strdup (_ ("unchanged"));
  return g_strconcat (hundredths < 0 ? "−" : "+", "\u202f", text, NULL);
}

static void
show_no_delay (AcqFigureCard *card)
{
  acq_figure_card_set_figure (card, &(AcqFigure){
                                      .figure = "–",
                                      .detail = _ ("Too few sales so far to tell"),
                                    });
}

void
acq_figure_text_show_delay (AcqFigureCard *card, const AcqDashboardFigures *figures)
{
  gint64 change = 0, best = (figures->dso_parts.best + 50) / 100;
  gboolean known = acq_trend_change (&figures->dso, &change);
  g_autofree char *figure = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *change_text = known ? phrase_change_of_days (change) : NULL;
  g_autoptr (GListModel) model = acq_dashboard_trend_of_days (&figures->dso);

  if (!figures->dso_parts.known)
    {
      show_no_delay (card);
      return;
    }
  figure = acq_dashboard_days_text (figures->dso_parts.by_balance);
  /* Translators: what the mean delay would be if everybody paid on time. */
  detail = g_strdup_printf (ngettext ("%d day at best", "%d days at best", (gulong) best),
                            (int) best);
  acq_figure_card_set_figure (card, &(AcqFigure){
                                      .figure = figure,
                                      .detail = detail,
                                      .change = change_text,
                                      .improved = known && change <= -50,
                                      .period = phrase_period (known),
                                      .trend = model,
                                    });
}

/* Rounded half up to what can be known. */
static char *
phrase_roughly (gint64 amount)
{
  if (amount >= COARSE_FROM)
    amount = (amount + COARSE / 2) / COARSE * COARSE;
  return acq_amount_text_rounded (amount, ACQ_CURRENCY_EUR);
}

void
acq_figure_text_show_expected (AcqFigureCard *card, const AcqDashboardFigures *figures)
{
  const AcqForecastWeek *first
    = figures->weeks->len > 0 ? &g_array_index (figures->weeks, AcqForecastWeek, 0) : NULL;
  g_autofree char *figure = phrase_roughly (figures->expected.likely);
  g_autofree char *low = phrase_roughly (figures->expected.low);
  g_autofree char *high = phrase_roughly (figures->expected.high);
  g_autofree char *detail = g_strdup_printf (_ ("between %s and %s"), low, high);
  g_autofree char *day = NULL;
  g_autofree char *from = NULL;
  g_autofree char *last = acq_day_text_short (figures->expected_last, figures->today);
  /* Translators: the end of a period in very little room: "to 13 Dec." */
  g_autofree char *until = g_strdup_printf (C_ ("period", "to %s"), last);
  g_autoptr (GListModel) model = acq_dashboard_weeks (figures, SOON_WEEKS);

  if (first != NULL)
    day = acq_day_text_short (first->first, figures->today);
  if (first != NULL && first->first <= figures->today)
    from = g_strdup (_ ("from today"));
  else if (first != NULL)
    from = g_strdup_printf (_ ("from %s"), day);
  acq_figure_card_set_figure (card, &(AcqFigure){
                                      .figure = figure,
                                      .detail = first != NULL ? detail : _ ("Nothing is expected"),
                                      .change = from,
                                      .period = first != NULL ? until : NULL,
                                      .trend = first != NULL ? model : NULL,
                                    });
}

char *
acq_figure_text_of_weeks (const AcqDashboardFigures *figures, gint64 unit)
{
  const char *how = NULL;

  if (unit >= 100000000)
    how = _ ("Million euros by week · bar: most likely · line: range 8 times out of 10");
  else if (unit >= 100000)
    how = _ ("Thousand euros by week · bar: most likely · line: range 8 times out of 10");
  else
    how = _ ("Euros by week · bar: most likely · line: range 8 times out of 10");
  if (figures->few_cases)
    return g_strconcat (how, " · ", _ ("few payments so far: a rough guess"), NULL);
  return g_strdup (how);
}

char *
acq_figure_text_of_ageing (const AcqDashboardFigures *figures)
{
  const char *how = _ ("What is owed today, by the days that have passed since each part of an invoice fell due. What is "
                       "due today is not late yet.");
  g_autofree char *credits = NULL;
  g_autofree char *more = NULL;

  if (figures->owed.ageing.credits == 0)
    return g_strdup (how);
  credits = acq_amount_text_rounded (-figures->owed.ageing.credits, ACQ_CURRENCY_EUR);
  more = g_strdup_printf (_ ("Credit notes not used yet (%s) lower what is outstanding and are in no column."),
                          credits);
  return g_strconcat (how, "\n\n", more, NULL);
}

const char *
acq_figure_text_forecast_method (void)
{
  return _ ("Each invoice is expected after the delays with which its customer has paid so far; where these are few, after "
            "those of all customers. Promises and instalments come first, on their days. The line shows between which amounts "
            "a week lies 8 times out of 10. Invoices still to be issued are not counted.");
}
