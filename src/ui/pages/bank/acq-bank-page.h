/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-open-company.h"
#include "acq-page.h"

G_BEGIN_DECLS

/**
 * AcqBankPage:
 *
 * The bank: receipts that wait for the user, all bank lines, and imports. Property: "company" (AcqOpenCompany, construct-only).
 */
#define ACQ_TYPE_BANK_PAGE (acq_bank_page_get_type ())
G_DECLARE_FINAL_TYPE (AcqBankPage, acq_bank_page, ACQ, BANK_PAGE, AcqPage)

GtkWidget *acq_bank_page_new (AcqOpenCompany *company);

G_END_DECLS
