/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-dunning-settings.h"
#include "acq-standing.h"

G_BEGIN_DECLS

/* Which scenario an invoice goes through; NULL means the settings' own. What it returns must outlive the plan. */
typedef const AcqScenario *(*AcqScenarioLookup) (const AcqCustomer *customer, const AcqInvoice *invoice,
                                                 gpointer data);

/**
 * AcqPlanRequest:
 *
 * What planning works on. All is borrowed, and must outlive the plan that is made of it. The accounts and the days
 * that their statements cover are the ledger's.
 */
typedef struct
{
  const AcqLedger *ledger;
  const AcqStandings *standings; /* of that ledger */
  GHashTable
    *could_settle; /* set of gint64 ids (g_int64_hash) of invoices that an unmatched receipt could pay;
                                    NULL: none */
  const AcqDunningSettings *settings;
  AcqScenarioLookup find_scenario; /* NULL: the settings' scenario for all */
  gpointer find_scenario_data;
  AcqDay today;
} AcqPlanRequest;

/* The scenario that an invoice of the customer goes through. Never NULL. */
const AcqScenario *acq_plan_request_find_scenario (const AcqPlanRequest *self, const AcqCustomer *customer,
                                                   const AcqInvoice *invoice);

G_END_DECLS
