/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A message that could leave: the recipient's index, what is asked, and which of his states this speaks of. */
typedef struct
{
  gint64 total;
  guint recipient;
  guint version;
} AcqReadyMessage;

/* A heap: the largest total first, then the lowest recipient. */
typedef struct _AcqReadyQueue AcqReadyQueue;

AcqReadyQueue *acq_ready_queue_new (void);
void acq_ready_queue_free (AcqReadyQueue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqReadyQueue, acq_ready_queue_free)

void acq_ready_queue_push (AcqReadyQueue *self, AcqReadyMessage message);
/* FALSE where nothing is left. */
gboolean acq_ready_queue_pop (AcqReadyQueue *self, AcqReadyMessage *ret_message);

G_END_DECLS
