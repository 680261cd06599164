/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-timeline-model.h"

G_BEGIN_DECLS

/**
 * AcqTimelineView:
 *
 * What happened with a customer or with one invoice, and what is planned, from the newest to the oldest. Rows are made as
 * they come into view. Enter or a click on one opens what it is about through the window's action "win.open".
 *
 * Property "scrolls": TRUE where the view scrolls on its own, which it does at first; FALSE where it stands whole inside
 * something that scrolls, for the few events of one invoice.
 */
#define ACQ_TYPE_TIMELINE_VIEW (acq_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (AcqTimelineView, acq_timeline_view, ACQ, TIMELINE_VIEW, GtkWidget)

GtkWidget *acq_timeline_view_new (gboolean scrolls);
/* @timeline: (nullable): shows nothing */
void acq_timeline_view_set_timeline (AcqTimelineView *self, AcqTimeline *timeline);
void acq_timeline_view_set_show (AcqTimelineView *self, AcqTimelineShow show);

/**
 * acq_timeline_view_load:
 * @customer: one of the view's
 * @invoice: (nullable): one of the customer's, for its events alone
 *
 * Works the timeline out off the main loop and shows it then; until then the one before stays.
 */
void acq_timeline_view_load (AcqTimelineView *self, const AcqCompanyView *view, const AcqCustomer *customer,
                             const AcqInvoice *invoice);

G_END_DECLS
