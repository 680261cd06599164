/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-note.h"

G_BEGIN_DECLS

/* What is asked about a fact of one kind: words marked for translation; NULL for what is not asked. */
typedef struct
{
  AcqNoteKind kind;
  const char *name;  /* in the choice of kinds */
  const char *title; /* of the dialog */
  const char *day;   /* on which it happened */
  const char *until;
  gboolean needs_until;
  const char *amount; /* of one invoice only */
  const char *reason;
  gboolean needs_reason;
  const char *hint; /* what follows from it */
  const char *done; /* once it is kept */
} AcqNoteFields;

/* In the order in which they are offered. */
const AcqNoteFields *acq_note_fields_list (gsize *ret_n);
/* (transfer full): the words of what a dispute can be about, in the order of AcqDisputeCategory: the model of a combo row. */
GListModel *acq_note_fields_list_categories (void);

G_END_DECLS
