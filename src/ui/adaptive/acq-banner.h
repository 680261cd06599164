/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcqBanner:
 *
 * A line across a page that tells of a state that lasts, with at most one button. Properties: "title" (plain text),
 * "button-label" (NULL: no button), "revealed". Its button emits "button-clicked".
 */
#define ACQ_TYPE_BANNER (acq_banner_get_type ())
G_DECLARE_FINAL_TYPE (AcqBanner, acq_banner, ACQ, BANNER, GtkWidget)

GtkWidget *acq_banner_new (void);
void acq_banner_set_title (AcqBanner *self, const char *title);
void acq_banner_set_button_label (AcqBanner *self, const char *label);
void acq_banner_set_revealed (AcqBanner *self, gboolean revealed);

G_END_DECLS
