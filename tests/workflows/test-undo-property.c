/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-fact-entry.h"
#include "acq-ledger-repository.h"
#include "acq-matching.h"
#include "acq-workflow-error.h"
#include "import-case.h"

#define N_INVOICES 14
#define N_LINES    24
#define N_STEPS    45
#define N_WALKS    14

/* One random walk through the life of a company file. The world behind it is fixed: whatever file shows an invoice or a bank line
   shows the same one. Few customers, days and amounts, so that much looks alike. */
typedef struct
{
  StoreCase *store;
  GRand *rand;
} Walk;

static int
below (Walk *self, int end)
{
  return g_rand_int_range (self->rand, 0, end);
}

static const char *
customer_of (int invoice)
{
  static const char *const codes[] = { "C1", "C2", "C1", "C3" };

  return codes[invoice % 4];
}

static int
total_of (int invoice)
{
  return invoice % 7 == 6 ? -20 : 50 + 25 * (invoice % 3);
}

static char *
write_table (Walk *self)
{
  GString *text = g_string_new (INVOICES);
  int first = below (self, N_INVOICES - 3), last = first + 3 + below (self, N_INVOICES - first - 2);

  for (int i = first; i < last; i++)
    {
      int paid = total_of (i) > 0 && below (self, 4) == 0 ? below (self, 3) * 25 : 0;
      /* Now and then a number comes with another customer's name, or falls due later than was said. */
      const char *customer = below (self, 12) == 0 ? "C9" : customer_of (i);

      g_string_append_printf (text, "F%02d;%02d/08/2026;%02d/09/2026;%s;Client %s;%d,00;%.*d;\n", i, i + 1,
                              i + 1 + below (self, 2), customer, customer, total_of (i), paid != 0, paid);
    }
  return g_string_free (text, FALSE);
}

/* What line of the bank pays which invoices: one, two, or somebody else's; two lines out of eight are alike. */
static int
amount_of (int line)
{
  if (line % 8 == 7)
    return -8;
  if (line % 8 >= 5)
    return 75;
  return total_of (line % N_INVOICES) + (line % 3 == 2 ? total_of ((line + 2) % N_INVOICES) : 0);
}

static char *
write_statement (Walk *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  int first = below (self, N_LINES - 2), last = first + 2 + below (self, N_LINES - first - 1);
  gboolean with_ids = below (self, 2) == 0;

  for (int i = first; i < MIN (last, N_LINES); i++)
    {
      g_autofree char *id = with_ids ? g_strdup_printf ("ID%d", i) : g_strdup ("-");

      if (i % 8 >= 5)
        g_ptr_array_add (lines,
                         g_strdup_printf ("202609%02d %d.00 %s VIR ALIKE", i / 8 * 8 + 8, amount_of (i), id));
      else
        g_ptr_array_add (lines,
                         g_strdup_printf ("202609%02d %d.00 %s VIR CLIENT %s F%02d", i + 1, amount_of (i), id,
                                          customer_of (i % N_INVOICES), i % N_INVOICES));
    }
  g_ptr_array_add (lines, NULL);
  return import_case_ofx (below (self, 5) == 0 ? "11111111111" : "98765432109",
                          (const char *const *) lines->pdata);
}

/* Each invoice, and a payment of it three days after its statement's, lettered or not yet. */
static char *
write_ledger (Walk *self)
{
  GString *text = g_string_new (FEC);
  int first = below (self, N_INVOICES - 2), last = first + 1 + below (self, N_INVOICES - first - 1);
  gboolean lettered = below (self, 3) > 0;

  for (int i = first; i < last; i++)
    {
      const char *customer = customer_of (i), *letters = lettered && total_of (i) > 0 ? "L" : "";
      int debit = MAX (total_of (i), 0), credit = MAX (-total_of (i), 0);

      g_string_append_printf (
        text,
        "VE|Ventes|%d|202608%02d|411000|Clients|%s|Client %s|F%02d|202608%02d|Facture|%d,00|%d,00|"
        "%s%d||||\n",
        i, i + 1, customer, customer, i, i + 1, debit, credit, letters, i);
      if (debit > 0)
        g_string_append_printf (
          text,
          "BQ|Banque|1%02d|202609%02d|411000|Clients|%s|Client %s||202609%02d|VIR|0,00|%d,00|%s%d||||\n"
          "BQ|Banque|1%02d|202609%02d|512000|Banque||||202609%02d|VIR|%d,00|0,00|||||\n",
          i, i + 3, customer, customer, i + 3, debit, letters, i, i, i + 3, i + 3, debit);
    }
  return g_string_free (text, FALSE);
}

/* The rows that a second import of the same file must leave alone: all but what it says of the statement. */
static char *
dump_facts (Walk *self)
{
  g_autofree char *dump = store_case_dump (self->store, FALSE);
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  GString *facts = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_has_prefix (lines[i], "statement|"))
      g_string_append_printf (facts, "%s\n", lines[i]);
  return g_string_free (facts, FALSE);
}

static AcqImportResult *
import (Walk *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  AcqImportResult *result = import_case_try (self->store, "file.txt", text, &error);

  g_assert_no_error (error);
  return result;
}

static void
import_again (Walk *self, const char *text)
{
  g_autofree char *before = dump_facts (self), *after = NULL;
  g_autoptr (AcqImportResult) again = import (self, text);

  after = dump_facts (self);
  g_assert_cmpint (again->added, ==, 0);
  g_assert_cmpint (again->updated, ==, 0);
  g_assert_cmpstr (after, ==, before);
}

static void
step_import (Walk *self)
{
  int format = below (self, 3);
  g_autofree char *text = format == 0   ? write_table (self)
                          : format == 1 ? write_statement (self)
                                        : write_ledger (self);
  g_autofree char *before = store_case_dump (self->store, FALSE);
  g_autoptr (AcqImportResult) first = import (self, text);
  g_autoptr (AcqImportResult) second = NULL;

  g_assert_cmpint (first->read, ==, first->added + first->updated + first->duplicates + first->n_rejected);
  if (below (self, 2) == 0)
    {
      import_case_undo (self->store, first->batch);
      store_case_assert_dump (self->store, FALSE, before);
      second = import (self, text);
      g_assert_cmpint (second->added, ==, first->added);
      g_assert_cmpint (second->updated, ==, first->updated);
    }
  if (below (self, 2) == 0)
    import_again (self, text);
}

static gint64
pick (Walk *self, const char *sql)
{
  g_autofree char *answer = store_case_ask (self->store, sql);
  g_auto (GStrv) ids = answer == NULL ? NULL : g_strsplit (answer, ",", -1);

  return ids == NULL ? 0 : g_ascii_strtoll (ids[below (self, (int) g_strv_length (ids))], NULL, 10);
}

static char *
pick_number (Walk *self)
{
  g_autofree char *answer = store_case_ask (self->store, "SELECT group_concat (number) FROM invoice");
  g_auto (GStrv) numbers = answer == NULL ? NULL : g_strsplit (answer, ",", -1);

  return numbers == NULL ? NULL : g_strdup (numbers[below (self, (int) g_strv_length (numbers))]);
}

/* A refusal must be one of these words and leave no trace. */
static void
check_refusal (Walk *self, gboolean done, GError *const *error_at, const char *before)
{
  const GError *error = *error_at;

  if (done)
    return;
  g_assert_nonnull (error);
  g_assert_true (error->domain == ACQ_WORKFLOW_ERROR
                 || g_error_matches (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_LATER_CHANGE));
  store_case_assert_dump (self->store, TRUE, before);
}

#define OVER_SETTLED "SELECT count(*) FROM invoice WHERE balance <> 0 AND (balance < 0) <> (total < 0)"

static void
step_match (Walk *self)
{
  g_autoptr (GPtrArray) parts = acq_match_parts_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_case_dump (self->store, TRUE);
  gint64 transaction = pick (self, "SELECT group_concat (id) FROM bank_transaction");
  int n = 1 + below (self, 3);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *number = pick_number (self);
      gint64 amount = (below (self, 6) == 0 ? -1 : 1) * 2500 * (1 + below (self, 4));

      if (number != NULL)
        acq_match_parts_add (parts, number, amount);
    }
  if (parts->len > 0)
    check_refusal (self, acq_match_by_hand (self->store->file, transaction, parts, &error), &error, before);
}

static void
step_unmatch (Walk *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_case_dump (self->store, TRUE);
  g_autofree char *number = below (self, 2) == 0 ? pick_number (self) : NULL;
  gint64 transaction = pick (self, "SELECT group_concat (id) FROM bank_transaction WHERE matched <> 0"),
         removed;

  check_refusal (self, acq_match_take_back (self->store->file, transaction, number, &removed, &error), &error,
                 before);
}

static void
step_reconcile (Walk *self)
{
  g_autoptr (GError) error = NULL;
  AcqDay today = acq_clock_today (store_case_clock ());
  g_autoptr (AcqLedger) ledger
    = acq_ledger_repository_load (self->store->connection, ACQ_LEDGER_WHOLE, today, &error);
  g_autoptr (AcqReconciliation) reconciliation = NULL;
  guint posted;

  g_assert_no_error (error);
  reconciliation = acq_reconciliation_run (ledger, today, NULL, NULL, NULL);
  acq_match_post_sure (self->store->file, ledger, reconciliation, &posted, &error);
  g_assert_no_error (error);
}

static void
step_pay (Walk *self)
{
  static const AcqMeans means[]
    = { ACQ_MEANS_CHEQUE, ACQ_MEANS_CASH, ACQ_MEANS_TRANSFER, ACQ_MEANS_WRITE_OFF };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_case_dump (self->store, TRUE);
  g_autofree char *number = pick_number (self);
  AcqPaymentEntry entry
    = { number, 2500 * (1 + below (self, 4)), acq_day_parse_iso ("2026-09-08") + below (self, 10),
        means[below (self, 4)], NULL };
  AcqReceiptState state;

  if (number != NULL)
    check_refusal (self, acq_fact_enter_payment (self->store->file, &entry, &state, &error), &error, before);
}

static void
step_note (Walk *self)
{
  static const AcqNoteKind kinds[] = { ACQ_NOTE_KIND_HOLD, ACQ_NOTE_KIND_DISPUTE, ACQ_NOTE_KIND_REMINDED };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_case_dump (self->store, TRUE);
  g_autofree char *number = pick_number (self);
  AcqNoteEntry entry = {
    .kind = kinds[below (self, 3)], .number = number, .amount = -1, .day = ACQ_DAY_NONE, .until = ACQ_DAY_NONE
  };
  gint64 id;

  if (number != NULL)
    check_refusal (self, acq_fact_enter_note (self->store->file, &entry, &id, &error), &error, before);
}

static void
step_undo (Walk *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_case_dump (self->store, TRUE);
  gint64 batch = pick (self, "SELECT group_concat (id) FROM batch WHERE NOT undone"), removed;

  check_refusal (self, acq_import_undo (self->store->file, batch, &removed, &error), &error, before);
}

static const struct
{
  const char *name;
  void (*take) (Walk *self);
  int weight;
  gboolean may_over_settle; /* what a file says, or what it no longer says */
} steps[] = {
  { "import", step_import, 6, TRUE },   { "match", step_match, 5, FALSE },
  { "unmatch", step_unmatch, 2, TRUE }, { "reconcile", step_reconcile, 2, FALSE },
  { "pay", step_pay, 3, FALSE },        { "note", step_note, 1, FALSE },
  { "undo", step_undo, 3, TRUE },
};

static gsize
pick_step (Walk *self)
{
  int at = below (self, 22);
  gsize i = 0;

  while ((at -= steps[i].weight) >= 0)
    i++;
  return i;
}

static gint64
count (Walk *self, const char *sql)
{
  g_autofree char *answer = store_case_ask (self->store, sql);

  return g_ascii_strtoll (answer, NULL, 10);
}

static void
take_step (Walk *self, guint number)
{
  gsize step = pick_step (self);
  gint64 over_settled = count (self, OVER_SETTLED);

  g_test_message ("step %u: %s", number, steps[step].name);
  steps[step].take (self);
  store_case_assert_sound (self->store);
  if (!steps[step].may_over_settle)
    g_assert_cmpint (count (self, OVER_SETTLED), <=, over_settled);
}

static void
test_walks (void)
{
  gint64 undone = 0, allocations = 0;

  for (guint seed = 0; seed < (g_test_slow () ? 15 * N_WALKS : N_WALKS); seed++)
    {
      g_autoptr (StoreCase) store = store_case_new ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      Walk walk = { store, rand };

      g_test_message ("walk %u", seed);
      for (guint i = 0; i < N_STEPS; i++)
        take_step (&walk, i);
      undone += count (&walk, "SELECT count(*) FROM batch WHERE undone");
      allocations += count (&walk, "SELECT count(*) FROM allocation");
    }
  /* The walks lead through what they are meant to try. */
  g_assert_cmpint (undone, >, N_WALKS * 3);
  g_assert_cmpint (allocations, >, N_WALKS * 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/undo/walks", test_walks);
  return g_test_run ();
}
