/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-day.h"

G_BEGIN_DECLS

/* The two spaces that French typography does not break at: the narrow one before ; : ! ? % €, inside « » and between
   thousands, and the wide one. Pango stretches the wide one in justified text, never the narrow one. */
#define ACQ_NARROW_SPACE "\u202f"
#define ACQ_WIDE_SPACE   "\u00a0"

/* "25 972,43 €" with narrow spaces and the minus sign U+2212; the amount is in cents. Free it, as all below. */
char *acq_french_amount (gint64 cents);
/* As above without the currency, for columns whose head says "(€)". */
char *acq_french_figure (gint64 cents);
/* "12,40 %" from hundredths of a per cent. */
char *acq_french_rate (int rate);
/* "12,40", for columns. */
char *acq_french_rate_figure (int rate);
/* "10", "8,25": points of a rate from hundredths of a per cent, without the comma where there is nothing behind it. */
char *acq_french_points (int points);
/* "40 €": as acq_french_amount(), without the cents where there are none. */
char *acq_french_short_amount (gint64 cents);
/* A whole number with narrow spaces between thousands. */
char *acq_french_number (gint64 number);

/* "23 novembre 2026", "1ᵉʳ juillet 2026", with wide no-break space between day and month. */
char *acq_french_day (AcqDay day);
/* "28 juillet", without the year. */
char *acq_french_day_month (AcqDay day);
/* "mardi 8 décembre 2026". */
char *acq_french_weekday_day (AcqDay day);
/* "27/06/2025". */
char *acq_french_short_day (AcqDay day);
/* "1ᵉʳ sem. 2025", of the half-year that the day lies in. */
char *acq_french_half_year (AcqDay day);
/* "1ᵉʳ semestre 2025". */
char *acq_french_half_year_long (AcqDay day);

/* "une", "deux"… "vingt" in the feminine, for counts of invoices; figures above twenty. */
char *acq_french_count (guint count);

/**
 * acq_french_days_list:
 * @days: (array length=n_days): in order
 *
 * "28 juillet, 8 septembre et 19 octobre 2026": each year is said once, behind its last day. At least one day.
 */
char *acq_french_days_list (const AcqDay *days, gsize n_days);

/* "F1, F2 et F3" (or with commas only). At least one text. */
char *acq_french_list (const char *const *texts, gsize n_texts, const char *last_separator);

/* Invoices, sums of days: the singular for 0 and 1, as French counts. */
#define acq_french_plural(count, singular, plural) ((count) > 1 ? (plural) : (singular))

/**
 * acq_french_spaces:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text with the apostrophe U+2019 and the spaces that French demands: a space that stands before
 *   ; : ! ? % € or » or behind « becomes narrow. Where there is none, none is added: times and addresses of the web stay.
 */
char *acq_french_spaces (const char *text);

/**
 * acq_french_printable:
 * @text: (nullable): text from outside
 *
 * Returns: (transfer full): one line without control characters, directional marks and invisible characters; white space
 *   squeezed; invalid UTF-8 replaced; "" for %NULL
 */
char *acq_french_printable (const char *text);

G_END_DECLS
