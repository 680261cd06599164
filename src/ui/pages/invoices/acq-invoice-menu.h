/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-invoice-listing.h"

G_BEGIN_DECLS

/* What one may do with an invoice as it stands: actions of the window and "invoice.copy-number". */
GMenu *acq_invoice_menu_new (const AcqInvoiceLine *line, AcqDay today);

G_END_DECLS
