/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-timeline.h"

G_BEGIN_DECLS

/**
 * AcqTimelineRow:
 *
 * One event of a timeline as an item of a list model; immutable.
 */
#define ACQ_TYPE_TIMELINE_ROW (acq_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (AcqTimelineRow, acq_timeline_row, ACQ, TIMELINE_ROW, GObject)

AcqTimelineRow *acq_timeline_row_new (AcqTimeline *timeline, guint event);
/* Borrowed, as long as the row lives. */
const AcqTimelineEvent *acq_timeline_row_get_event (AcqTimelineRow *self);
AcqTimeline *acq_timeline_row_get_timeline (AcqTimelineRow *self);

/* The page of the window that shows what the event is about, and sets *ret_target to what to show there, which the caller
   frees; NULL where nothing more is to be seen. */
const char *acq_timeline_row_find_target (AcqTimelineRow *self, char **ret_target);

G_END_DECLS
