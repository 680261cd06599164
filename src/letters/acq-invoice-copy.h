/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company.h"
#include "acq-customer.h"
#include "acq-invoice.h"
#include "acq-letter-press.h"

G_BEGIN_DECLS

/**
 * acq_invoice_copy_new_pdf:
 * @items: (element-type AcqInvoiceItem): what the invoice charges for
 *
 * Draws an invoice or a credit note on one A4 page: sender, number and days, customer, items, VAT, total, retention, how
 * to pay. Same arguments, same bytes. It stands in for the paper that a company sent where only its figures are at hand (the
 * example company); a real company keeps the PDF that it really sent.
 *
 * Returns: (transfer full) (nullable): the PDF, or %NULL with ACQ_LETTER_ERROR_SPACE where the items do not fit on the
 *   page, or ACQ_LETTER_ERROR_WRITE
 */
GBytes *acq_invoice_copy_new_pdf (AcqLetterPress *press, const AcqCompany *company,
                                  const AcqCustomer *customer, const AcqInvoice *invoice,
                                  const GPtrArray *items, GError **error);

G_END_DECLS
