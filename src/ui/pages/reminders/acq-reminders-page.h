/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-page.h"

G_BEGIN_DECLS

/**
 * AcqRemindersPage:
 *
 * The reminders of the day: whom to remind, why now, and what is held back. Property "company" (AcqOpenCompany).
 *
 * Targets: "customer:CODE", "held:NUMBER" (an invoice), "day:YYYY-MM-DD".
 */
#define ACQ_TYPE_REMINDERS_PAGE (acq_reminders_page_get_type ())
G_DECLARE_FINAL_TYPE (AcqRemindersPage, acq_reminders_page, ACQ, REMINDERS_PAGE, AcqPage)

G_END_DECLS
