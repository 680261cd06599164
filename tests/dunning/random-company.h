/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "small-company.h"

/* What may be in a random company beside customers, invoices, reminders and notes. */
typedef enum
{
  RANDOM_COMPANY_STEADY, /* nothing whose amount changes by itself as days pass */
  RANDOM_COMPANY_ANYTHING,
} RandomCompanyKind;

/* A scenario without errors: steps on both sides of the due day, counted from any day, on conditions of any kind. */
AcqScenario *random_scenario_new (void);

/* A few dozen customers of all kinds, some with an agent, with invoices of the last months, from the test's random numbers. */
SmallCompany *random_company_new (const char *today, RandomCompanyKind kind);
