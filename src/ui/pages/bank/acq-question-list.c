/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-question-list.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-question-card.h"
#include "acq-question-row.h"

/* So many are on show at first, and so many more at each request. */
#define FIRST_ROWS 12
#define MORE_ROWS  50

struct _AcqQuestionList
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  GtkBox *content;
  GtkWidget *others;
  GtkListBox *rows;
  GtkButton *more;

  /* Owned references */
  AcqOpenCompany *company;
  AcqBankAgenda *agenda;

  /* Borrowed references */
  AcqQuestionCard *card; /* made with the first question */

  gint64 open_id; /* the bank line of the open question; 0: none */
  guint max_rows;
};

G_DEFINE_FINAL_TYPE (AcqQuestionList, acq_question_list, GTK_TYPE_WIDGET)

static const AcqBankQuestion *
find_question (AcqQuestionList *self, gint64 transaction_id, guint *ret_index)
{
  for (guint i = 0; i < self->agenda->questions->len; i++)
    {
      const AcqBankQuestion *question = self->agenda->questions->pdata[i];

      if (question->transaction->id == transaction_id)
        {
          *ret_index = i;
          return question;
        }
    }
  return NULL;
}

static void
show_card (AcqQuestionList *self, const AcqBankQuestion *question)
{
  if (self->card == NULL)
    {
      self->card = ACQ_QUESTION_CARD (acq_question_card_new (self->company));
      gtk_box_prepend (self->content, GTK_WIDGET (self->card));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->card), question != NULL);
  if (question != NULL)
    acq_question_card_set_question (self->card, self->agenda, question);
}

static void
show_rows (AcqQuestionList *self)
{
  const GPtrArray *questions = self->agenda->questions;
  guint n_others = questions->len - MIN (questions->len, 1), n_rows = 0;
  g_autofree char *rest = NULL;
  g_autofree char *more = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  for (guint i = 0; i < questions->len && n_rows < self->max_rows; i++)
    {
      const AcqBankQuestion *question = questions->pdata[i];

      if (question->transaction->id == self->open_id)
        continue;
      gtk_list_box_append (self->rows, acq_question_row_new (self->agenda, question));
      n_rows++;
    }
  gtk_widget_set_visible (self->others, n_rows > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_others > n_rows);
  rest = acq_number_text (n_others - n_rows);
  more = g_strdup_printf (ngettext ("%s other question", "%s other questions", n_others - n_rows), rest);
  gtk_button_set_label (self->more, more);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);
}

static void
show_question (AcqQuestionList *self, const AcqBankQuestion *question)
{
  self->open_id = question == NULL ? 0 : question->transaction->id;
  show_card (self, question);
  show_rows (self);
}

/* The question that stood behind the open one comes next once that is answered. */
static const AcqBankQuestion *
find_next (AcqQuestionList *self, AcqBankAgenda *outdated)
{
  guint index = 0, ignored;
  const GPtrArray *before = outdated->questions;

  while (index < before->len
         && ((const AcqBankQuestion *) before->pdata[index])->transaction->id != self->open_id)
    index++;
  for (; index < before->len; index++)
    {
      const AcqBankQuestion *question = before->pdata[index];
      const AcqBankQuestion *again = find_question (self, question->transaction->id, &ignored);

      if (again != NULL)
        return again;
    }
  return NULL;
}

void
acq_question_list_set_agenda (AcqQuestionList *self, AcqBankAgenda *agenda)
{
  g_autoptr (AcqBankAgenda) outdated = NULL;
  const AcqBankQuestion *question = NULL;

  g_return_if_fail (ACQ_IS_QUESTION_LIST (self));
  outdated = g_steal_pointer (&self->agenda);
  self->agenda = acq_bank_agenda_ref (agenda);
  if (outdated != NULL)
    question = find_next (self, outdated);
  if (question == NULL && agenda->questions->len > 0)
    question = agenda->questions->pdata[0];
  show_question (self, question);
}

gboolean
acq_question_list_open (AcqQuestionList *self, gint64 transaction_id)
{
  const AcqBankQuestion *question;
  guint index;

  g_return_val_if_fail (ACQ_IS_QUESTION_LIST (self), FALSE);
  if (self->agenda == NULL || (question = find_question (self, transaction_id, &index)) == NULL)
    return FALSE;
  show_question (self, question);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_child_focus (GTK_WIDGET (self->card), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

static void
row_activated_cb (AcqQuestionList *self, GtkListBoxRow *row)
{
  g_assert (ACQ_IS_QUESTION_LIST (self));
  acq_question_list_open (self, acq_question_row_get_transaction_id (ACQ_QUESTION_ROW (row)));
}

static void
more_cb (AcqQuestionList *self)
{
  g_assert (ACQ_IS_QUESTION_LIST (self));
  self->max_rows += MORE_ROWS;
  show_rows (self);
}

void
acq_question_list_set_company (AcqQuestionList *self, AcqOpenCompany *company)
{
  g_return_if_fail (ACQ_IS_QUESTION_LIST (self));
  g_set_object (&self->company, company);
}

static void
acq_question_list_dispose (GObject *object)
{
  AcqQuestionList *self = ACQ_QUESTION_LIST (object);

  self->card = NULL;
  if (self->scroller != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->scroller));
  gtk_widget_dispose_template (GTK_WIDGET (self), ACQ_TYPE_QUESTION_LIST);
  G_OBJECT_CLASS (acq_question_list_parent_class)->dispose (object);
}

static void
acq_question_list_finalize (GObject *object)
{
  AcqQuestionList *self = ACQ_QUESTION_LIST (object);

  g_clear_pointer (&self->agenda, acq_bank_agenda_unref);
  g_clear_object (&self->company);
  G_OBJECT_CLASS (acq_question_list_parent_class)->finalize (object);
}

static void
acq_question_list_class_init (AcqQuestionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = acq_question_list_dispose;
  object_class->finalize = acq_question_list_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/bank/acq-question-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqQuestionList, scroller);
  gtk_widget_class_bind_template_child (widget_class, AcqQuestionList, content);
  gtk_widget_class_bind_template_child (widget_class, AcqQuestionList, others);
  gtk_widget_class_bind_template_child (widget_class, AcqQuestionList, rows);
  gtk_widget_class_bind_template_child (widget_class, AcqQuestionList, more);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
acq_question_list_init (AcqQuestionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->max_rows = FIRST_ROWS;
}
