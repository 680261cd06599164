/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AcqWindowState:
 *
 * What the window remembers from one day to the next: its size, and which company files were open last. It lies with the
 * user's other state ($XDG_STATE_HOME); one that cannot be read or written is no trouble.
 */
typedef struct
{
  int width;
  int height;
  gboolean maximized;
  GPtrArray *recent; /* (element-type filename) company files, the last one opened first; never NULL */
} AcqWindowState;

AcqWindowState *acq_window_state_load (void);
void acq_window_state_save (const AcqWindowState *self);
void acq_window_state_free (AcqWindowState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqWindowState, acq_window_state_free)

/* Puts it first. */
void acq_window_state_add_recent (AcqWindowState *self, const char *path);

G_END_DECLS
