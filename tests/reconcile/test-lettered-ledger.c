/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reconciles the payments of a real ledger and compares with the accountant's lettering, all at once and month by month with a
 * user who confirms what the lettering says. The rows of accounts 411 are invoices (sales journal, opening entries,
 * anything in debit) or receipts; the bank's label is all that is known of a payer. */
#include <string.h>

#include "acq-money.h"
#include "ledger-builder.h"
#include "replay.h"

/* In hundredths. */
#define MIN_FIRST          95.0
#define MIN_SURE           60.0
#define MIN_SURE_CONFIRMED 70.0

typedef struct
{
  char *journal, *customer, *name, *reference, *label, *letter;
  AcqDay day;
  gint64 amount; /* debit less credit */
  gboolean receipt;
  gint64 id;   /* of the invoice or transaction */
  gint64 paid; /* of an invoice, by what was confirmed */
} Row;

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->journal);
  g_free (row->customer);
  g_free (row->name);
  g_free (row->reference);
  g_free (row->label);
  g_free (row->letter);
  g_free (row);
}

static int
find_column (char **heads, const char *name)
{
  for (int i = 0; heads[i] != NULL; i++)
    if (g_ascii_strcasecmp (g_strstrip (heads[i]), name) == 0)
      return i;
  g_assert_not_reached ();
}

static char *
get_cell (char **heads, char **cells, const char *name)
{
  return g_strstrip (g_strdup (cells[find_column (heads, name)]));
}

static gint64
get_amount (char **heads, char **cells, const char *name)
{
  g_autofree char *text = get_cell (heads, cells, name);
  gint64 amount = 0;

  if (text[0] != '\0')
    g_assert_true (acq_amount_parse_written (text, 2, &amount));
  return amount;
}

static AcqDay
get_day (char **heads, char **cells)
{
  g_autofree char *text = get_cell (heads, cells, "EcritureDate");
  int date = (int) g_ascii_strtoll (text, NULL, 10);

  return acq_day_new (date / 10000, date / 100 % 100, date % 100);
}

static gboolean
is_sales_journal (const char *journal)
{
  static const char *const journals[] = { "VEN", "VE", "VT", "VTE", "AN", "ANO", "RAN", NULL };

  return g_strv_contains (journals, journal);
}

static Row *
read_row (char **heads, char **cells)
{
  g_autofree char *account = get_cell (heads, cells, "CompteNum");
  g_autofree char *account_name = get_cell (heads, cells, "CompteLib");
  Row *row;

  if (!g_str_has_prefix (account, "411"))
    return NULL;
  row = g_new0 (Row, 1);
  row->journal = get_cell (heads, cells, "JournalCode");
  row->customer = get_cell (heads, cells, "CompAuxNum");
  row->name = get_cell (heads, cells, "CompAuxLib");
  row->reference = get_cell (heads, cells, "PieceRef");
  row->label = get_cell (heads, cells, "EcritureLib");
  row->letter = get_cell (heads, cells, "EcritureLet");
  row->day = get_day (heads, cells);
  row->amount = get_amount (heads, cells, "Debit") - get_amount (heads, cells, "Credit");
  row->receipt = !is_sales_journal (row->journal) && row->amount < 0;
  if (row->customer[0] == '\0')
    {
      g_free (row->customer);
      row->customer = g_strdup (account);
    }
  if (row->name[0] == '\0')
    {
      g_free (row->name);
      row->name = g_strdup (account_name);
    }
  return row;
}

static GPtrArray *
read_rows (const char *path)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);
  g_autofree char *bytes = NULL, *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) heads = NULL;
  const char *separator;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  text = g_utf8_validate (bytes, (gssize) length, NULL)
           ? g_strdup (bytes)
           : g_convert (bytes, (gssize) length, "UTF-8", "ISO-8859-15", NULL, NULL, NULL);
  lines = g_strsplit_set (text, "\r\n", -1);
  separator = strchr (lines[0], '\t') != NULL ? "\t" : "|";
  heads = g_strsplit (lines[0], separator, -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], separator, -1);
      Row *row = g_strv_length (cells) >= 14 ? read_row (heads, cells) : NULL;

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  return rows;
}

static guint
count_reference (const GPtrArray *rows, const char *reference)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i];

      n += !row->receipt && strcmp (row->reference, reference) == 0 ? 1 : 0;
    }
  return n;
}

static AcqCustomer *
find_or_build_customer (AcqLedger *ledger, const Row *row)
{
  for (guint i = 0; i < ledger->customers->len; i++)
    if (g_strcmp0 (((AcqCustomer *) ledger->customers->pdata[i])->code, row->customer) == 0)
      return ledger->customers->pdata[i];
  build_customer (ledger, row->name)->code = g_strdup (row->customer);
  return ledger->customers->pdata[ledger->customers->len - 1];
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const Row *first = *(Row *const *) a, *second = *(Row *const *) b;

  return first->day < second->day ? -1 : first->day > second->day;
}

static AcqLedger *
make_ledger (GPtrArray *rows)
{
  AcqLedger *ledger = acq_ledger_new ();
  g_autoptr (GPtrArray) receipts = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = rows->pdata[i];
      g_autofree char *number = NULL;

      if (row->receipt)
        {
          g_ptr_array_add (receipts, row);
          continue;
        }
      if (strspn (row->reference, "0") < strlen (row->reference)
          && count_reference (rows, row->reference) == 1)
        number = g_strdup (row->reference);
      else
        number = g_strdup_printf ("P%05u", i);
      row->id
        = build_invoice (ledger, find_or_build_customer (ledger, row), number, row->day, row->amount)->id;
    }
  g_ptr_array_sort (receipts, compare_days);
  for (guint i = 0; i < receipts->len; i++)
    {
      Row *row = receipts->pdata[i];

      row->id = build_transaction (ledger, row->day, -row->amount, row->label)->id;
    }
  acq_ledger_derive_balances (ledger);
  return ledger;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/* What the accountant set against this receipt alone, each as customer and amount, for twins are the same answer; NULL
   where the letter holds several receipts or does not come out. */
static GArray *
find_answer (const GPtrArray *rows, const Row *receipt)
{
  GArray *answer = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 sum = 0;
  guint receipts = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i];

      if (strcmp (row->customer, receipt->customer) != 0 || strcmp (row->letter, receipt->letter) != 0)
        continue;
      sum += row->amount;
      receipts += row->receipt ? 1 : 0;
      if (!row->receipt)
        g_array_append_val (answer, row->amount);
    }
  if (receipt->letter[0] != '\0' && sum == 0 && receipts == 1)
    {
      g_array_sort (answer, compare_ids);
      return answer;
    }
  g_array_unref (answer);
  return NULL;
}

static gboolean
is_answer (const AcqLedger *ledger, const AcqProposal *proposal, const Row *receipt, const GArray *answer)
{
  g_autoptr (GArray) got = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < proposal->allocations->len; i++)
    {
      const AcqInvoice *invoice = acq_ledger_find_invoice (
        ledger, g_array_index (proposal->allocations, AcqProposedAllocation, i).invoice_id);
      const AcqCustomer *customer = acq_ledger_find_customer (ledger, invoice->customer_id);

      if (g_strcmp0 (customer->code, receipt->customer) != 0)
        return FALSE;
      g_array_append_val (got, invoice->total);
    }
  g_array_sort (got, compare_ids);
  return got->len == answer->len && memcmp (got->data, answer->data, got->len * sizeof (gint64)) == 0;
}

typedef struct
{
  GPtrArray *rows; /* (element-type Row) */
  AcqLedger *ledger;
  guint known, right, sure, wrong_sure;
} Score;

/* FALSE, and the test skipped, where the sample is not there. */
static gboolean
read_ledger (Score *score, gconstpointer data)
{
  const char *shared = g_getenv ("ACQ_SHARED");
  g_autofree char *path = shared != NULL ? g_build_filename (shared, data, NULL) : NULL;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the shared samples are not there");
      return FALSE;
    }
  *score = (Score){ .rows = read_rows (path) };
  score->ledger = make_ledger (score->rows);
  return TRUE;
}

static void
count (Score *score, const Row *row, const AcqProposal *proposal)
{
  g_autoptr (GArray) answer = find_answer (score->rows, row);
  g_autofree char *text = describe_proposal (score->ledger, proposal);
  gboolean right = answer != NULL && proposal != NULL && is_answer (score->ledger, proposal, row, answer);
  gboolean sure = proposal != NULL && proposal->certainty == ACQ_CERTAINTY_SURE;

  score->right += right;
  score->sure += right && sure;
  score->wrong_sure += answer != NULL && !right && sure;
  g_test_message ("%s %s %" G_GINT64_FORMAT " %s: %s",
                  answer == NULL ? "?"
                  : right        ? "ok"
                                 : "NO",
                  row->name, -row->amount, row->label, text);
}

static void
check_score (Score *score, const char *how, double least_sure)
{
  g_autofree char *right = g_strdup_printf ("a lettered ledger, %s: right", how);
  g_autofree char *sure = g_strdup_printf ("a lettered ledger, %s: sure", how);

  for (guint i = 0; i < score->rows->len; i++)
    {
      const Row *row = score->rows->pdata[i];
      g_autoptr (GArray) answer = row->receipt ? find_answer (score->rows, row) : NULL;

      score->known += answer != NULL;
    }
  g_test_message ("%u receipts with a known answer: %u right, %u of them sure, %u wrong sure", score->known,
                  score->right, score->sure, score->wrong_sure);
  g_assert_cmpuint (score->known, >, 0);
  g_assert_cmpuint (score->wrong_sure, ==, 0);
  replay_print_share (right, score->right, score->known, MIN_FIRST);
  replay_print_share (sure, score->sure, score->known, least_sure);
  g_assert_cmpfloat (score->right * 100.0, >=, MIN_FIRST * score->known);
  g_assert_cmpfloat (score->sure * 100.0, >=, least_sure * score->known);
  g_ptr_array_unref (score->rows);
  acq_ledger_free (score->ledger);
}

static void
test_lettering (gconstpointer data)
{
  Score score;
  g_autoptr (AcqReconciliation) result = NULL;

  if (!read_ledger (&score, data))
    return;
  result = acq_reconciliation_run (score.ledger, acq_day_new (2026, 11, 21), NULL, NULL, NULL);
  for (guint i = 0; i < score.rows->len; i++)
    {
      const Row *row = score.rows->pdata[i];
      const AcqTransaction key = { .id = row->id };

      if (row->receipt)
        count (&score, row, find_proposal (result, &key));
    }
  check_score (&score, "cold", MIN_SURE);
}

/* Whether the accountant set this row against the receipt, and it has come to light. */
static gboolean
is_lettered_with (const Row *row, const Row *receipt, AcqDay today)
{
  return !row->receipt && row->day <= today && strcmp (row->customer, receipt->customer) == 0
         && strcmp (row->letter, receipt->letter) == 0;
}

/* What the lettering says of a receipt, be it one of several of its letter: invoices that are not wholly paid, in their order. What
   has no letter the user leaves open. */
static void
confirm (Score *score, const Row *row, const AcqTransaction *line, gboolean sure, AcqDay today)
{
  gint64 left = line->amount - line->matched;
  AcqReceipt *receipt = NULL;

  for (guint i = 0; row->letter[0] != '\0' && i < score->rows->len; i++)
    {
      Row *invoice = score->rows->pdata[i];
      gint64 part = MIN (invoice->amount - invoice->paid, left);

      if (!is_lettered_with (invoice, row, today) || part == 0)
        continue;
      if (receipt == NULL)
        receipt = replay_add_receipt (score->ledger, line, line->id, line->amount);
      replay_allocate (receipt, invoice->id, part,
                       sure ? ACQ_ALLOCATION_ORIGIN_SURE : ACQ_ALLOCATION_ORIGIN_HAND);
      invoice->paid += part;
      left -= part;
    }
  if (receipt != NULL && !sure)
    replay_learn (score->ledger, line,
                  acq_ledger_find_invoice (score->ledger,
                                           g_array_index (receipt->allocations, AcqAllocation, 0).invoice_id)
                    ->customer_id);
}

static const Row *
find_receipt (const GPtrArray *rows, gint64 transaction_id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((Row *) rows->pdata[i])->receipt && ((Row *) rows->pdata[i])->id == transaction_id)
      return rows->pdata[i];
  g_assert_not_reached ();
}

/* Everything that is open: first what is proposed is counted and then the lettering confirmed, proposed or not. */
static void
replay_month (Score *score, GHashTable *seen, AcqDay today)
{
  g_autoptr (AcqReconciliation) result = acq_reconciliation_run (score->ledger, today, NULL, NULL, NULL);

  for (guint i = 0; i < score->ledger->transactions->len; i++)
    {
      const AcqTransaction *line = score->ledger->transactions->pdata[i];
      const AcqProposal *proposal = find_proposal (result, line);
      const Row *row = find_receipt (score->rows, line->id);

      if (line->matched == line->amount)
        continue;
      if (proposal != NULL && g_hash_table_add (seen, (gpointer) row))
        count (score, row, proposal);
      confirm (score, row, line, proposal != NULL && proposal->certainty == ACQ_CERTAINTY_SURE, today);
    }
}

static AcqDay
find_day (const GPtrArray *rows, gboolean last)
{
  AcqDay day = ((Row *) rows->pdata[0])->day;

  for (guint i = 0; i < rows->len; i++)
    day = last ? MAX (day, ((Row *) rows->pdata[i])->day) : MIN (day, ((Row *) rows->pdata[i])->day);
  return day;
}

static void
test_monthly (gconstpointer data)
{
  Score score;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Replay *replay;
  AcqDay last;

  if (!read_ledger (&score, data))
    return;
  last = acq_day_end_of_month (find_day (score.rows, TRUE));
  replay = replay_new (score.ledger);
  for (AcqDay end = acq_day_end_of_month (find_day (score.rows, FALSE)); end <= last;
       end = acq_day_end_of_month (end + 1))
    {
      replay_reveal (replay, end);
      replay_month (&score, seen, end);
    }
  replay_free (replay);
  check_score (&score, "confirmed monthly", MIN_SURE_CONFIRMED);
}

int
main (int argc, char **argv)
{
  static const char path[]
    = "samples/fec/neolegal-fr_fec-reader/src__test__resources__111111111FEC20221231.TXT";

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/reconcile/lettered-ledger/cold", path, test_lettering);
  g_test_add_data_func ("/reconcile/lettered-ledger/monthly", path, test_monthly);
  return g_test_run ();
}
