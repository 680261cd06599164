/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-certainty-rules.h"
#include "acq-company-file.h"

G_BEGIN_DECLS

/* What kind of value a rule has. */
typedef enum
{
  ACQ_CERTAINTY_FIELD_FLAG,   /* gboolean; "yes" or "no" */
  ACQ_CERTAINTY_FIELD_ODDS,   /* guint; a number */
  ACQ_CERTAINTY_FIELD_AMOUNT, /* gint64; major units with a dot */
} AcqCertaintyFieldKind;

/* One rule of AcqCertaintyRules as it is stored and shown. */
typedef struct
{
  const char *key; /* of the setting: "certainty.names_prove" */
  AcqCertaintyFieldKind kind;
  gsize offset;         /* of the value in AcqCertaintyRules */
  gint64 least;         /* of odds and amounts, as are the following */
  gint64 greatest;
  const char *title;    /* a sentence, not translated yet, as is the next */
  const char *subtitle;
} AcqCertaintyField;

/* The table, in the order in which to show it. */
const AcqCertaintyField *acq_certainty_fields (guint *ret_n_fields);
const AcqCertaintyField *acq_certainty_field_find (const char *key);

gint64 acq_certainty_field_get (const AcqCertaintyField *self, const AcqCertaintyRules *rules);
/* The value as it is stored, from what a person typed; NULL where it cannot be. Free it. */
char *acq_certainty_field_normalize (const AcqCertaintyField *self, const char *text);
/* The stored form of a value. Free it. */
char *acq_certainty_field_write (const AcqCertaintyField *self, gint64 value);

/* What the company chose, the default elsewhere. */
gboolean acq_certainty_settings_load (AcqCompanyFile *file, AcqCertaintyRules *rules, GError **error);
/* Changes one rule; ACQ_WORKFLOW_ERROR_BAD_VALUE where the value cannot be. */
gboolean acq_certainty_settings_set (AcqCompanyFile *file, const AcqCertaintyField *field, gint64 value,
                                     GError **error);
/* Takes all choices back. */
gboolean acq_certainty_settings_reset (AcqCompanyFile *file, GError **error);

G_END_DECLS
