/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcqWrapLayout:
 *
 * Sets widgets of their natural width one after the other, as words in a line, and begins a new line where one is full.
 * The spacing between them and between the lines is 6 pixels.
 */
#define ACQ_TYPE_WRAP_LAYOUT (acq_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (AcqWrapLayout, acq_wrap_layout, ACQ, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
