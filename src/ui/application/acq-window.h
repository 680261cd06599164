/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * AcqWindow:
 *
 * The window: first the choice between making, opening and trying a company, then its pages. One company at a time.
 */
#define ACQ_TYPE_WINDOW (acq_window_get_type ())
G_DECLARE_FINAL_TYPE (AcqWindow, acq_window, ACQ, WINDOW, AdwApplicationWindow)

AcqWindow *acq_window_new (GtkApplication *application, AcqClock clock);
/* Opens a company file in the place of the one that is shown. What goes wrong is shown in the window. */
void acq_window_open (AcqWindow *self, const char *path);
/* NULL while no company is shown or being opened. */
const char *acq_window_get_path (AcqWindow *self);
/* NULL while no company is shown. */
AcqOpenCompany *acq_window_get_company (AcqWindow *self);
AcqClock acq_window_get_clock (AcqWindow *self);
/* Until a company is opened. */
void acq_window_show_waiting (AcqWindow *self);
/* Ctrl+1… for the pages. */
void acq_window_set_page_accels (GtkApplication *application);

G_END_DECLS
