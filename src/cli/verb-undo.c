/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cheque-slip-draft.h"
#include "acq-cli-verbs.h"
#include "acq-import-job.h"

static AcqCliExit
undo_slip (AcqCli *self, const char *path, const char *reference)
{
  g_autoptr (AcqCompanyFile) file = acq_cli_open (self, path);
  GError *error = NULL;

  if (file == NULL)
    return ACQ_CLI_REFUSED;
  if (!acq_cheque_slip_take_back (file, reference, &error))
    return acq_cli_refuse (path, error);
  acq_cli_add_text (self, "slip", reference);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}

AcqCliExit
acq_cli_undo (AcqCli *self, int argc, char **argv)
{
  g_auto (GStrv) words = acq_cli_parse ("undo", argc, argv, NULL, 2, 2);
  g_autoptr (AcqCompanyFile) file = NULL;
  GError *error = NULL;
  guint64 batch;
  gint64 removed;

  if (words == NULL)
    return ACQ_CLI_WRONG_USAGE;
  if (g_str_has_prefix (words[1], "REM-"))
    return undo_slip (self, words[0], words[1]);
  if (!g_ascii_string_to_unsigned (words[1], 10, 1, G_MAXINT64, &batch, NULL))
    return acq_cli_wrong_usage ("undo", words[1]);
  file = acq_cli_open (self, words[0]);
  if (file == NULL)
    return ACQ_CLI_REFUSED;
  if (!acq_import_undo (file, (gint64) batch, &removed, &error))
    return acq_cli_refuse (words[0], error);
  acq_cli_add_int (self, "batch", (gint64) batch);
  acq_cli_add_int (self, "removed", removed);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}
