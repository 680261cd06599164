/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-xml-pull.h"

#include <string.h>

#include "acq-import-error.h"

xmlTextReader *
acq_xml_pull_new (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size == 0 || size > G_MAXINT ? NULL
                                      : xmlReaderForMemory (data, (int) size, NULL, NULL,
                                                            XML_PARSE_NONET | XML_PARSE_NOERROR
                                                              | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
}

gboolean
acq_xml_pull_next (xmlTextReader *reader, GError **error)
{
  int status = xmlTextReaderRead (reader);

  if (status < 0)
    g_set_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_SYNTAX, "line %d: not well-formed XML",
                 xmlTextReaderGetParserLineNumber (reader));
  else if (status == 1 && xmlTextReaderNodeType (reader) == XML_READER_TYPE_DOCUMENT_TYPE)
    g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_HOSTILE, "document type declaration");
  else
    return status == 1;
  return FALSE;
}

static gboolean
is_node (xmlTextReader *reader, int type, const char *name)
{
  return xmlTextReaderNodeType (reader) == type
         && strcmp ((const char *) xmlTextReaderConstLocalName (reader), name) == 0;
}

gboolean
acq_xml_pull_begins (xmlTextReader *reader, const char *name)
{
  return is_node (reader, XML_READER_TYPE_ELEMENT, name);
}

gboolean
acq_xml_pull_ends (xmlTextReader *reader, const char *name)
{
  return is_node (reader, XML_READER_TYPE_END_ELEMENT, name)
         || (is_node (reader, XML_READER_TYPE_ELEMENT, name) && xmlTextReaderIsEmptyElement (reader) == 1);
}

char *
acq_xml_pull_attribute (xmlTextReader *reader, const char *name)
{
  char *value = NULL;

  for (int more = xmlTextReaderMoveToFirstAttribute (reader); more == 1 && value == NULL;
       more = xmlTextReaderMoveToNextAttribute (reader))
    if (strcmp ((const char *) xmlTextReaderConstLocalName (reader), name) == 0)
      value = g_strdup ((const char *) xmlTextReaderConstValue (reader));
  xmlTextReaderMoveToElement (reader);
  return value;
}

guint
acq_xml_pull_number (xmlTextReader *reader, const char *name, guint otherwise)
{
  g_autofree char *text = acq_xml_pull_attribute (reader, name);
  gint64 value = text == NULL ? -1 : g_ascii_strtoll (text, NULL, 10);

  return value < 0 || value > G_MAXINT || strspn (text, "0123456789") == 0 ? otherwise : (guint) value;
}
