/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-example-draft.h"

#define COVERED_AGO 24
#define CASH_LIMIT                                                                                           \
  100000 /* a consumer may pay 1,000 euros in cash: article D112-3 of the Code monétaire et financier */

static void
free_sale (gpointer data)
{
  AcqExampleSale *sale = data;

  acq_invoice_free (sale->invoice);
  g_ptr_array_unref (sale->items);
  g_free (sale);
}

AcqExampleDraft *
acq_example_draft_new (AcqDay today)
{
  AcqExampleDraft *self = g_new0 (AcqExampleDraft, 1);

  self->today = today;
  self->start = acq_day_add_months (today, -24);
  self->covered = today - COVERED_AGO;
  self->yesterday = today - 1;
  while (!acq_day_is_bank_day (self->yesterday))
    self->yesterday--;
  self->random.state = (guint64) today;
  self->calendar = acq_business_calendar_new (ACQ_HOLIDAY_REGION_MAINLAND);
  self->sales = g_ptr_array_new_with_free_func (free_sale);
  self->instalments = g_array_new (FALSE, FALSE, sizeof (AcqExampleInstalment));
  return self;
}

void
acq_example_draft_free (AcqExampleDraft *self)
{
  if (self == NULL)
    return;
  acq_business_calendar_free (self->calendar);
  g_ptr_array_unref (self->sales);
  g_array_unref (self->instalments);
  g_free (self);
}

AcqDay
acq_example_draft_working_day (const AcqExampleDraft *self, AcqDay day)
{
  while (!acq_business_calendar_is_working_day (self->calendar, day))
    day--;
  return day;
}

AcqDay
acq_example_bank_day (AcqDay day)
{
  while (!acq_day_is_bank_day (day))
    day++;
  return day;
}

AcqExampleSale *
acq_example_draft_add_sale (AcqExampleDraft *self, guint role, AcqInvoiceKind kind, AcqDay issued)
{
  AcqExampleSale *sale = g_new0 (AcqExampleSale, 1);

  sale->invoice = acq_invoice_new ();
  sale->invoice->kind = kind;
  sale->invoice->customer_id = role + 1;
  sale->invoice->issued = acq_example_draft_working_day (self, issued);
  sale->items = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_invoice_item_free);
  sale->role = role;
  sale->means = acq_example_role (role)->means;
  sale->pays_on = sale->releases_on = sale->returns_on = sale->pays_again_on = ACQ_DAY_NONE;
  g_ptr_array_add (self->sales, sale);
  return sale;
}

AcqExampleSale *
acq_example_draft_find_scene (const AcqExampleDraft *self, guint scene)
{
  for (guint i = 0; i < self->sales->len; i++)
    {
      AcqExampleSale *sale = self->sales->pdata[i];

      if (sale->scene == scene)
        return sale;
    }
  return NULL;
}

void
acq_example_sale_take_item (AcqExampleSale *self, AcqInvoiceItem *item, int rate)
{
  GArray *lines = self->invoice->vat_lines;
  guint i = 0;

  while (i < lines->len && g_array_index (lines, AcqVatLine, i).rate != rate)
    i++;
  if (i == lines->len)
    acq_invoice_add_vat_line (self->invoice, rate, 0, 0, rate == 0);
  g_array_index (lines, AcqVatLine, i).base += item->amount;
  g_ptr_array_add (self->items, item);
}

/* The tenth and the twenty-fifth are when payment runs leave. */
static AcqDay
next_run (AcqDay day)
{
  int year, month, day_of_month;

  acq_day_get (day, &year, &month, &day_of_month);
  if (day_of_month <= 10)
    return acq_day_new (year, month, 10);
  if (day_of_month <= 25)
    return acq_day_new (year, month, 25);
  return acq_day_add_months (acq_day_new (year, month, 10), 1);
}

static AcqDay
draw_payment_day (const AcqExampleRole *role, AcqExampleDraft *draft, AcqDay due)
{
  AcqDay day = due + role->delay + acq_example_random_range (&draft->random, -role->spread, role->spread);

  return acq_example_bank_day (role->pays_in_runs ? next_run (day) : day);
}

static void
work_out_total (AcqInvoice *invoice)
{
  invoice->total = 0;
  for (guint i = 0; i < invoice->vat_lines->len; i++)
    {
      AcqVatLine *line = &g_array_index (invoice->vat_lines, AcqVatLine, i);

      line->tax = acq_amount_scale (line->base, line->rate, 10000);
      invoice->total += line->base + line->tax;
    }
}

void
acq_example_sale_finish (AcqExampleSale *self, AcqExampleDraft *draft, int retention, AcqDay retention_due)
{
  const AcqExampleRole *role = acq_example_role (self->role);
  AcqPaymentTerms terms = { role->terms, role->end_of_month, 0 };
  AcqInvoice *invoice = self->invoice;
  gboolean credit_note = invoice->kind == ACQ_INVOICE_KIND_CREDIT_NOTE;
  AcqDay due = credit_note ? invoice->issued : acq_payment_terms_due_day (terms, invoice->issued);
  gint64 kept;

  if (role->kind == ACQ_CUSTOMER_KIND_PUBLIC_BODY && !credit_note)
    {
      invoice->deposited = invoice->issued;
      invoice->deposit_status = g_strdup ("Mise à disposition");
      invoice->engagement
        = g_strdup_printf ("%d", 4500000 + acq_example_random_range (&draft->random, 1, 99999));
    }
  invoice->factored = role->factored;
  invoice->performed = credit_note || invoice->kind == ACQ_INVOICE_KIND_DEPOSIT
                         ? ACQ_DAY_NONE
                         : acq_example_draft_working_day (draft, invoice->issued - 3);
  work_out_total (invoice);
  kept = acq_amount_scale (invoice->total, retention, 10000);
  acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, due, invoice->total - kept);
  self->pays = invoice->total - kept;
  self->pays_on = draw_payment_day (role, draft, due);
  if (self->means == ACQ_MEANS_CASH && self->pays > CASH_LIMIT)
    self->means = ACQ_MEANS_CHEQUE;
  if (kept == 0)
    return;
  acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_RETENTION, retention_due, kept);
  self->releases_on = acq_example_bank_day (retention_due + acq_example_random_range (&draft->random, 8, 20));
}
