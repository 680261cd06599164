/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-reminder-mail.h"

G_BEGIN_DECLS

/* The small words of mails: spaces are those of the window, the wide one before : and €. All results are to be freed. */

/* As acq_letter_text_fill(), with the mail's spaces. */
char *acq_mail_fill (const char *model, ...) G_GNUC_NULL_TERMINATED;
/* Takes a text and gives it back with the mail's spaces. */
char *acq_mail_widen (char *text);

/* "1 482,40 €"; other currencies by their code. */
char *acq_mail_amount (gint64 minor, AcqCurrency currency);
/* "30 octobre", with the year where it is not the mail's. */
char *acq_mail_day (AcqDay day, AcqDay mail_day);
/* "mardi 1ᵉʳ décembre". */
char *acq_mail_weekday (AcqDay day, AcqDay mail_day);

/* Reminders that may be named: after the due day and not after the mail's. (element-type AcqMailReminder) */
GArray *acq_mail_shown_reminders (const AcqMailItem *item, AcqDay mail_day);
/* "le 2 novembre", "les 26 octobre et 2 novembre", "les 12 octobre et 26 octobre (appel)"; "" where there was none. */
char *acq_mail_reminder_days (const AcqMailItem *item, AcqDay mail_day);
/* ", malgré notre rappel du 16 novembre"; "" where there was none. noun: of one and of several. */
char *acq_mail_despite (const AcqMailItem *item, AcqDay mail_day, const char *one, const char *several);

/* "F1, F2 et F3". (element-type utf8) */
char *acq_mail_join (const GPtrArray *numbers);

G_END_DECLS
