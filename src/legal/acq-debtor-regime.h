/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"

G_BEGIN_DECLS

/**
 * AcqDebtorRegime:
 *
 * Which law a debtor's lateness falls under:
 *
 * - PROFESSIONAL: article L441-10 II of the Code de commerce (ECB + 10 points, indemnity of 40 €).
 * - PUBLIC_BUYER: articles L2192-13, R2192-31 and D2192-35 of the Code de la commande publique (ECB + 8, 40 €).
 * - CONSUMER: articles 1231-6 and 1344-1 of the Code civil (legal rate from the formal notice, no indemnity).
 * - NON_PROFESSIONAL: associations and co-ownerships: as consumers here, except that limitation is the common one.
 * - UNKNOWN: nothing is claimed beside the principal.
 */
typedef enum
{
  ACQ_DEBTOR_REGIME_UNKNOWN,
  ACQ_DEBTOR_REGIME_PROFESSIONAL,
  ACQ_DEBTOR_REGIME_PUBLIC_BUYER,
  ACQ_DEBTOR_REGIME_CONSUMER,
  ACQ_DEBTOR_REGIME_NON_PROFESSIONAL,
} AcqDebtorRegime;

ACQ_DECLARE_CODES (AcqDebtorRegime, acq_debtor_regime)

/* The regime of a customer of that kind, given by its stable code ("company", "public_body"…) so that the law stands
   beside the ledger and not upon it. UNKNOWN for any other code and for NULL. */
AcqDebtorRegime acq_debtor_regime_for_kind (const char *kind_code);

G_END_DECLS
