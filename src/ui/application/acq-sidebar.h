/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * AcqSidebar:
 *
 * The company's name with the menu that changes to another one, the pages with what waits on each, and how fresh the bank
 * is. A row activates "win.show-" and the page's name. Property "company" (nullable).
 */
#define ACQ_TYPE_SIDEBAR (acq_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (AcqSidebar, acq_sidebar, ACQ, SIDEBAR, GtkWidget)

/* Marks the page that is on show. */
void acq_sidebar_select (AcqSidebar *self, const char *page);
/* What stands in the company's menu besides opening and making one: (transfer none). */
void acq_sidebar_set_recent (AcqSidebar *self, const GPtrArray *paths);

G_END_DECLS
