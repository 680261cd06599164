/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-page.h"

G_BEGIN_DECLS

/**
 * AcqOldItemsPage:
 *
 * "Where do your late invoices stand?": what was overdue when the first files came in, and what the user says of each. Nothing
 * leaves for one without an answer. An AcqDestination; property "company" (AcqOpenCompany, construct-only).
 */
#define ACQ_TYPE_OLD_ITEMS_PAGE (acq_old_items_page_get_type ())
G_DECLARE_FINAL_TYPE (AcqOldItemsPage, acq_old_items_page, ACQ, OLD_ITEMS_PAGE, AcqPage)

G_END_DECLS
