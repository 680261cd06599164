/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-intake.h"
#include "acq-invoice-repository.h"
#include "acq-receipt-repository.h"

/* How often the same receipt was met in this file, this time included. */
static guint
count_same (AcqImportIntake *self, gint64 customer_id, const AcqReceipt *receipt)
{
  char *words
    = g_strdup_printf ("%" G_GINT64_FORMAT "\x1f%d\x1f%" G_GINT64_FORMAT "\x1f%s", customer_id, receipt->day,
                       receipt->amount, receipt->reason == NULL ? "" : receipt->reason);
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->receipt_counts, words)) + 1;

  g_hash_table_replace (self->receipt_counts, words, GUINT_TO_POINTER (count));
  return count;
}

/* The n-th receipt of these words that earlier imports brought; 0 where there are fewer, -1 on an error. */
static gint64
find_nth_same (AcqImportIntake *self, gint64 customer_id, const AcqReceipt *receipt, guint n, GError **error)
{
  gint64 id = 0;

  if (!acq_connection_get_int (self->connection, &id, error,
                               "SELECT id FROM receipt WHERE customer_id = ? AND day = ? AND amount = ?"
                               " AND source = 'ledger' AND reason IS ? AND batch_id IS NOT ?"
                               " ORDER BY id LIMIT 1 OFFSET ?",
                               "iditii", customer_id, receipt->day, receipt->amount, receipt->reason,
                               self->result->batch, (gint64) n - 1))
    return -1;
  return id;
}

/* Money that the bank, or the user, told of already: the same amount within five days, of this customer or of
   nobody yet, by the same means. Each is met once in a file. 0 where there is none, -1 on an error. */
static gint64
find_same_money (AcqImportIntake *self, gint64 customer_id, const AcqReceipt *receipt, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    self->connection, error,
    "SELECT r.id FROM receipt r WHERE r.amount = ?1 AND r.amount <> 0 AND r.source <> 'ledger'"
    " AND r.day BETWEEN date (?2, '-5 days') AND date (?2, '+5 days') AND r.state <> 'replaced'"
    " AND (r.means = ?3 OR r.means = 'unknown' OR ?3 = 'unknown')"
    " AND NOT EXISTS (SELECT 1 FROM allocation a JOIN invoice i ON i.id = a.invoice_id"
    " WHERE a.receipt_id = r.id AND i.customer_id <> ?4)"
    " AND (r.customer_id = ?4 OR r.customer_id IS NULL) ORDER BY abs (julianday (r.day) - julianday (?2)), "
    "r.id",
    "idti", receipt->amount, receipt->day, acq_means_to_code (receipt->means), customer_id);

  if (rows == NULL)
    return -1;
  while (acq_rows_next (rows, &local_error))
    {
      gint64 id = acq_rows_int (rows, 0);

      if (g_hash_table_contains (self->met_receipts, &id))
        continue;
      g_hash_table_add (self->met_receipts, g_memdup2 (&id, sizeof id));
      return id;
    }
  if (local_error == NULL)
    return 0;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return -1;
}

/* What of each invoice named is still to be settled, in the order of the names. An invoice never takes more than it is owed,
   whatever a lettering says, and another customer's of the same number nothing. */
static gboolean
find_shares (AcqImportIntake *self, const AcqImportedReceipt *imported, gint64 customer_id, GArray *ids,
             GArray *shares, GError **error)
{
  for (gsize i = 0; imported->invoice_numbers != NULL && imported->invoice_numbers[i] != NULL; i++)
    {
      gint64 id = acq_invoice_repository_find_id (self->connection, imported->invoice_numbers[i], error);
      gint64 balance = 0, share = imported->amounts[i];

      if (id < 0
          || !acq_connection_get_int (self->connection, &balance, error,
                                      "SELECT balance FROM invoice WHERE id = ? AND customer_id = ?", "ii",
                                      id, customer_id))
        return FALSE;
      share = share >= 0 ? MIN (share, MAX (balance, 0)) : MAX (share, MIN (balance, 0));
      g_array_append_val (ids, id);
      g_array_append_val (shares, share);
    }
  return TRUE;
}

static gboolean
allocate (AcqImportIntake *self, gint64 receipt_id, const GArray *ids, const GArray *shares, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 share = g_array_index (shares, gint64, i);

      if (share != 0
          && !acq_receipt_repository_allocate (self->connection, receipt_id, g_array_index (ids, gint64, i),
                                               share, ACQ_ALLOCATION_ORIGIN_LEDGER, error))
        return FALSE;
    }
  return TRUE;
}

static gint64
sum_of (const GArray *shares)
{
  gint64 sum = 0;

  for (guint i = 0; i < shares->len; i++)
    sum += g_array_index (shares, gint64, i);
  return sum;
}

static gboolean
is_all_zero (const GArray *shares)
{
  for (guint i = 0; i < shares->len; i++)
    if (g_array_index (shares, gint64, i) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
has_allocations (AcqImportIntake *self, gint64 receipt_id, gboolean *ret_has, GError **error)
{
  gint64 count = 0;

  if (!acq_connection_get_int (self->connection, &count, error,
                               "SELECT count(*) FROM allocation WHERE receipt_id = ?", "i", receipt_id))
    return FALSE;
  *ret_has = count > 0;
  return TRUE;
}

/* A later export may letter what an earlier one left open. */
static gboolean
meet_again (AcqImportIntake *self, gint64 receipt_id, const GArray *ids, const GArray *shares, GError **error)
{
  gboolean lettered;

  if (!has_allocations (self, receipt_id, &lettered, error))
    return FALSE;
  if (lettered || is_all_zero (shares))
    {
      self->result->duplicates++;
      return TRUE;
    }
  self->result->updated++;
  return acq_batch_repository_keep_receipt (self->connection, self->result->batch, receipt_id, error)
         && allocate (self, receipt_id, ids, shares, error);
}

/* Where other sources have settled what the lettering names, the money is the same: what they settled is not
   received twice, for it would stand as a credit that silences reminders. */
static gboolean
insert_receipt (AcqImportIntake *self, AcqReceipt *receipt, const GArray *ids, const GArray *shares,
                gint64 lettered, GError **error)
{
  if (ids->len > 0 && is_all_zero (shares))
    {
      self->result->duplicates++;
      return TRUE;
    }
  self->result->added++;
  receipt->amount -= lettered - sum_of (shares);
  return acq_receipt_repository_insert (self->connection, receipt, self->result->batch, error)
         && allocate (self, receipt->id, ids, shares, error);
}

static gint64
sum_lettered (const AcqImportedReceipt *imported)
{
  gint64 sum = 0;

  for (gsize i = 0; imported->invoice_numbers != NULL && imported->invoice_numbers[i] != NULL; i++)
    sum += imported->amounts[i];
  return sum;
}

static gboolean
is_settled_beyond (const AcqImportedReceipt *imported)
{
  gint64 sum = sum_lettered (imported);

  return imported->receipt->amount >= 0 ? sum > imported->receipt->amount : sum < imported->receipt->amount;
}

gboolean
acq_import_intake_receipt (gpointer user_data, const AcqImportedReceipt *imported, guint64 place,
                           GError **error)
{
  AcqImportIntake *self = user_data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (gint64));
  AcqReceipt kept = *imported->receipt;
  gint64 id;

  if (is_settled_beyond (imported))
    return acq_import_intake_reject (self, place, ACQ_REJECT_PARTS_DIFFER, kept.reason, error);
  kept.customer_id = acq_import_intake_look_up_customer (self, imported->customer, error);
  if (kept.customer_id < 0 || !find_shares (self, imported, kept.customer_id, ids, shares, error))
    return FALSE;
  /* All that it is lettered with was rejected with a customer of whom nothing else is known. */
  if (kept.customer_id == 0 && ids->len > 0)
    return acq_import_intake_reject (self, place, ACQ_REJECT_OTHER_CUSTOMERS, imported->invoice_numbers[0],
                                     error);
  kept.customer_id = acq_import_intake_keep_customer (self, imported->customer, error);
  if (kept.customer_id < 0)
    return FALSE;
  id = find_nth_same (self, kept.customer_id, &kept, count_same (self, kept.customer_id, &kept), error);
  if (id == 0)
    id = find_same_money (self, kept.customer_id, &kept, error);
  if (id < 0)
    return FALSE;
  self->result->read++;
  if (id > 0)
    return meet_again (self, id, ids, shares, error);
  return insert_receipt (self, &kept, ids, shares, sum_lettered (imported), error);
}
