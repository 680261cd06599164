/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-cli-verbs.h"
#include "acq-matching.h"

/* "F2026-081=120.00" */
static gboolean
add_part (GPtrArray *parts, const char *word)
{
  const char *equals = strrchr (word, '=');
  g_autofree char *number = NULL;
  gint64 amount;

  if (equals == NULL || equals == word)
    {
      acq_cli_wrong_usage ("match", word);
      return FALSE;
    }
  number = g_strndup (word, (gsize) (equals - word));
  if (!acq_cli_parse_amount (equals + 1, number, &amount))
    return FALSE;
  acq_match_parts_add (parts, number, amount);
  return TRUE;
}

static gboolean
parse_transaction (const char *verb, const char *word, gint64 *ret_id)
{
  guint64 id;

  if (!g_ascii_string_to_unsigned (word, 10, 1, G_MAXINT64, &id, NULL))
    {
      acq_cli_wrong_usage (verb, word);
      return FALSE;
    }
  *ret_id = (gint64) id;
  return TRUE;
}

AcqCliExit
acq_cli_match (AcqCli *self, int argc, char **argv)
{
  g_auto (GStrv) words = acq_cli_parse ("match", argc, argv, NULL, 3, -1);
  g_autoptr (GPtrArray) parts = acq_match_parts_new ();
  g_autoptr (AcqCompanyFile) file = NULL;
  GError *error = NULL;
  gint64 id;

  if (words == NULL || !parse_transaction ("match", words[1], &id))
    return ACQ_CLI_WRONG_USAGE;
  for (gsize i = 2; words[i] != NULL; i++)
    if (!add_part (parts, words[i]))
      return ACQ_CLI_WRONG_USAGE;
  file = acq_cli_open (self, words[0]);
  if (file == NULL)
    return ACQ_CLI_REFUSED;
  if (!acq_match_by_hand (file, id, parts, &error))
    return acq_cli_refuse (words[0], error);
  acq_cli_add_int (self, "transaction", id);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}

AcqCliExit
acq_cli_unmatch (AcqCli *self, int argc, char **argv)
{
  g_auto (GStrv) words = acq_cli_parse ("unmatch", argc, argv, NULL, 2, 3);
  g_autoptr (AcqCompanyFile) file = NULL;
  GError *error = NULL;
  gint64 id, removed;

  if (words == NULL || !parse_transaction ("unmatch", words[1], &id))
    return ACQ_CLI_WRONG_USAGE;
  file = acq_cli_open (self, words[0]);
  if (file == NULL)
    return ACQ_CLI_REFUSED;
  if (!acq_match_take_back (file, id, words[2], &removed, &error))
    return acq_cli_refuse (words[0], error);
  acq_cli_add_int (self, "transaction", id);
  acq_cli_add_int (self, "removed", removed);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}
