/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-explanation.h"

/* What banks take off a transfer on its way. */
#define MAX_BANK_FEE 3000
#define MAX_ITEMS    400
/* More than this over one invoice, and more than a tenth of it, is not a slip. */
#define MAX_EXCESS 10000
/* Namesakes that are looked at, and how much of a name must stand there. */
#define MAX_PAYERS     6
#define LEAST_COVERAGE 0.5
/* Invoices that are paid less one discount, and how often such a sum may be met by chance. */
#define MAX_DISCOUNTED 24
#define MAX_ACCIDENT   0.2

/* Discounts for early payment and parts paid on account that are usual, in hundredths of a per cent of an invoice. */
static const int discounts[] = { 200, 300, 100, 150, 250, 500, 50 };
static const int usual_shares[] = { 3000, 5000, 4000, 2000, 2500, 1000 };

static AcqExplanation *
new_partial (const AcqPayer *payer, AcqEvidenceSet evidence)
{
  AcqExplanation *self = acq_explanation_new ();

  self->customer = payer->customer;
  self->payer = *payer;
  self->evidence = evidence;
  if (payer->strength > ACQ_PAYER_NOBODY)
    self->evidence |= acq_payer_evidence (payer);
  return self;
}

static void
add_part (AcqExplanation *self, guint item, gint64 amount)
{
  AcqPart part = { item, amount };

  g_array_append_val (self->parts, part);
}

static AcqExplanation *
new_single (const AcqPayer *payer, AcqEvidence evidence, guint item, gint64 amount)
{
  AcqExplanation *self = new_partial (payer, ACQ_EVIDENCE_BIT (evidence));

  add_part (self, item, amount);
  return self;
}

static gint64
share_of (gint64 amount, int rate)
{
  return (amount * rate + 5000) / 10000;
}

/* All but a usual discount, to the cent or to the rounding of one. */
static gboolean
is_discounted (gint64 rest, gint64 amount)
{
  for (guint i = 0; i < G_N_ELEMENTS (discounts); i++)
    if (ABS (rest - amount - share_of (rest, discounts[i])) <= 1)
      return TRUE;
  return FALSE;
}

static gint64
rest_of (const AcqExplainer *self, guint item)
{
  return acq_open_items_get (self->items, item)->rest;
}

static gint64
sum_of (const AcqExplainer *self, const GArray *items)
{
  gint64 sum = 0;

  for (guint i = 0; i < items->len; i++)
    sum += rest_of (self, g_array_index (items, guint, i));
  return sum;
}

/* The same of a sum, where each invoice may have been rounded by itself. */
static gboolean
is_discounted_sum (gint64 sum, gint64 amount, guint n)
{
  for (guint i = 0; i < G_N_ELEMENTS (discounts); i++)
    if (ABS (sum - amount - share_of (sum, discounts[i])) <= n)
      return TRUE;
  return FALSE;
}

/* All of these items but what is missing, which the greatest of them lacks: it comes last. NULL where it is less than that. */
static AcqExplanation *
new_short (const AcqExplainer *self, const AcqOpenReceipt *receipt, const AcqPayer *payer,
           AcqEvidenceSet evidence, const GArray *items)
{
  AcqExplanation *explanation;
  guint greatest = g_array_index (items, guint, 0);
  gint64 left = receipt->amount;

  for (guint i = 1; i < items->len; i++)
    if (rest_of (self, g_array_index (items, guint, i)) > rest_of (self, greatest))
      greatest = g_array_index (items, guint, i);
  if (rest_of (self, greatest) <= sum_of (self, items) - receipt->amount)
    return NULL;
  explanation = new_partial (payer, evidence);
  for (guint i = 0; i < items->len; i++)
    {
      guint item = g_array_index (items, guint, i);

      if (item == greatest)
        continue;
      add_part (explanation, item, rest_of (self, item));
      left -= rest_of (self, item);
    }
  add_part (explanation, greatest, left);
  return explanation;
}

/* The one open invoice that the label names; FALSE where it names none or several. */
static gboolean
find_named (const AcqExplainer *self, const AcqOpenReceipt *receipt, guint *ret_item)
{
  guint n = 0;

  for (guint i = 0; i < receipt->references->items->len; i++)
    {
      guint item = g_array_index (receipt->references->items, guint, i);

      if (!acq_open_items_is_candidate (self->items, item, receipt->entry->booked, receipt->part->currency))
        continue;
      *ret_item = item;
      n++;
    }
  return n == 1;
}

/* Numbers are miscopied: what an unknown payer names and does not pay in any usual way is the last that one would think of. */
static gboolean
is_usual (const AcqOpenReceipt *receipt, gint64 rest)
{
  return receipt->label->says_deposit || is_discounted (rest, receipt->amount)
         || (rest > receipt->amount && rest - receipt->amount <= MAX_BANK_FEE);
}

/* A part of the one invoice that the label names, or all of it and something more. */
static AcqExplanation *
explain_named (const AcqExplainer *self, const AcqOpenReceipt *receipt, gboolean last)
{
  guint item;
  const AcqOpenItem *open;
  AcqExplanation *explanation;
  AcqPayer payer;

  if (!find_named (self, receipt, &item))
    return NULL;
  open = acq_open_items_get (self->items, item);
  payer = acq_open_receipt_find_payer (receipt, open->customer);
  if (open->rest == receipt->amount || open->rest <= 0
      || (open->rest < receipt->amount && payer.strength < ACQ_PAYER_HINT))
    return NULL;
  if (!last && payer.strength == ACQ_PAYER_NOBODY && !is_usual (receipt, open->rest))
    return NULL;
  explanation = new_partial (&payer, receipt->references->evidence);
  explanation->by_reference = TRUE;
  if (receipt->label->says_deposit)
    explanation->evidence |= ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_PARTIAL_DEPOSIT_WORDS);
  else if (open->rest < receipt->amount)
    explanation->evidence |= ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_PAID_TOO_MUCH);
  else if (is_discounted (open->rest, receipt->amount))
    explanation->evidence |= ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_DISCOUNT);
  else if (open->rest - receipt->amount <= MAX_BANK_FEE)
    explanation->evidence |= ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_BANK_FEE);
  add_part (explanation, item, MIN (open->rest, receipt->amount));
  return explanation;
}

/* Several invoices that the label names, less a discount or a fee on all of them. */
static AcqExplanation *
explain_several_named (const AcqExplainer *self, const AcqOpenReceipt *receipt)
{
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (guint));
  AcqExplanation *explanation;
  AcqPayer payer = { .customer = ACQ_NO_CUSTOMER };
  gint64 missing;
  gboolean discounted;

  for (guint i = 0; i < receipt->references->items->len; i++)
    {
      guint item = g_array_index (receipt->references->items, guint, i);

      if (!acq_open_items_is_candidate (self->items, item, receipt->entry->booked, receipt->part->currency)
          || (named->len > 0 && acq_open_items_get (self->items, item)->customer != payer.customer))
        return NULL;
      payer = acq_open_receipt_find_payer (receipt, acq_open_items_get (self->items, item)->customer);
      g_array_append_val (named, item);
    }
  missing = sum_of (self, named) - receipt->amount;
  discounted = is_discounted_sum (missing + receipt->amount, receipt->amount, named->len);
  if (named->len < 2 || missing <= 0 || (missing > MAX_BANK_FEE && !discounted))
    return NULL;
  explanation = new_short (self, receipt, &payer,
                           receipt->references->evidence
                             | ACQ_EVIDENCE_BIT (discounted ? ACQ_EVIDENCE_DISCOUNT : ACQ_EVIDENCE_BANK_FEE),
                           named);
  if (explanation != NULL)
    explanation->by_reference = TRUE;
  return explanation;
}

static AcqExplanation *
explain_discount (const AcqExplainer *self, const AcqOpenReceipt *receipt, const AcqPayer *payer,
                  const GArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      guint item = g_array_index (candidates, guint, i);
      gint64 rest = acq_open_items_get (self->items, item)->rest;

      if (rest > receipt->amount && is_discounted (rest, receipt->amount))
        return new_single (payer, ACQ_EVIDENCE_DISCOUNT, item, receipt->amount);
    }
  return NULL;
}

static gboolean
says_discount (const AcqOpenReceipt *receipt)
{
  static const char *const words[]
    = { "ESCOMPTE", "ESC", "RETENUE", "GARANTIE", "RG", "RABAIS", "DISCOUNT", NULL };

  for (guint i = 0; receipt->label->words[i] != NULL; i++)
    if (g_strv_contains (words, receipt->label->words[i]))
      return TRUE;
  return FALSE;
}

/* With many neighbours, one of their sums is bound to be near by accident. */
static gboolean
is_no_accident (const AcqOpenReceipt *receipt, guint n_candidates, guint n, gint64 sum)
{
  double tries = (double) n_candidates * n_candidates / 2 * G_N_ELEMENTS (discounts) * (2 * n + 1);

  return says_discount (receipt) || tries / acq_amount_sums_distinct_prices (sum) < MAX_ACCIDENT;
}

/* How many of the neighbours from there on the amount pays less a discount, the most that there can be; 0: none. */
static guint
count_discounted (const AcqExplainer *self, const AcqOpenReceipt *receipt, const GArray *candidates,
                  guint from)
{
  gint64 sum = 0;
  guint most = 0;

  for (guint i = from; i < candidates->len && i < from + MAX_DISCOUNTED; i++)
    {
      guint n = i - from + 1;

      sum += rest_of (self, g_array_index (candidates, guint, i));
      if (n >= 2 && sum > receipt->amount && is_discounted_sum (sum, receipt->amount, n)
          && is_no_accident (receipt, candidates->len, n, sum))
        most = n;
    }
  return most;
}

/* Neighbouring invoices less a discount for early payment or a retention on all of them. */
static AcqExplanation *
explain_discounted_sum (const AcqExplainer *self, const AcqOpenReceipt *receipt, const AcqPayer *payer,
                        const GArray *candidates)
{
  g_autoptr (GArray) run = g_array_new (FALSE, FALSE, sizeof (guint));
  guint most = 0, start = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      guint n = count_discounted (self, receipt, candidates, i);

      start = n > most ? i : start;
      most = MAX (most, n);
    }
  if (most == 0)
    return NULL;
  g_array_append_vals (run, &g_array_index (candidates, guint, start), most);
  return new_short (self, receipt, payer, ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_DISCOUNT), run);
}

/* Short of one invoice by no more than a bank takes. */
static AcqExplanation *
explain_fee (const AcqExplainer *self, const AcqOpenReceipt *receipt, const AcqPayer *payer,
             const GArray *candidates)
{
  gint64 least = MAX_BANK_FEE + 1;
  guint nearest = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      guint item = g_array_index (candidates, guint, i);
      gint64 missing = acq_open_items_get (self->items, item)->rest - receipt->amount;

      if (missing <= 0 || missing >= least || missing > receipt->amount / 2)
        continue;
      least = missing;
      nearest = item;
    }
  return least > MAX_BANK_FEE ? NULL : new_single (payer, ACQ_EVIDENCE_BANK_FEE, nearest, receipt->amount);
}

/* "Acompte": a usual share of one invoice. */
static AcqExplanation *
explain_deposit (const AcqExplainer *self, const AcqOpenReceipt *receipt, const AcqPayer *payer,
                 const GArray *candidates)
{
  for (guint i = 0; receipt->label->says_deposit && i < G_N_ELEMENTS (usual_shares); i++)
    for (guint j = 0; j < candidates->len; j++)
      {
        guint item = g_array_index (candidates, guint, j);
        const AcqOpenItem *open = acq_open_items_get (self->items, item);

        if (open->rest > receipt->amount
            && ABS (share_of (open->invoice->total, usual_shares[i]) - receipt->amount) <= 1)
          return new_single (payer, ACQ_EVIDENCE_PARTIAL_DEPOSIT_WORDS, item, receipt->amount);
      }
  return NULL;
}

/* A little more than one invoice: a slip, or something rounded up. */
static AcqExplanation *
explain_excess (const AcqExplainer *self, const AcqOpenReceipt *receipt, const AcqPayer *payer,
                const GArray *candidates)
{
  gint64 least = MAX_EXCESS + 1;
  guint nearest = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      guint item = g_array_index (candidates, guint, i);
      gint64 rest = acq_open_items_get (self->items, item)->rest;
      gint64 excess = receipt->amount - rest;

      if (rest <= 0 || excess <= 0 || excess >= least || excess > rest / 4)
        continue;
      least = excess;
      nearest = item;
    }
  return least > MAX_EXCESS ? NULL
                            : new_single (payer, ACQ_EVIDENCE_PAID_TOO_MUCH, nearest,
                                          acq_open_items_get (self->items, nearest)->rest);
}

static AcqExplanation *
explain_oldest (const AcqExplainer *self, const AcqOpenReceipt *receipt, const AcqPayer *payer,
                const GArray *candidates)
{
  AcqExplanation *explanation = new_partial (payer, ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_DUE_ORDER));
  gint64 left = receipt->amount;

  for (guint i = 0; i < candidates->len && left > 0; i++)
    {
      guint item = g_array_index (candidates, guint, i);
      gint64 rest = acq_open_items_get (self->items, item)->rest;

      if (rest <= 0)
        continue;
      add_part (explanation, item, MIN (rest, left));
      left -= MIN (rest, left);
    }
  if (left == 0)
    return explanation;
  acq_explanation_free (explanation);
  return NULL;
}

/* Somebody's name of which only a part stands there, and who owes a little more or less than just this. */
static AcqExplanation *
explain_hinted (const AcqExplainer *self, const AcqOpenReceipt *receipt, const AcqPayer *payer,
                const GArray *candidates)
{
  guint nearest = 0;
  gint64 least = MAX_BANK_FEE + 1;

  for (guint i = 0; i < candidates->len; i++)
    {
      guint item = g_array_index (candidates, guint, i);
      gint64 missing = acq_open_items_get (self->items, item)->rest - receipt->amount;

      if (missing <= 0 || missing >= least || missing > receipt->amount)
        continue;
      least = missing;
      nearest = item;
    }
  return least > MAX_BANK_FEE ? NULL : new_single (payer, ACQ_EVIDENCE_BANK_FEE, nearest, receipt->amount);
}

typedef AcqExplanation *(*ExplainFunc) (const AcqExplainer *self, const AcqOpenReceipt *receipt,
                                        const AcqPayer *payer, const GArray *candidates);

/* The most telling first; the last two are for want of anything better. */
static const ExplainFunc ways[] = { explain_discount, explain_deposit, explain_discounted_sum, explain_fee,
                                    explain_excess,   explain_hinted,  explain_oldest };
#define N_TELLING_WAYS (G_N_ELEMENTS (ways) - 2)

/* Whether the payer is known well enough to have paid something near what he owes. Of what he owes in all only the first one is
   asked about, if his name is whole. */
static gboolean
is_good (const AcqOpenReceipt *receipt, guint place, ExplainFunc way, gboolean oldest)
{
  const AcqPayer *payer = &g_array_index (receipt->payers, AcqPayer, place);

  if (payer->strength >= ACQ_PAYER_FULL_NAME || payer->guessed)
    return place == 0;
  return oldest && way != explain_oldest
         && payer->coverage >= (way == explain_hinted ? LEAST_COVERAGE : ACQ_PAYER_WHOLE_NAME);
}

AcqExplanation *
acq_explainer_find_partial (const AcqExplainer *self, const AcqOpenReceipt *receipt, gboolean oldest)
{
  AcqExplanation *explanation = explain_named (self, receipt, oldest);
  g_autoptr (GPtrArray) candidates = NULL;

  if (explanation == NULL && receipt->amount > 0)
    explanation = explain_several_named (self, receipt);
  if (explanation != NULL || receipt->amount <= 0)
    return explanation;
  candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < receipt->payers->len && i < MAX_PAYERS; i++)
    g_ptr_array_add (candidates, acq_open_items_of_customer (
                                   self->items, g_array_index (receipt->payers, AcqPayer, i).customer,
                                   receipt->entry->booked, receipt->part->currency, MAX_ITEMS));
  for (guint i = 0; i < (oldest ? G_N_ELEMENTS (ways) : N_TELLING_WAYS); i++)
    for (guint j = 0; explanation == NULL && j < candidates->len; j++)
      if (is_good (receipt, j, ways[i], oldest))
        explanation
          = ways[i](self, receipt, &g_array_index (receipt->payers, AcqPayer, j), candidates->pdata[j]);
  return explanation;
}
