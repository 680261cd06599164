/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store-case.h"

G_BEGIN_DECLS

/* The joiner in Besançon who writes the letters of these tests. */

/* Gives the company what every letter needs of its sender, and more: "key=value", NULL-terminated. */
void sender_case_give_details (StoreCase *self, const char *const *more);

/* In an empty file: a consumer C1 who was reminded of F1, 100 €, and the notice that is written to him today, which nothing
   blocks but the copy that is missing. Returns its reference. Free it. */
char *sender_case_write_notice (StoreCase *self);

G_END_DECLS
