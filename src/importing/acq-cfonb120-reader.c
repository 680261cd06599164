/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-cfonb120-codes.h"
#include "acq-iban.h"
#include "acq-statement-feed.h"
#include "acq-text-decoder.h"

/* CFONB 120, the French account statement of 120-character records: 01 old balance, 04 movement, 05 complement, 07 new
   balance. Sources: "Évolution du relevé 120" of the CFONB, version 2.0, March 2010, and the ETEBAC record layouts. */

#define RECORD 120

/* Where fields begin, counted from 0, and their lengths. */
#define AT_BANK          2, 5
#define AT_BRANCH        11, 5
#define AT_CURRENCY      16, 3
#define AT_DECIMALS      19
#define AT_ACCOUNT       21, 11
#define AT_CODE          32
#define AT_DAY           34
#define AT_REJECT_REASON 40, 2
#define AT_VALUE_DAY     42
#define AT_LABEL         48, 31
#define AT_NUMBER        81, 7
#define AT_AMOUNT        90
#define AT_REFERENCE     104, 16
#define AT_QUALIFIER     45
#define AT_COMPLEMENT    48, 70
#define AMOUNT_LENGTH    14

/* Two-digit years above this one are of the last century. */
#define PIVOT_YEAR 60

typedef struct
{
  AcqStatementFeed feed;
  AcqTextDecoder decoder;
  AcqTextDecoder record_text; /* how the bytes of "record" are read */
  const char *p;
  const char *end;
  guint64 line;  /* of the record in hand */
  guint64 lines; /* seen so far */
  char record[RECORD + 1];
  gsize record_len; /* before it was filled with blanks */
  char opening[AMOUNT_LENGTH];
  AcqDay opening_day;
  gboolean in_statement;
  gboolean in_movement;
  gboolean is_skipping;   /* the complements of a movement that was rejected */
  gboolean text_was_full; /* the last complement reached the end of its field: the next one goes on */
  guint64 movement_line;
} Cfonb;

static gboolean
fail (Cfonb *self, AcqImportError code, const char *what, GError **error)
{
  g_set_error (error, ACQ_IMPORT_ERROR, code, "line %" G_GUINT64_FORMAT ": %s", self->line, what);
  return FALSE;
}

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* Banks put empty lines and lines of blanks between records. */
static void
skip_blanks (Cfonb *self)
{
  while (self->p < self->end && (is_line_end (*self->p) || *self->p == ' '))
    {
      self->lines += *self->p == '\n';
      self->p++;
    }
}

/* Most records are of ASCII, or of one byte a character: FALSE where this one is not. */
static gboolean
take_bytes (Cfonb *self)
{
  gsize len = MIN ((gsize) (self->end - self->p), RECORD);
  const char *line_end = memchr (self->p, '\n', len);
  guint8 bits = 0;

  if (line_end != NULL)
    len = (gsize) (line_end - self->p);
  line_end = memchr (self->p, '\r', len);
  if (line_end != NULL)
    len = (gsize) (line_end - self->p);
  for (gsize i = 0; i < len; i++)
    bits |= (guint8) self->p[i];
  if (bits >= 0x80 && self->decoder.encoding == ACQ_TEXT_ENCODING_UTF_8)
    return FALSE;
  memcpy (self->record, self->p, len);
  self->record_len = len;
  self->p += len;
  return TRUE;
}

/* Records are counted in characters, so that those of a UTF-8 file are made one byte each. */
static void
take_characters (Cfonb *self)
{
  while (self->p < self->end && self->record_len < RECORD && !is_line_end (*self->p))
    {
      gunichar c = (guint8) *self->p;

      if (c >= 0x80 && self->decoder.encoding == ACQ_TEXT_ENCODING_UTF_8)
        {
          c = g_utf8_get_char (self->p);
          self->p = g_utf8_next_char (self->p);
          if (c > 0xff || c < 0xa0)
            c = '?';
        }
      else
        self->p++;
      self->record[self->record_len++] = (char) c;
    }
}

/* The next 120 characters of a line, or of a file that knows no lines. FALSE at the end. */
static gboolean
take_record (Cfonb *self)
{
  skip_blanks (self);
  if (self->p == self->end)
    return FALSE;
  self->line = self->lines + 1;
  self->record_len = 0;
  if (!take_bytes (self))
    take_characters (self);
  memset (self->record + self->record_len, ' ', RECORD - self->record_len);
  return TRUE;
}

static gboolean
is_blank (const char *text, gsize len)
{
  for (gsize i = 0; i < len; i++)
    if (text[i] != ' ')
      return FALSE;
  return TRUE;
}

static char *
take_field (Cfonb *self, gsize at, gsize len)
{
  return g_strstrip (g_strndup (self->record + at, len));
}

/* Nothing is added for a blank field. "goes_on": the text before it was cut at the end of its own field. */
static void
add_field (Cfonb *self, AcqStatementText which, gsize at, gsize len, gboolean goes_on)
{
  GString *to = self->feed.texts[which];
  const char *text = self->record + at;

  while (len > 0 && text[len - 1] == ' ')
    len--;
  if (len == 0 || to->len > ACQ_STATEMENT_MAX_TEXT)
    return;
  if (to->len > 0 && !goes_on)
    g_string_append_c (to, ' ');
  acq_text_decoder_append (&self->record_text, to, text, len);
}

static AcqDay
parse_day (const char *text)
{
  int parts[3];

  for (int i = 0; i < 3; i++)
    {
      if (!g_ascii_isdigit (text[i * 2]) || !g_ascii_isdigit (text[i * 2 + 1]))
        return ACQ_DAY_NONE;
      parts[i] = (text[i * 2] - '0') * 10 + text[i * 2 + 1] - '0';
    }
  return acq_day_new (parts[2] + (parts[2] > PIVOT_YEAR ? 1900 : 2000), parts[1], parts[0]);
}

/* The last digit with its sign over-punched; the French ISO 646 variants write é and è for the braces. */
static gboolean
parse_last_digit (guint8 c, int *ret_digit, gboolean *ret_negative)
{
  guint8 upper = (guint8) g_ascii_toupper ((char) c);

  *ret_negative = upper == '}' || c == 0xe8 || (upper >= 'J' && upper <= 'R');
  if (upper == '{' || upper == '}' || c == 0xe9 || c == 0xe8)
    *ret_digit = 0;
  else if (upper >= 'A' && upper <= 'I')
    *ret_digit = upper - 'A' + 1;
  else if (upper >= 'J' && upper <= 'R')
    *ret_digit = upper - 'J' + 1;
  else
    return FALSE;
  return TRUE;
}

/* To the minor units of the currency from those the record counts in. */
static gboolean
scale (gint64 *amount, int from, int to)
{
  for (; from < to; from++)
    *amount *= 10;
  for (; from > to; from--)
    {
      if (*amount % 10 != 0)
        return FALSE;
      *amount /= 10;
    }
  return *amount >= -ACQ_MONEY_MAX && *amount <= ACQ_MONEY_MAX;
}

static gboolean
parse_amount (const char *field, char decimals, AcqCurrency currency, gint64 *ret_minor)
{
  gint64 value = 0;
  int digit;
  gboolean negative;
  int wanted = acq_currency_decimals (currency);

  for (int i = 0; i < AMOUNT_LENGTH - 1; i++)
    {
      char c = field[i] == ' ' && value == 0 ? '0' : field[i];

      if (!g_ascii_isdigit (c))
        return FALSE;
      value = value * 10 + (c - '0');
    }
  if (!parse_last_digit ((guint8) field[AMOUNT_LENGTH - 1], &digit, &negative))
    return FALSE;
  value = value * 10 + digit;
  if (!scale (&value, g_ascii_isdigit (decimals) ? MIN (decimals - '0', 5) : wanted, wanted))
    return FALSE;
  *ret_minor = negative ? -value : value;
  return TRUE;
}

/* Some banks leave the currency of a balance blank: it is then that of the movements. */
static void
settle_currency (Cfonb *self)
{
  AcqStatement *statement = self->feed.statement;
  g_autofree char *code = take_field (self, AT_CURRENCY);
  AcqCurrency currency = acq_currency_parse (code);

  if (self->feed.is_open || !acq_currency_is_set (currency))
    return;
  if (acq_currency_decimals (currency) != acq_currency_decimals (statement->currency))
    statement->has_opening = parse_amount (self->opening, ' ', currency, &statement->opening);
  statement->currency = currency;
}

static gboolean
read_old_balance (Cfonb *self, GError **error)
{
  AcqStatement *statement;
  g_autofree char *bank = take_field (self, AT_BANK);
  g_autofree char *branch = take_field (self, AT_BRANCH);
  g_autofree char *account = take_field (self, AT_ACCOUNT);

  if (self->in_statement)
    return fail (self, ACQ_IMPORT_ERROR_TRUNCATED, "the statement before it lacks its new balance", error);
  acq_statement_feed_reset_statement (&self->feed);
  self->in_statement = TRUE;
  statement = self->feed.statement;
  memcpy (self->opening, self->record + AT_AMOUNT, AMOUNT_LENGTH);
  settle_currency (self);
  statement->iban = acq_iban_from_rib (bank, branch, account);
  if (statement->iban == NULL && account[0] != '\0')
    statement->account_number = g_utf8_make_valid (account, -1);
  statement->bank = bank[0] == '\0' ? NULL : g_utf8_make_valid (bank, -1);
  statement->has_opening
    = parse_amount (self->opening, self->record[AT_DECIMALS], statement->currency, &statement->opening);
  self->opening_day = parse_day (self->record + AT_DAY);
  return TRUE;
}

/* The movement is passed on when its complements have been read. */
static gboolean
end_movement (Cfonb *self, GError **error)
{
  self->is_skipping = FALSE;
  if (!self->in_movement)
    return TRUE;
  self->in_movement = FALSE;
  return acq_statement_feed_transaction (&self->feed, self->movement_line, error);
}

static gboolean
reject_movement (Cfonb *self, AcqReject reason, gsize at, gsize len, GError **error)
{
  g_autofree char *field = take_field (self, at, len);
  g_autofree char *detail = g_utf8_make_valid (field, -1);

  self->is_skipping = TRUE;
  return acq_statement_feed_reject (&self->feed, self->line, reason, detail, error);
}

static void
read_movement_texts (Cfonb *self)
{
  const char *number = self->record + 81;

  add_field (self, ACQ_STATEMENT_TEXT_LABEL, AT_LABEL, FALSE);
  if (strspn (number, "0 ") < 7)
    add_field (self, ACQ_STATEMENT_TEXT_CHEQUE_NUMBER, AT_NUMBER, FALSE);
  if (memcmp (self->record + 40, "00", 2) != 0)
    add_field (self, ACQ_STATEMENT_TEXT_RETURN_REASON, AT_REJECT_REASON, FALSE);
  if (strspn (self->record + 104, "0 ") < 16)
    add_field (self, ACQ_STATEMENT_TEXT_LABEL, AT_REFERENCE, FALSE);
}

static gboolean
read_movement (Cfonb *self, GError **error)
{
  AcqTransaction *transaction = &self->feed.transaction;

  if (!self->in_statement)
    return fail (self, ACQ_IMPORT_ERROR_SYNTAX, "a movement before any old balance", error);
  settle_currency (self);
  acq_statement_feed_reset_transaction (&self->feed);
  transaction->booked = parse_day (self->record + AT_DAY);
  transaction->value = parse_day (self->record + AT_VALUE_DAY);
  if (transaction->booked == ACQ_DAY_NONE)
    transaction->booked = is_blank (self->record + AT_DAY, 6) ? transaction->value : ACQ_DAY_NONE;
  if (transaction->booked == ACQ_DAY_NONE)
    return reject_movement (self, ACQ_REJECT_BAD_DAY, AT_DAY, 6, error);
  if (!parse_amount (self->record + AT_AMOUNT, self->record[AT_DECIMALS], transaction->currency,
                     &transaction->amount))
    return reject_movement (self, ACQ_REJECT_BAD_AMOUNT, AT_AMOUNT, AMOUNT_LENGTH, error);
  acq_cfonb120_code_read (self->record + AT_CODE, &transaction->means, &transaction->returned);
  read_movement_texts (self);
  self->in_movement = TRUE;
  self->text_was_full = FALSE;
  self->movement_line = self->line;
  return TRUE;
}

/* What a complement is for, by its qualifier. Those that name only identifiers or rates are passed over; an unknown one
   is text of the label. */
typedef enum
{
  COMPLEMENT_LABEL,
  COMPLEMENT_PAYER,
  COMPLEMENT_PAYEE,
  COMPLEMENT_REMITTANCE,
  COMPLEMENT_END_TO_END,
  COMPLEMENT_PAYER_ACCOUNT,
  COMPLEMENT_PAYEE_ACCOUNT,
  COMPLEMENT_NOTHING,
} Complement;

static const struct
{
  char qualifier[4];
  Complement complement;
} complements[] = {
  { "NPY", COMPLEMENT_PAYER },      { "NBE", COMPLEMENT_PAYEE },         { "LCC", COMPLEMENT_REMITTANCE },
  { "LC2", COMPLEMENT_REMITTANCE }, { "LCS", COMPLEMENT_REMITTANCE },    { "RCN", COMPLEMENT_END_TO_END },
  { "LIB", COMPLEMENT_LABEL },      { "CPY", COMPLEMENT_PAYER_ACCOUNT }, { "CBE", COMPLEMENT_PAYEE_ACCOUNT },
  { "IPY", COMPLEMENT_NOTHING },    { "IBE", COMPLEMENT_NOTHING },       { "IPO", COMPLEMENT_NOTHING },
  { "IBU", COMPLEMENT_NOTHING },    { "MMO", COMPLEMENT_NOTHING },       { "RUM", COMPLEMENT_NOTHING },
  { "FEE", COMPLEMENT_NOTHING },
};

static Complement
find_complement (const char *qualifier)
{
  for (gsize i = 0; i < G_N_ELEMENTS (complements); i++)
    if (memcmp (complements[i].qualifier, qualifier, 3) == 0)
      return complements[i].complement;
  return COMPLEMENT_LABEL;
}

static void
set_party (Cfonb *self, gboolean is_other_side)
{
  GString *party = self->feed.texts[ACQ_STATEMENT_TEXT_COUNTERPARTY];

  if (party->len > 0 && !is_other_side)
    return;
  g_string_truncate (party, 0);
  add_field (self, ACQ_STATEMENT_TEXT_COUNTERPARTY, AT_COMPLEMENT, FALSE);
}

static void
set_party_account (Cfonb *self, gboolean is_other_side)
{
  g_autofree char *account = NULL;
  g_autofree char *iban = NULL;

  if (!is_other_side)
    return;
  account = take_field (self, 48, 34);
  iban = acq_iban_normalize (account);
  if (iban != NULL)
    g_string_assign (self->feed.texts[ACQ_STATEMENT_TEXT_COUNTERPARTY_IBAN], iban);
}

/* A bank repeats the movement's own label in its first complement, cut at another length. */
static void
extend_label (Cfonb *self, gboolean goes_on)
{
  GString *label = self->feed.texts[ACQ_STATEMENT_TEXT_LABEL];

  if (label->len > 0 && label->len <= 31 && strncmp (self->record + 48, label->str, label->len) == 0)
    g_string_truncate (label, 0);
  add_field (self, ACQ_STATEMENT_TEXT_LABEL, AT_COMPLEMENT, goes_on);
}

static gboolean
read_complement (Cfonb *self, GError **error)
{
  Complement complement = find_complement (self->record + AT_QUALIFIER);
  gboolean is_receipt = self->feed.transaction.amount >= 0;
  gboolean goes_on = self->text_was_full && complement == COMPLEMENT_REMITTANCE;

  if (self->is_skipping)
    return TRUE;
  if (!self->in_movement)
    return fail (self, ACQ_IMPORT_ERROR_SYNTAX, "a complement without its movement", error);
  self->text_was_full = complement == COMPLEMENT_REMITTANCE && self->record[117] != ' ';
  if (complement == COMPLEMENT_PAYER || complement == COMPLEMENT_PAYEE)
    set_party (self, is_receipt == (complement == COMPLEMENT_PAYER));
  else if (complement == COMPLEMENT_REMITTANCE)
    add_field (self, ACQ_STATEMENT_TEXT_REMITTANCE, AT_COMPLEMENT, goes_on);
  else if (complement == COMPLEMENT_END_TO_END)
    add_field (self, ACQ_STATEMENT_TEXT_END_TO_END, 48, 35, FALSE);
  else if (complement == COMPLEMENT_PAYER_ACCOUNT || complement == COMPLEMENT_PAYEE_ACCOUNT)
    set_party_account (self, is_receipt == (complement == COMPLEMENT_PAYER_ACCOUNT));
  if (complement <= COMPLEMENT_REMITTANCE)
    extend_label (self, goes_on);
  return TRUE;
}

/* Balances between which the movements do not lie tell nothing of them: one bank dates both after all of these. */
static gboolean
balances_enclose_movements (const Cfonb *self)
{
  return self->feed.last_booked == ACQ_DAY_NONE || self->opening_day == ACQ_DAY_NONE
         || self->feed.last_booked >= self->opening_day;
}

static gboolean
read_new_balance (Cfonb *self, GError **error)
{
  AcqStatement *statement = self->feed.statement;

  if (!self->in_statement)
    return fail (self, ACQ_IMPORT_ERROR_SYNTAX, "a new balance without its old one", error);
  if (self->record_len < AT_AMOUNT + AMOUNT_LENGTH)
    return fail (self, ACQ_IMPORT_ERROR_TRUNCATED, "the file ends within a record", error);
  self->in_statement = FALSE;
  statement->has_closing = parse_amount (self->record + AT_AMOUNT, self->record[AT_DECIMALS],
                                         statement->currency, &statement->closing);
  statement->last = parse_day (self->record + AT_DAY);
  statement->first = self->feed.first_booked;
  if (!balances_enclose_movements (self))
    statement->has_opening = FALSE;
  if (statement->first == ACQ_DAY_NONE && self->opening_day != ACQ_DAY_NONE)
    statement->first = MIN (self->opening_day, statement->last);
  return acq_statement_feed_end (&self->feed, error);
}

static gboolean
read_record (Cfonb *self, GError **error)
{
  const char *type = self->record;

  if (memcmp (type, "05", 2) == 0)
    return read_complement (self, error);
  if (!end_movement (self, error))
    return FALSE;
  if (memcmp (type, "04", 2) == 0)
    return read_movement (self, error);
  if (memcmp (type, "01", 2) == 0)
    return read_old_balance (self, error);
  if (memcmp (type, "07", 2) == 0)
    return read_new_balance (self, error);
  return reject_movement (self, ACQ_REJECT_BAD_RECORD, 0, 32, error);
}

static gboolean
read_records (Cfonb *self, GError **error)
{
  while (take_record (self))
    if (!read_record (self, error)
        || !acq_statement_feed_progress (&self->feed, (gsize) (self->p - self->decoder.text), error))
      return FALSE;
  if (self->in_statement)
    return fail (self, ACQ_IMPORT_ERROR_TRUNCATED, "the file ends without a new balance", error);
  return acq_statement_feed_finish (&self->feed, error);
}

static gboolean
read_cfonb120 (const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data, GError **error)
{
  g_autofree Cfonb *self = g_new0 (Cfonb, 1);
  gboolean is_read;

  acq_statement_feed_init (&self->feed, source, sink, user_data);
  self->record_text.encoding = ACQ_TEXT_ENCODING_WINDOWS_1252;
  is_read = acq_text_decoder_init (&self->decoder, source->bytes, source->size, error);
  if (is_read)
    {
      self->p = self->decoder.text;
      self->end = self->p + self->decoder.size;
      is_read = read_records (self, error);
    }
  acq_statement_feed_clear (&self->feed);
  acq_text_decoder_clear (&self->decoder);
  return is_read;
}

/* The first record is an old balance, or anyway a record of this format in the wrong place. */
static int
sniff_cfonb120 (const AcqImportSource *source)
{
  g_auto (AcqTextDecoder) head = { 0 };
  const char *p, *end;

  if (!acq_text_decoder_init_head (&head, source->bytes, source->size))
    return 0;
  p = head.text;
  end = p + head.size;
  while (p < end && g_ascii_isspace (*p))
    p++;
  if (end - p < 40 || p[0] != '0' || strchr ("1457", p[1]) == NULL)
    return 0;
  for (int i = 2; i < 16; i++)
    if (!g_ascii_isalnum (p[i]) && p[i] != ' ')
      return 0;
  if (!g_ascii_isdigit (p[19]) && p[19] != ' ')
    return 0;
  return p[1] == '1' ? 90 : 70;
}

const AcqImportFormat acq_cfonb120_format = {
  .code = "cfonb120",
  .name = "CFONB 120",
  .kind = ACQ_IMPORT_KIND_STATEMENT,
  .sniff = sniff_cfonb120,
  .read = read_cfonb120,
};
