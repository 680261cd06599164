/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcqWelcomePage:
 *
 * What is seen before there is a company: make one, open one, or try the invented one. Its rows activate the window's
 * actions "win.new-company", "win.open-company" and "win.try-example".
 */
#define ACQ_TYPE_WELCOME_PAGE (acq_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (AcqWelcomePage, acq_welcome_page, ACQ, WELCOME_PAGE, GtkWidget)

GtkWidget *acq_welcome_page_new (void);

G_END_DECLS
