/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-invoice-list-row.h"
#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * AcqInvoiceDetails:
 *
 * What is to be known of one invoice: what is owed and since when, what could be claimed beside it, what happened, why the
 * next reminder leaves or does not, and all that one may do with it. Its close button activates "invoices.close".
 */
#define ACQ_TYPE_INVOICE_DETAILS (acq_invoice_details_get_type ())
G_DECLARE_FINAL_TYPE (AcqInvoiceDetails, acq_invoice_details, ACQ, INVOICE_DETAILS, GtkWidget)

void acq_invoice_details_set_company (AcqInvoiceDetails *self, AcqOpenCompany *company);
/* @row: (nullable): nothing is shown */
void acq_invoice_details_show (AcqInvoiceDetails *self, AcqInvoiceListRow *row);
/* The invoice on show; NULL: none. */
const char *acq_invoice_details_get_number (AcqInvoiceDetails *self);

G_END_DECLS
