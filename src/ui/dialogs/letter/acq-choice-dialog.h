/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-letter-job.h"
#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * acq_choice_dialog_ask_async:
 *
 * Asks what is claimed and what is waived beside the principal of a payment plan or a receipt, each with its amount. Nothing is
 * chosen beforehand, and there is no going on before all is.
 */
void acq_choice_dialog_ask_async (GtkWindow *parent, AcqOpenCompany *company, AcqLetterModel model,
                                  const AcqClaimQuestion *question, GAsyncReadyCallback callback,
                                  gpointer data);
/* FALSE where the letter is rather not written. */
gboolean acq_choice_dialog_ask_finish (GAsyncResult *result, AcqCreditorChoice *choices);

G_END_DECLS
