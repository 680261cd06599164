/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-day.h"

G_BEGIN_DECLS

/* Days as readers of the user's language write them, whatever the locale of the C library. Every day must be valid;
   "today" tells which year needs not be said. Free what is returned. */

/* "2026-11-21", all figures: for tables and entries. */
char *acq_day_text_numeric (AcqDay day);
/* "22 Oct", or "9 Nov 2023" in another year: for columns. */
char *acq_day_text_short (AcqDay day, AcqDay today);
/* "22 October", or "9 November 2023" in another year. */
char *acq_day_text (AcqDay day, AcqDay today);
/* "22 October 2026". */
char *acq_day_text_full (AcqDay day);
/* "Monday 23 November", with the year in another year. */
char *acq_day_text_weekday (AcqDay day, AcqDay today);
/* "today", "yesterday", "tomorrow", "Monday 23 November" within a week, else as acq_day_text(). */
char *acq_day_text_relative (AcqDay day, AcqDay today);
/* As an adverb: "today", "yesterday", "tomorrow", "Monday" within the coming week, else "on 27 Nov". */
char *acq_day_text_when (AcqDay day, AcqDay today);
/* "October 2026". */
char *acq_month_text (AcqDay day);
/* "Oct 2026". */
char *acq_month_text_short (AcqDay day);

/* A day as people type it: the ISO form, "23/11/2026", "23/11", "23-11-26", "23.11.2026"; without a year the nearest
   to @today. ACQ_DAY_NONE for anything else; NULL is allowed. */
AcqDay acq_day_parse_typed (const char *text, AcqDay today);

G_END_DECLS
