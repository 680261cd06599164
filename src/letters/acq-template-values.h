/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-mail-text.h"
#include "acq-template.h"

G_BEGIN_DECLS

/**
 * AcqTemplateValues:
 *
 * What the fields of a template stand for in one message. Texts are made one printable line as they are set: nothing in
 * them is a mark, a tag or a line break.
 */
typedef struct _AcqTemplateValues AcqTemplateValues;

/* Adds the blocks that stand where the field does. */
typedef void (*AcqTemplateBlockFunc) (AcqMailText *text, gpointer data);

AcqTemplateValues *acq_template_values_new (void);
void acq_template_values_free (AcqTemplateValues *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqTemplateValues, acq_template_values_free)

/* The codes are those of acq_template_fields(). @text: nullable, and then as if it were not set. */
void acq_template_values_set (AcqTemplateValues *self, const char *code, const char *text);
/* The same; takes the text. */
void acq_template_values_take (AcqTemplateValues *self, const char *code, char *text);
void acq_template_values_set_flag (AcqTemplateValues *self, const char *code, gboolean flag);
/* @data outlives the values. */
void acq_template_values_set_block (AcqTemplateValues *self, const char *code, AcqTemplateBlockFunc func,
                                    gpointer data);
/* One more turn of a list, with values of its own beside those of @self. Borrowed. */
AcqTemplateValues *acq_template_values_add_turn (AcqTemplateValues *self, const char *code);

/* Takes the template; it names no phrase itself. */
void acq_template_values_take_phrase (AcqTemplateValues *self, const char *code, AcqTemplate *phrase);

/* "" where there is none; those around a turn are found too. */
const char *acq_template_values_get (const AcqTemplateValues *self, const char *code);
/* What {if} asks. */
gboolean acq_template_values_test (const AcqTemplateValues *self, const AcqTemplateField *field);
/* The turns of a list, (element-type AcqTemplateValues); NULL for none. */
const GPtrArray *acq_template_values_turns (const AcqTemplateValues *self, const char *code);
/* NULL where it was not set. */
const AcqTemplate *acq_template_values_get_phrase (const AcqTemplateValues *self, const char *code);
void acq_template_values_add_block (const AcqTemplateValues *self, const char *code, AcqMailText *text);

G_END_DECLS
