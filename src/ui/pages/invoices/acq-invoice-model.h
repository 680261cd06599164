/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-invoice-list-row.h"

G_BEGIN_DECLS

/**
 * AcqInvoiceModel:
 *
 * Some of the invoices of a listing, in an order that was worked out elsewhere, as a list of AcqInvoiceListRow. Rows are made
 * when they are asked for.
 *
 * Where it comes to show other invoices, the rows that are in use stay and show what now stands in their place: signal
 * "rows-changed". Rows that are made anew cost a list view far more than a frame.
 */
#define ACQ_TYPE_INVOICE_MODEL (acq_invoice_model_get_type ())
G_DECLARE_FINAL_TYPE (AcqInvoiceModel, acq_invoice_model, ACQ, INVOICE_MODEL, GObject)

AcqInvoiceModel *acq_invoice_model_new (void);
/* @places: (element-type guint): places in the listing */
void acq_invoice_model_show (AcqInvoiceModel *self, AcqInvoiceListing *listing, GArray *places);
/* Where the invoice of that number is in the list; FALSE where it is not shown. */
gboolean acq_invoice_model_find (AcqInvoiceModel *self, const char *number, guint *ret_position);
/* What is shown of; NULL before the first time. */
AcqInvoiceListing *acq_invoice_model_get_listing (AcqInvoiceModel *self);
/* The place in the listing of what is there in the list. */
guint acq_invoice_model_get_place (AcqInvoiceModel *self, guint position);

G_END_DECLS
