/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reconciles years of nasty companies, all at once and month by month with a user who confirms, and compares with the truth.
 * With --m=slow all seeds, else a few. The table of each seed and class goes to the test's messages. To look closer:
 * NASTY_FIRST and NASTY_LAST in the environment choose the seeds (then nothing is asserted), NASTY_SHOW the beginning of the
 * tricks whose wrong proposals are listed, or "careful". */
#include <string.h>

#include "nasty-company.h"
#include "replay.h"

#define FIRST_SEED     1
#define LAST_SEED      (g_test_slow () ? 50 : 6)
#define LEAST_RECEIPTS 400

typedef struct
{
  guint n, proposed, right, sure, wrong_sure;
} Tally;

typedef struct
{
  Tally classes[NASTY_N_CLASSES];
  Tally receipts; /* all that are somebody's payments */
  Tally careful;
  GHashTable *tricks; /* how to Tally */
} Score;

static const char *const class_names[]
  = { "transfers",         "PSP payouts", "cheque deposits", "card remittances",
      "several customers", "returned",    "refunds",         "foreign" };
G_STATIC_ASSERT (G_N_ELEMENTS (class_names) == NASTY_N_CLASSES);

static void
clear_score (Score *score)
{
  g_hash_table_unref (score->tricks);
}

static Score
new_score (void)
{
  return (Score){ .tricks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free) };
}

static Tally *
find_trick (Score *score, const char *how)
{
  Tally *tally = g_hash_table_lookup (score->tricks, how);

  if (tally == NULL)
    {
      tally = g_new0 (Tally, 1);
      g_hash_table_insert (score->tricks, (gpointer) how, tally);
    }
  return tally;
}

/* Two invoices of one customer over the same sum are the same answer, but not for what is posted unasked. */
static gboolean
is_same_part (const AcqLedger *ledger, const NastyPart *part, const AcqProposedAllocation *allocation,
              gboolean strictly)
{
  const AcqInvoice *told = acq_ledger_find_invoice (ledger, part->invoice_id);
  const AcqInvoice *said = acq_ledger_find_invoice (ledger, allocation->invoice_id);

  if (told == said)
    return part->amount == allocation->amount;
  return !strictly && part->amount == allocation->amount && told->customer_id == said->customer_id
         && told->total == said->total;
}

static gboolean
is_right (const AcqLedger *ledger, const NastyTruth *truth, const AcqProposal *proposal, gboolean strictly)
{
  guint64 used = 0;

  if (truth->parts->len != proposal->allocations->len || truth->parts->len > 64)
    return FALSE;
  for (guint i = 0; i < truth->parts->len; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < proposal->allocations->len && !found; j++)
        if ((used >> j & 1) == 0
            && is_same_part (ledger, &g_array_index (truth->parts, NastyPart, i),
                             &g_array_index (proposal->allocations, AcqProposedAllocation, j), strictly))
          {
            used |= G_GUINT64_CONSTANT (1) << j;
            found = TRUE;
          }
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static void
describe_part (const AcqLedger *ledger, const char *verb, gint64 invoice_id, gint64 amount)
{
  const AcqInvoice *invoice = acq_ledger_find_invoice (ledger, invoice_id);

  g_test_message ("    %s %s %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " (%s)", verb, invoice->number,
                  amount, invoice->total, acq_ledger_find_customer (ledger, invoice->customer_id)->name);
}

static void
describe (const NastyCompany *company, const NastyTruth *truth, const AcqProposal *proposal, const char *what)
{
  const AcqTransaction *line = NULL;
  char day[ACQ_DAY_ISO_SIZE];

  for (guint i = 0;
       i < company->ledger->transactions->len && (line == NULL || line->id != truth->transaction_id); i++)
    line = company->ledger->transactions->pdata[i];
  g_test_message ("  %s: %s %s %" G_GINT64_FORMAT " \"%s\" \"%s\"", what, truth->how,
                  acq_day_write_iso (line->booked, day), line->amount, line->label,
                  line->remittance != NULL ? line->remittance : "");
  for (guint i = 0; i < truth->parts->len; i++)
    describe_part (company->ledger, "told", g_array_index (truth->parts, NastyPart, i).invoice_id,
                   g_array_index (truth->parts, NastyPart, i).amount);
  for (guint i = 0; proposal != NULL && i < proposal->allocations->len; i++)
    describe_part (company->ledger, "said",
                   g_array_index (proposal->allocations, AcqProposedAllocation, i).invoice_id,
                   g_array_index (proposal->allocations, AcqProposedAllocation, i).amount);
}

static void
add_to (Tally *tally, const AcqProposal *proposal, gboolean right, gboolean wrong_sure)
{
  tally->proposed++;
  tally->right += right;
  tally->sure += right && proposal->certainty == ACQ_CERTAINTY_SURE;
  tally->wrong_sure += wrong_sure;
}

static gboolean
is_shown (const NastyTruth *truth)
{
  const char *shown = g_getenv ("NASTY_SHOW");

  return shown != NULL
         && (g_str_has_prefix (truth->how, shown) || (truth->careful && strcmp (shown, "careful") == 0));
}

static void
count (Score *score, const NastyCompany *company, const NastyTruth *truth, const AcqProposal *proposal)
{
  gboolean sure = proposal->certainty == ACQ_CERTAINTY_SURE;
  gboolean right = is_right (company->ledger, truth, proposal, sure);

  add_to (&score->classes[truth->class], proposal, right, sure && !right);
  add_to (find_trick (score, truth->how), proposal, right, sure && !right);
  if (truth->class <= NASTY_SEVERAL)
    add_to (&score->receipts, proposal, right, sure && !right);
  if (truth->careful)
    add_to (&score->careful, proposal, right, sure && !right);
  if (sure && !right)
    describe (company, truth, proposal, "WRONG SURE");
  else if (!(truth->careful ? sure : right) && is_shown (truth))
    describe (company, truth, proposal, right ? "not sure" : "wrong");
}

static void
count_all (Score *score, const NastyCompany *company)
{
  for (guint i = 0; i < company->truths->len; i++)
    {
      const NastyTruth *truth = company->truths->pdata[i];

      score->classes[truth->class].n++;
      find_trick (score, truth->how)->n++;
      score->receipts.n += truth->class <= NASTY_SEVERAL;
      score->careful.n += truth->careful;
    }
}

static const NastyTruth *
find_truth (const NastyCompany *company, gint64 transaction_id)
{
  return company->truths->pdata[transaction_id - 1];
}

static void
reconcile_year (NastyCompany *company, Score *score)
{
  g_autoptr (GHashTable) proposed = g_hash_table_new (NULL, NULL);
  g_autoptr (AcqReconciliation) result
    = acq_reconciliation_run (company->ledger, company->first + 365, NULL, NULL, NULL);

  for (guint i = 0; i < result->proposals->len; i++)
    {
      const AcqProposal *proposal = result->proposals->pdata[i];

      g_hash_table_add (proposed, (gpointer) find_truth (company, proposal->transaction_id));
      count (score, company, find_truth (company, proposal->transaction_id), proposal);
    }
  for (guint i = 0; i < company->truths->len; i++)
    {
      const NastyTruth *truth = company->truths->pdata[i];

      if (truth->parts->len > 0 && !g_hash_table_contains (proposed, truth) && is_shown (truth))
        describe (company, truth, NULL, "nothing proposed");
    }
}

/* The user puts right what was proposed and says why something is missing; what is nobody's he sets aside. */
static void
confirm (NastyCompany *company, AcqTransaction *line, const NastyTruth *truth, const AcqProposal *proposal)
{
  gboolean posted
    = proposal->certainty == ACQ_CERTAINTY_SURE && is_right (company->ledger, truth, proposal, TRUE);
  AcqReceipt *receipt;

  if (truth->parts->len == 0)
    {
      line->ignored = TRUE;
      return;
    }
  receipt = replay_add_receipt (company->ledger, line, line->id, line->amount);
  for (guint i = 0; i < truth->parts->len; i++)
    {
      const NastyPart *part = &g_array_index (truth->parts, NastyPart, i);

      replay_allocate (receipt, part->invoice_id, part->amount,
                       posted ? ACQ_ALLOCATION_ORIGIN_SURE : ACQ_ALLOCATION_ORIGIN_HAND);
      if (part->kept != 0)
        replay_allocate (replay_add_receipt (company->ledger, line, 0, part->kept), part->invoice_id,
                         part->kept, ACQ_ALLOCATION_ORIGIN_HAND);
    }
}

/* Whose payment it is; 0 where it is several customers' or nobody's. */
static gint64
find_only_customer (const AcqLedger *ledger, const NastyTruth *truth)
{
  gint64 customer_id = 0;

  for (guint i = 0; i < truth->parts->len; i++)
    {
      gint64 one = acq_ledger_find_invoice (ledger, g_array_index (truth->parts, NastyPart, i).invoice_id)
                     ->customer_id;

      if (customer_id != 0 && one != customer_id)
        return 0;
      customer_id = one;
    }
  return customer_id;
}

static void
reconcile_month (NastyCompany *company, Score *score, GHashTable *seen, AcqDay today)
{
  g_autoptr (AcqReconciliation) result = NULL;
  g_autoptr (GHashTable) lines = g_hash_table_new (g_int64_hash, g_int64_equal);

  acq_ledger_derive_balances (company->ledger);
  result = acq_reconciliation_run (company->ledger, today, NULL, NULL, NULL);
  for (guint i = 0; i < company->ledger->transactions->len; i++)
    g_hash_table_insert (lines, &((AcqTransaction *) company->ledger->transactions->pdata[i])->id,
                         company->ledger->transactions->pdata[i]);
  for (guint i = 0; i < result->proposals->len; i++)
    {
      const AcqProposal *proposal = result->proposals->pdata[i];
      const NastyTruth *truth = find_truth (company, proposal->transaction_id);
      AcqTransaction *line = g_hash_table_lookup (lines, &proposal->transaction_id);

      if (g_hash_table_add (seen, GUINT_TO_POINTER ((guint) line->id)))
        count (score, company, truth, proposal);
      confirm (company, line, truth, proposal);
      if (proposal->certainty != ACQ_CERTAINTY_SURE && line->children == NULL)
        replay_learn (company->ledger, line, find_only_customer (company->ledger, truth));
    }
}

static void
reconcile_monthly (NastyCompany *company, Score *score)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (Replay) replay = replay_new (company->ledger);

  for (AcqDay end = acq_day_end_of_month (company->first); end < company->first + 366;
       end = acq_day_end_of_month (end + 1))
    {
      replay_reveal (replay, end);
      reconcile_month (company, score, seen, end);
    }
}

static void
print_tally (const char *name, const Tally *tally)
{
  if (tally->n > 0)
    g_test_message ("%-24s %6u lines %6u proposed %6.1f %% right %6.1f %% sure %3u wrong sure", name,
                    tally->n, tally->proposed, 100.0 * tally->right / tally->n,
                    100.0 * tally->sure / tally->n, tally->wrong_sure);
}

static void
print_score (const Score *score, gboolean tricks)
{
  GHashTableIter iter;
  gpointer how, tally;

  print_tally ("all receipts", &score->receipts);
  print_tally ("posted unasked", &score->careful);
  for (guint i = 0; i < NASTY_N_CLASSES; i++)
    print_tally (class_names[i], &score->classes[i]);
  g_hash_table_iter_init (&iter, score->tricks);
  while (tricks && g_hash_table_iter_next (&iter, &how, &tally))
    print_tally (how, tally);
}

static void
add_tally (Tally *sum, const Tally *one)
{
  sum->n += one->n;
  sum->proposed += one->proposed;
  sum->right += one->right;
  sum->sure += one->sure;
  sum->wrong_sure += one->wrong_sure;
}

static void
add_score (Score *sum, const Score *one)
{
  GHashTableIter iter;
  gpointer how, tally;

  add_tally (&sum->receipts, &one->receipts);
  add_tally (&sum->careful, &one->careful);
  for (guint i = 0; i < NASTY_N_CLASSES; i++)
    add_tally (&sum->classes[i], &one->classes[i]);
  g_hash_table_iter_init (&iter, one->tricks);
  while (g_hash_table_iter_next (&iter, &how, &tally))
    add_tally (find_trick (sum, how), tally);
}

static double
share (guint part, guint whole)
{
  return whole == 0 ? 100.0 : 100.0 * part / whole;
}

/* In hundredths. */
typedef struct
{
  const char *how;
  double each, mean, each_transfers, transfers, psp, cheques, careful_right, careful_sure;
} Bars;

static guint
count_wrong (const Score *score)
{
  guint wrong = 0;

  for (guint i = 0; i < NASTY_N_CLASSES; i++)
    wrong += score->classes[i].wrong_sure;
  return wrong;
}

static void
check_seed (const Score *score, const Bars *bars)
{
  const Tally *transfers = &score->classes[NASTY_TRANSFER];

  g_assert_cmpuint (score->receipts.n, >=, LEAST_RECEIPTS);
  g_assert_cmpuint (count_wrong (score), ==, 0);
  g_assert_cmpfloat (share (score->receipts.right, score->receipts.n), >=, bars->each);
  g_assert_cmpfloat (share (transfers->right, transfers->n), >=, bars->each_transfers);
}

static void
print_bar (const Bars *bars, const char *what, guint part, guint whole, double least)
{
  g_autofree char *work = g_strdup_printf ("invented companies, %s: %s", bars->how, what);

  replay_print_share (work, part, whole, least);
}

/* All but "each company", which each seed answers for itself. */
static void
print_bars (const Score *score, const Bars *bars)
{
  const Tally *classes = score->classes;

  print_bar (bars, "receipts right", score->receipts.right, score->receipts.n, bars->mean);
  print_bar (bars, "transfers right", classes[NASTY_TRANSFER].right, classes[NASTY_TRANSFER].n,
             bars->transfers);
  print_bar (bars, "payouts right", classes[NASTY_PSP].right, classes[NASTY_PSP].n, bars->psp);
  print_bar (bars, "cheque deposits right", classes[NASTY_CHEQUES].right, classes[NASTY_CHEQUES].n,
             bars->cheques);
  print_bar (bars, "posted by anybody: right", score->careful.right, score->careful.n, bars->careful_right);
  print_bar (bars, "posted by anybody: sure", score->careful.sure, score->careful.n, bars->careful_sure);
  print_bar (bars, "no wrong sure", score->receipts.n - count_wrong (score), score->receipts.n, 100.0);
}

static void
check_mean (const Score *score, const Bars *bars)
{
  const Tally *classes = score->classes;

  g_assert_cmpfloat (share (score->receipts.right, score->receipts.n), >=, bars->mean);
  g_assert_cmpfloat (share (classes[NASTY_TRANSFER].right, classes[NASTY_TRANSFER].n), >=, bars->transfers);
  /* Few lines a company: their mean is one of many companies only. */
  if (g_test_slow ())
    {
      g_assert_cmpfloat (share (score->careful.sure, score->careful.n), >=, bars->careful_sure);
      g_assert_cmpfloat (share (classes[NASTY_PSP].right, classes[NASTY_PSP].n), >=, bars->psp);
      g_assert_cmpfloat (share (classes[NASTY_CHEQUES].right, classes[NASTY_CHEQUES].n), >=, bars->cheques);
    }
  g_assert_cmpfloat (share (score->careful.right, score->careful.n), >=, bars->careful_right);
}

static void
run_seeds (void (*reconcile) (NastyCompany *company, Score *score), const Bars *bars)
{
  const char *first = g_getenv ("NASTY_FIRST"), *last = g_getenv ("NASTY_LAST");
  guint from = first != NULL ? (guint) g_ascii_strtoull (first, NULL, 10) : FIRST_SEED;
  guint to = last != NULL ? (guint) g_ascii_strtoull (last, NULL, 10) : (guint) LAST_SEED;
  Score sum = new_score ();

  for (guint seed = from; seed <= to; seed++)
    {
      g_autoptr (NastyCompany) company = nasty_company_new (seed);
      Score score = new_score ();

      g_test_message ("seed %u", seed);
      count_all (&score, company);
      reconcile (company, &score);
      print_score (&score, FALSE);
      if (first == NULL)
        check_seed (&score, bars);
      add_score (&sum, &score);
      clear_score (&score);
    }
  g_test_message ("all seeds");
  print_score (&sum, TRUE);
  print_bars (&sum, bars);
  if (first == NULL)
    check_mean (&sum, bars);
  clear_score (&sum);
}

static void
test_cold (void)
{
  static const Bars bars = { "cold", 87.0, 92.0, 94.0, 97.0, 75.0, 45.0, 99.0, 98.0 };

  run_seeds (reconcile_year, &bars);
}

static void
test_monthly (void)
{
  static const Bars bars = { "confirmed monthly", 93.0, 96.5, 97.0, 99.0, 90.0, 70.0, 99.5, 99.0 };

  run_seeds (reconcile_monthly, &bars);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reconcile/nasty-companies/cold", test_cold);
  g_test_add_func ("/reconcile/nasty-companies/monthly", test_monthly);
  return g_test_run ();
}
