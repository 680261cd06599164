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

/* Fails with the page's text where pdf_probe_says() does not find the words on it. */
void pdf_probe_expect (PopplerDocument *document, int page, const char *words);
/* Fails with the text of the first page that says the words. */
void pdf_probe_expect_nowhere (PopplerDocument *document, const char *words);
/* Fails where a character of any page stands in a margin, whatever the names, and however many rows there are. */
void pdf_probe_expect_margins (PopplerDocument *document);

/* Leaves the PDF under this name where those who want to look at it asked for it: in the folder that ACQ_KEEP_LETTERS names. */
void pdf_probe_keep (GBytes *pdf, const char *name);

G_END_DECLS
