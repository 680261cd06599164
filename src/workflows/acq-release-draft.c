/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-release-draft.h"

#include "acq-letter-check.h"
#include "acq-letter-kinds.h"

/* Days to pay, then moved to a working day. */
#define RELEASE_DAYS 15

static gint64
sum_retained (const AcqInvoice *invoice)
{
  gint64 sum = 0;

  for (guint i = 0; i < invoice->due_items->len; i++)
    {
      const AcqDueItem *item = acq_invoice_due_item (invoice, i);

      if (item->kind == ACQ_DUE_KIND_RETENTION && item->balance > 0)
        sum += item->balance;
    }
  return sum;
}

/* ACQ_DAY_NONE where nothing is kept back of it. */
static AcqDay
release_day (const AcqInvoice *invoice)
{
  AcqDay day = ACQ_DAY_NONE;

  for (guint i = 0; i < invoice->due_items->len; i++)
    {
      const AcqDueItem *item = acq_invoice_due_item (invoice, i);

      if (item->kind == ACQ_DUE_KIND_RETENTION && item->balance > 0 && (day == ACQ_DAY_NONE || item->due > day))
        day = item->due;
    }
  return day;
}

gboolean
acq_retention_is_due (const AcqInvoice *invoice, AcqDay today)
{
  AcqDay day = release_day (invoice);

  return !invoice->cancelled && !invoice->factored && day != ACQ_DAY_NONE && day < today;
}

static gboolean
is_candidate (const AcqInvoice *invoice, const AcqCustomer *customer, const AcqInvoice *only, AcqDay today)
{
  if (only != NULL ? invoice != only : invoice->customer_id != customer->id)
    return FALSE;
  return acq_retention_is_due (invoice, today) && acq_currency_equal (invoice->currency, ACQ_CURRENCY_EUR);
}

static int
compare_issued (gconstpointer a, gconstpointer b)
{
  const AcqInvoice *left = *(AcqInvoice *const *) a, *right = *(AcqInvoice *const *) b;

  if (left->issued != right->issued)
    return left->issued < right->issued ? -1 : 1;
  return g_strcmp0 (left->number, right->number);
}

GPtrArray *
acq_retention_list_due (const AcqLedger *ledger, const AcqCustomer *customer, const AcqInvoice *only, AcqDay today)
{
  GPtrArray *invoices = g_ptr_array_new ();
  AcqDay first = ACQ_DAY_NONE;

  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];

      if (is_candidate (invoice, customer, only, today) && (first == ACQ_DAY_NONE || release_day (invoice) < first))
        first = release_day (invoice);
    }
  for (guint i = 0; i < ledger->invoices->len; i++)
    if (is_candidate (ledger->invoices->pdata[i], customer, only, today)
        && release_day (ledger->invoices->pdata[i]) == first)
      g_ptr_array_add (invoices, ledger->invoices->pdata[i]);
  g_ptr_array_sort (invoices, compare_issued);
  return invoices;
}

/* The order that all of them name; NULL where they do not. */
static const char *
common_order (const GPtrArray *invoices)
{
  const char *order = ((const AcqInvoice *) invoices->pdata[0])->order_reference;

  for (guint i = 1; i < invoices->len; i++)
    if (g_strcmp0 (((const AcqInvoice *) invoices->pdata[i])->order_reference, order) != 0)
      return NULL;
  return order;
}

AcqRetentionTerms *
acq_retention_terms_guess (const AcqLedger *ledger, const AcqCustomer *customer, const AcqInvoice *only,
                           const AcqLegalValues *law, AcqDay today)
{
  g_autoptr (GPtrArray) invoices = acq_retention_list_due (ledger, customer, only, today);
  AcqRetentionTerms *terms = g_new (AcqRetentionTerms, 1);

  *terms = acq_retention_terms_init ();
  if (invoices->len == 0)
    return terms;
  terms->contract = g_strdup (common_order (invoices));
  terms->accepted = acq_day_add_months (release_day (invoices->pdata[0]),
                                        -acq_legal_values_get (law, ACQ_LEGAL_VALUE_RETENTION_MONTHS, today));
  return terms;
}

/* Situations are not counted: those before the first import, or without retention, are not known. */
static const char *
name_works (const AcqInvoice *invoice)
{
  switch (invoice->kind)
    {
    case ACQ_INVOICE_KIND_DEPOSIT:
      return "Acompte";
    case ACQ_INVOICE_KIND_PROGRESS:
      return "Situation de travaux";
    case ACQ_INVOICE_KIND_FINAL:
      return "Décompte définitif";
    case ACQ_INVOICE_KIND_INVOICE:
    case ACQ_INVOICE_KIND_CREDIT_NOTE:
    default:
      return NULL;
    }
}

static void
add_invoice (const AcqLetterSource *source, AcqRetentionRelease *letter, const AcqInvoice *invoice)
{
  AcqReleaseItem *item
    = acq_retention_release_add (letter, invoice->number, invoice->issued, invoice->total,
                                 invoice->total - invoice->balance, sum_retained (invoice));

  item->works = g_strdup (name_works (invoice));
  item->bars = acq_letter_find_bars (source, invoice);
}

static void
set_days (const AcqLetterSource *source, AcqRetentionRelease *letter)
{
  const AcqBusinessCalendar *calendar = source->settings->calendar;

  letter->day = source->today;
  letter->deadline = acq_business_calendar_next_working_day (calendar, source->today + RELEASE_DAYS);
  letter->day_is_working = acq_business_calendar_is_working_day (calendar, letter->day);
  letter->deadline_is_working = acq_business_calendar_is_working_day (calendar, letter->deadline);
}

AcqRetentionRelease *
acq_draft_retention_release (const AcqLetterSource *source, const AcqCustomer *customer, const AcqInvoice *only,
                             const AcqRetentionTerms *terms, const char *reference)
{
  AcqRetentionRelease *letter = acq_retention_release_new ();
  g_autoptr (GPtrArray) invoices = acq_retention_list_due (source->ledger, customer, only, source->today);
  g_autofree AcqRetentionTerms *copy = acq_retention_terms_copy (terms);

  letter->company = source->ledger->company;
  letter->customer = customer;
  letter->recipient = acq_ledger_find_recipient (source->ledger, customer);
  letter->reference = g_strdup (reference);
  letter->most = acq_legal_values_get (source->basis->law, ACQ_LEGAL_VALUE_RETENTION_RATE, source->today);
  letter->months = acq_legal_values_get (source->basis->law, ACQ_LEGAL_VALUE_RETENTION_MONTHS, source->today);
  if (copy != NULL)
    letter->terms = *copy;
  set_days (source, letter);
  for (guint i = 0; i < invoices->len; i++)
    add_invoice (source, letter, invoices->pdata[i]);
  return letter;
}

GBytes *
acq_write_retention_release (const AcqLetterTask *task, AcqLetterResult *result, GError **error)
{
  g_autoptr (AcqRetentionRelease) letter = acq_draft_retention_release (task->source, task->customer, task->only,
                                                                        task->request->terms, task->reference);
  g_autoptr (GArray) flaws = acq_retention_release_find_flaws (task->press, letter);
  g_autoptr (GBytes) pdf = NULL;
  AcqLetterReport report = { 0 };

  if (!acq_letter_flaws_decide (flaws, task->request->accepted, &result->warnings, error))
    return NULL;
  for (guint i = 0; i < letter->items->len; i++)
    g_ptr_array_add (result->numbers, g_strdup (((const AcqReleaseItem *) letter->items->pdata[i])->number));
  pdf = acq_retention_release_write (task->press, letter, &report, error);
  result->n_pages = report.n_pages;
  result->total_due = report.total_due;
  return g_steal_pointer (&pdf);
}
