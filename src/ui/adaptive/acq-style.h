/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * acq_style_lookup_color:
 * @name: a named colour of the style sheet
 * @ret_color: (out): set where the style knows the name; black otherwise
 *
 * What the style in force, light, dark or of high contrast, means by a colour. To be asked again in css_changed.
 */
void acq_style_lookup_color (GtkWidget *widget, const char *name, GdkRGBA *ret_color);

G_END_DECLS
