/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-import-format.h"

G_BEGIN_DECLS

/* Reads any of the three messages of ISO 20022 about an account; the kind of its statements tells which it is. */
gboolean acq_camt_read (const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data,
                        GError **error);

/* How sure it is that a file is the message of that first element; "name" is a part of its namespace. */
int acq_camt_sniff (const AcqImportSource *source, const char *message, const char *name);

G_END_DECLS
