/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-queue.h"

G_BEGIN_DECLS

/* One reason why nothing leaves, in the user's language, and what can be done about it. */
typedef struct
{
  char *text; /* "Promise awaited on 28 November" */
  const char *icon;
  const char *remedy;      /* (nullable) what its button says, in the user's language */
  const char *action_name; /* of the remedy; NULL where there is none */
  GVariant *target;        /* (nullable) */
} AcqHeldLine;

/* (element-type AcqHeldLine) (transfer full): first what explains most; never empty. Of a message what it lacks, else the
   reasons of its invoices. */
GPtrArray *acq_held_lines_new (const AcqQueueHeld *held, AcqDay today);

/* The first of the lines alone, for a row: its text, and sets *ret_icon. Free it. */
char *acq_held_lines_write_first (const AcqQueueHeld *held, AcqDay today, const char **ret_icon);

/* Whether "message.overrule" can withdraw what holds it back, or approve in spite of what it lacks. */
gboolean acq_held_may_be_overruled (const AcqQueueHeld *held);

G_END_DECLS
