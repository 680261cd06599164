/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-ledger.h"

G_BEGIN_DECLS

/* What a customer is to the company on one day: what the choice of a scenario rests on. */
typedef struct
{
  gint64 customer_id;
  AcqCustomerKind kind;
  gboolean precious;
  AcqDay since;       /* the day of the first invoice; ACQ_DAY_NONE: there is none */
  int usual_delay;    /* median of days past due of what was paid in two years; 0 where nothing was */
  guint n_settled;    /* invoices paid in two years */
  gint64 outstanding; /* in euros, minor units: invoices less credit notes, never below zero */
} AcqCustomerProfile;

/* Those of all customers of a ledger. */
typedef struct _AcqCustomerProfiles AcqCustomerProfiles;

AcqCustomerProfiles *acq_customer_profiles_new (const AcqLedger *ledger, AcqDay today);
void acq_customer_profiles_free (AcqCustomerProfiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqCustomerProfiles, acq_customer_profiles_free)

/* NULL for a customer whom the ledger does not have. */
const AcqCustomerProfile *acq_customer_profiles_get (const AcqCustomerProfiles *self, gint64 customer_id);

G_END_DECLS
