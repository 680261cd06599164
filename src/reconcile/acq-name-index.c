/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-name-index.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "acq-text-normalizer.h"

/* Words that more customers have than this do not bring anyone up; they still count for those who are. */
#define MAX_BEARERS        60
#define MAX_HITS           32
#define MIN_TYPO_LENGTH    5
#define MIN_CUT_LENGTH     3
#define MIN_TELLING_LENGTH 4
/* From this many letters and two words on the beginning of a name is as good as the name, if it is one customer's only. */
#define MIN_BEGINNING 11

typedef struct
{
  char *text;
  GArray *bearers; /* (element-type guint) */
  double weight;
} Word;

struct _AcqNameIndex
{
  guint n_customers;
  GPtrArray *words;     /* (element-type Word) by text */
  GPtrArray *names;     /* (element-type GArray of guint) word places of each customer */
  GHashTable *typos;    /* a word less one letter to the GArray of its word places */
  GHashTable *initials; /* to the GArray of customers */
  GPtrArray *joined;    /* (element-type JoinedName) by text */
};

/* A whole name without spaces. */
typedef struct
{
  char *text;
  guint customer;
} JoinedName;

/* A word of the index that was found, and how well: 0 to 1. */
typedef struct
{
  guint word;
  double quality;
} Found;

static void
free_word (gpointer data)
{
  Word *word = data;

  g_free (word->text);
  g_array_unref (word->bearers);
  g_free (word);
}

static void
free_joined (gpointer data)
{
  JoinedName *joined = data;

  g_free (joined->text);
  g_free (joined);
}

static int
compare_joined (gconstpointer a, gconstpointer b)
{
  const JoinedName *first = *(JoinedName *const *) a, *second = *(JoinedName *const *) b;
  int order = strcmp (first->text, second->text);

  return order != 0 ? order : (first->customer < second->customer ? -1 : 1);
}

static void
add_joined (AcqNameIndex *self, const char *name, guint customer)
{
  JoinedName *joined = g_new0 (JoinedName, 1);

  joined->text = acq_name_join (name);
  joined->customer = customer;
  g_ptr_array_add (self->joined, joined);
}

static void
add_to_list (GHashTable *lists, const char *key, guint value)
{
  GArray *list = g_hash_table_lookup (lists, key);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (lists, g_strdup (key), list);
    }
  if (list->len == 0 || g_array_index (list, guint, list->len - 1) != value)
    g_array_append_val (list, value);
}

static int
compare_word_texts (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(Word *const *) a)->text, (*(Word *const *) b)->text);
}

static void
collect_words (AcqNameIndex *self, const AcqLedger *ledger)
{
  g_autoptr (GHashTable) bearers
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer text, list;

  for (guint i = 0; i < ledger->customers->len; i++)
    {
      const AcqCustomer *customer = ledger->customers->pdata[i];
      g_auto (GStrv) words = acq_name_words (customer->name);

      for (guint j = 0; words[j] != NULL; j++)
        add_to_list (bearers, words[j], i);
    }
  g_hash_table_iter_init (&iter, bearers);
  while (g_hash_table_iter_next (&iter, &text, &list))
    {
      Word *word = g_new0 (Word, 1);

      word->text = g_strdup (text);
      word->bearers = g_array_ref (list);
      word->weight = log (1.0 + (double) self->n_customers / word->bearers->len);
      g_ptr_array_add (self->words, word);
    }
  g_ptr_array_sort (self->words, compare_word_texts);
}

static void
name_customers (AcqNameIndex *self)
{
  for (guint i = 0; i < self->n_customers; i++)
    g_ptr_array_add (self->names, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = self->words->pdata[i];

      for (guint j = 0; j < word->bearers->len; j++)
        g_array_append_val ((GArray *) self->names->pdata[g_array_index (word->bearers, guint, j)], i);
    }
}

static void
add_typos (AcqNameIndex *self, guint place)
{
  const char *text = ((Word *) self->words->pdata[place])->text;
  gsize length = strlen (text);

  if (length < MIN_TYPO_LENGTH)
    return;
  add_to_list (self->typos, text, place);
  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *less = g_strdup_printf ("%.*s%s", (int) i, text, text + i + 1);

      add_to_list (self->typos, less, place);
    }
}

static void
add_initials (AcqNameIndex *self, const char *name, guint customer)
{
  g_auto (GStrv) all = acq_text_fold_words (name);
  g_auto (GStrv) main_words = acq_name_words (name);
  char **lists[] = { all, main_words };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GString) initials = g_string_new (NULL);

      for (guint j = 0; lists[i][j] != NULL; j++)
        g_string_append_c (initials, lists[i][j][0]);
      if (initials->len >= 3)
        add_to_list (self->initials, initials->str, customer);
      /* "LJDP" is "JDP" without its article. */
      if (initials->len >= 4)
        add_to_list (self->initials, initials->str + 1, customer);
    }
}

AcqNameIndex *
acq_name_index_new (const AcqLedger *ledger)
{
  AcqNameIndex *self = g_new0 (AcqNameIndex, 1);

  self->n_customers = ledger->customers->len;
  self->words = g_ptr_array_new_with_free_func (free_word);
  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->typos = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->initials = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  collect_words (self, ledger);
  name_customers (self);
  for (guint i = 0; i < self->words->len; i++)
    add_typos (self, i);
  self->joined = g_ptr_array_new_with_free_func (free_joined);
  for (guint i = 0; i < self->n_customers; i++)
    {
      const AcqCustomer *customer = ledger->customers->pdata[i];

      add_initials (self, customer->name, i);
      add_joined (self, customer->name, i);
    }
  g_ptr_array_sort (self->joined, compare_joined);
  return self;
}

void
acq_name_index_free (AcqNameIndex *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->typos);
  g_hash_table_unref (self->initials);
  g_ptr_array_unref (self->joined);
  g_free (self);
}

static const char *
word_text (const AcqNameIndex *self, guint place)
{
  return ((Word *) self->words->pdata[place])->text;
}

/* The first word that does not sort before this text. */
static guint
find_place (const AcqNameIndex *self, const char *text)
{
  guint low = 0, high = self->words->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (word_text (self, middle), text) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add_found (GArray *found, guint word, double quality)
{
  Found entry = { word, quality };

  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, Found, i).word == word)
      {
        g_array_index (found, Found, i).quality = MAX (g_array_index (found, Found, i).quality, quality);
        return;
      }
  g_array_append_val (found, entry);
}

/* Words of names of which this one is the beginning; the shorter it is, the less that says. */
static void
find_longer (const AcqNameIndex *self, const char *word, GArray *found)
{
  gsize length = strlen (word);
  guint n = 0;

  if (length < MIN_CUT_LENGTH)
    return;
  for (guint i = find_place (self, word); i < self->words->len && n < MAX_HITS; i++, n++)
    {
      const char *text = word_text (self, i);

      if (strncmp (text, word, length) != 0)
        break;
      add_found (found, i, length >= 5 ? 0.9 : 0.6);
    }
}

/* Words of names that are the beginning of this one: the customer's name was cut in our own file. */
static void
find_shorter (const AcqNameIndex *self, const char *word, GArray *found)
{
  for (gsize length = MIN_TELLING_LENGTH; length < strlen (word); length++)
    {
      g_autofree char *beginning = g_strndup (word, length);
      guint place = find_place (self, beginning);

      if (place < self->words->len && strcmp (word_text (self, place), beginning) == 0)
        add_found (found, place, length >= 5 ? 0.8 : 0.6);
    }
}

/* At most one letter more, less, other or swapped, given that one letter taken off each makes them equal. */
static gboolean
is_one_edit_away (const char *a, const char *b)
{
  gsize la = strlen (a), lb = strlen (b), head = 0, tail = 0;

  while (head < MIN (la, lb) && a[head] == b[head])
    head++;
  while (tail < MIN (la, lb) - head && a[la - 1 - tail] == b[lb - 1 - tail])
    tail++;
  la -= head + tail;
  lb -= head + tail;
  return (la <= 1 && lb <= 1) || (la == 2 && lb == 2 && a[head] == b[head + 1] && a[head + 1] == b[head]);
}

static void
find_typos (const AcqNameIndex *self, const char *word, GArray *found)
{
  gsize length = strlen (word);

  if (length < MIN_TYPO_LENGTH)
    return;
  for (gsize i = 0; i <= length; i++)
    {
      g_autofree char *less = g_strdup_printf ("%.*s%s", (int) i, word, i < length ? word + i + 1 : "");
      const GArray *places = g_hash_table_lookup (self->typos, less);

      for (guint j = 0; places != NULL && j < places->len; j++)
        if (is_one_edit_away (word, word_text (self, g_array_index (places, guint, j))))
          add_found (found, g_array_index (places, guint, j), 0.85);
    }
}

static GArray *
find_words (const AcqNameIndex *self, char **payer_words)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Found));

  for (guint i = 0; payer_words[i] != NULL; i++)
    {
      guint place = find_place (self, payer_words[i]);

      if (place < self->words->len && strcmp (word_text (self, place), payer_words[i]) == 0)
        {
          add_found (found, place, 1.0);
          continue;
        }
      find_longer (self, payer_words[i], found);
      find_shorter (self, payer_words[i], found);
      find_typos (self, payer_words[i], found);
    }
  return found;
}

static double
quality_of (const GArray *found, guint word)
{
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, Found, i).word == word)
      return g_array_index (found, Found, i).quality;
  return 0.0;
}

static AcqNameHit
measure (const AcqNameIndex *self, guint customer, const GArray *found)
{
  const GArray *name = self->names->pdata[customer];
  AcqNameHit hit = { .customer = customer };
  double total = 0.0;
  gboolean to_the_letter = name->len >= 2;

  for (guint i = 0; i < name->len; i++)
    {
      guint place = g_array_index (name, guint, i);
      const Word *word = self->words->pdata[place];
      double quality = quality_of (found, place);

      total += word->weight;
      hit.weight += word->weight * quality;
      to_the_letter = to_the_letter && quality == 1.0;
      if (quality >= 0.8 && strlen (word->text) >= MIN_TELLING_LENGTH
          && word->bearers->len <= MAX (2, self->n_customers / 50))
        hit.telling = TRUE;
    }
  hit.telling = hit.telling || to_the_letter;
  hit.coverage = total > 0.0 ? hit.weight / total : 0.0;
  return hit;
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const AcqNameHit *first = a, *second = b;
  double one = first->weight * first->coverage, other = second->weight * second->coverage;

  if (one != other)
    return one > other ? -1 : 1;
  return first->customer < second->customer ? -1 : first->customer > second->customer;
}

static const JoinedName *
joined_at (const AcqNameIndex *self, guint place)
{
  return place < self->joined->len ? self->joined->pdata[place] : NULL;
}

static guint
find_joined (const AcqNameIndex *self, const char *text)
{
  guint low = 0, high = self->joined->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (joined_at (self, middle)->text, text) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The one customer whose name begins with this text, or whose name, cut in our own file, is its beginning. */
static guint
find_cut_name (const AcqNameIndex *self, const char *text)
{
  gsize length = strlen (text);
  guint place;
  const JoinedName *first, *second;

  if (length < MIN_BEGINNING)
    return G_MAXUINT;
  place = find_joined (self, text);
  first = joined_at (self, place);
  second = joined_at (self, place + 1);
  if (first != NULL && g_str_has_prefix (first->text, text))
    return second != NULL && g_str_has_prefix (second->text, text) ? G_MAXUINT : first->customer;
  for (gsize cut = length - 1; cut >= MIN_BEGINNING; cut--)
    {
      g_autofree char *beginning = g_strndup (text, cut);

      place = find_joined (self, beginning);
      first = joined_at (self, place);
      second = joined_at (self, place + 1);
      if (first != NULL && strcmp (first->text, beginning) == 0)
        return second != NULL && strcmp (second->text, beginning) == 0 ? G_MAXUINT : first->customer;
    }
  return G_MAXUINT;
}

/* Counts the cut name as found in full. */
static void
raise_cut_name (const AcqNameIndex *self, GArray *hits, guint customer)
{
  const GArray *name = self->names->pdata[customer];
  AcqNameHit hit = { .customer = customer, .coverage = 1.0, .telling = TRUE };

  for (guint i = 0; i < name->len; i++)
    hit.weight += ((Word *) self->words->pdata[g_array_index (name, guint, i)])->weight;
  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, AcqNameHit, i).customer == customer)
      {
        g_array_index (hits, AcqNameHit, i) = hit;
        return;
      }
  g_array_append_val (hits, hit);
}

static gboolean
is_hit (const GArray *hits, guint customer)
{
  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, AcqNameHit, i).customer == customer)
      return TRUE;
  return FALSE;
}

static void
add_initials_hits (const AcqNameIndex *self, char **payer_words, GArray *hits)
{
  for (guint i = 0; payer_words[i] != NULL; i++)
    {
      const GArray *bearers = g_hash_table_lookup (self->initials, payer_words[i]);

      for (guint j = 0; bearers != NULL && j < bearers->len && j < MAX_HITS; j++)
        {
          AcqNameHit hit = { .customer = g_array_index (bearers, guint, j), .initials = TRUE };

          if (!is_hit (hits, hit.customer))
            g_array_append_val (hits, hit);
        }
    }
}

GArray *
acq_name_index_find (const AcqNameIndex *self, const AcqLabel *label)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (AcqNameHit));
  g_autoptr (GArray) found = find_words (self, label->payer_words);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint cut;

  for (guint i = 0; i < found->len; i++)
    {
      const Word *word = self->words->pdata[g_array_index (found, Found, i).word];

      for (guint j = 0; word->bearers->len <= MAX_BEARERS && j < word->bearers->len; j++)
        {
          guint customer = g_array_index (word->bearers, guint, j);
          AcqNameHit hit;

          if (!g_hash_table_add (seen, GUINT_TO_POINTER (customer + 1)))
            continue;
          hit = measure (self, customer, found);
          g_array_append_val (hits, hit);
        }
    }
  cut = g_strv_length (label->payer_words) >= 2 ? find_cut_name (self, label->payer_name) : G_MAXUINT;
  if (cut != G_MAXUINT)
    raise_cut_name (self, hits, cut);
  g_array_sort (hits, compare_hits);
  if (hits->len > MAX_HITS)
    g_array_set_size (hits, MAX_HITS);
  add_initials_hits (self, label->payer_words, hits);
  return hits;
}

gboolean
acq_name_index_shares_word (const AcqNameIndex *self, guint customer, char **payer_words)
{
  g_autoptr (GArray) found = find_words (self, payer_words);

  return measure (self, customer, found).weight > 0.0;
}
