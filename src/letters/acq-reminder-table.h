/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-layout.h"
#include "acq-reminder-mail.h"
#include "acq-tongue.h"

G_BEGIN_DECLS

/**
 * acq_reminder_tables_add:
 * @gap: above the first of them, in points
 * @compact: for a letter that would leave little on its last page
 *
 * One debtor's debts as a letter shows them: what the letter is about, what is added to it and stands at a lower step, and what
 * is not due yet, each in a table of its own with the reminders that each debt really had. Columns that would say nothing
 * fall away.
 */
void acq_reminder_tables_add (AcqLetterLayout *layout, const AcqReminderMail *mail,
                              const AcqMailAccount *account, AcqTongue tongue, double gap, gboolean compact);

G_END_DECLS
