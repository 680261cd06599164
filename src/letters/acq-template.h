/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-template-error.h"
#include "acq-template-field.h"

G_BEGIN_DECLS

/* Bytes of a text; conditions and loops inside one another. */
#define ACQ_TEMPLATE_MAX_TEXT  (64 * 1024)
#define ACQ_TEMPLATE_MAX_DEPTH 3

typedef enum
{
  ACQ_TEMPLATE_NODE_TEXT,
  ACQ_TEMPLATE_NODE_FIELD, /* {total_due} */
  ACQ_TEMPLATE_NODE_IF,    /* {if broken_promise}…{else}…{end} */
  ACQ_TEMPLATE_NODE_EACH,  /* {each item}…{end} */
} AcqTemplateNodeKind;

typedef struct
{
  AcqTemplateNodeKind kind;
  char *text;                    /* of a text, with single braces; NULL otherwise */
  const AcqTemplateField *field; /* NULL of a text */
  GPtrArray *children;           /* (element-type AcqTemplateNode) of a condition or loop; NULL otherwise */
  GPtrArray *otherwise;          /* (nullable) what stands behind {else} */
} AcqTemplateNode;

/**
 * AcqTemplate:
 *
 * A text with fields, conditions and loops, read and found right: to render it cannot fail. Paragraphs are parted by an
 * empty line, "# " begins a heading, *stars* enclose what is bold, {{ is a brace.
 */
typedef struct
{
  guint place;      /* AcqTemplatePlace: the part of a message that it is */
  GPtrArray *nodes; /* (element-type AcqTemplateNode) */
} AcqTemplate;

/* Where and why a text is no template. */
typedef struct
{
  AcqTemplateError code;
  guint line;   /* from 1 */
  guint column; /* from 1, in characters */
  gsize start;  /* bytes: of the tag with its braces, or of the words */
  gsize end;
  char *name;                      /* (nullable) the field or words concerned, as written */
  const AcqTemplateField *nearest; /* (nullable) what may have been meant */
} AcqTemplateFlaw;

void acq_template_flaw_clear (AcqTemplateFlaw *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AcqTemplateFlaw, acq_template_flaw_clear)

/* Sets the place in @text from its bytes. */
void acq_template_flaw_locate (AcqTemplateFlaw *self, const char *text, gsize start, gsize end);
/* The error that says it in English. */
GError *acq_template_flaw_to_error (const AcqTemplateFlaw *self);

/**
 * acq_template_parse:
 * @text: not longer than ACQ_TEMPLATE_MAX_TEXT
 * @place: one part of a message: subject, body or SMS
 * @ret_flaw: (out) (optional): what is wrong; clear it
 *
 * Returns: (nullable) (transfer full): NULL with ACQ_TEMPLATE_ERROR at the first thing that is wrong
 */
AcqTemplate *acq_template_parse (const char *text, AcqTemplatePlace place, AcqTemplateFlaw *ret_flaw,
                                 GError **error);
/* The text of which it was read, tags written in one way. Free it. */
char *acq_template_serialize (const AcqTemplate *self);
/* Whether this field stands in it anywhere but in a condition. */
gboolean acq_template_names (const AcqTemplate *self, const char *code);
/* Both of the same pieces. */
gboolean acq_template_equal (const AcqTemplate *a, const AcqTemplate *b);
void acq_template_free (AcqTemplate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqTemplate, acq_template_free)

/* For the reader of templates. */
AcqTemplateNode *acq_template_node_new (AcqTemplateNodeKind kind, const AcqTemplateField *field);
void acq_template_node_free (gpointer node);

G_END_DECLS
