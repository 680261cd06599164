/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "acq-invoice-listing.h"

G_BEGIN_DECLS

/**
 * AcqInvoiceListRow:
 *
 * One invoice of a listing, as a list shows it. The list may have it show another one later.
 */
#define ACQ_TYPE_INVOICE_LIST_ROW (acq_invoice_list_row_get_type ())
G_DECLARE_FINAL_TYPE (AcqInvoiceListRow, acq_invoice_list_row, ACQ, INVOICE_LIST_ROW, GObject)

AcqInvoiceListRow *acq_invoice_list_row_new (AcqInvoiceListing *listing, guint place);
void acq_invoice_list_row_show (AcqInvoiceListRow *self, AcqInvoiceListing *listing, guint place);
/* Borrowed, until the row shows another one. */
const AcqInvoiceLine *acq_invoice_list_row_get_line (AcqInvoiceListRow *self);
AcqInvoiceListing *acq_invoice_list_row_get_listing (AcqInvoiceListRow *self);

/* What a cell of the row says, in the user's language. Free it. */
char *acq_invoice_list_row_write_due (AcqInvoiceListRow *self);
char *acq_invoice_list_row_write_balance (AcqInvoiceListRow *self);
char *acq_invoice_list_row_write_state (AcqInvoiceListRow *self);
char *acq_invoice_list_row_write_late (AcqInvoiceListRow *self);
/* All of it as one sentence, for those who do not see the row. Free it. */
char *acq_invoice_list_row_describe (AcqInvoiceListRow *self);

/* What the state means, as a style class: "done", "attention", "stop", "information" or "neutral". */
const char *acq_invoice_state_class (AcqInvoiceState state);

G_END_DECLS
