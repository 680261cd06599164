/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-mapped-field.h"

#include <string.h>

#include "acq-text-normalizer.h"

static const char *const sureness_codes[] = { "safe", "likely", "unsafe" };
static const char *const gap_codes[] = { "day", "label", "amount", "number", "customer" };

ACQ_DEFINE_CODES (AcqMappingSureness, acq_mapping_sureness, sureness_codes)
ACQ_DEFINE_CODES (AcqMappingGap, acq_mapping_gap, gap_codes)

G_STATIC_ASSERT (G_N_ELEMENTS (gap_codes) == ACQ_MAPPING_N_GAPS);

char *
acq_column_letters (guint column, char letters[ACQ_COLUMN_LETTERS_SIZE])
{
  char reversed[ACQ_COLUMN_LETTERS_SIZE];
  gsize len = 0;

  for (guint rest = column + 1; rest > 0 && len < sizeof reversed - 1; rest = (rest - 1) / 26)
    reversed[len++] = (char) ('A' + (rest - 1) % 26);
  for (gsize i = 0; i < len; i++)
    letters[i] = reversed[len - 1 - i];
  letters[len] = '\0';
  return letters;
}

const char *
acq_mapped_field_by_heading (GHashTable *mapping, const char *heading)
{
  GHashTableIter iter;
  gpointer name, code;
  g_autofree char *key = NULL;

  if (mapping == NULL || heading[0] == '\0')
    return NULL;
  code = g_hash_table_lookup (mapping, heading);
  if (code != NULL)
    return code;
  key = acq_text_fold_key (heading);
  g_hash_table_iter_init (&iter, mapping);
  while (key[0] != '\0' && g_hash_table_iter_next (&iter, &name, &code))
    {
      g_autofree char *other = acq_text_fold_key (name);

      if (strcmp (key, other) == 0)
        return code;
    }
  return NULL;
}

const char *
acq_mapped_field (GHashTable *mapping, const char *heading, guint column)
{
  const char *code = acq_mapped_field_by_heading (mapping, heading);
  char letters[ACQ_COLUMN_LETTERS_SIZE];

  if (code != NULL || mapping == NULL)
    return code;
  return g_hash_table_lookup (mapping, acq_column_letters (column, letters));
}
