/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-template.h"

G_BEGIN_DECLS

/**
 * AcqTemplateView:
 *
 * Where one part of a template is written. Fields and conditions are atoms: the cursor steps over them, and one Backspace
 * removes one. What is typed or pasted as "{code}" becomes one.
 *
 * Signals: "edited": its source is another than before, by the user. "ask-field": a brace was typed, and the user is to
 * choose a field to take its place.
 */
#define ACQ_TYPE_TEMPLATE_VIEW (acq_template_view_get_type ())
G_DECLARE_FINAL_TYPE (AcqTemplateView, acq_template_view, ACQ, TEMPLATE_VIEW, GtkTextView)

GtkWidget *acq_template_view_new (void);

/* Forgets what could be taken back. */
void acq_template_view_set_source (AcqTemplateView *self, const char *source);
/* Free it. */
char *acq_template_view_get_source (AcqTemplateView *self);

/* At the cursor, in place of what is selected; a condition or list is put around the selection. A brace that was just typed
   goes. */
void acq_template_view_insert_field (AcqTemplateView *self, const AcqTemplateField *field,
                                     gboolean as_condition);
/* The same for a name that may be none. */
void acq_template_view_insert_name (AcqTemplateView *self, const char *name);
/* Underlines what stands at these bytes of the source and brings it into sight; an empty range takes the mark away. */
void acq_template_view_mark_flaw (AcqTemplateView *self, gsize start, gsize end);
/* Puts another text in place of these bytes of the source. */
void acq_template_view_replace (AcqTemplateView *self, gsize start, gsize end, const char *source);
/* Return ends nothing here: a subject is one line. */
void acq_template_view_set_single_line (AcqTemplateView *self, gboolean single_line);

G_END_DECLS
