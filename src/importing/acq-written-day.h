/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-day.h"

G_BEGIN_DECLS

/* Which of the first two numbers of "03/04/2026" is the day. */
typedef enum
{
  ACQ_DAY_ORDER_DAY_FIRST,
  ACQ_DAY_ORDER_MONTH_FIRST,
} AcqDayOrder;

/* What the days of one column say of their order: how many can only be read in one way, and in which. */
typedef struct
{
  guint day_first;
  guint month_first;
} AcqDayOrderEvidence;

/* Adds what one cell says; cells that hold no day, and days that can be read both ways, say nothing. */
void acq_day_order_weigh (AcqDayOrderEvidence *evidence, const char *text);
/* The day first (the French order) unless the cells say otherwise without contradiction. */
AcqDayOrder acq_day_order_decide (const AcqDayOrderEvidence *evidence);

/**
 * acq_written_day_parse:
 * @text: (nullable): a day as people and their programs write it: "15/01/2026", "15.1.26", "2026-01-15T00:00:00",
 *   "20260115", "15 janv. 2026", "15-Jan-26", "46037" (a spreadsheet's serial day of the 1900 system)
 *
 * A time of day after it is passed over. Years of two digits are those from 1970 to 2069.
 *
 * Returns: the day, or ACQ_DAY_NONE where the text is none
 */
AcqDay acq_written_day_parse (const char *text, AcqDayOrder order);

G_END_DECLS
