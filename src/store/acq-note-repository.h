/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"
#include "acq-ledger.h"

G_BEGIN_DECLS

/* Each keeps a new row and sets its id. */
gboolean acq_note_repository_insert (AcqConnection *connection, AcqNote *note, GError **error);
gboolean acq_note_repository_insert_plan (AcqConnection *connection, AcqPaymentPlan *plan, GError **error);
/* Keeps other instalments and another end of interest for a plan that is kept already. */
gboolean acq_note_repository_amend_plan (AcqConnection *connection, const AcqPaymentPlan *plan, GError **error);
gboolean acq_note_repository_insert_reminder (AcqConnection *connection, AcqReminder *reminder,
                                              GError **error);

/* The reminders of a message left on another day than was said. */
gboolean acq_note_repository_move_reminders (AcqConnection *connection, gint64 message_id, AcqDay day,
                                             GError **error);

/* NULL without an error where there is none. */
AcqNote *acq_note_repository_find (AcqConnection *connection, gint64 id, GError **error);
gboolean acq_note_repository_close (AcqConnection *connection, gint64 id, GError **error);
/* All answers of a customer that nobody had read. */
gboolean acq_note_repository_close_answers (AcqConnection *connection, gint64 customer_id, GError **error);
/* *ret_found is FALSE where there is no such plan, or it had ended before. */
gboolean acq_note_repository_end_plan (AcqConnection *connection, gint64 id, gboolean *ret_found,
                                       GError **error);

/* Adds every note, payment plan and reminder to the ledger. */
gboolean acq_note_repository_load (AcqConnection *connection, AcqLedger *ledger, GError **error);

G_END_DECLS
