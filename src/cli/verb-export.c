/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cli-verbs.h"
#include "acq-export-job.h"

static void
export_options_clear (AcqCliExportOptions *self)
{
  g_free (self->output);
  g_free (self->customer);
  g_strfreev (self->invoices);
  g_free (self->reader);
  g_free (self->court);
  g_free (self->works);
  g_strfreev (self->documents);
  g_free (self->accept);
  g_free (self->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AcqCliExportOptions, export_options_clear)

static AcqCliExit
export_table (AcqCli *self, const char *path, const char *name, const char *output)
{
  const AcqExportTable *table = acq_export_find_table (name);
  g_autoptr (AcqCompanyFile) file = NULL;
  GError *error = NULL;

  if (table == NULL)
    return acq_cli_wrong_usage ("export", name);
  if (output == NULL)
    return acq_cli_wrong_usage ("export", "--output");
  file = acq_cli_open (self, path);
  if (file == NULL || !acq_cli_check_output (output))
    return ACQ_CLI_REFUSED;
  if (!acq_export_write (file, table, output, &error))
    return acq_cli_refuse (output, error);
  acq_cli_add_text (self, "output", output);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}

AcqCliExit
acq_cli_export (AcqCli *self, int argc, char **argv)
{
  g_auto (AcqCliExportOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, NULL, NULL },
    { "customer", 0, 0, G_OPTION_ARG_STRING, &options.customer, NULL, NULL },
    { "invoice", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.invoices, NULL, NULL },
    { "for", 0, 0, G_OPTION_ARG_STRING, &options.reader, NULL, NULL },
    { "court", 0, 0, G_OPTION_ARG_STRING, &options.court, NULL, NULL },
    { "works", 0, 0, G_OPTION_ARG_STRING, &options.works, NULL, NULL },
    { "document", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.documents, NULL, NULL },
    { "accept", 0, 0, G_OPTION_ARG_STRING, &options.accept, NULL, NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) words = acq_cli_parse ("export", argc, argv, entries, 2, 2);

  if (words == NULL)
    return ACQ_CLI_WRONG_USAGE;
  if (g_str_equal (words[1], "evidence"))
    return acq_cli_export_evidence (self, words[0], &options);
  return export_table (self, words[0], words[1], options.output);
}
