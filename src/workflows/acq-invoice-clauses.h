/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter.h"

G_BEGIN_DECLS

/**
 * acq_invoice_clauses_quote:
 * @letter: with its items, its rule and its rate
 * @invoices: (element-type AcqInvoice): of the items, in their order
 *
 * Lets the letter quote what the invoices that it demands say of penalties and indemnity (notes PMD and PMT of EN 16931), where
 * all of them say the same and it is what the letter claims. An invoice that announces another rate is made known; the letter's
 * rate stays what the user chose.
 */
void acq_invoice_clauses_quote (AcqLetter *letter, const GPtrArray *invoices);

G_END_DECLS
