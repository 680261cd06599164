/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-repository.h"

#define COLUMNS                                                                                              \
  "id, model, reference, customer_id, day, n_pages, total_due, accepted, reason, sha256, registered_number," \
  " posted, presented, received, returned"

static gboolean
insert_invoices (AcqConnection *connection, const AcqIssuedLetter *letter, GError **error)
{
  for (guint i = 0; i < letter->invoice_ids->len; i++)
    if (!acq_connection_run (connection, error,
                             "INSERT INTO issued_letter_invoice (letter_id, invoice_id) VALUES (?, ?)", "ii", letter->id,
                             g_array_index (letter->invoice_ids, gint64, i)))
      return FALSE;
  return TRUE;
}

gboolean
acq_letter_repository_insert (AcqConnection *connection, AcqIssuedLetter *letter, GBytes *pdf, GError **error)
{
  if (!acq_connection_run (connection, error,
                           "INSERT INTO issued_letter (model, reference, customer_id, day, n_pages, total_due, accepted,"
                           " reason, sha256, pdf) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                           "ttzdiitttB", letter->model, letter->reference, letter->customer_id, letter->day,
                           (gint64) letter->n_pages, letter->total_due, letter->accepted, letter->reason, letter->sha256,
                           pdf))
    return FALSE;
  letter->id = acq_connection_last_id (connection);
  return insert_invoices (connection, letter, error);
}

static AcqIssuedLetter *
read_letter (AcqRows *rows)
{
  AcqIssuedLetter *letter = acq_issued_letter_new ();

  letter->id = acq_rows_int (rows, 0);
  letter->model = acq_rows_dup_text (rows, 1);
  letter->reference = acq_rows_dup_text (rows, 2);
  letter->customer_id = acq_rows_int (rows, 3);
  letter->day = acq_rows_day (rows, 4);
  letter->n_pages = (guint) acq_rows_int (rows, 5);
  letter->total_due = acq_rows_int (rows, 6);
  letter->accepted = acq_rows_dup_text (rows, 7);
  letter->reason = acq_rows_dup_text (rows, 8);
  letter->sha256 = acq_rows_dup_text (rows, 9);
  letter->post.number = acq_rows_dup_text (rows, 10);
  letter->post.posted = acq_rows_day (rows, 11);
  letter->post.presented = acq_rows_day (rows, 12);
  letter->post.received = acq_rows_day (rows, 13);
  letter->post.returned = acq_rows_day (rows, 14);
  return letter;
}

static gboolean
read_invoices (AcqConnection *connection, AcqIssuedLetter *letter, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error, "SELECT invoice_id FROM issued_letter_invoice WHERE letter_id = ? ORDER BY invoice_id", "i",
    letter->id);

  if (rows == NULL)
    return FALSE;
  while (acq_rows_next (rows, &local_error))
    {
      gint64 id = acq_rows_int (rows, 0);

      g_array_append_val (letter->invoice_ids, id);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

GPtrArray *
acq_letter_repository_list (AcqConnection *connection, gint64 customer_id, GError **error)
{
  g_autoptr (GPtrArray) letters = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_issued_letter_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error,
                            "SELECT " COLUMNS " FROM issued_letter WHERE ?1 IS NULL OR customer_id = ?1 ORDER BY id", "z",
                            customer_id);

  if (rows == NULL)
    return NULL;
  while (acq_rows_next (rows, &local_error))
    {
      AcqIssuedLetter *letter = read_letter (rows);

      g_ptr_array_add (letters, letter);
      if (!read_invoices (connection, letter, error))
        return NULL;
    }
  if (local_error == NULL)
    return g_steal_pointer (&letters);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

AcqIssuedLetter *
acq_letter_repository_find (AcqConnection *connection, const char *reference, GError **error)
{
  g_autoptr (AcqIssuedLetter) letter = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error, "SELECT " COLUMNS " FROM issued_letter WHERE reference = ?", "t", reference);

  if (rows == NULL || !acq_rows_next (rows, error))
    return NULL;
  letter = read_letter (rows);
  return read_invoices (connection, letter, error) ? g_steal_pointer (&letter) : NULL;
}

GBytes *
acq_letter_repository_load_pdf (AcqConnection *connection, gint64 id, GError **error)
{
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error, "SELECT pdf FROM issued_letter WHERE id = ?", "i", id);

  return rows != NULL && acq_rows_next (rows, error) ? acq_rows_dup_bytes (rows, 0) : NULL;
}

gboolean
acq_letter_repository_set_post (AcqConnection *connection, gint64 id, const AcqPostalRecord *post, GError **error)
{
  return acq_connection_run (connection, error,
                             "UPDATE issued_letter SET registered_number = ?, posted = ?, presented = ?, received = ?,"
                             " returned = ? WHERE id = ?",
                             "tddddi", post->number, post->posted, post->presented, post->received, post->returned, id);
}

gboolean
acq_letter_repository_note_posting (AcqConnection *connection, gint64 message_id, AcqDay before, AcqDay posted,
                                    const char *number, GError **error)
{
  return acq_connection_run (
    connection, error,
    "UPDATE issued_letter SET posted = ?1, registered_number = ?2 WHERE posted IS ?3 AND id IN"
    " (SELECT max (l.id) FROM issued_letter l WHERE l.model = 'formal_notice' AND EXISTS"
    " (SELECT 1 FROM issued_letter_invoice li JOIN message_item mi ON mi.invoice_id = li.invoice_id"
    " WHERE li.letter_id = l.id AND mi.message_id = ?4) GROUP BY l.customer_id)",
    "dtdi", posted, number, before, message_id);
}

gboolean
acq_letter_repository_find_message (AcqConnection *connection, const AcqIssuedLetter *letter, gint64 *ret_id,
                                    GError **error)
{
  *ret_id = 0;
  return acq_connection_get_int (
    connection, ret_id, error,
    "SELECT m.id FROM message m WHERE m.channel = 'registered_letter' AND m.state = 'sent' AND m.sent IS ?1 AND EXISTS"
    " (SELECT 1 FROM message_item mi JOIN issued_letter_invoice li ON li.invoice_id = mi.invoice_id"
    " WHERE mi.message_id = m.id AND li.letter_id = ?2) ORDER BY m.id DESC LIMIT 1",
    "di", letter->post.posted, letter->id);
}

gboolean
acq_letter_repository_add_proof (AcqConnection *connection, const AcqLetterProof *proof, GBytes *bytes,
                                 gboolean *ret_added, GError **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  if (!acq_connection_run (connection, error,
                           "INSERT OR IGNORE INTO letter_proof (letter_id, kind, name, added, sha256, bytes)"
                           " VALUES (?, ?, ?, ?, ?, ?)",
                           "ittdtB", proof->letter_id, acq_letter_proof_kind_to_code (proof->kind), proof->name,
                           proof->added, sha256, bytes))
    return FALSE;
  *ret_added = acq_connection_changes (connection) > 0;
  return TRUE;
}

static AcqLetterProof *
read_proof (AcqRows *rows)
{
  AcqLetterProof *proof = g_new0 (AcqLetterProof, 1);

  proof->id = acq_rows_int (rows, 0);
  proof->letter_id = acq_rows_int (rows, 1);
  acq_letter_proof_kind_from_code (acq_rows_text (rows, 2), &proof->kind);
  proof->name = acq_rows_dup_text (rows, 3);
  proof->added = acq_rows_day (rows, 4);
  proof->sha256 = acq_rows_dup_text (rows, 5);
  return proof;
}

GPtrArray *
acq_letter_repository_list_proofs (AcqConnection *connection, gint64 letter_id, GError **error)
{
  g_autoptr (GPtrArray) proofs = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_letter_proof_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT id, letter_id, kind, name, added, sha256 FROM letter_proof WHERE letter_id = ? ORDER BY id", "i", letter_id);

  if (rows == NULL)
    return NULL;
  while (acq_rows_next (rows, &local_error))
    g_ptr_array_add (proofs, read_proof (rows));
  if (local_error == NULL)
    return g_steal_pointer (&proofs);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

GBytes *
acq_letter_repository_load_proof (AcqConnection *connection, gint64 id, GError **error)
{
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error, "SELECT bytes FROM letter_proof WHERE id = ?", "i", id);

  return rows != NULL && acq_rows_next (rows, error) ? acq_rows_dup_bytes (rows, 0) : NULL;
}

gboolean
acq_letter_repository_remove_proof (AcqConnection *connection, gint64 id, GError **error)
{
  return acq_connection_run (connection, error, "DELETE FROM letter_proof WHERE id = ?", "i", id);
}
