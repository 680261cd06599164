/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* What is drawn until the end of the link leads to a mail to this address, or to a place that is marked in the same document:
   a name that is nowhere marked makes the document fail. */
void acq_letter_link_begin_mail (cairo_t *cr, const char *address);
void acq_letter_link_begin (cairo_t *cr, const char *destination);
void acq_letter_link_end (cairo_t *cr);

/* Marks the page as a place for links, once for a name. */
void acq_letter_link_mark (cairo_t *cr, const char *destination);

/* The place of the copy of an invoice in a letter's pieces. Free it. */
char *acq_letter_link_of_copy (const char *letter_reference, const char *invoice_number);

G_END_DECLS
