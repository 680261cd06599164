/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcqBankColumns:
 *
 * Two columns of equal width; where they do not fit, one of them. Properties: "start" and "end" (widgets), "folded" (read-only:
 * there is room for one), "show-end" (which of the two a folded one shows).
 */
#define ACQ_TYPE_BANK_COLUMNS (acq_bank_columns_get_type ())
G_DECLARE_FINAL_TYPE (AcqBankColumns, acq_bank_columns, ACQ, BANK_COLUMNS, GtkWidget)

G_END_DECLS
