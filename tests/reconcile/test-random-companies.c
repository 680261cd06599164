/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented small companies whose truth is known, with everything that misled earlier attempts: twins, namesakes, holdings,
 * subscriptions, round prices, credit notes, partial payments, strangers' money, wrong references, returned cheques,
 * double payments. */
#include <string.h>

#include "ledger-builder.h"

#define N_COMPANIES (g_test_slow () ? 600 : 24)
#define N_RECEIPTS  200
#define N_CUSTOMERS 28

typedef struct
{
  gint64 transaction_id;
  GArray *invoice_ids; /* (element-type gint64) what it really pays; empty for a stranger's money */
} Truth;

typedef struct
{
  GRand *rand;
  AcqLedger *ledger;
  GPtrArray *truths; /* (element-type Truth) */
  GHashTable *paid;  /* invoice id to what the world has paid of it */
  AcqDay day;
  guint number;
  gboolean round_prices;
} World;

static void
free_truth (gpointer data)
{
  Truth *truth = data;

  g_array_unref (truth->invoice_ids);
  g_free (truth);
}

static gboolean
chance (World *world, int percent)
{
  return g_rand_int_range (world->rand, 0, 100) < percent;
}

static const char *
pick (World *world, const char *const *list, guint n)
{
  return list[g_rand_int_range (world->rand, 0, (gint32) n)];
}

static char *
invent_name (World *world)
{
  static const char *const trades[]
    = { "MENUISERIE", "BOULANGERIE", "GARAGE", "PLOMBERIE", "TRANSPORTS", "CLINIQUE", "HOTEL", "PEINTURE" };
  static const char *const families[] = { "MARTIN",   "BERNARD",  "DURAND",  "LEFEBVRE", "GIRARD",
                                          "ROUSSEAU", "FOURNIER", "MERCIER", "BLANCHET", "CHARPENTIER" };
  static const char *const towns[]
    = { "DU LAC", "DES ALPES", "DE LA GARE", "CENTRE", "ET FILS", "FRERES", "DISTRIBUTION", "SERVICES" };
  static const char *const forms[] = { "SARL", "SAS", "EURL", "SA", "" };
  GString *name = g_string_new (pick (world, forms, G_N_ELEMENTS (forms)));

  if (chance (world, 70))
    g_string_append_printf (name, " %s", pick (world, trades, G_N_ELEMENTS (trades)));
  g_string_append_printf (name, " %s", pick (world, families, G_N_ELEMENTS (families)));
  if (chance (world, 60))
    g_string_append_printf (name, " %s", pick (world, towns, G_N_ELEMENTS (towns)));
  return g_string_free (name, FALSE);
}

static gint64
invent_price (World *world)
{
  static const gint64 prices[] = { 6000, 12000, 24000, 30000, 60000, 120000 };

  if (world->round_prices || chance (world, 15))
    return prices[g_rand_int_range (world->rand, 0, G_N_ELEMENTS (prices))];
  return g_rand_int_range (world->rand, 2500, 400000);
}

static AcqCustomer *
pick_customer (World *world)
{
  return world->ledger->customers
    ->pdata[g_rand_int_range (world->rand, 0, (gint32) world->ledger->customers->len)];
}

static gint64
paid_of (World *world, const AcqInvoice *invoice)
{
  const gint64 *paid = g_hash_table_lookup (world->paid, &invoice->id);

  return paid == NULL ? 0 : *paid;
}

static void
pay (World *world, AcqInvoice *invoice, gint64 amount)
{
  gint64 *paid = g_new (gint64, 1);

  *paid = paid_of (world, invoice) + amount;
  g_hash_table_replace (world->paid, &invoice->id, paid);
}

static void
issue_invoice (World *world, const AcqCustomer *customer, gint64 total)
{
  g_autofree char *number = g_strdup_printf ("FA%d-%04u", acq_day_year (world->day) % 100, ++world->number);

  build_invoice (world->ledger, customer, number, world->day, total);
}

static void
issue (World *world)
{
  const AcqCustomer *customer = pick_customer (world);
  gint64 total = invent_price (world);

  issue_invoice (world, customer, total);
  /* Subscriptions and lots: the same amount twice. */
  if (chance (world, 12))
    issue_invoice (world, customer, total);
  if (chance (world, 6))
    issue_invoice (world, customer,
                   chance (world, 50) ? -total : -g_rand_int_range (world->rand, 1000, 20000));
}

static GPtrArray *
collect_open (World *world, const AcqCustomer *customer)
{
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < world->ledger->invoices->len; i++)
    {
      AcqInvoice *invoice = world->ledger->invoices->pdata[i];

      if (invoice->customer_id == customer->id && paid_of (world, invoice) != invoice->total)
        g_ptr_array_add (open, invoice);
    }
  return open;
}

static char *
write_label (World *world, const AcqCustomer *payer, const char *remittance)
{
  g_autofree char *cut = g_strndup (payer->name, chance (world, 30) ? 18 : 60);

  if (payer->siren != NULL)
    return g_strdup_printf ("VIR %s %s", payer->siren, remittance);
  switch (g_rand_int_range (world->rand, 0, 4))
    {
    case 0:
      return g_strdup_printf ("VIR SEPA RECU /DE %s /MOTIF %s /REF NOTPROVIDED", cut, remittance);
    case 1:
      return g_strdup_printf ("VIR INST RECU DE: %s MOTIF: %s", cut, remittance);
    case 2:
      return g_strdup_printf ("VIR %s %s", cut, remittance);
    default:
      return g_strdup_printf ("VIREMENT %s", cut);
    }
}

static Truth *
add_truth (World *world, const AcqTransaction *transaction)
{
  Truth *truth = g_new0 (Truth, 1);

  truth->transaction_id = transaction->id;
  truth->invoice_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (world->truths, truth);
  return truth;
}

/* A stranger's money, or a customer's for something that was never invoiced here: nothing is right. */
static void
receive_foreign (World *world)
{
  g_autofree char *stranger = invent_name (world);
  AcqCustomer other = { .name = stranger };
  g_autofree char *label
    = write_label (world, chance (world, 50) ? &other : pick_customer (world), "REMBOURSEMENT");
  gint64 amount = invent_price (world);

  if (chance (world, 20) && world->ledger->invoices->len > 0)
    {
      const AcqInvoice *invoice
        = world->ledger->invoices
            ->pdata[g_rand_int_range (world->rand, 0, (gint32) world->ledger->invoices->len)];

      g_free (label);
      label = write_label (world, &other, "LOYER");
      amount = ABS (invoice->total);
    }
  add_truth (world, build_transaction (world->ledger, world->day, amount, label));
}

static const AcqCustomer *
payer_of (World *world, const AcqCustomer *customer)
{
  const AcqCustomer *payer = NULL;

  if (customer->payer_id != 0)
    payer = acq_ledger_find_customer (world->ledger, customer->payer_id);
  return payer != NULL ? payer : customer;
}

static void
add_remittance (World *world, GString *remittance, const AcqInvoice *invoice)
{
  switch (g_rand_int_range (world->rand, 0, 12))
    {
    case 0:
      g_string_append_printf (remittance, " %s", invoice->number);
      break;
    case 1:
      g_string_append_printf (remittance, " FACT %s", invoice->number + 5);
      break;
    case 2:
      /* A reference that was copied from another order. */
      if (chance (world, 30))
        g_string_append_printf (remittance, " %s",
                                ((AcqInvoice *) world->ledger->invoices->pdata[0])->number);
      break;
    default:
      break;
    }
}

/* One to five neighbouring invoices of a customer, perhaps less a credit note, perhaps only a part of one. */
static void
receive_payment (World *world, const AcqCustomer *customer)
{
  g_autoptr (GPtrArray) open = collect_open (world, customer);
  g_autoptr (GString) remittance = g_string_new ("");
  g_autofree char *label = NULL;
  gint64 sum = 0;
  guint n = chance (world, 65) ? 1 : (guint) g_rand_int_range (world->rand, 2, 6);
  guint first;
  const AcqTransaction *transaction;
  Truth *truth;

  if (open->len == 0)
    return;
  n = MIN (n, open->len);
  first = (guint) g_rand_int_range (world->rand, 0, (gint32) (open->len - n + 1));
  for (guint i = first; i < first + n; i++)
    sum += ((AcqInvoice *) open->pdata[i])->total - paid_of (world, open->pdata[i]);
  if (sum <= 100)
    return;
  for (guint i = first; i < first + n; i++)
    add_remittance (world, remittance, open->pdata[i]);
  label = write_label (world, payer_of (world, customer), remittance->str);
  if (n == 1 && chance (world, 8))
    sum = chance (world, 50) ? sum / 2 : sum - 1500;
  if (sum <= 0)
    return;
  transaction = build_transaction (world->ledger, world->day, sum, label);
  truth = add_truth (world, transaction);
  for (guint i = first; i < first + n; i++)
    {
      AcqInvoice *invoice = open->pdata[i];

      g_array_append_val (truth->invoice_ids, invoice->id);
      pay (world, invoice, n == 1 ? sum : invoice->total - paid_of (world, invoice));
    }
  /* Paid twice by mistake. */
  if (chance (world, 2))
    add_truth (world, build_transaction (world->ledger, world->day + 3, sum, label));
}

/* The bank takes back what it credited, naming the payer. */
static void
return_payment (World *world)
{
  guint n = world->truths->len;
  const Truth *truth = n > 0 ? world->truths->pdata[g_rand_int_range (world->rand, 0, (gint32) n)] : NULL;
  const AcqTransaction *paid;
  AcqTransaction *back;
  g_autofree char *label = NULL;
  Truth *returned;

  if (truth == NULL || truth->invoice_ids->len != 1)
    return;
  paid = world->ledger->transactions->pdata[truth->transaction_id - 1];
  if (paid->amount < 0 || paid->returned || paid->return_reason != NULL || paid->booked < world->day - 60)
    return;
  label = g_strdup_printf ("IMPAYE %s", paid->label);
  back = build_transaction (world->ledger, world->day, -paid->amount, label);
  back->returned = TRUE;
  ((AcqTransaction *) paid)->return_reason = g_strdup ("MD01");
  returned = add_truth (world, back);
  g_array_append_vals (returned->invoice_ids, truth->invoice_ids->data, 1);
  pay (world, acq_ledger_find_invoice (world->ledger, g_array_index (truth->invoice_ids, gint64, 0)),
       -paid->amount);
}

static void
make_customers (World *world)
{
  for (guint i = 0; i < N_CUSTOMERS; i++)
    {
      g_autofree char *name = invent_name (world);
      AcqCustomer *customer = build_customer (world->ledger, name);

      /* Some pay under a name that says nothing, some through another customer. */
      if (chance (world, 8))
        customer->siren
          = g_strdup_printf ("HOLDING%c%c PARTICIPATIONS", 'A' + (char) (i % 26), 'K' + (char) (i % 7));
      if (i > 4 && chance (world, 10))
        customer->payer_id = g_rand_int_range (world->rand, 1, (gint32) i);
    }
}

static World *
make_world (guint32 seed)
{
  World *world = g_new0 (World, 1);

  world->rand = g_rand_new_with_seed (seed);
  world->ledger = acq_ledger_new ();
  world->truths = g_ptr_array_new_with_free_func (free_truth);
  world->paid = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  world->day = acq_day_new (2025, 1, 2);
  world->round_prices = seed % 6 == 0;
  make_customers (world);
  while (world->truths->len < N_RECEIPTS)
    {
      world->day += g_rand_int_range (world->rand, 0, 3);
      for (int i = g_rand_int_range (world->rand, 0, 4); i > 0; i--)
        issue (world);
      for (int i = g_rand_int_range (world->rand, 0, 3); i > 0; i--)
        receive_payment (world, pick_customer (world));
      if (chance (world, 6))
        receive_foreign (world);
      if (chance (world, 2))
        return_payment (world);
    }
  acq_ledger_derive_balances (world->ledger);
  return world;
}

static void
free_world (World *world)
{
  g_rand_free (world->rand);
  acq_ledger_free (world->ledger);
  g_ptr_array_unref (world->truths);
  g_hash_table_unref (world->paid);
  g_free (world);
}

static const Truth *
find_truth (const World *world, gint64 transaction_id)
{
  for (guint i = 0; i < world->truths->len; i++)
    if (((Truth *) world->truths->pdata[i])->transaction_id == transaction_id)
      return world->truths->pdata[i];
  g_assert_not_reached ();
}

/* An invoice as its customer and total: twins of one customer are the same answer. */
typedef struct
{
  gint64 customer_id;
  gint64 total;
} Settled;

static void
add_settled (GArray *list, const AcqInvoice *invoice)
{
  Settled settled = { invoice->customer_id, invoice->total };

  /* An invoice and the credit note that cancels it are nothing, with or without the payment. */
  for (guint i = 0; i < list->len; i++)
    {
      const Settled *other = &g_array_index (list, Settled, i);

      if (other->customer_id == settled.customer_id && other->total == -settled.total)
        {
          g_array_remove_index (list, i);
          return;
        }
    }
  g_array_append_val (list, settled);
}

static int
compare_settled (gconstpointer a, gconstpointer b)
{
  const Settled *first = a, *second = b;

  if (first->customer_id != second->customer_id)
    return first->customer_id < second->customer_id ? -1 : 1;
  return first->total < second->total ? -1 : first->total > second->total;
}

static gboolean
is_right (const World *world, const AcqProposal *proposal)
{
  const Truth *truth = find_truth (world, proposal->transaction_id);
  g_autoptr (GArray) wanted = g_array_new (FALSE, TRUE, sizeof (Settled));
  g_autoptr (GArray) got = g_array_new (FALSE, TRUE, sizeof (Settled));

  for (guint i = 0; i < truth->invoice_ids->len; i++)
    add_settled (wanted,
                 acq_ledger_find_invoice (world->ledger, g_array_index (truth->invoice_ids, gint64, i)));
  for (guint i = 0; i < proposal->allocations->len; i++)
    add_settled (
      got, acq_ledger_find_invoice (
             world->ledger, g_array_index (proposal->allocations, AcqProposedAllocation, i).invoice_id));
  g_array_sort (wanted, compare_settled);
  g_array_sort (got, compare_settled);
  return wanted->len == got->len && memcmp (wanted->data, got->data, got->len * sizeof (Settled)) == 0;
}

static void
report (const World *world, const AcqProposal *proposal)
{
  const AcqTransaction *transaction = world->ledger->transactions->pdata[proposal->transaction_id - 1];
  const Truth *truth = find_truth (world, proposal->transaction_id);
  g_autofree char *text = describe_proposal (world->ledger, proposal);
  g_autofree char *day = acq_day_to_iso (transaction->booked);

  g_test_message ("wrong: %s %" G_GINT64_FORMAT " %s -> %s", day, transaction->amount, transaction->label,
                  text);
  for (guint i = 0; i < truth->invoice_ids->len; i++)
    {
      const AcqInvoice *invoice
        = acq_ledger_find_invoice (world->ledger, g_array_index (truth->invoice_ids, gint64, i));
      const AcqCustomer *customer = acq_ledger_find_customer (world->ledger, invoice->customer_id);

      g_test_message ("  truth: %s %s %" G_GINT64_FORMAT, customer->name, invoice->number, invoice->total);
    }
  for (guint i = 0; i < proposal->allocations->len; i++)
    {
      const AcqInvoice *invoice = acq_ledger_find_invoice (
        world->ledger, g_array_index (proposal->allocations, AcqProposedAllocation, i).invoice_id);
      const AcqCustomer *customer = acq_ledger_find_customer (world->ledger, invoice->customer_id);

      g_test_message ("  said: %s %s %" G_GINT64_FORMAT, customer->name, invoice->number, invoice->total);
    }
}

/* What a user who confirms teaches: the words of each payer whose receipts he has seen. */
static void
confirm_payers (World *world)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < world->truths->len; i += 2)
    {
      const Truth *truth = world->truths->pdata[i];
      const AcqInvoice *invoice;
      g_autofree char *key = acq_payer_key (world->ledger->transactions->pdata[truth->transaction_id - 1]);

      if (truth->invoice_ids->len == 0 || key == NULL)
        continue;
      invoice = acq_ledger_find_invoice (world->ledger, g_array_index (truth->invoice_ids, gint64, 0));
      if (g_hash_table_add (seen, g_strdup_printf ("%" G_GINT64_FORMAT " %s", invoice->customer_id, key)))
        build_alias (world->ledger, key, acq_ledger_find_customer (world->ledger, invoice->customer_id));
    }
}

static void
test_never_wrongly_sure (gconstpointer data)
{
  gboolean confirmed = GPOINTER_TO_INT (data);
  guint known = 0, right = 0, sure = 0, wrong = 0;

  for (guint32 seed = 1; seed <= (guint32) N_COMPANIES; seed++)
    {
      World *world = make_world (seed);
      g_autoptr (AcqReconciliation) result = NULL;

      if (confirmed)
        confirm_payers (world);
      result = acq_reconciliation_run (world->ledger, acq_day_new (2026, 12, 31), NULL, NULL, NULL);
      for (guint i = 0; i < world->truths->len; i++)
        known += ((Truth *) world->truths->pdata[i])->invoice_ids->len > 0 ? 1 : 0;
      for (guint i = 0; i < result->proposals->len; i++)
        {
          const AcqProposal *proposal = result->proposals->pdata[i];
          gboolean correct = is_right (world, proposal);

          right += correct ? 1 : 0;
          sure += correct && proposal->certainty == ACQ_CERTAINTY_SURE ? 1 : 0;
          if (correct || proposal->certainty != ACQ_CERTAINTY_SURE)
            continue;
          wrong++;
          g_test_message ("seed %u", seed);
          report (world, proposal);
        }
      free_world (world);
    }
  g_test_message ("%u receipts: %u right, %u sure, %u wrong sure", known, right, sure, wrong);
  g_assert_cmpuint (wrong, ==, 0);
  g_assert_cmpuint (right * 100, >=, known * 70);
  g_assert_cmpuint (sure * 100, >=, known * 20);
}

/* All proposals posted together leave every line and every invoice between nothing and what it had. */
static void
test_never_too_much (void)
{
  for (guint32 seed = 1; seed <= (guint32) N_COMPANIES; seed++)
    {
      World *world = make_world (seed + 1000);
      g_autoptr (AcqReconciliation) result
        = acq_reconciliation_run (world->ledger, acq_day_new (2026, 12, 31), NULL, NULL, NULL);

      apply_proposals (world->ledger, result, FALSE);
      for (guint i = 0; i < world->ledger->invoices->len; i++)
        {
          const AcqInvoice *invoice = world->ledger->invoices->pdata[i];

          if (invoice->total >= 0)
            g_assert_true (invoice->balance >= 0 && invoice->balance <= invoice->total);
          else
            g_assert_true (invoice->balance <= 0 && invoice->balance >= invoice->total);
        }
      for (guint i = 0; i < world->ledger->transactions->len; i++)
        {
          const AcqTransaction *transaction = world->ledger->transactions->pdata[i];

          g_assert_true (ABS (transaction->matched) <= ABS (transaction->amount));
        }
      free_world (world);
    }
}

static char *
describe_all (const AcqLedger *ledger, const AcqReconciliation *result)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->proposals->len; i++)
    {
      const AcqProposal *proposal = result->proposals->pdata[i];
      g_autofree char *line = describe_proposal (ledger, proposal);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s\n", proposal->transaction_id, line);
    }
  return g_string_free (text, FALSE);
}

static void
test_same_again (void)
{
  for (guint32 seed = 1; seed <= 4; seed++)
    {
      World *world = make_world (seed + 2000);
      g_autoptr (AcqReconciliation) first
        = acq_reconciliation_run (world->ledger, acq_day_new (2026, 12, 31), NULL, NULL, NULL);
      g_autoptr (AcqReconciliation) second
        = acq_reconciliation_run (world->ledger, acq_day_new (2026, 12, 31), NULL, NULL, NULL);
      g_autofree char *one = describe_all (world->ledger, first);
      g_autofree char *other = describe_all (world->ledger, second);

      g_assert_cmpstr (one, ==, other);
      free_world (world);
    }
}

/* What was posted as sure stays; a second run proposes nothing wrong either and nothing for a line that is explained. */
static void
test_after_posting (void)
{
  guint wrong = 0;

  for (guint32 seed = 1; seed <= (guint32) N_COMPANIES; seed++)
    {
      World *world = make_world (seed + 3000);
      g_autoptr (AcqReconciliation) first
        = acq_reconciliation_run (world->ledger, acq_day_new (2026, 12, 31), NULL, NULL, NULL);
      g_autoptr (AcqReconciliation) second = NULL;

      apply_proposals (world->ledger, first, TRUE);
      second = acq_reconciliation_run (world->ledger, acq_day_new (2026, 12, 31), NULL, NULL, NULL);
      for (guint i = 0; i < second->proposals->len; i++)
        {
          const AcqProposal *proposal = second->proposals->pdata[i];
          const AcqTransaction key = { .id = proposal->transaction_id };
          const AcqProposal *before = find_proposal (first, &key);

          g_assert_true (before == NULL || before->certainty == ACQ_CERTAINTY_PROBABLE);
          if (proposal->certainty == ACQ_CERTAINTY_SURE && !is_right (world, proposal))
            {
              wrong++;
              g_test_message ("seed %u", seed + 3000);
              report (world, proposal);
            }
        }
      free_world (world);
    }
  g_assert_cmpuint (wrong, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/reconcile/random-companies/never-wrongly-sure", GINT_TO_POINTER (FALSE),
                        test_never_wrongly_sure);
  g_test_add_data_func ("/reconcile/random-companies/never-wrongly-sure-when-confirmed",
                        GINT_TO_POINTER (TRUE), test_never_wrongly_sure);
  g_test_add_func ("/reconcile/random-companies/never-too-much", test_never_too_much);
  g_test_add_func ("/reconcile/random-companies/same-again", test_same_again);
  g_test_add_func ("/reconcile/random-companies/after-posting", test_after_posting);
  return g_test_run ();
}
