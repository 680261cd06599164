/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-question-card.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-evidence-chips.h"
#include "acq-match-dialog.h"
#include "acq-question-text.h"
#include "acq-widget-children.h"
#include "acq-widget-waiting.h"

#define ANSWER_WIDTH_CHARS 17

struct _AcqQuestionCard
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *name;
  GtkLabel *amount;
  GtkLabel *caption;
  AcqEvidenceChips *chips;
  GtkLabel *heading;
  GtkLabel *explanation;
  GtkBox *answers;
  GtkCheckButton *always;

  /* Owned references */
  AcqOpenCompany *company;
  AcqBankAgenda *agenda;
  GArray *offered;    /* (element-type AcqBankAnswer) */
  GPtrArray *buttons; /* (element-type GtkCheckButton) of the answers */
  GtkCheckButton *none; /* stands for no answer; never shown: a lone answer is one of a group like several are */

  /* Borrowed references */
  const AcqBankQuestion *question; /* of the agenda */
};

G_DEFINE_FINAL_TYPE (AcqQuestionCard, acq_question_card, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_COMPANY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* -1 where nothing is chosen. */
static int
find_chosen_index (AcqQuestionCard *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (self->buttons->pdata[i]))
      return (int) i;
  return -1;
}

static const AcqBankAnswer *
find_chosen (AcqQuestionCard *self)
{
  int index = find_chosen_index (self);

  return index < 0 ? NULL : &g_array_index (self->offered, AcqBankAnswer, index);
}

static gboolean
is_same_choice (const AcqBankChoice *left, const AcqBankChoice *right)
{
  if ((left->customer == NULL ? 0 : left->customer->id) != (right->customer == NULL ? 0 : right->customer->id)
      || left->allocations->len != right->allocations->len)
    return FALSE;
  for (guint i = 0; i < left->allocations->len; i++)
    {
      const AcqProposedAllocation *a = &g_array_index (left->allocations, AcqProposedAllocation, i);
      const AcqProposedAllocation *b = &g_array_index (right->allocations, AcqProposedAllocation, i);

      if (a->invoice_id != b->invoice_id || a->amount != b->amount)
        return FALSE;
    }
  return TRUE;
}

/* Down to what each answer means: the place that was chosen may stand for another invoice by now. */
static gboolean
asks_the_same (const AcqBankQuestion *left, const AcqBankQuestion *right)
{
  if (left->transaction->id != right->transaction->id || left->kind != right->kind
      || left->choices->len != right->choices->len || left->difference != right->difference)
    return FALSE;
  for (guint i = 0; i < left->choices->len; i++)
    if (!is_same_choice (left->choices->pdata[i], right->choices->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
chosen_cb (AcqQuestionCard *self)
{
  g_assert (ACQ_IS_QUESTION_CARD (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "question.confirm", find_chosen (self) != NULL);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqQuestionCard) self = ACQ_QUESTION_CARD (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  acq_widget_set_waiting (GTK_WIDGET (self), FALSE);
  if (acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, &error)
      || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  text = acq_error_text (error);
  acq_dialogs_tell (GTK_WIDGET (self), _ ("Nothing was changed"), text);
}

static gboolean
carry_out (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_bank_deed_apply (data, file, error);
}

static void
open_dialog (AcqQuestionCard *self, const AcqCustomer *customer)
{
  acq_match_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->company,
                            self->question->transaction->id, customer != NULL ? customer->id : 0);
}

static const AcqCustomer *
find_likely_customer (const AcqBankQuestion *question)
{
  const AcqBankChoice *first = question->choices->len > 0 ? question->choices->pdata[0] : NULL;

  return first != NULL && question->kind != ACQ_BANK_QUESTION_PAYER ? first->customer : NULL;
}

/* The second click of two means what the first one meant: the question is answered, and the next one is not there yet. */
static gboolean
is_outdated (AcqQuestionCard *self)
{
  return acq_open_company_is_changing (self->company)
         || acq_open_company_get_view (self->company) != self->agenda->view;
}

static void
confirm_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqQuestionCard *self = ACQ_QUESTION_CARD (widget);
  const AcqBankAnswer *answer = find_chosen (self);
  AcqBankDeed *deed;

  if (answer == NULL || is_outdated (self))
    return;
  if (answer->kind == ACQ_BANK_ANSWER_CUSTOMER)
    {
      open_dialog (self,
                   ((const AcqBankChoice *) self->question->choices->pdata[answer->choice])->customer);
      return;
    }
  deed = acq_bank_deed_new (self->question, self->agenda->view->books->ledger, answer,
                            gtk_check_button_get_active (self->always));
  acq_widget_set_waiting (widget, TRUE);
  acq_open_company_change_async (
    self->company, answer->kind == ACQ_BANK_ANSWER_IGNORE ? _ ("Bank line left out") : _ ("Receipt matched"),
    carry_out, deed, (GDestroyNotify) acq_bank_deed_free, NULL, answered_cb, g_object_ref (self));
}

static void
other_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqQuestionCard *self = ACQ_QUESTION_CARD (widget);

  open_dialog (self, find_likely_customer (self->question));
}

static GtkWidget *
answer_label_new (const char *text, gboolean is_meaning)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (is_meaning)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_set_hexpand (label, TRUE);
    }
  else
    {
      gtk_label_set_width_chars (GTK_LABEL (label), ANSWER_WIDTH_CHARS);
      gtk_label_set_max_width_chars (GTK_LABEL (label), ANSWER_WIDTH_CHARS);
    }
  return label;
}

static void
add_button (AcqQuestionCard *self, const AcqBankAnswer *answer)
{
  const AcqBooks *books = self->agenda->view->books;
  g_autofree char *text = acq_question_text_answer (self->question, answer, books->ledger);
  g_autofree char *meaning = acq_question_text_meaning (self->question, answer, books);
  /* Translators: an answer and what it means, for screen readers. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), text, meaning);
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_margin_start (box, 6);
  gtk_box_append (GTK_BOX (box), answer_label_new (text, FALSE));
  gtk_box_append (GTK_BOX (box), answer_label_new (meaning, TRUE));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "acq-bank-answer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->none);
  g_signal_connect_object (button, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->answers, button);
  g_ptr_array_add (self->buttons, button);
}

static void
show_answers (AcqQuestionCard *self)
{
  GtkWidget *child;
  int preselected;

  g_ptr_array_set_size (self->buttons, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->answers))) != NULL)
    gtk_box_remove (self->answers, child);
  g_clear_pointer (&self->offered, g_array_unref);
  self->offered = acq_bank_answers_list (self->question, self->agenda->view->books->ledger, &preselected);
  for (guint i = 0; i < self->offered->len; i++)
    add_button (self, &g_array_index (self->offered, AcqBankAnswer, i));
  if (preselected >= 0)
    gtk_check_button_set_active (self->buttons->pdata[preselected], TRUE);
  chosen_cb (self);
}

static void
show_receipt (AcqQuestionCard *self)
{
  const AcqBooks *books = self->agenda->view->books;
  const AcqTransaction *transaction = self->question->transaction;
  g_autofree char *name = acq_question_text_name (self->question);
  g_autofree char *amount = acq_amount_text (self->question->amount, transaction->currency);
  g_autofree char *day = acq_day_text_weekday (transaction->booked, books->today);
  /* Translators: the day of a bank line and what the bank wrote. */
  g_autofree char *caption = g_strdup_printf (_ ("%s · “%s”"), day, transaction->label);
  g_autoptr (GPtrArray) chips
    = acq_evidence_chips_list (books->ledger, transaction, self->question->proposal);

  gtk_label_set_text (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_label_set_text (self->amount, amount);
  gtk_label_set_text (self->caption, caption);
  acq_evidence_chips_set_chips (self->chips, chips, G_MAXUINT);
}

static void
show_question (AcqQuestionCard *self)
{
  const AcqLedger *ledger = self->agenda->view->books->ledger;
  g_autofree char *heading = acq_question_text_heading (self->question, ledger);
  g_autofree char *explanation = acq_question_text_explanation (self->question, ledger);

  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->explanation, explanation != NULL ? explanation : "");
  gtk_widget_set_visible (GTK_WIDGET (self->explanation), explanation != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->always), self->question->kind == ACQ_BANK_QUESTION_SHORT);
  gtk_check_button_set_active (self->always, FALSE);
}

void
acq_question_card_set_question (AcqQuestionCard *self, AcqBankAgenda *agenda, const AcqBankQuestion *question)
{
  AcqBankAgenda *outdated;
  int chosen = -1;

  g_return_if_fail (ACQ_IS_QUESTION_CARD (self));
  if (self->question != NULL && asks_the_same (self->question, question))
    chosen = find_chosen_index (self);
  outdated = g_steal_pointer (&self->agenda);
  self->agenda = acq_bank_agenda_ref (agenda);
  self->question = question;
  show_receipt (self);
  show_question (self);
  show_answers (self);
  if (chosen >= 0)
    gtk_check_button_set_active (self->buttons->pdata[chosen], TRUE);
  g_clear_pointer (&outdated, acq_bank_agenda_unref);
}

static void
acq_question_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AcqQuestionCard *self = ACQ_QUESTION_CARD (object);

  if (id == PROP_COMPANY)
    self->company = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_question_card_dispose (GObject *object)
{
  AcqQuestionCard *self = ACQ_QUESTION_CARD (object);
  GtkWidget *child;

  acq_widget_unparent_children (GTK_WIDGET (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (acq_question_card_parent_class)->dispose (object);
}

static void
acq_question_card_finalize (GObject *object)
{
  AcqQuestionCard *self = ACQ_QUESTION_CARD (object);

  g_clear_pointer (&self->offered, g_array_unref);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_object (&self->none);
  g_clear_pointer (&self->agenda, acq_bank_agenda_unref);
  g_clear_object (&self->company);
  G_OBJECT_CLASS (acq_question_card_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/bank/acq-question-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqQuestionCard, name);
  gtk_widget_class_bind_template_child (widget_class, AcqQuestionCard, amount);
  gtk_widget_class_bind_template_child (widget_class, AcqQuestionCard, caption);
  gtk_widget_class_bind_template_child (widget_class, AcqQuestionCard, chips);
  gtk_widget_class_bind_template_child (widget_class, AcqQuestionCard, heading);
  gtk_widget_class_bind_template_child (widget_class, AcqQuestionCard, explanation);
  gtk_widget_class_bind_template_child (widget_class, AcqQuestionCard, answers);
  gtk_widget_class_bind_template_child (widget_class, AcqQuestionCard, always);
}

static void
acq_question_card_class_init (AcqQuestionCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = acq_question_card_set_property;
  object_class->dispose = acq_question_card_dispose;
  object_class->finalize = acq_question_card_finalize;
  properties[PROP_COMPANY]
    = g_param_spec_object ("company", NULL, NULL, ACQ_TYPE_OPEN_COMPANY,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (widget_class, "question.confirm", NULL, confirm_cb);
  gtk_widget_class_install_action (widget_class, "question.other", NULL, other_cb);
  g_type_ensure (ACQ_TYPE_EVIDENCE_CHIPS);
  bind_template (widget_class);
}

static void
acq_question_card_init (AcqQuestionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buttons = g_ptr_array_new ();
  self->none = g_object_ref_sink (GTK_CHECK_BUTTON (gtk_check_button_new ()));
}

GtkWidget *
acq_question_card_new (AcqOpenCompany *company)
{
  return g_object_new (ACQ_TYPE_QUESTION_CARD, "company", company, NULL);
}
