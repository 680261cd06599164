/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"
#include "acq-queue-row.h"

G_BEGIN_DECLS

/* Asks what came of a call that a row plans, approved or not, and keeps the call with what was promised, disputed or answered.
   Where nobody was reached it is put off to the next day. */
void acq_call_dialog_present (GtkWindow *parent, AcqOpenCompany *company, AcqQueueRow *row);

G_END_DECLS
