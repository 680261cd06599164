/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-call-record.h"
#include "acq-queue-row.h"

G_BEGIN_DECLS

/* What comes of a call, in the order of AcqCallResult and in the user's language. (transfer full) */
GListModel *acq_call_results_new (void);
/* Whether a day belongs to it, and whether it cannot do without. */
gboolean acq_call_result_asks_until (AcqCallResult result);
gboolean acq_call_result_needs_until (AcqCallResult result);
/* What that day is called. */
const char *acq_call_result_until (AcqCallResult result);
/* What is told once it is kept. */
const char *acq_call_result_done (AcqCallResult result);

/* A call that is to be kept about the message of a row. */
typedef struct _AcqCallDeed AcqCallDeed;

/* @until: ACQ_DAY_NONE: no day
   @said: as it was typed */
AcqCallDeed *acq_call_deed_new (AcqQueueRow *row, AcqCallResult result, AcqDay until, const char *said);
void acq_call_deed_free (gpointer deed);
/* An AcqChangeFunc. */
gboolean acq_call_deed_keep (AcqCompanyFile *file, gpointer deed, GCancellable *cancellable, GError **error);

G_END_DECLS
