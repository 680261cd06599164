/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-note.h"

G_BEGIN_DECLS

/* What a dispute is about, in the user's language. Free what is returned unless it is const. */

/* "Quality or defect"; "Not said" where nobody has. */
const char *acq_dispute_category_text (AcqDisputeCategory category);
/* "Disputed for 12 days", counted from the day on which the dispute opened, whatever is due when; "Disputed today". */
char *acq_dispute_age_text (AcqDay opened, AcqDay today);
/* All that is known of an open dispute: its age, category, last day, the customer's words and who deals with it. */
char *acq_dispute_text (const AcqNote *dispute, AcqDay today);
/* "followed up by Marie"; NULL where nobody is named. */
char *acq_dispute_person_text (const AcqNote *dispute);

G_END_DECLS
