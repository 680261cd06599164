/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * AcqFormDialog:
 *
 * A small modal window with a few rows and one verb. It closes once the change is made; where that is refused it stays, with the
 * reason in words and all that was typed.
 *
 * Signal "confirmed": the verb, or Enter, while it is ready.
 */
#define ACQ_TYPE_FORM_DIALOG (acq_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AcqFormDialog, acq_form_dialog, ACQ, FORM_DIALOG, AdwWindow)

/* @dismiss: what the other button says */
AcqFormDialog *acq_form_dialog_new (GtkWindow *parent, AcqOpenCompany *company, const char *title,
                                    const char *verb, const char *dismiss);
void acq_form_dialog_add_row (AcqFormDialog *self, GtkWidget *row);
/* Below the rows. */
void acq_form_dialog_set_hint (AcqFormDialog *self, const char *hint);
/* Whether it can be confirmed; at first it can. */
void acq_form_dialog_set_ready (AcqFormDialog *self, gboolean ready);
/* As acq_open_company_change_async(). */
void acq_form_dialog_change (AcqFormDialog *self, const char *done, AcqChangeFunc func, gpointer data,
                             GDestroyNotify free_data);

G_END_DECLS
