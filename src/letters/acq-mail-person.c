/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-mail-person.h"

#include <string.h>

#include "acq-french-text.h"
#include "acq-text-normalizer.h"

/* How civilities are written, folded, and how they are said: with a name, and alone. */
static const struct
{
  const char *written;
  const char *spoken[2];
  const char *alone[2];
} civilities[] = {
  { "MME ", { "Madame", "Ms" }, { "Madame", "Madam" } },
  { "MADAME ", { "Madame", "Ms" }, { "Madame", "Madam" } },
  { "MLLE ", { "Madame", "Ms" }, { "Madame", "Madam" } },
  { "MRS ", { "Madame", "Mrs" }, { "Madame", "Madam" } },
  { "MS ", { "Madame", "Ms" }, { "Madame", "Madam" } },
  { "M ", { "Monsieur", "Mr" }, { "Monsieur", "Sir" } },
  { "MR ", { "Monsieur", "Mr" }, { "Monsieur", "Sir" } },
  { "MONSIEUR ", { "Monsieur", "Mr" }, { "Monsieur", "Sir" } },
};

/* Words that belong to the name that follows them: "Mme Le Goff". */
static const char *const particles[]
  = { "LE", "LA", "LES", "L", "DE", "DU", "DES", "D", "DA", "DI", "DOS", "VAN", "VON", "BEN", "EL", NULL };

static int
find_civility (const char *name)
{
  g_autofree char *folded = acq_text_fold (name);
  g_autofree char *padded = g_strconcat (" ", folded, " ", NULL);

  if (strstr (padded, " ET ") != NULL)
    return -1;
  for (gsize i = 0; i < G_N_ELEMENTS (civilities); i++)
    if (g_str_has_prefix (folded, civilities[i].written))
      return (int) i;
  return -1;
}

static gboolean
is_particle (const char *word)
{
  g_autofree char *folded = acq_text_fold (word);

  return g_strv_contains (particles, folded);
}

char *
acq_mail_address_person (AcqTongue tongue, const char *name)
{
  g_autofree char *printable = acq_french_printable (name);
  g_auto (GStrv) words = g_strsplit (printable, " ", -1);
  guint n = g_strv_length (words);
  int found = find_civility (printable);
  const char *spoken;

  if (found < 0)
    return NULL;
  spoken = civilities[found].spoken[tongue];
  if (n == 3 && is_particle (words[1]))
    return g_strdup_printf ("%s %s %s", spoken, words[1], words[2]);
  if (n > 3)
    return g_strdup (civilities[found].alone[tongue]);
  return g_strdup_printf ("%s %s", spoken, words[n - 1]);
}

static gboolean
is_capitals (const char *word)
{
  g_autofree char *upper = g_utf8_strup (word, -1);

  return g_str_equal (upper, word);
}

char *
acq_mail_first_name (const char *name)
{
  g_autofree char *printable = acq_french_printable (name);
  g_auto (GStrv) words = g_strsplit (printable, " ", -1);
  gboolean civil = find_civility (printable) >= 0;
  char **names = words + (civil ? 1 : 0);

  if (g_strv_length (words) != (civil ? 3 : 2) || is_particle (names[0]))
    return NULL;
  if (is_capitals (names[0]) != is_capitals (names[1]))
    return g_strdup (is_capitals (names[0]) ? names[1] : names[0]);
  return civil && !is_capitals (names[0]) ? g_strdup (names[0]) : NULL;
}
