/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-draft.h"

#include "acq-notice-annex.h"

/* How far back a statement goes where nothing is open. */
#define QUIET_DAYS 365

static gboolean
is_of (const AcqInvoice *invoice, const AcqCustomer *customer)
{
  return invoice->customer_id == customer->id && !invoice->cancelled
         && acq_currency_equal (invoice->currency, ACQ_CURRENCY_EUR);
}

static AcqDay
first_day_of (const AcqLetterSource *source, const AcqCustomer *customer)
{
  AcqDay first = ACQ_DAY_NONE;

  for (guint i = 0; i < source->ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = source->ledger->invoices->pdata[i];

      if (is_of (invoice, customer) && invoice->balance != 0
          && (first == ACQ_DAY_NONE || invoice->issued < first))
        first = invoice->issued;
    }
  return first == ACQ_DAY_NONE ? source->today - QUIET_DAYS : first;
}

/* "virement reçu" as the beginning of a line. */
static char *
capitalise (const char *words)
{
  g_autofree char *first = g_utf8_substring (words, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (words), NULL);
}

/* Lines of an account, some of them before its first day: those make the opening balance. */
typedef struct
{
  AcqAccountStatement *statement;
  AcqDay first;
} Account;

static void
book (Account *account, AcqDay day, const char *words, AcqDay due, gint64 amount)
{
  if (amount == 0 || day > account->statement->day)
    return;
  if (day < account->first)
    account->statement->opening += amount;
  else
    acq_account_statement_add_movement (account->statement, day, words, due, MAX (amount, 0),
                                        MAX (-amount, 0));
}

static void
book_invoice (Account *account, const AcqInvoice *invoice)
{
  g_autofree char *words
    = acq_invoice_is_credit_note (invoice)
        ? g_strdup_printf ("Avoir %s%s%s", invoice->number, invoice->corrects == NULL ? "" : " – ",
                           invoice->corrects == NULL ? "" : invoice->corrects)
        : g_strdup_printf ("Facture %s", invoice->number);

  book (account, invoice->issued, words,
        acq_invoice_is_credit_note (invoice) ? ACQ_DAY_NONE : acq_invoice_due_item (invoice, 0)->due,
        invoice->total);
  book (account, invoice->issued, "Règlement antérieur", ACQ_DAY_NONE, -invoice->prepaid);
}

/* What of the receipt is this customer's, and the invoices it names. */
static void
book_receipt (Account *account, const AcqLedger *ledger, const AcqReceipt *receipt,
              const AcqCustomer *customer)
{
  AcqLetterMovement movement = { .amount = receipt->amount, .means = receipt->means };
  g_autofree char *means = acq_letter_movement_words (&movement);
  g_autofree char *start = capitalise (means);
  g_autoptr (GString) words = g_string_new (start);
  gint64 amount = 0;
  guint named = 0;

  for (guint i = 0; i < receipt->allocations->len; i++)
    {
      const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, i);
      const AcqInvoice *invoice = acq_ledger_find_invoice (ledger, allocation->invoice_id);

      if (invoice == NULL || !is_of (invoice, customer))
        continue;
      amount += allocation->amount;
      if (named++ < 3)
        g_string_append_printf (words, "%s%s", named == 1 ? " – " : ", ", invoice->number);
    }
  if (named > 3)
    g_string_append (words, "…");
  book (account, receipt->day, words->str, ACQ_DAY_NONE, -amount);
}

static void
sum_ages (AcqAccountStatement *statement, const AcqLedger *ledger, const AcqCustomer *customer)
{
  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];

      for (guint j = 0; is_of (invoice, customer) && j < invoice->due_items->len; j++)
        {
          const AcqDueItem *item = acq_invoice_due_item (invoice, j);
          /* A credit lowers what is owed without being late itself. */
          AcqAge age = item->balance < 0 ? ACQ_AGE_NOT_DUE : acq_age_of (item->due, statement->day);

          statement->ages[age] += item->balance;
        }
    }
}

static int
compare_movements (gconstpointer a, gconstpointer b)
{
  const AcqStatementMovement *left = a, *right = b;

  return (left->day > right->day) - (left->day < right->day);
}

/* The day up to which every account's statements go. */
static AcqDay
bank_day_of (const AcqLedger *ledger)
{
  g_autoptr (GHashTable) last = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer value;
  AcqDay day = ACQ_DAY_NONE;

  for (guint i = 0; i < ledger->coverage->len; i++)
    {
      AcqCoverage *coverage = &g_array_index (ledger->coverage, AcqCoverage, i);
      const AcqCoverage *known = g_hash_table_lookup (last, &coverage->account_id);

      if (known == NULL || coverage->period.last > known->period.last)
        g_hash_table_replace (last, &coverage->account_id, coverage);
    }
  if (g_hash_table_size (last) < ledger->n_accounts)
    return ACQ_DAY_NONE;
  g_hash_table_iter_init (&iter, last);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (day == ACQ_DAY_NONE || ((const AcqCoverage *) value)->period.last < day)
      day = ((const AcqCoverage *) value)->period.last;
  return day;
}

AcqAccountStatement *
acq_draft_account_statement (const AcqLetterSource *source, const AcqCustomer *customer,
                             const char *reference)
{
  AcqAccountStatement *statement = acq_account_statement_new ();
  Account account = { statement, first_day_of (source, customer) };
  const AcqLedger *ledger = source->ledger;

  statement->company = ledger->company;
  statement->customer = customer;
  statement->recipient = acq_ledger_find_recipient (ledger, customer);
  statement->reference = g_strdup (reference);
  statement->day = source->today;
  statement->bank_day = bank_day_of (ledger);
  statement->opening_day = account.first;
  for (guint i = 0; i < ledger->invoices->len; i++)
    if (is_of (ledger->invoices->pdata[i], customer))
      book_invoice (&account, ledger->invoices->pdata[i]);
  for (guint i = 0; i < ledger->receipts->len; i++)
    if (((const AcqReceipt *) ledger->receipts->pdata[i])->state == ACQ_RECEIPT_STATE_CREDITED)
      book_receipt (&account, ledger, ledger->receipts->pdata[i], customer);
  g_array_sort (statement->movements, compare_movements);
  sum_ages (statement, ledger, customer);
  return statement;
}
