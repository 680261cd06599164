/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"
#include "acq-label-rule.h"

G_BEGIN_DECLS

/* The words of a line that would make a rule of it: its payer's, else those of its label without figures; in the bank's spelling
   folded. Free it. */
char *acq_label_rules_propose (const AcqTransaction *transaction);

/* What a rule of these words would do. */
typedef struct
{
  guint n_lines;   /* lines that it would leave out at once */
  char *first;     /* label of the latest of them; nullable */
  char *customer;  /* a customer whose name or known payer holds these words: no such rule; nullable */
  char *settled;   /* label of a line like this that settles an invoice: no such rule; nullable */
  gboolean empty;  /* there is no word to know a label by: no such rule */
} AcqLabelRulePreview;

void acq_label_rule_preview_free (AcqLabelRulePreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLabelRulePreview, acq_label_rule_preview_free)

/* Costs a walk over all bank lines. NULL only with an error of the file. */
AcqLabelRulePreview *acq_label_rules_preview (AcqCompanyFile *file, const char *words, GError **error);
gboolean acq_label_rule_preview_is_possible (const AcqLabelRulePreview *self);

/**
 * acq_label_rules_add:
 *
 * From now on such lines are nobody's payment: those that are there and settle nothing are left out, those that come are too.
 * Refused with ACQ_WORKFLOW_ERROR_BAD_VALUE, or with ACQ_WORKFLOW_ERROR_RULE_HITS_CUSTOMER where it would hide what a customer
 * pays.
 */
gboolean acq_label_rules_add (AcqCompanyFile *file, const char *words, GError **error);
/* Takes a rule back: its lines are looked at again. */
gboolean acq_label_rules_remove (AcqCompanyFile *file, gint64 id, GError **error);

/* A rule as it is shown. */
typedef struct
{
  gint64 id;
  char *words;
  gint64 n_lines; /* that it leaves out */
} AcqLabelRuleEntry;

void acq_label_rule_entry_free (AcqLabelRuleEntry *self);

/* (element-type AcqLabelRuleEntry) (transfer full). */
GPtrArray *acq_label_rules_list (AcqCompanyFile *file, GError **error);
/* (element-type AcqLabelRule) (transfer full): the rules for lines that come in, without those that fit a customer who has come
   since. */
GPtrArray *acq_label_rules_load (AcqConnection *connection, GError **error);

G_END_DECLS
