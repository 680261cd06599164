/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-timeline.h"

G_BEGIN_DECLS

/* What happened, in the user's language: "Transfer received", "Invoice F2026-0289 issued". Free it. */
char *acq_timeline_title_text (const AcqTimeline *timeline, const AcqTimelineEvent *event);
/* When, and what else there is to say: "9 October · pays F2026-0222 and F2026-0223 · 8 days after the due day". Free
   it. */
char *acq_timeline_detail_text (const AcqTimeline *timeline, const AcqTimelineEvent *event);
/* The amount with its currency; NULL where the event has none. Free it. */
char *acq_timeline_amount_text (const AcqTimelineEvent *event);

/* A message by its tone and the way it takes, as a noun: "Firm reminder", "Call". */
const char *acq_message_name_text (AcqTone tone, AcqChannel channel);

/* As above for one that was approved or sent: its tone as kept (nullable), whatever became of its scenario. */
const char *acq_kept_message_name_text (const char *tone, AcqChannel channel);

G_END_DECLS
