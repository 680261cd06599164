/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-template-field.h"

G_BEGIN_DECLS

/**
 * AcqTemplateFieldMenu:
 *
 * A list of the fields that may stand somewhere, with a search entry. Signal "chosen" (guint place): one of
 * acq_template_fields(). Signal "written" (const char *name): the user wrote another name, and closed the brace or pressed
 * Enter.
 */
#define ACQ_TYPE_TEMPLATE_FIELD_MENU (acq_template_field_menu_get_type ())
G_DECLARE_FINAL_TYPE (AcqTemplateFieldMenu, acq_template_field_menu, ACQ, TEMPLATE_FIELD_MENU, GtkWidget)

GtkWidget *acq_template_field_menu_new (void);

/* Offers what may stand there, and puts the cursor into an empty search entry. */
void acq_template_field_menu_offer (AcqTemplateFieldMenu *self, guint places);

G_END_DECLS
