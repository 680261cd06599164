/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-bank-questions.h"
#include "acq-open-company.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcqQuestionCard:
 *
 * One question about a receipt with its answers; carries the answer out. Property: "company" (AcqOpenCompany, construct-only).
 */
#define ACQ_TYPE_QUESTION_CARD (acq_question_card_get_type ())
G_DECLARE_FINAL_TYPE (AcqQuestionCard, acq_question_card, ACQ, QUESTION_CARD, GtkWidget)

GtkWidget *acq_question_card_new (AcqOpenCompany *company);
/* The question is of the agenda, which is kept. What was chosen stays where it is the same question. */
void acq_question_card_set_question (AcqQuestionCard *self, AcqBankAgenda *agenda,
                                     const AcqBankQuestion *question);

G_END_DECLS
