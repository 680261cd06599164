/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is wrong with a field of a customer or an invoice that was typed, as a sentence in the user's language, by the code of the
   flaw; NULL for "none" and for codes that are not known. */
const char *acq_field_flaw_text (const char *code);

G_END_DECLS
