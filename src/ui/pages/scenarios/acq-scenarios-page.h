/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-page.h"

G_BEGIN_DECLS

/**
 * AcqScenariosPage:
 *
 * Which reminder leaves when: the scenarios of the company, and the editor of one of them, whose changes are in force once they
 * are saved. Opens "scenario:CODE". Property: "company".
 */
#define ACQ_TYPE_SCENARIOS_PAGE (acq_scenarios_page_get_type ())
G_DECLARE_FINAL_TYPE (AcqScenariosPage, acq_scenarios_page, ACQ, SCENARIOS_PAGE, AcqPage)

G_END_DECLS
