/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-mt940-details.h"

#include <string.h>

#include "acq-iban.h"

/* Lines of field 86 hold so many characters; of a longer text the next one goes on without a space. */
#define LINE_LENGTH 65
/* No end-to-end reference is longer (ISO 20022, Max35Text). */
#define MAX_END_TO_END 35
/* So many hold the numbered subfields of a German bank. */
#define SUBFIELD_LENGTH 27

/* German transaction codes (Geschäftsvorfallcodes) of the German Banking Industry Committee, as far as they tell how
   money came: Schnittstellenspezifikation für die Datenfernübertragung, Anlage 3, chapter 8. */
static const struct
{
  char code[4];
  AcqMeans means;
  gboolean returned;
} transaction_codes[] = {
  { "101", ACQ_MEANS_CHEQUE, FALSE },       { "102", ACQ_MEANS_CHEQUE, FALSE },
  { "104", ACQ_MEANS_DIRECT_DEBIT, FALSE }, { "105", ACQ_MEANS_DIRECT_DEBIT, FALSE },
  { "108", ACQ_MEANS_DIRECT_DEBIT, TRUE },  { "109", ACQ_MEANS_DIRECT_DEBIT, TRUE },
  { "111", ACQ_MEANS_CHEQUE, TRUE },        { "116", ACQ_MEANS_TRANSFER, FALSE },
  { "117", ACQ_MEANS_TRANSFER, FALSE },     { "152", ACQ_MEANS_TRANSFER, FALSE },
  { "159", ACQ_MEANS_TRANSFER, TRUE },      { "166", ACQ_MEANS_TRANSFER, FALSE },
  { "168", ACQ_MEANS_TRANSFER, FALSE },     { "170", ACQ_MEANS_CHEQUE, FALSE },
  { "171", ACQ_MEANS_DIRECT_DEBIT, FALSE }, { "174", ACQ_MEANS_DIRECT_DEBIT, FALSE },
  { "177", ACQ_MEANS_TRANSFER, FALSE },     { "181", ACQ_MEANS_DIRECT_DEBIT, TRUE },
  { "184", ACQ_MEANS_DIRECT_DEBIT, TRUE },  { "191", ACQ_MEANS_TRANSFER, FALSE },
  { "805", ACQ_MEANS_FEE, FALSE },          { "808", ACQ_MEANS_FEE, FALSE },
};

typedef enum
{
  WORD_NOTHING,
  WORD_NAME,
  WORD_ACCOUNT,
  WORD_REMITTANCE,
  WORD_END_TO_END,
  WORD_RETURN_REASON,
} Word;

typedef struct
{
  const char *word;
  Word meaning;
} WordRow;

/* Written with a "+" behind them. */
static const WordRow sepa_words[] = {
  { "EREF", WORD_END_TO_END }, { "SVWZ", WORD_REMITTANCE }, { "KREF", WORD_NOTHING }, { "MREF", WORD_NOTHING },
  { "CRED", WORD_NOTHING },    { "DEBT", WORD_NOTHING },    { "COAM", WORD_NOTHING }, { "OAMT", WORD_NOTHING },
  { "ABWA", WORD_NOTHING },    { "ABWE", WORD_NOTHING },    { "IBAN", WORD_ACCOUNT }, { "BIC", WORD_NOTHING },
  { "PURP", WORD_NOTHING },
};

/* Written between slashes. */
static const WordRow slash_words[] = {
  { "EREF", WORD_END_TO_END },    { "NAME", WORD_NAME },       { "REMI", WORD_REMITTANCE }, { "IBAN", WORD_ACCOUNT },
  { "RTRN", WORD_RETURN_REASON }, { "BIC", WORD_NOTHING },     { "TRTP", WORD_NOTHING },    { "CSID", WORD_NOTHING },
  { "MARF", WORD_NOTHING },       { "PREF", WORD_NOTHING },    { "ORDP", WORD_NOTHING },    { "BENM", WORD_NOTHING },
  { "ISDT", WORD_NOTHING },       { "CNTP", WORD_NOTHING },    { "USTD", WORD_REMITTANCE }, { "STRD", WORD_REMITTANCE },
  { "ADDR", WORD_NOTHING },       { "ID", WORD_NOTHING },      { "PURP", WORD_NOTHING },    { "UDTR", WORD_NOTHING },
  { "UCRD", WORD_NOTHING },       { "KREF", WORD_NOTHING },    { "INIT", WORD_NOTHING },    { "CREF", WORD_NOTHING },
  { "EXCH", WORD_NOTHING },       { "CHGS", WORD_NOTHING },    { "RREF", WORD_NOTHING },    { "TEXT", WORD_REMITTANCE },
};

/* Adds a piece, with a space before it unless the text before it filled its line. */
static void
add_piece (GString *to, const char *piece, gsize len, gboolean goes_on)
{
  if (len == 0)
    return;
  if (to->len > 0 && !goes_on)
    g_string_append_c (to, ' ');
  g_string_append_len (to, piece, (gssize) len);
}

static glong
count_characters (const char *piece, gsize len)
{
  return g_utf8_strlen (piece, (gssize) len);
}

/* The lines of the content as one. */
static void
join_lines (GString *to, const char *content, gboolean always_goes_on)
{
  gboolean goes_on = FALSE;

  while (TRUE)
    {
      gsize len = strcspn (content, "\n");

      add_piece (to, content, len, goes_on);
      goes_on = always_goes_on || count_characters (content, len) >= LINE_LENGTH;
      if (content[len] == '\0')
        return;
      content += len + 1;
    }
}

static gboolean
is_blank (const char *text, gsize len)
{
  for (gsize i = 0; i < len; i++)
    if (text[i] != ' ')
      return FALSE;
  return TRUE;
}

static void
set_account (AcqStatementFeed *feed, const char *text, gsize len)
{
  g_autofree char *account = NULL;
  g_autofree char *iban = NULL;

  if (feed->texts[ACQ_STATEMENT_TEXT_COUNTERPARTY_IBAN]->len > 0 || len > 2 * ACQ_IBAN_SIZE)
    return;
  account = g_strndup (text, len);
  iban = acq_iban_normalize (account);
  if (iban != NULL)
    g_string_assign (feed->texts[ACQ_STATEMENT_TEXT_COUNTERPARTY_IBAN], iban);
}

/* What is too long is followed by text that no word begins. */
static void
set_end_to_end (AcqStatementFeed *feed, const char *text, gsize len)
{
  while (len > 0 && *text == ' ')
    {
      text++;
      len--;
    }
  if (len > MAX_END_TO_END + 1)
    len = MIN (len, strcspn (text, " "));
  if (feed->texts[ACQ_STATEMENT_TEXT_END_TO_END]->len == 0)
    acq_statement_feed_add_text (feed, ACQ_STATEMENT_TEXT_END_TO_END, text, (gssize) len);
}

static void
set_word (AcqStatementFeed *feed, Word meaning, const char *text, gsize len)
{
  if (is_blank (text, len))
    return;
  switch (meaning)
    {
    case WORD_NAME:
      if (feed->texts[ACQ_STATEMENT_TEXT_COUNTERPARTY]->len == 0)
        acq_statement_feed_add_text (feed, ACQ_STATEMENT_TEXT_COUNTERPARTY, text, (gssize) len);
      break;
    case WORD_ACCOUNT:
      set_account (feed, text, len);
      break;
    case WORD_REMITTANCE:
      acq_statement_feed_add_text (feed, ACQ_STATEMENT_TEXT_REMITTANCE, text, (gssize) len);
      break;
    case WORD_END_TO_END:
      set_end_to_end (feed, text, len);
      break;
    case WORD_RETURN_REASON:
      feed->transaction.returned = TRUE;
      acq_statement_feed_add_text (feed, ACQ_STATEMENT_TEXT_RETURN_REASON, text,
                                   (gssize) MIN (len, strcspn (text, "/")));
      break;
    case WORD_NOTHING:
      break;
    }
}

/* The row whose word and closing character stand at "p". */
static const WordRow *
find_word (const char *p, const WordRow *rows, gsize n_rows, char closing)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      gsize len = strlen (rows[i].word);

      if (strncmp (p, rows[i].word, len) == 0 && p[len] == closing)
        return &rows[i];
    }
  return NULL;
}

/* "EREF+E2E-1 SVWZ+FACT 12": what stands before the first word is remittance only where there is no other. */
static gboolean
read_sepa_words (AcqStatementFeed *feed, const char *text)
{
  const WordRow *current = NULL;
  const char *from = text;

  for (const char *p = text; *p != '\0'; p++)
    {
      const WordRow *found = NULL;

      if (g_ascii_isupper (*p) && (p == text || !g_ascii_isalnum (p[-1])))
        found = find_word (p, sepa_words, G_N_ELEMENTS (sepa_words), '+');
      if (found == NULL)
        continue;
      if (current != NULL)
        set_word (feed, current->meaning, from, (gsize) (p - from));
      current = found;
      p += strlen (found->word);
      from = p + 1;
    }
  if (current != NULL)
    set_word (feed, current->meaning, from, strlen (from));
  return current != NULL;
}

static gboolean
is_numbered (const char *content)
{
  gsize digits = strspn (content, "0123456789");

  return (digits == 3 || digits == 0) && content[digits] != '\0' && strchr ("?>~<^", content[digits]) != NULL
         && g_ascii_isdigit (content[digits + 1]) && g_ascii_isdigit (content[digits + 2]);
}

typedef struct
{
  GString *heading; /* what kind of booking it is, in words */
  GString *remittance;
  GString *name;
  gboolean remittance_goes_on;
  gboolean name_goes_on;
} Subfields;

static void
read_subfield (AcqStatementFeed *feed, Subfields *fields, int number, const char *text, gsize len)
{
  gboolean is_full = count_characters (text, len) >= SUBFIELD_LENGTH;

  if (number == 0)
    add_piece (fields->heading, text, len, FALSE);
  else if ((number >= 20 && number <= 29) || (number >= 60 && number <= 63))
    {
      add_piece (fields->remittance, text, len, fields->remittance_goes_on);
      fields->remittance_goes_on = is_full;
    }
  else if (number == 31)
    set_account (feed, text, len);
  else if (number == 32 || number == 33)
    {
      add_piece (fields->name, text, len, fields->name_goes_on);
      fields->name_goes_on = is_full;
    }
}

static void
read_code (AcqStatementFeed *feed, const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (transaction_codes); i++)
    if (strncmp (transaction_codes[i].code, code, 3) == 0)
      {
        feed->transaction.means = transaction_codes[i].means;
        feed->transaction.returned |= transaction_codes[i].returned;
      }
}

static void
use_subfields (AcqStatementFeed *feed, const Subfields *fields)
{
  GString *remittance = feed->texts[ACQ_STATEMENT_TEXT_REMITTANCE];

  acq_statement_feed_add_text (feed, ACQ_STATEMENT_TEXT_LABEL, fields->heading->str, -1);
  acq_statement_feed_add_text (feed, ACQ_STATEMENT_TEXT_LABEL, fields->name->str, -1);
  acq_statement_feed_add_text (feed, ACQ_STATEMENT_TEXT_LABEL, fields->remittance->str, -1);
  set_word (feed, WORD_NAME, fields->name->str, fields->name->len);
  if (!read_sepa_words (feed, fields->remittance->str) && remittance->len == 0)
    set_word (feed, WORD_REMITTANCE, fields->remittance->str, fields->remittance->len);
}

static void
read_numbered (AcqStatementFeed *feed, const char *content)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Subfields fields = { g_string_new (NULL), g_string_new (NULL), g_string_new (NULL), FALSE, FALSE };
  char separator;
  const char *p;

  join_lines (text, content, TRUE);
  p = text->str + strspn (text->str, "0123456789");
  separator = *p;
  if (p > text->str)
    read_code (feed, text->str);
  while (*p == separator)
    {
      int number = (p[1] - '0') * 10 + p[2] - '0';
      const char *from = p + 3, *to = from;

      while (*to != '\0' && !(*to == separator && g_ascii_isdigit (to[1]) && g_ascii_isdigit (to[2])))
        to++;
      read_subfield (feed, &fields, number, from, (gsize) (to - from));
      p = to;
    }
  use_subfields (feed, &fields);
  g_string_free (fields.heading, TRUE);
  g_string_free (fields.remittance, TRUE);
  g_string_free (fields.name, TRUE);
}

/* A text may stand between slashes of its own: "/REMI/USTD//FACT 12/". */
static void
set_slashed (AcqStatementFeed *feed, Word meaning, const char *text, gsize len)
{
  while (len > 0 && *text == '/')
    {
      text++;
      len--;
    }
  while (len > 0 && text[len - 1] == '/')
    len--;
  set_word (feed, meaning, text, len);
}

/* "/EREF/E2E-1/NAME/DUPONT/REMI/FACT 12/": a slash within a text is none of a word. */
static void
read_slashed (AcqStatementFeed *feed, const char *text)
{
  const WordRow *current = NULL;
  const char *from = text;

  for (const char *p = text; *p != '\0'; p++)
    {
      const WordRow *found = *p == '/' ? find_word (p + 1, slash_words, G_N_ELEMENTS (slash_words), '/') : NULL;

      if (found == NULL)
        continue;
      if (current != NULL && p > from)
        set_slashed (feed, current->meaning, from, (gsize) (p - from));
      current = found;
      p += strlen (found->word);
      from = p + 2;
    }
  if (current != NULL)
    set_slashed (feed, current->meaning, from, strlen (from));
}

static gboolean
is_slashed (const char *text)
{
  gsize len;

  if (text[0] != '/')
    return FALSE;
  len = strspn (text + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return len >= 2 && len <= 4 && text[1 + len] == '/';
}

/* What field 61 says already, some banks say again. */
static void
drop_repeated (AcqStatementFeed *feed, const char *text)
{
  GString *label = feed->texts[ACQ_STATEMENT_TEXT_LABEL];

  if (label->len > 0 && strstr (text, label->str) != NULL)
    g_string_truncate (label, 0);
}

void
acq_mt940_details_read (AcqStatementFeed *feed, const char *content)
{
  g_autoptr (GString) text = NULL;

  if (content == NULL)
    return;
  if (is_numbered (content))
    {
      read_numbered (feed, content);
      return;
    }
  text = g_string_sized_new (256);
  join_lines (text, content, FALSE);
  drop_repeated (feed, text->str);
  acq_statement_feed_add_text (feed, ACQ_STATEMENT_TEXT_LABEL, text->str, (gssize) text->len);
  set_account (feed, text->str, text->len);
  if (is_slashed (text->str))
    read_slashed (feed, text->str);
  else
    read_sepa_words (feed, text->str);
}

void
acq_mt940_details_read_ns (AcqStatementFeed *feed, const char *content)
{
  while (*content != '\0')
    {
      gsize len = strcspn (content, "\n");

      if (len > 2 && g_ascii_isdigit (content[0]) && g_ascii_isdigit (content[1]))
        {
          int number = (content[0] - '0') * 10 + content[1] - '0';

          if (number >= 1 && number <= 17)
            acq_statement_feed_add_text (feed, ACQ_STATEMENT_TEXT_LABEL, content + 2, (gssize) len - 2);
          if (number == 15 || number == 16)
            acq_statement_feed_add_text (feed, ACQ_STATEMENT_TEXT_COUNTERPARTY, content + 2, (gssize) len - 2);
        }
      content += len;
      content += *content == '\n';
    }
}
