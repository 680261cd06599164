/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A customer's name without the legal form at its end ("Maubrey SAS" is "Maubrey"): what initials and the colour that goes with
   them are made of, so that both are the same wherever he is shown. Free it. */
char *acq_customer_name_text_short (const char *name);

G_END_DECLS
