/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-intake.h"

#include "acq-bank-repository.h"

/* The account's own days are filed away by statement: a file of several accounts must not mix them up. */
static void
reset_statement (AcqImportIntake *self)
{
  g_clear_pointer (&self->opening, acq_statement_free);
  g_hash_table_remove_all (self->known_days);
  self->sum = 0;
  self->n_lines = 0;
  self->n_rejected_before = (guint64) self->result->n_rejected;
  self->first = ACQ_DAY_NONE;
  self->last = ACQ_DAY_NONE;
}

gboolean
acq_import_intake_begin_statement (gpointer user_data, const AcqStatement *statement, GError **error)
{
  AcqImportIntake *self = user_data;

  reset_statement (self);
  self->account_id
    = acq_bank_repository_find_account (self->connection, statement, self->result->batch, error);
  return self->account_id > 0
         && acq_bank_repository_has_others (self->connection, self->account_id, self->result->batch,
                                            &self->has_known, error);
}

static GPtrArray *
known_lines_of (AcqImportIntake *self, AcqDay day, GError **error)
{
  GPtrArray *known = g_hash_table_lookup (self->known_days, GINT_TO_POINTER (day));

  if (known != NULL)
    return known;
  known
    = acq_bank_repository_list_known (self->connection, self->account_id, day, self->result->batch, error);
  if (known != NULL)
    g_hash_table_insert (self->known_days, GINT_TO_POINTER (day), known);
  return known;
}

static gboolean
is_same_line (const AcqKnownTransaction *known, const AcqTransaction *transaction)
{
  if (known->amount != transaction->amount)
    return FALSE;
  if (known->bank_ref != NULL && transaction->bank_ref != NULL)
    return g_strcmp0 (known->bank_ref, transaction->bank_ref) == 0;
  return g_strcmp0 (known->label, transaction->label) == 0;
}

/* Each known line explains one line of the file and no more, so that of two identical ones both are kept. */
static gboolean
is_known (AcqImportIntake *self, const AcqTransaction *transaction, gboolean *ret_known, GError **error)
{
  GPtrArray *known;

  *ret_known = FALSE;
  if (!self->has_known)
    return TRUE;
  known = known_lines_of (self, transaction->booked, error);
  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < known->len && !*ret_known; i++)
    {
      AcqKnownTransaction *candidate = known->pdata[i];

      if (!candidate->taken && is_same_line (candidate, transaction))
        *ret_known = candidate->taken = TRUE;
    }
  return TRUE;
}

gboolean
acq_import_intake_transaction (gpointer user_data, const AcqTransaction *transaction, GError **error)
{
  AcqImportIntake *self = user_data;
  AcqTransaction kept = *transaction;
  gboolean known;

  self->result->read++;
  self->n_lines++;
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
  const char *balance = check_balance (self, statement);
  AcqStatement kept = *statement;

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
