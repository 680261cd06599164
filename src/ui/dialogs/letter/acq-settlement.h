/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-letter-job.h"
#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * acq_settlement_present:
 * @wish: model (a payment plan or a receipt), customer by code, invoice, payment; the rest is not looked at
 *
 * Asks what has to be known before such a letter can be drafted, step by step: the terms of a plan that is not kept yet, what is
 * claimed and what is waived. Then shows the letter.
 */
void acq_settlement_present (GtkWindow *parent, AcqOpenCompany *company, const AcqLetterRequest *wish);

G_END_DECLS
