/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-link.h"

#include <cairo-pdf.h>

/* An attribute as cairo reads it: in quotation marks, which are masked where they stand within. */
static char *
quote (const char *attribute, const char *value)
{
  GString *text = g_string_new (attribute);

  g_string_append (text, "='");
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '\'' || *p == '\\')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '\'');
  return g_string_free (text, FALSE);
}

void
acq_letter_link_begin_mail (cairo_t *cr, const char *address)
{
  g_autofree char *escaped = g_uri_escape_string (address, "@+", FALSE);
  g_autofree char *uri = g_strconcat ("mailto:", escaped, NULL);
  g_autofree char *attribute = quote ("uri", uri);

  cairo_tag_begin (cr, CAIRO_TAG_LINK, attribute);
}

void
acq_letter_link_begin (cairo_t *cr, const char *destination)
{
  g_autofree char *attribute = quote ("dest", destination);

  cairo_tag_begin (cr, CAIRO_TAG_LINK, attribute);
}

void
acq_letter_link_end (cairo_t *cr)
{
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

void
acq_letter_link_mark (cairo_t *cr, const char *destination)
{
  g_autofree char *name = quote ("name", destination);
  g_autofree char *attributes = g_strconcat (name, " x=0 y=0", NULL);

  cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
}

/* Names of places are plain ASCII: numbers of invoices are anything. */
char *
acq_letter_link_of_copy (const char *letter_reference, const char *invoice_number)
{
  g_autofree char *text = g_strconcat (letter_reference, "/", invoice_number, NULL);

  return g_uri_escape_string (text, NULL, FALSE);
}
