/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-reminder-mail.h"

G_BEGIN_DECLS

/**
 * acq_reminder_subject:
 *
 * The subject of a reminder on paper: that of its template with the sum of the invoices that it names, which an envelope hides and
 * the subject of a mail would not. What is added to them, and what several debtors owe, is in no such sum; a release of
 * retention names its own in the text.
 *
 * Returns: (transfer full): a text without marks
 */
char *acq_reminder_subject (const AcqReminderMail *mail, const AcqMailText *text);

G_END_DECLS
