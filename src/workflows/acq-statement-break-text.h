/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-money.h"
#include "acq-statement-chain.h"

G_BEGIN_DECLS

/* What two statements that do not follow each other leave unknown, and what helps: a sentence or two. Free it. */
char *acq_statement_break_text (const AcqStatementBreak *self, AcqCurrency currency, AcqDay today);

/* (element-type AcqStatementBreak): the one thing to say first about an account, in a few words: "2 days to be completed". NULL
   where nothing is missing from the last year. */
char *acq_statement_breaks_summary (const GArray *breaks, AcqDay today);

G_END_DECLS
