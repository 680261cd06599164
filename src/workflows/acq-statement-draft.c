/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-kinds.h"

#include "acq-letter-check.h"
#include "acq-notice-annex.h"

/* How far back a statement goes where nothing is open. */
#define QUIET_DAYS 365

/* A factored invoice is owed to the factor: it has no place beside our account number. */
static gboolean
is_of (const AcqInvoice *invoice, const AcqCustomer *customer)
{
  return invoice->customer_id == customer->id && !invoice->cancelled && !invoice->factored
         && acq_currency_equal (invoice->currency, ACQ_CURRENCY_EUR);
}

/* Whether money that is set against no invoice is this customer's: nobody else's invoice has a part of the receipt. */
static gboolean
is_money_of (const AcqLedger *ledger, const AcqReceipt *receipt, const AcqCustomer *customer)
{
  if (receipt->customer_id != 0 && receipt->customer_id != customer->id)
    return FALSE;
  for (guint i = 0; i < receipt->allocations->len; i++)
    {
      const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, i);
      const AcqInvoice *invoice = acq_ledger_find_invoice (ledger, allocation->invoice_id);

      if (invoice == NULL || invoice->customer_id != customer->id)
        return FALSE;
    }
  return receipt->customer_id != 0 || receipt->allocations->len > 0;
}

/* What of a credited receipt in euros is the customer's and set against no invoice, in cents; 0 where there is none. */
static gint64
unallocated_of (const AcqLetterSource *source, const AcqReceipt *receipt, const AcqCustomer *customer)
{
  if (receipt->state != ACQ_RECEIPT_STATE_CREDITED || receipt->amount <= 0 || receipt->day > source->today
      || !acq_currency_equal (receipt->currency, ACQ_CURRENCY_EUR)
      || !is_money_of (source->ledger, receipt, customer))
    return 0;
  return MAX (receipt->amount - acq_receipt_allocated (receipt), 0);
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
  for (guint i = 0; i < source->ledger->receipts->len; i++)
    {
      const AcqReceipt *receipt = source->ledger->receipts->pdata[i];

      if ((first == ACQ_DAY_NONE || receipt->day < first) && unallocated_of (source, receipt, customer) > 0)
        first = receipt->day;
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

static char *
name_means (const AcqReceipt *receipt)
{
  AcqLetterMovement movement = { .amount = receipt->amount, .means = receipt->means };
  g_autofree char *means = acq_letter_movement_words (&movement);

  return capitalise (means);
}

/* What of the receipt is this customer's, and the invoices it names. */
static void
book_allocations (Account *account, const AcqLedger *ledger, const AcqReceipt *receipt,
                  const AcqCustomer *customer)
{
  g_autofree char *start = name_means (receipt);
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

/* Lowers the balance as a credit note does. */
static void
book_unallocated (Account *account, const AcqLetterSource *source, const AcqReceipt *receipt,
                  const AcqCustomer *customer)
{
  gint64 rest = unallocated_of (source, receipt, customer);
  g_autofree char *means = name_means (receipt);
  g_autofree char *words = g_strconcat (means, " – à affecter", NULL);

  book (account, receipt->day, words, ACQ_DAY_NONE, -rest);
  account->statement->ages[ACQ_AGE_NOT_DUE] -= rest;
}

static char *
name_payment_in_flight (const AcqReceipt *receipt)
{
  if (receipt->state == ACQ_RECEIPT_STATE_AWAITED)
    return g_strdup ("Prélèvement attendu");
  if (receipt->state == ACQ_RECEIPT_STATE_ACCEPTED)
    return g_strdup ("Effet de commerce attendu");
  return name_means (receipt);
}

/* A payment that should have arrived by now is no longer counted on. */
static void
add_in_flight (AcqAccountStatement *statement, const AcqLedger *ledger, const AcqReceipt *receipt,
               const AcqCustomer *customer)
{
  AcqDay until = acq_receipt_covers_until (receipt);
  g_autofree char *words = name_payment_in_flight (receipt);
  gint64 amount = 0;

  for (guint i = 0; i < receipt->allocations->len; i++)
    {
      const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, i);
      const AcqInvoice *invoice = acq_ledger_find_invoice (ledger, allocation->invoice_id);

      if (invoice != NULL && is_of (invoice, customer))
        amount += allocation->amount;
    }
  if (amount > 0 && (until == ACQ_DAY_NONE || until >= statement->day))
    acq_account_statement_add_in_flight (statement, receipt->day, words, amount);
}

static void
add_receipts (Account *account, const AcqLetterSource *source, const AcqCustomer *customer)
{
  for (guint i = 0; i < source->ledger->receipts->len; i++)
    {
      const AcqReceipt *receipt = source->ledger->receipts->pdata[i];

      if (acq_receipt_is_in_flight (receipt))
        add_in_flight (account->statement, source->ledger, receipt, customer);
      if (receipt->state != ACQ_RECEIPT_STATE_CREDITED)
        continue;
      book_allocations (account, source->ledger, receipt, customer);
      book_unallocated (account, source, receipt, customer);
    }
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
  add_receipts (&account, source, customer);
  g_array_sort (statement->movements, compare_movements);
  sum_ages (statement, ledger, customer);
  return statement;
}

/* All invoices that are open, due or not. */
static void
name_invoices (const AcqLetterTask *task, AcqLetterResult *result)
{
  const GPtrArray *invoices = task->source->ledger->invoices;

  for (guint i = 0; i < invoices->len; i++)
    {
      const AcqInvoice *invoice = invoices->pdata[i];

      if (invoice->customer_id == task->customer->id && invoice->balance > 0 && !invoice->cancelled
          && !invoice->factored && acq_currency_equal (invoice->currency, ACQ_CURRENCY_EUR))
        g_ptr_array_add (result->numbers, g_strdup (invoice->number));
    }
}

GBytes *
acq_write_account_statement (const AcqLetterTask *task, AcqLetterResult *result, GError **error)
{
  g_autoptr (AcqAccountStatement) statement
    = acq_draft_account_statement (task->source, task->customer, task->reference);
  g_autoptr (GArray) flaws = acq_account_statement_find_flaws (task->press, statement);
  g_autoptr (GBytes) pdf = NULL;
  AcqLetterReport report = { 0 };

  if (!acq_letter_flaws_decide (flaws, task->request->accepted, &result->warnings, error))
    return NULL;
  name_invoices (task, result);
  pdf = acq_account_statement_write (task->press, statement, &report, error);
  result->n_pages = report.n_pages;
  result->total_due = report.total_due;
  return g_steal_pointer (&pdf);
}
