/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-reminder-mail.h"
#include "acq-tongue.h"

G_BEGIN_DECLS

/* The small words of mails: spaces are those of the window, the wide one before : and €. All results are to be freed. */

/* A text of ours as the tongue sets it: apostrophes, and the spaces of French. Marks stay as they are. */
char *acq_mail_typeset (AcqTongue tongue, const char *text);
/* As acq_letter_text_fill(), with the mail's spaces. */
char *acq_mail_fill (const char *model, ...) G_GNUC_NULL_TERMINATED;
/* Takes a text and gives it back with the mail's spaces. */
char *acq_mail_widen (char *text);
/* With a capital at its beginning. */
char *acq_mail_capitalize (const char *text);

/* "1 482,40 €", "€1,482.40"; other currencies by their code. */
char *acq_mail_amount (AcqTongue tongue, gint64 minor, AcqCurrency currency);
/* The same without the currency, for columns whose head names it. */
char *acq_mail_figure (AcqTongue tongue, gint64 minor, AcqCurrency currency);
/* "27/06/2025", "27 Jun 2025". */
char *acq_mail_short_day (AcqTongue tongue, AcqDay day);
/* "30 octobre", with the year where it is not the mail's. */
char *acq_mail_day (AcqTongue tongue, AcqDay day, AcqDay mail_day);
/* "30 octobre 2026". */
char *acq_mail_full_day (AcqTongue tongue, AcqDay day);
/* "mardi 1ᵉʳ décembre". */
char *acq_mail_weekday (AcqTongue tongue, AcqDay day, AcqDay mail_day);
/* "mardi 1ᵉʳ décembre 2026". */
char *acq_mail_full_weekday (AcqTongue tongue, AcqDay day);
/* "deux". */
char *acq_mail_count (AcqTongue tongue, guint count);

/* Reminders that may be named: after the due day and not after the mail's. (element-type AcqMailReminder) */
GArray *acq_mail_shown_reminders (const AcqMailItem *item, AcqDay mail_day);
/* "le 2 novembre", "les 26 octobre et 2 novembre", "les 12 octobre et 26 octobre (appel)"; "" where there was none. */
char *acq_mail_reminder_days (AcqTongue tongue, const AcqMailItem *item, AcqDay mail_day);
/* ", malgré notre rappel du 16 novembre"; "" where there was none. */
char *acq_mail_despite (AcqTongue tongue, const AcqMailItem *item, AcqDay mail_day);

/* "F1, F2 et F3". (element-type utf8) */
char *acq_mail_join (AcqTongue tongue, const GPtrArray *numbers);

G_END_DECLS
