/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-invoice-listing.h"
#include "acq-open-company.h"

G_BEGIN_DECLS

/* What is done to several selected invoices at once. @places: (element-type guint): in the listing. */

/* A hold of two weeks, or an exclusion, of each. Credit notes and paid ones are left out. */
void acq_invoice_bulk_note (GtkWidget *widget, AcqOpenCompany *company, const AcqInvoiceListing *listing,
                            const GArray *places, AcqNoteKind kind);
/* Their numbers into the clipboard, one a line. */
void acq_invoice_bulk_copy (GtkWidget *widget, const AcqInvoiceListing *listing, const GArray *places);

G_END_DECLS
