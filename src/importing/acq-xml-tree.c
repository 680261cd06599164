/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-xml-tree.h"

#include <libxml/parser.h>
#include <string.h>

#include "acq-import-error.h"
#include "acq-text-normalizer.h"

#define HEAD_SIZE 32768
#define PARSE_OPTIONS                                                                                        \
  (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

/* Runs at "<!DOCTYPE", before anything that it declares. */
static void
refuse_document_type (void *context, const xmlChar *name, const xmlChar *external_id,
                      const xmlChar *system_id)
{
  xmlParserCtxt *parser = context;

  *(gboolean *) parser->_private = TRUE;
  xmlStopParser (parser);
}

static AcqImportError
classify (const xmlError *error)
{
  switch (error == NULL ? XML_ERR_OK : error->code)
    {
    case XML_ERR_DOCUMENT_END:
    case XML_ERR_TAG_NOT_FINISHED:
      return ACQ_IMPORT_ERROR_TRUNCATED;
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
    case XML_ERR_UNKNOWN_ENCODING:
      return ACQ_IMPORT_ERROR_ENCODING;
    case XML_ERR_ENTITY_LOOP:
      return ACQ_IMPORT_ERROR_HOSTILE;
    default:
      return ACQ_IMPORT_ERROR_SYNTAX;
    }
}

static void
set_parse_error (xmlParserCtxt *parser, gboolean has_document_type, GError **error)
{
  const xmlError *cause = xmlCtxtGetLastError (parser);
  const char *said = cause == NULL || cause->message == NULL ? "not XML" : cause->message;
  /* The message quotes the document, whose encoding may be what is wrong with it. */
  g_autofree char *valid = g_utf8_make_valid (said, -1);
  g_autofree char *message = acq_text_squeeze (valid);

  if (has_document_type)
    g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_HOSTILE, "document type declaration");
  else
    g_set_error (error, ACQ_IMPORT_ERROR, (int) classify (cause), "line %d: %s",
                 cause == NULL ? 1 : cause->line, message);
}

xmlDoc *
acq_xml_tree_parse (const guint8 *bytes, gsize size, GError **error)
{
  g_autoptr (xmlParserCtxt) parser = xmlNewParserCtxt ();
  g_autoptr (xmlDoc) document = NULL;
  gboolean has_document_type = FALSE;

  if (size > ACQ_XML_TREE_MAX_BYTES)
    {
      g_set_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_TOO_LARGE, "over %u bytes",
                   ACQ_XML_TREE_MAX_BYTES);
      return NULL;
    }
  parser->_private = &has_document_type;
  parser->sax->internalSubset = refuse_document_type;
  document = xmlCtxtReadMemory (parser, (const char *) bytes, (int) size, NULL, NULL, PARSE_OPTIONS);
  if (document == NULL || has_document_type || xmlDocGetRootElement (document) == NULL)
    {
      set_parse_error (parser, has_document_type, error);
      return NULL;
    }
  return g_steal_pointer (&document);
}

static void
collect (const xmlNode *node, const char *path, GPtrArray *found)
{
  gsize len = strcspn (path, "/");

  if (node == NULL)
    return;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      const char *name = (const char *) child->name;

      if (child->type != XML_ELEMENT_NODE || strncmp (name, path, len) != 0 || name[len] != '\0')
        continue;
      if (path[len] == '\0')
        g_ptr_array_add (found, (gpointer) child);
      else
        collect (child, path + len + 1, found);
    }
}

GPtrArray *
acq_xml_find_all (const xmlNode *node, const char *path)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (node, path, found);
  return found;
}

const xmlNode *
acq_xml_find (const xmlNode *node, const char *path)
{
  g_autoptr (GPtrArray) found = acq_xml_find_all (node, path);

  return found->len == 0 ? NULL : found->pdata[0];
}

static gboolean
has_attribute (const xmlNode *node, const char *attribute, const char *value)
{
  xmlChar *content = xmlGetNoNsProp (node, (const xmlChar *) attribute);
  gboolean equal = value == NULL ? content == NULL : g_strcmp0 ((const char *) content, value) == 0;

  xmlFree (content);
  return equal;
}

char *
acq_xml_content (const xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *text = acq_text_squeeze ((const char *) content);

  xmlFree (content);
  if (text[0] == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

char *
acq_xml_text_where (const xmlNode *node, const char *path, const char *attribute, const char *value)
{
  g_autoptr (GPtrArray) found = acq_xml_find_all (node, path);

  for (guint i = 0; i < found->len; i++)
    {
      char *text;

      if (attribute != NULL && !has_attribute (found->pdata[i], attribute, value))
        continue;
      text = acq_xml_content (found->pdata[i]);
      if (text != NULL)
        return text;
    }
  return NULL;
}

char *
acq_xml_text (const xmlNode *node, const char *path)
{
  return acq_xml_text_where (node, path, NULL, NULL);
}

/* Steps over the declaration, comments and white space; NULL where the text ends within. */
static const char *
find_root (const char *text)
{
  for (const char *p = strchr (text, '<'); p != NULL; p = strchr (p, '<'))
    {
      const char *end = p[1] == '?' ? "?>" : g_str_has_prefix (p, "<!--") ? "-->" : NULL;

      if (end == NULL)
        return p + 1;
      p = strstr (p, end);
      if (p == NULL)
        return NULL;
    }
  return NULL;
}

gboolean
acq_xml_head_has_root (const guint8 *bytes, gsize size, const char *name)
{
  char head[HEAD_SIZE + 1];
  gsize len = 0;
  const char *root, *colon;
  gsize root_len;

  /* Dropping the zero bytes makes ASCII of UTF-16. */
  for (gsize i = 0; i < MIN (size, HEAD_SIZE); i++)
    if (bytes[i] != 0)
      head[len++] = (char) bytes[i];
  head[len] = '\0';
  root = find_root (head);
  if (root == NULL)
    return FALSE;
  root_len = strcspn (root, " \t\r\n/>");
  colon = memchr (root, ':', root_len);
  if (colon != NULL)
    {
      root_len -= (gsize) (colon + 1 - root);
      root = colon + 1;
    }
  return strlen (name) == root_len && strncmp (root, name, root_len) == 0;
}
