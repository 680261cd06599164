/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"
#include "acq-queue-row.h"

G_BEGIN_DECLS

/* Asks until when the message of a row is held back, and why. */
void acq_postpone_dialog_present (GtkWindow *parent, AcqOpenCompany *company, AcqQueueRow *row);

G_END_DECLS
