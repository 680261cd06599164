/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-returned-payment.h"

/* Direct debits may be contested for thirteen months, but banks return for want of funds within days. */
#define MAX_DAYS 120
/* What was paid too much is sent back once somebody asks for it. */
#define MAX_SURPLUS_DAYS 365

struct _AcqPastPayments
{
  const AcqOpenItems *items;
  GHashTable *by_amount;  /* gint64 amount to GPtrArray of AcqPastPayment */
  GHashTable *by_surplus; /* gint64 surplus to GPtrArray of AcqPastPayment, borrowed */
};

static void
free_payment (gpointer data)
{
  AcqPastPayment *payment = data;

  g_array_unref (payment->parts);
  g_free (payment);
}

static GPtrArray *
find_list (const AcqPastPayments *self, gint64 amount)
{
  return g_hash_table_lookup (self->by_amount, &amount);
}

static GPtrArray *
get_list (GHashTable *lists, gint64 amount, GDestroyNotify free_member)
{
  GPtrArray *list = g_hash_table_lookup (lists, &amount);
  gint64 *key;

  if (list != NULL)
    return list;
  key = g_new (gint64, 1);
  *key = amount;
  list = g_ptr_array_new_with_free_func (free_member);
  g_hash_table_insert (lists, key, list);
  return list;
}

static AcqPastPayment *
add_payment (AcqPastPayments *self, const AcqTransaction *transaction, AcqDay day, gint64 amount)
{
  AcqPastPayment *payment = g_new0 (AcqPastPayment, 1);
  payment->transaction = transaction;
  payment->day = day;
  payment->amount = amount;
  payment->parts = g_array_new (FALSE, FALSE, sizeof (AcqPart));
  g_ptr_array_add (get_list (self->by_amount, amount, free_payment), payment);
  return payment;
}

/* What is left of one customer's payment; a line for several may lack a part that nobody found. */
static void
file_surplus (AcqPastPayments *self, AcqPastPayment *payment)
{
  gint64 surplus = payment->amount;

  for (guint i = 0; i < payment->parts->len; i++)
    surplus -= g_array_index (payment->parts, AcqPart, i).amount;
  if (payment->parts->len == 0 || surplus <= 0)
    return;
  payment->surplus = surplus;
  g_ptr_array_add (get_list (self->by_surplus, surplus, NULL), payment);
}

/* What one customer's payments in the line come to, for a cheque comes back without the others of its deposit. */
static void
add_share (AcqPastPayments *self, const AcqTransaction *transaction, AcqDay day, const GArray *parts,
           guint first)
{
  guint customer = acq_open_items_get (self->items, g_array_index (parts, AcqPart, first).item)->customer;
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (AcqPart));
  AcqPastPayment *share;
  gint64 sum = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const AcqPart *part = &g_array_index (parts, AcqPart, i);

      if (acq_open_items_get (self->items, part->item)->customer != customer)
        continue;
      if (i < first)
        return;
      sum += part->amount;
      g_array_append_val (own, *part);
    }
  share = add_payment (self, transaction, day, sum);
  share->is_share = TRUE;
  g_array_append_vals (share->parts, own->data, own->len);
}

static void
add_shares (AcqPastPayments *self, const AcqTransaction *transaction, AcqDay day, const GArray *parts)
{
  guint first
    = parts->len > 0 ? acq_open_items_get (self->items, g_array_index (parts, AcqPart, 0).item)->customer : 0;
  gboolean several = FALSE;

  for (guint i = 1; i < parts->len; i++)
    several = several
              || acq_open_items_get (self->items, g_array_index (parts, AcqPart, i).item)->customer != first;
  for (guint i = 0; several && i < parts->len; i++)
    add_share (self, transaction, day, parts, i);
}

static void
add_receipt (AcqPastPayments *self, const AcqReceipt *receipt, GHashTable *transactions)
{
  const AcqTransaction *line = g_hash_table_lookup (transactions, &receipt->transaction_id);
  AcqPastPayment *payment = add_payment (self, line, receipt->day, receipt->amount);

  for (guint i = 0; i < receipt->allocations->len; i++)
    {
      const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, i);
      AcqPart part = { 0, allocation->amount };

      if (acq_open_items_find (self->items, allocation->invoice_id, &part.item))
        g_array_append_val (payment->parts, part);
    }
  file_surplus (self, payment);
  add_shares (self, line, receipt->day, payment->parts);
}

static gboolean
pays_item (const AcqPastPayment *payment, guint item)
{
  for (guint i = 0; i < payment->parts->len; i++)
    if (g_array_index (payment->parts, AcqPart, i).item == item)
      return TRUE;
  return FALSE;
}

/* A receipt below zero has sent back what the latest such payment of its invoice had too much. */
static void
mark_refunded (AcqPastPayments *self, const AcqReceipt *refund, guint item)
{
  const gint64 surplus = -refund->amount;
  const GPtrArray *list = g_hash_table_lookup (self->by_surplus, &surplus);

  for (guint i = list != NULL ? list->len : 0; i > 0; i--)
    {
      AcqPastPayment *payment = list->pdata[i - 1];

      if (payment->refunded || payment->day > refund->day || !pays_item (payment, item))
        continue;
      payment->refunded = TRUE;
      return;
    }
}

/* A receipt below zero has undone the latest payment of its amount before it on the same invoice. */
static void
mark_taken (AcqPastPayments *self, const AcqReceipt *returned)
{
  GPtrArray *list = find_list (self, -returned->amount);
  AcqPastPayment *latest = NULL;
  guint item;

  if (returned->allocations->len == 0
      || !acq_open_items_find (self->items,
                               g_array_index (returned->allocations, AcqAllocation, 0).invoice_id, &item))
    return;
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      AcqPastPayment *payment = list->pdata[i];

      if (!payment->taken && payment->day <= returned->day && pays_item (payment, item)
          && (latest == NULL || payment->day > latest->day))
        latest = payment;
    }
  if (latest != NULL)
    latest->taken = TRUE;
  else
    mark_refunded (self, returned, item);
}

AcqPastPayments *
acq_past_payments_new (const AcqLedger *ledger, const AcqOpenItems *items)
{
  AcqPastPayments *self = g_new0 (AcqPastPayments, 1);
  g_autoptr (GHashTable) transactions = g_hash_table_new (g_int64_hash, g_int64_equal);

  self->items = items;
  self->by_amount
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->by_surplus
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < ledger->transactions->len; i++)
    g_hash_table_insert (transactions, &((AcqTransaction *) ledger->transactions->pdata[i])->id,
                         ledger->transactions->pdata[i]);
  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      const AcqReceipt *receipt = ledger->receipts->pdata[i];

      if (receipt->state == ACQ_RECEIPT_STATE_CREDITED && receipt->amount > 0
          && receipt->allocations->len > 0)
        add_receipt (self, receipt, transactions);
    }
  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      const AcqReceipt *receipt = ledger->receipts->pdata[i];

      if (receipt->state == ACQ_RECEIPT_STATE_CREDITED && receipt->amount < 0)
        mark_taken (self, receipt);
    }
  return self;
}

void
acq_past_payments_free (AcqPastPayments *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_surplus);
  g_hash_table_unref (self->by_amount);
  g_free (self);
}

void
acq_past_payments_add (AcqPastPayments *self, const AcqTransaction *transaction, const GArray *parts)
{
  AcqPastPayment *payment = add_payment (self, transaction, transaction->booked, transaction->amount);

  g_array_append_vals (payment->parts, parts->data, parts->len);
  file_surplus (self, payment);
  add_shares (self, transaction, transaction->booked, parts);
}

static gboolean
is_equal_text (const char *a, const char *b)
{
  return a != NULL && a[0] != '\0' && g_strcmp0 (a, b) == 0;
}

static gboolean
is_of_payer (const AcqPastPayments *self, const AcqOpenReceipt *receipt, const AcqPastPayment *payment)
{
  guint customer = ACQ_NO_CUSTOMER;

  if (payment->parts->len > 0)
    customer = acq_open_items_get (self->items, g_array_index (payment->parts, AcqPart, 0).item)->customer;
  for (guint i = 0; i < receipt->payers->len; i++)
    {
      const AcqPayer *payer = &g_array_index (receipt->payers, AcqPayer, i);

      if (payer->customer == customer && payer->strength >= ACQ_PAYER_FULL_NAME)
        return TRUE;
    }
  return FALSE;
}

static AcqEvidenceSet
compare_bank_lines (const AcqTransaction *returned, const AcqTransaction *paid)
{
  AcqEvidenceSet evidence = 0;

  if (paid == NULL)
    return 0;
  if (is_equal_text (returned->cheque_number, paid->cheque_number))
    evidence |= ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_CHEQUE_NUMBER);
  if (is_equal_text (returned->end_to_end, paid->end_to_end))
    evidence |= ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_END_TO_END_REFERENCE);
  if (is_equal_text (returned->counterparty_iban, paid->counterparty_iban))
    evidence |= ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_PAYER_IBAN);
  return evidence;
}

static AcqEvidenceSet
compare (const AcqPastPayments *self, const AcqOpenReceipt *receipt, const AcqPastPayment *payment)
{
  AcqEvidenceSet evidence = compare_bank_lines (receipt->part, payment->transaction);

  for (guint i = 0; i < receipt->references->items->len; i++)
    if (pays_item (payment, g_array_index (receipt->references->items, guint, i)))
      evidence |= receipt->references->evidence;
  if (is_of_payer (self, receipt, payment))
    evidence |= ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_PAYER_NAME);
  return evidence;
}

/* The line names an invoice, and this payment was for others. */
static gboolean
names_another (const AcqOpenReceipt *receipt, const AcqPastPayment *payment)
{
  const GArray *named = receipt->references->items;

  for (guint i = 0; i < named->len; i++)
    if (pays_item (payment, g_array_index (named, guint, i)))
      return FALSE;
  return named->len > 0;
}

/* A reference or a cheque number names the payment itself; a payer may have paid that sum twice. */
static int
closeness (AcqEvidenceSet evidence)
{
  AcqEvidenceSet payer
    = ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_PAYER_NAME) | ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_PAYER_IBAN);

  return (evidence & ~payer) != 0 ? 2 : evidence != 0 ? 1 : 0;
}

gboolean
acq_past_payments_is_tied (AcqEvidenceSet evidence)
{
  return closeness (evidence) == 2;
}

AcqPastPayment *
acq_past_payments_find_returned (const AcqPastPayments *self, const AcqOpenReceipt *receipt,
                                 AcqEvidenceSet *ret_evidence, gboolean *ret_alone)
{
  const GPtrArray *list = find_list (self, -receipt->amount);
  AcqDay booked = receipt->entry->booked;
  AcqPastPayment *best = NULL;

  *ret_evidence = 0;
  *ret_alone = TRUE;
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      AcqPastPayment *payment = list->pdata[i];
      AcqEvidenceSet evidence;

      if (payment->taken || payment->day > booked || payment->day < booked - MAX_DAYS
          || names_another (receipt, payment))
        continue;
      evidence = compare (self, receipt, payment);
      if (best != NULL && closeness (evidence) < closeness (*ret_evidence))
        continue;
      *ret_alone = best == NULL || closeness (evidence) > closeness (*ret_evidence);
      if (!*ret_alone && payment->day < best->day)
        continue;
      best = payment;
      *ret_evidence = evidence;
    }
  return best;
}

AcqPastPayment *
acq_past_payments_find_overpaid (const AcqPastPayments *self, const AcqOpenReceipt *receipt,
                                 AcqEvidenceSet *ret_evidence)
{
  const gint64 surplus = -receipt->amount;
  const GPtrArray *list = g_hash_table_lookup (self->by_surplus, &surplus);
  AcqDay booked = receipt->entry->booked;
  AcqPastPayment *best = NULL;

  *ret_evidence = 0;
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      AcqPastPayment *payment = list->pdata[i];
      AcqEvidenceSet evidence = compare (self, receipt, payment);

      if (payment->refunded || payment->taken || payment->day > booked
          || payment->day < booked - MAX_SURPLUS_DAYS || names_another (receipt, payment) || evidence == 0
          || closeness (evidence) < closeness (*ret_evidence)
          || (best != NULL && closeness (evidence) == closeness (*ret_evidence) && payment->day < best->day))
        continue;
      best = payment;
      *ret_evidence = evidence;
    }
  return best;
}
