/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-template-render.h"

#include <string.h>

#include "acq-letter-text.h"
#include "acq-mail-words.h"

/* Fields, texts and turns that one message may go through. */
#define MAX_STEPS 200000

typedef struct
{
  const AcqTemplateValues *values; /* of the turn */
  AcqMailText *text;
  GString *paragraph; /* under way; also the line of a subject */
  guint traits;       /* of the fields in it */
  gsize size;         /* bytes so far */
  guint steps;
  gboolean one_line;
  gboolean in_phrase;
} Renderer;

static void render_nodes (Renderer *self, const GPtrArray *nodes);

/* Without white space at its ends and beside its breaks, and with single spaces. */
static char *
tidy (const char *paragraph)
{
  GString *tidied = g_string_sized_new (strlen (paragraph));

  for (const char *p = paragraph; *p != '\0'; p++)
    {
      char last = tidied->len == 0 ? '\n' : tidied->str[tidied->len - 1];

      if (*p == ' ' && (last == ' ' || last == '\n'))
        continue;
      if (*p == '\n' && last == ' ')
        g_string_truncate (tidied, tidied->len - 1);
      if (*p != '\n' || tidied->len > 0)
        g_string_append_c (tidied, *p);
    }
  while (tidied->len > 0 && strchr (" \n", tidied->str[tidied->len - 1]) != NULL)
    g_string_truncate (tidied, tidied->len - 1);
  return g_string_free (tidied, FALSE);
}

/* A star without a partner is a star. */
static char *
with_even_marks (char *paragraph)
{
  g_autofree char *owned = paragraph;
  char *last = strrchr (paragraph, ACQ_MARK_BOLD);
  guint n_marks = 0;

  for (const char *p = paragraph; *p != '\0'; p++)
    n_marks += *p == ACQ_MARK_BOLD ? 1 : 0;
  if (n_marks % 2 == 1)
    *last = '*';
  return g_steal_pointer (&owned);
}

static AcqMailBlockKind
kind_of (guint traits)
{
  if (traits & ACQ_TEMPLATE_FIELD_SIGNATURE)
    return ACQ_MAIL_BLOCK_SIGNATURE;
  if (traits & ACQ_TEMPLATE_FIELD_PAYMENT)
    return ACQ_MAIL_BLOCK_PAYMENT;
  if (traits & ACQ_TEMPLATE_FIELD_SALUTATION)
    return ACQ_MAIL_BLOCK_SALUTATION;
  return ACQ_MAIL_BLOCK_PARAGRAPH;
}

static void
end_paragraph (Renderer *self)
{
  g_autofree char *paragraph = with_even_marks (tidy (self->paragraph->str));
  guint traits = self->traits;

  g_string_truncate (self->paragraph, 0);
  self->traits = 0;
  if (paragraph[0] == '\0')
    return;
  if (g_str_has_prefix (paragraph, "# "))
    acq_mail_text_take (self->text, ACQ_MAIL_BLOCK_HEADING, g_strdup (paragraph + 2));
  else
    acq_mail_text_take (self->text, kind_of (traits), g_steal_pointer (&paragraph));
}

/* Whether a line break here would leave an empty line behind. */
static gboolean
is_line_empty (const GString *paragraph)
{
  gsize len = paragraph->len;

  while (len > 0 && paragraph->str[len - 1] == ' ')
    len--;
  return len == 0 || paragraph->str[len - 1] == '\n';
}

/* FALSE once the message is too long. */
static gboolean
spend (Renderer *self, gsize size)
{
  self->size += size;
  if (++self->steps <= MAX_STEPS && self->size <= ACQ_TEMPLATE_MAX_OUTPUT)
    return TRUE;
  self->text->is_cut = TRUE;
  return FALSE;
}

static void
append_text (Renderer *self, const char *text)
{
  g_autofree char *set = acq_mail_typeset (self->text->tongue, text);

  if (!spend (self, strlen (set)))
    return;
  for (const char *p = set; *p != '\0'; p++)
    if (*p == '*')
      g_string_append_c (self->paragraph, ACQ_MARK_BOLD);
    else if (*p == '\n' && !self->one_line && is_line_empty (self->paragraph))
      end_paragraph (self);
    else
      g_string_append_c (self->paragraph, *p);
}

/* Nothing to read stands before it. */
static gboolean
is_at_start (const GString *paragraph)
{
  const char *p = paragraph->str;

  while (*p != '\0' && (strchr (" \n", *p) != NULL || *p == ACQ_MARK_BOLD))
    p++;
  return *p == '\0';
}

static void
append_value (Renderer *self, const AcqTemplateField *field)
{
  const char *value = acq_template_values_get (self->values, field->code);
  g_autofree char *capital = NULL;

  if (value[0] == '\0')
    {
      if ((field->traits & ACQ_TEMPLATE_FIELD_OPTIONAL) == 0)
        acq_mail_text_add_blank (self->text, field->code);
      return;
    }
  if (!spend (self, strlen (value) + 2))
    return;
  if ((field->traits & ACQ_TEMPLATE_FIELD_CAPITAL) != 0 && is_at_start (self->paragraph))
    value = capital = acq_mail_capitalize (value);
  self->traits |= field->traits;
  if ((field->traits & ACQ_TEMPLATE_FIELD_KEEP) != 0)
    g_string_append_printf (self->paragraph, "%c%s%c", ACQ_MARK_KEEP, value, ACQ_MARK_KEEP);
  else
    g_string_append (self->paragraph, value);
}

static void
render_turns (Renderer *self, const AcqTemplateNode *node)
{
  const GPtrArray *turns = acq_template_values_turns (self->values, node->field->code);
  const AcqTemplateValues *around = self->values;

  for (guint i = 0; turns != NULL && i < turns->len && !self->text->is_cut; i++)
    {
      self->values = turns->pdata[i];
      render_nodes (self, node->children);
    }
  self->values = around;
}

/* A phrase names none itself: whoever sets one sees to that, and here it ends. */
static void
render_phrase (Renderer *self, const AcqTemplateField *field)
{
  const AcqTemplate *phrase = acq_template_values_get_phrase (self->values, field->code);

  if (phrase == NULL || self->in_phrase)
    return;
  self->in_phrase = TRUE;
  render_nodes (self, phrase->nodes);
  self->in_phrase = FALSE;
}

static void
render_field (Renderer *self, const AcqTemplateField *field)
{
  if (field->kind == ACQ_TEMPLATE_FIELD_TEXT)
    append_value (self, field);
  else if (field->kind == ACQ_TEMPLATE_FIELD_PHRASE)
    render_phrase (self, field);
  else if (spend (self, ACQ_TEMPLATE_MAX_DEPTH))
    {
      end_paragraph (self);
      acq_template_values_add_block (self->values, field->code, self->text);
    }
}

static void
render_node (Renderer *self, const AcqTemplateNode *node)
{
  switch (node->kind)
    {
    case ACQ_TEMPLATE_NODE_TEXT:
      append_text (self, node->text);
      break;
    case ACQ_TEMPLATE_NODE_IF:
      if (acq_template_values_test (self->values, node->field))
        render_nodes (self, node->children);
      else if (node->otherwise != NULL)
        render_nodes (self, node->otherwise);
      break;
    case ACQ_TEMPLATE_NODE_EACH:
      render_turns (self, node);
      break;
    case ACQ_TEMPLATE_NODE_FIELD:
    default:
      render_field (self, node->field);
    }
}

static void
render_nodes (Renderer *self, const GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len && spend (self, 0); i++)
    render_node (self, nodes->pdata[i]);
}

void
acq_template_render_body (const AcqTemplate *self, const AcqTemplateValues *values, AcqMailText *text)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);
  Renderer renderer = { .values = values, .text = text, .paragraph = paragraph };

  g_return_if_fail (self->place == ACQ_TEMPLATE_PLACE_BODY);

  render_nodes (&renderer, self->nodes);
  end_paragraph (&renderer);
}

char *
acq_template_render_line (const AcqTemplate *self, const AcqTemplateValues *values, AcqMailText *text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  Renderer renderer = { .values = values, .text = text, .paragraph = line, .one_line = TRUE };
  g_autofree char *tidied = NULL;

  render_nodes (&renderer, self->nodes);
  tidied = with_even_marks (tidy (line->str));
  return acq_mail_text_strip (tidied, NULL);
}
