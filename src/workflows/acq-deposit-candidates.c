/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-deposit-candidates.h"

#include <stdlib.h>

/* The likeliest invoices are tried together; all sets of five of them are a million and a half. */
#define MAX_MEMBERS   40
#define MAX_CHEQUES   5
#define MAX_STEPS     400000
#define MAX_SOLUTIONS 64

/* What it costs to believe that a customer paid by cheque, in days that the payment would be early or late. */
#define COST_OF_UNKNOWN 30
#define COST_OF_OTHER   120

typedef struct
{
  const AcqInvoice *invoice;
  gint64 cost; /* the less, the likelier */
} Member;

typedef struct
{
  guint members[MAX_CHEQUES];
  guint n_members;
  gint64 cost;
} Solution;

typedef struct
{
  GArray *members;   /* (element-type Member) likeliest first */
  GArray *solutions; /* (element-type Solution) */
  guint wanted;      /* cheques that the bank counts; 0: any number up to MAX_CHEQUES */
  guint steps;
  Solution at;
} Search;

/* Customer id to what is known of how he pays. */
typedef enum
{
  PAYS_UNKNOWN,
  PAYS_OTHERWISE,
  PAYS_BY_CHEQUE,
} Manner;

static GHashTable *
read_manners (const AcqLedger *ledger)
{
  GHashTable *manners = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      const AcqReceipt *receipt = ledger->receipts->pdata[i];
      Manner manner = receipt->means == ACQ_MEANS_CHEQUE ? PAYS_BY_CHEQUE : PAYS_OTHERWISE;

      for (guint j = 0; j < receipt->allocations->len; j++)
        {
          const AcqInvoice *invoice
            = acq_ledger_find_invoice (ledger, g_array_index (receipt->allocations, AcqAllocation, j).invoice_id);
          Manner known = GPOINTER_TO_UINT (g_hash_table_lookup (manners, &invoice->customer_id));

          g_hash_table_insert (manners, (gpointer) &invoice->customer_id, GUINT_TO_POINTER (MAX (known, manner)));
        }
    }
  return manners;
}

static gboolean
may_be_member (const AcqInvoice *invoice, const AcqTransaction *deposit, gint64 amount)
{
  return !invoice->cancelled && invoice->balance > 0 && invoice->balance <= amount && invoice->issued <= deposit->booked
         && acq_currency_equal (invoice->currency, deposit->currency);
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  const Member *left = a, *right = b;

  if (left->cost != right->cost)
    return left->cost < right->cost ? -1 : 1;
  return (left->invoice->id > right->invoice->id) - (left->invoice->id < right->invoice->id);
}

static GArray *
collect_members (const AcqLedger *ledger, const AcqTransaction *deposit, gint64 amount)
{
  static const gint64 costs[] = { COST_OF_UNKNOWN, COST_OF_OTHER, 0 };
  g_autoptr (GHashTable) manners = read_manners (ledger);
  GArray *members = g_array_new (FALSE, FALSE, sizeof (Member));

  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];
      Manner manner = GPOINTER_TO_UINT (g_hash_table_lookup (manners, &invoice->customer_id));
      Member member = { invoice, costs[manner] + ABS ((gint64) deposit->booked - acq_invoice_due_day (invoice)) };

      if (may_be_member (invoice, deposit, amount))
        g_array_append_val (members, member);
    }
  g_array_sort (members, compare_members);
  if (members->len > MAX_MEMBERS)
    g_array_set_size (members, MAX_MEMBERS);
  return members;
}

/* Tries each set that goes on with a member from this place on. */
static void
search (Search *self, guint from, gint64 left)
{
  guint most = self->wanted != 0 ? self->wanted : MAX_CHEQUES;

  if (left == 0 && (self->wanted == 0 || self->at.n_members == self->wanted))
    g_array_append_val (self->solutions, self->at);
  if (left <= 0 || self->at.n_members == most)
    return;
  for (guint i = from; i < self->members->len; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);

      if (self->steps == 0 || self->solutions->len >= MAX_SOLUTIONS)
        return;
      self->steps--;
      if (member->invoice->balance > left)
        continue;
      self->at.members[self->at.n_members++] = i;
      self->at.cost += member->cost;
      search (self, i + 1, left - member->invoice->balance);
      self->at.cost -= member->cost;
      self->at.n_members--;
    }
}

/* The mean cost of a cheque; of equals the smaller set, then the likelier members. */
static int
compare_solutions (gconstpointer a, gconstpointer b)
{
  const Solution *left = a, *right = b;
  gint64 first = left->cost * right->n_members, second = right->cost * left->n_members;

  if (first != second)
    return first < second ? -1 : 1;
  if (left->n_members != right->n_members)
    return left->n_members < right->n_members ? -1 : 1;
  for (guint i = 0; i < left->n_members; i++)
    if (left->members[i] != right->members[i])
      return left->members[i] < right->members[i] ? -1 : 1;
  return 0;
}

static GArray *
write_solution (const Search *self, const Solution *solution)
{
  GArray *allocations = g_array_new (FALSE, FALSE, sizeof (AcqProposedAllocation));

  for (guint i = 0; i < solution->n_members; i++)
    {
      const AcqInvoice *invoice = g_array_index (self->members, Member, solution->members[i]).invoice;
      AcqProposedAllocation allocation = { invoice->id, invoice->balance };

      g_array_append_val (allocations, allocation);
    }
  return allocations;
}

GPtrArray *
acq_deposit_candidates_find (const AcqLedger *ledger, const AcqTransaction *deposit, guint most)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  gint64 amount = deposit->amount - deposit->matched;
  AcqLabel *label = acq_label_read (deposit);
  g_autoptr (GArray) members = collect_members (ledger, deposit, amount);
  g_autoptr (GArray) solutions = g_array_new (FALSE, FALSE, sizeof (Solution));
  Search self = { members, solutions, .wanted = label->n_cheques <= MAX_CHEQUES ? label->n_cheques : 0, .steps = MAX_STEPS };

  search (&self, 0, amount);
  g_array_sort (solutions, compare_solutions);
  for (guint i = 0; i < MIN (solutions->len, most); i++)
    g_ptr_array_add (found, write_solution (&self, &g_array_index (solutions, Solution, i)));
  acq_label_free (label);
  return found;
}
