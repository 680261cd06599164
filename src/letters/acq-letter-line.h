/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * acq_letter_line_show:
 * @index: of the line in the layout, from 0
 *
 * Draws one line of a text with its baseline at the current point. The non-breaking spaces, wide and narrow, stand where
 * they were set but are written as the plain space: what is copied from the letter can be pasted into a bank's form, and
 * a face needs no second subset in the PDF for their sake, which would cost as much time as the face itself.
 */
void acq_letter_line_show (cairo_t *cr, PangoLayout *layout, int index);

G_END_DECLS
