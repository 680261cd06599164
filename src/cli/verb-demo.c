/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cli-verbs.h"
#include "acq-example-job.h"

AcqCliExit
acq_cli_demo (AcqCli *self, int argc, char **argv)
{
  g_autofree char *directory = NULL;
  const GOptionEntry entries[] = {
    { "files", 0, 0, G_OPTION_ARG_FILENAME, &directory, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) words = acq_cli_parse ("demo", argc, argv, entries, 1, 1);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AcqCompanyFile) file = NULL;
  GError *error = NULL;

  if (words == NULL)
    return ACQ_CLI_WRONG_USAGE;
  file = acq_example_build (words[0], self->clock, directory, paths, &error);
  if (file == NULL)
    return acq_cli_refuse (words[0], error);
  acq_cli_add_text (self, "file", words[0]);
  acq_cli_begin_list (self, "files");
  for (guint i = 0; i < paths->len; i++)
    json_builder_add_string_value (self->out, paths->pdata[i]);
  acq_cli_end_list (self);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}
