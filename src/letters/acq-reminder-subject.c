/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reminder-subject.h"

#include <string.h>

#include "acq-customer-law.h"
#include "acq-mail-scope.h"
#include "acq-mail-words.h"

/* Behind a sum beside which more will be claimed. */
static const char *const principal_words[]
  = { [ACQ_TONGUE_FRENCH] = " en principal", [ACQ_TONGUE_ENGLISH] = " principal" };

static gboolean
has_penalties (const AcqReminderMail *mail)
{
  return mail->tone == ACQ_MAIL_TONE_LAST
         && acq_customer_claims_interest_by_law (((const AcqMailAccount *) mail->accounts->pdata[0])->customer);
}

char *
acq_reminder_subject (const AcqReminderMail *mail, const AcqMailText *text)
{
  g_auto (AcqMailScope) scope = { 0 };
  g_autofree char *sum = NULL;

  acq_mail_scope_init (&scope, mail);
  if (mail->accounts->len != 1 || mail->tone == ACQ_MAIL_TONE_RELEASE || scope.level <= 0)
    return g_strdup (text->subject);
  sum = acq_mail_amount (text->tongue, scope.level, mail->currency);
  if (strstr (text->subject, sum) != NULL)
    return g_strdup (text->subject);
  return g_strconcat (text->subject, ", ", sum, has_penalties (mail) ? principal_words[text->tongue] : "", NULL);
}
