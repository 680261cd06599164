/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store-case.h"

G_BEGIN_DECLS

/* The example company as it stands on a day, as the bytes of its file. Making it takes longer than most tests: a program makes
   it once, and each test takes a copy with store_case_new_copy(). Free them. */
GBytes *example_case_make (AcqDay today);

/* The Tuesday on which the following company has letters to send. */
#define EXAMPLE_CASE_POST_DAY "2026-11-24"
/* As above on that day, but nobody has an e-mail address, the customers with an even number are due a formal notice, and the
   bank's statements reach up to the day before. */
GBytes *example_case_make_on_paper (void);

G_END_DECLS
