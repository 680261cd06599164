/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-file-lock.h"

#include <glib/gstdio.h>

#define NOW 1795000000

typedef struct
{
  char *folder;
  char *company;
  char *lock;
} Case;

static void
set_up (Case *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("acquit-lock-XXXXXX", NULL);
  self->company = g_build_filename (self->folder, "a.acquit", NULL);
  self->lock = g_build_filename (self->folder, ".a.acquit.lock", NULL);
}

static void
tear_down (Case *self, gconstpointer data)
{
  g_unlink (self->lock);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->lock);
  g_free (self->company);
  g_free (self->folder);
}

static void
test_second_window (Case *self, gconstpointer data)
{
  g_autoptr (AcqLockHolder) holder = NULL;
  AcqFileLock *first = acq_file_lock_take (self->company, NOW, FALSE, &holder);

  g_assert_nonnull (first);
  g_assert_null (holder);
  /* Not even by a user who insists: on one machine the lock tells the truth. */
  g_assert_null (acq_file_lock_take (self->company, NOW + 60, TRUE, &holder));
  g_assert_nonnull (holder);
  g_assert_true (holder->same_host);
  g_assert_cmpint (holder->since, ==, NOW);
  acq_file_lock_release (first);
  g_assert_false (g_file_test (self->lock, G_FILE_TEST_EXISTS));
}

static void
test_another_machine (Case *self, gconstpointer data)
{
  g_autoptr (AcqLockHolder) holder = NULL;
  g_autoptr (AcqFileLock) lock = NULL;

  g_assert_true (g_file_set_contents (self->lock, "PC-ATELIER.example\n1794999000\n", -1, NULL));
  g_assert_null (acq_file_lock_take (self->company, NOW, FALSE, &holder));
  g_assert_nonnull (holder);
  g_assert_cmpstr (holder->machine, ==, "PC-ATELIER.example");
  g_assert_false (holder->same_host);
  g_assert_cmpint (holder->since, ==, 1794999000);
  g_clear_pointer (&holder, acq_lock_holder_free);
  lock = acq_file_lock_take (self->company, NOW, TRUE, &holder);
  g_assert_nonnull (lock);
  g_assert_null (holder);
}

/* What a crash has left bars nobody, and neither does nonsense. */
static void
test_leftovers (Case *self, gconstpointer data)
{
  g_autofree char *own = g_strdup_printf ("%s\n1794999000\n", g_get_host_name ());
  const char *const leftovers[] = { own, "", "\n\n", "\xff\xfe\n12\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (leftovers); i++)
    {
      g_autoptr (AcqLockHolder) holder = NULL;
      g_autoptr (AcqFileLock) lock = NULL;

      g_assert_true (g_file_set_contents (self->lock, leftovers[i], -1, NULL));
      lock = acq_file_lock_take (self->company, NOW, FALSE, &holder);
      g_assert_nonnull (lock);
      g_assert_null (holder);
    }
}

static void
test_no_folder (Case *self, gconstpointer data)
{
  g_autoptr (AcqLockHolder) holder = NULL;

  g_assert_null (acq_file_lock_take ("/nowhere/at/all.acquit", NOW, FALSE, &holder));
  g_assert_null (holder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/file-lock/second-window", Case, NULL, set_up, test_second_window, tear_down);
  g_test_add ("/file-lock/another-machine", Case, NULL, set_up, test_another_machine, tear_down);
  g_test_add ("/file-lock/leftovers", Case, NULL, set_up, test_leftovers, tear_down);
  g_test_add ("/file-lock/no-folder", Case, NULL, set_up, test_no_folder, tear_down);
  return g_test_run ();
}
