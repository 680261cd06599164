/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-letter-job.h"
#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * acq_letter_window_present:
 * @customer: by code
 *
 * Shows a letter to a customer that stands in no queue, as the exact bytes that are then saved or printed. A formal notice that was
 * printed can be kept as posted.
 */
void acq_letter_window_present (GtkWindow *parent, AcqOpenCompany *company, AcqLetterModel model, const char *customer);

/* As above for any letter; the request's output is passed over. */
void acq_letter_window_present_request (GtkWindow *parent, AcqOpenCompany *company, const AcqLetterRequest *request);

G_END_DECLS
