/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One line of what an invoice charges for: what a copy of it shows, no more. Prices are minor units without VAT. */
typedef struct
{
  char *designation;
  gint64 quantity; /* thousandths: 2500 is 2.5 */
  char *unit;      /* "h", "m²"; NULL: pieces */
  gint64 unit_price;
  gint64 amount; /* negative on a credit note or for a deposit that is taken off */
} AcqInvoiceItem;

/* The amount is worked out, rounded half away from zero. */
AcqInvoiceItem *acq_invoice_item_new (const char *designation, gint64 quantity, const char *unit,
                                      gint64 unit_price);
void acq_invoice_item_free (AcqInvoiceItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqInvoiceItem, acq_invoice_item_free)

G_END_DECLS
