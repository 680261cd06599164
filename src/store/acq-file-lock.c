/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-file-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A host's name and a number. */
#define MAX_WORDS 512

struct _AcqFileLock
{
  int descriptor;
  char *path;
};

AcqLockHolder *
acq_lock_holder_copy (const AcqLockHolder *self)
{
  AcqLockHolder *copy = g_new (AcqLockHolder, 1);

  *copy = *self;
  copy->machine = g_strdup (self->machine);
  return copy;
}

void
acq_lock_holder_free (AcqLockHolder *self)
{
  if (self == NULL)
    return;
  g_free (self->machine);
  g_free (self);
}

static char *
name_lock (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strdup_printf (".%s.lock", base);

  return g_build_filename (folder, name, NULL);
}

/* "HOST\nSECONDS\n"; NULL where it says nothing. */
static AcqLockHolder *
read_holder (int descriptor)
{
  char words[MAX_WORDS + 1] = "";
  ssize_t length = pread (descriptor, words, MAX_WORDS, 0);
  g_auto (GStrv) lines = NULL;
  AcqLockHolder *holder;

  if (length <= 0)
    return NULL;
  lines = g_strsplit (words, "\n", 3);
  if (g_strv_length (lines) < 2 || lines[0][0] == '\0' || !g_utf8_validate (lines[0], -1, NULL))
    return NULL;
  holder = g_new0 (AcqLockHolder, 1);
  holder->machine = g_strdup (lines[0]);
  holder->since = g_ascii_strtoll (lines[1], NULL, 10);
  holder->same_host = g_str_equal (lines[0], g_get_host_name ());
  return holder;
}

/* A lock on a file that its last holder has just taken away would keep nobody out. */
static gboolean
lock_descriptor (int descriptor)
{
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  struct stat status;

  return fcntl (descriptor, F_OFD_SETLK, &whole) == 0 && fstat (descriptor, &status) == 0
         && status.st_nlink > 0;
}

static gboolean
write_holder (int descriptor, gint64 now)
{
  g_autofree char *words = g_strdup_printf ("%s\n%" G_GINT64_FORMAT "\n", g_get_host_name (), now);
  size_t length = strlen (words);

  return ftruncate (descriptor, 0) == 0 && pwrite (descriptor, words, length, 0) == (ssize_t) length
         && fsync (descriptor) == 0;
}

/* Somebody has it, but has not written who yet. */
static AcqLockHolder *
unknown_holder (gint64 now)
{
  AcqLockHolder *holder = g_new0 (AcqLockHolder, 1);

  holder->machine = g_strdup (g_get_host_name ());
  holder->since = now;
  holder->same_host = TRUE;
  return holder;
}

AcqFileLock *
acq_file_lock_take (const char *path, gint64 now, gboolean overrule, AcqLockHolder **ret_holder)
{
  g_autofree char *name = name_lock (path);
  int descriptor = g_open (name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  gboolean locked = descriptor >= 0 && lock_descriptor (descriptor);
  g_autoptr (AcqLockHolder) holder = descriptor < 0 ? NULL : read_holder (descriptor);
  AcqFileLock *self;

  *ret_holder = NULL;
  if (descriptor < 0)
    return NULL;
  /* A name of this machine without its lock is what a crash has left. */
  if (locked && (overrule || holder == NULL || holder->same_host) && write_holder (descriptor, now))
    {
      self = g_new0 (AcqFileLock, 1);
      self->descriptor = descriptor;
      self->path = g_steal_pointer (&name);
      return self;
    }
  if (!locked)
    *ret_holder = holder != NULL ? g_steal_pointer (&holder) : unknown_holder (now);
  else
    *ret_holder = g_steal_pointer (&holder);
  g_close (descriptor, NULL);
  return NULL;
}

void
acq_file_lock_release (AcqFileLock *self)
{
  if (self == NULL)
    return;
  g_unlink (self->path);
  g_close (self->descriptor, NULL);
  g_free (self->path);
  g_free (self);
}
