/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payer-index.h"

#include "acq-name-index.h"

#include <string.h>

#define FULL_COVERAGE 0.84
#define HINT_COVERAGE 0.3
/* A name that is found this much worse than the best one is no rival of it. */
#define CLEARLY_LESS        0.75
#define MIN_KNOWN_BEGINNING 6
#define MIN_CUT_WORD        3

struct _AcqPayerIndex
{
  const AcqLedger *ledger;
  const AcqOpenItems *items;
  AcqNameIndex *names;
  GHashTable *known;    /* confirmed key or IBAN to GArray of customers */
  GHashTable *learned;  /* key to GArray of customers */
  GHashTable *payer_of; /* customer who pays for others + 1 to GArray of these */
};

static GHashTable *
new_lists (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
}

static void
add_customer (GHashTable *lists, const char *key, guint customer)
{
  GArray *list = g_hash_table_lookup (lists, key);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (lists, g_strdup (key), list);
    }
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, guint, i) == customer)
      return;
  g_array_append_val (list, customer);
}

static void
add_alias (AcqPayerIndex *self, const AcqPayerAlias *alias)
{
  guint customer = acq_open_items_find_customer (self->items, alias->customer_id);

  if (customer != ACQ_NO_CUSTOMER && alias->key != NULL && alias->key[0] != '\0')
    add_customer (self->known, alias->key, customer);
}

static void
add_payer_of (AcqPayerIndex *self, guint customer)
{
  const AcqCustomer *row = self->ledger->customers->pdata[customer];
  guint payer
    = row->payer_id != 0 ? acq_open_items_find_customer (self->items, row->payer_id) : ACQ_NO_CUSTOMER;
  GArray *list;

  if (payer == ACQ_NO_CUSTOMER || payer == customer)
    return;
  list = g_hash_table_lookup (self->payer_of, GUINT_TO_POINTER (payer + 1));
  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->payer_of, GUINT_TO_POINTER (payer + 1), list);
    }
  g_array_append_val (list, customer);
}

/* The customer whose invoice a person chose for that money; none where the program itself was sure. */
static guint
find_taught (const AcqPayerIndex *self, const AcqAllocation *allocation)
{
  guint item;

  if (allocation->origin == ACQ_ALLOCATION_ORIGIN_SURE
      || !acq_open_items_find (self->items, allocation->invoice_id, &item))
    return ACQ_NO_CUSTOMER;
  return acq_open_items_get (self->items, item)->customer;
}

/* A bank line that was matched by hand or by the accountant shows whose words these are. They are read only where it did:
   reading the words of every line that was ever paid is most of what opening a company would cost. */
static void
add_history (AcqPayerIndex *self, const AcqReceipt *receipt, GHashTable *transactions)
{
  const AcqTransaction *transaction = g_hash_table_lookup (transactions, &receipt->transaction_id);
  g_autofree char *key = NULL;

  if (transaction == NULL || transaction->children != NULL || receipt->amount <= 0)
    return;
  for (guint i = 0; i < receipt->allocations->len; i++)
    {
      guint customer = find_taught (self, &g_array_index (receipt->allocations, AcqAllocation, i));

      if (customer == ACQ_NO_CUSTOMER)
        continue;
      if (key == NULL)
        key = acq_payer_key (transaction);
      if (key == NULL)
        return;
      add_customer (self->known, key, customer);
    }
}

AcqPayerIndex *
acq_payer_index_new (const AcqLedger *ledger, const AcqOpenItems *items)
{
  AcqPayerIndex *self = g_new0 (AcqPayerIndex, 1);
  g_autoptr (GHashTable) transactions = g_hash_table_new (g_int64_hash, g_int64_equal);

  self->ledger = ledger;
  self->items = items;
  self->names = acq_name_index_new (ledger);
  self->known = new_lists ();
  self->learned = new_lists ();
  self->payer_of = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < ledger->aliases->len; i++)
    add_alias (self, ledger->aliases->pdata[i]);
  for (guint i = 0; i < ledger->customers->len; i++)
    add_payer_of (self, i);
  for (guint i = 0; i < ledger->transactions->len; i++)
    g_hash_table_insert (transactions, &((AcqTransaction *) ledger->transactions->pdata[i])->id,
                         ledger->transactions->pdata[i]);
  for (guint i = 0; i < ledger->receipts->len; i++)
    if (((AcqReceipt *) ledger->receipts->pdata[i])->transaction_id != 0)
      add_history (self, ledger->receipts->pdata[i], transactions);
  return self;
}

void
acq_payer_index_free (AcqPayerIndex *self)
{
  if (self == NULL)
    return;
  acq_name_index_free (self->names);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->learned);
  g_hash_table_unref (self->payer_of);
  g_free (self);
}

void
acq_payer_index_learn (AcqPayerIndex *self, const char *payer_key, guint customer)
{
  add_customer (self->learned, payer_key, customer);
}

AcqEvidenceSet
acq_payer_evidence (const AcqPayer *self)
{
  if (self->guessed)
    return ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_PAYER_PATTERN);
  switch (self->strength)
    {
    case ACQ_PAYER_IBAN:
      return ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_PAYER_IBAN);
    case ACQ_PAYER_KNOWN:
      return ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_PAYER_KNOWN);
    case ACQ_PAYER_PATTERN:
      return ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_PAYER_PATTERN);
    case ACQ_PAYER_FULL_NAME:
    case ACQ_PAYER_HINT:
    case ACQ_PAYER_NOBODY:
    default:
      return ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_PAYER_NAME);
    }
}

static void
add_payer (GArray *payers, AcqPayer payer)
{
  for (guint i = 0; i < payers->len; i++)
    {
      AcqPayer *known = &g_array_index (payers, AcqPayer, i);

      if (known->customer != payer.customer)
        continue;
      known->strength = MAX (known->strength, payer.strength);
      known->weight = MAX (known->weight, payer.weight);
      known->coverage = MAX (known->coverage, payer.coverage);
      known->third_party = known->third_party && payer.third_party;
      known->crowded = known->crowded && payer.crowded;
      return;
    }
  g_array_append_val (payers, payer);
}

static void
add_listed (const AcqPayerIndex *self, GArray *payers, GHashTable *lists, const char *key,
            AcqPayerStrength strength, const AcqLabel *label)
{
  const GArray *customers = key != NULL ? g_hash_table_lookup (lists, key) : NULL;

  for (guint i = 0; customers != NULL && i < customers->len; i++)
    {
      AcqPayer payer = { .customer = g_array_index (customers, guint, i), .strength = strength };

      payer.third_party = !acq_name_index_shares_word (self->names, payer.customer, label->payer_words);
      add_payer (payers, payer);
    }
}

/* In the books as on the line, a name may be cut in the middle of a word. */
static gboolean
is_word_of (const char *word, char **name)
{
  for (guint i = 0; name[i] != NULL; i++)
    if (strlen (name[i]) >= MIN_CUT_WORD && g_str_has_prefix (word, name[i]))
      return TRUE;
  return FALSE;
}

/* "Librairie Lefebvre" is not "Lefebvre". */
static gboolean
is_crowded (const AcqPayerIndex *self, guint customer, const AcqLabel *label)
{
  g_auto (GStrv) name = acq_name_words (((AcqCustomer *) self->ledger->customers->pdata[customer])->name);

  for (guint i = 0; label->payer_words[i] != NULL; i++)
    {
      char *word[] = { label->payer_words[i], NULL };

      if (!acq_name_index_shares_word (self->names, customer, word) && !is_word_of (word[0], name))
        return TRUE;
    }
  return FALSE;
}

static void
add_named (const AcqPayerIndex *self, GArray *payers, const AcqLabel *label)
{
  g_autoptr (GArray) hits = acq_name_index_find (self->names, label);
  double best = 0.0;

  for (guint i = 0; i < hits->len; i++)
    {
      const AcqNameHit *hit = &g_array_index (hits, AcqNameHit, i);
      AcqPayer payer = { .customer = hit->customer,
                         .strength = ACQ_PAYER_HINT,
                         .weight = hit->weight,
                         .coverage = hit->coverage };

      if (hit->coverage >= FULL_COVERAGE && hit->telling)
        best = MAX (best, hit->weight);
      if (hit->coverage >= FULL_COVERAGE && hit->telling && hit->weight >= best * CLEARLY_LESS)
        {
          payer.strength = ACQ_PAYER_FULL_NAME;
          payer.crowded = is_crowded (self, hit->customer, label);
        }
      if (hit->initials || hit->coverage >= HINT_COVERAGE)
        add_payer (payers, payer);
    }
}

static void
add_represented (const AcqPayerIndex *self, GArray *payers)
{
  guint n = payers->len;

  for (guint i = 0; i < n; i++)
    {
      AcqPayer payer = g_array_index (payers, AcqPayer, i);
      const GArray *others = g_hash_table_lookup (self->payer_of, GUINT_TO_POINTER (payer.customer + 1));

      payer.third_party = TRUE;
      for (guint j = 0; others != NULL && j < others->len; j++)
        {
          payer.customer = g_array_index (others, guint, j);
          add_payer (payers, payer);
        }
    }
}

static int
compare_payers (gconstpointer a, gconstpointer b)
{
  const AcqPayer *first = a, *second = b;

  if (first->strength != second->strength)
    return first->strength > second->strength ? -1 : 1;
  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  return first->customer < second->customer ? -1 : first->customer > second->customer;
}

/* Where nothing divides the payer from what he wrote, known words may be followed by others: a hint, for another company's
   name may begin so too. */
static void
add_known_beginning (const AcqPayerIndex *self, GArray *payers, const AcqLabel *label)
{
  g_autofree char *key = g_strdup (label->payer_key);

  for (char *end = key != NULL ? strrchr (key, ' ') : NULL; end != NULL; end = strrchr (key, ' '))
    {
      *end = '\0';
      if (strlen (key) < MIN_KNOWN_BEGINNING)
        return;
      add_listed (self, payers, self->known, key, ACQ_PAYER_HINT, label);
    }
}

GArray *
acq_payer_index_find (const AcqPayerIndex *self, const AcqTransaction *transaction, const AcqLabel *label)
{
  GArray *payers = g_array_new (FALSE, FALSE, sizeof (AcqPayer));

  add_listed (self, payers, self->known, transaction->counterparty_iban, ACQ_PAYER_IBAN, label);
  add_listed (self, payers, self->known, label->payer_key, ACQ_PAYER_KNOWN, label);
  add_listed (self, payers, self->learned, label->payer_key, ACQ_PAYER_PATTERN, label);
  if (payers->len == 0)
    add_known_beginning (self, payers, label);
  add_named (self, payers, label);
  add_represented (self, payers);
  g_array_sort (payers, compare_payers);
  return payers;
}
