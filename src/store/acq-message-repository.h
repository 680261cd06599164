/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"
#include "acq-message.h"

G_BEGIN_DECLS

/* Keeps a new message with its items in the round that runs, and sets its id and round. A message of that recipient, step and round
   that is there already is an error. */
gboolean acq_message_repository_insert (AcqConnection *connection, AcqMessage *message, GError **error);
/* With its items; NULL without an error where there is none. */
AcqMessage *acq_message_repository_find (AcqConnection *connection, gint64 id, GError **error);
/* (element-type AcqMessage) (transfer full): all, or those of one recipient (0: of all), the oldest first. */
GPtrArray *acq_message_repository_list (AcqConnection *connection, gint64 recipient_id, GError **error);
/* With its items. */
gboolean acq_message_repository_remove (AcqConnection *connection, gint64 id, GError **error);
/* Marks it as sent on that day; the number may be NULL. */
gboolean acq_message_repository_set_sent (AcqConnection *connection, gint64 id, AcqDay sent,
                                          const char *registered_number, GError **error);

G_END_DECLS
