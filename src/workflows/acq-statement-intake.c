/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-intake.h"

#include "acq-bank-repository.h"
#include "acq-notice-repository.h"

/* As many lines of a statement without a name are looked at to find its account. */
#define MAX_WAITING 64

static void
reset_statement (AcqImportIntake *self)
{
  g_clear_pointer (&self->nameless, acq_statement_free);
  g_clear_pointer (&self->named, acq_statement_free);
  g_ptr_array_set_size (self->waiting, 0);
  g_ptr_array_set_size (self->unsure, 0);
  self->sum = 0;
  self->first = ACQ_DAY_NONE;
  self->last = ACQ_DAY_NONE;
}

static gboolean
take_account (AcqImportIntake *self, gint64 account_id, GError **error)
{
  self->account_id = account_id;
  return account_id > 0
         && acq_line_recognition_begin (&self->recognition, self->result->batch, account_id,
                                        self->kind == ACQ_STATEMENT_KIND_REPORT, error);
}

static gboolean
is_nameless (const AcqStatement *statement)
{
  return statement->iban == NULL && statement->account_number == NULL;
}

/* Whose account it is, and nothing else of the statement. */
static AcqStatement *
copy_account (const AcqStatement *statement)
{
  AcqStatement *copy = acq_statement_new ();

  copy->iban = g_strdup (statement->iban);
  copy->account_number = g_strdup (statement->account_number);
  copy->currency = statement->currency;
  return copy;
}

gboolean
acq_import_intake_begin_statement (gpointer user_data, const AcqStatement *statement, GError **error)
{
  AcqImportIntake *self = user_data;
  g_autoptr (GArray) accounts = NULL;

  reset_statement (self);
  self->kind = statement->kind;
  self->named = copy_account (statement);
  if (statement->kind == ACQ_STATEMENT_KIND_NOTICE)
    return TRUE;
  if (is_nameless (statement))
    {
      accounts = acq_bank_repository_list_accounts (self->connection, statement->currency, error);
      if (accounts == NULL)
        return FALSE;
    }
  if (accounts != NULL && accounts->len > 1)
    {
      self->nameless = copy_account (statement);
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

static gboolean
insert_line (AcqImportIntake *self, const AcqTransaction *transaction, GError **error)
{
  const AcqLabelRule *rule = acq_label_rules_find (self->label_rules, transaction);
  AcqTransaction kept = *transaction;

  self->result->added++;
  kept.account_id = self->account_id;
  kept.ignored = rule != NULL;
  kept.label_rule_id = rule == NULL ? 0 : rule->id;
  if (kept.label == NULL)
    kept.label = (char *) "";
  return acq_bank_repository_insert (self->connection, &kept, self->result->batch, error)
         && (self->kind != ACQ_STATEMENT_KIND_REPORT
             || acq_bank_repository_mark_provisional (self->connection, kept.id, error));
}

/* A line that is known, but not what it is made of, is explained by the parts that come now. */
static gboolean
explain_line (AcqImportIntake *self, gint64 id, const AcqTransaction *transaction, GError **error)
{
  gboolean has_parts;

  if (transaction->children == NULL || transaction->children->len == 0)
    return TRUE;
  if (!acq_bank_repository_has_parts (self->connection, id, &has_parts, error))
    return FALSE;
  if (has_parts)
    return TRUE;
  self->result->explained++;
  return acq_notice_repository_insert (self->connection, self->named, transaction, id, self->result->batch, error);
}

/* A statement confirms what a report told; all else that is known stays as it is. */
static gboolean
meet_known_line (AcqImportIntake *self, const AcqRecognition *known, const AcqTransaction *transaction, GError **error)
{
  if (!known->provisional || self->kind == ACQ_STATEMENT_KIND_REPORT)
    {
      self->result->duplicates++;
      return explain_line (self, known->id, transaction, error);
    }
  self->result->updated++;
  return acq_batch_repository_keep_transaction (self->connection, self->result->batch, known->id, error)
         && acq_bank_repository_confirm (self->connection, known->id, transaction, self->result->batch, error);
}

static gboolean
take_line (AcqImportIntake *self, const AcqTransaction *transaction, GError **error)
{
  AcqRecognition known;

  self->sum += transaction->amount;
  if (self->first == ACQ_DAY_NONE || transaction->booked < self->first)
    self->first = transaction->booked;
  self->last = MAX (self->last, transaction->booked);
  if (!acq_line_recognition_find (&self->recognition, transaction, &known, error))
    return FALSE;
  if (known.is_open)
    {
      g_ptr_array_add (self->unsure, acq_transaction_copy (transaction));
      return TRUE;
    }
  return known.id != 0 ? meet_known_line (self, &known, transaction, error) : insert_line (self, transaction, error);
}

/* What no line is without doubt, once all that are have been taken. */
static gboolean
settle_unsure (AcqImportIntake *self, GError **error)
{
  for (guint i = 0; i < self->unsure->len; i++)
    {
      const AcqTransaction *transaction = self->unsure->pdata[i];
      AcqRecognition known;

      if (!acq_line_recognition_find_loosely (&self->recognition, transaction, &known, error)
          || !(known.id != 0 ? meet_known_line (self, &known, transaction, error)
                             : insert_line (self, transaction, error)))
        return FALSE;
    }
  g_ptr_array_set_size (self->unsure, 0);
  return TRUE;
}

/* How often a notice like this was met in this file, this time included. */
static guint
count_same_notices (AcqImportIntake *self, const AcqTransaction *notice)
{
  const AcqStatement *account = self->named;
  char *words = g_strdup_printf (
    "%s\x1f%s\x1f%s\x1f%d\x1f%" G_GINT64_FORMAT "\x1f%s", account->iban == NULL ? "" : account->iban,
    account->account_number == NULL ? "" : account->account_number, account->currency.code, notice->booked,
    notice->amount, notice->bank_ref != NULL ? notice->bank_ref : notice->label == NULL ? ""
                                                                                        : notice->label);
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->receipt_counts, words)) + 1;

  g_hash_table_replace (self->receipt_counts, words, GUINT_TO_POINTER (count));
  return count;
}

static gboolean
take_notice (AcqImportIntake *self, const AcqTransaction *notice, GError **error)
{
  gint64 known = 0;

  if (!acq_notice_repository_count_known (self->connection, self->named, notice, self->result->batch, &known, error))
    return FALSE;
  if (count_same_notices (self, notice) <= known)
    {
      self->result->duplicates++;
      return TRUE;
    }
  self->result->added++;
  return acq_notice_repository_insert (self->connection, self->named, notice, 0, self->result->batch, error);
}

gboolean
acq_import_intake_transaction (gpointer user_data, const AcqTransaction *transaction, GError **error)
{
  AcqImportIntake *self = user_data;

  if (self->nameless != NULL && self->waiting->len < MAX_WAITING)
    {
      g_ptr_array_add (self->waiting, acq_transaction_copy (transaction));
      return TRUE;
    }
  if (self->nameless != NULL && !settle_nameless (self, error))
    return FALSE;
  self->result->read++;
  return self->kind == ACQ_STATEMENT_KIND_NOTICE ? take_notice (self, transaction, error)
                                                 : take_line (self, transaction, error);
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

  if (self->kind == ACQ_STATEMENT_KIND_NOTICE)
    return TRUE;
  if (self->nameless != NULL && !settle_nameless (self, error))
    return FALSE;
  self->recognition.first = statement->first != ACQ_DAY_NONE ? statement->first : self->first;
  if (!settle_unsure (self, error))
    return FALSE;
  balance = check_balance (self, statement);
  if (kept.first == ACQ_DAY_NONE)
    kept.first = self->first;
  if (kept.last == ACQ_DAY_NONE)
    kept.last = self->last;
  /* A statement of tomorrow says nothing of tomorrow yet. */
  if (kept.last != ACQ_DAY_NONE)
    kept.last = MIN (kept.last, MAX (self->today, self->last));
  /* Nor does a report say that it was all of its days. */
  if (kept.kind == ACQ_STATEMENT_KIND_REPORT)
    kept.first = kept.last = ACQ_DAY_NONE;
  self->result->balance = worse_of (self->result->balance, balance);
  return acq_bank_repository_insert_statement (self->connection, &kept, self->account_id, self->result->batch,
                                               balance, error);
}
