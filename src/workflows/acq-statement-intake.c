/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-intake.h"

#include "acq-bank-repository.h"

/* As many lines of a statement without a name are looked at to find its account. */
#define MAX_WAITING 64

static void
reset_statement (AcqImportIntake *self)
{
  g_clear_pointer (&self->nameless, acq_statement_free);
  g_ptr_array_set_size (self->waiting, 0);
  self->sum = 0;
  self->first = ACQ_DAY_NONE;
  self->last = ACQ_DAY_NONE;
}

static gboolean
take_account (AcqImportIntake *self, gint64 account_id, GError **error)
{
  self->account_id = account_id;
  return account_id > 0
         && acq_bank_repository_has_others (self->connection, account_id, self->result->batch,
                                            &self->has_known, error);
}

static gboolean
is_nameless (const AcqStatement *statement)
{
  return statement->iban == NULL && statement->account_number == NULL;
}

gboolean
acq_import_intake_begin_statement (gpointer user_data, const AcqStatement *statement, GError **error)
{
  AcqImportIntake *self = user_data;
  g_autoptr (GArray) accounts = NULL;

  reset_statement (self);
  if (is_nameless (statement))
    {
      accounts = acq_bank_repository_list_accounts (self->connection, statement->currency, error);
      if (accounts == NULL)
        return FALSE;
    }
  if (accounts != NULL && accounts->len > 1)
    {
      self->nameless = acq_statement_new ();
      self->nameless->currency = statement->currency;
      return TRUE;
    }
  return take_account (
    self, acq_bank_repository_find_account (self->connection, statement, self->result->batch, error), error);
}

static gboolean
count_known (AcqImportIntake *self, gint64 account_id, guint *ret_count, GError **error)
{
  *ret_count = 0;
  for (guint i = 0; i < self->waiting->len; i++)
    {
      const AcqTransaction *line = self->waiting->pdata[i];
      gboolean has;

      if (!acq_bank_repository_has_line (self->connection, account_id, line->booked, line->amount, &has,
                                         error))
        return FALSE;
      *ret_count += has;
    }
  return TRUE;
}

/* The account that knows most of the waiting lines, if it knows several; 0 otherwise, -1 on an error. */
static gint64
find_overlapping (AcqImportIntake *self, GError **error)
{
  g_autoptr (GArray) accounts
    = acq_bank_repository_list_accounts (self->connection, self->nameless->currency, error);
  guint most = 0, second = 0;
  gint64 best = 0;

  if (accounts == NULL)
    return -1;
  for (guint i = 0; i < accounts->len; i++)
    {
      gint64 id = g_array_index (accounts, gint64, i);
      guint count;

      if (!count_known (self, id, &count, error))
        return -1;
      second = MAX (second, MIN (count, most));
      if (count > most)
        {
          most = count;
          best = id;
        }
    }
  return most >= MIN (3, self->waiting->len) && most > second ? best : 0;
}

/* Lines that are known tell best; else it is the account of the company's letterhead; else one without a
   name. */
static gboolean
settle_nameless (AcqImportIntake *self, GError **error)
{
  g_autoptr (AcqStatement) statement = g_steal_pointer (&self->nameless);
  gint64 id;

  self->nameless = statement;
  id = find_overlapping (self, error);
  self->nameless = NULL;
  if (id == 0 && self->company->iban != NULL)
    id = acq_bank_repository_find_iban (self->connection, self->company->iban, statement->currency, error);
  if (id == 0)
    id = acq_bank_repository_find_account (self->connection, statement, self->result->batch, error);
  if (!take_account (self, id, error))
    return FALSE;
  for (guint i = 0; i < self->waiting->len; i++)
    if (!acq_import_intake_transaction (self, self->waiting->pdata[i], error))
      return FALSE;
  g_ptr_array_set_size (self->waiting, 0);
  return TRUE;
}

static GPtrArray *
known_lines_of (AcqImportIntake *self, AcqDay day, GError **error)
{
  gint64 key = self->account_id << 32 | (guint32) day;
  GPtrArray *known = g_hash_table_lookup (self->known_days, &key);

  if (known != NULL)
    return known;
  known
    = acq_bank_repository_list_known (self->connection, self->account_id, day, self->result->batch, error);
  if (known != NULL)
    g_hash_table_insert (self->known_days, g_memdup2 (&key, sizeof key), known);
  return known;
}

typedef enum
{
  LIKENESS_NONE,
  LIKENESS_LABEL, /* one of both has no id of the bank */
  LIKENESS_BANK_ID,
} Likeness;

static Likeness
compare_lines (const AcqKnownTransaction *known, const AcqTransaction *transaction)
{
  if (known->taken || known->amount != transaction->amount)
    return LIKENESS_NONE;
  if (known->bank_ref != NULL && transaction->bank_ref != NULL)
    return g_str_equal (known->bank_ref, transaction->bank_ref) ? LIKENESS_BANK_ID : LIKENESS_NONE;
  return g_strcmp0 (known->label, transaction->label) == 0 ? LIKENESS_LABEL : LIKENESS_NONE;
}

/* Each known line explains one line of the file and no more, so that of two identical ones both are kept. One of the same id goes
   before one without, which another line of the file may need. */
static gboolean
is_known (AcqImportIntake *self, const AcqTransaction *transaction, gboolean *ret_known, GError **error)
{
  AcqKnownTransaction *found = NULL;
  Likeness best = LIKENESS_NONE, most = transaction->bank_ref == NULL ? LIKENESS_LABEL : LIKENESS_BANK_ID;
  GPtrArray *known;

  *ret_known = FALSE;
  if (!self->has_known)
    return TRUE;
  known = known_lines_of (self, transaction->booked, error);
  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < known->len && best < most; i++)
    {
      Likeness likeness = compare_lines (known->pdata[i], transaction);

      if (likeness > best)
        {
          best = likeness;
          found = known->pdata[i];
        }
    }
  *ret_known = found != NULL;
  if (found != NULL)
    found->taken = TRUE;
  return TRUE;
}

gboolean
acq_import_intake_transaction (gpointer user_data, const AcqTransaction *transaction, GError **error)
{
  AcqImportIntake *self = user_data;
  AcqTransaction kept = *transaction;
  const AcqLabelRule *rule;
  gboolean known;

  if (self->nameless != NULL && self->waiting->len < MAX_WAITING)
    {
      g_ptr_array_add (self->waiting, acq_transaction_copy (transaction));
      return TRUE;
    }
  if (self->nameless != NULL && !settle_nameless (self, error))
    return FALSE;
  self->result->read++;
  self->sum += transaction->amount;
  if (self->first == ACQ_DAY_NONE || transaction->booked < self->first)
    self->first = transaction->booked;
  self->last = MAX (self->last, transaction->booked);
  if (!is_known (self, transaction, &known, error))
    return FALSE;
  if (known)
    {
      self->result->duplicates++;
      return TRUE;
    }
  self->result->added++;
  kept.account_id = self->account_id;
  rule = acq_label_rules_find (self->label_rules, transaction);
  if (rule != NULL)
    {
      kept.ignored = TRUE;
      kept.label_rule_id = rule->id;
    }
  if (kept.label == NULL)
    kept.label = (char *) "";
  return acq_bank_repository_insert (self->connection, &kept, self->result->batch, error);
}

/* Lines that were refused are missing from the sum: what does not add up then proves nothing. */
static const char *
check_balance (const AcqImportIntake *self, const AcqStatement *statement)
{
  if (!statement->has_opening || !statement->has_closing)
    return "absent";
  if (statement->opening + self->sum == statement->closing)
    return "ok";
  return "mismatch";
}

/* Of several statements in one file the worst tells. */
static const char *
worse_of (const char *a, const char *b)
{
  if (g_str_equal (a, "mismatch") || g_str_equal (b, "mismatch"))
    return "mismatch";
  return g_str_equal (a, "ok") || g_str_equal (b, "ok") ? "ok" : "absent";
}

gboolean
acq_import_intake_end_statement (gpointer user_data, const AcqStatement *statement, GError **error)
{
  AcqImportIntake *self = user_data;
  AcqStatement kept = *statement;
  const char *balance;

  if (self->nameless != NULL && !settle_nameless (self, error))
    return FALSE;
  balance = check_balance (self, statement);
  if (kept.first == ACQ_DAY_NONE)
    kept.first = self->first;
  if (kept.last == ACQ_DAY_NONE)
    kept.last = self->last;
  /* A statement of tomorrow says nothing of tomorrow yet. */
  if (kept.last != ACQ_DAY_NONE)
    kept.last = MIN (kept.last, MAX (self->today, self->last));
  self->result->balance = worse_of (self->result->balance, balance);
  return acq_bank_repository_insert_statement (self->connection, &kept, self->account_id, self->result->batch,
                                               balance, error);
}
