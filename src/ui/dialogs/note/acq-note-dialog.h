/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * acq_note_dialog_present:
 * @kind: code of an AcqNoteKind that people note: promise, dispute, hold, exclude, call, answer
 * @number: (nullable): an invoice; %NULL or "": about the customer as a whole
 * @customer: (nullable): a customer's code; %NULL or "": the invoice's
 *
 * Asks for a fact that holds or changes reminders, and keeps it. Where the company has no such invoice or customer, says so.
 */
void acq_note_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const char *kind,
                              const char *number, const char *customer);

G_END_DECLS
