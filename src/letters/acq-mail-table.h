/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-reminder-mail.h"

G_BEGIN_DECLS

/* The rows of one debtor's debts, with their sum, as the mail has them. */
void acq_mail_table_fill (AcqMailBlock *table, const AcqReminderMail *mail, const AcqMailAccount *account,
                          AcqTongue tongue);

G_END_DECLS
