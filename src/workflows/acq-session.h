/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "acq-queue.h"

G_BEGIN_DECLS

/* What became of one customer in a session. */
typedef enum
{
  ACQ_SESSION_WAITING, /* to be decided, now or later in the session */
  ACQ_SESSION_APPROVED,
  ACQ_SESSION_CALLED,
  ACQ_SESSION_PROMISED,
  ACQ_SESSION_DISPUTED,
  ACQ_SESSION_ANSWERED, /* what he answered holds the message until it is dealt with */
  ACQ_SESSION_LATER,    /* put off to another day */
  ACQ_SESSION_HELD,
  ACQ_SESSION_PAID,    /* while the session went on, by what came from elsewhere: he is never approved */
  ACQ_SESSION_CHANGED, /* likewise: nothing leaves for him today, though something is still owed */
} AcqSessionState;

/* One customer, and the place that he has in the session. Amounts in minor units. */
typedef struct
{
  gint64 recipient_id;
  char *name;
  AcqSessionState state;
  gboolean seen; /* he was on show */
  guint place;   /* of his message in the queue; G_MAXUINT unless he is waiting */
  AcqChannel channel;
  gint64 total;
  AcqCurrency currency;
  char *terms;         /* what tells this message from another one to him */
  GArray *invoice_ids; /* (element-type gint64) that it asks for */
} AcqSessionEntry;

/* What was done, in the order in which it was done. */
typedef struct
{
  gint64 recipient_id;
  char *name;
  AcqSessionState state;
  AcqChannel channel;
  gint64 total;
  AcqCurrency currency;
  char *terms;
  gboolean fresh; /* the queue that comes of it has not been seen yet */
  gboolean stays; /* the message waits as before, in spite of it */
} AcqSessionDeed;

/**
 * AcqSession:
 *
 * The order in which the messages of a day are decided, one customer after the other, the largest first; where one is in it,
 * and what was done. It follows the queue: whoever has no message there any more is not decided, whoever has one again waits
 * again, nobody comes twice and nobody is passed over.
 *
 * Signal "changed": anything of it.
 */
#define ACQ_TYPE_SESSION (acq_session_get_type ())
G_DECLARE_FINAL_TYPE (AcqSession, acq_session, ACQ, SESSION, GObject)

AcqSession *acq_session_new (void);

/**
 * acq_session_update:
 * @queue: of the day that is worked on, as it is now
 *
 * Takes the queue in: at first, and after each change of the company file.
 *
 * Returns: (transfer container) (element-type AcqSessionEntry): those who waited and were settled or held back meanwhile by
 *   somebody else, for the user to be told; borrowed until the next update
 */
GPtrArray *acq_session_update (AcqSession *self, AcqQueue *queue);
/* NULL before the first update. */
AcqQueue *acq_session_get_queue (AcqSession *self);

guint acq_session_get_n_entries (AcqSession *self);
const AcqSessionEntry *acq_session_get_entry (AcqSession *self, guint index);
/* The one on show; as many as there are entries at the end of the session. */
guint acq_session_get_current (AcqSession *self);
/* NULL at the end. */
const AcqSessionEntry *acq_session_get_current_entry (AcqSession *self);
/* NULL for one that does not wait. */
const AcqQueueMessage *acq_session_get_message (AcqSession *self, const AcqSessionEntry *entry);

/* One waiting customer on or back without deciding; behind the last one lies the end. FALSE where there is none. */
gboolean acq_session_go (AcqSession *self, gboolean forward);
void acq_session_go_to_end (AcqSession *self);
gboolean acq_session_can_go (AcqSession *self, gboolean forward);

/* Keeps that the user decided, once the company file holds it, and goes on to the next. */
void acq_session_decide (AcqSession *self, gint64 recipient_id, AcqSessionState state);

/* How many of the deeds are of that kind; of WAITING: how many wait. */
guint acq_session_count (AcqSession *self, AcqSessionState state);
/* About as long as what is left takes; 0 where nothing is. */
guint acq_session_estimate_minutes (AcqSession *self);
/* (transfer full) (element-type AcqQueueTotal): what was approved or called for, euros first. */
GArray *acq_session_total_reminded (AcqSession *self);
/* (element-type AcqSessionDeed) */
const GPtrArray *acq_session_get_deeds (AcqSession *self);
/* Whether a customer's message can be approved without being looked at: a mail. What is printed or said is seen first. */
gboolean acq_session_may_approve_unseen (const AcqSessionEntry *entry);

G_END_DECLS
