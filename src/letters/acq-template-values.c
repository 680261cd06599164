/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-template-values.h"

#include <string.h>

#include "acq-french-text.h"

typedef struct
{
  AcqTemplateBlockFunc func;
  gpointer data;
} Block;

struct _AcqTemplateValues
{
  const AcqTemplateValues *around; /* of a turn */
  GHashTable *texts;               /* code to text; a flag has a text that is not empty */
  GHashTable *blocks;              /* code to Block */
  GHashTable *lists;               /* code to GPtrArray of AcqTemplateValues */
  GHashTable *phrases;             /* code to AcqTemplate */
};

static gboolean
is_of_kind (const char *code, AcqTemplateFieldKind kind)
{
  const AcqTemplateField *field = acq_template_field_find (code, strlen (code));

  return field != NULL && field->kind == kind;
}

AcqTemplateValues *
acq_template_values_new (void)
{
  AcqTemplateValues *self = g_new0 (AcqTemplateValues, 1);

  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->blocks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) acq_template_free);
  return self;
}

void
acq_template_values_free (AcqTemplateValues *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->blocks);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->phrases);
  g_free (self);
}

void
acq_template_values_set (AcqTemplateValues *self, const char *code, const char *text)
{
  g_return_if_fail (is_of_kind (code, ACQ_TEMPLATE_FIELD_TEXT));

  g_hash_table_insert (self->texts, (gpointer) code, acq_french_printable (text));
}

void
acq_template_values_take (AcqTemplateValues *self, const char *code, char *text)
{
  g_autofree char *owned = text;

  acq_template_values_set (self, code, owned);
}

void
acq_template_values_set_flag (AcqTemplateValues *self, const char *code, gboolean flag)
{
  g_return_if_fail (is_of_kind (code, ACQ_TEMPLATE_FIELD_FLAG));

  g_hash_table_insert (self->texts, (gpointer) code, g_strdup (flag ? code : ""));
}

void
acq_template_values_set_block (AcqTemplateValues *self, const char *code, AcqTemplateBlockFunc func,
                               gpointer data)
{
  Block *block;

  g_return_if_fail (is_of_kind (code, ACQ_TEMPLATE_FIELD_BLOCK));

  block = g_new (Block, 1);
  *block = (Block){ func, data };
  g_hash_table_insert (self->blocks, (gpointer) code, block);
}

AcqTemplateValues *
acq_template_values_add_turn (AcqTemplateValues *self, const char *code)
{
  AcqTemplateValues *turn = acq_template_values_new ();
  GPtrArray *turns = g_hash_table_lookup (self->lists, code);

  g_warn_if_fail (is_of_kind (code, ACQ_TEMPLATE_FIELD_LIST));
  if (turns == NULL)
    {
      turns = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_template_values_free);
      g_hash_table_insert (self->lists, (gpointer) code, turns);
    }
  turn->around = self;
  g_ptr_array_add (turns, turn);
  return turn;
}

const char *
acq_template_values_get (const AcqTemplateValues *self, const char *code)
{
  for (; self != NULL; self = self->around)
    {
      const char *text = g_hash_table_lookup (self->texts, code);

      if (text != NULL)
        return text;
    }
  return "";
}

const GPtrArray *
acq_template_values_turns (const AcqTemplateValues *self, const char *code)
{
  for (; self != NULL; self = self->around)
    {
      const GPtrArray *turns = g_hash_table_lookup (self->lists, code);

      if (turns != NULL)
        return turns;
    }
  return NULL;
}

gboolean
acq_template_values_test (const AcqTemplateValues *self, const AcqTemplateField *field)
{
  if (field->kind == ACQ_TEMPLATE_FIELD_LIST)
    return acq_template_values_turns (self, field->code) != NULL;
  return acq_template_values_get (self, field->code)[0] != '\0';
}

void
acq_template_values_take_phrase (AcqTemplateValues *self, const char *code, AcqTemplate *phrase)
{
  g_warn_if_fail (is_of_kind (code, ACQ_TEMPLATE_FIELD_PHRASE));
  g_hash_table_insert (self->phrases, g_strdup (code), phrase);
}

const AcqTemplate *
acq_template_values_get_phrase (const AcqTemplateValues *self, const char *code)
{
  while (self->around != NULL)
    self = self->around;
  return g_hash_table_lookup (self->phrases, code);
}

void
acq_template_values_add_block (const AcqTemplateValues *self, const char *code, AcqMailText *text)
{
  for (; self != NULL; self = self->around)
    {
      const Block *block = g_hash_table_lookup (self->blocks, code);

      if (block != NULL)
        {
          block->func (text, block->data);
          return;
        }
    }
}
