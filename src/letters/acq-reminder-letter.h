/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-press.h"
#include "acq-reminder-mail.h"

G_BEGIN_DECLS

/**
 * acq_reminder_letter_write:
 * @mail: with on_paper set
 * @ret_n_pages: (out) (optional): sheets, one side each
 *
 * A reminder on paper: the words of the mail under the letterhead, with the address in the envelope's window.
 *
 * Returns: (transfer full): a PDF, or %NULL with an ACQ_LETTER_ERROR
 */
GBytes *acq_reminder_letter_write (AcqLetterPress *press, const AcqReminderMail *mail, guint *ret_n_pages,
                                   GError **error);

G_END_DECLS
