/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-reminder-mail.h"
#include "acq-tongue.h"

G_BEGIN_DECLS

/* Which of the debts a table holds. */
typedef enum
{
  ACQ_REMINDER_PART_LEVEL,
  ACQ_REMINDER_PART_BELOW,    /* at a lower step than the letter */
  ACQ_REMINDER_PART_UPCOMING, /* not due yet, and not asked */
} AcqReminderPart;

#define ACQ_N_REMINDER_PARTS (ACQ_REMINDER_PART_UPCOMING + 1)

AcqReminderPart acq_reminder_part_of (const AcqReminderMail *mail, const AcqMailItem *item);

/**
 * acq_reminder_lead:
 * @part: of which the account has an item
 *
 * The line above a second table: "S’y ajoute une facture échue plus récemment, rappelée une fois :". It says of them only
 * what is true of each.
 *
 * Returns: (transfer full) (nullable): %NULL for what the letter is about
 */
char *acq_reminder_lead (const AcqReminderMail *mail, const AcqMailAccount *account, AcqReminderPart part,
                         AcqTongue tongue);

G_END_DECLS
