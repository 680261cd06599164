/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdarg.h>

G_BEGIN_DECLS

/* Marks inside a text, each opening and closing like a quotation mark. They are control characters, which no text from
   outside can contain once it went through acq_letter_text_fill() or acq_french_printable(). */
#define ACQ_MARK_BOLD  '\001'
#define ACQ_MARK_KEEP  '\002' /* never broken over two lines */
#define ACQ_MARK_SMALL '\003' /* smaller and grey */
#define ACQ_MARK_LAST  '\003'

/**
 * acq_letter_text_fill:
 * @model: a sentence of a letter model: {name} inserts a field, *words* are bold, |words| are never broken, ~ is a wide
 *   no-break space and _ a narrow one (which justified text does not stretch); apostrophes and the spaces of French
 *   typography are put right
 * @...: the name of a field, its text, and so on; %NULL ends the list
 *
 * The texts of fields are inserted as they are but for control and hidden characters: nothing in them is read as a mark.
 *
 * Returns: (transfer full): the sentence with the marks above; a field that is not given is a programming error
 */
char *acq_letter_text_fill (const char *model, ...) G_GNUC_NULL_TERMINATED;

/* The same for a list of arguments; the caller ends the list. */
char *acq_letter_text_fill_list (const char *model, va_list arguments);

gboolean acq_letter_text_has_marks (const char *text);

G_END_DECLS
