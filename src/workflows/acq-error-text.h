/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What went wrong and what to do, in the user's language, with the place or thing concerned. Free it. */
char *acq_error_text (const GError *error);

G_END_DECLS
