/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-item.h"

#include "acq-money.h"

AcqInvoiceItem *
acq_invoice_item_new (const char *designation, gint64 quantity, const char *unit, gint64 unit_price)
{
  AcqInvoiceItem *self = g_new0 (AcqInvoiceItem, 1);

  self->designation = g_strdup (designation);
  self->quantity = quantity;
  self->unit = g_strdup (unit);
  self->unit_price = unit_price;
  self->amount = acq_amount_scale (quantity, unit_price, 1000);
  return self;
}

void
acq_invoice_item_free (AcqInvoiceItem *self)
{
  if (self == NULL)
    return;
  g_free (self->designation);
  g_free (self->unit);
  g_free (self);
}
