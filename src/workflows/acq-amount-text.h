/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-money.h"

G_BEGIN_DECLS

/* Amounts as readers of the user's language write them, whatever the locale of the C library. Free what is returned. */

/* "1,482.40 €" in the language's manner, with the sign U+2212 below zero; other currencies by their code. */
char *acq_amount_text (gint64 minor, AcqCurrency currency);
/* As above rounded to major units, for dashboards and charts: "1,482 €". */
char *acq_amount_text_rounded (gint64 minor, AcqCurrency currency);
/* As acq_amount_text() with a sign always: "+ 2,100 €", "− 1,840 €". */
char *acq_amount_text_change (gint64 minor, AcqCurrency currency);
/* "1482.40" with the language's separators and without a currency, as one types it into an entry. */
char *acq_amount_text_plain (gint64 minor, AcqCurrency currency);
/* A count or an amount in major units with a dot ("-1234.56") with the language's separators; its hyphen stays. */
char *acq_amount_text_separate (const char *number);
/* A whole number: "100,000". */
char *acq_number_text (gint64 number);

G_END_DECLS
