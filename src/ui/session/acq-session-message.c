/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-session-message.h"

#include <glib/gi18n.h>

#include "acq-error-text.h"
#include "acq-flaw-text.h"
#include "acq-letter-error.h"
#include "acq-mail-preview.h"
#include "acq-message-options.h"
#include "acq-pdf-preview.h"
#include "acq-queue-text.h"
#include "acq-session-text.h"
#include "acq-widget-children.h"

struct _AcqSessionMessage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *pill;
  GtkLabel *departure;
  GtkWidget *edit_key;
  GtkLabel *remark;
  GtkDropDown *letter_choice;
  GtkStack *preview;
  AcqMailPreview *words;
  AcqPdfPreview *letter;

  AcqQueueRow *row;         /* owned */
  const GPtrArray *letters; /* (nullable) (element-type AcqDraftLetter) borrowed from what is shown */
};

G_DEFINE_FINAL_TYPE (AcqSessionMessage, acq_session_message, GTK_TYPE_WIDGET)

static void
show_pill (AcqSessionMessage *self, const AcqPlanMessage *message)
{
  static const char *const meanings[] = { "stop", "attention", "information", "neutral" };
  g_autofree char *pill = acq_queue_text_pill (message);

  gtk_label_set_text (self->pill, pill);
  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (g_str_equal (meanings[i], acq_queue_text_meaning (message)))
      gtk_widget_add_css_class (GTK_WIDGET (self->pill), meanings[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self->pill), meanings[i]);
}

static void
show_refusal (AcqSessionMessage *self, const char *title, const GError *refusal)
{
  g_autofree char *text = g_error_matches (refusal, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED)
                            ? acq_flaw_text_sentences (refusal->message)
                            : acq_error_text (refusal);

  acq_pdf_preview_set_refusal (self->letter, title, text);
  gtk_stack_set_visible_child_name (self->preview, "letter");
}

static void
show_letter_cb (AcqSessionMessage *self)
{
  guint place = gtk_drop_down_get_selected (self->letter_choice);
  const AcqDraftLetter *letter;

  g_assert (ACQ_IS_SESSION_MESSAGE (self));
  if (self->letters == NULL || self->letters->len == 0)
    return;
  letter = self->letters->pdata[place < self->letters->len ? place : 0];
  if (letter->pdf != NULL)
    acq_pdf_preview_set_pdf (self->letter, letter->pdf);
  else
    show_refusal (self, _ ("This letter must not leave as it is"), letter->refusal);
  gtk_stack_set_visible_child_name (self->preview, "letter");
}

static const char *
name_debtor (const AcqLedger *ledger, const char *code)
{
  for (guint i = 0; i < ledger->customers->len; i++)
    if (g_strcmp0 (((const AcqCustomer *) ledger->customers->pdata[i])->code, code) == 0)
      return ((const AcqCustomer *) ledger->customers->pdata[i])->name;
  return code;
}

/* A notice is one letter for each debtor. */
static void
offer_letters (AcqSessionMessage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const AcqLedger *ledger = acq_queue_row_get_queue (self->row)->view->books->ledger;

  for (guint i = 0; i < self->letters->len; i++)
    gtk_string_list_append (
      names, name_debtor (ledger, ((const AcqDraftLetter *) self->letters->pdata[i])->customer));
  gtk_drop_down_set_model (self->letter_choice, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->letter_choice), self->letters->len > 1);
}

static void
show_draft (AcqSessionMessage *self, const AcqMessageCase *details)
{
  const AcqMessageDraft *draft = details->draft;

  gtk_widget_set_visible (GTK_WIDGET (self->letter_choice), FALSE);
  self->letters = draft == NULL || draft->letters->len == 0 ? NULL : draft->letters;
  if (self->letters != NULL)
    {
      offer_letters (self);
      show_letter_cb (self);
    }
  else if (draft != NULL && draft->text != NULL)
    {
      acq_mail_preview_set_draft (self->words, draft);
      gtk_stack_set_visible_child_name (self->preview, "words");
    }
  else if (details->draft_error != NULL)
    show_refusal (self, _ ("This message could not be written"), details->draft_error);
}

void
acq_session_message_show (AcqSessionMessage *self, AcqQueueRow *row, const AcqSessionCase *details)
{
  const AcqPlanMessage *message = acq_queue_row_get_message (row);
  AcqDay today = acq_queue_row_get_queue (row)->view->books->today;
  g_autofree char *departure = acq_session_text_departure (message, today);
  g_autofree char *remark = NULL;

  g_return_if_fail (ACQ_IS_SESSION_MESSAGE (self));
  g_set_object (&self->row, row);
  self->letters = NULL;
  show_pill (self, message);
  gtk_label_set_text (self->departure, departure);
  gtk_widget_set_opacity (GTK_WIDGET (self->preview), details != NULL ? 1 : 0.4);
  if (details == NULL)
    return;
  remark = acq_message_options_remark (row, details->details);
  gtk_label_set_text (self->remark, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), remark != NULL);
  show_draft (self, details->details);
}

void
acq_session_message_set_narrow (AcqSessionMessage *self, gboolean narrow)
{
  g_return_if_fail (ACQ_IS_SESSION_MESSAGE (self));
  gtk_widget_set_visible (self->edit_key, !narrow);
}

static void
acq_session_message_dispose (GObject *object)
{
  AcqSessionMessage *self = ACQ_SESSION_MESSAGE (object);

  self->letters = NULL;
  g_clear_object (&self->row);
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_session_message_parent_class)->dispose (object);
}

static void
acq_session_message_class_init (AcqSessionMessageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_session_message_dispose;
  g_type_ensure (ACQ_TYPE_MAIL_PREVIEW);
  g_type_ensure (ACQ_TYPE_PDF_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/session/acq-session-message.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqSessionMessage, pill);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionMessage, departure);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionMessage, edit_key);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionMessage, remark);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionMessage, letter_choice);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionMessage, preview);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionMessage, words);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionMessage, letter);
  gtk_widget_class_bind_template_callback (widget_class, show_letter_cb);
}

static void
acq_session_message_init (AcqSessionMessage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
