/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-layout.h"
#include "acq-reminder-mail.h"

G_BEGIN_DECLS

/**
 * acq_reminder_box_add:
 *
 * The payment box of one debtor, with the sum that he is asked for and the day until which it is expected.
 *
 * Returns: %FALSE where a box would not help: the account is not known, a debt is not ours to be paid, or the money is none
 *   that a SEPA transfer carries
 */
gboolean acq_reminder_box_add (AcqLetterLayout *layout, const AcqReminderMail *mail,
                               const AcqMailAccount *account, AcqTemplateVariant variant, double gap);

G_END_DECLS
