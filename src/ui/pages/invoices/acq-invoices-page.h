/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-open-company.h"
#include "acq-page.h"

G_BEGIN_DECLS

/**
 * AcqInvoicesPage:
 *
 * All invoices and credit notes, narrowed by a filter and a search, with the details of the one that is selected.
 * Targets: "number:F2026-0243", "filter:overdue" and the other codes of AcqInvoiceFilter. Property "company".
 */
#define ACQ_TYPE_INVOICES_PAGE (acq_invoices_page_get_type ())
G_DECLARE_FINAL_TYPE (AcqInvoicesPage, acq_invoices_page, ACQ, INVOICES_PAGE, AcqPage)

G_END_DECLS
