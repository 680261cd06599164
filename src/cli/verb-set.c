/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cli-verbs.h"
#include "acq-fact-entry.h"

AcqCliExit
acq_cli_set (AcqCli *self, int argc, char **argv)
{
  g_auto (GStrv) words = acq_cli_parse ("set", argc, argv, NULL, 2, -1);
  g_autoptr (AcqCompanyFile) file = NULL;
  GError *error = NULL;

  if (words == NULL)
    return ACQ_CLI_WRONG_USAGE;
  file = acq_cli_open (self, words[0]);
  if (file == NULL)
    return ACQ_CLI_REFUSED;
  if (!acq_fact_set_details (file, (const char *const *) words + 1, &error))
    return acq_cli_refuse (words[0], error);
  acq_cli_add_text (self, "file", words[0]);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}
