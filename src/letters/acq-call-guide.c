/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-call-guide.h"

AcqMailText *
acq_call_guide_write (const AcqReminderMail *mail)
{
  g_autoptr (AcqMailTemplate) template
    = mail->template != NULL
        ? acq_mail_template_ref (mail->template)
        : acq_mail_template_original (ACQ_TEMPLATE_MODEL_CALL_GUIDE, acq_reminder_mail_variant (mail, NULL));
  AcqReminderMail guide = *mail;

  guide.template = template;
  return acq_reminder_mail_write (&guide);
}
