/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-label-rule.h"

#include <string.h>

#include "acq-text-normalizer.h"

static gboolean
holds_in_order (char **words, char **wanted)
{
  for (guint i = 0; words[i] != NULL && *wanted != NULL; i++)
    if (strcmp (words[i], *wanted) == 0)
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

static gboolean
fits (const char *rule, char **words)
{
  g_auto (GStrv) wanted = acq_text_fold_words (rule);

  return wanted[0] != NULL && holds_in_order (words, wanted);
}

gboolean
acq_label_rule_fits (const char *rule, const AcqTransaction *transaction)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (rule != NULL && transaction != NULL, FALSE);
  words = read_words (transaction);
  return fits (rule, words);
}

gboolean
acq_label_rules_exclude (const AcqLedger *ledger, const AcqTransaction *transaction)
{
  g_auto (GStrv) words = NULL;

  if (ledger->label_rules->len == 0 || transaction->amount <= 0)
    return FALSE;
  words = read_words (transaction);
  for (guint i = 0; i < ledger->label_rules->len; i++)
    if (fits (ledger->label_rules->pdata[i], words))
      return TRUE;
  return FALSE;
}
