/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-style.h"

void
acq_style_lookup_color (GtkWidget *widget, const char *name, GdkRGBA *ret_color)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL && ret_color != NULL);

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, ret_color))
    *ret_color = (GdkRGBA){ 0, 0, 0, 1 };
  G_GNUC_END_IGNORE_DEPRECATIONS
}
