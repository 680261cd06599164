/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-planning.h"
#include "acq-reminder-mail.h"

G_BEGIN_DECLS

/**
 * acq_draft_reminder:
 * @contact: (nullable): of the message's recipient
 *
 * What a planned message says, as data. Borrows from the planning and the message.
 */
AcqReminderMail *acq_draft_reminder (const AcqPlanning *planning, const AcqPlanMessage *message,
                                     const AcqContact *contact);

G_END_DECLS
