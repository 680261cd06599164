/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-ledger-repository.h"

#include "acq-bank-repository.h"
#include "acq-customer-repository.h"
#include "acq-invoice-repository.h"
#include "acq-journal.h"
#include "acq-note-repository.h"
#include "acq-receipt-repository.h"
#include "acq-settings-repository.h"
#include "acq-slip-repository.h"

static gboolean
load_parts (AcqConnection *connection, AcqLedger *ledger, AcqLedgerExtent extent, AcqDay today,
            GError **error)
{
  AcqCompany *company = acq_settings_repository_load_company (connection, error);

  if (company == NULL)
    return FALSE;
  acq_company_free (ledger->company);
  ledger->company = company;
  if (!acq_customer_repository_load (connection, ledger, error)
      || !acq_invoice_repository_load (connection, ledger, error)
      || !acq_receipt_repository_load (connection, ledger, error)
      || !acq_slip_repository_load (connection, ledger, error)
      || !acq_note_repository_load (connection, ledger, error)
      || !acq_settings_repository_load_aliases (connection, ledger, error))
    return FALSE;
  return extent == ACQ_LEDGER_WITHOUT_BANK || acq_bank_repository_load (connection, ledger, today, error);
}

AcqLedger *
acq_ledger_repository_load (AcqConnection *connection, AcqLedgerExtent extent, AcqDay today, GError **error)
{
  g_autoptr (AcqLedger) ledger = acq_ledger_new ();
  gboolean loaded;

  /* One read transaction, so that no other program's change falls between two of the queries. */
  if (!acq_connection_exec (connection, "SAVEPOINT view", error))
    return NULL;
  loaded = load_parts (connection, ledger, extent, today, error);
  acq_connection_exec (connection, "RELEASE view", NULL);
  return loaded ? g_steal_pointer (&ledger) : NULL;
}

/* Each query lists what does not hold; its first row names it. */
static const struct
{
  const char *what;
  const char *sql;
} proofs[] = {
  { "balance of invoice",
    "SELECT i.number FROM invoice i LEFT JOIN (SELECT a.invoice_id, sum (a.amount) settled FROM allocation a"
    " JOIN receipt r ON r.id = a.receipt_id WHERE r.state = 'credited' GROUP BY a.invoice_id) s"
    " ON s.invoice_id = i.id WHERE i.balance <> i.total - i.prepaid - coalesce (s.settled, 0)" },
  { "due items of invoice",
    "SELECT i.number FROM invoice i LEFT JOIN (SELECT invoice_id, sum (amount) amount, sum (balance) balance"
    " FROM due_item GROUP BY invoice_id) d ON d.invoice_id = i.id"
    " WHERE coalesce (d.amount, 0) <> i.total"
    " OR coalesce (d.balance, 0) <> CASE WHEN i.cancelled THEN 0 ELSE i.balance END" },
  { "currency of the due items of invoice",
    "SELECT i.number FROM due_item d JOIN invoice i ON i.id = d.invoice_id WHERE d.currency <> i.currency" },
  { "matched part of transaction",
    "SELECT t.id FROM bank_transaction t LEFT JOIN (SELECT r.transaction_id, sum (a.amount) matched FROM "
    "receipt r"
    " JOIN allocation a ON a.receipt_id = r.id WHERE r.state = 'credited' GROUP BY r.transaction_id) m"
    " ON m.transaction_id = t.id LEFT JOIN (SELECT r.transaction_id, sum (p.penalties + p.indemnity) paid FROM"
    " receipt r JOIN interest_payment p ON p.receipt_id = r.id WHERE r.state = 'credited'"
    " GROUP BY r.transaction_id) q ON q.transaction_id = t.id"
    " WHERE t.matched <> coalesce (m.matched, 0) + coalesce (q.paid, 0)" },
  { "allocations beyond receipt",
    "SELECT r.id FROM receipt r JOIN (SELECT receipt_id, sum (amount) allocated FROM"
    " (SELECT receipt_id, amount FROM allocation UNION ALL"
    " SELECT receipt_id, penalties + indemnity FROM interest_payment) GROUP BY receipt_id) a"
    " ON a.receipt_id = r.id WHERE (r.amount >= 0 AND a.allocated > r.amount)"
    " OR (r.amount < 0 AND a.allocated < r.amount)" },
  { "returned payments beyond what was paid of invoice",
    "SELECT number FROM invoice WHERE total >= 0 AND balance > total - prepaid" },
  { "cheques of slip", "SELECT s.reference FROM cheque_slip s WHERE s.total <>"
                       " (SELECT coalesce (sum (amount), 0) FROM receipt WHERE slip_id = s.id)" },
  { "parts of payment plan",
    "SELECT p.id FROM payment_plan p WHERE NOT EXISTS (SELECT 1 FROM plan_instalment WHERE plan_id = p.id)" },
  { "journal of letter",
    "SELECT reference FROM issued_letter l WHERE NOT EXISTS (SELECT 1 FROM journal WHERE action = 'letter'"
    " AND subject = l.reference AND detail GLOB '* sha256=' || l.sha256)" },
  { "reference between rows of", "SELECT \"table\" FROM pragma_foreign_key_check" },
};

static gboolean
prove (AcqConnection *connection, gsize index, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (connection, error, proofs[index].sql, "");

  if (rows == NULL)
    return FALSE;
  if (acq_rows_next (rows, &local_error))
    {
      g_set_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_DAMAGED, "%s %s", proofs[index].what,
                   acq_rows_text (rows, 0));
      return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Each letter and each proof is, to the last byte, what its hash says. */
static const char *const hashed[] = {
  "SELECT reference, sha256, pdf FROM issued_letter ORDER BY id",
  "SELECT name, sha256, bytes FROM letter_proof ORDER BY id",
  "SELECT name, sha256, bytes FROM attachment ORDER BY id",
};

static gboolean
prove_hashes (AcqConnection *connection, gsize index, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (connection, error, hashed[index], "");

  if (rows == NULL)
    return FALSE;
  while (acq_rows_next (rows, &local_error))
    {
      g_autoptr (GBytes) bytes = acq_rows_dup_bytes (rows, 2);
      g_autofree char *sha256
        = bytes == NULL ? NULL : g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      if (g_strcmp0 (sha256, acq_rows_text (rows, 1)) == 0)
        continue;
      g_set_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_DAMAGED, "bytes of %s", acq_rows_text (rows, 0));
      return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
check_integrity (AcqConnection *connection, GError **error)
{
  g_autoptr (AcqRows) rows = acq_connection_query (connection, error, "PRAGMA integrity_check (1)", "");

  if (rows == NULL || !acq_rows_next (rows, error))
    return FALSE;
  if (g_strcmp0 (acq_rows_text (rows, 0), "ok") == 0)
    return TRUE;
  g_set_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_DAMAGED, "%s", acq_rows_text (rows, 0));
  return FALSE;
}

gboolean
acq_ledger_repository_verify (AcqConnection *connection, AcqVerification *ret_verification, GError **error)
{
  AcqVerification found = { 0 };

  if (!check_integrity (connection, error) || !acq_journal_verify (connection, &found.journal_lines, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (proofs); i++)
    if (!prove (connection, i, error))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (hashed); i++)
    if (!prove_hashes (connection, i, error))
      return FALSE;
  if (!acq_connection_get_int (connection, &found.invoices, error, "SELECT count(*) FROM invoice", "")
      || !acq_connection_get_int (connection, &found.transactions, error,
                                  "SELECT count(*) FROM bank_transaction", ""))
    return FALSE;
  *ret_verification = found;
  return TRUE;
}
