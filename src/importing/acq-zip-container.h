/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the parts of a spreadsheet may come to once unpacked, and how many times their packed size beyond a first piece:
   a sheet of a million rows stays below, a bomb does not. */
#define ACQ_ZIP_MAX_UNPACKED ((gsize) 256 << 20)
#define ACQ_ZIP_MAX_RATIO    100

/**
 * AcqZipContainer:
 *
 * The XML parts of an office document (ZIP). Pictures and whatever else does not end in ".xml" or ".rels" is passed
 * over without being unpacked.
 */
typedef struct _AcqZipContainer AcqZipContainer;

/* Whether the bytes begin like a ZIP archive. */
gboolean acq_zip_is_zip (const guint8 *bytes, gsize size);

/* NULL with ACQ_IMPORT_ERROR_DAMAGED, ACQ_IMPORT_ERROR_ENCRYPTED or ACQ_IMPORT_ERROR_TOO_LARGE. */
AcqZipContainer *acq_zip_container_open (const guint8 *bytes, gsize size, GError **error);
void acq_zip_container_free (AcqZipContainer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqZipContainer, acq_zip_container_free)

/* A part by its path inside, or NULL. */
GBytes *acq_zip_container_find (const AcqZipContainer *self, const char *path);

G_END_DECLS
