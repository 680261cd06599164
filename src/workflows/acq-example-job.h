/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"

G_BEGIN_DECLS

/**
 * acq_example_build:
 * @directory: (nullable): where importable files of the example are written
 * @paths: (nullable) (element-type utf8): gets their paths
 *
 * Makes the example company as it stands on the clock's day, with a copy of each open invoice. A failed attempt leaves no
 * company file.
 */
AcqCompanyFile *acq_example_build (const char *path, AcqClock clock, const char *directory, GPtrArray *paths,
                                   GError **error);

G_END_DECLS
