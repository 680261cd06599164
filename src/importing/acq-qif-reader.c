/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-iban.h"
#include "acq-label-grammar.h"
#include "acq-qif-notation.h"
#include "acq-statement-feed.h"
#include "acq-text-decoder.h"

/* QIF, the interchange format of Quicken, which French banks offer beside OFX: one letter begins a line, "^" ends a record.
   It names neither a currency nor an id of the bank. */

/* What the records of a section are. */
typedef enum
{
  SECTION_OTHER,    /* categories, memorised payments, prices: not ours */
  SECTION_MOVEMENTS,
  SECTION_ACCOUNTS, /* each record names the account of the movements that follow */
  SECTION_INVESTMENTS,
} Section;

static const struct
{
  const char *header; /* in lower case; what follows is not looked at */
  Section section;
} sections[] = {
  { "!type:bank", SECTION_MOVEMENTS },  { "!type:banque", SECTION_MOVEMENTS }, { "!type:ccard", SECTION_MOVEMENTS },
  { "!type:cash", SECTION_MOVEMENTS },  { "!type:oth a", SECTION_MOVEMENTS },  { "!type:oth l", SECTION_MOVEMENTS },
  { "!account", SECTION_ACCOUNTS },     { "!type:invst", SECTION_INVESTMENTS }, { "!type:port", SECTION_INVESTMENTS },
};

/* A piece of the text of the file. */
typedef struct
{
  const char *text;
  gsize len;
} Piece;

static const Piece nothing = { "", 0 };

typedef struct
{
  AcqStatementFeed feed;
  AcqTextDecoder decoder;
  AcqQifNotation notation;
  const char *p;
  const char *end;
  guint64 lines;
  Section section;
  gboolean has_investments;
  gboolean is_cut;     /* the last line has no end */
  char *account;       /* of the movements; NULL: the file names none */

  /* The record in hand. */
  guint64 record_line; /* 0: none */
  gboolean has_splits;
  gboolean has_bad_split;
  gint64 split_sum;
  Piece day, amount, exact_amount, payee, memo, number, category, name;
} Qif;

static gboolean
fail (Qif *self, AcqImportError code, const char *what, GError **error)
{
  g_set_error (error, ACQ_IMPORT_ERROR, code, "line %" G_GUINT64_FORMAT ": %s", self->lines, what);
  return FALSE;
}

static gboolean
take_line (Qif *self, Piece *line)
{
  const char *end;

  if (self->p == self->end)
    return FALSE;
  end = memchr (self->p, '\n', (gsize) (self->end - self->p));
  self->is_cut = end == NULL;
  if (end == NULL)
    end = self->end;
  *line = (Piece){ self->p, (gsize) (end - self->p) };
  self->p = self->is_cut ? self->end : end + 1;
  self->lines++;
  while (line->len > 0 && (guint8) line->text[line->len - 1] <= ' ')
    line->len--;
  return TRUE;
}

static Section
find_section (const Piece *line)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    if (line->len >= strlen (sections[i].header)
        && g_ascii_strncasecmp (line->text, sections[i].header, strlen (sections[i].header)) == 0)
      return sections[i].section;
  return SECTION_OTHER;
}

/* Switches tell nothing of what follows. */
static gboolean
is_switch (const Piece *line)
{
  return (line->len >= 8 && g_ascii_strncasecmp (line->text, "!option:", 8) == 0)
         || (line->len >= 7 && g_ascii_strncasecmp (line->text, "!clear:", 7) == 0);
}

static void
reset_record (Qif *self)
{
  self->record_line = 0;
  self->has_splits = self->has_bad_split = FALSE;
  self->split_sum = 0;
  self->day = self->amount = self->exact_amount = self->payee = self->memo = nothing;
  self->number = self->category = self->name = nothing;
}

/* Goes through the days and amounts of all movements before the first is read. */
static void
survey (Qif *self)
{
  Section section = SECTION_OTHER;
  Piece line;

  while (take_line (self, &line))
    {
      if (line.len == 0)
        continue;
      if (*line.text == '!')
        section = is_switch (&line) ? section : find_section (&line);
      else if (section == SECTION_MOVEMENTS && *line.text == 'D')
        acq_qif_notation_weigh_day (&self->notation, line.text + 1, line.len - 1);
      else if (section == SECTION_MOVEMENTS && strchr ("TU$", *line.text) != NULL)
        acq_qif_notation_weigh_amount (&self->notation, line.text + 1, line.len - 1);
    }
  self->p = self->decoder.text;
  self->lines = 0;
}

static void
append_piece (Qif *self, AcqStatementText which, const Piece *piece)
{
  GString *to = self->feed.texts[which];

  if (piece->len == 0 || to->len > ACQ_STATEMENT_MAX_TEXT)
    return;
  if (to->len > 0)
    g_string_append_c (to, ' ');
  acq_text_decoder_append (&self->decoder, to, piece->text, MIN (piece->len, ACQ_STATEMENT_MAX_TEXT + 1));
}

static char *
piece_to_text (Qif *self, const Piece *piece)
{
  g_autoptr (GString) text = g_string_new (NULL);

  acq_text_decoder_append (&self->decoder, text, piece->text, piece->len);
  return g_strdup (g_strstrip (text->str));
}

static gboolean
contains (const Piece *whole, const Piece *part)
{
  return part->len > 0 && memmem (whole->text, whole->len, part->text, part->len) != NULL;
}

static gboolean
is_number (const Piece *piece)
{
  gsize digits = 0;

  while (digits < piece->len && g_ascii_isdigit (piece->text[digits]))
    digits++;
  return digits >= 3 && digits == piece->len;
}

/* Where payee and memo say different things, the first names the payer and the second is what he wrote. */
static void
read_parties (Qif *self)
{
  AcqLabelReading reading;

  if (!acq_label_grammar_read (acq_statement_feed_squeezed (&self->feed, ACQ_STATEMENT_TEXT_LABEL), &reading)
      || reading.counterparty.len == 0)
    return;
  acq_statement_feed_add_text (&self->feed, ACQ_STATEMENT_TEXT_COUNTERPARTY, reading.counterparty.text,
                               (gssize) reading.counterparty.len);
  append_piece (self, ACQ_STATEMENT_TEXT_REMITTANCE, &self->memo);
}

/* What the lines of a record say, and nothing twice. */
static void
read_texts (Qif *self)
{
  gboolean memo_says_all = self->payee.len == 0 || contains (&self->memo, &self->payee);
  gboolean payee_says_all = self->memo.len == 0 || contains (&self->payee, &self->memo);

  if (!memo_says_all)
    append_piece (self, ACQ_STATEMENT_TEXT_LABEL, &self->payee);
  if (!memo_says_all && !payee_says_all)
    read_parties (self);
  if (memo_says_all || !payee_says_all)
    append_piece (self, ACQ_STATEMENT_TEXT_LABEL, &self->memo);
  if (self->feed.texts[ACQ_STATEMENT_TEXT_LABEL]->len == 0)
    append_piece (self, ACQ_STATEMENT_TEXT_LABEL, self->number.len > 0 ? &self->number : &self->category);
  if (is_number (&self->number))
    append_piece (self, ACQ_STATEMENT_TEXT_CHEQUE_NUMBER, &self->number);
}

static gboolean
reject (Qif *self, AcqReject reason, const Piece *piece, GError **error)
{
  g_autofree char *detail = piece->len > 0 ? piece_to_text (self, &(Piece){ piece->text, MIN (piece->len, 80) }) : NULL;
  g_autofree char *valid = detail == NULL ? NULL : g_utf8_make_valid (detail, -1);

  return acq_statement_feed_reject (&self->feed, self->record_line, reason, valid, error);
}

static gboolean
read_amount (Qif *self, gint64 *ret_minor)
{
  const Piece *written = self->amount.len > 0 ? &self->amount : &self->exact_amount;
  g_autoptr (GString) text = NULL;

  if (written->len == 0)
    {
      *ret_minor = self->split_sum;
      return self->has_splits && !self->has_bad_split;
    }
  text = g_string_new (NULL);
  acq_text_decoder_append (&self->decoder, text, written->text, written->len);
  return acq_qif_notation_parse_amount (&self->notation, text->str, text->len, self->feed.statement->currency, ret_minor);
}

/* The first record of an account may be what stood on it before. */
static gboolean
is_opening_balance (const Qif *self)
{
  static const char words[] = "Opening Balance";

  return self->payee.len == sizeof words - 1 && g_ascii_strncasecmp (self->payee.text, words, sizeof words - 1) == 0
         && self->category.len > 0 && *self->category.text == '[' && !self->feed.is_open;
}

static gboolean
end_movement (Qif *self, GError **error)
{
  AcqTransaction *transaction = &self->feed.transaction;

  acq_statement_feed_reset_transaction (&self->feed);
  transaction->booked = acq_qif_notation_parse_day (&self->notation, self->day.text, self->day.len);
  if (transaction->booked == ACQ_DAY_NONE)
    return reject (self, ACQ_REJECT_BAD_DAY, &self->day, error);
  if (!read_amount (self, &transaction->amount))
    return reject (self, ACQ_REJECT_BAD_AMOUNT, &self->amount, error);
  if (is_opening_balance (self))
    {
      self->feed.statement->has_opening = TRUE;
      self->feed.statement->opening = transaction->amount;
      return TRUE;
    }
  read_texts (self);
  return acq_statement_feed_transaction (&self->feed, self->record_line, error);
}

static gboolean
end_record (Qif *self, GError **error)
{
  gboolean is_read = TRUE;

  if (self->record_line == 0)
    return TRUE;
  if (self->section == SECTION_MOVEMENTS)
    is_read = end_movement (self, error);
  else if (self->section == SECTION_ACCOUNTS && self->name.len > 0)
    {
      g_free (self->account);
      self->account = piece_to_text (self, &self->name);
    }
  else if (self->section == SECTION_INVESTMENTS)
    self->has_investments = TRUE;
  reset_record (self);
  return is_read;
}

/* Statements without a single movement are not told of. */
static gboolean
end_statement (Qif *self, GError **error)
{
  return !self->feed.is_open || acq_statement_feed_end (&self->feed, error);
}

static gboolean
begin_section (Qif *self, const Piece *header, GError **error)
{
  if (!end_record (self, error))
    return FALSE;
  if (is_switch (header))
    return TRUE;
  if (!end_statement (self, error))
    return FALSE;
  self->section = find_section (header);
  acq_statement_feed_reset_statement (&self->feed);
  if (self->section == SECTION_ACCOUNTS)
    g_clear_pointer (&self->account, g_free);
  if (self->section != SECTION_MOVEMENTS || self->account == NULL)
    return TRUE;
  self->feed.statement->iban = acq_iban_normalize (self->account);
  if (self->feed.statement->iban == NULL)
    self->feed.statement->account_number = g_strdup (self->account);
  return TRUE;
}

/* The parts of a movement are the user's own, by category; their sum is its amount where nothing else tells it. */
static void
add_split (Qif *self, const Piece *amount)
{
  gint64 minor;

  self->has_splits = TRUE;
  if (!acq_qif_notation_parse_amount (&self->notation, amount->text, amount->len, self->feed.statement->currency, &minor)
      || __builtin_add_overflow (self->split_sum, minor, &self->split_sum) || ABS (self->split_sum) > ACQ_MONEY_MAX)
    self->has_bad_split = TRUE;
}

static void
read_line (Qif *self, const Piece *line)
{
  Piece value = { line->text + 1, line->len - 1 };

  if (self->record_line == 0)
    self->record_line = self->lines;
  switch (*line->text)
    {
    case 'D':
      self->day = value;
      break;
    case 'T':
      self->amount = value;
      break;
    case 'U':
      self->exact_amount = value;
      break;
    case 'P':
      self->payee = value;
      break;
    case 'M':
      self->memo = value;
      break;
    case 'N':
      self->number = self->name = value;
      break;
    case 'L':
      self->category = value;
      break;
    case '$':
      add_split (self, &value);
      break;
    default:
      break;
    }
}

/* The "^" of the last record may be missing, the end of its line may not. */
static gboolean
finish (Qif *self, GError **error)
{
  if (self->record_line != 0 && self->section == SECTION_MOVEMENTS
      && (self->is_cut || self->day.len == 0 || (self->amount.len == 0 && self->exact_amount.len == 0)))
    return fail (self, ACQ_IMPORT_ERROR_TRUNCATED, "the file ends within a record", error);
  if (!end_record (self, error) || !end_statement (self, error))
    return FALSE;
  if (self->has_investments && self->feed.n_transactions + self->feed.n_rejected == 0)
    return fail (self, ACQ_IMPORT_ERROR_FEATURE, "an account of securities", error);
  return acq_statement_feed_finish (&self->feed, error);
}

static gboolean
read_lines (Qif *self, GError **error)
{
  Piece line;

  while (take_line (self, &line))
    {
      if (line.len == 0)
        continue;
      if (*line.text == '!' && !begin_section (self, &line, error))
        return FALSE;
      if (*line.text == '^' && !end_record (self, error))
        return FALSE;
      if (*line.text != '!' && *line.text != '^')
        read_line (self, &line);
      if (!acq_statement_feed_progress (&self->feed, (gsize) (self->p - self->decoder.text), error))
        return FALSE;
    }
  return finish (self, error);
}

static gboolean
read_qif (const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data, GError **error)
{
  g_autofree Qif *self = g_new0 (Qif, 1);
  gboolean is_read;

  acq_statement_feed_init (&self->feed, source, sink, user_data);
  is_read = acq_text_decoder_init (&self->decoder, source->bytes, source->size, error);
  if (is_read)
    {
      self->p = self->decoder.text;
      self->end = self->p + self->decoder.size;
      acq_qif_notation_init (&self->notation, source->today);
      reset_record (self);
      survey (self);
      is_read = read_lines (self, error);
    }
  g_free (self->account);
  acq_statement_feed_clear (&self->feed);
  acq_text_decoder_clear (&self->decoder);
  return is_read;
}

static int
sniff_qif (const AcqImportSource *source)
{
  static const char *const starts[] = { "!Type:", "!Account", "!Option:", "!Clear:" };
  g_auto (AcqTextDecoder) head = { 0 };
  gsize at = 0;

  if (!acq_text_decoder_init_head (&head, source->bytes, source->size))
    return 0;
  while (at < head.size && g_ascii_isspace (head.text[at]))
    at++;
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (head.size - at >= strlen (starts[i])
        && g_ascii_strncasecmp (head.text + at, starts[i], strlen (starts[i])) == 0)
      return 95;
  return 0;
}

const AcqImportFormat acq_qif_format = {
  .code = "qif",
  .name = "QIF",
  .kind = ACQ_IMPORT_KIND_STATEMENT,
  .sniff = sniff_qif,
  .read = read_qif,
};
