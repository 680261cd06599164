/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-segment.h"

G_BEGIN_DECLS

/* The rules of who gets a scenario, in the user's language. */

/* A condition as one line: "Customer for a year or more", "Except: public bodies". Free it. */
char *acq_rule_text (const AcqSegmentCondition *condition);

/* What can be asked, without a value: "Customer for at least". */
const char *acq_criterion_text (AcqCriterion criterion);
/* What is easily taken wrong about it, as a sentence; NULL where nothing is. */
const char *acq_criterion_hint_text (AcqCriterion criterion);

/* "companies, associations": of a set of ACQ_CUSTOMER_KIND_BIT. Free it. */
char *acq_customer_kinds_text (guint kinds);

/* That nobody can meet all conditions, and which two of them show it; NULL where they agree. Free it. */
char *acq_rule_contradiction_text (const AcqSegmentCondition *conditions, gsize n_conditions);

G_END_DECLS
