/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reminder-mail.h"

#include "acq-french-text.h"
#include "acq-letter-sender.h"
#include "acq-mail-scope.h"
#include "acq-mail-words.h"
#include "acq-reminder-values.h"
#include "acq-sms-text.h"
#include "acq-template-phrases.h"
#include "acq-template-render.h"

static void
free_item (gpointer data)
{
  AcqMailItem *item = data;

  g_free (item->number);
  g_array_unref (item->reminders);
  g_free (item);
}

static void
free_account (gpointer data)
{
  AcqMailAccount *account = data;

  g_ptr_array_unref (account->items);
  g_free (account);
}

AcqReminderMail *
acq_reminder_mail_new (void)
{
  AcqReminderMail *self = g_new0 (AcqReminderMail, 1);

  self->accounts = g_ptr_array_new_with_free_func (free_account);
  self->payment.day = self->dispute.day = ACQ_DAY_NONE;
  return self;
}

void
acq_reminder_mail_free (AcqReminderMail *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->accounts);
  acq_mail_template_unref (self->template);
  g_free (self->payment.reason);
  g_free (self->dispute.reason);
  g_free (self);
}

AcqMailAccount *
acq_reminder_mail_account (AcqReminderMail *self, const AcqCustomer *customer)
{
  AcqMailAccount *account;

  for (guint i = 0; i < self->accounts->len; i++)
    if (((const AcqMailAccount *) self->accounts->pdata[i])->customer == customer)
      return self->accounts->pdata[i];
  account = g_new0 (AcqMailAccount, 1);
  account->customer = customer;
  account->items = g_ptr_array_new_with_free_func (free_item);
  g_ptr_array_add (self->accounts, account);
  return account;
}

AcqMailItem *
acq_mail_account_add_item (AcqMailAccount *self, const char *number, AcqDay due, gint64 amount)
{
  AcqMailItem *item = g_new0 (AcqMailItem, 1);

  item->number = acq_french_printable (number);
  item->issued = ACQ_DAY_NONE;
  item->due = due;
  item->amount = item->total = item->whole = amount;
  item->promise.made = item->promise.until = ACQ_DAY_NONE;
  item->reminders = g_array_new (FALSE, FALSE, sizeof (AcqMailReminder));
  g_ptr_array_add (self->items, item);
  return item;
}

void
acq_mail_item_add_reminder (AcqMailItem *self, AcqDay day, gboolean call)
{
  AcqMailReminder reminder = { day, call };

  g_array_append_val (self->reminders, reminder);
}

gboolean
acq_reminder_mail_is_upcoming (const AcqReminderMail *self, const AcqMailItem *item)
{
  return self->tone != ACQ_MAIL_TONE_INFORMATIVE && item->due >= self->day;
}

AcqTemplateModel
acq_reminder_mail_choose_model (const AcqReminderMail *self)
{
  g_auto (AcqMailScope) scope = { 0 };

  switch (self->tone)
    {
    case ACQ_MAIL_TONE_INFORMATIVE:
      return ACQ_TEMPLATE_MODEL_BEFORE_DUE;
    case ACQ_MAIL_TONE_PROPOSAL:
      return ACQ_TEMPLATE_MODEL_PROPOSAL;
    case ACQ_MAIL_TONE_RELEASE:
      return ACQ_TEMPLATE_MODEL_RETENTION_RELEASE;
    case ACQ_MAIL_TONE_LAST:
      return ACQ_TEMPLATE_MODEL_LAST_REMINDER;
    case ACQ_MAIL_TONE_COURTEOUS:
    case ACQ_MAIL_TONE_FIRM:
    default:
      acq_mail_scope_init (&scope, self);
      if (scope.n_level > 0 && scope.n_promised == scope.n_level)
        return ACQ_TEMPLATE_MODEL_BROKEN_PROMISE;
      return self->tone == ACQ_MAIL_TONE_FIRM ? ACQ_TEMPLATE_MODEL_FIRM : ACQ_TEMPLATE_MODEL_COURTEOUS;
    }
}

AcqTemplateVariant
acq_reminder_mail_variant (const AcqReminderMail *self, gboolean *ret_fell_back)
{
  return acq_template_variant_choose (self->recipient->language,
                                      self->recipient->address_form == ACQ_ADDRESS_FORM_TU, ret_fell_back);
}

/* By articles R123-237 and R526-27 of the Code de commerce. */
static char *
write_imprint (const AcqCompany *company)
{
  g_autoptr (AcqLetterhead) head = acq_letterhead_new_for_company (company);

  return acq_mail_widen (
    acq_french_list ((const char *const *) head->mentions->pdata, head->mentions->len, " · "));
}

/* A message on a telephone's screen may be read by others: it never tells of the debts of several customers. */
static char *
write_sms (const AcqReminderMail *self, const AcqMailTemplate *template, const AcqTemplateValues *values)
{
  g_autoptr (AcqMailText) scrap = acq_mail_text_new ();
  g_autofree char *line = NULL;

  scrap->tongue = acq_template_variant_tongue (template->variant);
  if (template->sms == NULL || self->accounts->len != 1
      || ((const AcqMailAccount *) self->accounts->pdata[0])->customer != self->recipient)
    return NULL;
  line = acq_template_render_line (template->sms, values, scrap);
  return scrap->blanks->len > 0 || scrap->is_cut ? NULL : acq_sms_text_fold (line);
}

AcqMailText *
acq_reminder_mail_write (const AcqReminderMail *self)
{
  g_autoptr (AcqMailTemplate) template
    = self->template != NULL ? acq_mail_template_ref (self->template)
                             : acq_mail_template_original (acq_reminder_mail_choose_model (self),
                                                           acq_reminder_mail_variant (self, NULL));
  g_autoptr (AcqReminderValues) values = NULL;
  AcqMailText *text = acq_mail_text_new ();

  g_return_val_if_fail (self->accounts->len > 0, text);
  text->tongue = acq_template_variant_tongue (template->variant);
  values = acq_reminder_values_new (self, template->variant);
  acq_template_phrases_set (values->values, template->variant);
  text->subject = acq_template_render_line (template->subject, values->values, text);
  acq_template_render_body (template->body, values->values, text);
  text->sms = write_sms (self, template, values->values);
  if (!self->on_paper && template->model != ACQ_TEMPLATE_MODEL_CALL_GUIDE)
    acq_mail_text_take (text, ACQ_MAIL_BLOCK_IMPRINT, write_imprint (self->company));
  return text;
}
