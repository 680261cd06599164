/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * AcqImports:
 *
 * What was imported, the latest first: what each file brought, whether its balances add up, and the lines that were refused until
 * somebody mends or dismisses them. Property: "company" (AcqOpenCompany, construct-only).
 */
#define ACQ_TYPE_IMPORTS (acq_imports_get_type ())
G_DECLARE_FINAL_TYPE (AcqImports, acq_imports, ACQ, IMPORTS, GtkWidget)

GtkWidget *acq_imports_new (AcqOpenCompany *company);
/* Whether the newest view is on show. */
gboolean acq_imports_is_settled (AcqImports *self);

G_END_DECLS
