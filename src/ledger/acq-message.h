/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"
#include "acq-day.h"
#include "acq-money.h"

G_BEGIN_DECLS

/* How far a reminder has come on its way out. */
typedef enum
{
  ACQ_MESSAGE_STATE_APPROVED,
  ACQ_MESSAGE_STATE_RESERVED,    /* rendered; from here on nothing about it changes */
  ACQ_MESSAGE_STATE_HANDED_OVER, /* to the mail server, the post */
  ACQ_MESSAGE_STATE_SENT,        /* or called */
  ACQ_MESSAGE_STATE_FAILED,
  ACQ_MESSAGE_STATE_UNCERTAIN, /* nobody knows whether it left: a person decides */
} AcqMessageState;

ACQ_DECLARE_CODES (AcqMessageState, acq_message_state)

/* One due item in a message, as it was approved. */
typedef struct
{
  gint64 invoice_id;
  AcqDay due;
  char *step; /* its own, as are the two below */
  int level;
  char *tone; /* code; NULL where no longer known */
  gint64 amount; /* asked */
} AcqMessageItem;

/**
 * AcqMessage:
 *
 * A reminder that the user approved. The same step goes to the same recipient once a round; a round ends when it was sent.
 */
typedef struct
{
  gint64 id;
  gint64 recipient_id;
  AcqMessageState state;
  AcqDay approved;
  AcqDay day; /* on which it is to leave */
  char *scenario;
  char *step;
  int level;
  char *tone; /* of the step: code; NULL where no longer known */
  int round; /* from 1 */
  char *channel; /* code */
  char *address; /* e-mail, postal address or phone number it goes to; nullable */
  gboolean release;
  AcqCurrency currency;
  gint64 total;
  char *overruled;         /* codes of the needs that it leaves in spite of, with spaces between; nullable */
  char *hash;              /* of what was rendered; nullable */
  AcqDay sent;             /* the day on which it left, was posted or the call made; ACQ_DAY_NONE: not yet */
  char *registered_number; /* of a registered letter; nullable */
  GPtrArray *items;        /* (element-type AcqMessageItem) by due day, never NULL */
} AcqMessage;

AcqMessage *acq_message_new (void);
void acq_message_free (AcqMessage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqMessage, acq_message_free)

void acq_message_add_item (AcqMessage *self, gint64 invoice_id, AcqDay due, const char *step, int level,
                           const char *tone, gint64 amount);
/* Whether both ask the same of the same recipient, in the same way. The day may differ: what has not left yet is planned
   for the next one. */
gboolean acq_message_says_the_same (const AcqMessage *self, const AcqMessage *other);

G_END_DECLS
