/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cli-verbs.h"
#include "acq-export-job.h"

/* Whether the word for what is exported is "evidence", which has options of its own. */
static gboolean
names_evidence (int argc, char **argv)
{
  for (int i = 0; i < argc; i++)
    if (g_strcmp0 (argv[i], "evidence") == 0 && (i == 0 || !g_str_has_prefix (argv[i - 1], "--")))
      return TRUE;
  return FALSE;
}

AcqCliExit
acq_cli_export (AcqCli *self, int argc, char **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (AcqCompanyFile) file = NULL;
  const AcqExportTable *table;
  GError *error = NULL;

  if (names_evidence (argc, argv))
    return acq_cli_export_evidence (self, argc, argv);
  words = acq_cli_parse ("export", argc, argv, entries, 2, 2);
  if (words == NULL)
    return ACQ_CLI_WRONG_USAGE;
  table = acq_export_find_table (words[1]);
  if (table == NULL)
    return acq_cli_wrong_usage ("export", words[1]);
  if (output == NULL)
    return acq_cli_wrong_usage ("export", "--output");
  file = acq_cli_open (self, words[0]);
  if (file == NULL || !acq_cli_check_output (output))
    return ACQ_CLI_REFUSED;
  if (!acq_export_write (file, table, output, &error))
    return acq_cli_refuse (output, error);
  acq_cli_add_text (self, "output", output);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}
