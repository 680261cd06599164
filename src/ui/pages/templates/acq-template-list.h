/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-mail-template.h"

G_BEGIN_DECLS

/**
 * AcqTemplateList:
 *
 * The models, each with the ways that it goes and whether the user wrote it. Signal "chosen" (guint model): another one was
 * clicked; the list stays on the one on show until acq_template_list_select().
 */
#define ACQ_TYPE_TEMPLATE_LIST (acq_template_list_get_type ())
G_DECLARE_FINAL_TYPE (AcqTemplateList, acq_template_list, ACQ, TEMPLATE_LIST, GtkWidget)

GtkWidget *acq_template_list_new (void);
void acq_template_list_select (AcqTemplateList *self, AcqTemplateModel model);
/* (element-type guint): as acq_templates_list_edited(). */
void acq_template_list_set_edited (AcqTemplateList *self, const GArray *edited);

G_END_DECLS
