/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-example-company.h"

G_BEGIN_DECLS

/**
 * acq_example_write_files:
 * @directory: made if it is not there; files of the same names are replaced
 * @paths: (nullable) (element-type utf8): gets the path of each file that is meant to be imported, in a good order
 *
 * Writes what the example's owner would download these days: a statement of each account that goes on where the company
 * file ends (OFX, CAMT.053), a table of new invoices, a list of customers with their contacts. The folder
 * "autres-formats" inside holds things to try one by one, not listed in @paths: the same statements as CSV and CFONB 120,
 * and last year's accounts (FEC).
 *
 * Returns: FALSE with a G_FILE_ERROR where something cannot be written
 */
gboolean acq_example_write_files (const AcqExample *self, const char *directory, GPtrArray *paths,
                                  GError **error);

G_END_DECLS
