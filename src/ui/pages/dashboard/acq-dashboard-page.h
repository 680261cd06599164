/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-open-company.h"
#include "acq-page.h"

G_BEGIN_DECLS

/**
 * AcqDashboardPage:
 *
 * What is to be done today, and where the company stands. All is worked out off the main loop, from the view that the
 * company has at the moment; a newer view replaces what is shown once its figures are there.
 *
 * Property: `company` (AcqOpenCompany), construct-only.
 */
#define ACQ_TYPE_DASHBOARD_PAGE (acq_dashboard_page_get_type ())
G_DECLARE_FINAL_TYPE (AcqDashboardPage, acq_dashboard_page, ACQ, DASHBOARD_PAGE, AcqPage)

G_END_DECLS
