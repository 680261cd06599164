/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-timeline-row.h"

G_BEGIN_DECLS

/* What a timeline shows: all of it, or one group. */
typedef enum
{
  ACQ_TIMELINE_SHOW_ALL,
  ACQ_TIMELINE_SHOW_INVOICES,
  ACQ_TIMELINE_SHOW_PAYMENTS,
  ACQ_TIMELINE_SHOW_EXCHANGES,
} AcqTimelineShow;

/**
 * AcqTimelineModel:
 *
 * The events of a timeline, all or those of one group, as a list of AcqTimelineRow. Rows are made when they are asked for.
 */
#define ACQ_TYPE_TIMELINE_MODEL (acq_timeline_model_get_type ())
G_DECLARE_FINAL_TYPE (AcqTimelineModel, acq_timeline_model, ACQ, TIMELINE_MODEL, GObject)

AcqTimelineModel *acq_timeline_model_new (void);
/* @timeline: (nullable): empties the list */
void acq_timeline_model_set_timeline (AcqTimelineModel *self, AcqTimeline *timeline);
void acq_timeline_model_set_show (AcqTimelineModel *self, AcqTimelineShow show);

G_END_DECLS
