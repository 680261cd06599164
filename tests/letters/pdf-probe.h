/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/* Reads a letter back. Lengths are millimetres from the top left corner of the page. */

PopplerDocument *pdf_probe_open (GBytes *pdf);
/* With U+202F and U+00A0 as plain spaces; the lines as they stand. Free it. */
char *pdf_probe_text (PopplerDocument *document, int page);
/* Whether a page says these words, read row by row across its whole width as people read tables; white space, which readers
   of PDFs guess, does not count. */
gboolean pdf_probe_says (PopplerDocument *document, int page, const char *words);
/* Where the first letter of the first occurrence of a text stands; FALSE where it is not on the page. */
gboolean pdf_probe_find (PopplerDocument *document, int page, const char *text, PopplerRectangle *ret_place);
/* The visible characters of the first page that touch the window's zone. Free it. */
char *pdf_probe_zone (PopplerDocument *document);
/* Names of the embedded fonts without their subset's tag, each once, sorted, separated by spaces; "!" behind one that is not
   embedded. Free it. */
char *pdf_probe_fonts (PopplerDocument *document);

G_END_DECLS
