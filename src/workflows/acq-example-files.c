/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-example-files.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "acq-example-statement-texts.h"
#include "acq-example-table-texts.h"

#define OTHER_FORMATS "autres-formats"
#define FOLDER_MODE   0755

static gboolean
make_folder (const char *path, GError **error)
{
  if (g_mkdir_with_parents (path, FOLDER_MODE) == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", path, g_strerror (errno));
  return FALSE;
}

/**
 * write_text:
 * @encoding: (nullable): what iconv calls it; UTF-8 where none is given
 *
 * Takes the text; the path written is added to @paths where there is one.
 */
static gboolean
write_text (const char *folder, const char *name, char *text, const char *encoding, GPtrArray *paths,
            GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *taken = text;
  g_autofree char *encoded = NULL;
  gsize length = strlen (text);

  if (encoding != NULL)
    encoded = g_convert (text, -1, encoding, "UTF-8", NULL, &length, error);
  if (encoding != NULL && encoded == NULL)
    return FALSE;
  if (!g_file_set_contents (path, encoded != NULL ? encoded : taken, (gssize) length, error))
    return FALSE;
  if (paths != NULL)
    g_ptr_array_add (paths, g_steal_pointer (&path));
  return TRUE;
}

static char *
dated_name (const AcqExample *self, const char *stem, const char *extension)
{
  char iso[ACQ_DAY_ISO_SIZE];

  return g_strdup_printf ("%s-%s.%s", stem, acq_day_write_iso (self->yesterday, iso), extension);
}

static gboolean
write_main_files (const AcqExample *self, const char *directory, GPtrArray *paths, GError **error)
{
  g_autofree char *customers = dated_name (self, "clients-contacts", "csv");
  g_autofree char *invoices = dated_name (self, "factures-nouvelles", "csv");
  g_autofree char *current = dated_name (self, "releve-courant", "ofx");
  g_autofree char *second = dated_name (self, "releve-second-compte", "xml");

  return write_text (directory, customers, acq_example_customers_csv (self), NULL, paths, error)
         && write_text (directory, invoices, acq_example_invoices_csv (self), "WINDOWS-1252", paths, error)
         && write_text (directory, current, acq_example_statement_ofx (self, 0), "WINDOWS-1252", paths, error)
         && write_text (directory, second, acq_example_statement_camt (self, 1), NULL, paths, error);
}

static gboolean
write_other_formats (const AcqExample *self, const char *directory, GError **error)
{
  g_autofree char *folder = g_build_filename (directory, OTHER_FORMATS, NULL);
  g_autofree char *current = dated_name (self, "releve-courant", "csv");
  g_autofree char *second = dated_name (self, "releve-second-compte", "cfonb");
  g_autofree char *fec = acq_example_fec_name (self);

  return make_folder (folder, error)
         && write_text (folder, current, acq_example_statement_csv (self, 0), "ISO-8859-15", NULL, error)
         && write_text (folder, second, acq_example_statement_cfonb120 (self, 1), "ISO-8859-1", NULL, error)
         && write_text (folder, fec, acq_example_fec (self), NULL, NULL, error);
}

gboolean
acq_example_write_files (const AcqExample *self, const char *directory, GPtrArray *paths, GError **error)
{
  return make_folder (directory, error) && write_main_files (self, directory, paths, error)
         && write_other_formats (self, directory, error);
}
