/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-plan-request.h"

const AcqScenario *
acq_plan_request_find_scenario (const AcqPlanRequest *self, const AcqCustomer *customer, const AcqInvoice *invoice)
{
  const AcqScenario *scenario = NULL;

  if (self->find_scenario != NULL)
    scenario = self->find_scenario (customer, invoice, self->find_scenario_data);
  return scenario != NULL ? scenario : self->settings->scenario;
}
