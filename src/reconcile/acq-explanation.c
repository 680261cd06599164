/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-explanation.h"

#include <math.h>
#include <string.h>

#define MAX_PAYERS      8
#define MAX_ITEMS       150
#define MAX_GROUP_ITEMS 60
#define MAX_AMOUNT_ONLY 24
/* Work on one receipt, in additions. */
#define MAX_STEPS          250000
#define MAX_WIDE_STEPS     30000
#define MAX_WIDE_CUSTOMERS 400
#define MAX_SURPRISE       3.0
/* Short numbers in one text, and how old an invoice they may mean. */
#define MAX_ENDS       8
#define MAX_NAMED_DAYS 250

/* Logarithms of how often payments of each kind are what they seem: ledgers with the accountant's lettering. */
static const double kind_weights[] = { -0.5, -1.5, -1.2, -5.0, -4.0 };
static const double strength_weights[] = { 0.0, 3.0, 7.0, 7.0, 8.0, 9.0 };
#define WEIGHT_WHOLE_REFERENCE 10.0
#define WEIGHT_SHORT_REFERENCE 4.0

void
acq_open_receipt_free (AcqOpenReceipt *self)
{
  if (self == NULL)
    return;
  acq_label_free (self->label);
  acq_references_free (self->references);
  g_array_unref (self->payers);
  g_free (self);
}

AcqOpenReceipt *
acq_open_receipt_new (const AcqTransaction *entry, const AcqTransaction *part, gint64 amount,
                      const AcqReferenceIndex *references, const AcqPayerIndex *payers)
{
  AcqOpenReceipt *self = g_new0 (AcqOpenReceipt, 1);

  self->entry = entry;
  self->part = part;
  self->amount = amount;
  self->label = acq_label_read (part);
  self->references = acq_reference_index_read (references, part, self->label);
  self->payers = acq_payer_index_find (payers, part, self->label);
  return self;
}

void
acq_explanation_free (AcqExplanation *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->parts);
  g_array_unref (self->kept);
  g_free (self);
}

gboolean
acq_explanation_has_item (const AcqExplanation *self, guint item)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (g_array_index (self->parts, AcqPart, i).item == item)
      return TRUE;
  return FALSE;
}

AcqExplanation *
acq_explanation_new (void)
{
  AcqExplanation *self = g_new0 (AcqExplanation, 1);

  self->parts = g_array_new (FALSE, FALSE, sizeof (AcqPart));
  self->kept = g_array_new (FALSE, FALSE, sizeof (AcqPart));
  self->customer = ACQ_NO_CUSTOMER;
  self->chance = 1.0;
  return self;
}

static void
add_part (AcqExplanation *self, guint item, gint64 amount)
{
  AcqPart part = { item, amount };

  g_array_append_val (self->parts, part);
  if (amount < 0)
    self->evidence |= ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_CREDIT_NOTE_NETTED);
}

/* The receipt and what has been found for it so far. */
typedef struct
{
  const AcqExplainer *explainer;
  const AcqOpenReceipt *receipt;
  GPtrArray *found;
  guint steps;
} Work;

static AcqDay
booked (const Work *work)
{
  return work->receipt->entry->booked;
}

static gboolean
is_referenced (const AcqOpenReceipt *receipt, guint item)
{
  for (guint i = 0; i < receipt->references->items->len; i++)
    if (g_array_index (receipt->references->items, guint, i) == item)
      return TRUE;
  return FALSE;
}

static gboolean
has_short_reference (const AcqOpenReceipt *receipt, const char *number)
{
  for (guint i = 0; i < receipt->references->short_numbers->len; i++)
    if (acq_number_has_end (number, receipt->references->short_numbers->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Whole or short references to the parts; credit notes are seldom named beside the invoices they reduce. */
static void
weigh_references (const Work *work, AcqExplanation *self)
{
  guint whole = 0, shortened = 0, invoices = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const AcqPart *part = &g_array_index (self->parts, AcqPart, i);

      invoices += part->amount > 0 ? 1 : 0;
      if (is_referenced (work->receipt, part->item))
        whole += part->amount > 0 ? 1 : 0;
      else if (part->amount > 0
               && has_short_reference (
                 work->receipt, acq_open_items_get (work->explainer->items, part->item)->invoice->number))
        shortened++;
    }
  self->by_reference = invoices > 0 && whole == invoices;
  if (whole > 0)
    self->evidence |= work->receipt->references->evidence;
  if (shortened > 0 && self->payer.strength > ACQ_PAYER_NOBODY)
    self->evidence |= ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_SHORT_REFERENCE);
  if (invoices > 0)
    self->weight += (WEIGHT_WHOLE_REFERENCE * whole + WEIGHT_SHORT_REFERENCE * shortened) / invoices;
}

static void
weigh_day (const Work *work, AcqExplanation *self)
{
  double surprise = 0.0;
  gboolean usual = TRUE;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const AcqPart *part = &g_array_index (self->parts, AcqPart, i);
      double one = acq_payment_habits_surprise (work->explainer->habits, part->item, booked (work));

      surprise += MIN (one, MAX_SURPRISE) / self->parts->len;
      usual = usual && acq_payment_habits_agree (work->explainer->habits, part->item, booked (work));
    }
  if (usual)
    self->evidence |= ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_USUAL_DELAY);
  self->weight -= surprise * surprise / 2;
}

static void
add_exact_evidence (AcqExplanation *self)
{
  if (self->exact)
    self->evidence
      |= ACQ_EVIDENCE_BIT (self->parts->len == 1 ? ACQ_EVIDENCE_EXACT_AMOUNT : ACQ_EVIDENCE_EXACT_SUM);
  if (self->exact && self->parts->len > 1 && self->kind == ACQ_SUM_WHOLE)
    self->evidence |= ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_WHOLE_BALANCE);
  if (self->exact && self->parts->len > 1 && self->kind == ACQ_SUM_RUN)
    self->evidence |= ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_CONTIGUOUS_RUN);
}

static gboolean
is_same (const AcqExplanation *a, const AcqExplanation *b)
{
  if (a->parts->len != b->parts->len)
    return FALSE;
  for (guint i = 0; i < a->parts->len; i++)
    if (!acq_explanation_has_item (b, g_array_index (a->parts, AcqPart, i).item))
      return FALSE;
  return TRUE;
}

/* Weighs it and keeps it unless the same was found by another way, which then is the better founded one. */
static void
keep (Work *work, AcqExplanation *explanation, double tries)
{
  for (guint i = 0; i < work->found->len; i++)
    if (is_same (work->found->pdata[i], explanation))
      {
        acq_explanation_free (explanation);
        return;
      }
  if (explanation->payer.strength > ACQ_PAYER_NOBODY)
    explanation->evidence |= acq_payer_evidence (&explanation->payer);
  add_exact_evidence (explanation);
  explanation->weight += kind_weights[explanation->kind] + strength_weights[explanation->payer.strength]
                         - log (MAX (1.0, tries));
  explanation->weight -= explanation->hidden_pair ? 3.0 : 0.0;
  weigh_references (work, explanation);
  weigh_day (work, explanation);
  g_ptr_array_add (work->found, explanation);
}

AcqPayer
acq_open_receipt_find_payer (const AcqOpenReceipt *receipt, guint customer)
{
  for (guint i = 0; i < receipt->payers->len; i++)
    if (g_array_index (receipt->payers, AcqPayer, i).customer == customer)
      return g_array_index (receipt->payers, AcqPayer, i);
  return (AcqPayer){ .customer = customer, .strength = ACQ_PAYER_NOBODY };
}

static guint
common_customer (const AcqOpenItems *items, const AcqExplanation *self)
{
  guint customer = ACQ_NO_CUSTOMER;

  for (guint i = 0; i < self->parts->len; i++)
    {
      guint one = acq_open_items_get (items, g_array_index (self->parts, AcqPart, i).item)->customer;

      if (customer != ACQ_NO_CUSTOMER && one != customer)
        return ACQ_NO_CUSTOMER;
      customer = one;
    }
  return customer;
}

/* All invoices that the label names by their whole number and that are still open. */
static GArray *
collect_referenced (const Work *work)
{
  const GArray *all = work->receipt->references->items;
  GArray *open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < all->len; i++)
    {
      guint item = g_array_index (all, guint, i);

      if (acq_open_items_is_candidate (work->explainer->items, item, booked (work),
                                       work->receipt->part->currency))
        g_array_append_val (open, item);
    }
  return open;
}

static void
explain_by_references (Work *work)
{
  g_autoptr (GArray) named = collect_referenced (work);
  AcqOpenItems *items = work->explainer->items;
  AcqExplanation *explanation;
  gint64 rest = 0, expected = 0;

  for (guint i = 0; i < named->len; i++)
    {
      rest += acq_open_items_get (items, g_array_index (named, guint, i))->rest;
      expected += acq_open_items_expected (items, g_array_index (named, guint, i), booked (work));
    }
  if (named->len == 0 || (rest != work->receipt->amount && expected != work->receipt->amount))
    return;
  explanation = acq_explanation_new ();
  for (guint i = 0; i < named->len; i++)
    {
      guint item = g_array_index (named, guint, i);

      add_part (explanation, item,
                rest == work->receipt->amount ? acq_open_items_get (items, item)->rest
                                              : acq_open_items_expected (items, item, booked (work)));
    }
  explanation->exact = TRUE;
  explanation->kind = named->len == 1 ? ACQ_SUM_SINGLE : ACQ_SUM_RUN;
  explanation->chance = 0.0;
  explanation->customer = common_customer (items, explanation);
  if (explanation->customer != ACQ_NO_CUSTOMER)
    explanation->payer = acq_open_receipt_find_payer (work->receipt, explanation->customer);
  keep (work, explanation, 1.0);
}

/* The place of the invoice that the note takes back in full: the one that it names, or the latest of that amount. */
static guint
find_cancelled (const AcqOpenItems *items, const GArray *candidates, guint note, const gboolean *marked)
{
  const AcqOpenItem *credit = acq_open_items_get (items, g_array_index (candidates, guint, note));
  guint found = candidates->len;

  for (guint i = 0; i < candidates->len; i++)
    {
      const AcqOpenItem *other = acq_open_items_get (items, g_array_index (candidates, guint, i));

      if (marked[i] || other->rest != -credit->rest || other->invoice->issued > credit->invoice->issued)
        continue;
      found = i;
      if (g_strcmp0 (credit->invoice->corrects, other->invoice->number) == 0)
        break;
    }
  return found;
}

/* Marks each credit note and the invoice that it may have cancelled. */
static gboolean
mark_cancelled_pairs (const AcqOpenItems *items, const GArray *candidates, gboolean *marked)
{
  gboolean any = FALSE;

  for (guint i = 0; i < candidates->len; i++)
    {
      guint cancelled;

      if (acq_open_items_get (items, g_array_index (candidates, guint, i))->rest >= 0)
        continue;
      cancelled = find_cancelled (items, candidates, i, marked);
      if (cancelled < candidates->len)
        marked[i] = marked[cancelled] = any = TRUE;
    }
  return any;
}

static void
keep_sum (Work *work, const AcqPayer *payer, const AcqAmountSum *sum, const GArray *places, gboolean hidden,
          guint n)
{
  AcqExplanation *explanation = acq_explanation_new ();
  double tries = sum->chance;

  for (guint i = 0; i < sum->members->len; i++)
    {
      guint item = g_array_index (places, guint, g_array_index (sum->members, guint, i));

      add_part (explanation, item, acq_open_items_expected (work->explainer->items, item, booked (work)));
    }
  explanation->exact = TRUE;
  explanation->kind = sum->kind;
  explanation->chance = sum->chance;
  explanation->hidden_pair = hidden;
  explanation->customer = common_customer (work->explainer->items, explanation);
  explanation->payer = *payer;
  tries = sum->kind == ACQ_SUM_SINGLE ? n : sum->kind == ACQ_SUM_WHOLE ? 1.0 : (double) n * n / 2;
  if (sum->kind >= ACQ_SUM_RUN_LESS_ONE)
    tries *= n * pow (2.0, sum->members->len);
  keep (work, explanation, tries);
}

/* Makes up the receipt from these items, all of them or those that are not marked. Returns whether it found a way. */
static gboolean
explain_by_sums (Work *work, const AcqPayer *payer, const GArray *candidates, const gboolean *marked,
                 gboolean hidden)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) sums = NULL;

  for (guint i = 0; i < candidates->len; i++)
    {
      guint item = g_array_index (candidates, guint, i);
      gint64 amount = acq_open_items_expected (work->explainer->items, item, booked (work));

      if (marked != NULL && marked[i])
        continue;
      g_array_append_val (places, item);
      g_array_append_val (amounts, amount);
    }
  sums = acq_amount_sums_find ((const gint64 *) (const void *) amounts->data, amounts->len,
                               work->receipt->amount, &work->steps);
  for (guint i = 0; i < sums->len; i++)
    keep_sum (work, payer, sums->pdata[i], places, hidden, places->len);
  return sums->len > 0;
}

static void
explain_by_parts (Work *work, const AcqPayer *payer, const GArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      guint item = g_array_index (candidates, guint, i);
      AcqExplanation *explanation;

      /* The rest without retention is among the sums already; all of it with the retention is not. */
      if (!acq_open_items_is_part (work->explainer->items, item, work->receipt->amount, booked (work))
          && acq_open_items_get (work->explainer->items, item)->rest != work->receipt->amount)
        continue;
      explanation = acq_explanation_new ();
      add_part (explanation, item, work->receipt->amount);
      explanation->customer = payer->customer;
      explanation->payer = *payer;
      explanation->exact = acq_open_items_get (work->explainer->items, item)->rest == work->receipt->amount;
      explanation->evidence = ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_EXACT_DUE_ITEM);
      explanation->weight = -1.0;
      keep (work, explanation, candidates->len);
    }
}

/* "27-28-31" or "27 à 31" beside a payer whose items end so: these and no others. */
static void
explain_by_short_references (Work *work, const AcqPayer *payer, const GArray *candidates)
{
  const AcqReferences *references = work->receipt->references;
  guint n = references->short_numbers->len;
  gint64 low = 0, high = -1, sum = 0;
  AcqExplanation *explanation;

  if (n == 0)
    return;
  if (references->is_range)
    {
      low = g_ascii_strtoll (references->short_numbers->pdata[0], NULL, 10);
      high = g_ascii_strtoll (references->short_numbers->pdata[1], NULL, 10);
    }
  explanation = acq_explanation_new ();
  for (guint i = 0; i < candidates->len; i++)
    {
      guint item = g_array_index (candidates, guint, i);
      const AcqOpenItem *open = acq_open_items_get (work->explainer->items, item);
      gboolean named = has_short_reference (work->receipt, open->invoice->number);

      for (gint64 number = low + 1; !named && number < high && high - low < 100; number++)
        {
          g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);

          named = acq_number_has_end (open->invoice->number, digits);
        }
      if (!named)
        continue;
      add_part (explanation, item, open->rest);
      sum += open->rest;
    }
  if (explanation->parts->len == 0 || sum != work->receipt->amount)
    {
      acq_explanation_free (explanation);
      return;
    }
  explanation->exact = TRUE;
  explanation->kind = explanation->parts->len == 1 ? ACQ_SUM_SINGLE : ACQ_SUM_RUN;
  explanation->chance = 1.0 / acq_amount_sums_distinct_prices (sum);
  explanation->customer = payer->customer;
  explanation->payer = *payer;
  explanation->evidence = ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_SHORT_REFERENCE);
  explanation->weight = WEIGHT_SHORT_REFERENCE;
  keep (work, explanation, 1.0);
}

static void
explain_by_payer (Work *work, const AcqPayer *payer)
{
  g_autoptr (GArray) candidates = acq_open_items_of_customer (
    work->explainer->items, payer->customer, booked (work), work->receipt->part->currency, MAX_ITEMS);
  g_autofree gboolean *marked = g_new0 (gboolean, candidates->len + 1);
  gboolean pairs;

  if (candidates->len == 0)
    return;
  explain_by_short_references (work, payer, candidates);
  pairs = mark_cancelled_pairs (work->explainer->items, candidates, marked);
  if (!pairs)
    explain_by_sums (work, payer, candidates, NULL, FALSE);
  else if (!explain_by_sums (work, payer, candidates, marked, FALSE))
    explain_by_sums (work, payer, candidates, NULL, TRUE);
  explain_by_parts (work, payer, candidates);
}

/* The latest open invoice of anybody with that end; FALSE where there is none. */
static gboolean
find_by_end (const Work *work, const char *digits, guint *ret_item)
{
  AcqOpenItems *items = work->explainer->items;
  gboolean found = FALSE;

  for (guint i = acq_open_items_n (items); i > 0 && !found; i--)
    {
      const AcqOpenItem *open = acq_open_items_get (items, i - 1);

      *ret_item = i - 1;
      found = open->rest > 0 && open->invoice->issued > booked (work) - MAX_NAMED_DAYS
              && acq_open_items_is_candidate (items, i - 1, booked (work), work->receipt->part->currency)
              && acq_number_has_end (open->invoice->number, digits);
    }
  return found;
}

/* "0784 + 0793 + 0794" from one whom nobody knows: what these numbers ask for together is no accident. */
static void
explain_by_ends (Work *work)
{
  const AcqReferences *references = work->receipt->references;
  g_autoptr (GArray) named = collect_referenced (work);
  AcqExplanation *explanation;
  gint64 sum = 0;

  if (references->short_numbers->len == 0 || named->len + references->short_numbers->len < 2
      || references->short_numbers->len > MAX_ENDS)
    return;
  for (guint i = 0; i < references->short_numbers->len; i++)
    {
      guint item;

      if (find_by_end (work, references->short_numbers->pdata[i], &item))
        g_array_append_val (named, item);
    }
  explanation = acq_explanation_new ();
  for (guint i = 0; i < named->len; i++)
    if (!acq_explanation_has_item (explanation, g_array_index (named, guint, i)))
      {
        add_part (explanation, g_array_index (named, guint, i),
                  acq_open_items_get (work->explainer->items, g_array_index (named, guint, i))->rest);
        sum += g_array_index (explanation->parts, AcqPart, explanation->parts->len - 1).amount;
      }
  if (explanation->parts->len < 2 || sum != work->receipt->amount)
    {
      acq_explanation_free (explanation);
      return;
    }
  explanation->exact = TRUE;
  explanation->kind = ACQ_SUM_RUN;
  explanation->chance = 1.0 / acq_amount_sums_distinct_prices (sum);
  explanation->customer = common_customer (work->explainer->items, explanation);
  if (explanation->customer != ACQ_NO_CUSTOMER)
    explanation->payer = acq_open_receipt_find_payer (work->receipt, explanation->customer);
  explanation->evidence = ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_SHORT_REFERENCE);
  explanation->weight = WEIGHT_SHORT_REFERENCE;
  explanation->by_ends = TRUE;
  keep (work, explanation, 1.0);
}

static int
compare_issue (gconstpointer a, gconstpointer b, gpointer data)
{
  const AcqOpenItems *items = data;
  const AcqInvoice *first = acq_open_items_get (items, *(const guint *) a)->invoice;
  const AcqInvoice *second = acq_open_items_get (items, *(const guint *) b)->invoice;

  if (first->issued != second->issued)
    return first->issued < second->issued ? -1 : 1;
  return strcmp (first->number, second->number);
}

/* One who pays for several customers at once: the items of all whom these words or this account stand for. */
static void
explain_by_group (Work *work)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint));
  const GArray *payers = work->receipt->payers;
  AcqPayer first = { .customer = ACQ_NO_CUSTOMER };
  guint n = 0;

  for (guint i = 0; i < payers->len && i < MAX_PAYERS; i++)
    {
      const AcqPayer *payer = &g_array_index (payers, AcqPayer, i);
      g_autoptr (GArray) some = NULL;

      if (payer->strength < ACQ_PAYER_KNOWN
          && !(payer->third_party && payer->strength >= ACQ_PAYER_FULL_NAME))
        continue;
      if (n++ == 0)
        first = *payer;
      some = acq_open_items_of_customer (work->explainer->items, payer->customer, booked (work),
                                         work->receipt->part->currency, MAX_GROUP_ITEMS);
      g_array_append_vals (all, some->data, some->len);
    }
  if (n < 2 || all->len > MAX_GROUP_ITEMS)
    return;
  g_array_sort_with_data (all, compare_issue, work->explainer->items);
  explain_by_sums (work, &first, all, NULL, FALSE);
}

static void
explain_by_amount (Work *work)
{
  AcqOpenItems *items = work->explainer->items;
  const GArray *same = acq_open_items_of_amount (items, work->receipt->amount);
  guint n = 0;

  if (same == NULL || same->len > ACQ_MAX_SAME_AMOUNT)
    return;
  for (guint i = 0; i < same->len && n < MAX_AMOUNT_ONLY; i++)
    {
      guint item = g_array_index (same, guint, i);
      AcqExplanation *explanation;

      if (!acq_open_items_is_candidate (items, item, booked (work), work->receipt->part->currency))
        continue;
      explanation = acq_explanation_new ();
      add_part (explanation, item, work->receipt->amount);
      explanation->exact = TRUE;
      explanation->customer = acq_open_items_get (items, item)->customer;
      explanation->payer.customer = explanation->customer;
      keep (work, explanation, same->len);
      n++;
    }
}

/* Neighbouring items of anybody: with nothing else to go by, an exact sum is worth a question. */
static void
explain_widely (Work *work)
{
  guint n = acq_open_items_n_customers (work->explainer->items);

  if (n > MAX_WIDE_CUSTOMERS)
    return;
  work->steps = MAX_WIDE_STEPS;
  for (guint customer = 0; customer < n && work->steps > 0; customer++)
    {
      g_autoptr (GArray) candidates = acq_open_items_of_customer (
        work->explainer->items, customer, booked (work), work->receipt->part->currency, MAX_GROUP_ITEMS);
      AcqPayer nobody = { .customer = customer };

      work->steps -= MIN (work->steps, 10);
      if (candidates->len >= 2)
        explain_by_sums (work, &nobody, candidates, NULL, FALSE);
    }
}

static guint
first_item (const AcqExplanation *self)
{
  return g_array_index (self->parts, AcqPart, 0).item;
}

static int
compare_explanations (gconstpointer a, gconstpointer b)
{
  const AcqExplanation *first = *(AcqExplanation *const *) a, *second = *(AcqExplanation *const *) b;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  return first_item (first) < first_item (second) ? -1 : first_item (first) > first_item (second);
}

/* Of several singles of one customer the oldest is proposed, whatever his habits say. */
static void
prefer_oldest_twins (const Work *work)
{
  for (guint i = 0; i < work->found->len; i++)
    for (guint j = 0; j < work->found->len; j++)
      {
        AcqExplanation *a = work->found->pdata[i], *b = work->found->pdata[j];
        guint one = first_item (a), other = first_item (b);

        if (a->parts->len == 1 && b->parts->len == 1 && a->customer == b->customer
            && a->by_reference == b->by_reference && a->exact == b->exact
            && compare_issue (&one, &other, work->explainer->items) < 0)
          a->weight = MAX (a->weight, b->weight + 0.01);
      }
}

GPtrArray *
acq_explainer_find (const AcqExplainer *self, const AcqOpenReceipt *receipt, gboolean wide)
{
  Work work
    = { self, receipt, g_ptr_array_new_with_free_func ((GDestroyNotify) acq_explanation_free), MAX_STEPS };

  if (receipt->amount <= 0)
    return work.found;
  explain_by_references (&work);
  for (guint i = 0; i < receipt->payers->len && i < MAX_PAYERS; i++)
    explain_by_payer (&work, &g_array_index (receipt->payers, AcqPayer, i));
  explain_by_group (&work);
  if (work.found->len == 0)
    explain_by_ends (&work);
  explain_by_amount (&work);
  if (wide && work.found->len == 0)
    explain_widely (&work);
  prefer_oldest_twins (&work);
  g_ptr_array_sort (work.found, compare_explanations);
  return work.found;
}
