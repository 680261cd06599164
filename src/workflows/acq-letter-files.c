/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-files.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "acq-workflow-error.h"

#define MAX_STEM 80

typedef struct
{
  char *path;
  char *temporary; /* path; NULL once it stands in its place */
  char *former;    /* path of a copy of what it replaces; nullable */
  gboolean replaces;
  gboolean kept;
} File;

struct _AcqLetterFiles
{
  GPtrArray *files; /* (element-type File) */
};

/* Nobody is left who could be told that one of these fails. */
static void
take_back (const File *file)
{
  if (file->temporary != NULL)
    g_unlink (file->temporary);
  else if (file->former != NULL)
    g_rename (file->former, file->path);
  else
    g_unlink (file->path);
}

static void
file_free (gpointer data)
{
  File *file = data;

  if (!file->kept)
    take_back (file);
  if (file->former != NULL)
    g_unlink (file->former);
  g_free (file->temporary);
  g_free (file->former);
  g_free (file->path);
  g_free (file);
}

AcqLetterFiles *
acq_letter_files_new (void)
{
  AcqLetterFiles *self = g_new0 (AcqLetterFiles, 1);

  self->files = g_ptr_array_new_with_free_func (file_free);
  return self;
}

void
acq_letter_files_free (AcqLetterFiles *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->files);
  g_free (self);
}

static gboolean
refuse (const File *file, const char *reason, GError **error)
{
  g_autofree char *shown = g_filename_display_name (file->path);

  g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_UNREADABLE_FILE, "%s: %s", shown, reason);
  return FALSE;
}

/* Beside the file, so that the move to its place is one step; a name that nothing else has. */
static char *
name_beside (const File *file)
{
  g_autofree char *folder = g_path_get_dirname (file->path);
  g_autofree char *unique = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (".acquit-", unique, NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
write_beside (File *file, GBytes *bytes, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  file->temporary = name_beside (file);
  return g_file_set_contents (file->temporary, data, (gssize) size, &local_error)
         || refuse (file, local_error->message, error);
}

static gboolean
add (AcqLetterFiles *self, char *path, gboolean replaces, GBytes *bytes, GError **error)
{
  File *file = g_new0 (File, 1);

  file->path = path;
  file->replaces = replaces;
  g_ptr_array_add (self->files, file);
  return write_beside (file, bytes, error);
}

gboolean
acq_letter_files_add (AcqLetterFiles *self, const char *path, GBytes *bytes, GError **error)
{
  return add (self, g_strdup (path), TRUE, bytes, error);
}

static gboolean
is_taken (const AcqLetterFiles *self, const char *path)
{
  for (guint i = 0; i < self->files->len; i++)
    if (g_ascii_strcasecmp (((const File *) self->files->pdata[i])->path, path) == 0)
      return TRUE;
  return g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK);
}

/* Letters, digits and dashes, without two dashes in a row: a name that every system takes. */
static char *
tidy_stem (const char *stem)
{
  g_autofree char *plain = g_str_to_ascii (stem, "C");
  GString *tidy = g_string_new (NULL);

  for (const char *p = plain; *p != '\0' && tidy->len < MAX_STEM; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (tidy, *p);
    else if (tidy->len > 0 && tidy->str[tidy->len - 1] != '-')
      g_string_append_c (tidy, '-');
  while (tidy->len > 0 && tidy->str[tidy->len - 1] == '-')
    g_string_truncate (tidy, tidy->len - 1);
  return g_string_free (tidy, FALSE);
}

gboolean
acq_letter_files_add_named (AcqLetterFiles *self, const char *folder, const char *stem, GBytes *bytes,
                            GError **error)
{
  g_autofree char *tidy = tidy_stem (stem);
  g_autofree char *name = g_strconcat (tidy, ".pdf", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  for (guint i = 2; is_taken (self, path); i++)
    {
      g_free (name);
      g_free (path);
      name = g_strdup_printf ("%s-%u.pdf", tidy, i);
      path = g_build_filename (folder, name, NULL);
    }
  return add (self, g_steal_pointer (&path), FALSE, bytes, error);
}

static gboolean
is_there (const File *file)
{
  return g_file_test (file->path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK);
}

/* A copy, so that at no moment there is nothing in the place. */
static gboolean
copy_former (File *file, GError **error)
{
  g_autofree char *former = name_beside (file);
  g_autoptr (GFile) source = g_file_new_for_path (file->path);
  g_autoptr (GFile) copy = g_file_new_for_path (former);
  g_autoptr (GError) local_error = NULL;

  if (!g_file_copy (source, copy, G_FILE_COPY_NOFOLLOW_SYMLINKS | G_FILE_COPY_ALL_METADATA, NULL, NULL, NULL,
                    &local_error))
    return refuse (file, local_error->message, error);
  file->former = g_steal_pointer (&former);
  return TRUE;
}

static gboolean
put_in_place (File *file, GError **error)
{
  if (is_there (file))
    {
      if (!file->replaces)
        return refuse (file, g_strerror (EEXIST), error);
      if (!copy_former (file, error))
        return FALSE;
    }
  if (g_rename (file->temporary, file->path) != 0)
    return refuse (file, g_strerror (errno), error);
  g_clear_pointer (&file->temporary, g_free);
  return TRUE;
}

gboolean
acq_letter_files_put_in_place (AcqLetterFiles *self, GError **error)
{
  for (guint i = 0; i < self->files->len; i++)
    if (!put_in_place (self->files->pdata[i], error))
      return FALSE;
  return TRUE;
}

void
acq_letter_files_keep (AcqLetterFiles *self)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      File *file = self->files->pdata[i];

      file->kept = file->temporary == NULL;
    }
}
