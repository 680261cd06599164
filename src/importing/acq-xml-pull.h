/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlTextReader, xmlFreeTextReader)

/* A large document, one node at a time, under the conditions of acq_xml_tree_parse(). The bytes must outlive it. */
xmlTextReader *acq_xml_pull_new (GBytes *bytes);

/* Steps to the next node. FALSE at the end, and with an error for what is not well-formed or has a document type. */
gboolean acq_xml_pull_next (xmlTextReader *reader, GError **error);

/* Whether the current node begins (or ends) an element of that local name. */
gboolean acq_xml_pull_begins (xmlTextReader *reader, const char *name);
gboolean acq_xml_pull_ends (xmlTextReader *reader, const char *name);

/* An attribute by its local name, or NULL. Free it with g_free(). */
char *acq_xml_pull_attribute (xmlTextReader *reader, const char *name);
/* As a number, or the other value where there is none or it is below 0. */
guint acq_xml_pull_number (xmlTextReader *reader, const char *name, guint otherwise);

G_END_DECLS
