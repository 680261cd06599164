/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reference-index.h"

#include <stdlib.h>
#include <string.h>

#include "acq-siren.h"

/* A number in a label may be broken into this many words. */
#define MAX_JOINED 4
#define MAX_NUMBER 40
/* Digits from which a bare number is no house number, year or quantity. */
#define MIN_BARE_DIGITS         5
#define MIN_DIGITS_WITH_LETTERS 3
#define MAX_SHORT_DIGITS        5

typedef struct
{
  guint64 hash;
  guint32 item;
  guint32 bare; /* 1: the digits only */
} Entry;

struct _AcqReferenceIndex
{
  const AcqLedger *ledger;
  GArray *entries;    /* (element-type Entry) by hash */
  GRegex *range;      /* two numbers with "à", "au" or a dash between them */
  GHashTable *series; /* leading letters of our numbers, as a set */
};

/* What of a number remains when spelling is put aside. */
typedef struct
{
  char text[MAX_NUMBER + 1];
  guint letters, digits;
} Canon;

static gboolean
add_to_canon (Canon *canon, const char *text, gboolean bare)
{
  gsize length = canon->letters + canon->digits;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) || (bare && !g_ascii_isdigit (*p)))
        continue;
      if (length >= MAX_NUMBER)
        return FALSE;
      canon->text[length++] = g_ascii_toupper (*p);
      canon->digits += g_ascii_isdigit (*p) ? 1 : 0;
      canon->letters += g_ascii_isdigit (*p) ? 0 : 1;
    }
  canon->text[length] = '\0';
  return TRUE;
}

static gboolean
is_telling (const Canon *canon)
{
  return canon->letters > 0 ? canon->digits >= MIN_DIGITS_WITH_LETTERS : canon->digits >= MIN_BARE_DIGITS;
}

/* FNV-1a. */
static guint64
hash_text (const char *text)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (const char *p = text; *p != '\0'; p++)
    hash = (hash ^ (guint64) (guchar) *p) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
}

static int
compare_entries (const void *a, const void *b)
{
  const Entry *first = a, *second = b;

  if (first->hash != second->hash)
    return first->hash < second->hash ? -1 : 1;
  return first->item < second->item ? -1 : first->item > second->item;
}

static void
add_entry (AcqReferenceIndex *self, const char *number, guint item, gboolean bare)
{
  Canon canon = { .letters = 0 };
  Entry entry;

  if (!add_to_canon (&canon, number, bare) || !is_telling (&canon))
    return;
  entry = (Entry){ hash_text (canon.text), item, bare ? 1 : 0 };
  g_array_append_val (self->entries, entry);
}

static void
add_series (AcqReferenceIndex *self, const char *number)
{
  char letters[MAX_NUMBER + 1];
  guint n = 0;

  while (n < MAX_NUMBER && g_ascii_isalpha (number[n]))
    {
      letters[n] = g_ascii_toupper (number[n]);
      n++;
    }
  letters[n] = '\0';
  if (n > 0 && !g_hash_table_contains (self->series, letters))
    g_hash_table_add (self->series, g_strdup (letters));
}

AcqReferenceIndex *
acq_reference_index_new (const AcqLedger *ledger)
{
  AcqReferenceIndex *self = g_new0 (AcqReferenceIndex, 1);

  self->ledger = ledger;
  self->entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), ledger->invoices->len * 2);
  self->range
    = g_regex_new ("\\b\\d{1,5} ?(-|–|à|a|au) ?(\\w{1,3}[- ]?)?\\d{1,5}\\b", G_REGEX_CASELESS, 0, NULL);
  self->series = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];

      add_entry (self, invoice->number, i, FALSE);
      if (g_ascii_isalpha (invoice->number[0]))
        add_entry (self, invoice->number, i, TRUE);
      add_series (self, invoice->number);
    }
  if (self->entries->len > 1)
    qsort (self->entries->data, self->entries->len, sizeof (Entry), compare_entries);
  return self;
}

void
acq_reference_index_free (AcqReferenceIndex *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_hash_table_unref (self->series);
  g_regex_unref (self->range);
  g_free (self);
}

void
acq_references_free (AcqReferences *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_ptr_array_unref (self->short_numbers);
  g_free (self);
}

static void
add_item (AcqReferences *found, guint item, AcqEvidence evidence)
{
  found->evidence |= ACQ_EVIDENCE_BIT (evidence);
  for (guint i = 0; i < found->items->len; i++)
    if (g_array_index (found->items, guint, i) == item)
      return;
  g_array_append_val (found->items, item);
}

static gboolean
entry_is (const AcqReferenceIndex *self, const Entry *entry, const char *text)
{
  const AcqInvoice *invoice = self->ledger->invoices->pdata[entry->item];
  Canon canon = { .letters = 0 };

  return add_to_canon (&canon, invoice->number, entry->bare == 1) && strcmp (canon.text, text) == 0;
}

/* A number that several invoices share (digits of an invoice and of a credit note) tells nothing. */
static gboolean
look_up (const AcqReferenceIndex *self, const Canon *canon, guint *ret_item)
{
  Entry wanted = { hash_text (canon->text), 0, 0 };
  guint low = 0, high = self->entries->len, n = 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_entries (&g_array_index (self->entries, Entry, middle), &wanted) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < self->entries->len && n < 2; low++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, low);

      if (entry->hash != wanted.hash)
        break;
      if (!entry_is (self, entry, canon->text))
        continue;
      *ret_item = entry->item;
      n++;
    }
  return n == 1;
}

static gboolean
read_text (const AcqReferenceIndex *self, const char *text, AcqReferences *found, AcqEvidence evidence)
{
  Canon canon = { .letters = 0 };
  guint item;

  if (text == NULL || !add_to_canon (&canon, text, FALSE) || !is_telling (&canon)
      || !look_up (self, &canon, &item))
    return FALSE;
  add_item (found, item, evidence);
  return TRUE;
}

static gboolean
is_digits (const char *word)
{
  return word[0] != '\0' && word[strspn (word, "0123456789")] == '\0';
}

/* "FA260099" where our numbers begin with FA and this one is not among them: it pays what we do not know. */
static gboolean
is_of_our_series (const AcqReferenceIndex *self, const char *word)
{
  gsize letters = strspn (word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  g_autofree char *series = g_strndup (word, letters);

  return letters > 0 && letters < MAX_NUMBER && strlen (word + letters) >= MIN_DIGITS_WITH_LETTERS
         && is_digits (word + letters) && g_hash_table_contains (self->series, series);
}

/* The longest joining of words from here on that is a whole number; returns how many words it took. */
static guint
read_joined (const AcqReferenceIndex *self, char **words, guint from, AcqReferences *found)
{
  Canon canon = { .letters = 0 };
  guint taken = 0, item = 0;

  for (guint n = 1; n <= MAX_JOINED && words[from + n - 1] != NULL; n++)
    {
      guint candidate;

      if (!add_to_canon (&canon, words[from + n - 1], FALSE))
        break;
      if (!is_telling (&canon) || !look_up (self, &canon, &candidate))
        continue;
      taken = n;
      item = candidate;
    }
  if (taken > 0)
    add_item (found, item, ACQ_EVIDENCE_REFERENCE_IN_LABEL);
  return taken;
}

static void
read_creditor_reference (const AcqReferenceIndex *self, const char *word, AcqReferences *found)
{
  if (g_str_has_prefix (word, "RF") && acq_creditor_reference_is_valid (word))
    read_text (self, word + 4, found, ACQ_EVIDENCE_CREDITOR_REFERENCE);
}

static void
read_words (const AcqReferenceIndex *self, char **words, AcqReferences *found)
{
  for (guint i = 0; words[i] != NULL;)
    {
      guint taken = read_joined (self, words, i, found);

      if (taken == 0)
        {
          read_creditor_reference (self, words[i], found);
          if (is_digits (words[i]) && strlen (words[i]) <= MAX_SHORT_DIGITS)
            g_ptr_array_add (found->short_numbers, g_strdup (words[i]));
          else if (is_of_our_series (self, words[i]))
            found->unknown = TRUE;
          taken = 1;
        }
      i += taken;
    }
}

static gboolean
has_range (const AcqReferenceIndex *self, const AcqTransaction *transaction)
{
  const char *texts[] = { transaction->label, transaction->remittance };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && g_regex_match (self->range, texts[i], 0, NULL))
      return TRUE;
  return FALSE;
}

AcqReferences *
acq_reference_index_read (const AcqReferenceIndex *self, const AcqTransaction *transaction,
                          const AcqLabel *label)
{
  AcqReferences *found = g_new0 (AcqReferences, 1);

  found->items = g_array_new (FALSE, FALSE, sizeof (guint));
  found->short_numbers = g_ptr_array_new_with_free_func (g_free);
  read_text (self, transaction->end_to_end, found, ACQ_EVIDENCE_END_TO_END_REFERENCE);
  if (transaction->end_to_end != NULL)
    read_creditor_reference (self, transaction->end_to_end, found);
  read_words (self, label->words, found);
  found->is_range = found->short_numbers->len == 2 && has_range (self, transaction);
  return found;
}

/* "680" of FAC-26-680: all that follows the last mark between digits. */
static gboolean
is_last_group (const char *number, const char *digits)
{
  const char *group = number + strlen (number);

  while (group > number && g_ascii_isdigit (group[-1]))
    group--;
  if (group == number || g_ascii_isalpha (group[-1]))
    return FALSE;
  while (*group == '0')
    group++;
  return *group != '\0' && strcmp (group, digits) == 0;
}

gboolean
acq_number_has_end (const char *number, const char *digits)
{
  char own[MAX_NUMBER + 1];
  gsize n = 0, short_length;

  for (const char *p = number; *p != '\0' && n < MAX_NUMBER; p++)
    if (g_ascii_isdigit (*p))
      own[n++] = *p;
  own[n] = '\0';
  while (*digits == '0')
    digits++;
  if (is_last_group (number, digits))
    return TRUE;
  short_length = strlen (digits);
  if (short_length == 0 || short_length > n || strcmp (own + n - short_length, digits) != 0)
    return FALSE;
  return short_length == n || short_length >= 4 || own[n - short_length - 1] == '0';
}
