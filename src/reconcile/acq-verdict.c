/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-verdict.h"

#include <string.h>

#define MAX_RIVAL_CHANCE 0.2
#define MAX_ITEMS        400
/* Short numbers of invoices that are older than this are not taken for references. */
#define REFERENCE_DAYS 400

static const AcqOpenItem *
part_item (const AcqVerdict *self, const AcqExplanation *explanation, guint index)
{
  return acq_open_items_get (self->items, g_array_index (explanation->parts, AcqPart, index).item);
}

static gboolean
has_strange_reference (const AcqOpenReceipt *receipt, const AcqExplanation *best)
{
  if (receipt->references->unknown)
    return TRUE;
  for (guint i = 0; i < receipt->references->items->len; i++)
    if (!acq_explanation_has_item (best, g_array_index (receipt->references->items, guint, i)))
      return TRUE;
  return FALSE;
}

static gboolean
number_is_in (const AcqVerdict *self, const AcqExplanation *best, const char *digits)
{
  for (guint i = 0; i < best->parts->len; i++)
    if (acq_number_has_end (part_item (self, best, i)->invoice->number, digits))
      return TRUE;
  return FALSE;
}

static gboolean
is_other_invoice (const AcqVerdict *self, const AcqOpenReceipt *receipt, guint customer, const char *digits)
{
  AcqDay booked = receipt->entry->booked;
  guint n;
  const guint *all = acq_open_items_all_of_customer (self->items, customer, &n);

  for (guint i = 0; i < n; i++)
    {
      const AcqInvoice *invoice = acq_open_items_get (self->items, all[i])->invoice;

      if (invoice->issued <= booked && invoice->issued >= booked - REFERENCE_DAYS
          && acq_number_has_end (invoice->number, digits))
        return TRUE;
    }
  return FALSE;
}

/* "…0027" beside a payer whose invoice 27 is another one than what the amount says, be it open or paid. */
static gboolean
has_strange_short_reference (const AcqVerdict *self, const AcqOpenReceipt *receipt,
                             const AcqExplanation *best)
{
  const GPtrArray *numbers = receipt->references->short_numbers;

  for (guint i = 0; i < numbers->len; i++)
    if (strlen (numbers->pdata[i]) >= 2 && !number_is_in (self, best, numbers->pdata[i])
        && is_other_invoice (self, receipt, best->customer, numbers->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_twin_of_part (const AcqVerdict *self, const AcqExplanation *best, guint item)
{
  gint64 rest = acq_open_items_get (self->items, item)->rest;

  if (acq_explanation_has_item (best, item))
    return FALSE;
  for (guint i = 0; i < best->parts->len; i++)
    if (part_item (self, best, i)->rest == rest)
      return TRUE;
  return FALSE;
}

/* An open item of the same customer and amount outside the explanation: which of them was paid? */
static gboolean
has_twin (const AcqVerdict *self, const AcqOpenReceipt *receipt, const AcqExplanation *best)
{
  g_autoptr (GArray) open = acq_open_items_of_customer (self->items, best->customer, receipt->entry->booked,
                                                        receipt->part->currency, MAX_ITEMS);

  for (guint i = 0; i < open->len; i++)
    if (is_twin_of_part (self, best, g_array_index (open, guint, i)))
      return TRUE;
  return open->len == MAX_ITEMS;
}

static gboolean
is_in_flight (const AcqVerdict *self, const AcqExplanation *best)
{
  for (guint i = 0; i < best->parts->len; i++)
    if (g_hash_table_contains (self->in_flight,
                               GUINT_TO_POINTER (g_array_index (best->parts, AcqPart, i).item + 1)))
      return TRUE;
  return FALSE;
}

/* Another explanation that a careful bookkeeper would have to weigh against this one. */
static gboolean
is_rival (const AcqExplanation *best, const AcqExplanation *other)
{
  if (other == best)
    return FALSE;
  if (other->customer == best->customer || other->customer == ACQ_NO_CUSTOMER)
    return TRUE;
  if (other->by_reference)
    return TRUE;
  if (other->payer.strength >= ACQ_PAYER_HINT)
    return other->kind <= ACQ_SUM_RUN || other->chance < MAX_RIVAL_CHANCE;
  return best->payer.third_party || best->payer.strength == ACQ_PAYER_PATTERN;
}

static gboolean
has_rival (const AcqVerdict *self, const AcqOpenReceipt *receipt, const GPtrArray *explanations,
           const AcqExplanation *best)
{
  const GArray *same = acq_open_items_of_amount (self->items, receipt->amount);

  for (guint i = 0; i < explanations->len; i++)
    if (is_rival (best, explanations->pdata[i]))
      return TRUE;
  /* Strangers' items of so common an amount are not among the explanations. */
  return (best->payer.third_party || best->payer.strength == ACQ_PAYER_PATTERN) && same != NULL
         && same->len > ACQ_MAX_SAME_AMOUNT;
}

/* Somebody else is as likely behind these words, whether or not he owes such a sum. */
static gboolean
has_rival_payer (const AcqOpenReceipt *receipt, const AcqExplanation *best)
{
  for (guint i = 0; i < receipt->payers->len; i++)
    {
      const AcqPayer *payer = &g_array_index (receipt->payers, AcqPayer, i);

      if (payer->customer == best->customer)
        continue;
      if (payer->strength >= MIN (best->payer.strength, ACQ_PAYER_KNOWN))
        return TRUE;
    }
  return FALSE;
}

/* A payer who was confirmed pays what he owes: even a common price is then more than an accident. */
static gboolean
is_no_coincidence (const AcqVerdict *self, const AcqExplanation *best)
{
  const AcqCertaintyRules *rules = &self->rules;

  switch (best->kind)
    {
    case ACQ_SUM_SINGLE:
      return best->chance
             < 1.0 / (best->payer.strength >= ACQ_PAYER_KNOWN ? rules->known_odds : rules->single_odds);
    case ACQ_SUM_WHOLE:
    case ACQ_SUM_RUN:
      return best->chance < 1.0 / rules->run_odds;
    case ACQ_SUM_RUN_LESS_ONE:
    case ACQ_SUM_SUBSET:
    default:
      return FALSE;
    }
}

static gboolean
payer_proves (const AcqVerdict *self, const AcqPayer *payer)
{
  switch (payer->strength)
    {
    case ACQ_PAYER_FULL_NAME:
      return self->rules.names_prove && !payer->crowded;
    case ACQ_PAYER_PATTERN:
      return self->rules.patterns_prove;
    case ACQ_PAYER_KNOWN:
    case ACQ_PAYER_IBAN:
      return self->rules.learned_prove;
    case ACQ_PAYER_NOBODY:
    case ACQ_PAYER_HINT:
    default:
      return FALSE;
    }
}

/* Nobody pays what he was not billed yet; but the same sum may be sent twice by a slip. */
static gboolean
is_billed (const AcqVerdict *self, const AcqOpenReceipt *receipt, const AcqExplanation *best)
{
  for (guint i = 0; i < best->parts->len; i++)
    if (part_item (self, best, i)->invoice->issued > receipt->entry->booked)
      return FALSE;
  return TRUE;
}

static gboolean
is_sure_by_payer (const AcqVerdict *self, const AcqOpenReceipt *receipt, const GPtrArray *explanations,
                  const AcqExplanation *best)
{
  return payer_proves (self, &best->payer) && !best->hidden_pair && is_billed (self, receipt, best)
         && is_no_coincidence (self, best) && !has_twin (self, receipt, best)
         && !has_rival (self, receipt, explanations, best) && !has_rival_payer (receipt, best)
         && !has_strange_short_reference (self, receipt, best);
}

/* A wrong reference is copied from an older order now and then: not when the payer himself owes just this. */
static gboolean
payer_owes_the_same (const AcqOpenReceipt *receipt, const GPtrArray *explanations, const AcqExplanation *best)
{
  for (guint i = 0; i < explanations->len; i++)
    {
      const AcqExplanation *other = explanations->pdata[i];

      if (other != best && other->exact && other->customer != best->customer
          && other->payer.strength >= ACQ_PAYER_FULL_NAME
          && (other->kind == ACQ_SUM_SINGLE || other->chance < MAX_RIVAL_CHANCE))
        return TRUE;
    }
  return FALSE;
}

/* From a payer whom nobody knows, a copied reference may meet a common price: the amount must be rare, and one customer's. */
static gboolean
is_rare_amount (const AcqVerdict *self, const AcqOpenReceipt *receipt, const AcqExplanation *best)
{
  const GArray *same = acq_open_items_of_amount (self->items, receipt->amount);

  for (guint i = 0; same != NULL && i < same->len; i++)
    if (!acq_explanation_has_item (best, g_array_index (same, guint, i)))
      return FALSE;
  return acq_amount_sums_distinct_prices (receipt->amount) > self->rules.run_odds;
}

/* A name that many bear tells little by itself, but whole and beside a whole reference it does, if nobody else fits as well. */
static gboolean
is_best_namesake (const AcqVerdict *self, const AcqOpenReceipt *receipt, const AcqExplanation *best)
{
  if (!self->rules.names_prove || best->payer.strength != ACQ_PAYER_HINT
      || best->payer.coverage < ACQ_PAYER_WHOLE_NAME)
    return FALSE;
  for (guint i = 0; i < receipt->payers->len; i++)
    {
      const AcqPayer *payer = &g_array_index (receipt->payers, AcqPayer, i);

      if (payer->customer != best->customer
          && (payer->strength > ACQ_PAYER_HINT || payer->coverage >= best->payer.coverage))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_sure_by_reference (const AcqVerdict *self, const AcqOpenReceipt *receipt, const GPtrArray *explanations,
                      const AcqExplanation *best)
{
  if (payer_owes_the_same (receipt, explanations, best))
    return FALSE;
  return payer_proves (self, &best->payer) || is_best_namesake (self, receipt, best)
         || (self->rules.strangers_prove && is_rare_amount (self, receipt, best));
}

static gboolean
is_within_limits (const AcqVerdict *self, const AcqOpenReceipt *receipt)
{
  const AcqCertaintyRules *rules = &self->rules;

  return receipt->amount >= rules->least_amount
         && (rules->greatest_amount == 0 || receipt->amount <= rules->greatest_amount);
}

/* What an invoice got too much is seldom set against another by the payer, and who writes "acompte" pays a part of one. */
static gboolean
nets_strangely (const AcqVerdict *self, const AcqOpenReceipt *receipt, const AcqExplanation *best)
{
  for (guint i = 0; i < best->parts->len; i++)
    if (g_array_index (best->parts, AcqPart, i).amount < 0
        && !acq_invoice_is_credit_note (part_item (self, best, i)->invoice))
      return TRUE;
  return best->parts->len > 1 && receipt->label->says_deposit;
}

gboolean
acq_verdict_is_sure (const AcqVerdict *self, const AcqOpenReceipt *receipt, const GPtrArray *explanations)
{
  const AcqExplanation *best = explanations->pdata[0];

  if (!best->exact || best->customer == ACQ_NO_CUSTOMER || !is_within_limits (self, receipt)
      || (best->parts->len > 1 && !self->rules.sums_are_sure) || receipt->label->cheque_deposit
      || has_strange_reference (receipt, best) || is_in_flight (self, best)
      || nets_strangely (self, receipt, best) || acq_recorded_money_may_be (self->recorded, receipt, best))
    return FALSE;
  if (best->by_reference)
    return is_sure_by_reference (self, receipt, explanations, best);
  return receipt->part->means != ACQ_MEANS_CARD && is_sure_by_payer (self, receipt, explanations, best);
}

gboolean
acq_verdict_is_sure_deposit (const AcqVerdict *self, const AcqOpenReceipt *receipt,
                             const AcqExplanation *partial)
{
  return self->rules.deposits_are_sure && partial->by_reference && receipt->label->says_deposit
         && payer_proves (self, &partial->payer) && !partial->payer.third_party
         && is_within_limits (self, receipt) && !has_strange_reference (receipt, partial)
         && !is_in_flight (self, partial) && !has_rival_payer (receipt, partial)
         && !acq_recorded_money_may_be (self->recorded, receipt, partial);
}

/* The money of any of the drawers may have been told of already. */
static gboolean
slip_may_be_recorded (const AcqVerdict *self, const AcqOpenReceipt *receipt, const AcqExplanation *slip)
{
  AcqExplanation question = *slip;

  for (guint i = 0; i < slip->parts->len; i++)
    {
      question.customer = part_item (self, slip, i)->customer;
      if (acq_recorded_money_may_be (self->recorded, receipt, &question))
        return TRUE;
    }
  return FALSE;
}

gboolean
acq_verdict_allows_slip (const AcqVerdict *self, const AcqOpenReceipt *receipt, const AcqExplanation *slip)
{
  return is_within_limits (self, receipt) && (slip->parts->len == 1 || self->rules.sums_are_sure)
         && !has_strange_reference (receipt, slip) && !slip_may_be_recorded (self, receipt, slip);
}
