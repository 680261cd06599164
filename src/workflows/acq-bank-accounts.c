/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-accounts.h"

#include "acq-bank-repository.h"
#include "acq-text-normalizer.h"
#include "acq-workflow-error.h"

void
acq_bank_account_free (AcqBankAccount *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->bank);
  g_free (self->iban);
  g_free (self->number);
  g_free (self->verdict);
  g_clear_pointer (&self->breaks, g_array_unref);
  g_free (self);
}

/* The newest statement is the one that reaches furthest, of equals the one that was imported last. */
#define NEWEST " ORDER BY last_day IS NULL, last_day DESC, id DESC LIMIT 1)"

static const char accounts_sql[]
  = "SELECT a.id, a.name, a.bank, a.iban, a.number, a.currency,"
    " (SELECT max (booked) FROM bank_transaction WHERE account_id = a.id), c.closing, c.last_day,"
    " coalesce (n.balance, 'absent'), (SELECT imported_on FROM batch WHERE id = n.batch_id)"
    " FROM account a"
    " LEFT JOIN statement c ON c.id = (SELECT id FROM statement WHERE account_id = a.id"
    " AND closing IS NOT NULL" NEWEST
    " LEFT JOIN statement n ON n.id = (SELECT id FROM statement WHERE account_id = a.id" NEWEST
    " ORDER BY a.id";

static AcqBankAccount *
read_account (AcqRows *rows)
{
  AcqBankAccount *account = g_new0 (AcqBankAccount, 1);

  account->id = acq_rows_int (rows, 0);
  account->name = acq_rows_dup_text (rows, 1);
  account->bank = acq_rows_dup_text (rows, 2);
  account->iban = acq_rows_dup_text (rows, 3);
  account->number = acq_rows_dup_text (rows, 4);
  account->currency = acq_currency_parse (acq_rows_text (rows, 5));
  account->first_covered = account->last_covered = ACQ_DAY_NONE;
  account->last_line = acq_rows_day (rows, 6);
  account->has_closing = !acq_rows_is_null (rows, 7);
  account->closing = acq_rows_int (rows, 7);
  account->closing_day = acq_rows_day (rows, 8);
  account->verdict = acq_rows_dup_text (rows, 9);
  account->imported_on = acq_rows_day (rows, 10);
  return account;
}

static gboolean
read_chain (AcqConnection *connection, AcqBankAccount *account, GError **error)
{
  g_autoptr (GArray) spans = acq_bank_repository_list_spans (connection, account->id, error);
  g_autoptr (GArray) covered = g_array_new (FALSE, FALSE, sizeof (AcqPeriod));

  account->breaks = g_array_new (FALSE, FALSE, sizeof (AcqStatementBreak));
  if (spans == NULL)
    return FALSE;
  acq_statement_chain_read ((AcqStatementSpan *) (void *) spans->data, spans->len, covered, account->breaks);
  if (covered->len == 0)
    return TRUE;
  account->first_covered = g_array_index (covered, AcqPeriod, 0).first;
  account->last_covered = g_array_index (covered, AcqPeriod, covered->len - 1).last;
  return TRUE;
}

GPtrArray *
acq_bank_accounts_list (AcqCompanyFile *file, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_bank_account_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (connection, error, accounts_sql, "");

  if (rows == NULL)
    return NULL;
  while (acq_rows_next (rows, &local_error))
    {
      AcqBankAccount *account = read_account (rows);

      g_ptr_array_add (accounts, account);
      if (!read_chain (connection, account, error))
        return NULL;
    }
  if (local_error == NULL)
    return g_steal_pointer (&accounts);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

AcqDay
acq_bank_accounts_covered_until (const GPtrArray *accounts)
{
  AcqDay until = ACQ_DAY_NONE;

  for (guint i = 0; i < accounts->len; i++)
    {
      const AcqBankAccount *account = accounts->pdata[i];

      if (account->last_covered == ACQ_DAY_NONE)
        return ACQ_DAY_NONE;
      until = i == 0 ? account->last_covered : MIN (until, account->last_covered);
    }
  return until;
}

const char *
acq_bank_accounts_verdict (const GPtrArray *accounts)
{
  const char *verdict = accounts->len == 0 ? "absent" : "ok";

  for (guint i = 0; i < accounts->len; i++)
    {
      const AcqBankAccount *account = accounts->pdata[i];

      if (g_str_equal (account->verdict, "mismatch"))
        return "mismatch";
      if (!g_str_equal (account->verdict, "ok"))
        verdict = "absent";
    }
  return verdict;
}

gboolean
acq_bank_account_rename (AcqCompanyFile *file, gint64 account_id, const char *name, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autofree char *plain = name == NULL ? g_strdup ("") : acq_text_squeeze (name);
  g_autofree char *subject = g_strdup_printf ("account %" G_GINT64_FORMAT, account_id);

  if (change == NULL
      || !acq_connection_run (connection, error, "UPDATE account SET name = ? WHERE id = ?", "ti",
                              plain[0] == '\0' ? NULL : plain, account_id))
    return FALSE;
  if (acq_connection_changes (connection) > 0)
    return acq_change_commit (change, "rename_account", subject, plain, error);
  g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE, "%s", subject);
  return FALSE;
}
