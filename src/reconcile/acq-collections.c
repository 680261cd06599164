/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-collections.h"

#include <math.h>

#include "acq-cheque-deposit.h"
#include "acq-payout-tariff.h"
#include "acq-subset-choice.h"

#define MAX_CANDIDATES 48
#define MAX_AGE_DAYS   150
#define MAX_STEPS      200000
/* Of a customer of whom nothing is known, and of one who was always seen to pay otherwise. */
#define PRIOR_COUNT 0.3
#define USUAL_SHARE 0.5
/* A rest is seldom paid in such a way. */
#define SHARE_OF_RESTS 0.05
#define MAX_SURPRISE   3.0
/* Cards are charged when the invoice is sent, or soon after. */
#define CARD_LAG_DAYS 20.0

/* What is known of one provider. */
typedef struct
{
  GArray *payouts; /* (element-type AcqPayout) */
  GArray *charges; /* (element-type AcqCharge) */
  AcqPayoutTariff tariff;
} Provider;

struct _AcqCollections
{
  const AcqLedger *ledger;
  const AcqOpenItems *items;
  const AcqPaymentHabits *habits;
  const GPtrArray *receipts;
  GHashTable *providers;              /* AcqPaymentProvider to Provider */
  guint (*counts)[ACQ_N_COLLECTIONS]; /* payments of each kind, by customer */
};

static void
free_provider (gpointer data)
{
  Provider *provider = data;

  g_array_unref (provider->payouts);
  g_array_unref (provider->charges);
  g_free (provider);
}

static Provider *
find_provider (AcqCollections *self, const AcqPaymentProvider *key)
{
  Provider *provider = g_hash_table_lookup (self->providers, key);

  if (provider == NULL)
    {
      provider = g_new0 (Provider, 1);
      provider->payouts = g_array_new (FALSE, FALSE, sizeof (AcqPayout));
      provider->charges = g_array_new (FALSE, FALSE, sizeof (AcqCharge));
      provider->tariff = (AcqPayoutTariff){ key->rate, key->fixed };
      g_hash_table_insert (self->providers, (gpointer) key, provider);
    }
  return provider;
}

static AcqCollectionKind
kind_by_means (AcqMeans means)
{
  switch (means)
    {
    case ACQ_MEANS_CHEQUE:
      return ACQ_COLLECTION_CHEQUES;
    case ACQ_MEANS_CARD:
      return ACQ_COLLECTION_CARDS;
    case ACQ_MEANS_DIRECT_DEBIT:
      return ACQ_COLLECTION_DEBITS;
    default:
      return ACQ_COLLECTION_NONE;
    }
}

/* A customer may bear a provider's name. */
static gboolean
is_of_customer (const AcqOpenReceipt *receipt)
{
  return receipt->payers->len > 0
         && g_array_index (receipt->payers, AcqPayer, 0).strength == ACQ_PAYER_FULL_NAME;
}

AcqCollectionKind
acq_collections_kind (const AcqOpenReceipt *receipt)
{
  if (receipt->amount <= 0)
    return ACQ_COLLECTION_NONE;
  if (acq_cheque_deposit_is_one (receipt))
    return ACQ_COLLECTION_CHEQUES;
  if (receipt->label->provider != NULL && !is_of_customer (receipt))
    return ACQ_COLLECTION_PAYOUT;
  return kind_by_means (receipt->part->means);
}

void
acq_collections_learn (AcqCollections *self, AcqCollectionKind kind, const GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      guint customer = acq_open_items_get (self->items, g_array_index (parts, AcqPart, i).item)->customer;

      if (customer != ACQ_NO_CUSTOMER)
        self->counts[customer][kind]++;
    }
}

static void
read_receipt (AcqCollections *self, const AcqReceipt *receipt, const AcqTransaction *line)
{
  const AcqPaymentProvider *key = acq_payment_provider_find_in (line->label);
  AcqCollectionKind kind = key != NULL ? ACQ_COLLECTION_PAYOUT : kind_by_means (line->means);

  for (guint i = 0; i < receipt->allocations->len; i++)
    {
      const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, i);
      AcqCharge charge = { 0, allocation->amount };
      guint item;

      if (allocation->amount <= 0 || !acq_open_items_find (self->items, allocation->invoice_id, &item)
          || acq_open_items_get (self->items, item)->customer == ACQ_NO_CUSTOMER)
        continue;
      self->counts[acq_open_items_get (self->items, item)->customer][kind]++;
      charge.gross = acq_open_items_get (self->items, item)->invoice->total;
      if (key != NULL && charge.gross > charge.net)
        g_array_append_val (find_provider (self, key)->charges, charge);
    }
}

static void
read_history (AcqCollections *self)
{
  g_autoptr (GHashTable) lines = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->ledger->transactions->len; i++)
    g_hash_table_insert (lines, &((AcqTransaction *) self->ledger->transactions->pdata[i])->id,
                         self->ledger->transactions->pdata[i]);
  for (guint i = 0; i < self->ledger->receipts->len; i++)
    {
      const AcqReceipt *receipt = self->ledger->receipts->pdata[i];
      const AcqTransaction *line = g_hash_table_lookup (lines, &receipt->transaction_id);

      if (line != NULL && receipt->state == ACQ_RECEIPT_STATE_CREDITED && receipt->amount > 0)
        read_receipt (self, receipt, line);
    }
}

static void
read_receipts (AcqCollections *self)
{
  for (guint i = 0; i < self->receipts->len; i++)
    {
      const AcqOpenReceipt *receipt = self->receipts->pdata[i];
      AcqPayout payout = { receipt->entry->booked, receipt->part->currency, receipt->amount };

      if (acq_collections_kind (receipt) == ACQ_COLLECTION_PAYOUT)
        g_array_append_val (find_provider (self, receipt->label->provider)->payouts, payout);
    }
}

AcqCollections *
acq_collections_new (const AcqLedger *ledger, const AcqOpenItems *items, const AcqPaymentHabits *habits,
                     const GPtrArray *receipts)
{
  AcqCollections *self = g_new0 (AcqCollections, 1);

  self->ledger = ledger;
  self->items = items;
  self->habits = habits;
  self->receipts = receipts;
  self->providers = g_hash_table_new_full (NULL, NULL, NULL, free_provider);
  self->counts = g_malloc0_n (MAX (ledger->customers->len, 1), sizeof (*self->counts));
  read_history (self);
  read_receipts (self);
  return self;
}

void
acq_collections_free (AcqCollections *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->providers);
  g_free (self->counts);
  g_free (self);
}

void
acq_collections_infer_tariffs (AcqCollections *self)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->providers);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      Provider *provider = value;

      provider->tariff = acq_payout_tariff_infer (key, self->items, provider->payouts, provider->charges);
    }
}

static double
share_of (const AcqCollections *self, guint customer, AcqCollectionKind kind)
{
  guint sum = 0;

  for (guint i = 0; i < ACQ_N_COLLECTIONS; i++)
    sum += self->counts[customer][i];
  return (self->counts[customer][kind] + PRIOR_COUNT) / (sum + PRIOR_COUNT * ACQ_N_COLLECTIONS);
}

/* How likely it is that this line holds that item, as the logarithm of its odds. */
static double
weigh_item (const AcqCollections *self, const AcqOpenReceipt *receipt, guint item, AcqCollectionKind kind)
{
  const AcqOpenItem *open = acq_open_items_get (self->items, item);
  double late = receipt->entry->booked - open->invoice->issued, share;

  if ((kind == ACQ_COLLECTION_PAYOUT || kind == ACQ_COLLECTION_CARDS)
      && !acq_payment_habits_are_own (self->habits, item))
    late = MAX (0.0, late) / CARD_LAG_DAYS;
  else
    late = MIN (MAX_SURPRISE, acq_payment_habits_surprise (self->habits, item, receipt->entry->booked));
  share = USUAL_SHARE * share_of (self, open->customer, kind) * exp (-late);
  if (open->rest != open->invoice->total)
    share *= SHARE_OF_RESTS;
  return log (share / (1.0 - share));
}

/* Keeps the likeliest, in order. */
static void
keep_member (GArray *members, const AcqSubsetMember *member)
{
  guint place = members->len;

  while (place > 0 && g_array_index (members, AcqSubsetMember, place - 1).odds < member->odds)
    place--;
  if (place >= MAX_CANDIDATES)
    return;
  g_array_insert_vals (members, place, member, 1);
  if (members->len > MAX_CANDIDATES)
    g_array_set_size (members, MAX_CANDIDATES);
}

static GArray *
collect_members (const AcqCollections *self, const AcqOpenReceipt *receipt, AcqCollectionKind kind,
                 const AcqPayoutTariff *tariff)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (AcqSubsetMember));
  AcqDay booked = receipt->entry->booked;

  for (guint item = 0; item < self->ledger->invoices->len; item++)
    {
      const AcqOpenItem *open = acq_open_items_get (self->items, item);
      AcqSubsetMember member = { item, open->rest, 0.0 };

      if (open->rest <= 0 || open->invoice->issued < booked - MAX_AGE_DAYS
          || !acq_open_items_is_candidate (self->items, item, booked, receipt->part->currency))
        continue;
      if (tariff != NULL)
        member.amount -= acq_payout_tariff_commission (tariff, open->rest);
      if (member.amount <= 0 || member.amount > receipt->amount + 1)
        continue;
      member.odds = weigh_item (self, receipt, item, kind);
      keep_member (members, &member);
    }
  return members;
}

static AcqExplanation *
write_explanation (const AcqCollections *self, const AcqOpenReceipt *receipt, const GArray *choice,
                   gboolean payout)
{
  AcqExplanation *explanation = acq_explanation_new ();
  gint64 left = receipt->amount;

  for (guint i = 0; i < choice->len; i++)
    {
      const AcqSubsetMember *member = &g_array_index (choice, AcqSubsetMember, i);
      AcqPart part = { member->item, i + 1 == choice->len ? left : MIN (left, member->amount) };
      AcqPart kept = { member->item, acq_open_items_get (self->items, member->item)->rest - part.amount };

      left -= part.amount;
      g_array_append_val (explanation->parts, part);
      if (kept.amount > 0)
        g_array_append_val (explanation->kept, kept);
    }
  explanation->exact = !payout;
  explanation->evidence = ACQ_EVIDENCE_BIT (payout            ? ACQ_EVIDENCE_COMMISSION
                                            : choice->len > 1 ? ACQ_EVIDENCE_EXACT_SUM
                                                              : ACQ_EVIDENCE_EXACT_AMOUNT);
  return explanation;
}

/* As many as the bank says there are, if it does; to the cent, or with commissions rounded otherwise. */
static GArray *
choose (const AcqOpenReceipt *receipt, GArray *members, guint most, gboolean rounded)
{
  guint said = receipt->label->n_cheques, steps = MAX_STEPS;
  GArray *choice = NULL;

  if (said > 0 && said <= most)
    choice = acq_subset_choice_find (members, receipt->amount, 0, said, said, &steps);
  if (choice == NULL)
    choice = acq_subset_choice_find (members, receipt->amount, 0, 1, most, &steps);
  if (choice == NULL && rounded)
    choice = acq_subset_choice_find (members, receipt->amount, 1, 1, most, &steps);
  return choice;
}

AcqExplanation *
acq_collections_explain (AcqCollections *self, const AcqOpenReceipt *receipt, guint most, double least_odds)
{
  AcqCollectionKind kind = acq_collections_kind (receipt);
  const AcqPayoutTariff *tariff = NULL;
  g_autoptr (GArray) members = NULL;
  g_autoptr (GArray) choice = NULL;
  double odds = 0.0;

  if (kind == ACQ_COLLECTION_NONE)
    return NULL;
  if (kind == ACQ_COLLECTION_PAYOUT)
    tariff = &find_provider (self, receipt->label->provider)->tariff;
  members = collect_members (self, receipt, kind, tariff);
  choice = choose (receipt, members, most, tariff != NULL);
  for (guint i = 0; choice != NULL && i < choice->len; i++)
    odds += g_array_index (choice, AcqSubsetMember, i).odds;
  if (choice == NULL || odds < least_odds)
    return NULL;
  return write_explanation (self, receipt, choice, tariff != NULL);
}
