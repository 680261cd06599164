/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"

G_BEGIN_DECLS

/* "Acqt": what file(1) and the MIME database know a company file by. */
#define ACQ_APPLICATION_ID 0x41637174

/* The version that this program writes. */
int acq_migrations_newest_version (void);

/**
 * acq_migrations_apply:
 * @backup_path: (nullable): where a copy of an older file is put before it is changed
 *
 * Brings a database to the newest version, each step in one transaction with the number it leads to. An empty
 * database is made a company file. A newer one is refused untouched, and so is a database that is not
 * Acquit's.
 */
gboolean acq_migrations_apply (AcqConnection *connection, const char *backup_path, GError **error);

G_END_DECLS
