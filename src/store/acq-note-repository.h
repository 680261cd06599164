/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"
#include "acq-ledger.h"

G_BEGIN_DECLS

/* Each keeps a new row and sets its id. */
gboolean acq_note_repository_insert (AcqConnection *connection, AcqNote *note, GError **error);
gboolean acq_note_repository_insert_plan (AcqConnection *connection, AcqPaymentPlan *plan, GError **error);
gboolean acq_note_repository_insert_reminder (AcqConnection *connection, AcqReminder *reminder,
                                              GError **error);

/* Adds every note, payment plan and reminder to the ledger. */
gboolean acq_note_repository_load (AcqConnection *connection, AcqLedger *ledger, GError **error);

G_END_DECLS
