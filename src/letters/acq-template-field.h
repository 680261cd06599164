/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ACQ_TEMPLATE_FIELD_TEXT,  /* words or figures; as a condition: it is not empty */
  ACQ_TEMPLATE_FIELD_BLOCK, /* a table or the like, alone on its line */
  ACQ_TEMPLATE_FIELD_FLAG,  /* only a condition */
  ACQ_TEMPLATE_FIELD_LIST,  /* only a loop; as a condition: there is at least one */
  ACQ_TEMPLATE_FIELD_PHRASE, /* a sentence or a piece of one that comes with Acquit and has its own cases */
} AcqTemplateFieldKind;

/* Where a field may stand; what is given for a whole message may stand in its loops too. */
typedef enum
{
  ACQ_TEMPLATE_PLACE_SUBJECT = 1 << 0,
  ACQ_TEMPLATE_PLACE_BODY = 1 << 1,
  ACQ_TEMPLATE_PLACE_SMS = 1 << 2,
  ACQ_TEMPLATE_PLACE_PROMISE = 1 << 3, /* inside {each promise}, as the following */
  ACQ_TEMPLATE_PLACE_ITEM = 1 << 4,
  ACQ_TEMPLATE_PLACE_DEBTOR = 1 << 5,
} AcqTemplatePlace;

/* What a field makes of the way it is set. */
typedef enum
{
  ACQ_TEMPLATE_FIELD_PLAIN = 0,
  ACQ_TEMPLATE_FIELD_KEEP = 1 << 0,       /* never broken over two lines */
  ACQ_TEMPLATE_FIELD_CAPITAL = 1 << 1,    /* our own words: a capital where they begin a text */
  ACQ_TEMPLATE_FIELD_SALUTATION = 1 << 2, /* its paragraph is the salutation */
  ACQ_TEMPLATE_FIELD_SIGNATURE = 1 << 3,  /* its paragraph is the signature */
  ACQ_TEMPLATE_FIELD_PAYMENT = 1 << 4,    /* its paragraph says where to pay */
  ACQ_TEMPLATE_FIELD_OPTIONAL = 1 << 5,   /* may be empty without a reproach */
} AcqTemplateFieldTraits;

/**
 * AcqTemplateField:
 *
 * One line of the list of what templates may name. Codes are stable: they stand in the users' texts.
 */
typedef struct
{
  const char *code;
  const char *label; /* not translated; see acq_template_field_label() */
  AcqTemplateFieldKind kind;
  guint places; /* AcqTemplatePlace */
  guint traits; /* AcqTemplateFieldTraits */
  guint opens;  /* AcqTemplatePlace of what a list goes through; 0 for others */
} AcqTemplateField;

/* The whole list, in the order in which to offer it. */
const AcqTemplateField *acq_template_fields (guint *ret_n_fields);
/* @name: need not end with NUL. NULL: there is none. */
const AcqTemplateField *acq_template_field_find (const char *name, gsize len);
/* "Total due" in the user's language. */
const char *acq_template_field_label (const AcqTemplateField *self);
/* Whether it may stand there: @places is the part of the message and the loops around it. */
gboolean acq_template_field_fits (const AcqTemplateField *self, guint places);

/**
 * acq_template_field_nearest:
 * @name: what somebody wrote
 * @places: where; only what may stand there as a text is considered
 *
 * Returns: (nullable): the field whose code or label, in the user's language, takes the fewest changes to get there from
 *   @name; NULL where nothing resembles it
 */
const AcqTemplateField *acq_template_field_nearest (const char *name, guint places);

G_END_DECLS
