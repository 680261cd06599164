/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-template-case.h"

G_BEGIN_DECLS

/**
 * AcqTemplateEditor:
 *
 * Where the subject, the text and the SMS of a template are written, with the fields to insert, and with what is wrong
 * told at once.
 *
 * Signals: "edited": the user changed something. "variant-chosen" (guint variant): another language or manner is to be shown;
 * the controls stay as they were until it is. "restore": the original is wanted. "show-preview": the preview is wanted where it
 * has no room beside.
 */
#define ACQ_TYPE_TEMPLATE_EDITOR (acq_template_editor_get_type ())
G_DECLARE_FINAL_TYPE (AcqTemplateEditor, acq_template_editor, ACQ, TEMPLATE_EDITOR, GtkWidget)

GtkWidget *acq_template_editor_new (void);

/* Borrowed for the call. */
void acq_template_editor_show (AcqTemplateEditor *self, const AcqTemplateCase *shown);
/* Whether it says something else than what is in force. */
gboolean acq_template_editor_is_changed (AcqTemplateEditor *self);
/* (nullable) (transfer full): what is written; NULL while something is wrong with it. */
AcqMailTemplate *acq_template_editor_get_template (AcqTemplateEditor *self);
/* The preview has no room beside: a button leads to it. */
void acq_template_editor_set_alone (AcqTemplateEditor *self, gboolean alone);

G_END_DECLS
