/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-bank-answers.h"

G_BEGIN_DECLS

/* Questions about receipts in the user's language. Free what is returned; nothing is markup. */

/* Who paid, as far as is known: the customer, "Cheque deposit", or the bank's own words. */
char *acq_question_text_name (const AcqBankQuestion *question);
/* The question on one line, for a row. */
char *acq_question_text_brief (const AcqBankQuestion *question, const AcqLedger *ledger);
/* The question, for the card. */
char *acq_question_text_heading (const AcqBankQuestion *question, const AcqLedger *ledger);
/* What one must know to answer; NULL where nothing is to be added. */
char *acq_question_text_explanation (const AcqBankQuestion *question, const AcqLedger *ledger);

/* An answer, and what it means. */
char *acq_question_text_answer (const AcqBankQuestion *question, const AcqBankAnswer *answer,
                                const AcqLedger *ledger);
char *acq_question_text_meaning (const AcqBankQuestion *question, const AcqBankAnswer *answer,
                                 const AcqBooks *books);

G_END_DECLS
