/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-books.h"
#include "acq-company-file.h"
#include "acq-planner.h"
#include "acq-reconciliation.h"
#include "acq-scenario-book.h"

G_BEGIN_DECLS

/**
 * AcqPlanning:
 *
 * One view of a company with all that planning needs: the ledger, where each invoice stands, what unmatched
 * receipts could settle, and the company's settings.
 */
typedef struct
{
  AcqBooks *books;
  AcqLedger *ledger;       /* of the books */
  AcqStandings *standings; /* of the books */
  AcqReconciliation *reconciliation;
  GHashTable *could_settle;
  AcqScenarioBook *scenarios;
  AcqDunningSettings *settings;
  AcqPlanRequest request;
} AcqPlanning;

AcqPlanning *acq_planning_new (AcqCompanyFile *file, GError **error);
/* As above for books that were read from the file before. */
AcqPlanning *acq_planning_new_for_books (AcqCompanyFile *file, AcqBooks *books, GCancellable *cancellable,
                                         GError **error);
void acq_planning_free (AcqPlanning *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqPlanning, acq_planning_free)

/* The company's settings for reminders, its scenario aside: see acq_scenario_book_default(). */
AcqDunningSettings *acq_planning_load_settings (AcqCompanyFile *file, GError **error);

/* Names this machine as the one that may send for the company. Inside a change. */
gboolean acq_planning_take_right_to_send (AcqCompanyFile *file, GError **error);

G_END_DECLS
