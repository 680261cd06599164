/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-debtor-regime.h"
#include "acq-legal-values.h"

G_BEGIN_DECLS

/**
 * acq_recovery_indemnity:
 * @regime: of the debtor
 * @due: the earliest due day of the invoice
 * @was_late: whether a part of it was still owed after that day
 * @insolvent_since: the judgment that opens insolvency proceedings, or ACQ_DAY_NONE
 *
 * The flat indemnity of one invoice (D441-5 of the Code de commerce, D2192-35 of the Code de la commande publique): of
 * right from its first late day, once, however often and however late it is paid. None is owed by consumers and
 * non-professionals, nor where the judgment forbade to pay on the due day (last sentence of article L441-10 II), nor for
 * days before the indemnity existed (1 January 2013).
 *
 * Returns: the indemnity of the due day or 0, in cents of euro whatever the invoice's currency
 */
gint64 acq_recovery_indemnity (const AcqLegalValues *law, AcqDebtorRegime regime, AcqDay due, gboolean was_late,
                               AcqDay insolvent_since);

G_END_DECLS
