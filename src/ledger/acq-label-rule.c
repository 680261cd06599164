/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-label-rule.h"

#include <string.h>

#include "acq-text-normalizer.h"

#define MIN_LETTERS 2

static gboolean
has_word (char **words)
{
  for (; *words != NULL; words++)
    {
      guint n_letters = 0;

      for (const char *letter = *words; *letter != '\0'; letter++)
        n_letters += g_ascii_isalpha (*letter);
      if (n_letters >= MIN_LETTERS)
        return TRUE;
    }
  return FALSE;
}

AcqLabelRule *
acq_label_rule_new (const char *text)
{
  g_autoptr (AcqLabelRule) self = g_new0 (AcqLabelRule, 1);

  g_return_val_if_fail (text != NULL, NULL);
  self->text = acq_text_fold (text);
  self->words = acq_text_fold_words (text);
  return has_word (self->words) ? g_steal_pointer (&self) : NULL;
}

void
acq_label_rule_free (AcqLabelRule *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_strfreev (self->words);
  g_free (self);
}

static gboolean
holds_in_order (char **words, char **wanted)
{
  for (; *words != NULL && *wanted != NULL; words++)
    if (strcmp (*words, *wanted) == 0)
      wanted++;
  return *wanted == NULL;
}

static char **
read_words (const AcqTransaction *transaction)
{
  g_autofree char *text = g_strjoin (" ", transaction->label != NULL ? transaction->label : "",
                                     transaction->counterparty != NULL ? transaction->counterparty : "",
                                     transaction->remittance, NULL);

  return acq_text_fold_words (text);
}

const AcqLabelRule *
acq_label_rules_find (const GPtrArray *rules, const AcqTransaction *transaction)
{
  g_auto (GStrv) words = NULL;

  if (rules->len == 0 || transaction->amount <= 0)
    return NULL;
  words = read_words (transaction);
  for (guint i = 0; i < rules->len; i++)
    {
      const AcqLabelRule *rule = rules->pdata[i];

      if (holds_in_order (words, rule->words))
        return rule;
    }
  return NULL;
}
