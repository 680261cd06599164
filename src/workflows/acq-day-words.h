/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-day.h"

G_BEGIN_DECLS

/**
 * acq_day_words_find:
 * @text: (nullable): what somebody said, in French or in English: "le règlement part vendredi", "paid by the 27th"
 *
 * The first day from @today on that the words name: a day of the week, tomorrow, the end of the month, "le 27", "27/11",
 * "27 novembre". ACQ_DAY_NONE where they name none.
 */
AcqDay acq_day_words_find (const char *text, AcqDay today);

/* Whether they speak of money that is to come. */
gboolean acq_day_words_promise (const char *text);

G_END_DECLS
