/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "acq-business-calendar.h"
#include "acq-example-company.h"
#include "acq-example-files.h"
#include "acq-iban.h"
#include "acq-reconciliation.h"
#include "acq-siren.h"
#include "acq-standing.h"

/* Leap days, ends of years, holidays, a Whit Monday, days far off. */
static const char *const days[] = {
  "2024-02-29", "2025-12-31", "2026-01-01", "2026-04-06", "2026-08-15", "2026-11-20",
  "2026-11-21", "2027-05-17", "2028-03-01", "2033-07-04", "2044-12-27",
};

typedef void (*ExampleCheck) (const AcqExample *example);

static void
for_each_day (gconstpointer data)
{
  ExampleCheck check = (ExampleCheck) (gsize) data;

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (AcqExample) example = acq_example_new (acq_day_parse_iso (days[i]));

      g_test_message ("%s", days[i]);
      check (example);
    }
}

static void
check_counts (const AcqExample *example)
{
  const AcqLedger *ledger = example->ledger;
  guint credit_notes = 0;
  guint kinds[ACQ_CUSTOMER_KIND_CO_OWNERSHIP + 1] = { 0 };

  for (guint i = 0; i < ledger->invoices->len; i++)
    credit_notes += acq_invoice_is_credit_note (ledger->invoices->pdata[i]);
  for (guint i = 0; i < ledger->customers->len; i++)
    kinds[((AcqCustomer *) ledger->customers->pdata[i])->kind]++;
  g_assert_cmpuint (ledger->customers->len, ==, 60);
  g_assert_cmpuint (ledger->invoices->len, >=, 850);
  g_assert_cmpuint (ledger->invoices->len, <=, 960);
  g_assert_cmpuint (credit_notes, >=, 20);
  g_assert_cmpuint (credit_notes, <=, 35);
  g_assert_cmpuint (ledger->transactions->len, >=, 900);
  g_assert_cmpuint (ledger->reminders->len, >=, 100);
  g_assert_cmpuint (ledger->plans->len, ==, 1);
  g_assert_cmpuint (example->fresh_invoices->len, ==, 12);
  g_assert_cmpuint (example->fresh_receipts->len, >=, 12);
  g_assert_cmpuint (kinds[ACQ_CUSTOMER_KIND_PUBLIC_BODY], ==, 2);
  for (AcqCustomerKind kind = ACQ_CUSTOMER_KIND_COMPANY; kind <= ACQ_CUSTOMER_KIND_CO_OWNERSHIP; kind++)
    g_assert_cmpuint (kinds[kind], >, 0);
}

static gint64
balance_sum (const AcqLedger *ledger)
{
  gint64 sum = 0;

  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];

      sum += invoice->cancelled ? 0 : invoice->balance;
    }
  return sum;
}

static void
check_outstanding (const AcqExample *example)
{
  gint64 outstanding = balance_sum (example->ledger);

  g_assert_cmpint (outstanding, >, 60 * 100000);
  g_assert_cmpint (outstanding, <, 140 * 100000);
}

static void
check_invoice (const AcqExample *example, const AcqInvoice *invoice, const GPtrArray *items)
{
  const AcqCustomer *customer = acq_ledger_find_customer (example->ledger, invoice->customer_id);
  g_autoptr (AcqBusinessCalendar) calendar = acq_business_calendar_new (ACQ_HOLIDAY_REGION_MAINLAND);
  gint64 base = 0, tax = 0, charged = 0;

  g_assert_nonnull (customer);
  g_assert_cmpint (acq_invoice_find_flaw (invoice), ==, ACQ_INVOICE_FLAW_NONE);
  g_assert_cmpint (invoice->issued, <, example->today);
  g_assert_true (acq_business_calendar_is_working_day (calendar, invoice->issued));
  for (guint i = 0; i < invoice->vat_lines->len; i++)
    {
      base += g_array_index (invoice->vat_lines, AcqVatLine, i).base;
      tax += g_array_index (invoice->vat_lines, AcqVatLine, i).tax;
    }
  for (guint i = 0; i < items->len; i++)
    charged += ((AcqInvoiceItem *) items->pdata[i])->amount;
  g_assert_cmpint (base + tax, ==, invoice->total);
  g_assert_cmpint (charged, ==, base);
  g_assert_cmpint (invoice->total, !=, 0);
  /* What is paid never exceeds what was owed, in either direction. */
  if (invoice->total > 0)
    g_assert_true (invoice->balance >= 0 && invoice->balance <= invoice->total);
  else
    g_assert_true (invoice->balance <= 0 && invoice->balance >= invoice->total);
  if (customer->kind == ACQ_CUSTOMER_KIND_PUBLIC_BODY && invoice->total > 0)
    g_assert_true (invoice->engagement != NULL && invoice->deposited != ACQ_DAY_NONE);
}

static void
check_invoices (const AcqExample *example)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < example->ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = example->ledger->invoices->pdata[i];

      g_assert_cmpint (invoice->id, ==, i + 1);
      g_assert_true (g_hash_table_add (numbers, invoice->number));
      check_invoice (example, invoice, example->items->pdata[i]);
    }
  for (guint i = 0; i < example->fresh_invoices->len; i++)
    {
      const AcqInvoice *invoice = example->fresh_invoices->pdata[i];

      g_assert_true (g_hash_table_add (numbers, invoice->number));
      check_invoice (example, invoice, example->fresh_items->pdata[i]);
    }
}

/* Numbers of one series and year follow each other by day and without a gap: article 242 nonies A of annex II of the CGI. */
static void
check_numbering (const AcqExample *example)
{
  int last_year = 0;
  guint64 last = 0;
  AcqDay last_day = 0;

  for (guint i = 0; i < example->ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = example->ledger->invoices->pdata[i];
      guint64 number = g_ascii_strtoull (invoice->number + 6, NULL, 10);

      if (acq_invoice_is_credit_note (invoice))
        continue;
      g_assert_cmpint (acq_day_year (invoice->issued), ==,
                       (int) g_ascii_strtoll (invoice->number + 1, NULL, 10));
      g_assert_cmpint (invoice->issued, >=, last_day);
      if (acq_day_year (invoice->issued) == last_year)
        g_assert_cmpuint (number, ==, last + 1);
      else if (last_year != 0)
        g_assert_cmpuint (number, ==, 1);
      last = number;
      last_year = acq_day_year (invoice->issued);
      last_day = invoice->issued;
    }
}

static void
check_receipts (const AcqExample *example)
{
  const AcqLedger *ledger = example->ledger;

  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      const AcqReceipt *receipt = ledger->receipts->pdata[i];
      const AcqTransaction *line
        = receipt->transaction_id == 0 ? NULL : ledger->transactions->pdata[receipt->transaction_id - 1];

      g_assert_cmpint (receipt->id, ==, i + 1);
      g_assert_cmpint (acq_receipt_allocated (receipt), ==, receipt->amount);
      g_assert_cmpint (receipt->day, <, example->today);
      if (line != NULL)
        {
          g_assert_cmpint (line->id, ==, receipt->transaction_id);
          g_assert_cmpint (line->amount, ==, receipt->amount);
          g_assert_cmpint (line->booked, ==, receipt->day);
        }
      for (guint j = 0; j < receipt->allocations->len; j++)
        {
          const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, j);
          const AcqInvoice *invoice = acq_ledger_find_invoice (ledger, allocation->invoice_id);

          g_assert_nonnull (invoice);
          g_assert_cmpint (receipt->day, >=, invoice->issued);
          g_assert_cmpint (allocation->amount, !=, 0);
        }
    }
}

static void
check_statements (const AcqExample *example)
{
  for (guint i = 0; i < example->statements->len; i++)
    {
      const AcqStatement *read = example->statements->pdata[i], *fresh = example->fresh_statements->pdata[i];
      gint64 balance = read->opening;

      g_assert_true (acq_iban_is_valid (read->iban) && acq_iban_rib_key_is_valid (read->iban));
      for (guint j = 0; j < example->ledger->transactions->len; j++)
        {
          const AcqTransaction *line = example->ledger->transactions->pdata[j];

          g_assert_true (line->booked >= read->first && line->booked <= read->last);
          g_assert_true (acq_day_is_bank_day (line->booked));
          balance += line->account_id == i + 1 ? line->amount : 0;
          g_assert_cmpint (balance, >, 0);
        }
      g_assert_cmpint (balance, ==, read->closing);
      g_assert_cmpint (fresh->opening, ==, read->closing);
      g_assert_cmpint (fresh->first, ==, read->last + 1);
      for (guint j = 0; j < example->fresh_transactions->len; j++)
        {
          const AcqTransaction *line = example->fresh_transactions->pdata[j];

          g_assert_true (line->booked >= fresh->first && line->booked <= fresh->last);
          balance += line->account_id == i + 1 ? line->amount : 0;
        }
      g_assert_cmpint (balance, ==, fresh->closing);
      g_assert_cmpint (fresh->last, <, example->today);
    }
}

static void
check_numbers_of_customers (const AcqExample *example)
{
  g_autoptr (GHashTable) sirens = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < example->ledger->customers->len; i++)
    {
      const AcqCustomer *customer = example->ledger->customers->pdata[i];
      g_autofree char *siren = acq_siren_normalize (customer->siren);
      g_autofree char *vat_number = acq_vat_number_normalize (customer->vat_number);
      g_autofree char *iban = acq_example_role_iban (i);

      g_assert_cmpint (customer->id, ==, i + 1);
      g_assert_true (acq_iban_is_valid (iban) && acq_iban_rib_key_is_valid (iban));
      g_assert_cmpstr (siren, ==, customer->siren);
      g_assert_cmpstr (vat_number, ==, customer->vat_number);
      if (customer->siren != NULL)
        g_assert_true (g_hash_table_add (sirens, customer->siren));
      for (guint j = 0; j < customer->contacts->len; j++)
        {
          const AcqContact *contact = customer->contacts->pdata[j];

          g_assert_true (contact->email == NULL || g_str_has_suffix (contact->email, ".example"));
          g_assert_true (contact->phone == NULL || g_str_has_prefix (contact->phone, "03 53 01 ")
                         || g_str_has_prefix (contact->phone, "06 39 98 "));
        }
    }
}

static void
check_statuses (const AcqExample *example)
{
  g_autoptr (AcqStandings) standings = acq_standings_new (example->ledger);
  guint seen[ACQ_INVOICE_STATUS_OPEN + 1] = { 0 };
  guint in_flight = 0, retained = 0;

  for (guint i = 0; i < example->ledger->invoices->len; i++)
    {
      AcqStanding standing
        = acq_standings_get (standings, example->ledger->invoices->pdata[i], example->today);

      seen[standing.status]++;
      in_flight += standing.in_flight > 0;
      retained += standing.retained > 0;
    }
  for (AcqInvoiceStatus status = 0; status <= ACQ_INVOICE_STATUS_OPEN; status++)
    {
      g_test_message ("%s: %u", acq_invoice_status_to_code (status), seen[status]);
      g_assert_cmpuint (seen[status], >, 0);
    }
  g_assert_cmpuint (in_flight, ==, 3);
  g_assert_cmpuint (retained, >, 0);
}

/* How many invoices of one customer had that many reminders and are owed without a dispute. */
static guint
ripe_invoices (const AcqExample *example, AcqStandings *standings, gint64 customer_id, guint level)
{
  guint ripe = 0;

  for (guint i = 0; i < example->ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = example->ledger->invoices->pdata[i];
      AcqStanding standing = acq_standings_get (standings, invoice, example->today);

      ripe += invoice->customer_id == customer_id && standing.overdue
              && standing.chaseable == invoice->balance
              && acq_standings_reminders_of (standings, invoice->id)->len == level;
    }
  return ripe;
}

static void
check_reminders (const AcqExample *example)
{
  g_autoptr (AcqStandings) standings = acq_standings_new (example->ledger);
  guint levels[4] = { 0 };

  for (guint i = 0; i < example->ledger->reminders->len; i++)
    {
      const AcqReminder *reminder = example->ledger->reminders->pdata[i];

      g_assert_cmpint (reminder->id, ==, i + 1);
      g_assert_cmpint (reminder->day, >, reminder->due);
      g_assert_cmpint (reminder->day, <=, example->covered);
      g_assert_true (reminder->level >= 1 && reminder->level <= 3);
      g_assert_true (i == 0
                     || reminder->day >= ((AcqReminder *) example->ledger->reminders->pdata[i - 1])->day);
    }
  for (guint i = 0; i < example->ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = example->ledger->invoices->pdata[i];
      const GPtrArray *had = acq_standings_reminders_of (standings, invoice->id);

      for (guint j = 0; j < had->len; j++)
        g_assert_cmpint (((AcqReminder *) had->pdata[j])->level, ==, (int) j + 1);
      if (acq_standings_get (standings, invoice, example->today).overdue)
        levels[had->len]++;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    g_assert_cmpuint (levels[i], >, 0);
  /* A company and a consumer to whom a formal notice may go. */
  g_assert_cmpuint (ripe_invoices (example, standings, 1, 3), >=, 3);
  g_assert_cmpuint (ripe_invoices (example, standings, 43, 3), ==, 1);
}

/* Once the fresh statements are read and rightly reconciled, less is owed, and nothing is paid twice. */
static void
check_fresh (const AcqExample *example)
{
  AcqLedger *ledger = example->ledger;
  gint64 before = balance_sum (ledger);
  gint64 received = 0;
  gboolean returned = FALSE, unknown = FALSE;

  for (guint i = 0; i < example->fresh_transactions->len; i++)
    {
      const AcqTransaction *line = example->fresh_transactions->pdata[i];

      returned = returned || line->returned;
      unknown = unknown || strstr (line->label, "TAILLEBOURG") != NULL;
    }
  g_assert_true (returned && unknown);
  while (example->fresh_receipts->len > 0)
    {
      AcqReceipt *receipt = g_ptr_array_steal_index (example->fresh_receipts, 0);
      const AcqTransaction *line = example->fresh_transactions->pdata[receipt->transaction_id - 1];

      g_assert_cmpint (line->amount, ==, receipt->amount);
      g_assert_cmpint (acq_receipt_allocated (receipt), ==, receipt->amount);
      received += receipt->amount;
      receipt->transaction_id = 0;
      g_ptr_array_add (ledger->receipts, receipt);
    }
  acq_ledger_derive_balances (ledger);
  g_assert_cmpint (balance_sum (ledger), ==, before - received);
  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];

      g_assert_cmpint (ABS (invoice->balance), <=, ABS (invoice->total));
    }
}

static const AcqReceipt *
truth_about (const AcqExample *example, gint64 place)
{
  for (guint i = 0; i < example->fresh_receipts->len; i++)
    if (((AcqReceipt *) example->fresh_receipts->pdata[i])->transaction_id == place)
      return example->fresh_receipts->pdata[i];
  return NULL;
}

static gint64
true_amount (const AcqReceipt *truth, gint64 invoice_id)
{
  for (guint i = 0; i < truth->allocations->len; i++)
    if (g_array_index (truth->allocations, AcqAllocation, i).invoice_id == invoice_id)
      return g_array_index (truth->allocations, AcqAllocation, i).amount;
  return 0;
}

/* The fresh statements show reconciliation at work: sure and right, probable, unknown. */
static void
check_reconciliation (const AcqExample *example)
{
  AcqLedger *ledger = example->ledger;
  gint64 known = ledger->transactions->len;
  guint sure = 0;
  g_autoptr (AcqReconciliation) reconciliation = NULL;

  while (example->fresh_transactions->len > 0)
    {
      AcqTransaction *line = g_ptr_array_steal_index (example->fresh_transactions, 0);

      line->id = ledger->transactions->len + 1;
      g_ptr_array_add (ledger->transactions, line);
    }
  reconciliation = acq_reconciliation_run (ledger, example->today, NULL, NULL, NULL);
  for (guint i = 0; i < reconciliation->proposals->len; i++)
    {
      const AcqProposal *proposal = reconciliation->proposals->pdata[i];
      const AcqReceipt *truth = truth_about (example, proposal->transaction_id - known);

      if (proposal->certainty != ACQ_CERTAINTY_SURE || proposal->transaction_id <= known)
        continue;
      sure++;
      g_assert_nonnull (truth);
      g_assert_cmpuint (truth->allocations->len, ==, proposal->allocations->len);
      for (guint j = 0; j < proposal->allocations->len; j++)
        {
          const AcqProposedAllocation *part
            = &g_array_index (proposal->allocations, AcqProposedAllocation, j);

          g_assert_cmpint (true_amount (truth, part->invoice_id), ==, part->amount);
        }
    }
  g_assert_cmpuint (sure, >=, 5);
  g_assert_cmpuint (reconciliation->proposals->len - sure, >=, 1);
  g_assert_cmpuint (reconciliation->unmatched->len, >=, 2);
}

static char *
read_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static guint
count_of (const char *text, const char *word)
{
  guint count = 0;

  while ((text = strstr (text, word)) != NULL)
    {
      count++;
      text += strlen (word);
    }
  return count;
}

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_tree (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}

/* Debits and credits of each entry of the accounts, and of each lettering, are equal. */
static void
check_fec (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer sum;

  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      gint64 debit, credit;
      char *keys[2];

      g_assert_cmpuint (g_strv_length (cells), ==, 18);
      g_assert_true (acq_amount_parse_written (cells[11], 2, &debit));
      g_assert_true (acq_amount_parse_written (cells[12], 2, &credit));
      keys[0] = g_strdup (cells[2]);
      keys[1] = cells[13][0] != '\0' ? g_strdup (cells[13]) : NULL;
      for (gsize j = 0; j < G_N_ELEMENTS (keys) && keys[j] != NULL; j++)
        {
          gint64 *kept = g_hash_table_lookup (sums, keys[j]);
          gint64 *next = g_new (gint64, 1);

          *next = (kept == NULL ? 0 : *kept) + debit - credit;
          g_hash_table_insert (sums, keys[j], next);
        }
    }
  g_assert_cmpuint (g_hash_table_size (sums), >, 500);
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, NULL, &sum))
    g_assert_cmpint (*(gint64 *) sum, ==, 0);
}

static void
test_files (void)
{
  g_autoptr (AcqExample) example = acq_example_new (acq_day_parse_iso ("2026-11-20"));
  g_autofree char *folder = g_dir_make_tmp ("acquit-example-XXXXXX", NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *ofx = NULL, *camt = NULL, *invoices = NULL, *customers = NULL, *fec = NULL, *cfonb = NULL;
  guint current = 0;

  acq_example_write_files (example, folder, paths, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (paths->len, ==, 4);
  for (guint i = 0; i < example->fresh_transactions->len; i++)
    current += ((AcqTransaction *) example->fresh_transactions->pdata[i])->account_id == 1;
  ofx = read_file (folder, "releve-courant-2026-11-19.ofx");
  camt = read_file (folder, "releve-second-compte-2026-11-19.xml");
  invoices = read_file (folder, "factures-nouvelles-2026-11-19.csv");
  customers = read_file (folder, "clients-contacts-2026-11-19.csv");
  cfonb = read_file (folder, "autres-formats/releve-second-compte-2026-11-19.cfonb");
  fec = read_file (folder, "autres-formats/039184023FEC20251231.txt");
  g_assert_cmpuint (count_of (ofx, "<STMTTRN>"), ==, current);
  g_assert_cmpuint (count_of (ofx, "</STMTTRN>"), ==, current);
  g_assert_cmpuint (count_of (camt, "<Ntry>"), ==, example->fresh_transactions->len - current);
  g_assert_cmpuint (count_of (invoices, "\n"), ==, 13);
  g_assert_cmpuint (count_of (customers, "@"), >=, 5);
  g_assert_cmpuint (strlen (cfonb) % 122, ==, 0);
  check_fec (fec);
  remove_tree (folder);
}

static void
test_files_refused (void)
{
  g_autoptr (AcqExample) example = acq_example_new (acq_day_parse_iso ("2026-11-20"));
  g_autoptr (GError) error = NULL;

  g_assert_false (acq_example_write_files (example, "/proc/nowhere", NULL, &error));
  g_assert_true (error != NULL && error->domain == G_FILE_ERROR);
}

static char *
all_files (const char *day)
{
  g_autoptr (AcqExample) example = acq_example_new (acq_day_parse_iso (day));
  g_autofree char *folder = g_dir_make_tmp ("acquit-example-XXXXXX", NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) all = g_string_new (NULL);

  g_assert_true (acq_example_write_files (example, folder, paths, NULL));
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (paths->pdata[i], &text, NULL, NULL));
      g_string_append (all, text);
    }
  remove_tree (folder);
  return g_strdup (all->str);
}

static void
test_repeatable (void)
{
  g_autofree char *first = all_files ("2026-11-20");
  g_autofree char *again = all_files ("2026-11-20");
  g_autofree char *later = all_files ("2026-11-21");

  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, !=, later);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    ExampleCheck check;
  } checks[] = {
    { "/example/counts", check_counts },
    { "/example/outstanding", check_outstanding },
    { "/example/invoices", check_invoices },
    { "/example/numbering", check_numbering },
    { "/example/receipts", check_receipts },
    { "/example/statements", check_statements },
    { "/example/customers", check_numbers_of_customers },
    { "/example/statuses", check_statuses },
    { "/example/reminders", check_reminders },
    { "/example/fresh", check_fresh },
    { "/example/reconciliation", check_reconciliation },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    g_test_add_data_func (checks[i].path, (gconstpointer) (gsize) checks[i].check, for_each_day);
  g_test_add_func ("/example/files", test_files);
  g_test_add_func ("/example/files-refused", test_files_refused);
  g_test_add_func ("/example/repeatable", test_repeatable);
  return g_test_run ();
}
