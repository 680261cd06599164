/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-template-atom.h"

#include <string.h>

#include "acq-template-field.h"

struct _AcqTemplateAtom
{
  GtkTextTag parent_instance;

  char *source;
};

G_DEFINE_FINAL_TYPE (AcqTemplateAtom, acq_template_atom, GTK_TYPE_TEXT_TAG)

static void
acq_template_atom_finalize (GObject *object)
{
  g_free (ACQ_TEMPLATE_ATOM (object)->source);
  G_OBJECT_CLASS (acq_template_atom_parent_class)->finalize (object);
}

static void
acq_template_atom_class_init (AcqTemplateAtomClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = acq_template_atom_finalize;
}

static void
acq_template_atom_init (AcqTemplateAtom *self)
{
}

GtkTextTag *
acq_template_atom_new (const char *source)
{
  AcqTemplateAtom *self = g_object_new (ACQ_TYPE_TEMPLATE_ATOM, NULL);

  g_return_val_if_fail (source != NULL, NULL);

  self->source = g_strdup (source);
  return GTK_TEXT_TAG (self);
}

const char *
acq_template_atom_get_source (AcqTemplateAtom *self)
{
  g_return_val_if_fail (ACQ_IS_TEMPLATE_ATOM (self), NULL);
  return self->source;
}

/* A field that is not there in every message. */
static gboolean
is_optional (const char *source)
{
  const AcqTemplateField *field = acq_template_field_find (source + 1, strcspn (source + 1, "}"));

  return field != NULL && (field->traits & ACQ_TEMPLATE_FIELD_OPTIONAL) != 0;
}

gboolean
acq_template_atom_is_outlined (AcqTemplateAtom *self)
{
  g_return_val_if_fail (ACQ_IS_TEMPLATE_ATOM (self), FALSE);
  return is_optional (self->source) || g_str_has_prefix (self->source, "{if ") || g_str_has_prefix (self->source, "{each ")
         || g_str_equal (self->source, "{else}") || g_str_equal (self->source, "{end}");
}

AcqTemplateAtom *
acq_template_atom_at (const GtkTextIter *iter)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);

  for (GSList *link = tags; link != NULL; link = link->next)
    if (ACQ_IS_TEMPLATE_ATOM (link->data))
      return link->data;
  return NULL;
}

AcqTemplateAtom *
acq_template_atom_around (const GtkTextIter *iter)
{
  AcqTemplateAtom *atom = acq_template_atom_at (iter);

  return atom == NULL || gtk_text_iter_starts_tag (iter, GTK_TEXT_TAG (atom)) ? NULL : atom;
}
