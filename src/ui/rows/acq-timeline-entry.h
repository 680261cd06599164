/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-timeline-row.h"

G_BEGIN_DECLS

/**
 * AcqTimelineEntry:
 *
 * One event: its icon in a circle of its meaning's colour, a line on to the next event, and what happened.
 */
#define ACQ_TYPE_TIMELINE_ENTRY (acq_timeline_entry_get_type ())
G_DECLARE_FINAL_TYPE (AcqTimelineEntry, acq_timeline_entry, ACQ, TIMELINE_ENTRY, GtkWidget)

GtkWidget *acq_timeline_entry_new (void);
/* @is_last: no line leads on from it */
void acq_timeline_entry_show (AcqTimelineEntry *self, AcqTimelineRow *row, gboolean is_last);
/* One line for what else there is to say, the whole of it in the tooltip: for a few events beside other things. */
void acq_timeline_entry_set_compact (AcqTimelineEntry *self);

G_END_DECLS
