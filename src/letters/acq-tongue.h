/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In which language a customer is written to. */
typedef enum
{
  ACQ_TONGUE_FRENCH,
  ACQ_TONGUE_ENGLISH,
} AcqTongue;

G_END_DECLS
