/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-ledger.h"

G_BEGIN_DECLS

/**
 * acq_label_rule_fits:
 * @rule: words as acq_text_fold_words() gives them, with spaces between them; acq_payer_key() of a line makes a good one
 *
 * Whether the line's label, counterparty or remittance holds all these words, each as a whole word, in that order;
 * other words may stand between them. A rule without a word fits nothing.
 */
gboolean acq_label_rule_fits (const char *rule, const AcqTransaction *transaction);

/* Whether any of the ledger's rules says that money with such a label is never a customer's. Money that goes out is not
   concerned: a returned payment reopens what it had paid. */
gboolean acq_label_rules_exclude (const AcqLedger *ledger, const AcqTransaction *transaction);

G_END_DECLS
