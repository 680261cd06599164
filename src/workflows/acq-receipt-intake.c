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

/* An invoice never takes more than it is owed, whatever a lettering says: its rest then asks. */
static gboolean
allocate (AcqImportIntake *self, gint64 receipt_id, const AcqImportedReceipt *imported, GError **error)
{
  for (gsize i = 0; imported->invoice_numbers != NULL && imported->invoice_numbers[i] != NULL; i++)
    {
      gint64 id = acq_invoice_repository_find_id (self->connection, imported->invoice_numbers[i], error);
      gint64 balance = 0, amount = imported->amounts[i];

      if (id < 0
          || !acq_connection_get_int (self->connection, &balance, error,
                                      "SELECT balance FROM invoice WHERE id = ?", "i", id))
        return FALSE;
      amount = amount >= 0 ? MIN (amount, MAX (balance, 0)) : MAX (amount, MIN (balance, 0));
      if (id != 0 && amount != 0
          && !acq_receipt_repository_allocate (self->connection, receipt_id, id, amount,
                                               ACQ_ALLOCATION_ORIGIN_LEDGER, error))
        return FALSE;
    }
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
meet_again (AcqImportIntake *self, gint64 receipt_id, const AcqImportedReceipt *imported, GError **error)
{
  gboolean lettered;

  if (!has_allocations (self, receipt_id, &lettered, error))
    return FALSE;
  if (lettered || imported->invoice_numbers == NULL || imported->invoice_numbers[0] == NULL)
    {
      self->result->duplicates++;
      return TRUE;
    }
  self->result->updated++;
  return allocate (self, receipt_id, imported, error);
}

static gboolean
is_settled_beyond (const AcqImportedReceipt *imported)
{
  gint64 sum = 0;

  for (gsize i = 0; imported->invoice_numbers != NULL && imported->invoice_numbers[i] != NULL; i++)
    sum += imported->amounts[i];
  return imported->receipt->amount >= 0 ? sum > imported->receipt->amount : sum < imported->receipt->amount;
}

gboolean
acq_import_intake_receipt (gpointer user_data, const AcqImportedReceipt *imported, guint64 place,
                           GError **error)
{
  AcqImportIntake *self = user_data;
  gint64 customer_id, id;
  AcqReceipt kept = *imported->receipt;

  if (is_settled_beyond (imported))
    return acq_import_intake_reject (self, place, ACQ_REJECT_PARTS_DIFFER, kept.reason, error);
  customer_id = acq_import_intake_keep_customer (self, imported->customer, error);
  if (customer_id < 0)
    return FALSE;
  id = find_nth_same (self, customer_id, &kept, count_same (self, customer_id, &kept), error);
  if (id < 0)
    return FALSE;
  self->result->read++;
  if (id > 0)
    return meet_again (self, id, imported, error);
  self->result->added++;
  kept.customer_id = customer_id;
  return acq_receipt_repository_insert (self->connection, &kept, self->result->batch, error)
         && allocate (self, kept.id, imported, error);
}
