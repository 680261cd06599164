/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-queue-row.h"
#include "acq-session-case.h"

G_BEGIN_DECLS

/**
 * AcqSessionCustomer:
 *
 * Whom a session asks about: his name and number, what he owes and how he pays, what happened last, and why the message leaves
 * now. Its name opens his page by "session.open-customer".
 */
#define ACQ_TYPE_SESSION_CUSTOMER (acq_session_customer_get_type ())
G_DECLARE_FINAL_TYPE (AcqSessionCustomer, acq_session_customer, ACQ, SESSION_CUSTOMER, GtkWidget)

/* @details: (nullable): NULL while it is worked out, what was there pales */
void acq_session_customer_show (AcqSessionCustomer *self, AcqQueueRow *row, const AcqSessionCase *details);

G_END_DECLS
