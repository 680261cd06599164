/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-name-text.h"

#include <string.h>

static gboolean
is_legal_form (const char *word)
{
  static const char *const forms[] = { "SA",  "SAS",    "SASU", "SARL", "EURL", "SCI",  "SCA", "SCOP",
                                       "SCP", "SELARL", "SNC",  "GIE",  "EI",   "EIRL", NULL };

  return g_strv_contains (forms, word);
}

char *
acq_customer_name_text_short (const char *name)
{
  const char *last = strrchr (name, ' ');

  return last != NULL && last != name && is_legal_form (last + 1) ? g_strndup (name, (gsize) (last - name))
                                                                  : g_strdup (name);
}
