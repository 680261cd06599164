/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-customer-figures.h"

G_BEGIN_DECLS

/* What happens next with a customer, in few words: "Last reminder Monday", "Promise on 27 Nov", "nothing to do". Free it. */
char *acq_next_step_text (const AcqNextStep *next, AcqDay today);

G_END_DECLS
