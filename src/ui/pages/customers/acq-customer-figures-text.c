/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-figures-text.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-chart-point.h"

/* From this share of the limit on, in hundredths of a per cent, the figure is a warning. */
#define ALARMING_SHARE 9500

char *
acq_customer_oldest_text (const AcqCustomerFigures *figures)
{
  g_autofree char *days = NULL;

  if (figures->oldest_days == 0)
    return g_strdup ("");
  days = acq_number_text (figures->oldest_days);
  /* Translators: a number of days, as short as may be; with a no-break space. */
  return g_strdup_printf (_ ("%s d"), days);
}

char *
acq_customer_habit_text (const AcqCustomerFigures *figures)
{
  g_autofree char *days = NULL;

  if (!figures->habit_known)
    return g_strdup ("");
  days = acq_number_text (ABS (figures->habit));
  /* Translators: days before the due day, as short as may be; with the sign U+2212 and no-break spaces. */
  return g_strdup_printf (
    figures->habit < 0 ? _ ("− %s d")
                       /* Translators: days after the due day, as short as may be; with no-break spaces. */
                       : _ ("+ %s d"),
    days);
}

char *
acq_customer_used_text (const AcqCustomerFigures *figures)
{
  g_autofree char *share = NULL;

  if (figures->limit_used < 0)
    return g_strdup ("");
  share = acq_number_text (acq_amount_scale (figures->limit_used, 1, 100));
  /* Translators: a share in per cent, with the space that the language puts before the sign. */
  return g_strdup_printf (_ ("%s%%"), share);
}

const char *const *
acq_customer_used_classes (const AcqCustomerFigures *figures)
{
  static const char *const usual[] = { "numeric", "dim-label", "caption", NULL };
  static const char *const near[] = { "numeric", "caption-heading", NULL };
  static const char *const alarming[] = { "numeric", "caption-heading", "acq-stop", NULL };

  if (figures->limit_used >= ALARMING_SHARE)
    return alarming;
  return figures->limit_used >= ACQ_NEAR_LIMIT ? near : usual;
}

static const char *const nothing[] = { "dim-label", "caption", NULL };
static const char *const neutral[] = { "acq-pill", NULL };
static const char *const information[] = { "acq-pill", "information", NULL };
static const char *const attention[] = { "acq-pill", "attention", NULL };
static const char *const stop[] = { "acq-pill", "stop", NULL };

static const char *const *
find_message_classes (const AcqPlanMessage *message)
{
  if (message->channel == ACQ_CHANNEL_CALL || message->step->tone <= ACQ_TONE_COURTEOUS)
    return information;
  return message->step->tone == ACQ_TONE_FORMAL_NOTICE ? stop : attention;
}

static const char *const *
find_reason_classes (const AcqNextStep *next)
{
  switch (next->reason)
    {
    case ACQ_REASON_INSOLVENT:
    case ACQ_REASON_DISPUTED:
      return stop;
    case ACQ_REASON_UNREAD_ANSWER:
    case ACQ_REASON_SCENARIO_FINISHED:
      return attention;
    case ACQ_REASON_POSSIBLE_RECEIPT:
    case ACQ_REASON_UNALLOCATED_CREDIT:
    case ACQ_REASON_PROMISE_PENDING:
    case ACQ_REASON_PLAN_PENDING:
    case ACQ_REASON_PAYMENT_IN_FLIGHT:
      return information;
    case ACQ_REASON_INTERVAL:
    case ACQ_REASON_NOT_DUE:
      return next->day == ACQ_DAY_NONE ? nothing : neutral;
    default:
      return neutral;
    }
}

const char *const *
acq_next_step_classes (const AcqNextStep *next)
{
  if (next->kind == ACQ_NEXT_MESSAGE)
    return find_message_classes (next->message);
  return next->kind == ACQ_NEXT_HELD ? find_reason_classes (next) : nothing;
}

static void
add_part (GListStore *parts, gint64 amount, AcqChartTone tone, const char *format)
{
  g_autofree char *rounded = acq_amount_text_rounded (amount, ACQ_CURRENCY_EUR);
  g_autofree char *text = acq_amount_text (amount, ACQ_CURRENCY_EUR);
  g_autofree char *label = g_strdup_printf (format, rounded);
  AcqChartDatum datum = { .label = label, .value = amount, .value_text = text, .tone = tone };
  g_autoptr (AcqChartPoint) point = acq_chart_point_new (&datum);

  g_list_store_append (parts, point);
}

GListModel *
acq_customer_limit_parts (const AcqCustomerFigures *figures)
{
  GListStore *parts = g_list_store_new (ACQ_TYPE_CHART_POINT);
  gint64 not_due = MAX (figures->outstanding - figures->overdue, 0);

  if (figures->overdue > 0)
    /* Translators: an amount that is past its due day. */
    add_part (parts, figures->overdue, ACQ_CHART_TONE_OVERDUE, _ ("%s overdue"));
  if (not_due > 0)
    /* Translators: an amount whose due day has not come. */
    add_part (parts, not_due, ACQ_CHART_TONE_NORMAL, _ ("%s not due yet"));
  return G_LIST_MODEL (parts);
}
