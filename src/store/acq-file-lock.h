/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who has a company file open. */
typedef struct
{
  char *machine;      /* name of the host */
  gint64 since;       /* seconds since 1970-01-01T00:00:00Z */
  gboolean same_host; /* another window or session of this machine */
} AcqLockHolder;

AcqLockHolder *acq_lock_holder_copy (const AcqLockHolder *self);
void acq_lock_holder_free (AcqLockHolder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLockHolder, acq_lock_holder_free)

/**
 * AcqFileLock:
 *
 * Says beside a company file (".NAME.lock") on which machine it is open, so that a second window, or a second machine that sees
 * the same folder, shows it without changing it. On one machine the system's own lock decides, so that a crash leaves nothing
 * behind; between machines the words in the file do.
 */
typedef struct _AcqFileLock AcqFileLock;

/**
 * acq_file_lock_take:
 * @now: seconds since 1970-01-01T00:00:00Z
 * @overrule: take it even if another machine left its name
 * @ret_holder: (out): who has it, where it was not taken
 *
 * Returns: (transfer full) (nullable): %NULL with a holder where somebody has it; %NULL without one where the folder cannot be
 *   written to, and a lock could mean nothing
 */
AcqFileLock *acq_file_lock_take (const char *path, gint64 now, gboolean overrule, AcqLockHolder **ret_holder);
void acq_file_lock_release (AcqFileLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqFileLock, acq_file_lock_release)

G_END_DECLS
