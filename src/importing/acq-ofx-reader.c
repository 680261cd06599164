/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-iban.h"
#include "acq-label-grammar.h"
#include "acq-ofx-tokenizer.h"
#include "acq-statement-feed.h"

/* OFX 1.0.2 to 2.2 (https://financialdataexchange.org/ofx): bank, card and investment statements as banks write them. */

typedef struct
{
  AcqStatementFeed feed;
  AcqTextDecoder decoder;
  AcqOfxTokenizer tokens;
  GString *value; /* of the tag in hand */
  GString *name;  /* NAME and MEMO of the transaction in hand */
  GString *memo;
  GString *bank_id; /* of the account in hand, as are the two below */
  GString *branch_id;
  GString *account_id;
  gboolean in_account;
  gboolean in_other_account;
  gboolean in_statement;
  gboolean in_transaction;
  gboolean in_currency;
  gboolean in_ledger_balance;
  gboolean is_ended; /* </OFX> was there */
  AcqDay user_day;
  char amount[64];
  guint64 line; /* the transaction begins there */
} Ofx;

static const struct
{
  const char *code;
  AcqMeans means;
} transaction_types[] = {
  { "CHECK", ACQ_MEANS_CHEQUE },
  { "XFER", ACQ_MEANS_TRANSFER },
  { "DIRECTDEP", ACQ_MEANS_TRANSFER },
  { "PAYMENT", ACQ_MEANS_TRANSFER },
  { "POS", ACQ_MEANS_CARD },
  { "DIRECTDEBIT", ACQ_MEANS_DIRECT_DEBIT },
  { "FEE", ACQ_MEANS_FEE },
  { "SRVCHG", ACQ_MEANS_FEE },
  { "CASH", ACQ_MEANS_CASH },
  { "ATM", ACQ_MEANS_CASH },
};

/* "YYYYMMDD" and whatever time and zone follow: the day is the one the bank wrote. */
static AcqDay
parse_day (const char *text)
{
  char iso[ACQ_DAY_ISO_SIZE];

  if (strlen (text) < 8)
    return ACQ_DAY_NONE;
  if (text[4] == '-')
    g_strlcpy (iso, text, sizeof iso);
  else
    g_snprintf (iso, sizeof iso, "%.4s-%.2s-%.2s", text, text + 4, text + 6);
  return acq_day_parse_iso (iso);
}

/* A lone separator is the decimal one, whatever follows it. */
static gboolean
parse_amount (const char *text, AcqCurrency currency, gint64 *ret_minor)
{
  char plain[64];
  int decimals = acq_currency_decimals (currency);
  int separators = 0;

  for (const char *p = text; *p != '\0'; p++)
    separators += *p == '.' || *p == ',';
  if (separators > 1 || strlen (text) >= sizeof plain)
    return acq_amount_parse_written (text, decimals, ret_minor);
  g_strlcpy (plain, text, sizeof plain);
  g_strdelimit (plain, ",", '.');
  if (acq_amount_parse (plain, decimals, ret_minor))
    return TRUE;
  /* ".50", "-.50", "1 234": more freely written, and still without a doubt. */
  return (separators == 0 || strspn (plain, "+-") == (gsize) (strchr (plain, '.') - plain))
         && acq_amount_parse_written (plain, decimals, ret_minor);
}

static gboolean
open_account (Ofx *self, GError **error)
{
  self->in_account = self->in_statement && !self->in_transaction;
  g_string_truncate (self->bank_id, 0);
  g_string_truncate (self->branch_id, 0);
  g_string_truncate (self->account_id, 0);
  return TRUE;
}

static gboolean
close_account (Ofx *self, GError **error)
{
  AcqStatement *statement = self->feed.statement;

  if (!self->in_account)
    return TRUE;
  self->in_account = FALSE;
  g_clear_pointer (&statement->iban, g_free);
  g_clear_pointer (&statement->account_number, g_free);
  g_clear_pointer (&statement->bank, g_free);
  statement->iban = acq_iban_normalize (self->account_id->str);
  if (statement->iban == NULL && self->branch_id->len > 0)
    statement->iban = acq_iban_from_rib (self->bank_id->str, self->branch_id->str, self->account_id->str);
  if (statement->iban == NULL && self->account_id->len > 0)
    statement->account_number = g_strdup (self->account_id->str);
  if (self->bank_id->len > 0)
    statement->bank = g_strdup (self->bank_id->str);
  return TRUE;
}

static gboolean
read_bank_id (Ofx *self, GError **error)
{
  if (self->in_account)
    g_string_assign (self->bank_id, self->value->str);
  return TRUE;
}

static gboolean
read_branch_id (Ofx *self, GError **error)
{
  if (self->in_account)
    g_string_assign (self->branch_id, self->value->str);
  return TRUE;
}

static gboolean
read_account_id (Ofx *self, GError **error)
{
  if (self->in_account)
    g_string_assign (self->account_id, self->value->str);
  else if (self->in_transaction && self->in_other_account)
    {
      g_autofree char *iban = acq_iban_normalize (self->value->str);

      if (iban != NULL)
        g_string_assign (self->feed.texts[ACQ_STATEMENT_TEXT_COUNTERPARTY_IBAN], iban);
    }
  return TRUE;
}

static gboolean
reject_transaction (Ofx *self, AcqReject reason, const char *detail, GError **error)
{
  self->in_transaction = self->in_currency = self->in_other_account = FALSE;
  return acq_statement_feed_reject (&self->feed, self->line, reason, detail, error);
}

/* A transaction that its statement ends before its own end is no whole one. */
static gboolean
close_statement (Ofx *self, GError **error)
{
  if (!self->in_statement)
    return TRUE;
  if (self->in_transaction && !reject_transaction (self, ACQ_REJECT_BAD_RECORD, "not closed", error))
    return FALSE;
  self->in_statement = FALSE;
  return acq_statement_feed_end (&self->feed, error);
}

static gboolean
open_statement (Ofx *self, GError **error)
{
  if (!close_statement (self, error))
    return FALSE;
  acq_statement_feed_reset_statement (&self->feed);
  self->in_statement = TRUE;
  return TRUE;
}

static gboolean
open_other_account (Ofx *self, GError **error)
{
  self->in_other_account = TRUE;
  return TRUE;
}

static gboolean
close_other_account (Ofx *self, GError **error)
{
  self->in_other_account = FALSE;
  return TRUE;
}

static gboolean
read_default_currency (Ofx *self, GError **error)
{
  AcqCurrency currency = acq_currency_parse (self->value->str);

  if (self->in_statement && !self->feed.is_open && acq_currency_is_set (currency))
    self->feed.statement->currency = currency;
  return TRUE;
}

static gboolean
read_first_day (Ofx *self, GError **error)
{
  if (self->in_statement && self->feed.statement->first == ACQ_DAY_NONE)
    self->feed.statement->first = parse_day (self->value->str);
  return TRUE;
}

static gboolean
read_last_day (Ofx *self, GError **error)
{
  AcqDay day = parse_day (self->value->str);

  if (self->in_statement && day > self->feed.statement->last)
    self->feed.statement->last = day;
  return TRUE;
}

static gboolean
open_ledger_balance (Ofx *self, GError **error)
{
  self->in_ledger_balance = self->in_statement;
  return TRUE;
}

static gboolean
close_ledger_balance (Ofx *self, GError **error)
{
  self->in_ledger_balance = FALSE;
  return TRUE;
}

static gboolean
read_balance (Ofx *self, GError **error)
{
  AcqStatement *statement = self->feed.statement;

  if (self->in_ledger_balance)
    statement->has_closing = parse_amount (self->value->str, statement->currency, &statement->closing);
  return TRUE;
}

/* "VIR DUPONT SARL" in NAME and "FACT 12" in MEMO: who pays and what for. */
static void
read_parts (Ofx *self)
{
  AcqLabelReading reading;

  if (self->memo->len == 0 || !acq_label_grammar_read (self->name->str, &reading)
      || reading.counterparty.len == 0)
    return;
  acq_statement_feed_add_text (&self->feed, ACQ_STATEMENT_TEXT_COUNTERPARTY, reading.counterparty.text,
                               (gssize) reading.counterparty.len);
  acq_statement_feed_add_text (&self->feed, ACQ_STATEMENT_TEXT_REMITTANCE, self->memo->str, -1);
}

/* NAME is cut at 32 characters where MEMO goes on, and many banks write the same text into both. */
static void
join_label (Ofx *self)
{
  AcqStatementFeed *feed = &self->feed;
  gboolean memo_holds_name = strstr (self->memo->str, self->name->str) != NULL;
  gboolean name_holds_memo = strstr (self->name->str, self->memo->str) != NULL;

  if (!memo_holds_name)
    acq_statement_feed_add_text (feed, ACQ_STATEMENT_TEXT_LABEL, self->name->str, -1);
  if (memo_holds_name || !name_holds_memo)
    acq_statement_feed_add_text (feed, ACQ_STATEMENT_TEXT_LABEL, self->memo->str, -1);
  if (!memo_holds_name && !name_holds_memo)
    read_parts (self);
}

static gboolean
close_transaction (Ofx *self, GError **error)
{
  AcqTransaction *transaction = &self->feed.transaction;

  if (!self->in_transaction)
    return TRUE;
  if (self->amount[0] == '\0')
    return reject_transaction (self, ACQ_REJECT_NO_AMOUNT, self->memo->str, error);
  if (!parse_amount (self->amount, transaction->currency, &transaction->amount))
    return reject_transaction (self, ACQ_REJECT_BAD_AMOUNT, self->amount, error);
  if (transaction->booked == ACQ_DAY_NONE)
    transaction->booked = self->user_day;
  join_label (self);
  self->in_transaction = self->in_currency = self->in_other_account = FALSE;
  return acq_statement_feed_transaction (&self->feed, self->line, error);
}

static gboolean
open_transaction (Ofx *self, GError **error)
{
  if (self->in_transaction && !reject_transaction (self, ACQ_REJECT_BAD_RECORD, "not closed", error))
    return FALSE;
  self->line = acq_ofx_tokenizer_line (&self->tokens);
  if (!self->in_statement && !open_statement (self, error))
    return FALSE;
  self->in_transaction = TRUE;
  self->in_account = FALSE;
  self->user_day = ACQ_DAY_NONE;
  self->amount[0] = '\0';
  g_string_truncate (self->name, 0);
  g_string_truncate (self->memo, 0);
  acq_statement_feed_reset_transaction (&self->feed);
  return acq_statement_feed_progress (&self->feed, (gsize) (self->tokens.p - self->decoder.text), error);
}

static gboolean
read_type (Ofx *self, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (transaction_types); i++)
    if (strcmp (self->value->str, transaction_types[i].code) == 0)
      self->feed.transaction.means = transaction_types[i].means;
  return TRUE;
}

static gboolean
read_posted_day (Ofx *self, GError **error)
{
  self->feed.transaction.booked = parse_day (self->value->str);
  return TRUE;
}

static gboolean
read_user_day (Ofx *self, GError **error)
{
  self->user_day = parse_day (self->value->str);
  return TRUE;
}

static gboolean
read_value_day (Ofx *self, GError **error)
{
  self->feed.transaction.value = parse_day (self->value->str);
  return TRUE;
}

/* Kept as text until the record ends: its currency may come behind it. A text too long for an amount is none. */
static gboolean
read_amount (Ofx *self, GError **error)
{
  g_strlcpy (self->amount, self->value->len < sizeof self->amount ? self->value->str : "?",
             sizeof self->amount);
  return TRUE;
}

static gboolean
read_bank_ref (Ofx *self, GError **error)
{
  g_string_assign (self->feed.texts[ACQ_STATEMENT_TEXT_BANK_REF], self->value->str);
  return TRUE;
}

static gboolean
read_cheque_number (Ofx *self, GError **error)
{
  g_string_assign (self->feed.texts[ACQ_STATEMENT_TEXT_CHEQUE_NUMBER], self->value->str);
  return TRUE;
}

static gboolean
read_name (Ofx *self, GError **error)
{
  g_string_assign (self->name, self->value->str);
  return TRUE;
}

static gboolean
read_memo (Ofx *self, GError **error)
{
  g_string_assign (self->memo, self->value->str);
  return TRUE;
}

/* CURRENCY tells the currency of the amount; ORIGCURRENCY only what it was before the bank changed it. */
static gboolean
open_currency (Ofx *self, GError **error)
{
  self->in_currency = TRUE;
  return TRUE;
}

static gboolean
close_currency (Ofx *self, GError **error)
{
  self->in_currency = FALSE;
  return TRUE;
}

static gboolean
read_currency (Ofx *self, GError **error)
{
  AcqCurrency currency = acq_currency_parse (self->value->str);

  if (self->in_currency && acq_currency_is_set (currency))
    self->feed.transaction.currency = currency;
  return TRUE;
}

static gboolean
close_ofx (Ofx *self, GError **error)
{
  self->is_ended = TRUE;
  return TRUE;
}

/* What is done at a tag and at its end, the most frequent tags first. */
static const struct
{
  const char *name;
  gboolean in_transaction; /* means something only there */
  gboolean (*open) (Ofx *self, GError **error);
  gboolean (*close) (Ofx *self, GError **error);
} tags[] = {
  { "STMTTRN", FALSE, open_transaction, close_transaction },
  { "TRNTYPE", TRUE, read_type, NULL },
  { "DTPOSTED", TRUE, read_posted_day, NULL },
  { "TRNAMT", TRUE, read_amount, NULL },
  { "FITID", TRUE, read_bank_ref, NULL },
  { "NAME", TRUE, read_name, NULL },
  { "MEMO", TRUE, read_memo, NULL },
  { "CHECKNUM", TRUE, read_cheque_number, NULL },
  { "DTUSER", TRUE, read_user_day, NULL },
  { "DTAVAIL", TRUE, read_value_day, NULL },
  { "CURRENCY", TRUE, open_currency, close_currency },
  { "CURSYM", TRUE, read_currency, NULL },
  { "BANKACCTTO", TRUE, open_other_account, close_other_account },
  { "BANKACCTFROM", FALSE, open_account, close_account },
  { "CCACCTFROM", FALSE, open_account, close_account },
  { "INVACCTFROM", FALSE, open_account, close_account },
  { "BANKID", FALSE, read_bank_id, NULL },
  { "BRANCHID", FALSE, read_branch_id, NULL },
  { "ACCTID", FALSE, read_account_id, NULL },
  { "STMTRS", FALSE, open_statement, close_statement },
  { "CCSTMTRS", FALSE, open_statement, close_statement },
  { "INVSTMTRS", FALSE, open_statement, close_statement },
  { "CURDEF", FALSE, read_default_currency, NULL },
  { "DTSTART", FALSE, read_first_day, NULL },
  { "DTEND", FALSE, read_last_day, NULL },
  { "LEDGERBAL", FALSE, open_ledger_balance, close_ledger_balance },
  { "BALAMT", FALSE, read_balance, NULL },
  { "OFX", FALSE, NULL, close_ofx },
};

static gboolean
read_tag (Ofx *self, GError **error)
{
  const char *name = self->tokens.tag;

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      if (name[0] != tags[i].name[0] || strcmp (name, tags[i].name) != 0)
        continue;
      if (tags[i].in_transaction && !self->in_transaction)
        return TRUE;
      if (self->tokens.is_closing)
        return tags[i].close == NULL || tags[i].close (self, error);
      if (tags[i].open == NULL)
        return TRUE;
      g_string_truncate (self->value, 0);
      acq_ofx_tokenizer_append_value (&self->tokens, self->value);
      return tags[i].open (self, error);
    }
  return TRUE;
}

/* A file that was cut off lacks its last tag. */
static gboolean
refuse_truncated (Ofx *self, GError **error)
{
  if (self->is_ended && !self->in_transaction)
    return TRUE;
  g_set_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_TRUNCATED,
               "line %" G_GUINT64_FORMAT ": the file ends %s", acq_ofx_tokenizer_line (&self->tokens),
               self->in_transaction ? "within a transaction" : "without </OFX>");
  return FALSE;
}

static gboolean
read_tags (Ofx *self, GError **error)
{
  GError *failure = NULL;

  while (!self->is_ended && acq_ofx_tokenizer_next (&self->tokens, &failure))
    if (!read_tag (self, error))
      return FALSE;
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  return refuse_truncated (self, error) && close_statement (self, error)
         && acq_statement_feed_finish (&self->feed, error);
}

static void
clear (Ofx *self)
{
  GString **buffers[]
    = { &self->value, &self->name, &self->memo, &self->bank_id, &self->branch_id, &self->account_id };

  for (gsize i = 0; i < G_N_ELEMENTS (buffers); i++)
    g_string_free (g_steal_pointer (buffers[i]), TRUE);
  acq_statement_feed_clear (&self->feed);
  acq_text_decoder_clear (&self->decoder);
}

static gboolean
read_ofx (const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data, GError **error)
{
  Ofx self = {
    .value = g_string_new (NULL),
    .name = g_string_new (NULL),
    .memo = g_string_new (NULL),
    .bank_id = g_string_new (NULL),
    .branch_id = g_string_new (NULL),
    .account_id = g_string_new (NULL),
  };
  gboolean is_read;

  acq_statement_feed_init (&self.feed, source, sink, user_data);
  is_read = acq_text_decoder_init (&self.decoder, source->bytes, source->size, error);
  if (is_read)
    {
      acq_ofx_tokenizer_init (&self.tokens, &self.decoder);
      is_read = read_tags (&self, error);
    }
  clear (&self);
  return is_read;
}

static int
sniff_ofx (const AcqImportSource *source)
{
  g_auto (AcqTextDecoder) head = { 0 };

  if (!acq_text_decoder_init_head (&head, source->bytes, source->size) || head.size == 0)
    return 0;
  if (memmem (head.text, head.size, "<OFX>", 5) != NULL
      || memmem (head.text, head.size, "OFXHEADER", 9) != NULL)
    return 95;
  return memmem (head.text, head.size, "<STMTTRN>", 9) != NULL ? 80 : 0;
}

const AcqImportFormat acq_ofx_format = {
  .code = "ofx",
  .name = "OFX",
  .kind = ACQ_IMPORT_KIND_STATEMENT,
  .sniff = sniff_ofx,
  .read = read_ofx,
};
