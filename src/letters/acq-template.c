/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-template.h"

#include <string.h>

AcqTemplateNode *
acq_template_node_new (AcqTemplateNodeKind kind, const AcqTemplateField *field)
{
  AcqTemplateNode *node = g_new0 (AcqTemplateNode, 1);

  node->kind = kind;
  node->field = field;
  if (kind == ACQ_TEMPLATE_NODE_IF || kind == ACQ_TEMPLATE_NODE_EACH)
    node->children = g_ptr_array_new_with_free_func (acq_template_node_free);
  return node;
}

void
acq_template_node_free (gpointer data)
{
  AcqTemplateNode *node = data;

  g_free (node->text);
  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_clear_pointer (&node->otherwise, g_ptr_array_unref);
  g_free (node);
}

void
acq_template_free (AcqTemplate *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->nodes);
  g_free (self);
}

void
acq_template_flaw_clear (AcqTemplateFlaw *self)
{
  g_free (self->name);
  *self = (AcqTemplateFlaw){ 0 };
}

void
acq_template_flaw_locate (AcqTemplateFlaw *self, const char *text, gsize start, gsize end)
{
  const char *line = text;

  self->start = start;
  self->end = end;
  self->line = 1;
  for (const char *p = text; p < text + start; p++)
    if (*p == '\n')
      {
        self->line++;
        line = p + 1;
      }
  self->column = (guint) g_utf8_strlen (line, text + start - line) + 1;
}

GError *
acq_template_flaw_to_error (const AcqTemplateFlaw *self)
{
  const char *code = acq_template_error_to_code (self->code);

  if (self->nearest != NULL)
    return g_error_new (ACQ_TEMPLATE_ERROR, (int) self->code, "%u:%u: %s: %s (nearest: %s)", self->line,
                        self->column, code, self->name, self->nearest->code);
  return g_error_new (ACQ_TEMPLATE_ERROR, (int) self->code, "%u:%u: %s%s%s", self->line, self->column, code,
                      self->name == NULL ? "" : ": ", self->name == NULL ? "" : self->name);
}

static void serialize_nodes (const GPtrArray *nodes, GString *text);

static void
serialize_text (const char *text, GString *written)
{
  for (; *text != '\0'; text++)
    {
      if (*text == '{')
        g_string_append_c (written, '{');
      g_string_append_c (written, *text);
    }
}

static void
serialize_node (const AcqTemplateNode *node, GString *text)
{
  if (node->kind == ACQ_TEMPLATE_NODE_TEXT)
    {
      serialize_text (node->text, text);
      return;
    }
  g_string_append_printf (text, "{%s%s}",
                          node->kind == ACQ_TEMPLATE_NODE_IF     ? "if "
                          : node->kind == ACQ_TEMPLATE_NODE_EACH ? "each "
                                                                 : "",
                          node->field->code);
  if (node->kind == ACQ_TEMPLATE_NODE_FIELD)
    return;
  serialize_nodes (node->children, text);
  if (node->otherwise != NULL)
    {
      g_string_append (text, "{else}");
      serialize_nodes (node->otherwise, text);
    }
  g_string_append (text, "{end}");
}

static void
serialize_nodes (const GPtrArray *nodes, GString *text)
{
  for (guint i = 0; i < nodes->len; i++)
    serialize_node (nodes->pdata[i], text);
}

char *
acq_template_serialize (const AcqTemplate *self)
{
  GString *text = g_string_new (NULL);

  serialize_nodes (self->nodes, text);
  return g_string_free (text, FALSE);
}

static gboolean
nodes_name (const GPtrArray *nodes, const char *code)
{
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      const AcqTemplateNode *node = nodes->pdata[i];

      if (node->kind == ACQ_TEMPLATE_NODE_FIELD && g_str_equal (node->field->code, code))
        return TRUE;
      if (nodes_name (node->children, code) || nodes_name (node->otherwise, code))
        return TRUE;
    }
  return FALSE;
}

gboolean
acq_template_names (const AcqTemplate *self, const char *code)
{
  return nodes_name (self->nodes, code);
}

static gboolean
nodes_equal (const GPtrArray *a, const GPtrArray *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const AcqTemplateNode *one = a->pdata[i], *other = b->pdata[i];

      if (one->kind != other->kind || one->field != other->field || g_strcmp0 (one->text, other->text) != 0
          || !nodes_equal (one->children, other->children) || !nodes_equal (one->otherwise, other->otherwise))
        return FALSE;
    }
  return TRUE;
}

gboolean
acq_template_equal (const AcqTemplate *a, const AcqTemplate *b)
{
  return a->place == b->place && nodes_equal (a->nodes, b->nodes);
}
