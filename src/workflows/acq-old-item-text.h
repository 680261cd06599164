/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-old-items.h"

G_BEGIN_DECLS

/* A sentence below an answer: "2 times, the last one on 30 May · read in the file", "paid on 3 September, by cheque", "not
   answered yet". Only what belongs to the answer is read of the rest; reason is nullable. Free it. */
char *acq_old_answer_text (AcqOldAnswer answer, int reminders, AcqDay day, AcqMeans means, const char *reason,
                           gboolean from_file, AcqDay today);
/* "by cheque", as the end of a clause; "" where it is unknown. */
const char *acq_means_clause_text (AcqMeans means);

G_END_DECLS
