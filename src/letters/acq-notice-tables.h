/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-table.h"
#include "acq-notice-figures.h"

G_BEGIN_DECLS

/* Millimetres above and below the text of a table's row. */
#define ACQ_ROW_PADDING         0.8
#define ACQ_ROW_PADDING_COMPACT 0.55

typedef enum
{
  ACQ_NOTICE_ITEMS_FIRST,
  ACQ_NOTICE_ITEMS_BELOW,
} AcqNoticeItems;

/* Adds the table of the invoices of the letter's level, or of those below it, with a total where there is more than one. */
guint acq_notice_add_items (AcqLetterLayout *layout, const AcqLetter *letter, const AcqNoticeFigures *figures,
                            AcqNoticeItems items, AcqTableBreaking breaking, double padding, double gap);

/* The claim line by line, down to the sum that is demanded. */
guint acq_notice_add_claim (AcqLetterLayout *layout, const AcqLetter *letter, const AcqNoticeFigures *figures,
                            double padding, double gap);

G_END_DECLS
