/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-feed.h"

#include <string.h>

#include "acq-label-grammar.h"
#include "acq-text-normalizer.h"

#define PROGRESS_BYTES (1 << 19)

void
acq_statement_feed_init (AcqStatementFeed *self, const AcqImportSource *source, const AcqImportSink *sink,
                         gpointer user_data)
{
  *self = (AcqStatementFeed){ .source = source, .sink = sink, .user_data = user_data };
  for (int i = 0; i < ACQ_STATEMENT_N_TEXTS; i++)
    self->texts[i] = g_string_sized_new (128);
  acq_statement_feed_reset_statement (self);
}

void
acq_statement_feed_clear (AcqStatementFeed *self)
{
  for (int i = 0; i < ACQ_STATEMENT_N_TEXTS; i++)
    if (self->texts[i] != NULL)
      g_string_free (g_steal_pointer (&self->texts[i]), TRUE);
  g_clear_pointer (&self->statement, acq_statement_free);
  g_clear_pointer (&self->transaction.children, g_ptr_array_unref);
}

void
acq_statement_feed_reset_statement (AcqStatementFeed *self)
{
  g_clear_pointer (&self->statement, acq_statement_free);
  self->statement = acq_statement_new ();
  if (acq_currency_is_set (self->source->currency))
    self->statement->currency = self->source->currency;
  self->is_open = FALSE;
  self->first_booked = self->last_booked = ACQ_DAY_NONE;
  self->sum = 0;
  acq_statement_feed_reset_transaction (self);
}

gboolean
acq_statement_feed_begin (AcqStatementFeed *self, GError **error)
{
  if (self->is_open)
    return TRUE;
  self->is_open = TRUE;
  self->n_statements++;
  return self->sink->begin_statement (self->user_data, self->statement, error);
}

gboolean
acq_statement_feed_end (AcqStatementFeed *self, GError **error)
{
  if (!acq_statement_feed_begin (self, error))
    return FALSE;
  if (self->statement->first == ACQ_DAY_NONE)
    self->statement->first = self->first_booked;
  if (self->statement->last == ACQ_DAY_NONE)
    self->statement->last = self->last_booked;
  self->is_open = FALSE;
  return self->sink->end_statement (self->user_data, self->statement, error);
}

void
acq_statement_feed_reset_transaction (AcqStatementFeed *self)
{
  g_clear_pointer (&self->transaction.children, g_ptr_array_unref);
  self->transaction = (AcqTransaction){
    .booked = ACQ_DAY_NONE,
    .value = ACQ_DAY_NONE,
    .currency = self->statement->currency,
  };
  for (int i = 0; i < ACQ_STATEMENT_N_TEXTS; i++)
    g_string_truncate (self->texts[i], 0);
}

void
acq_statement_feed_add_text (AcqStatementFeed *self, AcqStatementText which, const char *text, gssize len)
{
  GString *to = self->texts[which];
  gsize size = len < 0 ? strlen (text) : (gsize) len;

  if (size == 0)
    return;
  if (to->len > 0)
    g_string_append_c (to, ' ');
  /* One byte beyond the limit is enough to know that the record is to be refused. */
  g_string_append_len (to, text, (gssize) MIN (size, ACQ_STATEMENT_MAX_TEXT + 1));
}

/* Leads of the UTF-8 characters that may be white space or control characters beyond ASCII. */
static gboolean
may_lead_white_space (guint8 c)
{
  return c == 0xc2 || c == 0xe1 || c == 0xe2 || c == 0xe3 || c == 0xef;
}

static void
squeeze_slowly (GString *text)
{
  char *to = text->str;

  for (const char *from = text->str; *from != '\0'; from++)
    {
      guint8 c = (guint8) *from;

      if (may_lead_white_space (c))
        {
          g_autofree char *squeezed = acq_text_squeeze (text->str);

          g_string_assign (text, squeezed);
          return;
        }
    }
  for (const char *from = text->str; *from != '\0'; from++)
    {
      gboolean is_blank = (guint8) *from <= ' ' || *from == 0x7f;

      if (!is_blank)
        *to++ = *from;
      else if (to > text->str && to[-1] != ' ')
        *to++ = ' ';
    }
  if (to > text->str && to[-1] == ' ')
    to--;
  g_string_truncate (text, (gsize) (to - text->str));
}

/* ASCII with nothing but single spaces inside. */
static gboolean
is_squeezed (const GString *text)
{
  char before = ' ';

  for (gsize i = 0; i < text->len; i++)
    {
      char c = text->str[i];

      if ((guint8) c < ' ' || (guint8) c >= 0x7f || (c == ' ' && before == ' '))
        return FALSE;
      before = c;
    }
  return before != ' ';
}

static void
squeeze (GString *text)
{
  if (!is_squeezed (text))
    squeeze_slowly (text);
}

const char *
acq_statement_feed_squeezed (AcqStatementFeed *self, AcqStatementText which)
{
  if (self->texts[which]->len <= ACQ_STATEMENT_MAX_TEXT)
    squeeze (self->texts[which]);
  return self->texts[which]->str;
}

/* FALSE where a text is too long to be one. */
static gboolean
squeeze_texts (AcqStatementFeed *self)
{
  GString *end_to_end = self->texts[ACQ_STATEMENT_TEXT_END_TO_END];

  for (int i = 0; i < ACQ_STATEMENT_N_TEXTS; i++)
    {
      if (self->texts[i]->len > ACQ_STATEMENT_MAX_TEXT)
        return FALSE;
      if (self->texts[i]->len > 0)
        squeeze (self->texts[i]);
    }
  if (g_ascii_strcasecmp (end_to_end->str, "NOTPROVIDED") == 0)
    g_string_truncate (end_to_end, 0);
  return TRUE;
}

static char *
text_or_null (AcqStatementFeed *self, AcqStatementText which)
{
  return self->texts[which]->len == 0 ? NULL : self->texts[which]->str;
}

static void
point_to_texts (AcqStatementFeed *self)
{
  AcqTransaction *transaction = &self->transaction;

  transaction->label = self->texts[ACQ_STATEMENT_TEXT_LABEL]->str;
  transaction->bank_ref = text_or_null (self, ACQ_STATEMENT_TEXT_BANK_REF);
  transaction->counterparty = text_or_null (self, ACQ_STATEMENT_TEXT_COUNTERPARTY);
  transaction->counterparty_iban = text_or_null (self, ACQ_STATEMENT_TEXT_COUNTERPARTY_IBAN);
  transaction->remittance = text_or_null (self, ACQ_STATEMENT_TEXT_REMITTANCE);
  transaction->end_to_end = text_or_null (self, ACQ_STATEMENT_TEXT_END_TO_END);
  transaction->cheque_number = text_or_null (self, ACQ_STATEMENT_TEXT_CHEQUE_NUMBER);
  transaction->return_reason = text_or_null (self, ACQ_STATEMENT_TEXT_RETURN_REASON);
  transaction->message_id = text_or_null (self, ACQ_STATEMENT_TEXT_MESSAGE_ID);
  transaction->payment_id = text_or_null (self, ACQ_STATEMENT_TEXT_PAYMENT_ID);
}

/* A bank's own number stands in the field for cheques of all its lines; only a cheque's counts. */
static void
read_label (AcqStatementFeed *self)
{
  AcqTransaction *transaction = &self->transaction;
  AcqLabelReading reading;

  if (!acq_label_grammar_read (self->texts[ACQ_STATEMENT_TEXT_LABEL]->str, &reading))
    return;
  if (transaction->means == ACQ_MEANS_UNKNOWN)
    transaction->means = reading.means;
  transaction->returned |= reading.returned;
  if (self->texts[ACQ_STATEMENT_TEXT_COUNTERPARTY]->len == 0)
    g_string_append_len (self->texts[ACQ_STATEMENT_TEXT_COUNTERPARTY], reading.counterparty.text,
                         (gssize) reading.counterparty.len);
  if (self->texts[ACQ_STATEMENT_TEXT_REMITTANCE]->len == 0)
    g_string_append_len (self->texts[ACQ_STATEMENT_TEXT_REMITTANCE], reading.remittance.text,
                         (gssize) reading.remittance.len);
  if (self->texts[ACQ_STATEMENT_TEXT_END_TO_END]->len == 0)
    g_string_append_len (self->texts[ACQ_STATEMENT_TEXT_END_TO_END], reading.end_to_end.text,
                         (gssize) reading.end_to_end.len);
  if (self->texts[ACQ_STATEMENT_TEXT_CHEQUE_NUMBER]->len == 0)
    g_string_append_len (self->texts[ACQ_STATEMENT_TEXT_CHEQUE_NUMBER], reading.cheque_number.text,
                         (gssize) reading.cheque_number.len);
}

static void
count_transaction (AcqStatementFeed *self)
{
  AcqDay day = self->transaction.booked;

  self->n_transactions++;
  if (self->first_booked == ACQ_DAY_NONE || day < self->first_booked)
    self->first_booked = day;
  if (day > self->last_booked)
    self->last_booked = day;
  if (__builtin_add_overflow (self->sum, self->transaction.amount, &self->sum))
    self->sum = self->transaction.amount < 0 ? G_MININT64 : G_MAXINT64;
}

gboolean
acq_statement_feed_transaction (AcqStatementFeed *self, guint64 place, GError **error)
{
  AcqTransaction *transaction = &self->transaction;

  if (!acq_day_is_valid (transaction->booked))
    return acq_statement_feed_reject (self, place, ACQ_REJECT_BAD_DAY, NULL, error);
  if (!acq_currency_equal (transaction->currency, self->statement->currency))
    return acq_statement_feed_reject (self, place, ACQ_REJECT_BAD_CURRENCY, transaction->currency.code, error);
  if (!squeeze_texts (self))
    return acq_statement_feed_reject (self, place, ACQ_REJECT_BAD_RECORD, "too long", error);
  if (!acq_statement_feed_begin (self, error))
    return FALSE;
  read_label (self);
  if (transaction->means != ACQ_MEANS_CHEQUE)
    g_string_truncate (self->texts[ACQ_STATEMENT_TEXT_CHEQUE_NUMBER], 0);
  point_to_texts (self);
  count_transaction (self);
  return self->sink->transaction (self->user_data, transaction, error);
}

gboolean
acq_statement_feed_reject (AcqStatementFeed *self, guint64 place, AcqReject reason, const char *detail,
                           GError **error)
{
  if (self->n_rejected++ == 0)
    self->first_rejected = place;
  return self->sink->reject (self->user_data, place, reason, detail, error);
}

gboolean
acq_statement_feed_progress (AcqStatementFeed *self, gsize done, GError **error)
{
  if (done - self->reported < PROGRESS_BYTES)
    return TRUE;
  self->reported = done;
  if (self->sink->progress != NULL)
    self->sink->progress (self->user_data, done, self->source->size);
  return !g_cancellable_set_error_if_cancelled (self->source->cancellable, error);
}

gboolean
acq_statement_feed_finish (AcqStatementFeed *self, GError **error)
{
  if (self->n_transactions == 0 && self->n_rejected > 0)
    {
      g_set_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_SYNTAX,
                   "line %" G_GUINT64_FORMAT ": not one of the %" G_GUINT64_FORMAT " records can be read",
                   self->first_rejected, self->n_rejected);
      return FALSE;
    }
  if (self->n_statements > 0)
    return TRUE;
  g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_EMPTY, "the file holds no statement");
  return FALSE;
}
