/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-question-row.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"
#include "acq-question-text.h"

struct _AcqQuestionRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkLabel *name;
  GtkLabel *amount;
  GtkLabel *caption;

  gint64 transaction_id;
};

G_DEFINE_FINAL_TYPE (AcqQuestionRow, acq_question_row, GTK_TYPE_LIST_BOX_ROW)

static void
acq_question_row_class_init (AcqQuestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/bank/acq-question-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqQuestionRow, name);
  gtk_widget_class_bind_template_child (widget_class, AcqQuestionRow, amount);
  gtk_widget_class_bind_template_child (widget_class, AcqQuestionRow, caption);
}

static void
acq_question_row_init (AcqQuestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
acq_question_row_new (const AcqBankAgenda *agenda, const AcqBankQuestion *question)
{
  AcqQuestionRow *self = g_object_new (ACQ_TYPE_QUESTION_ROW, NULL);
  const AcqBooks *books = agenda->view->books;
  g_autofree char *name = acq_question_text_name (question);
  g_autofree char *amount = acq_amount_text (question->amount, question->transaction->currency);
  g_autofree char *day = acq_day_text_short (question->transaction->booked, books->today);
  g_autofree char *brief = acq_question_text_brief (question, books->ledger);
  g_autofree char *caption = g_strdup_printf (_ ("%s · %s"), day, brief);
  g_autofree char *text = g_strdup_printf (_ ("%s, %s, %s"), name, amount, caption);

  self->transaction_id = question->transaction->id;
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->amount, amount);
  gtk_label_set_text (self->caption, caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return GTK_WIDGET (self);
}

gint64
acq_question_row_get_transaction_id (AcqQuestionRow *self)
{
  g_return_val_if_fail (ACQ_IS_QUESTION_ROW (self), 0);
  return self->transaction_id;
}
