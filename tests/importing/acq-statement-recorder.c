/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-recorder.h"

#include <string.h>

#include "acq-bank-table.h"

AcqStatementRecorder *
acq_statement_recorder_new (void)
{
  AcqStatementRecorder *self = g_new0 (AcqStatementRecorder, 1);

  self->log = g_string_new (NULL);
  return self;
}

void
acq_statement_recorder_free (AcqStatementRecorder *self)
{
  g_string_free (self->log, TRUE);
  g_free (self);
}

/* Nullable texts are never empty, so that nobody has to ask twice. */
static void
log_text (AcqStatementRecorder *self, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_assert_cmpstr (value, !=, "");
  g_assert_true (g_utf8_validate (value, -1, NULL));
  g_string_append_printf (self->log, " %s=%s", name, value);
}

static void
log_amount (AcqStatementRecorder *self, gint64 minor, AcqCurrency currency)
{
  g_autofree char *text = acq_money_format (acq_money_new (minor, currency));

  g_string_append_printf (self->log, " %s", text);
}

static void
log_day (AcqStatementRecorder *self, const char *name, AcqDay day)
{
  char iso[ACQ_DAY_ISO_SIZE];

  if (day == ACQ_DAY_NONE)
    return;
  g_assert_true (acq_day_is_valid (day));
  g_string_append_printf (self->log, "%s%s", name, acq_day_write_iso (day, iso));
}

static gboolean
begin_statement (gpointer user_data, const AcqStatement *statement, GError **error)
{
  AcqStatementRecorder *self = user_data;

  g_assert_false (self->is_open);
  g_assert_true (acq_currency_is_set (statement->currency));
  self->is_open = TRUE;
  self->statement_sum = 0;
  self->n_statements++;
  g_string_append_printf (self->log, "statement %s", statement->currency.code);
  log_text (self, "iban", statement->iban);
  log_text (self, "account", statement->account_number);
  log_text (self, "bank", statement->bank);
  if (statement->kind != ACQ_STATEMENT_KIND_STATEMENT)
    log_text (self, "kind", acq_statement_kind_to_code (statement->kind));
  g_string_append_c (self->log, '\n');
  return TRUE;
}

static void
log_transaction (AcqStatementRecorder *self, const AcqTransaction *transaction, const char *mark)
{
  g_assert_nonnull (transaction->label);
  g_assert_true (g_utf8_validate (transaction->label, -1, NULL));
  g_assert_cmpint (ABS (transaction->amount), <=, ACQ_MONEY_MAX);
  g_string_append (self->log, mark);
  log_day (self, "", transaction->booked);
  log_amount (self, transaction->amount, transaction->currency);
  g_string_append_printf (self->log, " [%s]", transaction->label);
  log_day (self, " value=", transaction->value);
  log_text (self, "ref", transaction->bank_ref);
  log_text (self, "from", transaction->counterparty);
  log_text (self, "iban", transaction->counterparty_iban);
  log_text (self, "for", transaction->remittance);
  log_text (self, "e2e", transaction->end_to_end);
  log_text (self, "cheque", transaction->cheque_number);
  log_text (self, "order", transaction->message_id);
  log_text (self, "batch", transaction->payment_id);
  if (transaction->means != ACQ_MEANS_UNKNOWN)
    log_text (self, "by", acq_means_to_code (transaction->means));
  if (transaction->returned)
    g_string_append (self->log, " returned");
  log_text (self, "reason", transaction->return_reason);
  g_string_append_c (self->log, '\n');
}

static gboolean
add_transaction (gpointer user_data, const AcqTransaction *transaction, GError **error)
{
  AcqStatementRecorder *self = user_data;

  g_assert_true (self->is_open);
  g_assert_true (acq_day_is_valid (transaction->booked));
  g_assert_cmpstr (transaction->end_to_end, !=, "NOTPROVIDED");
  log_transaction (self, transaction, "");
  for (guint i = 0; transaction->children != NULL && i < transaction->children->len; i++)
    log_transaction (self, g_ptr_array_index (transaction->children, i), "- ");
  self->n_transactions++;
  self->sum += transaction->amount;
  self->statement_sum += transaction->amount;
  return TRUE;
}

static gboolean
end_statement (gpointer user_data, const AcqStatement *statement, GError **error)
{
  AcqStatementRecorder *self = user_data;

  g_assert_true (self->is_open);
  self->is_open = FALSE;
  g_string_append (self->log, "end");
  log_day (self, " ", statement->first);
  log_day (self, " ", statement->last);
  if (statement->has_opening)
    log_amount (self, statement->opening, statement->currency);
  if (statement->has_closing)
    log_amount (self, statement->closing, statement->currency);
  g_string_append_c (self->log, '\n');
  if (statement->has_opening && statement->has_closing)
    self->n_mismatches += statement->opening + self->statement_sum != statement->closing;
  return TRUE;
}

static gboolean
reject (gpointer user_data, guint64 place, AcqReject reason, const char *detail, GError **error)
{
  AcqStatementRecorder *self = user_data;

  g_assert_true (detail == NULL || g_utf8_validate (detail, -1, NULL));
  self->n_rejects++;
  g_string_append_printf (self->log, "reject %" G_GUINT64_FORMAT " %s\n", place, acq_reject_to_code (reason));
  return TRUE;
}

static const AcqImportSink sink = {
  .begin_statement = begin_statement,
  .transaction = add_transaction,
  .end_statement = end_statement,
  .reject = reject,
};

gboolean
acq_statement_recorder_read (AcqStatementRecorder *self, const AcqImportFormat *format, const void *bytes,
                             gsize size, GError **error)
{
  AcqImportKind kind = ACQ_IMPORT_KIND_STATEMENT;
  AcqImportSource source = {
    .path = "statement",
    .bytes = bytes,
    .size = size,
    .today = acq_day_new (2026, 11, 20),
    .currency = ACQ_CURRENCY_EUR,
    .mapping = self->mapping,
  };
  gboolean is_read;

  if (format == NULL)
    format = acq_import_format_sniff (&source, &kind, error);
  if (format == NULL)
    return FALSE;
  is_read = format->read (&source, &sink, self, error);
  if (is_read)
    g_assert_false (self->is_open);
  return is_read;
}

gboolean
acq_statement_recorder_read_rows (AcqStatementRecorder *self, AcqRowSource *rows, GError **error)
{
  const AcqImportSource source
    = { .path = "rows", .today = acq_day_new (2026, 11, 20), .currency = ACQ_CURRENCY_EUR, .mapping = self->mapping };

  return acq_bank_table_read (rows, &source, &sink, self, error);
}

void
acq_statement_recorder_expect (const AcqImportFormat *format, const char *text, const char *log)
{
  g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
  g_autoptr (GError) error = NULL;

  acq_statement_recorder_read (recorder, format, text, strlen (text), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (recorder->log->str, ==, log);
}

void
acq_statement_recorder_expect_error (const AcqImportFormat *format, const char *text, gssize size,
                                     AcqImportError code)
{
  g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (
    acq_statement_recorder_read (recorder, format, text, size < 0 ? strlen (text) : (gsize) size, &error));
  g_assert_error (error, ACQ_IMPORT_ERROR, (int) code);
}

void
acq_statement_recorder_damage (const AcqImportFormat *format, const char *text, guint rounds)
{
  gsize size = strlen (text);
  g_autoptr (GRand) random = g_rand_new_with_seed (20261120);

  for (guint i = 0; i < rounds; i++)
    {
      g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
      g_autoptr (GError) error = NULL;
      gsize kept = (gsize) g_rand_int_range (random, 1, (gint32) size + 1);
      /* Memory of its own size, so that a tool sees what is read beyond it. */
      g_autofree char *damaged = g_memdup2 (text, kept);

      for (int change = g_rand_int_range (random, 0, 6); change > 0; change--)
        damaged[g_rand_int_range (random, 0, (gint32) kept)] = (char) g_rand_int_range (random, 0, 256);
      if (!acq_statement_recorder_read (recorder, format, damaged, kept, &error))
        g_assert_nonnull (error);
    }
}
