/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* One invoice with its attachments inside; a larger document is refused. */
#define ACQ_XML_TREE_MAX_BYTES (48u << 20)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/**
 * acq_xml_tree_parse:
 *
 * Reads a small document: no network, no document type declaration (ACQ_IMPORT_ERROR_HOSTILE), hence no entities.
 *
 * Returns: (transfer full) (nullable): the document with its root element, or %NULL with an error of
 *   ACQ_IMPORT_ERROR that tells the line
 */
xmlDoc *acq_xml_tree_parse (const guint8 *bytes, gsize size, GError **error);

/* Names are local names: prefixes and namespaces do not count. A path is "Parent/Child/Grandchild", from the node
   down; each way that it fits is tried, in document order. */

/* The first element on that path, or NULL. A NULL node has no elements. */
const xmlNode *acq_xml_find (const xmlNode *node, const char *path);
/* All elements on that path. */
GPtrArray *acq_xml_find_all (const xmlNode *node, const char *path);
/* The text of the first such element that has any, white space squeezed; NULL where there is none. Free it. */
char *acq_xml_text (const xmlNode *node, const char *path);
/* As above, of those whose attribute has that value; NULL as value: that lack the attribute. */
char *acq_xml_text_where (const xmlNode *node, const char *path, const char *attribute, const char *value);
/* The text of the element itself; NULL where it has none. Free it. */
char *acq_xml_content (const xmlNode *node);

/* Whether the beginning of a file (in UTF-8 or UTF-16) holds an XML element of that local name before any other. */
gboolean acq_xml_head_has_root (const guint8 *bytes, gsize size, const char *name);

G_END_DECLS
