/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-query.h"

#include <string.h>

#include "acq-dashboard-figures.h"
#include "acq-forecast-report.h"
#include "acq-text-normalizer.h"

/* What is looked for, read once. */
typedef struct
{
  char **words; /* folded */
  char **keys;  /* the same in lower case */
  gboolean is_amount;
  gint64 amount;
  gboolean is_whole; /* typed without cents: stands for all amounts that begin with it */
} Wanted;

static void
wanted_clear (Wanted *self)
{
  g_strfreev (self->words);
  g_strfreev (self->keys);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

#define CENTS 100

static void
wanted_read (Wanted *self, const char *text)
{
  guint n;

  self->words = acq_text_fold_words (text);
  n = g_strv_length (self->words);
  self->keys = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    self->keys[i] = g_ascii_strdown (self->words[i], -1);
  self->is_amount = text != NULL && acq_amount_parse_written (text, 2, &self->amount);
  self->is_whole = self->is_amount && self->amount % CENTS == 0;
}

static gboolean
is_amount (const Wanted *wanted, gint64 amount)
{
  amount = ABS (amount);
  return amount == wanted->amount || (wanted->is_whole && amount / CENTS * CENTS == wanted->amount);
}

static gboolean
has_word (const AcqInvoiceLine *line, const char *word, const char *key)
{
  g_autofree char *begun = g_strconcat (" ", word, NULL);

  return strstr (line->number_key, key) != NULL || strstr (line->name_key, begun) != NULL;
}

static gboolean
matches (const AcqInvoiceLine *line, const Wanted *wanted)
{
  gboolean has_all = TRUE;

  if (wanted->is_amount
      && (is_amount (wanted, line->invoice->total) || is_amount (wanted, line->invoice->balance)))
    return TRUE;
  for (guint i = 0; has_all && wanted->words[i] != NULL; i++)
    has_all = has_word (line, wanted->words[i], wanted->keys[i]);
  return has_all;
}

typedef struct
{
  const AcqInvoiceListing *listing;
  const AcqInvoiceQuery *query;
} Comparison;

#define COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

static int
compare_by (const AcqInvoiceLine *left, const AcqInvoiceLine *right, AcqInvoiceOrder order)
{
  switch (order)
    {
    case ACQ_INVOICE_ORDER_NUMBER:
      break;
    case ACQ_INVOICE_ORDER_CUSTOMER:
      return COMPARE (left->customer_place, right->customer_place);
    case ACQ_INVOICE_ORDER_DUE:
      return COMPARE (left->due, right->due);
    case ACQ_INVOICE_ORDER_BALANCE:
      return COMPARE (left->invoice->balance, right->invoice->balance);
    case ACQ_INVOICE_ORDER_STATE:
      return COMPARE (left->state, right->state);
    case ACQ_INVOICE_ORDER_LATE:
      return COMPARE (left->days_late, right->days_late);
    }
  return strcmp (left->number_key, right->number_key);
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const Comparison *comparison = data;
  const AcqInvoiceLine *left = acq_invoice_listing_line (comparison->listing, *(const guint *) a);
  const AcqInvoiceLine *right = acq_invoice_listing_line (comparison->listing, *(const guint *) b);
  int order = compare_by (left, right, comparison->query->order);

  if (order != 0)
    return comparison->query->descending ? -order : order;
  if (left->due != right->due)
    return COMPARE (left->due, right->due);
  return strcmp (left->number_key, right->number_key);
}

#define WEEK 7

/* (element-type AcqInvoice): those that will probably be settled in that week. */
static GHashTable *
find_expected (const AcqInvoiceListing *listing, AcqDay week)
{
  const AcqBooks *books = listing->view->books;
  g_autoptr (AcqForecast) forecast
    = acq_forecast_report_new (books->ledger, books->standings, books->today, ACQ_DASHBOARD_WEEKS);
  GHashTable *expected = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < forecast->lines->len; i++)
    {
      const AcqForecastLine *line = &g_array_index (forecast->lines, AcqForecastLine, i);

      if (line->likely != ACQ_DAY_NONE && line->likely >= week && line->likely < week + WEEK)
        g_hash_table_add (expected, (gpointer) line->invoice);
    }
  return expected;
}

GArray *
acq_invoice_listing_select (const AcqInvoiceListing *self, const AcqInvoiceQuery *query)
{
  g_auto (Wanted) wanted = { 0 };
  g_autoptr (GHashTable) expected = query->in_week ? find_expected (self, query->week) : NULL;
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  wanted_read (&wanted, query->text);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const AcqInvoiceLine *line = acq_invoice_listing_line (self, i);

      if (acq_invoice_line_pass (line, query->filter) && matches (line, &wanted)
          && (expected == NULL || g_hash_table_contains (expected, line->invoice)))
        g_array_append_val (places, i);
    }
  g_array_sort_with_data (places, compare_places, &(Comparison){ self, query });
  return places;
}

static AcqMoney *
find_sum (GArray *sums, AcqCurrency currency)
{
  AcqMoney none = acq_money_new (0, currency);

  for (guint i = 0; i < sums->len; i++)
    if (acq_currency_equal (g_array_index (sums, AcqMoney, i).currency, currency))
      return &g_array_index (sums, AcqMoney, i);
  if (acq_currency_equal (currency, ACQ_CURRENCY_EUR))
    g_array_prepend_val (sums, none);
  else
    g_array_append_val (sums, none);
  return find_sum (sums, currency);
}

GArray *
acq_invoice_listing_sums (const AcqInvoiceListing *self, const GArray *places, gboolean overdue)
{
  GArray *sums = g_array_new (FALSE, FALSE, sizeof (AcqMoney));

  for (guint i = 0; i < places->len; i++)
    {
      const AcqInvoiceLine *line = acq_invoice_listing_line (self, g_array_index (places, guint, i));

      find_sum (sums, line->invoice->currency)->minor += overdue ? line->overdue : line->invoice->balance;
    }
  return sums;
}
