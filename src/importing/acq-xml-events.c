/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-xml-events.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <string.h>

#include "acq-import-error.h"

typedef struct
{
  const AcqXmlEvents *events;
  gpointer user_data;
  const char *bytes; /* not yet read */
  gsize size;
  xmlParserCtxt *parser;
  gboolean is_stopped;
  GError *error;
} Reading;

static void
stop (Reading *self)
{
  self->is_stopped = TRUE;
  xmlStopParser (self->parser);
}

static void
on_document_type (void *data, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id)
{
  Reading *self = data;

  if (self->is_stopped)
    return;
  g_set_error_literal (&self->error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_HOSTILE, "document type declaration");
  stop (self);
}

static void
on_start_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
                  const xmlChar **namespaces, int n_attributes, int n_defaulted, const xmlChar **attributes)
{
  Reading *self = data;
  const AcqXmlAttributes found = { attributes, n_attributes };

  if (!self->is_stopped && !self->events->begin (self->user_data, (const char *) name, &found, &self->error))
    stop (self);
}

static void
on_end_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Reading *self = data;

  if (!self->is_stopped && !self->events->end (self->user_data, (const char *) name, &self->error))
    stop (self);
}

static void
on_characters (void *data, const xmlChar *text, int len)
{
  Reading *self = data;

  if (!self->is_stopped)
    self->events->text (self->user_data, (const char *) text, (gsize) len);
}

/* Left unsaid: the line is told once, at the end. */
static void
on_error (void *data, xmlErrorPtr error)
{
}

static int
read_bytes (void *data, char *buffer, int len)
{
  Reading *self = data;
  gsize n = MIN (self->size, (gsize) len);

  memcpy (buffer, self->bytes, n);
  self->bytes += n;
  self->size -= n;
  return (int) n;
}

static void
parse (Reading *self)
{
  xmlSAXHandler handlers = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = on_start_element,
    .endElementNs = on_end_element,
    .characters = on_characters,
    .cdataBlock = on_characters,
    .internalSubset = on_document_type,
    .serror = on_error,
  };

  self->parser = xmlCreateIOParserCtxt (&handlers, self, read_bytes, NULL, self, XML_CHAR_ENCODING_NONE);
  if (self->parser == NULL)
    return;
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET | XML_PARSE_NOWARNING);
  xmlParseDocument (self->parser);
  if (!self->is_stopped && !self->parser->wellFormed)
    g_set_error (&self->error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_SYNTAX, "line %d: not well-formed XML",
                 xmlSAX2GetLineNumber (self->parser));
  xmlFreeDoc (self->parser->myDoc);
  xmlFreeParserCtxt (self->parser);
}

gboolean
acq_xml_events_read (GBytes *bytes, const AcqXmlEvents *events, gpointer user_data, GError **error)
{
  Reading self = { .events = events, .user_data = user_data };

  self.bytes = g_bytes_get_data (bytes, &self.size);
  if (self.size > 0)
    parse (&self);
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}

/* Name, prefix, namespace, value and end of the value. */
gboolean
acq_xml_attributes_find (const AcqXmlAttributes *self, const char *name, const char **ret_value, gsize *ret_len)
{
  for (int i = 0; i < self->n; i++)
    {
      const guint8 **one = self->values + i * 5;

      if (strcmp ((const char *) one[0], name) != 0)
        continue;
      *ret_value = (const char *) one[3];
      *ret_len = (gsize) (one[4] - one[3]);
      return TRUE;
    }
  return FALSE;
}

guint
acq_xml_attributes_number (const AcqXmlAttributes *self, const char *name, guint otherwise)
{
  const char *text;
  gsize len, i;
  gint64 value = 0;

  if (!acq_xml_attributes_find (self, name, &text, &len))
    return otherwise;
  for (i = 0; i < len && g_ascii_isdigit (text[i]) && value <= G_MAXINT; i++)
    value = value * 10 + (text[i] - '0');
  return i == 0 || value > G_MAXINT ? otherwise : (guint) value;
}
