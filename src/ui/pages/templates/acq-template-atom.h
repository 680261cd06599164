/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcqTemplateAtom:
 *
 * The tag of one field, condition or end in the text of a template: what it covers is shown, and stands for its source. Each
 * is a tag of its own, so that two of the same kind that touch stay two.
 */
#define ACQ_TYPE_TEMPLATE_ATOM (acq_template_atom_get_type ())
G_DECLARE_FINAL_TYPE (AcqTemplateAtom, acq_template_atom, ACQ, TEMPLATE_ATOM, GtkTextTag)

/* @source: "{total_due}", "{if broken_promise}", "{end}". */
GtkTextTag *acq_template_atom_new (const char *source);
const char *acq_template_atom_get_source (AcqTemplateAtom *self);
/* A condition, a list, or one of their ends: shown outlined. */
gboolean acq_template_atom_is_outlined (AcqTemplateAtom *self);

/* The atom of which the character behind this place is a part; NULL for none. Borrowed. */
AcqTemplateAtom *acq_template_atom_at (const GtkTextIter *iter);
/* The atom in whose inside this place is: it has characters before and behind it. */
AcqTemplateAtom *acq_template_atom_around (const GtkTextIter *iter);

G_END_DECLS
