/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-planning.h"

G_BEGIN_DECLS

/**
 * AcqCompanyView:
 *
 * All that the window shows of a company at one moment, read and worked out in one go on the company's own thread.
 * Never changed once made, and counted: rows borrow from it and hold a reference. What a change brings is a new view.
 *
 * Reconciling and planning a very large company takes longer than reading it: then a first view holds the books alone
 * and a complete one follows.
 */
typedef struct
{
  AcqBooks *books;    /* never NULL */
  AcqDay last_change; /* the latest day on which the file was changed; a clock that says less was set back */
  GPtrArray *batches; /* (element-type AcqBatch) imports, oldest first; never NULL */
  AcqPlanning *planning; /* with the reconciliation and the settings; NULL until the view is complete */
  AcqPlan *plan;      /* messages up to plan_day, and what is held today; NULL until the view is complete */
  guint n_to_approve; /* messages of the plan that could be approved now */
  AcqDay
    plan_day; /* today if messages leave today, else the next day on which any may; ACQ_DAY_NONE: never */
} AcqCompanyView;

/* The books and all that costs next to nothing. */
AcqCompanyView *acq_company_view_read (AcqCompanyFile *file, GError **error);
/* The same books with all that is worked out from them. */
AcqCompanyView *acq_company_view_complete (const AcqCompanyView *partial, AcqCompanyFile *file,
                                           GCancellable *cancellable, GError **error);

/* What waits for the user: messages of the plan's first day that are not approved, and receipts that nothing
   or not enough explains; 0 while the
   view is not complete. */
guint acq_company_view_count_messages (const AcqCompanyView *self);
guint acq_company_view_count_receipts (const AcqCompanyView *self);

AcqCompanyView *acq_company_view_ref (AcqCompanyView *self);
void acq_company_view_unref (AcqCompanyView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqCompanyView, acq_company_view_unref)

G_END_DECLS
