/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reminder-box.h"

#include "acq-letter-sender.h"
#include "acq-letter-text.h"
#include "acq-mail-scope.h"
#include "acq-mail-words.h"
#include "acq-payment-box.h"

/* What the box calls its sum and its day. */
typedef struct
{
  const char *amount;
  const char *condition;
  const char *until; /* of a day */
} BoxWords;

static const BoxWords words_of[] = {
  [ACQ_TONGUE_FRENCH] = { "Montant à régler", "À recevoir", "au plus tard le *{day}*" },
  [ACQ_TONGUE_ENGLISH] = { "Amount to pay", "To arrive", "by *{day}* at the latest" },
};

static AcqTemplateModel
model_of (const AcqReminderMail *mail)
{
  return mail->template != NULL ? mail->template->model : acq_reminder_mail_choose_model (mail);
}

/* The day by which the money is asked for. A message before the due day asks for nothing sooner, and one that offers to pay
   in parts asks for an answer by its day. */
static AcqDay
find_day (const AcqReminderMail *mail, const AcqMailAccount *account)
{
  switch (model_of (mail))
    {
    case ACQ_TEMPLATE_MODEL_COURTEOUS:
    case ACQ_TEMPLATE_MODEL_FIRM:
    case ACQ_TEMPLATE_MODEL_BROKEN_PROMISE:
    case ACQ_TEMPLATE_MODEL_LAST_REMINDER:
    case ACQ_TEMPLATE_MODEL_RETENTION_RELEASE:
      return mail->deadline;
    case ACQ_TEMPLATE_MODEL_BEFORE_DUE:
      return account->items->len == 1 ? ((const AcqMailItem *) account->items->pdata[0])->due : ACQ_DAY_NONE;
    case ACQ_TEMPLATE_MODEL_PROPOSAL:
    case ACQ_TEMPLATE_MODEL_CALL_GUIDE:
    case ACQ_TEMPLATE_MODEL_DISPUTE_ANSWER:
    case ACQ_TEMPLATE_MODEL_STATEMENT:
    case ACQ_TEMPLATE_MODEL_THANKS:
    default:
      return ACQ_DAY_NONE;
    }
}

static char *
write_condition (AcqTongue tongue, AcqDay day)
{
  g_autofree char *date = acq_mail_full_weekday (tongue, day);

  return acq_letter_text_fill (words_of[tongue].until, "day", date, NULL);
}

static gboolean
can_be_paid (const AcqReminderMail *mail, const char *reference, gint64 amount)
{
  const char *iban = mail->company->iban;

  return iban != NULL && iban[0] != '\0' && reference != NULL && amount > 0
         && acq_currency_equal (mail->currency, ACQ_CURRENCY_EUR);
}

gboolean
acq_reminder_box_add (AcqLetterLayout *layout, const AcqReminderMail *mail, const AcqMailAccount *account,
                      AcqTemplateVariant variant, double gap)
{
  g_auto (AcqMailScope) scope = { 0 };
  g_autofree char *reference = NULL;
  g_autofree char *beneficiary = acq_company_legal_name (mail->company);
  g_autofree char *condition = NULL;
  AcqDay day = find_day (mail, account);
  AcqTongue tongue = acq_template_variant_tongue (variant);
  AcqPaymentBox box = { .amount_label = words_of[tongue].amount,
                        .beneficiary = beneficiary,
                        .iban = mail->company->iban,
                        .bic = mail->company->bic,
                        .bank_name = mail->company->bank_name,
                        .tongue = tongue };

  acq_mail_scope_init (&scope, mail);
  box.reference = reference = acq_mail_scope_reference (&scope, account);
  box.amount = acq_mail_scope_asked_of (&scope, account);
  if (!can_be_paid (mail, reference, box.amount))
    return FALSE;
  if (day != ACQ_DAY_NONE)
    {
      box.condition_label = words_of[tongue].condition;
      box.condition = condition = write_condition (tongue, day);
    }
  acq_letter_layout_add_payment_box (layout, &box, gap);
  return TRUE;
}
