/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-notice-repository.h"

#include "acq-payment-part.h"

/* A notice and its line may be booked so many days apart. */
#define MAX_DAYS_APART 7

static gboolean
insert_part (AcqConnection *connection, gint64 notice_id, const AcqTransaction *part, GError **error)
{
  return acq_payment_part_insert (connection, ACQ_PAYMENT_PART_INSERT ("notice_part", "notice_id"), notice_id, part,
                                  error);
}

static gboolean
insert_parts (AcqConnection *connection, gint64 notice_id, const AcqTransaction *notice, GError **error)
{
  if (notice->children == NULL || notice->children->len == 0)
    return insert_part (connection, notice_id, notice, error);
  for (guint i = 0; i < notice->children->len; i++)
    if (!insert_part (connection, notice_id, notice->children->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* From here on the line is explained, if only by parts of its own. */
static gboolean
link_to (AcqConnection *connection, gint64 notice_id, gint64 transaction_id, GError **error)
{
  return acq_connection_run (connection, error, "UPDATE notice SET transaction_id = ? WHERE id = ?", "ii",
                             transaction_id, notice_id)
         && acq_connection_run (
           connection, error,
           "INSERT INTO transaction_part (transaction_id, notice_id, " ACQ_PAYMENT_PART_COLUMNS ")"
           " SELECT ?1, notice_id, " ACQ_PAYMENT_PART_COLUMNS " FROM notice_part WHERE notice_id = ?2"
           " AND NOT EXISTS (SELECT 1 FROM transaction_part WHERE transaction_id = ?1) ORDER BY id",
           "ii", transaction_id, notice_id);
}

gboolean
acq_notice_repository_insert (AcqConnection *connection, const AcqStatement *account,
                              const AcqTransaction *notice, gint64 transaction_id, gint64 batch_id,
                              GError **error)
{
  gint64 id;

  if (!acq_connection_run (connection, error,
                           "INSERT INTO notice (batch_id, iban, number, currency, booked, amount, label,"
                           " bank_ref, message_id, payment_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                           "ztttditttt", batch_id, account->iban, account->account_number,
                           account->currency.code, notice->booked, notice->amount,
                           notice->label == NULL ? "" : notice->label, notice->bank_ref, notice->message_id,
                           notice->payment_id))
    return FALSE;
  id = acq_connection_last_id (connection);
  return insert_parts (connection, id, notice, error)
         && (transaction_id == 0 || link_to (connection, id, transaction_id, error));
}

gboolean
acq_notice_repository_count_known (AcqConnection *connection, const AcqStatement *account,
                                   const AcqTransaction *notice, gint64 batch_id, gint64 *ret_count,
                                   GError **error)
{
  return acq_connection_get_int (connection, ret_count, error,
                                 "SELECT count(*) FROM notice WHERE booked = ? AND amount = ? AND iban IS ?"
                                 " AND number IS ? AND currency = ? AND batch_id IS NOT ?"
                                 " AND iif (?7 IS NULL OR bank_ref IS NULL, label = ?8, bank_ref = ?7)",
                                 "ditttztt", notice->booked, notice->amount, account->iban,
                                 account->account_number, account->currency.code, batch_id, notice->bank_ref,
                                 notice->label == NULL ? "" : notice->label);
}

/* Why a line may be the one that is meant. */
typedef enum
{
  LINK_NONE,
  LINK_DAY,
  LINK_MESSAGE_ID,
  LINK_PAYMENT_ID,
  LINK_BANK_REF,
} Link;

typedef struct
{
  gint64 transaction_id;
  Link link;
  gboolean is_unique;
} Candidate;

/* The line of each row with what tells it: a day, a bank id, the ids of its batch. */
static Link
judge (AcqRows *rows)
{
  gboolean same_day = acq_rows_int (rows, 1) != 0;
  gboolean same_ref = acq_rows_int (rows, 2) != 0, other_ref = acq_rows_int (rows, 3) != 0;
  gboolean same_payment = acq_rows_int (rows, 4) != 0, other_payment = acq_rows_int (rows, 5) != 0;

  if (same_ref)
    return LINK_BANK_REF;
  if (same_payment)
    return LINK_PAYMENT_ID;
  if (acq_rows_int (rows, 6) != 0 && !other_payment)
    return LINK_MESSAGE_ID;
  return same_day && !other_ref && !other_payment ? LINK_DAY : LINK_NONE;
}

static gboolean
find_line (AcqConnection *connection, gint64 notice_id, Candidate *best, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT t.id, t.booked = n.booked, ifnull (t.bank_ref = n.bank_ref, 0), ifnull (t.bank_ref <> n.bank_ref, 0),"
    " ifnull (t.payment_id = n.payment_id, 0), ifnull (t.payment_id <> n.payment_id, 0),"
    " ifnull (t.message_id = n.message_id, 0) FROM notice n"
    " JOIN account a ON a.currency = n.currency AND (a.iban = n.iban OR a.number = n.number"
    " OR (length (n.number) >= 8 AND instr (a.iban, n.number) > 0) OR (a.iban IS NULL AND a.number IS NULL))"
    " JOIN bank_transaction t ON t.account_id = a.id AND t.amount = n.amount"
    " AND t.booked BETWEEN date (n.booked, ?2) AND date (n.booked, ?3)"
    " WHERE n.id = ?1 AND NOT EXISTS (SELECT 1 FROM notice o WHERE o.transaction_id = t.id) ORDER BY t.id",
    "itt", notice_id, "-" G_STRINGIFY (MAX_DAYS_APART) " days", "+" G_STRINGIFY (MAX_DAYS_APART) " days");

  *best = (Candidate){ .link = LINK_NONE };
  if (rows == NULL)
    return FALSE;
  while (acq_rows_next (rows, &local_error))
    {
      Link link = judge (rows);

      if (link > best->link)
        *best = (Candidate){ acq_rows_int (rows, 0), link, TRUE };
      else if (link == best->link)
        best->is_unique = FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Of two notices alike in day and amount neither is told by them. */
static gboolean
is_alone (AcqConnection *connection, gint64 notice_id, gboolean *ret_alone, GError **error)
{
  gint64 others = 0;

  if (!acq_connection_get_int (connection, &others, error,
                               "SELECT count(*) FROM notice n JOIN notice o ON o.booked = n.booked"
                               " AND o.amount = n.amount AND o.iban IS n.iban AND o.number IS n.number"
                               " AND o.currency = n.currency AND o.id <> n.id AND o.transaction_id IS NULL"
                               " WHERE n.id = ?",
                               "i", notice_id))
    return FALSE;
  *ret_alone = others == 0;
  return TRUE;
}

static gboolean
link_one (AcqConnection *connection, gint64 notice_id, gint64 *linked, GError **error)
{
  Candidate best;
  gboolean is_told;

  if (!find_line (connection, notice_id, &best, error))
    return FALSE;
  is_told = best.link == LINK_BANK_REF || (best.link != LINK_NONE && best.is_unique);
  if (is_told && best.link == LINK_DAY && !is_alone (connection, notice_id, &is_told, error))
    return FALSE;
  if (!is_told)
    return TRUE;
  ++*linked;
  return link_to (connection, notice_id, best.transaction_id, error);
}

static GArray *
list_waiting (AcqConnection *connection, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error, "SELECT id FROM notice WHERE transaction_id IS NULL ORDER BY id", "");

  if (rows == NULL)
    return NULL;
  while (acq_rows_next (rows, &local_error))
    {
      gint64 id = acq_rows_int (rows, 0);

      g_array_append_val (ids, id);
    }
  if (local_error == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
acq_notice_repository_link (AcqConnection *connection, gint64 *ret_linked, GError **error)
{
  g_autoptr (GArray) waiting = list_waiting (connection, error);

  *ret_linked = 0;
  if (waiting == NULL)
    return FALSE;
  for (guint i = 0; i < waiting->len; i++)
    if (!link_one (connection, g_array_index (waiting, gint64, i), ret_linked, error))
      return FALSE;
  return TRUE;
}

gboolean
acq_notice_repository_count_waiting (AcqConnection *connection, gint64 batch_id, gint64 *ret_count,
                                     GError **error)
{
  return acq_connection_get_int (connection, ret_count, error,
                                 "SELECT count(*) FROM notice WHERE batch_id = ? AND transaction_id IS NULL",
                                 "i", batch_id);
}

gboolean
acq_notice_repository_remove_batch (AcqConnection *connection, gint64 batch_id, gint64 *ret_removed,
                                    GError **error)
{
  if (!acq_connection_run (connection, error,
                           "DELETE FROM transaction_part WHERE notice_id IN"
                           " (SELECT id FROM notice WHERE batch_id = ?)",
                           "i", batch_id)
      || !acq_connection_run (connection, error, "DELETE FROM notice WHERE batch_id = ?", "i", batch_id))
    return FALSE;
  *ret_removed = acq_connection_changes (connection);
  return TRUE;
}
