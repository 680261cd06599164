/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-label-grammar.h"

#include <string.h>

#include "acq-label-dialects.h"

#define MAX_WORDS 48

typedef struct
{
  const char *text;
  gsize len;
} Word;

static gboolean
ends_word (char c)
{
  return c == '\0' || (!g_ascii_isalnum (c) && (guint8) c < 0x80);
}

/* The start of the label in capitals; those of accented letters are written by who accents them. */
static void
copy_capitals (const char *label, char capitals[ACQ_LABEL_MAX_BEGINNING + 1])
{
  gsize i;

  for (i = 0; i < ACQ_LABEL_MAX_BEGINNING && label[i] != '\0'; i++)
    capitals[i] = label[i] >= 'a' && label[i] <= 'z' ? (char) (label[i] - 'a' + 'A') : label[i];
  capitals[i] = '\0';
}

/* How much of the label the words of a beginning are; 0 where it does not begin so. */
static gsize
match_beginning (const char *capitals, const char *words)
{
  gsize i;

  for (i = 0; words[i] != '\0'; i++)
    if (words[i] != capitals[i] && (words[i] != '#' || !g_ascii_isdigit (capitals[i])))
      return 0;
  return ends_word (capitals[i]) || g_ascii_isdigit (capitals[i]) ? i : 0;
}

/* The longest beginning of all dialects. */
static const AcqLabelBeginning *
find_beginning (const char *label, gsize *ret_len)
{
  const AcqLabelBeginning *best = NULL;
  char capitals[ACQ_LABEL_MAX_BEGINNING + 1];

  copy_capitals (label, capitals);
  *ret_len = 0;
  for (gsize i = 0; i < acq_label_n_dialects; i++)
    for (const AcqLabelBeginning *row = acq_label_dialects[i].beginnings; row->words[0] != '\0'; row++)
      {
        /* A longer one than the best so far goes on as the label does; a shorter one has a zero byte there. */
        char next = row->words[*ret_len];
        gsize len = 0;

        if (next == capitals[*ret_len] || next == '#')
          len = match_beginning (capitals, row->words);
        if (len > *ret_len)
          {
            *ret_len = len;
            best = row;
          }
      }
  return best;
}

static const AcqLabelMarker *
find_marker (const char *p)
{
  if (*p != '/' && !g_ascii_isupper (*p))
    return NULL;
  for (gsize i = 0; i < acq_label_n_dialects; i++)
    for (const AcqLabelMarker *marker = acq_label_dialects[i].markers; marker->word != NULL; marker++)
      if (*p == marker->word[0] && g_str_has_prefix (p, marker->word))
        return marker;
  return NULL;
}

static void
set_piece (AcqLabelPiece *piece, const char *from, const char *to)
{
  while (from < to && *from == ' ')
    from++;
  while (to > from && (to[-1] == ' ' || to[-1] == '/'))
    to--;
  if (piece->len == 0 && to > from)
    *piece = (AcqLabelPiece){ from, (gsize) (to - from) };
}

/* The label of a payment that we make names ourselves before whom we pay. */
static void
set_part (AcqLabelReading *reading, AcqLabelPart part, gboolean outgoing, const char *from, const char *to)
{
  switch (part)
    {
    case ACQ_LABEL_PART_PAYER:
      if (!outgoing)
        set_piece (&reading->counterparty, from, to);
      break;
    case ACQ_LABEL_PART_BENEFICIARY:
      set_piece (&reading->counterparty, from, to);
      break;
    case ACQ_LABEL_PART_REMITTANCE:
      set_piece (&reading->remittance, from, to);
      break;
    case ACQ_LABEL_PART_END_TO_END:
      if (g_ascii_strncasecmp (from, "NOTPROVIDED", 11) != 0)
        set_piece (&reading->end_to_end, from, to);
      break;
    case ACQ_LABEL_PART_OTHER:
      break;
    }
}

/* Reads the parts between markers; FALSE where there is no marker. */
static gboolean
read_marked (const char *rest, gboolean outgoing, AcqLabelReading *reading)
{
  const AcqLabelMarker *current = NULL;
  const char *from = rest, *p = rest;

  /* Every marker has one of these. */
  if (strpbrk (rest, "/:") == NULL)
    return FALSE;
  while (*p != '\0')
    {
      const AcqLabelMarker *found = p == rest || p[-1] == ' ' ? find_marker (p) : NULL;

      if (found == NULL)
        {
          p++;
          continue;
        }
      if (current != NULL)
        set_part (reading, current->part, outgoing, from, p);
      else if (found->part > ACQ_LABEL_PART_BENEFICIARY)
        set_piece (&reading->counterparty, rest, p);
      current = found;
      p = from = p + strlen (found->word);
    }
  if (current == NULL)
    return FALSE;
  set_part (reading, current->part, outgoing, from, p);
  return TRUE;
}

static gsize
split_words (const char *text, Word words[MAX_WORDS])
{
  gsize n = 0;

  while (*text != '\0' && n < MAX_WORDS)
    {
      gsize len = strcspn (text, " ");

      words[n++] = (Word){ text, len };
      text += len;
      text += *text == ' ';
    }
  return n;
}

static gboolean
is_same_word (const Word *a, const Word *b)
{
  return a->len == b->len && g_ascii_strncasecmp (a->text, b->text, a->len) == 0;
}

/* How many words of the name at "words" stand again at "again". */
static gsize
count_repeated (const Word *words, gsize n, gsize again)
{
  gsize count = 0;

  while (again + count < n && count < again && is_same_word (&words[count], &words[again + count]))
    count++;
  return count;
}

/* Many a bank writes the name twice: cut, and in full. A lone short word is more likely a coincidence. */
static gsize
find_repeated_name (const Word *words, gsize n)
{
  gsize best = 0;

  for (gsize again = 1; again < n; again++)
    {
      gsize count = count_repeated (words, n, again);

      if (count > best && (count > 1 || words[0].len >= 4))
        best = count;
    }
  return best;
}

/* Words with which payers begin what they write. */
static const char remittance_words[][13] = {
  "FACT", "FACT.", "FACTURE", "FACTURES", "FAC", "FAC.", "FACTU", "FCT", "REF", "REF.", "REF:", "REFERENCE", "RGLT", "REGLT", "RGT",
  "REGLEMENT", "PAIEMENT", "PAYMENT", "SOLDE", "ACOMPTE", "LOYER", "COTISATION", "COMMANDE", "CDE", "DEVIS", "INVOICE",
  "INV", "MOTIF", "OBJET", "ECHEANCE", "N°", "NUM", "TRANSFERT", "VIREMENT", "VIR", "CONTRIBUTION", "HONORAIRES",
};

static gboolean
begins_remittance (const Word *word)
{
  char first = word->len == 0 ? '\0' : g_ascii_toupper (word->text[0]);

  for (gsize i = 0; i < G_N_ELEMENTS (remittance_words); i++)
    if (remittance_words[i][0] == first && word->len == strlen (remittance_words[i])
        && g_ascii_strncasecmp (word->text, remittance_words[i], word->len) == 0)
      return TRUE;
  return FALSE;
}

/* "2026-081", "FA250027", "20260012": no part of a name, as "54" or "2000" may be. */
static gboolean
is_reference (const Word *word)
{
  gsize digits = 0, others = 0;

  for (gsize i = 0; i < word->len; i++)
    if (g_ascii_isdigit (word->text[i]))
      digits++;
    else
      others++;
  return digits >= 5 || (digits >= 3 && others > 0);
}

/* Who pays, and behind the name what he wrote. */
static void
read_name (const char *rest, AcqLabelReading *reading)
{
  Word words[MAX_WORDS] = { 0 };
  gsize n = split_words (rest, words), repeated = find_repeated_name (words, n), count = repeated;
  const char *end = rest + strlen (rest), *name_end;

  if (count == 0)
    while (count < n && !begins_remittance (&words[count]) && !is_reference (&words[count]))
      count++;
  if (count == 0)
    {
      set_piece (&reading->remittance, rest, end);
      return;
    }
  name_end = words[count - 1].text + words[count - 1].len;
  set_piece (&reading->counterparty, rest, name_end);
  set_piece (&reading->remittance, name_end, end);
}

/* Of a label that begins like none that is known a name that stands there twice is still told. */
static gboolean
read_unknown (const char *label, AcqLabelReading *reading)
{
  Word words[MAX_WORDS] = { 0 };
  gsize n = split_words (label, words), count = find_repeated_name (words, n);

  if (count < 2)
    return FALSE;
  set_piece (&reading->counterparty, label, words[count - 1].text + words[count - 1].len);
  set_piece (&reading->remittance, words[count - 1].text + words[count - 1].len, label + strlen (label));
  return TRUE;
}

/* "0012345", "N° 0001550 VALEUR AU 01/09", "R-2026-0001". */
static void
read_number (const char *rest, AcqLabelReading *reading)
{
  Word words[MAX_WORDS] = { 0 };
  gsize n = split_words (rest, words);

  for (gsize i = 0; i < n; i++)
    {
      gsize digits = 0, start = 0;

      while (start < words[i].len && !g_ascii_isdigit (words[i].text[start]))
        start++;
      for (gsize j = 0; j < words[i].len; j++)
        digits += g_ascii_isdigit (words[i].text[j]) != 0;
      if (digits < 3 || memchr (words[i].text, '/', words[i].len) != NULL)
        continue;
      if (memchr (words[i].text, '-', words[i].len) != NULL)
        start = 0;
      set_piece (&reading->cheque_number, words[i].text + start, words[i].text + words[i].len);
      return;
    }
}

static void
read_rest (const AcqLabelBeginning *beginning, const char *rest, AcqLabelReading *reading)
{
  if (beginning->rest == ACQ_LABEL_REST_CHEQUE)
    read_number (rest, reading);
  else if (!read_marked (rest, beginning->outgoing, reading) && beginning->rest == ACQ_LABEL_REST_NAME)
    read_name (rest, reading);
}

/* BoursoBank puts whom it takes the payer for before the label: "Dupont | VIR SEPA DUPONT SARL". */
static const char *
skip_guess (const char *label)
{
  const char *bar = strstr (label, " | ");

  return bar == NULL ? label : bar + 3;
}

gboolean
acq_label_grammar_read (const char *label, AcqLabelReading *ret_reading)
{
  gsize len;
  const AcqLabelBeginning *beginning;

  *ret_reading = (AcqLabelReading){ .means = ACQ_MEANS_UNKNOWN };
  label = skip_guess (label);
  beginning = find_beginning (label, &len);
  if (beginning == NULL)
    return read_unknown (label, ret_reading);
  ret_reading->means = beginning->means;
  ret_reading->returned = beginning->returned;
  label += len;
  label += *label == '.' || *label == ':';
  label += *label == ' ';
  read_rest (beginning, label, ret_reading);
  return TRUE;
}
