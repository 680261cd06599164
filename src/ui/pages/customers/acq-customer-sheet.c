/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-sheet.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-chart-point.h"
#include "acq-customer-kind-text.h"
#include "acq-day-text.h"

#define PAYMENTS 12

AcqCustomerSheet *
acq_customer_sheet_new (const AcqCompanyView *view, const AcqCustomer *customer)
{
  AcqCustomerSheet *self = g_new0 (AcqCustomerSheet, 1);
  g_autoptr (AcqCustomerAccount) account = acq_customer_account_new (view, customer);

  self->timeline = acq_timeline_new (account, NULL);
  self->account = self->timeline->account;
  self->figures = acq_customer_figures_of (account);
  return self;
}

void
acq_customer_sheet_free (AcqCustomerSheet *self)
{
  if (self == NULL)
    return;
  acq_timeline_unref (self->timeline);
  g_free (self);
}

static AcqDay
find_first_invoice (const AcqLedger *rows)
{
  AcqDay first = ACQ_DAY_NONE;

  for (guint i = 0; i < rows->invoices->len; i++)
    {
      const AcqInvoice *invoice = rows->invoices->pdata[i];

      if (!invoice->opening && (first == ACQ_DAY_NONE || invoice->issued < first))
        first = invoice->issued;
    }
  return first;
}

char *
acq_customer_sheet_describe (const AcqCustomerSheet *self)
{
  const AcqCustomer *customer = self->account->customer;
  AcqDay first = find_first_invoice (self->account->rows);
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);

  if (customer->kind != ACQ_CUSTOMER_KIND_UNKNOWN)
    g_ptr_array_add (phrases, g_strdup (acq_customer_kind_text (customer->kind)));
  if (customer->city != NULL)
    g_ptr_array_add (phrases, g_strdup (customer->city));
  if (first != ACQ_DAY_NONE)
    {
      g_autofree char *month = acq_month_text (first);

      g_ptr_array_add (phrases, g_strdup_printf (_ ("customer since %s"), month));
    }
  if (customer->precious)
    g_ptr_array_add (phrases, g_strdup (_ ("precious customer")));
  g_ptr_array_add (phrases, NULL);
  return g_strjoinv (" · ", (char **) phrases->pdata);
}

/* The receipt of that day that paid the invoice; NULL where it cannot be told. */
static const AcqReceipt *
find_receipt (const AcqLedger *rows, const AcqPayerSettlement *settlement)
{
  for (guint i = 0; i < rows->receipts->len; i++)
    {
      const AcqReceipt *receipt = rows->receipts->pdata[i];

      for (guint j = 0; receipt->day == settlement->day && j < receipt->allocations->len; j++)
        if (g_array_index (receipt->allocations, AcqAllocation, j).invoice_id == settlement->invoice->id)
          return receipt;
    }
  return NULL;
}

static char *
write_target (const AcqLedger *rows, const AcqPayerSettlement *settlement)
{
  const AcqReceipt *receipt = find_receipt (rows, settlement);

  if (receipt != NULL && receipt->transaction_id != 0)
    return g_strdup_printf ("bank transaction:%" G_GINT64_FORMAT, receipt->transaction_id);
  return g_strconcat ("invoices number:", settlement->invoice->number, NULL);
}

static char *
write_days (int days)
{
  if (days == 0)
    return g_strdup (_ ("on the due day"));
  if (days > 0)
    return g_strdup_printf (ngettext ("%d day after the due day", "%d days after the due day", (gulong) days),
                            days);
  return g_strdup_printf (
    ngettext ("%d day before the due day", "%d days before the due day", (gulong) -days), -days);
}

static AcqChartPoint *
create_point (const AcqCustomerSheet *self, const AcqPayerSettlement *settlement, gboolean labelled,
              guint cases)
{
  AcqDay today = self->account->view->books->today;
  g_autofree char *month = labelled ? acq_month_text_short (settlement->day) : g_strdup ("");
  g_autofree char *day = acq_day_text (settlement->day, today);
  /* Translators: the day of a payment, and the number of the invoice it paid. */
  g_autofree char *name = g_strdup_printf (_ ("%1$s, %2$s"), day, settlement->invoice->number);
  g_autofree char *value = write_days (settlement->days_late);
  g_autofree char *note = acq_amount_text (settlement->amount, settlement->invoice->currency);
  g_autofree char *target = write_target (self->account->rows, settlement);
  AcqChartDatum datum = { .label = month,
                          .name = name,
                          .value = settlement->days_late,
                          .value_text = value,
                          .note = note,
                          .counted = TRUE,
                          .cases = cases,
                          .target = target };

  return acq_chart_point_new (&datum);
}

GListModel *
acq_customer_sheet_list_payments (const AcqCustomerSheet *self)
{
  GListStore *points = g_list_store_new (ACQ_TYPE_CHART_POINT);
  const GArray *settlements = self->account->habit->settlements;
  guint first = settlements->len > PAYMENTS ? settlements->len - PAYMENTS : 0;

  for (guint i = first; i < settlements->len; i++)
    {
      gboolean labelled = i == first || i + 1 == settlements->len;
      g_autoptr (AcqChartPoint) point = create_point (
        self, &g_array_index (settlements, AcqPayerSettlement, i), labelled, settlements->len);

      g_list_store_append (points, point);
    }
  return G_LIST_MODEL (points);
}
