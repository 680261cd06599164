/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-ledger.h"

G_BEGIN_DECLS

/**
 * AcqBankFreshness:
 *
 * Which days all accounts are covered by statements, and as from when a run of days will be: the bank stays as fresh as
 * it is, so that an account covered up to two days ago will on any later day be covered up to two days before it.
 */
typedef struct _AcqBankFreshness AcqBankFreshness;

AcqBankFreshness *acq_bank_freshness_new (const AcqLedger *ledger, AcqDay today);
void acq_bank_freshness_free (AcqBankFreshness *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqBankFreshness, acq_bank_freshness_free)

/* Whether on that day every account is covered from @first to @last without a gap; never without an account. */
gboolean acq_bank_freshness_covers (const AcqBankFreshness *self, AcqDay day, AcqDay first, AcqDay last);

G_END_DECLS
