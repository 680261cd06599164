/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payer-curves.h"

#define WATCHED_DAYS  730
#define COMMON_CASES  10 /* that the common delays count against the company's own */
#define COMPANY_CASES 4  /* that the company's delays count against a payer's own */

typedef struct
{
  gint64 payer_id;
  const AcqPaymentCase *row;
} PayerCase;

struct _AcqPayerCurves
{
  AcqDay known_until;
  GArray *cases; /* (element-type PayerCase) by payer */
  guint n_paid;
  AcqDelayCounts counts;
  AcqDelayCurve company;
  AcqDelayBase base; /* what the company's curve adds to a payer's */
  AcqDelayCurve payer;
};

gint64
acq_payer_of (const AcqLedger *ledger, const AcqInvoice *invoice)
{
  const AcqCustomer *customer = acq_ledger_find_customer (ledger, invoice->customer_id);

  return customer != NULL && customer->payer_id != 0 ? customer->payer_id : invoice->customer_id;
}

static int
compare_cases (gconstpointer a, gconstpointer b)
{
  const PayerCase *left = a, *right = b;

  if (left->payer_id != right->payer_id)
    return left->payer_id < right->payer_id ? -1 : 1;
  return (left->row > right->row) - (left->row < right->row);
}

static void
sort_cases (AcqPayerCurves *self, const AcqLedger *ledger, const GArray *cases, AcqDay day)
{
  for (guint i = 0; i < cases->len; i++)
    {
      const AcqPaymentCase *row = &g_array_index (cases, AcqPaymentCase, i);
      PayerCase entry = { 0, row };

      if (row->kind != ACQ_DUE_KIND_NORMAL || row->known > day || row->known < day - WATCHED_DAYS)
        continue;
      entry.payer_id = acq_payer_of (ledger, row->invoice);
      g_array_append_val (self->cases, entry);
    }
  g_array_sort (self->cases, compare_cases);
}

AcqPayerCurves *
acq_payer_curves_new (const AcqLedger *ledger, const AcqPaymentCases *cases, AcqDay day, AcqDay known_until)
{
  AcqPayerCurves *self = g_new0 (AcqPayerCurves, 1);
  g_autofree AcqDelayCurve *common = g_new (AcqDelayCurve, 1);

  self->known_until = known_until;
  self->cases = g_array_sized_new (FALSE, FALSE, sizeof (PayerCase), cases->cases->len);
  sort_cases (self, ledger, cases->cases, day);
  for (guint i = 0; i < self->cases->len; i++)
    acq_delay_counts_add (&self->counts, g_array_index (self->cases, PayerCase, i).row, known_until);
  self->n_paid = self->counts.n_paid;
  acq_delay_curve_init_common (common);
  acq_delay_base_init (&self->base, common, COMMON_CASES);
  acq_delay_curve_init (&self->company, &self->counts, &self->base);
  acq_delay_base_init (&self->base, &self->company, COMPANY_CASES);
  return self;
}

void
acq_payer_curves_free (AcqPayerCurves *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->cases);
  g_free (self);
}

guint
acq_payer_curves_count (const AcqPayerCurves *self)
{
  return self->n_paid;
}

/* The place of the first case of that payer, or of the next one. */
static guint
find_first (const GArray *cases, gint64 payer_id)
{
  guint low = 0, high = cases->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (cases, PayerCase, middle).payer_id < payer_id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const AcqDelayCurve *
acq_payer_curves_get (AcqPayerCurves *self, gint64 payer_id, guint *ret_n_paid)
{
  acq_delay_counts_clear (&self->counts);
  for (guint i = find_first (self->cases, payer_id); i < self->cases->len; i++)
    {
      const PayerCase *entry = &g_array_index (self->cases, PayerCase, i);

      if (entry->payer_id != payer_id)
        break;
      acq_delay_counts_add (&self->counts, entry->row, self->known_until);
    }
  *ret_n_paid = self->counts.n_paid;
  acq_delay_curve_init (&self->payer, &self->counts, &self->base);
  return &self->payer;
}
