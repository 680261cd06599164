/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-template.h"

/* A condition or loop that is still open. */
typedef struct
{
  AcqTemplateNode *node;
  guint places; /* around it */
  gsize start;  /* of its tag */
  gsize end;
} Level;

typedef struct
{
  const char *text;
  gsize pos;
  guint places;     /* at pos */
  GString *words;   /* since the last tag */
  GPtrArray *nodes; /* of the open level; borrowed */
  GArray *levels;   /* (element-type Level) */
  AcqTemplate *template;
  AcqTemplateFlaw *flaw;
} Parser;

static gboolean
refuse (Parser *self, AcqTemplateError code, gsize start, gsize end, const char *name)
{
  acq_template_flaw_clear (self->flaw);
  self->flaw->code = code;
  self->flaw->name = g_strdup (name);
  acq_template_flaw_locate (self->flaw, self->text, start, end);
  return FALSE;
}

static void
flush_words (Parser *self)
{
  AcqTemplateNode *node;

  if (self->words->len == 0)
    return;
  node = acq_template_node_new (ACQ_TEMPLATE_NODE_TEXT, NULL);
  node->text = g_strdup (self->words->str);
  g_string_truncate (self->words, 0);
  g_ptr_array_add (self->nodes, node);
}

static const char *const keywords[] = { "if ", "each ", "else}", "end}", NULL };

static gboolean
is_tag (const char *open)
{
  const char *word = open + 1 + strspn (open + 1, " ");

  for (gsize i = 0; keywords[i] != NULL; i++)
    if (g_str_has_prefix (word, keywords[i]))
      return TRUE;
  return FALSE;
}

/* Whether the line holds nothing beside this block but tags and spaces. */
static gboolean
is_alone (const Parser *self, gsize start, gsize end)
{
  const char *line = self->text + start;
  const char *block = self->text + start;

  while (line > self->text && line[-1] != '\n')
    line--;
  for (const char *p = line; *p != '\0' && *p != '\n'; p++)
    {
      if (p == block)
        p = self->text + end - 1;
      else if (*p == '{' && is_tag (p) && strchr (p, '}') != NULL)
        p = strchr (p, '}');
      else if (*p != ' ')
        return FALSE;
    }
  return TRUE;
}

static gboolean
open_level (Parser *self, AcqTemplateNodeKind kind, const AcqTemplateField *field, gsize start, gsize end)
{
  Level level = { acq_template_node_new (kind, field), self->places, start, end };

  flush_words (self);
  g_ptr_array_add (self->nodes, level.node);
  if (self->levels->len == ACQ_TEMPLATE_MAX_DEPTH)
    return refuse (self, ACQ_TEMPLATE_ERROR_TOO_DEEP, start, end, field->code);
  g_array_append_val (self->levels, level);
  self->nodes = level.node->children;
  if (kind == ACQ_TEMPLATE_NODE_EACH)
    self->places |= field->opens;
  return TRUE;
}

static Level *
top (const Parser *self)
{
  return self->levels->len == 0 ? NULL : &g_array_index (self->levels, Level, self->levels->len - 1);
}

static gboolean
take_else (Parser *self, gsize start, gsize end)
{
  const Level *level = top (self);

  if (level == NULL || level->node->kind != ACQ_TEMPLATE_NODE_IF || level->node->otherwise != NULL)
    return refuse (self, ACQ_TEMPLATE_ERROR_UNEXPECTED_END, start, end, "else");
  flush_words (self);
  level->node->otherwise = g_ptr_array_new_with_free_func (acq_template_node_free);
  self->nodes = level->node->otherwise;
  return TRUE;
}

static gboolean
take_end (Parser *self, gsize start, gsize end)
{
  const Level *level = top (self);

  if (level == NULL)
    return refuse (self, ACQ_TEMPLATE_ERROR_UNEXPECTED_END, start, end, "end");
  flush_words (self);
  self->places = level->places;
  g_array_set_size (self->levels, self->levels->len - 1);
  level = top (self);
  self->nodes = level == NULL                    ? self->template->nodes
                : level->node->otherwise != NULL ? level->node->otherwise
                                                 : level->node->children;
  return TRUE;
}

static gboolean
refuse_unknown (Parser *self, const char *name, gsize start, gsize end)
{
  refuse (self, ACQ_TEMPLATE_ERROR_UNKNOWN_FIELD, start, end, name);
  self->flaw->nearest = acq_template_field_nearest (name, self->places);
  return FALSE;
}

/* What a tag asks of its field. */
static gboolean
suits (const AcqTemplateField *field, AcqTemplateNodeKind kind)
{
  switch (kind)
    {
    case ACQ_TEMPLATE_NODE_EACH:
      return field->kind == ACQ_TEMPLATE_FIELD_LIST;
    case ACQ_TEMPLATE_NODE_IF:
      return field->kind != ACQ_TEMPLATE_FIELD_BLOCK && field->kind != ACQ_TEMPLATE_FIELD_PHRASE;
    case ACQ_TEMPLATE_NODE_FIELD:
    case ACQ_TEMPLATE_NODE_TEXT:
    default:
      return field->kind != ACQ_TEMPLATE_FIELD_FLAG && field->kind != ACQ_TEMPLATE_FIELD_LIST;
    }
}

static gboolean
take_field (Parser *self, AcqTemplateNodeKind kind, const char *name, gsize start, gsize end)
{
  const AcqTemplateField *field = acq_template_field_find (name, strlen (name));

  if (field == NULL)
    return refuse_unknown (self, name, start, end);
  if (!suits (field, kind) || !acq_template_field_fits (field, self->places)
      || (field->opens & self->places) != 0)
    return refuse (self, ACQ_TEMPLATE_ERROR_MISPLACED_FIELD, start, end, name);
  if (kind != ACQ_TEMPLATE_NODE_FIELD)
    return open_level (self, kind, field, start, end);
  if (field->kind == ACQ_TEMPLATE_FIELD_BLOCK && !is_alone (self, start, end))
    return refuse (self, ACQ_TEMPLATE_ERROR_MISPLACED_FIELD, start, end, name);
  flush_words (self);
  g_ptr_array_add (self->nodes, acq_template_node_new (kind, field));
  return TRUE;
}

static gboolean
take_tag (Parser *self)
{
  const char *open = self->text + self->pos;
  const char *close = open + strcspn (open, "}\n");
  gsize start = self->pos, end = (gsize) (close - self->text) + 1;
  g_autofree char *tag = NULL;

  if (*close != '}')
    return refuse (self, ACQ_TEMPLATE_ERROR_BAD_TAG, start, start + 1, "{");
  tag = g_strstrip (g_strndup (open + 1, (gsize) (close - open - 1)));
  self->pos = end;
  if (tag[0] == '\0' || strchr (tag, '{') != NULL)
    return refuse (self, ACQ_TEMPLATE_ERROR_BAD_TAG, start, end, tag);
  if (g_str_equal (tag, "else"))
    return take_else (self, start, end);
  if (g_str_equal (tag, "end"))
    return take_end (self, start, end);
  if (g_str_has_prefix (tag, "if "))
    return take_field (self, ACQ_TEMPLATE_NODE_IF, g_strchug (tag + 3), start, end);
  if (g_str_has_prefix (tag, "each "))
    return take_field (self, ACQ_TEMPLATE_NODE_EACH, g_strchug (tag + 5), start, end);
  return take_field (self, ACQ_TEMPLATE_NODE_FIELD, tag, start, end);
}

static gboolean
parse_nodes (Parser *self)
{
  const Level *open;

  while (self->text[self->pos] != '\0')
    {
      const char *p = self->text + self->pos;

      if (p[0] == '{' && p[1] != '{')
        {
          if (!take_tag (self))
            return FALSE;
          continue;
        }
      g_string_append_c (self->words, *p);
      self->pos += p[0] == '{' ? 2 : 1;
    }
  open = top (self);
  if (open != NULL)
    return refuse (self, ACQ_TEMPLATE_ERROR_UNCLOSED, open->start, open->end, open->node->field->code);
  flush_words (self);
  return TRUE;
}

static gboolean
check_text (Parser *self)
{
  gboolean one_line = self->template->place != ACQ_TEMPLATE_PLACE_BODY;
  const char *end;

  if (strlen (self->text) > ACQ_TEMPLATE_MAX_TEXT)
    return refuse (self, ACQ_TEMPLATE_ERROR_TOO_LONG, 0, 0, NULL);
  if (!g_utf8_validate (self->text, -1, &end))
    {
      /* Characters of what is no text cannot be counted. */
      acq_template_flaw_clear (self->flaw);
      *self->flaw = (AcqTemplateFlaw){ .code = ACQ_TEMPLATE_ERROR_BAD_TEXT, .line = 1, .column = 1 };
      return FALSE;
    }
  for (const char *p = self->text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) && (*p != '\n' || one_line))
      return refuse (self, ACQ_TEMPLATE_ERROR_BAD_TEXT, (gsize) (p - self->text),
                     (gsize) (p - self->text) + 1, NULL);
  if (self->text[strspn (self->text, " \n")] == '\0')
    return refuse (self, ACQ_TEMPLATE_ERROR_EMPTY, 0, 0, NULL);
  return TRUE;
}

AcqTemplate *
acq_template_parse (const char *text, AcqTemplatePlace place, AcqTemplateFlaw *ret_flaw, GError **error)
{
  g_autoptr (AcqTemplate) template = g_new0 (AcqTemplate, 1);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));
  g_auto (AcqTemplateFlaw) flaw = { 0 };
  Parser parser = {
    .text = text, .places = place, .words = words, .levels = levels, .template = template, .flaw = &flaw
  };

  template->place = place;
  template->nodes = parser.nodes = g_ptr_array_new_with_free_func (acq_template_node_free);
  if (check_text (&parser) && parse_nodes (&parser))
    return g_steal_pointer (&template);
  g_propagate_error (error, acq_template_flaw_to_error (&flaw));
  if (ret_flaw != NULL)
    {
      *ret_flaw = flaw;
      flaw.name = NULL;
    }
  return NULL;
}
