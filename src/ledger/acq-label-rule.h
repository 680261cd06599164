/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-transaction.h"

G_BEGIN_DECLS

/**
 * AcqLabelRule:
 *
 * "Labels like this are never customers": money of the tax office, of an insurance, from an own account. A bank line that comes
 * in is left out where its label, counterparty or remittance holds all of the rule's words, each as a whole word, in that order;
 * other words may stand between them.
 */
typedef struct
{
  gint64 id;     /* 0 until it is stored */
  char *text;    /* the words, folded, with one space between them: never empty */
  char **words;  /* the same */
} AcqLabelRule;

/**
 * acq_label_rule_new:
 * @text: in any spelling
 *
 * Returns: (transfer full) (nullable): %NULL where the text has no word of two letters or more: it would fit nearly everything
 */
AcqLabelRule *acq_label_rule_new (const char *text);
void acq_label_rule_free (AcqLabelRule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLabelRule, acq_label_rule_free)

/**
 * acq_label_rules_find:
 * @rules: (element-type AcqLabelRule)
 *
 * Returns: (nullable): the first of the rules that leaves the line out; never one for money that goes out, since a returned
 *   payment reopens what it had paid
 */
const AcqLabelRule *acq_label_rules_find (const GPtrArray *rules, const AcqTransaction *transaction);

G_END_DECLS
