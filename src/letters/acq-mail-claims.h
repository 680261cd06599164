/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-reminder-mail.h"
#include "acq-tongue.h"

G_BEGIN_DECLS

/* Whether anything may be claimed of this debtor beside the principal, as far as is known. */
gboolean acq_mail_claims_apply (const AcqMailAccount *account);

/**
 * acq_mail_claims_write:
 *
 * "les pénalités de retard, exigibles de plein droit (…), et l’indemnité de 40 € par facture (…)", with their figures: on paper,
 * and wherever one of the two was given up.
 *
 * Returns: (transfer full) (nullable): %NULL where they are not told in figures
 */
char *acq_mail_claims_write (const AcqReminderMail *mail, const AcqMailAccount *account, AcqTongue tongue);

G_END_DECLS
