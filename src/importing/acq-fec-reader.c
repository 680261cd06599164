/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-fec.h"

#include <string.h>

#include "acq-text-normalizer.h"

/* A lettering of more lines than this settles nothing that a person could follow; its lines count as not lettered. */
#define MAX_GROUP 20000

/* One invoice, credit note or movement of money: a line, or the lines that bill one document in parts. */
typedef struct
{
  const AcqFecRow *row; /* the first of them */
  AcqFecRole role;
  gint64 amount; /* debit less credit */
  char *number;  /* of an invoice; owned */
} Item;

/* The items of one customer's account that bear the same letters. */
typedef struct
{
  GArray *items; /* (element-type guint) indices, by day */
} Group;

typedef struct
{
  const AcqFec *fec;
  const AcqImportSource *source;
  const AcqImportSink *sink;
  gpointer user_data;
  GArray *items;       /* (element-type Item) */
  GHashTable *billed;  /* document (see document_key()) to index in "items" plus one */
  GHashTable *numbers; /* fold keys of the numbers given so far, each to how often it was wanted */
  GPtrArray *groups;   /* (element-type Group) in the order of the file */
  GHashTable *by_letters;
} Derivation;

static void
clear_item (gpointer data)
{
  g_free (((Item *) data)->number);
}

static void
free_group (gpointer data)
{
  Group *group = data;

  g_array_unref (group->items);
  g_free (group);
}

static Item *
item_at (const Derivation *self, guint index)
{
  return &g_array_index (self->items, Item, index);
}

/* "sans", "RAN", "000": a reference without a digit above zero names nothing. */
static gboolean
names_document (const char *piece)
{
  return strpbrk (piece, "123456789") != NULL;
}

/* Lines of one entry that bill one document in parts (due items, rates of VAT) are one invoice; NULL: it stands alone. */
static char *
document_key (const AcqFecRow *row, AcqFecRole role)
{
  if (role != ACQ_FEC_ROLE_INVOICE || !names_document (row->piece) || !names_document (row->entry))
    return NULL;
  return g_strdup_printf ("%s\037%s\037%s\037%s\037%s\037%s\037%d", row->journal, row->entry, row->account,
                          row->aux, row->piece, row->lettering, row->amount > 0);
}

/* Claims a number, or the first of "number-2", "number-3"… that is free; NULL where only the number itself was wanted. */
static char *
claim_number (Derivation *self, const char *number, gboolean alone)
{
  char *key = acq_text_fold_key (number);
  guint wanted = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key)) + 1;

  if (wanted > 1 && alone)
    {
      g_free (key);
      return NULL;
    }
  g_hash_table_insert (self->numbers, key, GUINT_TO_POINTER (wanted));
  if (wanted == 1)
    return g_strdup (number);
  for (;; wanted++)
    {
      g_autofree char *counted = g_strdup_printf ("%s-%u", number, wanted);
      char *claimed = claim_number (self, counted, TRUE);

      if (claimed == NULL)
        continue;
      g_hash_table_insert (self->numbers, acq_text_fold_key (number), GUINT_TO_POINTER (wanted));
      return claimed;
    }
}

/* The reference itself where nothing before bears it, else with the entry's number, which the export keeps for ever, so
   that a later export gives the same invoice the same number; equal ones are counted. */
static char *
make_number (Derivation *self, const AcqFecRow *row)
{
  gboolean named = names_document (row->piece);
  gboolean has_entry = names_document (row->entry);
  g_autofree char *code = acq_fec_row_customer_code (row);
  g_autofree char *first
    = named ? g_strdup (row->piece) : g_strdup_printf ("%s-%s-%s", row->journal, row->entry, code);
  g_autofree char *second = g_strdup_printf ("%s-%s", row->piece, row->entry);
  char *number = claim_number (self, first, named && has_entry);

  return number != NULL ? number : claim_number (self, second, FALSE);
}

static void
join_group (Derivation *self, const AcqFecRow *row, guint item)
{
  g_autofree char *key = NULL;
  Group *group;

  if (row->lettering[0] == '\0')
    return;
  key = g_strdup_printf ("%s\037%s\037%s", row->account, row->aux, row->lettering);
  group = g_hash_table_lookup (self->by_letters, key);
  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      group->items = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (self->groups, group);
      g_hash_table_insert (self->by_letters, g_steal_pointer (&key), group);
    }
  g_array_append_val (group->items, item);
}

static void
add_row (Derivation *self, const AcqFecRow *row)
{
  AcqFecRole role = acq_fec_row_role (self->fec, row);
  char *key = document_key (row, role);
  guint known = key == NULL ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (self->billed, key));
  Item item = { row, role, row->amount, NULL };

  if (known > 0 && ABS (item_at (self, known - 1)->amount + row->amount) <= ACQ_MONEY_MAX)
    {
      item_at (self, known - 1)->amount += row->amount;
      g_free (key);
      return;
    }
  if (role != ACQ_FEC_ROLE_MONEY)
    item.number = make_number (self, row);
  g_array_append_val (self->items, item);
  join_group (self, row, self->items->len - 1);
  if (key != NULL)
    g_hash_table_insert (self->billed, key, GUINT_TO_POINTER (self->items->len));
}

static AcqCustomer *
make_customer (const AcqFecRow *row)
{
  AcqCustomer *customer = acq_customer_new ();
  gboolean has_aux = row->aux[0] != '\0' || row->aux_label[0] != '\0';
  const char *name = has_aux && row->aux_label[0] != '\0' ? row->aux_label : row->account_label;

  customer->code = acq_fec_row_customer_code (row);
  customer->name = g_strdup (name[0] != '\0' ? name : customer->code);
  return customer;
}

static gboolean
emit_invoice (const Derivation *self, const Item *item, GError **error)
{
  g_autoptr (AcqCustomer) customer = make_customer (item->row);
  g_autoptr (AcqInvoice) invoice = acq_invoice_new ();
  AcqImportedInvoice imported = { .customer = customer, .invoice = invoice };

  invoice->number = g_strdup (item->number);
  invoice->kind = item->amount < 0 ? ACQ_INVOICE_KIND_CREDIT_NOTE : ACQ_INVOICE_KIND_INVOICE;
  invoice->issued = item->row->piece_day;
  invoice->currency = ACQ_CURRENCY_EUR;
  invoice->total = item->amount;
  invoice->opening = item->role == ACQ_FEC_ROLE_OPENING;
  return self->sink->invoice (self->user_data, &imported, item->row->line, error);
}

static AcqReceipt *
make_receipt (const AcqFecRow *row, gint64 amount, AcqMeans means)
{
  AcqReceipt *receipt = acq_receipt_new ();

  receipt->day = row->booked;
  receipt->amount = amount;
  receipt->currency = ACQ_CURRENCY_EUR;
  receipt->means = means;
  receipt->state = ACQ_RECEIPT_STATE_CREDITED;
  receipt->state_since = row->booked;
  receipt->source = ACQ_RECEIPT_SOURCE_LEDGER;
  receipt->reason = row->label[0] == '\0' ? NULL : g_strdup (row->label);
  return receipt;
}

/* "settled" from "first" on is what the receipt settles, of one invoice perhaps in several steps, which are added up. The
   invoices are indices of items. */
static gboolean
emit_receipt (const Derivation *self, const AcqFecRow *row, gint64 amount, AcqMeans means,
              const GArray *invoices, const GArray *settled, guint first, guint end, GError **error)
{
  g_autoptr (AcqCustomer) customer = make_customer (row);
  g_autoptr (AcqReceipt) receipt = make_receipt (row, amount, means);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  g_autoptr (GArray) amounts = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  AcqImportedReceipt imported = { .customer = customer, .receipt = receipt };

  for (guint i = first; i < end; i++)
    {
      const AcqFecAllocation *allocation = &g_array_index (settled, AcqFecAllocation, i);
      gpointer invoice = GUINT_TO_POINTER (allocation->invoice + 1);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, invoice));

      if (place == 0)
        {
          guint item = g_array_index (invoices, guint, allocation->invoice);

          g_ptr_array_add (numbers, item_at (self, item)->number);
          g_array_set_size (amounts, numbers->len);
          g_hash_table_insert (places, invoice, GUINT_TO_POINTER (numbers->len));
          place = numbers->len;
        }
      g_array_index (amounts, gint64, place - 1) += allocation->amount;
    }
  g_ptr_array_add (numbers, NULL);
  imported.invoice_numbers = (const char *const *) numbers->pdata;
  imported.amounts = (const gint64 *) (gpointer) amounts->data;
  return self->sink->receipt (self->user_data, &imported, row->line, error);
}

static int
compare_days (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint left = *(const guint *) a, right = *(const guint *) b;
  const AcqFecRow *x = item_at (user_data, left)->row, *y = item_at (user_data, right)->row;

  if (x->booked != y->booked)
    return x->booked < y->booked ? -1 : 1;
  return (left > right) - (left < right);
}

/* Splits the group into its invoices and its movements of money, each with its amount as acq_fec_settle() wants it. */
static void
split_group (const Derivation *self, const Group *group, GArray *invoices, GArray *totals, GArray *receipts,
             GArray *amounts)
{
  for (guint i = 0; i < group->items->len; i++)
    {
      guint index = g_array_index (group->items, guint, i);
      const Item *item = item_at (self, index);
      gboolean is_money = item->role == ACQ_FEC_ROLE_MONEY;
      gint64 amount = is_money ? -item->amount : item->amount;

      g_array_append_val (is_money ? receipts : invoices, index);
      g_array_append_val (is_money ? amounts : totals, amount);
    }
}

/* A group without money sets credit notes against invoices: one settlement of the amount 0 on its last day. */
static gboolean
emit_settlements (const Derivation *self, const Group *group, const GArray *invoices, const GArray *receipts,
                  const GArray *amounts, const GArray *settled, GError **error)
{
  guint last = g_array_index (group->items, guint, group->items->len - 1), first = 0;

  if (receipts->len == 0)
    return settled->len == 0
           || emit_receipt (self, item_at (self, last)->row, 0, ACQ_MEANS_CREDIT_NOTE, invoices, settled, 0,
                            settled->len, error);
  for (guint i = 0; i < receipts->len; i++)
    {
      const AcqFecRow *row = item_at (self, g_array_index (receipts, guint, i))->row;
      guint end = first;

      while (end < settled->len && g_array_index (settled, AcqFecAllocation, end).receipt == i)
        end++;
      if (!emit_receipt (self, row, g_array_index (amounts, gint64, i), acq_fec_row_means (row), invoices,
                         settled, first, end, error))
        return FALSE;
      first = end;
    }
  return TRUE;
}

static gboolean
emit_group (Derivation *self, const Group *group, GError **error)
{
  g_autoptr (GArray) invoices = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) receipts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) settled = NULL;

  g_array_sort_with_data (group->items, compare_days, self);
  split_group (self, group, invoices, totals, receipts, amounts);
  if (group->items->len > MAX_GROUP)
    settled = g_array_new (FALSE, FALSE, sizeof (AcqFecAllocation));
  else
    settled = acq_fec_settle ((const gint64 *) (gpointer) totals->data, totals->len,
                              (const gint64 *) (gpointer) amounts->data, amounts->len);
  return emit_settlements (self, group, invoices, receipts, amounts, settled, error);
}

static gboolean
emit_all (Derivation *self, GError **error)
{
  for (guint i = 0; i < self->items->len; i++)
    if (item_at (self, i)->role != ACQ_FEC_ROLE_MONEY && !emit_invoice (self, item_at (self, i), error))
      return FALSE;
  for (guint i = 0; i < self->groups->len; i++)
    if (!emit_group (self, self->groups->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = item_at (self, i);

      if (item->role == ACQ_FEC_ROLE_MONEY && item->row->lettering[0] == '\0'
          && !emit_receipt (self, item->row, -item->amount, acq_fec_row_means (item->row), NULL, NULL, 0, 0,
                            error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_source (const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data, GError **error)
{
  g_autoptr (AcqFec) fec = acq_fec_parse (source, sink, user_data, error);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_autoptr (GHashTable) billed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);
  g_autoptr (GHashTable) by_letters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Derivation self = { fec, source, sink, user_data, items, billed, numbers, groups, by_letters };

  if (fec == NULL)
    return FALSE;
  g_array_set_clear_func (items, clear_item);
  for (guint i = 0; i < fec->rows->len; i++)
    add_row (&self, &g_array_index (fec->rows, AcqFecRow, i));
  return emit_all (&self, error);
}

static int
sniff (const AcqImportSource *source)
{
  return acq_fec_is_fec (source->bytes, source->size) ? 100 : 0;
}

const AcqImportFormat acq_fec_format = { "fec", "FEC", ACQ_IMPORT_KIND_LEDGER, sniff, read_source };
