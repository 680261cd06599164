/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-zip-container.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "acq-import-error.h"

#define MAX_ENTRIES 4096
/* So much may come out whatever the ratio. */
#define FREE_BYTES ((gsize) 8 << 20)

struct _AcqZipContainer
{
  GHashTable *parts; /* path to GBytes */
  gsize unpacked;
  gsize most; /* that may be unpacked */
};

gboolean
acq_zip_is_zip (const guint8 *bytes, gsize size)
{
  return size > 4 && memcmp (bytes, "PK\003\004", 4) == 0;
}

static gboolean
set_error (GError **error, AcqImportError code, const char *message)
{
  g_set_error_literal (error, ACQ_IMPORT_ERROR, (int) code, message != NULL ? message : "archive");
  return FALSE;
}

static gboolean
is_wanted (const char *path)
{
  return path != NULL && (g_str_has_suffix (path, ".xml") || g_str_has_suffix (path, ".rels"));
}

static gboolean
unpack (AcqZipContainer *self, struct archive *archive, const char *path, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint8 buffer[65536];
  la_ssize_t n;

  while ((n = archive_read_data (archive, buffer, sizeof buffer)) > 0)
    {
      self->unpacked += (gsize) n;
      if (self->unpacked > self->most)
        return set_error (error, ACQ_IMPORT_ERROR_TOO_LARGE,
                          "the archive unpacks to more than any spreadsheet");
      g_byte_array_append (content, buffer, (guint) n);
    }
  if (n < 0)
    return set_error (error, ACQ_IMPORT_ERROR_DAMAGED, archive_error_string (archive));
  g_hash_table_replace (self->parts, g_strdup (path),
                        g_byte_array_free_to_bytes (g_steal_pointer (&content)));
  return TRUE;
}

static gboolean
unpack_all (AcqZipContainer *self, struct archive *archive, GError **error)
{
  struct archive_entry *entry;
  int status;

  for (guint n = 0;
       (status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN; n++)
    {
      if (n == MAX_ENTRIES)
        return set_error (error, ACQ_IMPORT_ERROR_TOO_LARGE, "the archive has too many parts");
      if (archive_entry_is_encrypted (entry))
        return set_error (error, ACQ_IMPORT_ERROR_ENCRYPTED, "a part of the archive");
      if (is_wanted (archive_entry_pathname (entry))
          && !unpack (self, archive, archive_entry_pathname (entry), error))
        return FALSE;
    }
  return status == ARCHIVE_EOF || set_error (error, ACQ_IMPORT_ERROR_DAMAGED, archive_error_string (archive));
}

AcqZipContainer *
acq_zip_container_open (const guint8 *bytes, gsize size, GError **error)
{
  g_autoptr (AcqZipContainer) self = g_new0 (AcqZipContainer, 1);
  struct archive *archive = archive_read_new ();
  gboolean done;

  self->most = MIN (ACQ_ZIP_MAX_UNPACKED, FREE_BYTES + MIN (size, ACQ_ZIP_MAX_UNPACKED) * ACQ_ZIP_MAX_RATIO);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, bytes, size) == ARCHIVE_OK)
    done = unpack_all (self, archive, error);
  else
    done = set_error (error, ACQ_IMPORT_ERROR_DAMAGED, archive_error_string (archive));
  archive_read_free (archive);
  return done ? g_steal_pointer (&self) : NULL;
}

void
acq_zip_container_free (AcqZipContainer *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->parts);
  g_free (self);
}

GBytes *
acq_zip_container_find (const AcqZipContainer *self, const char *path)
{
  return g_hash_table_lookup (self->parts, path);
}
