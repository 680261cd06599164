/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-acceptance.h"

#include <glib/gi18n.h>

#include "acq-flaw-text.h"
#include "acq-form-dialog.h"

AcqAcceptance *
acq_acceptance_copy (const AcqAcceptance *self)
{
  AcqAcceptance *copy;

  if (self == NULL)
    return NULL;
  copy = g_new0 (AcqAcceptance, 1);
  copy->codes = g_strdupv (self->codes);
  copy->reason = g_strdup (self->reason);
  return copy;
}

void
acq_acceptance_free (AcqAcceptance *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->codes);
  g_free (self->reason);
  g_free (self);
}

/* While the dialog is open, which owns it. */
typedef struct
{
  AcqFormDialog *dialog; /* borrowed */
  GtkEditable *reason;
  GTask *task; /* NULL once it is answered */
  char *codes;
} Question;

/* Takes the acceptance. The first answer counts: when the dialog goes, none is left to give. */
static void
answer (Question *question, AcqAcceptance *acceptance)
{
  g_autoptr (GTask) task = g_steal_pointer (&question->task);

  if (task != NULL)
    g_task_return_pointer (task, acceptance, (GDestroyNotify) acq_acceptance_free);
}

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  answer (question, NULL);
  g_free (question->codes);
  g_free (question);
}

static void
confirmed_cb (AcqFormDialog *dialog, gpointer user_data)
{
  Question *question = user_data;
  AcqAcceptance *acceptance = g_new0 (AcqAcceptance, 1);

  acceptance->codes = g_strsplit (question->codes, ", ", -1);
  acceptance->reason = g_strdup (gtk_editable_get_text (question->reason));
  answer (question, acceptance);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
reason_changed_cb (GtkEditable *reason, gpointer user_data)
{
  const Question *question = user_data;
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (reason)));

  acq_form_dialog_set_ready (question->dialog, text[0] != '\0');
}

void
acq_acceptance_ask_async (GtkWindow *parent, AcqOpenCompany *company, const char *codes, GAsyncReadyCallback callback,
                          gpointer data)
{
  Question *question = g_new0 (Question, 1);
  g_autofree char *words = acq_flaw_text_sentences (codes);

  question->task = g_task_new (parent, NULL, callback, data);
  question->codes = g_strdup (codes);
  question->dialog
    = acq_form_dialog_new (parent, company, _ ("Write this letter anyway?"), _ ("_Write it"), _ ("_Cancel"));
  question->reason = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Reason, for the journal"), NULL);
  acq_form_dialog_add_row (question->dialog, GTK_WIDGET (question->reason));
  acq_form_dialog_set_hint (question->dialog, words);
  acq_form_dialog_set_ready (question->dialog, FALSE);
  g_signal_connect (question->reason, "changed", G_CALLBACK (reason_changed_cb), question);
  g_signal_connect_data (question->dialog, "confirmed", G_CALLBACK (confirmed_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (question->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (question->reason));
}

AcqAcceptance *
acq_acceptance_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
