/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reconciles the payments of a real ledger and compares with the accountant's lettering. The rows of accounts 411 are
 * invoices (sales journal, opening entries, anything in debit) or receipts; the bank's label is all that is known of
 * a payer. */
#include <string.h>

#include "acq-money.h"
#include "ledger-builder.h"

#define MIN_FIRST 0.95
#define MIN_SURE  0.60

typedef struct
{
  char *journal, *customer, *name, *reference, *label, *letter;
  AcqDay day;
  gint64 amount; /* debit less credit */
  gboolean receipt;
  gint64 id; /* of the invoice or transaction */
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

static void
test_lettering (gconstpointer data)
{
  const char *shared = g_getenv ("ACQ_SHARED");
  g_autofree char *path = shared != NULL ? g_build_filename (shared, data, NULL) : NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (AcqLedger) ledger = NULL;
  g_autoptr (AcqReconciliation) result = NULL;
  guint known = 0, right = 0, sure = 0, wrong_sure = 0;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the shared samples are not there");
      return;
    }
  rows = read_rows (path);
  ledger = make_ledger (rows);
  result = acq_reconciliation_run (ledger, acq_day_new (2026, 11, 21), NULL, NULL, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i];
      AcqTransaction key = { .id = row->id };
      g_autoptr (GArray) answer = row->receipt ? find_answer (rows, row) : NULL;
      const AcqProposal *proposal = row->receipt ? find_proposal (result, &key) : NULL;
      g_autofree char *text = describe_proposal (ledger, proposal);
      gboolean correct = answer != NULL && proposal != NULL && is_answer (ledger, proposal, row, answer);

      if (!row->receipt)
        continue;
      known += answer != NULL ? 1 : 0;
      right += correct ? 1 : 0;
      sure += correct && proposal->certainty == ACQ_CERTAINTY_SURE ? 1 : 0;
      wrong_sure
        += answer != NULL && !correct && proposal != NULL && proposal->certainty == ACQ_CERTAINTY_SURE;
      g_test_message ("%s %s %" G_GINT64_FORMAT " %s: %s",
                      answer == NULL ? "?"
                      : correct      ? "ok"
                                     : "NO",
                      row->name, -row->amount, row->label, text);
    }
  g_test_message ("%u receipts with a known answer: %u right, %u of them sure, %u wrong sure", known, right,
                  sure, wrong_sure);
  g_assert_cmpuint (known, >, 0);
  g_assert_cmpuint (wrong_sure, ==, 0);
  g_assert_cmpfloat (right, >=, MIN_FIRST * known);
  g_assert_cmpfloat (sure, >=, MIN_SURE * known);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/reconcile/lettered-ledger/drinks",
                        "samples/fec/neolegal-fr_fec-reader/src__test__resources__111111111FEC20221231.TXT",
                        test_lettering);
  return g_test_run ();
}
