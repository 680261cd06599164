/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-message-draft.h"

#include "acq-call-guide.h"
#include "acq-invoice-repository.h"
#include "acq-reminder-claims.h"
#include "acq-reminder-draft.h"
#include "acq-reminder-letter.h"
#include "acq-templates.h"
#include "acq-workflow-error.h"

static void
free_attachment (gpointer data)
{
  AcqDraftAttachment *attachment = data;

  g_free (attachment->number);
  g_free (attachment->name);
  g_bytes_unref (attachment->copy);
  g_free (attachment);
}

static void
free_letter (gpointer data)
{
  AcqDraftLetter *letter = data;

  g_free (letter->customer);
  g_clear_pointer (&letter->pdf, g_bytes_unref);
  acq_letter_result_free (letter->result);
  g_clear_error (&letter->refusal);
  g_free (letter);
}

void
acq_message_draft_free (AcqMessageDraft *self)
{
  if (self == NULL)
    return;
  g_free (self->unread_template);
  g_free (self->name);
  g_free (self->address);
  g_free (self->recipient);
  acq_mail_text_free (self->text);
  g_ptr_array_unref (self->letters);
  g_ptr_array_unref (self->attachments);
  g_ptr_array_unref (self->missing_copies);
  g_free (self);
}

/* A notice goes by letter, whatever channel the step names. */
static AcqMessageDraftKind
kind_of (const AcqPlanMessage *message)
{
  if (message->channel == ACQ_CHANNEL_CALL)
    return ACQ_MESSAGE_DRAFT_CALL;
  if (message->step->tone == ACQ_TONE_FORMAL_NOTICE && !message->release)
    return ACQ_MESSAGE_DRAFT_FORMAL_NOTICE;
  return message->channel == ACQ_CHANNEL_MAIL ? ACQ_MESSAGE_DRAFT_MAIL : ACQ_MESSAGE_DRAFT_LETTER;
}

static char *
postal_address (const AcqCustomer *recipient)
{
  if (recipient->address == NULL || recipient->city == NULL)
    return NULL;
  return g_strdup_printf ("%s\n%s%s%s", recipient->address,
                          recipient->postcode == NULL ? "" : recipient->postcode,
                          recipient->postcode == NULL ? "" : " ", recipient->city);
}

static char *
write_recipient (const AcqMessageDraft *self, const AcqCustomer *recipient)
{
  const char *name = self->name != NULL ? self->name : recipient->name;
  g_autofree char *line = self->address == NULL ? NULL : g_strdelimit (g_strdup (self->address), "\n", ' ');

  if (line == NULL)
    return g_strdup (name);
  if (self->kind == ACQ_MESSAGE_DRAFT_MAIL)
    return g_strdup_printf ("%s <%s>", name, line);
  return g_strdup_printf ("%s, %s", name, line);
}

static void
address_to (AcqMessageDraft *self, const AcqCustomer *recipient, const AcqContact *contact)
{
  self->role = contact == NULL ? ACQ_CONTACT_ROLE_OTHER : contact->role;
  if (contact != NULL)
    {
      self->name = g_strdup (contact->name);
      self->address = g_strdup (self->kind == ACQ_MESSAGE_DRAFT_MAIL ? contact->email : contact->phone);
    }
  else if (self->kind == ACQ_MESSAGE_DRAFT_LETTER || self->kind == ACQ_MESSAGE_DRAFT_FORMAL_NOTICE)
    self->address = postal_address (recipient);
  self->recipient = write_recipient (self, recipient);
}

/* Letters, digits, dots and dashes of a number make a name that every system takes. */
static char *
file_name (const char *number)
{
  g_autofree char *safe = g_str_to_ascii (number, "C");

  g_strcanon (safe, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", '-');
  return g_strconcat (safe, ".pdf", NULL);
}

static gboolean
add_attachment (AcqMessageDraft *self, AcqConnection *connection, const AcqInvoice *invoice, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) copy = acq_invoice_repository_load_copy (connection, invoice->id, &local_error);
  AcqDraftAttachment *attachment;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (copy == NULL)
    {
      g_ptr_array_add (self->missing_copies, g_strdup (invoice->number));
      return TRUE;
    }
  attachment = g_new0 (AcqDraftAttachment, 1);
  attachment->number = g_strdup (invoice->number);
  attachment->name = file_name (invoice->number);
  attachment->copy = g_steal_pointer (&copy);
  g_ptr_array_add (self->attachments, attachment);
  return TRUE;
}

/* One an invoice, however many parts of it are due. */
static gboolean
add_attachments (AcqMessageDraft *self, AcqConnection *connection, const AcqPlanMessage *message,
                 GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < message->items->len; i++)
    {
      const AcqInvoice *invoice = g_array_index (message->items, AcqPlanItem, i).invoice;

      if (g_hash_table_add (seen, (gpointer) invoice) && !add_attachment (self, connection, invoice, error))
        return FALSE;
    }
  return TRUE;
}

static AcqDraftLetter *
take_letter (AcqMessageDraft *self, const AcqCustomer *customer)
{
  AcqDraftLetter *letter = g_new0 (AcqDraftLetter, 1);

  letter->customer = g_strdup (customer->code);
  g_ptr_array_add (self->letters, letter);
  return letter;
}

/* What blocks one notice is said in its place; the others can leave. */
static void
add_notices (AcqMessageDraft *self, AcqCompanyFile *file, AcqPlanning *planning,
             const AcqPlanMessage *message, const char *const *accepted, guint n_before)
{

  for (guint i = 0; i < message->customers->len; i++)
    {
      AcqDraftLetter *letter = take_letter (self, message->customers->pdata[i]);
      AcqLetterRequest request = { .model = ACQ_LETTER_MODEL_FORMAL_NOTICE,
                                   .customer = letter->customer,
                                   .accepted = accepted,
                                   .day = message->day,
                                   .n_before = n_before };

      letter->pdf = acq_letter_draft_planned (file, planning, &request, &letter->result, &letter->refusal);
      n_before += letter->pdf != NULL;
    }
}

static gboolean
write_letter (AcqMessageDraft *self, const AcqReminderMail *mail, GError **error)
{
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (error);

  if (press == NULL)
    return FALSE;
  take_letter (self, mail->recipient)->pdf = acq_reminder_letter_write (press, mail, NULL, error);
  return ((AcqDraftLetter *) self->letters->pdata[0])->pdf != NULL;
}

/* In the template that is in force; a text without words never leaves. */
static gboolean
write_text (AcqMessageDraft *self, AcqCompanyFile *file, AcqReminderMail *mail, GError **error)
{
  gboolean call = self->kind == ACQ_MESSAGE_DRAFT_CALL;

  if (!acq_templates_choose (file, mail, call, &self->unread_template, error))
    return FALSE;
  self->template_model = mail->template->model;
  self->template_variant = acq_reminder_mail_variant (mail, &self->fell_back);
  self->text = call ? acq_call_guide_write (mail) : acq_reminder_mail_write (mail);
  if (acq_mail_text_is_whole (self->text))
    return TRUE;
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE,
                       acq_template_model_to_code (self->template_model));
  return FALSE;
}

static gboolean
write_words (AcqMessageDraft *self, AcqCompanyFile *file, const AcqPlanning *planning,
             const AcqPlanMessage *message, const AcqContact *contact, GError **error)
{
  g_autoptr (AcqReminderMail) mail = acq_draft_reminder (planning, message, contact);

  if (!acq_reminder_claims_add (mail, planning, message, acq_company_file_connection (file), error)
      || !write_text (self, file, mail, error))
    return FALSE;
  if (self->kind == ACQ_MESSAGE_DRAFT_LETTER)
    return write_letter (self, mail, error);
  if (self->kind == ACQ_MESSAGE_DRAFT_MAIL)
    return add_attachments (self, acq_company_file_connection (file), message, error);
  return TRUE;
}

AcqMessageDraft *
acq_message_draft_new (AcqCompanyFile *file, AcqPlanning *planning, const AcqPlanMessage *message,
                       const char *const *accepted, GError **error)
{
  return acq_message_draft_new_behind (file, planning, message, accepted, 0, error);
}

AcqMessageDraft *
acq_message_draft_new_behind (AcqCompanyFile *file, AcqPlanning *planning, const AcqPlanMessage *message,
                              const char *const *accepted, guint n_before, GError **error)
{
  g_autoptr (AcqMessageDraft) self = g_new0 (AcqMessageDraft, 1);
  const AcqContact *contact;

  self->letters = g_ptr_array_new_with_free_func (free_letter);
  self->attachments = g_ptr_array_new_with_free_func (free_attachment);
  self->missing_copies = g_ptr_array_new_with_free_func (g_free);
  self->kind = kind_of (message);
  contact = self->kind == ACQ_MESSAGE_DRAFT_FORMAL_NOTICE ? NULL : acq_plan_message_contact (message);
  address_to (self, message->recipient, contact);
  self->lacks_account = planning->ledger->company->iban == NULL;
  if (self->kind == ACQ_MESSAGE_DRAFT_FORMAL_NOTICE)
    add_notices (self, file, planning, message, accepted, n_before);
  else if (!write_words (self, file, planning, message, contact, error))
    return NULL;
  return g_steal_pointer (&self);
}
