/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ACQ_DECLARE_CODES:
 *
 * Declares, for an enumeration that counts from 0, the pair that turns its values into stable snake_case codes
 * (schema, JSON, command line) and back: prefix_to_code() and prefix_from_code(). The latter is FALSE, without
 * touching the result, for an unknown code or NULL.
 */
#define ACQ_DECLARE_CODES(Type, prefix)                                                                       \
  const char *prefix##_to_code (Type value);                                                                  \
  gboolean prefix##_from_code (const char *code, Type *ret_value);

/* Defines that pair over a static array of codes in the order of the enumeration. */
#define ACQ_DEFINE_CODES(Type, prefix, codes)                                                                 \
  const char *prefix##_to_code (Type value)                                                                   \
  {                                                                                                           \
    g_return_val_if_fail ((gsize) value < G_N_ELEMENTS (codes), NULL);                                        \
    return codes[value];                                                                                      \
  }                                                                                                           \
  gboolean prefix##_from_code (const char *code, Type *ret_value)                                             \
  {                                                                                                           \
    for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)                                                          \
      if (g_strcmp0 (code, codes[i]) == 0)                                                                    \
        {                                                                                                     \
          *ret_value = (Type) i;                                                                              \
          return TRUE;                                                                                        \
        }                                                                                                     \
    return FALSE;                                                                                             \
  }

G_END_DECLS
