/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "acq-evidence-checklist.h"

#define MAX_NAME 60
#define NOON     (12 * 60 * 60)

char *
acq_evidence_safe_name (const char *text)
{
  g_autofree char *ascii = text == NULL ? g_strdup ("") : g_str_to_ascii (text, "fr");
  GString *name = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0' && name->len < MAX_NAME; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (name, *p);
    else if (name->len > 0 && name->str[name->len - 1] != '-' && *p != '?')
      g_string_append_c (name, '-');
  while (name->len > 0 && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
  if (name->len == 0)
    g_string_append (name, "piece");
  return g_string_free (name, FALSE);
}

typedef struct
{
  char *path; /* below the folder */
  GBytes *content;
} Entry;

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->path);
  g_bytes_unref (entry->content);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Entry *) a)->path, ((const Entry *) b)->path);
}

static void
add_entry (GArray *entries, char *path, GBytes *content)
{
  Entry entry = { path, g_bytes_ref (content) };

  g_array_append_val (entries, entry);
}

static void
add_piece (GArray *entries, const AcqEvidencePiece *piece)
{
  AcqEvidenceSection section = acq_evidence_piece_kind_section (piece->kind);
  g_autofree char *folder = acq_evidence_safe_name (acq_evidence_section_title (section));
  g_autofree char *name = acq_evidence_safe_name (piece->title);
  g_autofree char *stem = g_strdup_printf ("%c-%s/%03u-%s", 'A' + section, folder, piece->number, name);

  add_entry (entries, g_strconcat (stem, ".pdf", NULL), piece->pdf);
  if (piece->original != NULL)
    add_entry (entries, g_strconcat (stem, ".eml", NULL), piece->original);
}

/* "0123…  path", as sha256sum writes and checks it. */
static GBytes *
make_manifest (const GArray *entries)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, entry->content);

      g_string_append_printf (text, "%s  %s\n", sum, entry->path);
    }
  return g_string_free_to_bytes (text);
}

static GArray *
list_entries (AcqLetterPress *press, const AcqEvidenceFile *file, GBytes *pdf, GError **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GBytes) checklist = acq_evidence_checklist_write (press, file, error);
  g_autoptr (GBytes) manifest = NULL;

  g_array_set_clear_func (entries, clear_entry);
  if (checklist == NULL)
    return NULL;
  add_entry (entries, g_strdup ("000-Dossier-de-pieces.pdf"), pdf);
  add_entry (entries, g_strdup ("001-Ce-qui-manque.pdf"), checklist);
  for (guint i = 0; i < file->pieces->len; i++)
    if (((const AcqEvidencePiece *) file->pieces->pdata[i])->pdf != NULL)
      add_piece (entries, file->pieces->pdata[i]);
  g_array_sort (entries, compare_entries);
  manifest = make_manifest (entries);
  add_entry (entries, g_strdup ("manifest.txt"), manifest);
  return g_steal_pointer (&entries);
}

static la_ssize_t
append_cb (struct archive *archive, void *user_data, const void *bytes, size_t length)
{
  g_byte_array_append (user_data, bytes, (guint) length);
  return (la_ssize_t) length;
}

static gboolean
set_error (GError **error, struct archive *archive)
{
  const char *message = archive_error_string (archive);

  g_set_error_literal (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_WRITE,
                       message == NULL ? "the archive cannot be written" : message);
  return FALSE;
}

static gboolean
write_entry (struct archive *archive, const char *folder, const Entry *entry, AcqDay day, GError **error)
{
  struct archive_entry *header = archive_entry_new ();
  g_autofree char *path = g_strconcat (folder, "/", entry->path, NULL);
  g_autoptr (GDateTime) epoch = g_date_time_new_from_unix_utc (0);
  gsize size;
  gconstpointer data = g_bytes_get_data (entry->content, &size);
  char iso[ACQ_DAY_ISO_SIZE];
  g_autofree char *stamp = g_strconcat (acq_day_write_iso (day, iso), "T00:00:00Z", NULL);
  g_autoptr (GDateTime) midnight = g_date_time_new_from_iso8601 (stamp, NULL);
  gboolean done;

  archive_entry_set_pathname (header, path);
  archive_entry_set_filetype (header, AE_IFREG);
  archive_entry_set_perm (header, 0644);
  archive_entry_set_size (header, (la_int64_t) size);
  archive_entry_set_mtime (header, g_date_time_to_unix (midnight == NULL ? epoch : midnight) + NOON, 0);
  done = archive_write_header (archive, header) == ARCHIVE_OK
         && archive_write_data (archive, data, size) == (la_ssize_t) size;
  archive_entry_free (header);
  return done || set_error (error, archive);
}

/* PDFs are compressed already: what is stored as it is has the same bytes with every version of zlib. */
static gboolean
write_all (struct archive *archive, GByteArray *zip, const GArray *entries, const char *folder, AcqDay day,
           GCancellable *cancellable, GError **error)
{
  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression=store");
  archive_write_set_bytes_per_block (archive, 0);
  if (archive_write_open (archive, zip, NULL, append_cb, NULL) != ARCHIVE_OK)
    return set_error (error, archive);
  for (guint i = 0; i < entries->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !write_entry (archive, folder, &g_array_index (entries, Entry, i), day, error))
      return FALSE;
  return archive_write_close (archive) == ARCHIVE_OK || set_error (error, archive);
}

GBytes *
acq_evidence_archive_write (AcqLetterPress *press, const AcqEvidenceFile *file, GBytes *pdf,
                            GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) entries = list_entries (press, file, pdf, error);
  g_autoptr (GByteArray) zip = g_byte_array_new ();
  g_autofree char *debtor = acq_evidence_safe_name (file->letter->customer->name);
  char iso[ACQ_DAY_ISO_SIZE];
  g_autofree char *folder
    = g_strdup_printf ("Dossier-%s-%s", debtor, acq_day_write_iso (file->letter->day, iso));
  struct archive *archive;
  gboolean done;

  if (entries == NULL)
    return NULL;
  archive = archive_write_new ();
  done = write_all (archive, zip, entries, folder, file->letter->day, cancellable, error);
  archive_write_free (archive);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&zip)) : NULL;
}
