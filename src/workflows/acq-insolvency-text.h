/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-insolvency-claims.h"

G_BEGIN_DECLS

/* What is to be declared and by when, in a few sentences of the user's language. Free it. */
char *acq_insolvency_claim_text (const AcqInsolvencyClaim *claim, AcqDay today);

G_END_DECLS
