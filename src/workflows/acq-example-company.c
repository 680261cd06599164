/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-example-company.h"

#include "acq-example-aliases.h"
#include "acq-example-expenses.h"
#include "acq-example-payments.h"
#include "acq-example-reminders.h"
#include "acq-example-sales.h"
#include "acq-example-story.h"

/* What is on the accounts on the worst day of the two years. */
#define LOWEST_BALANCE 214863

static void
take_customers (AcqExample *self)
{
  acq_company_free (self->ledger->company);
  self->ledger->company = acq_example_company_profile ();
  for (guint i = 0; i < ACQ_EXAMPLE_N_ROLES; i++)
    acq_ledger_take_customer (self->ledger, acq_example_customer_new (i, self->today));
}

static void
take_invoices (AcqExample *self, AcqExampleDraft *draft)
{
  gint64 due_item_id = 1;

  for (guint i = 0; i < draft->sales->len; i++)
    {
      AcqExampleSale *sale = draft->sales->pdata[i];
      AcqInvoice *invoice = g_steal_pointer (&sale->invoice);

      if (sale->fresh)
        {
          invoice->id = 0;
          acq_invoice_spread_settled (invoice, 0);
          g_ptr_array_add (self->fresh_invoices, invoice);
          g_ptr_array_add (self->fresh_items, g_ptr_array_ref (sale->items));
          continue;
        }
      for (guint j = 0; j < invoice->due_items->len; j++)
        acq_invoice_due_item (invoice, j)->id = due_item_id++;
      acq_ledger_take_invoice (self->ledger, invoice);
      g_ptr_array_add (self->items, g_ptr_array_ref (sale->items));
    }
}

static AcqDay
movement_day (const AcqExampleMovement *movement)
{
  return movement->transaction != NULL ? movement->transaction->booked : movement->receipt->day;
}

static int
compare_movements (gconstpointer a, gconstpointer b)
{
  AcqDay first = movement_day (*(AcqExampleMovement *const *) a);
  AcqDay second = movement_day (*(AcqExampleMovement *const *) b);

  return (first > second) - (first < second);
}

/* The bank's own id: the bank counts all its lines, not only ours. */
static char *
bank_ref (const AcqTransaction *transaction, guint place)
{
  if (transaction->account_id == 1)
    return g_strdup_printf ("QLP%X%05u", (guint) transaction->booked % 4096, place * 7 % 100000);
  return g_strdup_printf ("BP%05d%06u", (int) transaction->booked, place * 13 % 1000000);
}

static void
take_movement (AcqExample *self, AcqExampleMovement *movement, guint place)
{
  AcqTransaction *transaction = g_steal_pointer (&movement->transaction);
  AcqReceipt *receipt = g_steal_pointer (&movement->receipt);
  gboolean fresh = transaction != NULL && transaction->booked > self->covered;
  GPtrArray *transactions = fresh ? self->fresh_transactions : self->ledger->transactions;

  if (transaction != NULL)
    {
      transaction->bank_ref = bank_ref (transaction, place);
      g_ptr_array_add (transactions, transaction);
      if (!fresh)
        transaction->id = transactions->len;
    }
  if (receipt != NULL && transaction != NULL)
    receipt->transaction_id = transactions->len;
  if (receipt != NULL && fresh)
    g_ptr_array_add (self->fresh_receipts, receipt);
  else if (receipt != NULL && !movement->left_open)
    g_ptr_array_add (self->ledger->receipts, receipt);
  else
    acq_receipt_free (receipt);
}

static int
compare_receipts (gconstpointer a, gconstpointer b)
{
  const AcqReceipt *first = *(AcqReceipt *const *) a, *second = *(AcqReceipt *const *) b;

  return (first->day > second->day) - (first->day < second->day);
}

static void
number_receipts (AcqLedger *ledger)
{
  gint64 allocation_id = 1;

  g_ptr_array_sort (ledger->receipts, compare_receipts);
  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      AcqReceipt *receipt = ledger->receipts->pdata[i];

      receipt->id = i + 1;
      for (guint j = 0; j < receipt->allocations->len; j++)
        g_array_index (receipt->allocations, AcqAllocation, j).id = allocation_id++;
    }
}

static AcqStatement *
statement_new (guint account, AcqDay first, AcqDay last, gint64 opening, gint64 closing)
{
  AcqStatement *statement = acq_statement_new ();

  statement->iban = acq_example_account_iban (account);
  statement->account_name = g_strdup (account == 0 ? "Compte courant" : "Second compte");
  statement->bank = g_strdup (acq_example_account_bank (account));
  statement->first = first;
  statement->last = last;
  statement->has_opening = statement->has_closing = TRUE;
  statement->opening = opening;
  statement->closing = closing;
  return statement;
}

/* Sums the lines of one account and keeps the lowest sum on the way. */
static gint64
sum_of_lines (const GPtrArray *transactions, guint account, gint64 sum, gint64 *lowest)
{
  for (guint i = 0; i < transactions->len; i++)
    {
      const AcqTransaction *transaction = transactions->pdata[i];

      if (transaction->account_id != account + 1)
        continue;
      sum += transaction->amount;
      *lowest = MIN (*lowest, sum);
    }
  return sum;
}

static void
add_statements (AcqExample *self, AcqDay start)
{
  for (guint i = 0; i < ACQ_EXAMPLE_N_ACCOUNTS; i++)
    {
      AcqCoverage coverage = { i + 1, { start, self->covered } };
      gint64 lowest = 0;
      gint64 covered = sum_of_lines (self->ledger->transactions, i, 0, &lowest);
      gint64 last = sum_of_lines (self->fresh_transactions, i, covered, &lowest);
      gint64 opening = LOWEST_BALANCE - lowest;

      g_ptr_array_add (self->statements, statement_new (i, start, self->covered, opening, opening + covered));
      g_ptr_array_add (self->fresh_statements, statement_new (i, self->covered + 1, self->yesterday,
                                                              opening + covered, opening + last));
      g_array_append_val (self->ledger->coverage, coverage);
    }
  self->ledger->n_accounts = ACQ_EXAMPLE_N_ACCOUNTS;
}

static AcqExample *
new_empty (const AcqExampleDraft *draft)
{
  AcqExample *self = g_new0 (AcqExample, 1);

  self->today = draft->today;
  self->covered = draft->covered;
  self->yesterday = draft->yesterday;
  self->ledger = acq_ledger_new ();
  self->statements = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_statement_free);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->fresh_statements = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_statement_free);
  self->fresh_transactions = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_transaction_free);
  self->fresh_receipts = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_receipt_free);
  self->fresh_invoices = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_invoice_free);
  self->fresh_items = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

AcqExample *
acq_example_new (AcqDay today)
{
  g_autoptr (AcqExampleDraft) draft = acq_example_draft_new (today);
  g_autoptr (GPtrArray) movements = NULL;
  AcqExample *self = new_empty (draft);

  g_return_val_if_fail (acq_day_is_valid (today), NULL);

  acq_example_sales_add_everyday (draft);
  acq_example_story_bend_past (draft);
  acq_example_story_add_sales (draft);
  acq_example_sales_add_fresh (draft);
  acq_example_sales_number (draft);
  movements = acq_example_payments_new (draft);
  acq_example_expenses_add (draft, movements);
  acq_example_story_add_strangers (draft, movements);
  g_ptr_array_sort (movements, compare_movements);
  take_customers (self);
  acq_example_story_add_facts (draft, self->ledger);
  acq_example_reminders_add (draft, self->ledger);
  take_invoices (self, draft);
  for (guint i = 0; i < movements->len; i++)
    take_movement (self, movements->pdata[i], i);
  number_receipts (self->ledger);
  acq_example_aliases_add (self->ledger);
  add_statements (self, draft->start);
  acq_ledger_derive_balances (self->ledger);
  return self;
}

void
acq_example_free (AcqExample *self)
{
  if (self == NULL)
    return;
  acq_ledger_free (self->ledger);
  g_ptr_array_unref (self->statements);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->fresh_statements);
  g_ptr_array_unref (self->fresh_transactions);
  g_ptr_array_unref (self->fresh_receipts);
  g_ptr_array_unref (self->fresh_invoices);
  g_ptr_array_unref (self->fresh_items);
  g_free (self);
}
