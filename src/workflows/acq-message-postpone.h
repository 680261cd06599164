/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"
#include "acq-plan.h"
#include "acq-planning.h"

G_BEGIN_DECLS

/**
 * acq_message_postpone:
 * @day: on which it may leave again, after today
 * @reason: (nullable): the user's words
 *
 * Holds each invoice of a planned message until the day before, in one change. ACQ_WORKFLOW_ERROR_BAD_DAY where the day is not
 * ahead.
 */
gboolean acq_message_postpone (AcqCompanyFile *file, const AcqPlanMessage *message, AcqDay day,
                               const char *reason, GError **error);

/* The first day on which messages leave, at least that many days after the one that the message would leave on;
   ACQ_DAY_NONE where there is none. */
AcqDay acq_message_postponed_day (const AcqPlanning *planning, const AcqPlanMessage *message, int days);

G_END_DECLS
