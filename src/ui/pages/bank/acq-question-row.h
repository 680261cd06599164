/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-bank-questions.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcqQuestionRow:
 *
 * A question that is not open: who, how much, when and what is asked, on two lines.
 */
#define ACQ_TYPE_QUESTION_ROW (acq_question_row_get_type ())
G_DECLARE_FINAL_TYPE (AcqQuestionRow, acq_question_row, ACQ, QUESTION_ROW, GtkListBoxRow)

GtkWidget *acq_question_row_new (const AcqBankAgenda *agenda, const AcqBankQuestion *question);
gint64 acq_question_row_get_transaction_id (AcqQuestionRow *self);

G_END_DECLS
