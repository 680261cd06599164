/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-iban.h"
#include "acq-mt940-details.h"
#include "acq-mt940-scanner.h"
#include "acq-statement-feed.h"

/* MT940, the customer statement of SWIFT, and MT942, the report of movements within a day, which has no balances. Sources:
   SWIFT Standards category 9, and what banks write, which is not always the same. */

#define MAX_HEADER 140

typedef struct
{
  AcqStatementFeed feed;
  AcqTextDecoder decoder;
  AcqMt940Scanner scanner;
  char account[MAX_HEADER];   /* field 25 of the message in hand, as is the next */
  char reference[MAX_HEADER]; /* field 28C */
  gboolean in_statement;      /* begun, perhaps by a page before this message */
  gboolean in_movement;
  gboolean page_ended;  /* by a field 62M: the next page may go on */
  gboolean has_opening; /* this message has a field 60, so it is an MT940 */
  char page_account[MAX_HEADER];
  AcqDay opening_day;
  guint64 movement_line;
} Mt940;

/* What the identification code of a movement tells, behind its N, S or F. */
static const struct
{
  char code[4];
  AcqMeans means;
  gboolean returned;
} movement_codes[] = {
  { "TRF", ACQ_MEANS_TRANSFER, FALSE }, { "STO", ACQ_MEANS_TRANSFER, FALSE },     { "CHK", ACQ_MEANS_CHEQUE, FALSE },
  { "ECK", ACQ_MEANS_CHEQUE, FALSE },   { "DDT", ACQ_MEANS_DIRECT_DEBIT, FALSE }, { "CHG", ACQ_MEANS_FEE, FALSE },
  { "COM", ACQ_MEANS_FEE, FALSE },      { "INT", ACQ_MEANS_FEE, FALSE },          { "BOE", ACQ_MEANS_BILL, FALSE },
  { "CCP", ACQ_MEANS_CARD, FALSE },     { "RTI", ACQ_MEANS_UNKNOWN, TRUE },
};

static gboolean
fail (Mt940 *self, AcqImportError code, const char *what, GError **error)
{
  g_set_error (error, ACQ_IMPORT_ERROR, code, "line %" G_GUINT64_FORMAT ": %s", self->scanner.line, what);
  return FALSE;
}

/* "YYMMDD". Dutch banks reckon interest by months of thirty days: a value day of 30 February is that month's last. */
static AcqDay
parse_day (const char *text)
{
  int parts[3];
  AcqDay first;

  for (int i = 0; i < 3; i++)
    {
      if (!g_ascii_isdigit (text[i * 2]) || !g_ascii_isdigit (text[i * 2 + 1]))
        return ACQ_DAY_NONE;
      parts[i] = (text[i * 2] - '0') * 10 + text[i * 2 + 1] - '0';
    }
  parts[0] += parts[0] > 79 ? 1900 : 2000;
  first = acq_day_new (parts[0], parts[1], 1);
  if (first == ACQ_DAY_NONE || parts[2] < 1 || parts[2] > 31)
    return ACQ_DAY_NONE;
  return MIN (first + parts[2] - 1, acq_day_end_of_month (first));
}

/* A day of booking has no year: it is that which brings it nearest to the value day. */
static AcqDay
parse_entry_day (const char *text, AcqDay value)
{
  int month = (text[0] - '0') * 10 + text[1] - '0', day = (text[2] - '0') * 10 + text[3] - '0';
  AcqDay best = ACQ_DAY_NONE;
  int year = acq_day_year (value);

  for (int candidate = year - 1; candidate <= year + 1; candidate++)
    {
      AcqDay entry = acq_day_new (candidate, month, day);

      if (entry != ACQ_DAY_NONE && (best == ACQ_DAY_NONE || ABS (entry - value) < ABS (best - value)))
        best = entry;
    }
  return best;
}

/* Digits with a comma and what decimals there are: "1125250,4", "0,", "000000025,00". *text then stands behind it. */
static gboolean
take_amount (const char **text, AcqCurrency currency, gint64 *ret_minor)
{
  char plain[40];
  gsize len = 0;
  const char *p = *text;

  while (*p == '0' && g_ascii_isdigit (p[1]))
    p++;
  for (; g_ascii_isdigit (*p) || *p == ',' || *p == '.'; p++)
    {
      if (len + 1 >= sizeof plain)
        return FALSE;
      plain[len++] = *p == ',' ? '.' : *p;
    }
  *text = p;
  if (len > 0 && plain[len - 1] == '.')
    len--;
  plain[len] = '\0';
  return acq_amount_parse (plain[0] == '.' ? "" : plain, acq_currency_decimals (currency), ret_minor);
}

/* "NL71RABO0123456789", "50880050/0194787400888", "BNPAFRPP/FR76… EUR", "30004028370001234567678EUR": what stands behind the
   bank, without the currency. */
static void
read_account (AcqStatement *statement, const char *text, AcqCurrency currency)
{
  g_autofree char *account = g_strstrip (g_strndup (text, strcspn (text, "\n")));
  char *slash = strrchr (account, '/');
  char *number = slash == NULL ? account : slash + 1;
  gsize len = strlen (number);

  statement->iban = acq_iban_normalize (number);
  if (statement->iban == NULL && len > 3
      && (strcmp (number + len - 3, currency.code) == 0
          || (acq_currency_is_set (acq_currency_parse (number + len - 3)) && strspn (number, "0123456789 ") >= len - 3)))
    {
      number[len - 3] = '\0';
      g_strchomp (number);
      statement->iban = acq_iban_normalize (number);
    }
  if (slash != NULL)
    *slash = '\0';
  if (statement->iban == NULL && slash == NULL && strlen (number) == 23 && strspn (number, "0123456789") >= 10)
    {
      g_autofree char *bank = g_strndup (number, 5);
      g_autofree char *branch = g_strndup (number + 5, 5);
      g_autofree char *own = g_strndup (number + 10, 11);

      statement->iban = acq_iban_from_rib (bank, branch, own);
    }
  if (statement->iban == NULL && *number != '\0')
    statement->account_number = g_strdup (number);
  if (slash != NULL && *account != '\0')
    statement->bank = g_strdup (account);
}

static void
begin_statement (Mt940 *self, AcqCurrency currency)
{
  AcqStatement *statement;

  acq_statement_feed_reset_statement (&self->feed);
  self->in_statement = TRUE;
  self->page_ended = FALSE;
  self->opening_day = ACQ_DAY_NONE;
  statement = self->feed.statement;
  if (acq_currency_is_set (currency))
    statement->currency = currency;
  read_account (statement, self->account, statement->currency);
  /* Zeros stand where a bank does not number its statements. */
  if (strspn (self->reference, "0/ ") < strlen (self->reference))
    statement->reference = g_strdup (self->reference);
  acq_statement_feed_reset_transaction (&self->feed);
}

static gboolean
end_statement (Mt940 *self, GError **error)
{
  if (!self->in_statement)
    return TRUE;
  self->in_statement = FALSE;
  return acq_statement_feed_end (&self->feed, error);
}

static gboolean
end_movement (Mt940 *self, GError **error)
{
  if (!self->in_movement)
    return TRUE;
  self->in_movement = FALSE;
  return acq_statement_feed_transaction (&self->feed, self->movement_line, error);
}

/* A page that ended with 62M is left open for the one that goes on. */
static gboolean
end_message (Mt940 *self, GError **error)
{
  self->has_opening = FALSE;
  if (!end_movement (self, error))
    return FALSE;
  if (!self->page_ended)
    return end_statement (self, error);
  g_strlcpy (self->page_account, self->account, sizeof self->page_account);
  return TRUE;
}

/* The account and the number of the next message must not be those of the one before. */
static gboolean
begin_message (Mt940 *self, GError **error)
{
  if (!end_message (self, error))
    return FALSE;
  self->account[0] = self->reference[0] = '\0';
  return TRUE;
}

typedef struct
{
  gboolean is_intermediate;
  AcqDay day;
  AcqCurrency currency;
  gint64 amount;
} Balance;

static gboolean
parse_balance (Mt940 *self, Balance *balance)
{
  const char *text = self->scanner.content->str;
  char code[4];

  *balance = (Balance){ .is_intermediate = self->scanner.tag[2] == 'M' };
  if (self->scanner.content->len < 11 || (text[0] != 'C' && text[0] != 'D'))
    return FALSE;
  balance->day = parse_day (text + 1);
  g_strlcpy (code, text + 7, sizeof code);
  balance->currency = acq_currency_parse (code);
  if (!acq_currency_is_set (balance->currency))
    return FALSE;
  text += 10;
  if (!take_amount (&text, balance->currency, &balance->amount))
    return FALSE;
  if (self->scanner.content->str[0] == 'D')
    balance->amount = -balance->amount;
  return TRUE;
}

static gboolean
goes_on (Mt940 *self, const Balance *balance)
{
  return self->page_ended && balance->is_intermediate && strcmp (self->account, self->page_account) == 0
         && acq_currency_equal (balance->currency, self->feed.statement->currency)
         && self->feed.statement->closing == balance->amount;
}

static gboolean
read_opening (Mt940 *self, GError **error)
{
  Balance balance;
  gboolean has_balance = parse_balance (self, &balance);

  self->has_opening = TRUE;
  if (has_balance && goes_on (self, &balance))
    {
      self->page_ended = FALSE;
      self->feed.statement->has_closing = FALSE;
      return TRUE;
    }
  if (!end_statement (self, error))
    return FALSE;
  begin_statement (self, has_balance ? balance.currency : ACQ_CURRENCY_NONE);
  self->feed.statement->has_opening = has_balance;
  self->feed.statement->opening = balance.amount;
  self->opening_day = has_balance ? balance.day : ACQ_DAY_NONE;
  return TRUE;
}

static gboolean
read_closing (Mt940 *self, GError **error)
{
  AcqStatement *statement;
  Balance balance;

  if (!parse_balance (self, &balance))
    return TRUE;
  if (!self->in_statement || self->page_ended)
    {
      if (!end_statement (self, error))
        return FALSE;
      begin_statement (self, balance.currency);
    }
  statement = self->feed.statement;
  if (!acq_currency_equal (balance.currency, statement->currency))
    return TRUE;
  statement->has_closing = TRUE;
  statement->closing = balance.amount;
  self->page_ended = balance.is_intermediate;
  if (balance.is_intermediate || balance.day == ACQ_DAY_NONE)
    return TRUE;
  statement->last = balance.day;
  statement->first = self->feed.first_booked;
  if (statement->first == ACQ_DAY_NONE)
    statement->first = self->opening_day == ACQ_DAY_NONE ? balance.day : MIN (self->opening_day, balance.day);
  return TRUE;
}

/* Only an MT942 has one: "EURD0,00" tells the currency, which nothing else does. */
static void
read_floor_limit (Mt940 *self)
{
  char code[4];

  g_strlcpy (code, self->scanner.content->str, sizeof code);
  if (self->in_statement)
    return;
  begin_statement (self, acq_currency_parse (code));
  self->feed.statement->kind = ACQ_STATEMENT_KIND_REPORT;
}

static gboolean
reject_movement (Mt940 *self, AcqReject reason, GError **error)
{
  g_autofree char *detail = g_strndup (self->scanner.content->str, strcspn (self->scanner.content->str, "\n"));

  self->in_movement = FALSE;
  return acq_statement_feed_reject (&self->feed, self->scanner.line, reason, detail, error);
}

static void
skip_blanks (const char **p)
{
  while (**p == ' ' || **p == '\n')
    (*p)++;
}

typedef struct
{
  gboolean is_credit;
  gboolean is_reversal;
  gboolean is_expected;
} Mark;

/* "C", "D", "RC" (a reversed credit takes money), "RD", "EC" and "ED", and the letter of the currency behind. */
static gboolean
take_mark (const char **p, Mark *mark)
{
  mark->is_reversal = **p == 'R';
  mark->is_expected = **p == 'E';
  *p += mark->is_reversal || mark->is_expected;
  if (**p != 'C' && **p != 'D')
    return FALSE;
  mark->is_credit = (**p == 'C') != mark->is_reversal;
  (*p)++;
  *p += g_ascii_isupper (**p);
  skip_blanks (p);
  return TRUE;
}

static gboolean
read_days (Mt940 *self, const char **p)
{
  AcqTransaction *transaction = &self->feed.transaction;

  if (strspn (*p, "0123456789") < 6)
    return FALSE;
  transaction->booked = transaction->value = parse_day (*p);
  *p += 6;
  if (transaction->value == ACQ_DAY_NONE)
    return FALSE;
  if (strspn (*p, "0123456789") >= 4)
    {
      AcqDay entry = parse_entry_day (*p, transaction->value);

      if (entry != ACQ_DAY_NONE)
        transaction->booked = entry;
      *p += 4;
    }
  skip_blanks (p);
  return TRUE;
}

static gboolean
is_no_reference (const char *text, gsize len)
{
  static const char *const words[] = { "NONREF", "NOTPROVIDED", "EREF", "KREF", "MREF", "PREF" };

  while (len > 0 && text[len - 1] == '+')
    len--;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (len == strlen (words[i]) && g_ascii_strncasecmp (text, words[i], len) == 0)
      return TRUE;
  return strspn (text, " X") >= len;
}

/* "NTRFNONREF//0724710333343453" and, on the next line, what the bank adds. */
static void
read_references (Mt940 *self, const char *p)
{
  AcqTransaction *transaction = &self->feed.transaction;
  gsize len = strcspn (p, "\n"), own_len;
  const char *bank;

  if (len >= 4 && g_ascii_isupper (p[0]) && g_ascii_isalnum (p[1]) && g_ascii_isalnum (p[2]) && g_ascii_isalnum (p[3]))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (movement_codes); i++)
        if (strncmp (p + 1, movement_codes[i].code, 3) == 0)
          {
            transaction->means = movement_codes[i].means;
            transaction->returned |= movement_codes[i].returned;
          }
      p += 4;
      len -= 4;
    }
  bank = g_strstr_len (p, (gssize) len, "//");
  own_len = bank == NULL ? len : (gsize) (bank - p);
  while (own_len > 0 && p[own_len - 1] == ' ')
    own_len--;
  if (bank != NULL)
    acq_statement_feed_add_text (&self->feed, ACQ_STATEMENT_TEXT_BANK_REF, bank + 2, (gssize) len - (bank - p) - 2);
  if (is_no_reference (p, own_len))
    return;
  if (transaction->means == ACQ_MEANS_CHEQUE)
    acq_statement_feed_add_text (&self->feed, ACQ_STATEMENT_TEXT_CHEQUE_NUMBER, p, (gssize) own_len);
  acq_statement_feed_add_text (&self->feed, ACQ_STATEMENT_TEXT_LABEL, p, (gssize) own_len);
}

static gboolean
read_movement (Mt940 *self, GError **error)
{
  AcqTransaction *transaction = &self->feed.transaction;
  const char *p = self->scanner.content->str;
  const char *line_end;
  Mark mark;

  if (!self->in_statement)
    begin_statement (self, ACQ_CURRENCY_NONE);
  acq_statement_feed_reset_transaction (&self->feed);
  self->movement_line = self->scanner.line;
  if (!read_days (self, &p))
    return reject_movement (self, ACQ_REJECT_BAD_DAY, error);
  if (!take_mark (&p, &mark))
    return reject_movement (self, ACQ_REJECT_BAD_RECORD, error);
  if (!take_amount (&p, transaction->currency, &transaction->amount))
    return reject_movement (self, ACQ_REJECT_BAD_AMOUNT, error);
  if (!mark.is_credit)
    transaction->amount = -transaction->amount;
  transaction->returned = mark.is_reversal;
  read_references (self, p);
  line_end = p + strcspn (p, "\n");
  if (*line_end == '\n')
    acq_mt940_details_read (&self->feed, line_end + 1);
  self->in_movement = self->has_opening || !mark.is_expected;
  return TRUE;
}

/* No bank's is that long. */
static void
copy_header (char header[MAX_HEADER], const char *content, gsize len)
{
  g_strlcpy (header, content, len < MAX_HEADER ? len + 1 : 1);
}

static gboolean
read_field (Mt940 *self, GError **error)
{
  const char *tag = self->scanner.tag;
  const char *content = self->scanner.content->str;

  if (strcmp (tag, "86") == 0 || strcmp (tag, "NS") == 0)
    {
      if (self->in_movement)
        (tag[0] == '8' ? acq_mt940_details_read : acq_mt940_details_read_ns) (&self->feed, content);
      return TRUE;
    }
  if (!end_movement (self, error))
    return FALSE;
  if (strcmp (tag, "20") == 0)
    return begin_message (self, error);
  if (strcmp (tag, "25") == 0 || strcmp (tag, "25P") == 0)
    copy_header (self->account, content, strcspn (content, "\n"));
  else if (strcmp (tag, "28C") == 0 || strcmp (tag, "28") == 0)
    copy_header (self->reference, content, strcspn (content, "\n "));
  else if (strcmp (tag, "60F") == 0 || strcmp (tag, "60M") == 0)
    return read_opening (self, error);
  else if (strcmp (tag, "61") == 0)
    return read_movement (self, error);
  else if (strcmp (tag, "62F") == 0 || strcmp (tag, "62M") == 0)
    return read_closing (self, error);
  else if (strcmp (tag, "34F") == 0)
    read_floor_limit (self);
  return TRUE;
}

/* Some banks leave the closing balance out; then the file must at least end with a whole line. */
static gboolean
check_end (Mt940 *self, GError **error)
{
  gboolean is_open = self->in_statement && !self->feed.statement->has_closing;

  if (self->scanner.in_block || (is_open && self->scanner.is_cut))
    return fail (self, ACQ_IMPORT_ERROR_TRUNCATED, "the file ends within a message", error);
  return TRUE;
}

static gboolean
read_fields (Mt940 *self, GError **error)
{
  while (acq_mt940_scanner_next (&self->scanner))
    {
      if (self->scanner.message_ended && !end_message (self, error))
        return FALSE;
      if (!read_field (self, error)
          || !acq_statement_feed_progress (&self->feed, (gsize) (self->scanner.p - self->decoder.text), error))
        return FALSE;
    }
  return check_end (self, error) && end_movement (self, error) && end_statement (self, error)
         && acq_statement_feed_finish (&self->feed, error);
}

static gboolean
read_mt940 (const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data, GError **error)
{
  g_autofree Mt940 *self = g_new0 (Mt940, 1);
  gboolean is_read;

  acq_statement_feed_init (&self->feed, source, sink, user_data);
  is_read = acq_text_decoder_init (&self->decoder, source->bytes, source->size, error);
  if (is_read)
    {
      acq_mt940_scanner_init (&self->scanner, &self->decoder);
      is_read = read_fields (self, error);
      acq_mt940_scanner_clear (&self->scanner);
    }
  acq_statement_feed_clear (&self->feed);
  acq_text_decoder_clear (&self->decoder);
  return is_read;
}

static gboolean
has_line (const AcqTextDecoder *head, const char *start)
{
  gsize len = strlen (start);
  const char *p = head->text, *end = head->text + head->size;

  while ((p = memmem (p, (gsize) (end - p), start, len)) != NULL)
    {
      if (p == head->text || p[-1] == '\n' || p[-1] == '\r' || p[-1] == ':')
        return TRUE;
      p += len;
    }
  return FALSE;
}

/* A movement or a balance makes it one; the fields before them are those of many messages. */
static int
sniff_mt940 (const AcqImportSource *source)
{
  g_auto (AcqTextDecoder) head = { 0 };

  if (!acq_text_decoder_init_head (&head, source->bytes, source->size) || head.size == 0)
    return 0;
  if (!has_line (&head, ":61:") && !has_line (&head, ":60F:") && !has_line (&head, ":60M:")
      && !has_line (&head, ":62F:") && !has_line (&head, ":34F:"))
    return 0;
  return has_line (&head, ":20:") && has_line (&head, ":25:") ? 92 : 60;
}

const AcqImportFormat acq_mt940_format = {
  .code = "mt940",
  .name = "MT940",
  .kind = ACQ_IMPORT_KIND_STATEMENT,
  .sniff = sniff_mt940,
  .read = read_mt940,
};
