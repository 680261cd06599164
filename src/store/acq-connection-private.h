/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"

G_BEGIN_DECLS

struct sqlite3;

/* For the neighbours in this folder that need more of SQLite than a connection offers. Borrowed. */
struct sqlite3 *acq_connection_database (AcqConnection *self);

G_END_DECLS
