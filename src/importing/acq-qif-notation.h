/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-money.h"
#include "acq-written-day.h"

G_BEGIN_DECLS

/**
 * AcqQifNotation:
 *
 * How one file writes days and amounts. QIF does not say, and one record alone often cannot tell: all of them are weighed
 * first, then each is read in the same way.
 */
typedef struct
{
  AcqDay today;
  guint no_day_first;     /* days that cannot be read with the day first */
  guint no_month_first;
  guint future_day_first; /* days that lie after today if they are */
  guint future_month_first;
  guint comma_decides;    /* amounts whose comma can only be the decimal one */
  guint dot_decides;
} AcqQifNotation;

/* "today" speaks against an order that puts days after it. */
void acq_qif_notation_init (AcqQifNotation *self, AcqDay today);
void acq_qif_notation_weigh_day (AcqQifNotation *self, const char *text, gsize len);
void acq_qif_notation_weigh_amount (AcqQifNotation *self, const char *text, gsize len);

/* The French order unless the file cannot be read in it, or only as days to come. */
AcqDayOrder acq_qif_notation_order (const AcqQifNotation *self);

/* "05/01/26", "5/1'26", " 1/ 5' 6", "05.01.2026", "2026-01-05", "20260105". ACQ_DAY_NONE for what is none. Years of two
   digits are those from 1970 to 2069. */
AcqDay acq_qif_notation_parse_day (const AcqQifNotation *self, const char *text, gsize len);
/* "1 234,56", "1.234,56", "1,234.56", "-12". FALSE for what is none. */
gboolean acq_qif_notation_parse_amount (const AcqQifNotation *self, const char *text, gsize len,
                                        AcqCurrency currency, gint64 *ret_minor);

G_END_DECLS
