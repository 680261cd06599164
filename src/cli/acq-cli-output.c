/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "acq-cli.h"
#include "acq-store-error.h"

/* The first bytes of every SQLite file (https://www.sqlite.org/fileformat.html, 1.3.1), its zero byte included. */
static const char magic[16] = "SQLite format 3";

static gboolean
is_database (const char *path)
{
  char bytes[sizeof magic] = { 0 };
  FILE *file = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? fopen (path, "rb") : NULL;
  gsize n_read;

  if (file == NULL)
    return FALSE;
  n_read = fread (bytes, 1, sizeof bytes, file);
  fclose (file);
  return n_read == sizeof bytes && memcmp (bytes, magic, sizeof magic) == 0;
}

gboolean
acq_cli_check_output (const char *output)
{
  if (!is_database (output))
    return TRUE;
  acq_cli_refuse (output, g_error_new_literal (ACQ_STORE_ERROR, ACQ_STORE_ERROR_EXISTS, output));
  return FALSE;
}
