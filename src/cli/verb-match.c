/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-cli-verbs.h"
#include "acq-interest-payment.h"
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

/* Words without an amount are invoices whose interest alone is paid. */
static gboolean
sort_words (char **words, gboolean interest, GPtrArray *parts, GPtrArray *numbers)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (interest && strchr (words[i], '=') == NULL)
      g_ptr_array_add (numbers, words[i]);
    else if (!add_part (parts, words[i]))
      return FALSE;
  g_ptr_array_add (numbers, NULL);
  return TRUE;
}

AcqCliExit
acq_cli_match (AcqCli *self, int argc, char **argv)
{
  gboolean interest = FALSE;
  const GOptionEntry entries[] = {
    { "interest", 0, 0, G_OPTION_ARG_NONE, &interest, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) words = acq_cli_parse ("match", argc, argv, entries, 3, -1);
  g_autoptr (GPtrArray) parts = acq_match_parts_new (), numbers = g_ptr_array_new ();
  g_autoptr (AcqCompanyFile) file = NULL;
  GError *error = NULL;
  gint64 id;

  if (words == NULL || !parse_transaction ("match", words[1], &id)
      || !sort_words (words + 2, interest, parts, numbers))
    return ACQ_CLI_WRONG_USAGE;
  file = acq_cli_open (self, words[0]);
  if (file == NULL)
    return ACQ_CLI_REFUSED;
  if (interest
        ? !acq_interest_payment_match (file, id, parts, (const char *const *) numbers->pdata, &error)
        : !acq_match_by_hand (file, id, parts, &error))
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
