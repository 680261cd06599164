/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-invoice-query.h"

G_BEGIN_DECLS

/**
 * AcqInvoicesFooter:
 *
 * What is shown of how many, in which order, and what it adds up to; or, where several rows are selected, how many those are
 * with what can be done to all of them at once (the page's actions "invoices.…").
 */
#define ACQ_TYPE_INVOICES_FOOTER (acq_invoices_footer_get_type ())
G_DECLARE_FINAL_TYPE (AcqInvoicesFooter, acq_invoices_footer, ACQ, INVOICES_FOOTER, GtkWidget)

/* @places: (element-type guint): what is shown of the listing */
void acq_invoices_footer_show (AcqInvoicesFooter *self, const AcqInvoiceListing *listing,
                               const GArray *places, const AcqInvoiceQuery *query);
/* @places: (element-type guint): what is selected; fewer than two bring the summary back */
void acq_invoices_footer_show_selection (AcqInvoicesFooter *self, const AcqInvoiceListing *listing,
                                         const GArray *places);

G_END_DECLS
