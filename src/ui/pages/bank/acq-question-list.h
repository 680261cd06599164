/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-bank-questions.h"
#include "acq-open-company.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcqQuestionList:
 *
 * Questions about receipts: one open, the others below it on a line each. Property: "company" (AcqOpenCompany); it must be
 * set before the first agenda is.
 */
#define ACQ_TYPE_QUESTION_LIST (acq_question_list_get_type ())
G_DECLARE_FINAL_TYPE (AcqQuestionList, acq_question_list, ACQ, QUESTION_LIST, GtkWidget)

void acq_question_list_set_company (AcqQuestionList *self, AcqOpenCompany *company);
/* The open question stays open where it is still asked. */
void acq_question_list_set_agenda (AcqQuestionList *self, AcqBankAgenda *agenda);
/* Opens the question about a bank line. FALSE where none is asked. */
gboolean acq_question_list_open (AcqQuestionList *self, gint64 transaction_id);

G_END_DECLS
