/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-reminder-mail.h"

G_BEGIN_DECLS

/**
 * acq_call_guide_write:
 * @mail: what a mail would say
 *
 * What to have before one's eyes while calling: how to begin, what is owed, what was promised, what to ask and how to end.
 * The subject says what the call is about.
 *
 * Returns: (transfer full): each heading followed by its paragraphs and tables, by the mail's template where it has one
 */
AcqMailText *acq_call_guide_write (const AcqReminderMail *mail);

G_END_DECLS
