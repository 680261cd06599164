/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-planning.h"
#include "acq-reminder-mail.h"

G_BEGIN_DECLS

/**
 * acq_reminder_claims_add:
 * @mail: made of the message
 *
 * Works out what a formal notice would claim beside the principal, for a last reminder that announces it. They stay unknown where
 * a rate of the law is missing, where a debt is asked for in part only, or in another currency.
 *
 * Returns: %FALSE where the file cannot be read
 */
gboolean acq_reminder_claims_add (AcqReminderMail *mail, const AcqPlanning *planning,
                                  const AcqPlanMessage *message, AcqConnection *connection, GError **error);

G_END_DECLS
