/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "acq-window-state.h"

G_BEGIN_DECLS

/**
 * AcqApplication:
 *
 * The program "acquit [--today DAY] [--geometry WxH] [FILE]". One process for all windows, one window a company file:
 * a file that is open already is presented.
 */
#define ACQ_TYPE_APPLICATION (acq_application_get_type ())
G_DECLARE_FINAL_TYPE (AcqApplication, acq_application, ACQ, APPLICATION, AdwApplication)

AcqApplication *acq_application_new (void);

/* Keeps for the next start that a company file was opened (nullable), and the size of a window (nullable). */
void acq_application_remember (AcqApplication *self, GtkWindow *window, const char *path);
/* Borrowed. */
const AcqWindowState *acq_application_get_state (AcqApplication *self);

G_END_DECLS
