/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-choice-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"
#include "acq-form-dialog.h"

/* While the dialog is open. */
typedef struct
{
  GTask *task;
  AcqFormDialog *dialog; /* borrowed: it owns this */
  AcqLetterModel model;
  AcqClaimQuestion question;
  AdwComboRow *rows[ACQ_N_PLAN_CLAIMS]; /* NULL: not asked */
  gboolean answered;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  if (!question->answered)
    g_task_return_boolean (question->task, FALSE);
  g_object_unref (question->task);
  g_free (question);
}

/* The first entry chooses nothing. */
static AcqCreditorChoice
chosen (const Question *question, AcqPlanClaim claim)
{
  static const AcqCreditorChoice choices[]
    = { ACQ_CREDITOR_CHOICE_NONE, ACQ_CREDITOR_CHOICE_CLAIMED, ACQ_CREDITOR_CHOICE_WAIVED };
  guint place = question->rows[claim] == NULL ? 0 : adw_combo_row_get_selected (question->rows[claim]);

  return choices[place < G_N_ELEMENTS (choices) ? place : 0];
}

static void
confirmed_cb (AcqFormDialog *dialog, gpointer user_data)
{
  Question *question = user_data;
  AcqCreditorChoice *choices = g_new0 (AcqCreditorChoice, ACQ_N_PLAN_CLAIMS);

  for (AcqPlanClaim claim = 0; claim < ACQ_N_PLAN_CLAIMS; claim++)
    choices[claim] = chosen (question, claim);
  question->answered = TRUE;
  g_task_set_task_data (question->task, choices, g_free);
  g_task_return_boolean (question->task, TRUE);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
selected_cb (AdwComboRow *row, GParamSpec *pspec, gpointer user_data)
{
  const Question *question = user_data;
  gboolean ready = TRUE;

  for (AcqPlanClaim claim = 0; claim < ACQ_N_PLAN_CLAIMS; claim++)
    if (question->rows[claim] != NULL && chosen (question, claim) == ACQ_CREDITOR_CHOICE_NONE)
      ready = FALSE;
  acq_form_dialog_set_ready (question->dialog, ready);
}

static const char *
name_claim (const Question *question, AcqPlanClaim claim)
{
  gboolean by_law = question->question.by_law;

  if (question->model == ACQ_LETTER_MODEL_RECEIPT)
    return by_law ? _ ("Late interest and indemnity") : _ ("Interest at the legal rate");
  switch (claim)
    {
    case ACQ_PLAN_CLAIM_PENALTIES:
      return by_law ? _ ("Late interest until today") : _ ("Interest at the legal rate until today");
    case ACQ_PLAN_CLAIM_INDEMNITIES:
      return _ ("Indemnities for recovery costs");
    default:
      return by_law ? _ ("Late interest to come") : _ ("Interest at the legal rate to come");
    }
}

/* NULL where no figure is put on it. */
static char *
describe_claim (const Question *question, AcqPlanClaim claim)
{
  if (claim == ACQ_PLAN_CLAIM_LATER_PENALTIES)
    return g_strdup (_ ("If waived: only while the plan is kept"));
  return question->question.amounts[claim] == 0
           ? NULL
           : acq_amount_text (question->question.amounts[claim], ACQ_CURRENCY_EUR);
}

static void
add_row (Question *question, AcqPlanClaim claim)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *described = describe_claim (question, claim);
  const char *title = name_claim (question, claim);
  AdwComboRow *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", title, NULL);

  gtk_string_list_append (names, _ ("Choose…"));
  gtk_string_list_append (names,
                          question->model == ACQ_LETTER_MODEL_RECEIPT ? _ ("Still owed") : _ ("Claim"));
  gtk_string_list_append (names, _ ("Waive"));
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  if (described != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), described);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, described == NULL ? "" : described,
                                  -1);
  question->rows[claim] = row;
  g_signal_connect (row, "notify::selected", G_CALLBACK (selected_cb), question);
  acq_form_dialog_add_row (question->dialog, GTK_WIDGET (row));
}

static char *
write_hint (const Question *question)
{
  g_autofree char *until = NULL;

  if (question->model == ACQ_LETTER_MODEL_PAYMENT_PLAN)
    return g_strdup (
      _ ("Claimed until today: it enters the instalments. Waived: noted once the agreement leaves, and owed "
         "no more."));
  if (question->question.accepted_until == ACQ_DAY_NONE)
    return g_strdup (
      _ ("The receipt prints your choice. What is waived is noted once it leaves, and is owed no more."));
  until = acq_day_text_full (question->question.accepted_until);
  /* Translators: %s is a day. */
  return g_strdup_printf (
    _ ("Your formal notice took its sum as settlement in full until %s, and the payment came in "
       "time: the rest can only be waived."),
    until);
}

static void
focus_first (const Question *question)
{
  for (AcqPlanClaim claim = 0; claim < ACQ_N_PLAN_CLAIMS; claim++)
    if (question->rows[claim] != NULL)
      {
        gtk_widget_grab_focus (GTK_WIDGET (question->rows[claim]));
        return;
      }
}

void
acq_choice_dialog_ask_async (GtkWindow *parent, AcqOpenCompany *company, AcqLetterModel model,
                             const AcqClaimQuestion *asked, GAsyncReadyCallback callback, gpointer data)
{
  Question *question = g_new0 (Question, 1);
  gboolean is_receipt = model == ACQ_LETTER_MODEL_RECEIPT;
  g_autofree char *hint = NULL;

  question->task = g_task_new (parent, NULL, callback, data);
  question->model = model;
  question->question = *asked;
  question->dialog
    = acq_form_dialog_new (parent, company, is_receipt ? _ ("What is still owed?") : _ ("What do you claim?"),
                           is_receipt ? _ ("_Show the receipt") : _ ("_Show the agreement"), _ ("_Cancel"));
  for (AcqPlanClaim claim = 0; claim < ACQ_N_PLAN_CLAIMS; claim++)
    if (asked->asked[claim])
      add_row (question, claim);
  hint = write_hint (question);
  acq_form_dialog_set_hint (question->dialog, hint);
  acq_form_dialog_set_ready (question->dialog, FALSE);
  g_signal_connect_data (question->dialog, "confirmed", G_CALLBACK (confirmed_cb), question, question_free,
                         0);
  gtk_window_present (GTK_WINDOW (question->dialog));
  focus_first (question);
}

gboolean
acq_choice_dialog_ask_finish (GAsyncResult *result, AcqCreditorChoice *choices)
{
  const AcqCreditorChoice *answers = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return FALSE;
  for (AcqPlanClaim claim = 0; claim < ACQ_N_PLAN_CLAIMS; claim++)
    choices[claim] = answers[claim];
  return TRUE;
}
