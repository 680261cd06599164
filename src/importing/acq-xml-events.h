/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The attributes of the element that begins. */
typedef struct
{
  const guint8 **values; /* as libxml2 gives them: five pointers each */
  int n;
} AcqXmlAttributes;

/**
 * AcqXmlEvents:
 *
 * What is told of a large document while it is read, in document order; names are local names. FALSE ends the reading: with
 * an error it fails, without one the reader has seen enough.
 */
typedef struct
{
  gboolean (*begin) (gpointer user_data, const char *name, const AcqXmlAttributes *attributes, GError **error);
  gboolean (*end) (gpointer user_data, const char *name, GError **error);
  /* A piece of text, not zero-terminated; one text may come in several. */
  void (*text) (gpointer user_data, const char *text, gsize len);
} AcqXmlEvents;

/* Reads the document under the conditions of acq_xml_tree_parse(). Twice as fast as acq-xml-pull.h, which builds nodes. FALSE with
   an error for what is not well-formed or has a document type, and where a
   function failed. A part without a byte holds nothing. */
gboolean acq_xml_events_read (GBytes *bytes, const AcqXmlEvents *events, gpointer user_data, GError **error);

/* An attribute by its local name: where its value stands, and how long it is. FALSE: there is none. */
gboolean acq_xml_attributes_find (const AcqXmlAttributes *self, const char *name, const char **ret_value, gsize *ret_len);
/* As a number, or the other value where there is none or it is none from 0 to G_MAXINT. */
guint acq_xml_attributes_number (const AcqXmlAttributes *self, const char *name, guint otherwise);

G_END_DECLS
