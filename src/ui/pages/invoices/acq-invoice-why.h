/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-company-view.h"

G_BEGIN_DECLS

/**
 * AcqInvoiceWhy:
 *
 * A button that asks why the next reminder of an invoice leaves, or why none does; the answer opens above it.
 */
#define ACQ_TYPE_INVOICE_WHY (acq_invoice_why_get_type ())
G_DECLARE_FINAL_TYPE (AcqInvoiceWhy, acq_invoice_why, ACQ, INVOICE_WHY, GtkWidget)

/* Hidden where nothing is owed. @invoice: one of the view's */
void acq_invoice_why_show (AcqInvoiceWhy *self, const AcqCompanyView *view, const AcqInvoice *invoice);

G_END_DECLS
