/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-match-draft.h"

#include <string.h>

#include "acq-payment-order.h"
#include "acq-text-normalizer.h"

typedef struct
{
  const AcqInvoice *invoice;
  gint64 amount;
} Given;

struct _AcqMatchDraft
{
  AcqBooks *books;
  const AcqTransaction *transaction; /* of the books */
  GArray *given;                     /* (element-type Given) */
};

AcqMatchDraft *
acq_match_draft_new (AcqBooks *books, gint64 transaction_id)
{
  const GPtrArray *transactions = books->ledger->transactions;
  AcqMatchDraft *self;

  for (guint i = 0; i < transactions->len; i++)
    {
      const AcqTransaction *transaction = transactions->pdata[i];

      if (transaction->id != transaction_id)
        continue;
      if (transaction->matched == transaction->amount)
        return NULL;
      self = g_new0 (AcqMatchDraft, 1);
      self->books = acq_books_ref (books);
      self->transaction = transaction;
      self->given = g_array_new (FALSE, FALSE, sizeof (Given));
      return self;
    }
  return NULL;
}

void
acq_match_draft_free (AcqMatchDraft *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->given);
  acq_books_unref (self->books);
  g_free (self);
}

const AcqTransaction *
acq_match_draft_get_transaction (const AcqMatchDraft *self)
{
  return self->transaction;
}

static Given *
find (const AcqMatchDraft *self, const AcqInvoice *invoice)
{
  for (guint i = 0; i < self->given->len; i++)
    if (g_array_index (self->given, Given, i).invoice == invoice)
      return &g_array_index (self->given, Given, i);
  return NULL;
}

gint64
acq_match_draft_get_left (const AcqMatchDraft *self)
{
  gint64 left = self->transaction->amount - self->transaction->matched;

  for (guint i = 0; i < self->given->len; i++)
    left -= g_array_index (self->given, Given, i).amount;
  return left;
}

/* The amount between which and zero an invoice's part lies. */
static gint64
find_limit (const AcqTransaction *transaction, const AcqInvoice *invoice)
{
  if (transaction->amount < 0 && !acq_invoice_is_credit_note (invoice))
    return -(invoice->total - invoice->prepaid - invoice->balance);
  return invoice->balance;
}

gint64
acq_match_draft_suggest (const AcqMatchDraft *self, const AcqInvoice *invoice)
{
  const Given *given = find (self, invoice);
  gint64 left = acq_match_draft_get_left (self) + (given == NULL ? 0 : given->amount);
  gint64 limit = find_limit (self->transaction, invoice);

  if ((limit < 0) != (left < 0))
    return limit < 0 ? limit : 0;
  return limit < 0 ? MAX (limit, left) : MIN (limit, left);
}

void
acq_match_draft_set_amount (AcqMatchDraft *self, const AcqInvoice *invoice, gint64 amount)
{
  Given *given = find (self, invoice);
  Given fresh = { invoice, amount };

  g_return_if_fail (ABS (amount) <= ACQ_MONEY_MAX);
  if (given != NULL)
    given->amount = amount;
  else
    g_array_append_val (self->given, fresh);
}

void
acq_match_draft_remove (AcqMatchDraft *self, const AcqInvoice *invoice)
{
  for (guint i = self->given->len; i-- > 0;)
    if (g_array_index (self->given, Given, i).invoice == invoice)
      g_array_remove_index (self->given, i);
}

static int
compare_due_days (gconstpointer a, gconstpointer b)
{
  AcqDay left = acq_invoice_due_day (*(AcqInvoice *const *) a), right = acq_invoice_due_day (*(AcqInvoice *const *) b);

  return (left > right) - (left < right);
}

/* The customer's invoices that money of that currency may still settle. */
static GPtrArray *
list_open (const AcqMatchDraft *self, gint64 customer_id)
{
  const GPtrArray *invoices = self->books->ledger->invoices;
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < invoices->len; i++)
    {
      const AcqInvoice *invoice = invoices->pdata[i];

      if (invoice->customer_id == customer_id && invoice->balance > 0 && !invoice->cancelled
          && acq_currency_equal (invoice->currency, self->transaction->currency) && !acq_match_draft_has (self, invoice))
        g_ptr_array_add (open, (gpointer) invoice);
    }
  g_ptr_array_sort (open, compare_due_days);
  return open;
}

GPtrArray *
acq_match_draft_spread (AcqMatchDraft *self, gint64 customer_id)
{
  g_autoptr (GPtrArray) open = list_open (self, customer_id);
  g_autofree AcqOpenDebt *debts = g_new0 (AcqOpenDebt, open->len + 1);
  GPtrArray *settled = g_ptr_array_new ();

  for (guint i = 0; i < open->len; i++)
    {
      const AcqInvoice *invoice = open->pdata[i];

      debts[i] = (AcqOpenDebt){ acq_invoice_due_day (invoice), invoice->balance, 0, 0 };
    }
  acq_payment_order_settle (debts, open->len, self->transaction->booked, MAX (acq_match_draft_get_left (self), 0));
  for (guint i = 0; i < open->len; i++)
    if (debts[i].settled > 0)
      {
        acq_match_draft_set_amount (self, open->pdata[i], debts[i].settled);
        g_ptr_array_add (settled, open->pdata[i]);
      }
  return settled;
}

gboolean
acq_match_draft_has (const AcqMatchDraft *self, const AcqInvoice *invoice)
{
  return find (self, invoice) != NULL;
}

gint64
acq_match_draft_get_amount (const AcqMatchDraft *self, const AcqInvoice *invoice)
{
  const Given *given = find (self, invoice);

  return given == NULL ? 0 : given->amount;
}

AcqMatchFlaw
acq_match_draft_check (const AcqMatchDraft *self, const AcqInvoice *invoice)
{
  const Given *given = find (self, invoice);
  gint64 limit = find_limit (self->transaction, invoice);

  g_return_val_if_fail (given != NULL, ACQ_MATCH_FLAW_EMPTY);
  if (given->amount == 0 || (given->amount < 0) != (limit < 0))
    return ACQ_MATCH_FLAW_EMPTY;
  return ABS (given->amount) > ABS (limit) ? ACQ_MATCH_FLAW_TOO_MUCH : ACQ_MATCH_FLAW_NONE;
}

gboolean
acq_match_draft_is_valid (const AcqMatchDraft *self)
{
  gint64 left = acq_match_draft_get_left (self);
  gint64 line = self->transaction->amount - self->transaction->matched;

  for (guint i = 0; i < self->given->len; i++)
    if (acq_match_draft_check (self, g_array_index (self->given, Given, i).invoice) != ACQ_MATCH_FLAW_NONE)
      return FALSE;
  if (self->given->len == 0)
    return FALSE;
  /* Neither more than there is, nor credit notes that come to more than the invoices. */
  return line > 0 ? left >= 0 && left <= line : left <= 0 && left >= line;
}

GPtrArray *
acq_match_draft_parts (const AcqMatchDraft *self)
{
  GPtrArray *parts = acq_match_parts_new ();

  for (guint i = 0; i < self->given->len; i++)
    {
      const Given *given = &g_array_index (self->given, Given, i);

      acq_match_parts_add (parts, given->invoice->number, given->amount);
    }
  return parts;
}

/* What is looked for, in the forms in which it may be found. */
typedef struct
{
  const AcqLedger *ledger;
  const AcqTransaction *transaction;
  char *folded; /* "" for all */
  char *key;    /* the same without spaces, for numbers */
  gboolean is_amount;
  gint64 amount;
  GHashTable *names; /* AcqCustomer to folded name */
} Search;

static const char *
fold_name (const Search *search, const AcqCustomer *customer)
{
  char *folded = g_hash_table_lookup (search->names, customer);

  if (folded == NULL)
    {
      folded = acq_text_fold (customer->name);
      g_hash_table_insert (search->names, (gpointer) customer, folded);
    }
  return folded;
}

static gboolean
is_meant (const Search *search, const AcqInvoice *invoice)
{
  const AcqCustomer *customer = acq_ledger_find_customer (search->ledger, invoice->customer_id);
  g_autofree char *number = NULL;

  if (search->folded[0] == '\0')
    return TRUE;
  if (search->is_amount && (invoice->balance == search->amount || invoice->total == search->amount))
    return TRUE;
  if (customer != NULL && strstr (fold_name (search, customer), search->folded) != NULL)
    return TRUE;
  number = acq_text_fold_key (invoice->number);
  return strstr (number, search->key) != NULL;
}

static gboolean
may_concern (const AcqTransaction *transaction, const AcqInvoice *invoice)
{
  return !invoice->cancelled && acq_currency_equal (invoice->currency, transaction->currency)
         && find_limit (transaction, invoice) != 0
         && (transaction->amount > 0 || find_limit (transaction, invoice) < 0);
}

static gint
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const AcqInvoice *left = *(AcqInvoice *const *) a, *right = *(AcqInvoice *const *) b;
  const AcqTransaction *transaction = user_data;
  gint64 amount = transaction->amount - transaction->matched;
  gboolean left_fits = find_limit (transaction, left) == amount;
  gboolean right_fits = find_limit (transaction, right) == amount;
  AcqDay left_due = acq_invoice_due_day (left), right_due = acq_invoice_due_day (right);

  if (left_fits != right_fits)
    return left_fits ? -1 : 1;
  if (left_due != right_due)
    return left_due < right_due ? -1 : 1;
  return g_strcmp0 (left->number, right->number);
}

GPtrArray *
acq_match_draft_search (AcqBooks *books, const AcqTransaction *transaction, const char *text,
                        gint64 customer_id, guint max)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *folded = acq_text_fold (text);
  g_autofree char *key = acq_text_fold_key (text);
  g_autoptr (GHashTable) names = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Search search = { books->ledger, transaction, folded, key, FALSE, 0, names };

  search.is_amount
    = acq_amount_parse_written (text, acq_currency_decimals (transaction->currency), &search.amount);
  for (guint i = 0; i < books->ledger->invoices->len; i++)
    {
      AcqInvoice *invoice = books->ledger->invoices->pdata[i];

      if ((customer_id == 0 || invoice->customer_id == customer_id) && may_concern (transaction, invoice)
          && is_meant (&search, invoice))
        g_ptr_array_add (found, invoice);
    }
  g_ptr_array_sort_with_data (found, compare, (gpointer) transaction);
  if (found->len > max)
    g_ptr_array_set_size (found, (int) max);
  return found;
}
