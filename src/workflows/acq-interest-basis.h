/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"
#include "acq-late-interest.h"

G_BEGIN_DECLS

/**
 * AcqInterestBasis:
 *
 * How this company reckons late interest: the law as far as it is known, and what its terms of sale say.
 */
typedef struct
{
  AcqLegalValues *law;
  AcqRateRule agreed; /* with professionals; ECB_PLUS_10 where the terms say nothing else */
  int contract_rate;  /* hundredths of a per cent, for CONTRACT */
} AcqInterestBasis;

AcqInterestBasis *acq_interest_basis_load (AcqConnection *connection, GError **error);
void acq_interest_basis_free (AcqInterestBasis *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqInterestBasis, acq_interest_basis_free)

/* The rule against a debtor of that regime; what was agreed binds professionals alone. */
AcqRateRule acq_interest_basis_get_rule (const AcqInterestBasis *self, AcqDebtorRegime regime);

/* A claim at the rates and habits of the basis, as acq_interest_claim_init(). */
AcqInterestClaim acq_interest_basis_claim (const AcqInterestBasis *self, AcqRateRule rule, AcqDay as_of);

/* The setting "penalty_rate", for the command line and the preferences: "ecb_plus_10", "legal_times_3" or a rate in per cent.
   Its normal form, to be freed; NULL for anything else. */
char *acq_penalty_rate_normalize (const char *value);

G_END_DECLS
