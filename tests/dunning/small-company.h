/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-planner.h"

/* A company made up by a test: one account covered up to yesterday, messages from Monday to Friday. */
typedef struct
{
  AcqLedger *ledger;
  AcqDunningSettings *settings;
  AcqStandings *standings;
  GHashTable *could_settle;
  GPtrArray *scenarios; /* (element-type AcqScenario) of the company's own */
  AcqPlanRequest request;
} SmallCompany;

SmallCompany *small_company_new (const char *today);
void small_company_free (SmallCompany *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmallCompany, small_company_free)

AcqDay a_day (const char *iso);

/* With a mail address, a phone and an address. */
AcqCustomer *small_company_add_customer (SmallCompany *self, AcqCustomerKind kind);
/* Issued thirty days before it falls due. */
AcqInvoice *small_company_add_invoice (SmallCompany *self, const AcqCustomer *customer, AcqDay due,
                                       gint64 amount);
AcqNote *small_company_add_note (SmallCompany *self, AcqNoteKind kind, const AcqInvoice *invoice);
AcqReminder *small_company_add_reminder (SmallCompany *self, const AcqInvoice *invoice, AcqDay day,
                                         int level);
AcqReceipt *small_company_add_receipt (SmallCompany *self, const AcqInvoice *invoice, AcqDay day,
                                       gint64 amount, AcqReceiptState state);

/* After each change of the ledger; until the next one the request holds. */
const AcqPlanRequest *small_company_request (SmallCompany *self);
AcqPlan *small_company_plan (SmallCompany *self, AcqDay until);
/* Writes down all messages of a plan that leave before that day. */
void small_company_send (SmallCompany *self, const AcqPlan *plan, AcqDay before);
